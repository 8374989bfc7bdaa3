"""One sentence in plain words, put together from the figures: what came in and went out, how many, how much.

Nothing here knows a category: the sentence follows from its identities, the kinds of its columns and its facts.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.numbers import print_amount
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.reading.panels import parts_of
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.columns import has_levels
from disclosure.views.counting import count
from disclosure.views.counting import main_table
from disclosure.views.counting import noun
from disclosure.views.figures import FIGURE_KINDS
from disclosure.views.figures import figure
from disclosure.views.figures import places
from disclosure.views.figures import total
from disclosure.views.figures import unit_of
from disclosure.views.wholes import Wholes
from disclosure.views.wholes import wholes_of
from disclosure.views.words import day_words
from disclosure.views.words import end_of
from disclosure.views.words import safe
from disclosure.views.words import short_period

FEWEST = 3
"""A board-only list of fewer payees than this shows no totals on the web: a total of two is nearly a name."""

_CHANGE = re.compile("增减|差额|盘盈|[比较]上|同比")
"""Heads of what changed: nobody asks first how much that comes to."""

_ADDED = frozenset(("money", "quantity", "area", "share", "count"))


class Part(NamedTuple):
    """«label figure unit»: one clause of the sentence."""

    before: str
    figure: str
    unit: str


def sentence(filing: Filing, medium: str) -> Markup:
    """Return the page's sentence; figures stand in <b> so that they are never torn apart."""
    if filing.nil:
        return escape(_stopped(mask.words(filing.nil))) + _closing(filing)
    parts = _parts(filing, medium)
    if not parts:
        return Markup() if mask.withheld(filing, medium) else escape(_first_sentence(filing))
    return Markup("，").join(_clause(part) for part in parts) + "。"


def plain(html: str) -> str:
    """Return a sentence without its markup."""
    return safe(html).striptags().replace("\u00a0", " ")


def _clause(part: Part) -> Markup:
    unit = f"\u00a0{part.unit}" if part.unit and part.unit != "%" else part.unit
    before = f"{part.before} " if part.before else ""
    return Markup("{}<b>{}</b>{}").format(before, part.figure, unit)


def _stopped(text: str) -> str:
    return text.rstrip("。．. ") + "。"


def _closing(filing: Filing) -> Markup:
    """Return «月末结余 … 元。» for a nil report that states its books."""
    fact = next((fact for fact in filing.facts if fact.id == "closing" or ("余额" in fact.label and "期初" not in fact.label)), None)
    value = fact and fact.cell.value
    if not isinstance(value, Amount):
        return Markup()
    name = f"{end_of(filing.period)}结余"
    return _clause(Part(name, print_amount(value.number), value.unit or "元")) + "。"


def _parts(filing: Filing, medium: str) -> list[Part]:
    for table in filing.tables:
        flow = books.flow_of(filing, table)
        moves = books.moved(flow, table) if flow else None
        if flow and moves:
            return _of_flow(filing, table, flow, moves)
    wholes = None if mask.withheld(filing, medium) else wholes_of(filing)
    if wholes is not None:
        return _of_wholes(filing, wholes)
    main = main_table(filing)
    if main is not None:
        if mask.withheld(filing, medium) and count(main) < FEWEST:
            return []
        parts = _of_table(filing, main)
        if parts:
            return parts if parts != _counted(filing, main) else _of_tables(filing, main)
    return [] if mask.withheld(filing, medium) else _of_facts(filing)


def _of_flow(filing: Filing, table: Table, flow: books.Flow, moves: tuple[Decimal, Decimal]) -> list[Part]:
    period = short_period(filing.covers or filing.period)
    names = [table.columns[at[0]].label if len(at) == 1 else word for at, word in ((flow.plus, "收入"), (flow.minus, "支出"))]
    parts = [Part(f"{period}{names[0]}", books.printed(moves[0]), "元"), Part(names[1], books.printed(moves[1]), "元")]
    value = flow.closing.cell.value
    if isinstance(value, Amount):
        parts.append(Part(f"{end_of(filing.period)}结余", print_amount(value.number), value.unit or "元"))
    return parts


def _of_wholes(filing: Filing, wholes: Wholes) -> list[Part]:
    """Return «第二季度收入 18,086.37 元，支出 3,679.00 元，季末结余 168,147.37 元» of a filing that keeps its tables apart."""
    told = [(fact, fact.label.removesuffix("合计") or fact.label) for fact in wholes.sums[:3]]
    if wholes.left is not None:
        told.append((wholes.left, f"{end_of(filing.period)}结余" if wholes.carried else wholes.left.label))
    parts = [part._replace(before=name) for fact, name in told if (part := _fact_part(fact)) is not None]
    if wholes.carried and parts:
        parts[0] = parts[0]._replace(before=short_period(filing.covers or filing.period) + parts[0].before)
    return parts


def _of_tables(filing: Filing, main: Table) -> list[Part]:
    """Return what the first three tables hold where the figures of the main one say nothing more than how many."""
    tables = [main, *[table for table in filing.tables if table.rows and table is not main]]
    counted = [part._replace(before=table.label) for table in tables for part in _counted(filing, table)[:1]]
    return counted[:3]


def _of_sides(table: Table) -> list[Part]:
    """Return the last total of each side of a table, called by its own words: «期末资产总计 5 元，负债和所有者权益总计 5 元»."""
    parts: list[Part] = []
    for side in parts_of(table):
        typed = next((row for row in reversed(side.rows) if row.role is Role.TOTAL and row.level == 0 and not row.label.startswith("小计")), None)
        added = [at for at, column in enumerate(side.columns) if _adds(column) and (column.total or typed)]
        at = next((at for at in added if _ENDS.search(side.columns[at].label)), added[0] if added else -1)
        rows = [row for row in side.rows if row.role is Role.ITEM and row.parent < 0]
        text = _total_text(at, side.columns[at], rows, typed, side) if at >= 0 else ""
        if not text:
            return []
        name = _side_name(side, at, typed.label if typed else "", first=not parts)
        part = _total_part(side.columns[at], text, name, alone=False)
        parts.append(part)
    return parts


_LINES = re.compile("(?:项目|科目|内容|事项|名称|指标)(?:名称)?$")


def _side_name(side: Table, at: int, words: str, *, first: bool) -> str:
    """Return what the total of a side is called: its own words; those of the heading, or of its lines, where it says no more than 合计."""
    column, label = side.columns[at], _ORDINAL.sub("", words)
    ends = _ENDS.search(column.label) is not None
    if label and label not in _BARE:
        return (column.label.removesuffix("数") if ends and first else "") + label
    if not column.group:
        return next((name for other in side.columns if other.kind == "text" and (name := _LINES.sub("", other.label))), column.label)
    return column.group[0] + (label if label in ("总计", "共计") else column.label if ends else "")


def _of_table(filing: Filing, table: Table) -> list[Part]:
    if table.sides:
        return _of_sides(table)
    if has_levels(table):
        return _of_statement(table)
    rows = [row for row in table.rows if row.role is Role.ITEM and row.parent < 0]
    typed = next((row for row in table.rows if row.role is Role.TOTAL and row.level == 0 and not row.label.startswith("小计")), None)
    totals = _totals(table, rows, typed)
    money = [part for column, part in totals if column.kind == "money"]
    others = [part for column, part in totals if column.kind != "money"]
    if len(money) == 1 and not table.layout.panels:
        money = [money[0]._replace(before="共")]
    counted = _counted(filing, table)
    others = [part for part in others if not any((part.figure, part.unit) == (one.figure, one.unit) for one in counted)]
    ends = [part for part in others if _ENDS.search(part.before)]
    parts = [*counted, *(others[:2] if len(others) < 3 or not ends else ends[:2]), *_rates(table, rows), *_told(money)]
    if totals or mask.withheld(filing, mask.WEB):
        return parts
    said = {(part.figure, part.unit) for part in parts}
    return [*parts, *(part for part in _of_facts(filing) if (part.figure, part.unit) not in said)][:3]


_ENDS = re.compile("期末|年末|月末|季末|余额|结余|结存|净值|欠缴|未缴|未收|未付")


def _told(money: list[Part]) -> list[Part]:
    """Return the first three totals of money, and what is left in the end where that stands behind them."""
    return [*money[:3], *[part for part in money[3:] if _ENDS.search(part.before)][:1]]


def _counted(filing: Filing, table: Table) -> list[Part]:
    """Return «60 户», with the table's name where the noun alone says little; panels are not counted."""
    number, name = count(table), noun(filing, table)
    if not number or table.layout.panels or table.sides:
        return []
    return [Part(table.label if name in ("项", "件") else "", str(number), name)]


_WHOLE = re.compile("合计|总计|共计|合 计")


def _totals(table: Table, rows: list[Row], typed: Row | None) -> list[tuple[Column, Part]]:
    """Return the totals worth telling: where a column sums up others (合计), only such columns; of a panel the first."""
    added = [at for at, column in enumerate(table.columns) if _adds(column) and (column.total or typed)]
    if table.layout.panels:
        ends = [at for at in added if _ENDS.search(table.columns[at].label)]
        chosen = sorted({table.columns[at].group[:1]: at for at in reversed(ends or added)}.values())
    else:
        chosen = [at for at in added if any(_WHOLE.search(name) for name in (*table.columns[at].group, table.columns[at].label))] or added
        chosen.sort(key=lambda at: not _grand(table.columns[at]))
    names = _names(table, chosen)
    areas = sum(1 for at in chosen if table.columns[at].kind == "area")
    found = []
    for at, name in zip(chosen, names, strict=True):
        column = table.columns[at]
        text = _total_text(at, column, rows, typed, table)
        if text:
            found.append((column, _total_part(column, text, name, areas == 1)))
    return [(column, part) for column, part in found if part.unit or part.before]


def _adds(column: Column) -> bool:
    return column.kind in _ADDED and column.additive != "no" and not column.of_which and not _CHANGE.search(column.label)


def _is_whole(column: Column) -> bool:
    return not column.group and _WHOLE.search(column.label) is not None


def _grand(column: Column) -> bool:
    """Tell whether a column is the total of all others: 总计 under no heading."""
    return not column.group and _WHOLE.fullmatch(column.label) is not None


_BARE = frozenset(("合计", "总计", "共计", "小计", "金额", "数额", "面积", "数量"))


def _names(table: Table, chosen: list[int]) -> list[str]:
    """Return what the chosen columns are called in a sentence, no two alike where heads tell them apart."""
    if table.layout.panels:
        columns = [table.columns[at] for at in chosen]
        return [(column.group[0] if column.group else "") + (column.label if not column.group or _ENDS.search(column.label) else "") for column in columns]
    labels = [table.columns[at].label for at in chosen]
    names = []
    for at in chosen:
        column = table.columns[at]
        above = column.group[-1] if column.group else ""
        if _grand(column):
            names.append("共")
        elif not above or column.label.startswith(above) or above in _BARE:
            names.append(column.label)
        elif column.label in _BARE:
            names.append(above)
        else:
            names.append(above + column.label if labels.count(column.label) > 1 else column.label)
    return names


def _total_part(column: Column, text: str, label: str, alone: bool) -> Part:
    """Return «金额 1,248.00 元»; the only area needs no word before it."""
    unit = unit_of(column) if text[-1:].isdecimal() else ""
    if column.kind == "money":
        return Part(label, text, unit)
    if not unit and label[-2:] in ("户数", "人数") and text[-1:].isdecimal():
        return Part("", text, label[-2])
    return Part("" if column.kind == "area" and alone else label, text, unit)


def _total_text(at: int, column: Column, rows: list[Row], typed: Row | None, table: Table) -> str:
    if typed is not None:
        cell = typed.cells[at]
        return figure(str(cell.text), cell.value, column.unit) if isinstance(cell.value, Amount) else ""
    if table.excerpt or column.distinct:
        return ""
    number = total((row.cells[at].value for row in rows), column.unit)
    if number is None or not any(isinstance(row.cells[at].value, Amount) for row in rows):
        return ""
    most = max((places(str(row.cells[at].text)) for row in rows), default=0)
    return print_amount(number, max(most, 0))


def _rates(table: Table, rows: list[Row]) -> list[Part]:
    """Return «每亩 92.40 元» for a rate that is the same in every row."""
    for at, column in enumerate(table.columns):
        upper, _, lower = column.unit.partition("/")
        values = {row.cells[at].value for row in rows} if column.kind == "rate" and lower else set()
        if len(values) == 1:
            value = values.pop()
            if isinstance(value, Amount) and value.unit == column.unit:
                return [Part(f"每{lower.replace('·', '每')}", print_amount(value.number), upper)]
    return []


_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|[0-9]+[、.．])")


def _of_statement(table: Table) -> list[Part]:
    """Return the uppermost figures of a statement with levels, from its 合计 column or else its last one of money: totals before parts."""
    columns = [at for at, column in enumerate(table.columns) if column.kind in FIGURE_KINDS]
    for at in sorted(columns, key=lambda index: (table.columns[index].kind in _ADDED, _is_whole(table.columns[index]), index), reverse=True):
        rows = [row for row in _uppermost(table) if isinstance(row.cells[at].value, Amount)]
        totals = [row for row in rows if row.role is Role.TOTAL]
        top = [*totals, *[row for row in rows if row.label[:1] in "一二三四五六七八九十" and row not in totals]] if totals else rows
        if top:
            return _statement_parts(table.columns[at], at, top[:3])
    return []


def _uppermost(table: Table) -> list[Row]:
    """Return the totals and the rows that are part of no row with a figure: （一） beneath a bare heading 一、 is one."""
    rows = [row for row in table.rows if row.level == 0 and row.role is not Role.OF_WHICH]
    return [row for row in rows if row.role is Role.TOTAL or not _within(table, row)]


def _within(table: Table, row: Row) -> bool:
    """Tell whether a row above, of which this one is part, states a figure."""
    above = row.parent
    while above >= 0 and not any(isinstance(cell.value, Amount) for cell in table.rows[above].cells):
        above = table.rows[above].parent
    return above >= 0


_PLAIN = frozenset(("金额", "合价", "数额", "价款", "费用"))


def _statement_parts(column: Column, at: int, rows: list[Row]) -> list[Part]:
    when = "" if column.label in _PLAIN else column.label.removesuffix("数").removesuffix("金额")
    parts = []
    for row in rows:
        text = figure(str(row.cells[at].text), row.cells[at].value, column.unit)
        name = _ORDINAL.sub("", row.label)
        called = (when if when not in _BARE else "共") if name in _BARE and _is_whole(column) else when.removesuffix("合计") + name
        parts.append(Part(called, text, unit_of(column) if text[-1:].isdecimal() else ""))
        when = ""
    return parts


def _of_facts(filing: Filing) -> list[Part]:
    parts = [_fact_part(fact) for fact in filing.facts if fact.personal is None]
    return [part for part in parts if part is not None][:3]


def _fact_part(fact: Fact) -> Part | None:
    value = mask.value(fact.cell)
    if value is None or isinstance(value, Absent):
        return None
    if isinstance(value, Amount):
        text = figure(str(fact.cell.text), value, value.unit)
        return Part(fact.label, text, (value.unit or unit_of(fact)) if text[-1:].isdecimal() else "")
    if isinstance(value, Day):
        return Part(fact.label, day_words(value.date, year=True), "")
    return None


_SENTENCE = re.compile(r"[^。！？\n]{6,90}[。！？]")
_MARKS = re.compile(r"[#*_>`|\[\]{}]|\(=[^)]*\)|^\s*[-+]\s", re.MULTILINE)


def _first_sentence(filing: Filing) -> str:
    body = _MARKS.sub("", mask.words(filing.body)).strip()
    match = _SENTENCE.search(body)
    if match:
        return match[0].strip()
    table = main_table(filing)
    if table is not None and count(table) and not (table.layout.panels or table.sides):
        return f"{table.label}，{count(table)} {noun(filing, table)}。"
    return f"{mask.words(filing.title)}。" if filing.title else ""
