"""What a filing says will be done by a day: open rows of tables that name a day, and plain sentences of its prose."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from disclosure.basis.period import read_day
from disclosure.basis.private import Private
from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.values import Day
from disclosure.board.flow import Promise
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table

_DEADLINE = re.compile(
    r"^(?:整改|完成|办结|办理|落实|答复|回复|兑付|兑现|发放|交付|整治|公布|公开|拨付|退还|清退|销号|完工)(?:期限|时限)$|^(?:时限|计划完成|拟完成)$"
    r"|^(?:计划|预计|拟|承诺)(?:整改|完成|办结|落实|答复|兑付|兑现|发放|公布|拨付|退还|完工|竣工)(?:时间|日期|期限|时限|日)$|^(?:兑付|兑现|发放)时间$"
)
_STATE = re.compile(r"状态|结果|进度|进展|完成情况|落实情况|整改情况|办理情况|答复情况|兑付情况|发放情况|是否|销号|实际|完成日期|办结日期|答复日期|整改日期|发放日期")
_OPEN = re.compile(r"(?:未|尚未|还没|没有|正在|进行中|推进中|办理中|整改中|在办|在建|计划|准备|待|筹备|部分)")
_REFUSED = re.compile(r"结论|表决结果|决议结果")
_NOT_PASSED = re.compile(r"未通过|不通过|否决|暂缓|再议|撤回")
_BEFORE = re.compile(r"(?<=月)(?:月?底|末)(?:之前|以前|前)?$|(?:之前|以前|前)$")
_SUBJECT = re.compile("事项|问题|目标|任务|议题|内容|项目|建议|意见|名称")
_LONGEST = 60

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_WILL = r"(?:将|拟|计划|预计|承诺|确保|力争|保证)"
_DONE = r"(?:发放|兑付|兑现|公布|公示|公开|整改|完成|付清|还清|退还|退清|拨付|到位|答复|办结|竣工|完工|验收|修好|解决)"
_PROMISE = re.compile(
    rf"{_WILL}[^0-9]{{0,8}}?(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|月?(?:底|末))(?:之前|以前|前)[^0-9]{{0,24}}?{_DONE}"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{3,}")
_ANYWHERE = re.compile(r"村委会|村民(?:小组|代表|会议)?|代表会议|监委会|(?:村|集体)?经济组织|村集体|[本全我]村|年度|季度|到户|正在|已经|按照|规定|要求|会议|决定|工作|情况|问题|整改|落实")
_OTHERS = re.compile(r"请|各户|须|必须|报名|申请|申报|异议|领取|截[至止]|已于|已在|逾期|如果|可于|不得|村民应|承租人|承包人|欠款人|债务人|施工方|中标人")


def promises(filing: Filing, shelf: Shelf) -> tuple[Promise, ...]:
    """Return what a filing says will be done by a day after it was shown, left out what it calls done.

    Left out as well is what any later filing of the shelf has words of: a row of the books that says it was paid. Where
    后续 says how it goes on, only what that promises counts.
    """
    shown = filing.first_shown
    if shown is None or filing.nil:
        return ()
    found = tuple(dict.fromkeys(one for one in _told(filing) if one.until > shown))
    later = [other.source.text for other in shelf.filings if other.first_shown and other.first_shown > shown] if found else []
    return tuple(one for one in found if not any(run in text for run in _runs(one.words) for text in later))


def _told(filing: Filing) -> Iterator[Promise]:
    if filing.follow_up:
        yield from _in_text(filing.follow_up, filing.keys.get("follow_up", filing.span), filing)
        return
    rows = [one for table in filing.tables for one in _of_table(table, filing)]
    yield from rows or _of_facts(filing)
    for text, span in _prose(filing):
        yield from _in_text(text, span, filing)


def _runs(words: str) -> set[str]:
    """Return every three characters in a row of what a promise is about, its verb and what any paper says left out."""
    bare = _ANYWHERE.sub(" ", _PROMISE.sub(" ", words))
    return {run[at : at + 3] for run in _HAN.findall(bare) for at in range(len(run) - 2)}


def _of_table(table: Table, filing: Filing) -> Iterator[Promise]:
    days = [at for at, column in enumerate(table.columns) if _DEADLINE.search(column.label)]
    if len(days) != 1:
        return
    for row in table.rows:
        cell = row.cells[days[0]]
        until = _day_of(cell) if row.role is Role.ITEM and _is_open(table.columns, row, days[0]) else None
        if until:
            yield Promise(row.number, cell.span, until, scrub(_about(table.columns, row) or strip_secret(filing.matter)))


def _day_of(cell: Cell) -> date | None:
    """Return the day of a cell («2026-08-31», «2026年8月底前»), None where it names none or leaves out the year."""
    read = cell.value if isinstance(cell.value, Day) else read_day(_BEFORE.sub("", _said(cell)))
    return read.date if isinstance(read, Day) else None


def _is_open(columns: tuple[Column, ...], row: Row, deadline: int) -> bool:
    """Tell whether nothing in a row says that it is done, dropped or was never decided."""
    for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        said = "" if at == deadline else _said(cell)
        if _STATE.search(column.label) and said and not _OPEN.match(said):
            return False
        if _REFUSED.search(column.label) and _NOT_PASSED.search(said):
            return False
    return True


def _about(columns: tuple[Column, ...], row: Row) -> str:
    """Return what a row is about: its first words under a head that says so."""
    told = zip(columns, row.cells, strict=True)
    said = (_said(cell) for column, cell in told if column.kind in ("text", "choice") and _SUBJECT.search(column.label) and not _STATE.search(column.label))
    return next(filter(None, said), "")[:_LONGEST]


def _said(cell: Cell) -> str:
    return "" if isinstance(cell.text, Private) else _tight(strip_secret(cell.text))


def _of_facts(filing: Filing) -> list[Promise]:
    """Return the day that a filing as a whole names, where none of its facts tells how it stands."""
    told = [fact for fact in filing.facts if not fact.personal]
    if any(_STATE.search(fact.label) and _said(fact.cell) and not _OPEN.match(_said(fact.cell)) for fact in told):
        return []
    about = scrub(strip_secret(filing.matter or filing.title))
    days = [(fact.cell.span, _day_of(fact.cell)) for fact in told if _DEADLINE.search(fact.label)]
    return [Promise("", span, until, about) for span, until in days if until]


def _prose(filing: Filing) -> Iterator[tuple[str, Span]]:
    yield from filing.notes
    if filing.body:
        yield filing.body, filing.body_span or filing.span


def _in_text(text: str, span: Span, filing: Filing) -> Iterator[Promise]:
    """Yield «…将于2026年8月底前发放…»: what the village says of itself, by a day told in full or to the end of a month."""
    if "前" not in text:
        return
    for sentence in _SENTENCE.findall(strip_secret(text)):
        for clause in sentence.replace(",", "，").split("，") if _PROMISE.search(_tight(sentence)) else ():
            found = _PROMISE.search(_tight(clause))
            until = _until(found, filing) if found and not _OTHERS.search(clause) else None
            if until:
                about = f"{strip_secret(filing.matter)} {_tight(sentence)}"[:_LONGEST]
                yield Promise("", _place_of(filing, clause.strip(), span), until, scrub(about))


def _tight(text: str) -> str:
    return re.sub(r"[\s　]", "", text)


def _place_of(filing: Filing, clause: str, near: Span) -> Span:
    """Return where a clause stands in the filing, at or after ``near``; ``near`` itself where it is written otherwise."""
    text = filing.source.text
    at = text.find(clause, near.start) if near.path == filing.source.path else -1
    if at < 0:
        return near
    return Span(near.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), at, at + len(clause))


def _until(found: re.Match[str], filing: Filing) -> date | None:
    """Return the day a sentence names; one without its year is of the year the filing tells of."""
    year, month = int(found["year"] or filing.period.last.year), int(found["month"])
    last = monthrange(year, month)[1]
    day = int(found["day"] or last)
    return date(year, month, day) if day <= last else None
