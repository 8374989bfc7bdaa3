"""Amounts in Chinese capitals beside figures: «187356元(大写:壹拾捌万柒仟叁佰伍拾陆元)», a fact «补助金额大写»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.capitals import read_capitals
from disclosure.basis.numbers import read_amount
from disclosure.basis.span import Span
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import in_base
from disclosure.board.model import Fact
from disclosure.board.model import Filing
from disclosure.board.model import Source
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

MARK = "大写"
_BESIDE = re.compile(
    r"(?<![0-9０-９,，.．])(?P<figure>[0-9０-９][0-9０-９,，.．]{0,40})\s*(?:\]\(=(?:[^()\n]|\([^()\n]*\))*\)\s*)?(?P<unit>亿元|万元|元)?\s*[(（【]?\s*(?:人民币)?\s*大写(?:金额)?\s*[:：为]?\s*(?:人民币)?\s*"
    r"(?P<capitals>[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖拾佰仟萬万亿圆元交角分整正]+)"
)


class Pair(NamedTuple):
    """A figure and the capitals beside it; ``words`` holds None as value where no reading gives a number."""

    figure: Cell
    words: Cell
    text: str

    @property
    def readable(self) -> bool:
        """Whether the capitals state a number at all."""
        return amount_of(self.words) is not None


def pairs(filing: Filing) -> Iterator[Pair]:
    """Yield every figure with its capitals: in facts, in columns of a table, in running text."""
    yield from _in_facts(filing)
    marked = MARK in filing.source.text
    for table in filing.tables:
        yield from _in_table(table)
        if marked or table.source:
            yield from _in_remarks(table)
            yield from _in_rows(table)
    if marked:
        yield from in_text(filing.source)
        yield from _in_notes(filing)


def _in_facts(filing: Filing) -> Iterator[Pair]:
    for fact in filing.facts:
        if MARK in fact.label:
            partner = _partner(fact, filing)
            if partner is not None:
                yield from _pair(partner.cell, fact.cell)


def _partner(fact: Fact, filing: Filing) -> Fact | None:
    """Return the fact a 大写 belongs to: the one named so, else the only one that holds money."""
    name = _without_mark(fact.label)
    found = next((one for one in filing.facts if one is not fact and name and one.label in (name, f"{name}金额")), None)
    money = [one for one in filing.facts if one.kind == "money" and MARK not in one.label]
    return found or (money[0] if len(money) == 1 else None)


def _without_mark(label: str) -> str:
    return label.replace(MARK, "").strip(" ()（）:：")


def _in_table(table: Table) -> Iterator[Pair]:
    for index, column in enumerate(table.columns):
        if MARK not in column.label:
            continue
        money = [i for i, one in enumerate(table.columns) if one.kind == "money" and i != index and MARK not in one.label]
        named = [i for i in money if table.columns[i].label == _without_mark(column.label)]
        chosen = named or money
        if len(chosen) == 1 or named:
            for row in table.rows:
                yield from _pair(row.cells[chosen[0]], row.cells[index])


_CAPITALS = "[零〇壹贰叁肆伍陆柒捌玖拾佰仟萬万亿圆元交角分整正]"
_ALONE = re.compile(rf"(?:人民币)?{_CAPITALS}{{3,}}")
_WITHIN = re.compile(rf"大写(?:金额)?\s*[)）]?\s*[:：为]?\s*(?:人民币)?\s*(?P<capitals>{_CAPITALS}{{3,}})")
_OF_TOTAL = re.compile(rf"(?:合计|总计|共计|总额)(?:金额)?\s*[(（]?\s*(?:人民币)?\s*[(（]?\s*{_WITHIN.pattern}")
_WHOLE = re.compile("合计|总计|总额|实发|共计")
_FIGURES = frozenset(("money", "count", "area", "rate", "quantity"))
_TOLD = re.compile(r"^[(（]?\s*(?:人民币)?\s*大写(?:金额)?\s*[:：为]?\s*(?P<capitals>.+?)\s*[)）]?。?$")


def _in_remarks(table: Table) -> Iterator[Pair]:
    """Yield the one figure of money in a row with capitals told in words beside it: 备注 «大写：壹万贰仟元整», a label «合计（大写：…)»."""
    words = [index for index, column in enumerate(table.columns) if column.kind not in _FIGURES]
    for row in table.rows:
        for cell in (row.cells[index] for index in words):
            told = _capitals_in(cell.text) if isinstance(cell.text, str) and MARK in cell.text else ""
            figure = _money_in(table, row) if told else None
            if figure is not None:
                yield Pair(figure, _read(told, cell.span), told)


def _capitals_in(text: str) -> str:
    """Return the capitals a cell tells behind 大写, '' for none or where a figure stands in the cell itself."""
    if _BESIDE.search(text):
        return ""
    told = _TOLD.match(text) or _WITHIN.search(text)
    return told["capitals"] if told else ""


def _money_in(table: Table, row: Row) -> Cell | None:
    """Return the figure of money in a row; of several that of the 合计 column, None where it is not plain which is meant."""
    money = [(column, cell) for column, cell in zip(table.columns, row.cells, strict=True) if column.kind == "money" and amount_of(cell) is not None]
    found = money if len({in_base(cell) for _, cell in money}) == 1 else [one for one in money if _WHOLE.search(one[0].path)]
    return found[0][1] if found and (found is money or len(found) == 1) else None


def _in_rows(table: Table) -> Iterator[Pair]:
    """Yield the figure of the total above with the capitals in a row of their own: «合计大写 | | 叁拾捌万陆仟元整»."""
    total: Row | None = None
    for row in table.rows:
        if row.label.rstrip("：:)）").endswith(MARK):
            yield from _under(table, total, row) if total is not None else ()
        elif row.role is Role.TOTAL:
            total = row


def _under(table: Table, total: Row, row: Row) -> Iterator[Pair]:
    for column, figure, words in zip(table.columns, total.cells, row.cells, strict=True):
        if isinstance(words.text, str) and _ALONE.fullmatch(words.text.strip()):
            own = column.kind == "money" and amount_of(figure) is not None
            beside = figure if own else _money_in(table, total)
            if beside is not None:
                yield Pair(beside, _read(words.text.strip(), words.span), words.text.strip())


def _in_notes(filing: Filing) -> Iterator[Pair]:
    """Yield the one total of a filing with the capitals of it in a note or the text: «合计金额大写：叁拾捌万陆仟元整»."""
    texts = [*filing.notes, *([(filing.body, filing.body_span)] if filing.body_span is not None else [])]
    told = [(match["capitals"], span) for text, span in texts if (match := _OF_TOTAL.search(text))]
    totals = [cell for table in filing.tables for row in table.rows if row.role is Role.TOTAL and (cell := _money_in(table, row)) is not None]
    several = any(row.role is Role.TOTAL and _money_in(table, row) is None and _has_money(table) for table in filing.tables for row in table.rows)
    if told and not several and len({in_base(cell) for cell in totals}) == 1:
        yield from (Pair(totals[0], _read(capitals, span), capitals) for capitals, span in told)


def _has_money(table: Table) -> bool:
    return any(column.kind == "money" for column in table.columns)


def _pair(figure: Cell, words: Cell) -> Iterator[Pair]:
    """Yield a pair where both cells say something and neither is personal."""
    text, value = words.text, bare(words)
    if not isinstance(text, str) or value is Absent.BLANK or amount_of(figure) is None:
        return
    if isinstance(value, Amount):
        yield Pair(figure, words, text)
    elif isinstance(value, str):
        yield Pair(figure, _read(value, words.span), text)


def _read(text: str, span: Span) -> Cell:
    number = read_capitals(text.removeprefix("人民币").strip())
    return Cell(text if number is None else _amount(number), text, span)


def _amount(number: Decimal) -> Amount:
    return Amount(number, "元", max(0, -int(number.as_tuple().exponent)))


def in_text(source: Source) -> Iterator[Pair]:
    """Yield the pairs in the running text of a file (row files hold none)."""
    for match in _BESIDE.finditer(source.text):
        figure = read_amount(match["figure"], match["unit"] or "元")
        if not isinstance(figure, Amount) or _is_secret(match.start(), source):
            continue
        cell = Cell(figure, match["figure"], span_at(source, match.start("figure"), match.end("figure")))
        words = span_at(source, match.start("capitals"), match.end("capitals"))
        yield Pair(cell, _read(match["capitals"], words), match["capitals"])


def _is_secret(start: int, source: Source) -> bool:
    return any(secret.start <= start < secret.end for secret in source.secrets)


def span_at(source: Source, start: int, end: int) -> Span:
    """Return the span of a stretch of the source."""
    line = source.text.count("\n", 0, start) + 1
    column = start - (source.text.rfind("\n", 0, start) + 1) + 1
    return Span(source.path, line, column, start, end)
