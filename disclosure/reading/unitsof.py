"""Units that stand with the row: a 单位 column, a unit behind the row's label, a table turned on its side."""

from __future__ import annotations

from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.basis.units import is_money
from disclosure.basis.units import known
from disclosure.reading.headcells import parse_head
from disclosure.reading.heads import Draft
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import NUMERIC
from disclosure.reading.labels import guess
from disclosure.reading.labels import is_generic
from disclosure.reading.nodes import RawCell
from disclosure.reading.roles import Place
from disclosure.reading.roles import unit_of_label

_CHANGES = ("增减", "变动", "增减数", "增加", "减少")
"""A change told in what changed (增减 1,445 元), not in percent."""

_BALANCES = ("结存", "结余", "库存")
"""What is left: of money, or of goods where the row names their unit."""

_UNIT_HEADS = frozenset({"单位", "计量单位", "数量单位", "计价单位", "unit"})


_OFFICES = frozenset("村组乡镇队社部室所站院校局办厂店")
"""How organisations end: 甲村 is no unit of measure, though it is as short as one."""


def unit_column(drafts: tuple[Draft, ...], texts: list[list[str]]) -> int:
    """Return the index of the column that holds each row's unit (单位: 桶、袋), -1 when there is none.

    A column of that name that holds organisations is none.
    """
    for index, draft in enumerate(drafts):
        if normalise_label(draft.column.label) in _UNIT_HEADS or draft.column.id == "unit":
            words = [text for text in texts[index] if text]
            if words and sum(known(text) or (len(text) <= 2 and text[-1] not in _OFFICES) for text in words) * 2 > len(words):
                return index
    return -1


def row_units(drafts: tuple[Draft, ...], texts: list[list[str]], places: list[Place], money: str) -> list[str] | None:
    """Return the unit each row brings for cells whose column states none, None when no row brings any.

    ``money``: the table's own 单位 where it is one of money; a row called 补助资金 is then in it, and where rows speak
    of nothing but money so is one that says nothing (合计, 其他).
    """
    column = unit_column(drafts, texts)
    if column >= 0:
        return [text if known(text) or 0 < len(text) <= 3 else "" for text in texts[column]]
    units = [unit_of_label(place.label) if place.label[-1:] in (")", "）") else "" for place in places]
    if money and any(turned(draft) for draft in drafts) and not any(map(_counting, drafts)):
        told = [_measured(place, money) for place in places]
        silent = money if money in told and set(told) <= {"", "%", money} else ""
        units = [unit or said or silent for unit, said in zip(units, told, strict=True)]
    return units if any(units) else None


def _counting(draft: Draft) -> bool:
    """Tell whether a column counts pieces or days of whatever the row names, so that the row's money is not its unit."""
    return draft.column.kind == "quantity" and draft.column.label.endswith(("数量", "天数", "次数", "件数", "工日"))


def _measured(place: Place, money: str) -> str:
    """Return the unit a row's own label asks for in a table whose columns are places: 人数 → 人, 补助资金 → 万元."""
    found = guess(place.label).kind
    if found == "count":
        return next((letter for letter in reversed(place.label) if letter in "人户村台件辆头只套间处个"), "个")
    return {"money": money, "percent": "%", "area": "亩"}.get(found, "")


def turned(draft: Draft) -> bool:
    """Tell whether a column says nothing of what it counts, so that the row may: towns as columns, 本月数, 2025年."""
    column = draft.column
    silent = column.kind == "quantity" and not column.unit and guess(column.label).kind != "quantity"
    return not draft.strict and (silent or is_generic(column.label))


def takes_row_unit(draft: Draft, head: RawCell | None, unit: str) -> bool:
    """Tell whether a row's unit reaches a column: not where the head states its own, nor prices, nor days."""
    column = draft.column
    if column.kind not in NUMERIC:
        return False
    if dimension(unit) == "percent":
        return True
    changed = column.kind == "change" and column.label.endswith(_CHANGES)
    if not (changed or column.kind in ADDED) or (head is not None and parse_head(head.text).unit):
        return False
    if is_money(unit):
        return changed or column.kind in ("quantity", "money")
    kept = column.kind == "money" and not draft.firm and column.label.endswith(_BALANCES)
    return changed or kept or (column.kind == "quantity" and not column.unit) or is_generic(column.label)
