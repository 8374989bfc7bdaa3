"""Head cells to columns: unit, levels, a total told in the head, and which column of the category is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.text import closest
from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.basis.units import is_money
from disclosure.reading.columnnames import is_free
from disclosure.reading.columnnames import look_up
from disclosure.reading.columnnames import match_key
from disclosure.reading.columnnames import names_in
from disclosure.reading.columnnames import names_of
from disclosure.reading.columnspec import Spec
from disclosure.reading.columnspec import corrected
from disclosure.reading.columnspec import personal_of
from disclosure.reading.columnspec import read_spec
from disclosure.reading.headcells import levels_of
from disclosure.reading.headcells import parse_head
from disclosure.reading.headcells import without_which
from disclosure.reading.infer import mostly_words
from disclosure.reading.infer import settle
from disclosure.reading.labels import REMARKS
from disclosure.reading.labels import SERIALS
from disclosure.reading.labels import additive_of
from disclosure.reading.labels import guess
from disclosure.reading.labels import is_generic
from disclosure.reading.labels import kind_of_unit
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import RawCell
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.table import Column


@dataclass(frozen=True, slots=True)
class Draft:
    """A column before its cells were looked at. ``firm``: its kind is stated (category, 栏, head unit), not guessed.

    ``strict``: a cell that does not read is a finding even when it holds only words. ``source``: index of the head
    cell it stands under, -1 when nobody typed it. ``leaf``: the lowest level of that cell as typed.
    """

    column: Column
    source: int
    firm: bool = False
    strict: bool = False
    leaf: str = ""


class Wish(NamedTuple):
    """What a filing or category says of its columns beside the heads themselves.

    ``given``: the category's columns. ``corrections`` 栏, ``extra`` 栏+, ``numbers`` 栏号, ``unit`` the table's 单位. ``body``:
    the cells' texts by column. ``numbered``: printed column numbers that stood in a row of the table.
    """

    given: tuple[Column, ...] | None = None
    corrections: Mapping | None = None
    extra: Mapping | None = None
    numbers: Sequence | None = None
    unit: str = ""
    table: str = ""
    body: tuple[tuple[str, ...], ...] = ()
    numbered: tuple[str, ...] = ()


def columns_of(heads: tuple[RawCell, ...], given: tuple[Column, ...] | None, corrections: Mapping | None = None, unit: str = "") -> tuple[tuple[Column, ...], list[Diagnostic]]:
    """Return the columns that head cells name (no cells seen: kinds come from units and labels)."""
    drafts, problems = drafts_of(heads, Wish(given, corrections, unit=unit))
    return tuple(draft.column for draft in drafts), problems


def drafts_of(heads: tuple[RawCell, ...], wish: Wish) -> tuple[tuple[Draft, ...], list[Diagnostic]]:
    """Return the columns in the order the table keeps, each with the head cell it came from, and what is wrong.

    A category's columns come in its order whether typed or not, with 序号 before and further ones behind them.
    """
    problems: list[Diagnostic] = []
    names = names_in(wish.given or ())
    meant = _misspelt(heads, wish, names)
    drafts = _numbered([_draft(index, head, wish, names, meant, problems) for index, head in enumerate(heads)], wish, problems)
    problems += _twice(drafts)
    corrected_ones, more = _apply(drafts, wish)
    problems += more
    settled = _settled(corrected_ones, wish)
    if wish.given is None:
        return tuple(settled), problems
    ordered = _ordered(settled, wish.given)
    return ordered, problems + _missing(ordered, wish, heads)


def _misspelt(heads: tuple[RawCell, ...], wish: Wish, names: dict[str, Column | None]) -> dict[int, Column]:
    """Return the required columns nobody typed that a head nobody knows comes nearest to, by the head's index."""
    given = wish.given or ()
    typed = [look_up(head.text, names) for head in heads]
    found: dict[int, Column] = {}
    for index, head in enumerate(heads) if any(column.required and column not in typed for column in given) else ():
        if head.text and typed[index] is None and not is_free(head.text) and not match_key(head.text, wish.extra):
            label = closest(head.text, [column.label for column in given])
            near = [column for column in given if column.label == label]
            if len(near) == 1 and near[0].required and near[0] not in (*typed, *found.values()):
                found[index] = near[0]
    return found


def _draft(
    index: int, cell: RawCell, wish: Wish, names: dict[str, Column | None], meant: dict[int, Column], problems: list[Diagnostic]
) -> Draft:
    """Return the column of one head cell: the category's (``meant``: by a misspelt name), a free one, or one made from the head."""
    if not cell.text:
        problems.append(Diagnostic("head-blank", cell.span, {"column": f"第{index + 1}栏"}))
    if wish.given is None:
        return _own(index, cell)
    found = look_up(cell.text, names)
    if found is not None:
        return Draft(_typed(found, cell, problems), index, firm=True, strict=True)
    if is_free(cell.text) or match_key(cell.text, wish.extra):
        return _own(index, cell)
    if cell.text:
        problems.append(unknown(cell, [column.label for column in wish.given], wish.table))
    if index in meant:
        return Draft(_typed(meant[index], cell, []), index, firm=True, strict=True)
    return _own(index, cell)


def unknown(cell: RawCell | Scalar, names: Iterable[str], table: str) -> Diagnostic:
    """Return the finding for a name no column has."""
    where = f"表「{table}」" if table else "表"
    return Diagnostic("unknown-key", cell.span, {"key": cell.text, "suggestion": closest(cell.text, names), "where": where})


def _typed(column: Column, cell: RawCell, problems: list[Diagnostic]) -> Column:
    """Return a category's column with the unit typed in the head, when it measures the same thing."""
    unit = parse_head(cell.text).unit
    if not unit or unit == column.unit or normalise_label(cell.text) == normalise_label(column.label):
        return replace(column, span=cell.span)
    wanted = dimension(column.unit) if column.unit else {"money": "money", "area": "area"}.get(column.kind, "")
    if wanted and dimension(unit) != wanted:
        problems.append(Diagnostic("unit-mismatch", cell.span, {"column": column.label, "unit": unit, "expected": column.unit or "元"}))
        return replace(column, span=cell.span)
    return replace(column, unit=unit, span=cell.span)


def _own(index: int, cell: RawCell) -> Draft:
    """Return the column a head cell makes by itself."""
    head = parse_head(cell.text)
    bare = normalise_label(cell.text)
    if bare in SERIALS:
        return Draft(Column("序号", head.label, "code", additive="no", span=cell.span), index, firm=True)
    if bare in REMARKS:
        return Draft(Column("备注", head.label, "text", additive="no", span=cell.span), index, firm=True)
    id_ = without_which(head.label)
    kind = (kind_of_unit(head.unit) or "quantity") if head.unit else ""
    additive = additive_of(kind, head.unit, head.label) if kind else "yes"
    column = Column(id_, head.label, kind, head.unit, group=head.group, of_which=head.of_which, claim=head.claim, span=cell.span, additive=additive)
    return Draft(column, index, firm=bool(kind), leaf=levels_of(cell.text)[-1].strip())


def _numbered(drafts: list[Draft], wish: Wish, problems: list[Diagnostic]) -> list[Draft]:
    """Give columns their printed numbers (栏号), one for each head in the order typed."""
    if wish.numbers is None:
        return [_with_number(d, n) for d, n in zip(drafts, wish.numbered, strict=True)] if wish.numbered else drafts
    texts = [item.text.strip() if isinstance(item, Scalar) else "" for item in wish.numbers.items]
    if len(texts) != len(drafts):
        words = f"{len(drafts)}个，每栏一个，没有的写 无"
        problems.append(Diagnostic("bad-column-spec", wish.numbers.span, {"key": "栏号", "text": f"{len(texts)}个", "words": words}))
    return [_with_number(d, t) for d, t in zip(drafts, texts, strict=False)] + drafts[len(texts) :]


def _with_number(draft: Draft, text: str) -> Draft:
    """Return the column with its printed number, and with what the number says of it: 4=1+2-3."""
    number, sign, _ = text.partition("=")
    number = number.strip().strip("()（）")
    return replace(draft, column=replace(draft.column, number="" if number in ("无", "-", "—") else number, legend=text if sign else ""))


def _twice(drafts: list[Draft]) -> list[Diagnostic]:
    """Find heads that name one column twice; names could not tell them apart."""
    seen: dict[str, Draft] = {}
    problems = []
    for draft in drafts:
        column = draft.column
        first = seen.setdefault(normalise_label(column.path), draft)
        if first is not draft and column.label and column.span and first.column.span:
            related = (Related(first.column.span, first.column.path),)
            problems.append(Diagnostic("duplicate-column", column.span, {"column": column.path}, related))
    return problems


def _apply(drafts: list[Draft], wish: Wish) -> tuple[list[Draft], list[Diagnostic]]:
    """Apply 栏 and 栏+ to the columns they name."""
    problems: list[Diagnostic] = []
    for entries in (wish.corrections, wish.extra):
        for key, node in entries or ():
            spec, more = read_spec(key, node)
            problems += more
            hits = [i for i, draft in enumerate(drafts) if _names(key.text, draft.column)]
            if not hits and entries is wish.corrections:
                problems.append(unknown(key, [d.column.label for d in drafts], wish.table))
            for index in hits if spec else ():
                drafts[index] = _respecified(drafts[index], spec or Spec())
    return drafts, problems


def _names(key: str, column: Column) -> bool:
    head = parse_head(key)
    return bool({normalise_label(key), head.path} & names_of(column.label, column.id, column.path, column.unit))


def _respecified(draft: Draft, spec: Spec) -> Draft:
    stated = bool(spec.kind)
    return replace(draft, column=corrected(draft.column, spec), firm=draft.firm or stated, strict=draft.strict or stated)


def _settled(drafts: list[Draft], wish: Wish) -> list[Draft]:
    """Decide the kinds nobody stated, those of 合计 and 本月数 last since they follow the others; spread the table's unit."""
    drafts = [_unbracketed(draft, wish) for draft in drafts]
    for generic in (False, True):
        known_ones = tuple(draft.column for draft in drafts)
        for index, draft in enumerate(drafts):
            if not draft.firm and is_generic(draft.column.label) is generic:
                texts = wish.body[draft.source] if draft.source < len(wish.body) else ()
                drafts[index] = replace(draft, column=settle(draft.column, texts, known_ones, wish.unit))
    return [_finished(draft, wish.unit) for draft in drafts]


def _unbracketed(draft: Draft, wish: Wish) -> Draft:
    """Give back a bracket taken for a unit when the cells are words after all: 乡镇(街道), 年度(批次)."""
    column = draft.column
    if draft.strict or not draft.firm or not column.unit or draft.source >= len(wish.body):
        return draft
    if not mostly_words(wish.body[draft.source]):
        return draft
    return replace(draft, column=replace(column, id=draft.leaf, label=draft.leaf, kind="", unit="", additive="yes", claim=""), firm=False)


def _finished(draft: Draft, unit: str) -> Draft:
    """Give columns of money the table's unit, and never leave a column of card numbers without its rule."""
    column = draft.column
    if column.kind == "money" and not column.unit and unit:
        return replace(draft, column=replace(column, unit=money_unit(unit)))
    if column.personal is None and (column.kind in ("id_card", "bank_card") or (column.kind in ("person", "phone") and not draft.firm)):
        rule = personal_of(column.kind, column)
        return replace(draft, column=replace(column, personal=rule)) if rule else draft
    return draft


_UNITS = re.compile(r"[、，,/／\s]+")


def money_unit(unit: str) -> str:
    """Return the unit of money in a table's 单位, which may name several (人、元); '' when it names none."""
    if is_money(unit):
        return unit
    return next((part for part in _UNITS.split(unit) if is_money(part)), "")


_FLOWS = re.compile(r"(?:新增|增加|减少|增减|化解|偿还|归还|回收|收回|核销|核减|核增|结转|划转|追加|调整|调增|调减|调剂|上缴|上交|垫付|滚入|转入|转出)(?:数|额)?$")
_STANDS = re.compile(r"(?:[年期月季][初末]|[本上][年月季期]|全年|累计|发生|预算|决算)(?:数|额|金额|累计|累计数)?$")
_MEASURES = re.compile(r"[量长宽高深厚重距程度率比倍数次期天日月岁龄工亩米吨斤株编号码分占人户村组镇乡个点位票班岗勤股质]|系数|规[模格]|容积|折合|完成|进度")
_MONEY_LIKE = re.compile(r"[-−－(（]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<cents>\.[0-9]{1,6})?[)）]?")
_SILENT = frozenset({"", "无", "未列", "—", "-", "——", "/", "〃", "同上"})


def with_money(drafts: tuple[Draft, ...], texts: list[list[str]], unit: str, among: frozenset[int]) -> tuple[Draft, ...]:
    """Return columns of plain figures whose heads say nothing in the table's unit of money, '' for none.

    Such a head is no measure or count, and its figures have cents or it speaks of what moves money: 新增, 化解, 调整数.
    ``among``: the columns whose rows bring no units of their own.
    """
    if not unit or not any(_open(draft) for draft in drafts):
        return drafts
    counting = any(draft.column.kind in ("count", "quantity") and not _open(draft) for draft in drafts)
    made = list(drafts)
    for index, draft in enumerate(drafts):
        if index in among and _open(draft) and not is_generic(draft.column.label) and _is_money(draft.column, texts[index], counting):
            made[index] = _in_money(draft, unit)
    turned = any(one is not draft for one, draft in zip(made, drafts, strict=True))
    rest = [index for index, draft in enumerate(made) if _open(draft)]
    if turned and all(index in among and is_generic(made[index].column.label) for index in rest):
        made = [_in_money(draft, unit) if index in rest else draft for index, draft in enumerate(made)]
    return tuple(made)


def _open(draft: Draft) -> bool:
    """Tell whether nobody said what a column of figures counts."""
    column = draft.column
    return column.kind == "quantity" and not (draft.firm or draft.strict or column.unit) and not guess(column.label).kind


def _in_money(draft: Draft, unit: str) -> Draft:
    return replace(draft, column=replace(draft.column, kind="money", unit=unit))


def _is_money(column: Column, texts: list[str], counting: bool) -> bool:
    label = normalise_label(column.label)
    flows = _FLOWS.search(label) is not None
    if _MEASURES.search(label) and not (flows or _STANDS.search(label)):
        return False
    matches = [_MONEY_LIKE.fullmatch(bare) for text in texts if (bare := text.strip()) not in _SILENT]
    return bool(matches) and all(matches) and (any(match and match["cents"] for match in matches) or (flows and not counting))


def _ordered(drafts: list[Draft], given: tuple[Column, ...]) -> tuple[Draft, ...]:
    """Put typed and untyped columns of a category in its order; 序号 first, extra ones and 备注 last."""
    by_id = {draft.column.id: draft for draft in drafts if any(draft.column.id == column.id for column in given)}
    own = [by_id.get(column.id) or Draft(column, -1, firm=True, strict=True) for column in given]
    taken = {id(draft) for draft in own}
    rest = [draft for draft in drafts if id(draft) not in taken]
    return (*(d for d in rest if d.column.id == "序号"), *own, *(d for d in rest if d.column.id not in ("序号", "备注")), *(d for d in rest if d.column.id == "备注"))


def _missing(drafts: tuple[Draft, ...], wish: Wish, heads: tuple[RawCell, ...]) -> list[Diagnostic]:
    """Find required columns of the category that nobody typed."""
    if not heads:
        return []
    missing = [draft.column for draft in drafts if draft.source < 0 and draft.column.required]
    return [Diagnostic("missing-column", heads[0].span, {"column": column.label, "table": wish.table}) for column in missing]
