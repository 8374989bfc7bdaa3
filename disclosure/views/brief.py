"""What the rest of the site needs to know of one filing: its sentence, its sums, its days; nothing personal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.board.households import households
from disclosure.board.lookups import flows
from disclosure.board.lookups import terms
from disclosure.board.model import Brief
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.promises import promises
from disclosure.rules.places import reposted_from
from disclosure.rules.waivers import granted
from disclosure.views import charts
from disclosure.views import ledger as books
from disclosure.views import mask
from disclosure.views.counting import count
from disclosure.views.counting import main_table
from disclosure.views.counting import noun
from disclosure.views.filing import filing_view
from disclosure.views.model import FilingView
from disclosure.views.words import day_words
from disclosure.views.words import end_of


def brief(filing: Filing, shelf: Shelf, held: bool = False, view: FilingView | None = None, key: bytes = b"") -> Brief:
    """Return the brief of a filing; ``view`` is its web view where it has been made already.

    Of a filing held back, and of a board-only one, neither rows nor figures: they take no part in any sum. That the
    same household stands on two relief lists can be known all the same, by digests under ``key`` that tell nobody's name.
    """
    shown = None if held else view or filing_view(filing, shelf)
    closed = held or mask.withheld(filing, mask.WEB)
    told = mask.told if closed else mask.words
    return Brief(
        filing_id=told(filing.id),
        place=filing.place,
        category=filing.category.id,
        period=filing.period.canonical,
        covers=filing.covers.canonical if filing.covers else "",
        path=told(filing.source.path),
        title="" if closed else mask.words(filing.title),
        say=shown.summary if shown else "",
        meta=_meta(filing, closed, shown),
        owner=told(filing.owner),
        matter=told(filing.matter),
        batch=told(filing.batch),
        stage=told(filing.stage),
        nil=bool(filing.nil),
        secret=mask.withheld(filing, mask.WEB),
        held=held,
        supersedes=told(filing.supersedes),
        published_on=filing.published_on,
        posted_on=filing.posted_on,
        taken_down_on=filing.taken_down_on,
        issued_on=filing.issued_on,
        window=filing.window,
        facts={} if closed else _facts(filing),
        days=_days(filing, told),
        money={} if closed else _money(filing),
        rows=sum(len(table.rows) for table in filing.tables),
        corrections=len(filing.corrections),
        digest=shown.digest if shown else "",
        waivers=granted(filing, shelf),
        replies=() if closed else _replies(filing),
        terms=() if closed else terms(filing),
        flows=() if closed else flows(filing, shelf),
        follow_up="" if closed else mask.words(filing.follow_up),
        signers=tuple((mask.told(one.role), mask.told(one.name)) for one in filing.signatures if one.name and not held),
        promises=() if closed else promises(filing, shelf),
        issuer=told(reposted_from(filing)),
        households=() if held else tuple((told(path), rows) for path, rows in households(filing, key)),
    )


def _facts(filing: Filing) -> dict[str, Decimal]:
    """Return the filing's figures in base units, by id."""
    found = {}
    for fact in filing.facts:
        value = mask.value(fact.cell)
        if isinstance(value, Amount):
            found[fact.id] = value.base
    return found


def _days(filing: Filing, told: Callable[[str], str]) -> dict[str, date]:
    found = {}
    for fact in filing.facts:
        value = mask.value(fact.cell)
        if isinstance(value, Day):
            found[told(fact.id)] = found[told(fact.label)] = value.date
    return found


def _replies(filing: Filing) -> tuple[tuple[date, date | None], ...]:
    """Return of each opinion when it was received and when it was answered; days only, nobody's name."""
    if filing.category.subject != "feedback":
        return ()
    found: list[tuple[date, date | None]] = []
    for table in filing.tables:
        asked, replied = table.column("date"), table.column("replied")
        for row in table.rows if asked >= 0 and replied >= 0 else ():
            days = mask.value(row.cells[asked]), mask.value(row.cells[replied])
            if isinstance(days[0], Day):
                found.append((days[0].date, days[1].date if isinstance(days[1], Day) else None))
    return tuple(found)


def _money(filing: Filing) -> dict[str, Decimal]:
    """Return what a cash book paid out, in 元, by the words its category's bar chart groups by; {} for anything else."""
    for chart in filing.category.charts:
        if chart.form == "bar" and chart.by and charts.is_outgoing(filing, chart):
            return charts.sums_by(filing, chart)
    return {}


def _meta(filing: Filing, closed: bool, view: FilingView | None) -> str:
    """Return the second line of a list entry: how many entries, what is left, what was corrected."""
    if closed or view is None:
        return "网上只公布合计" if view and view.secret else "因含个人信息暂不上网" if view is None else ""
    if filing.nil:
        return "零报告：" + mask.words(filing.nil).rstrip("。")
    if filing.corrections:
        return f"{_counted(filing)}更正 {len(filing.corrections)} 处"
    table = main_table(filing)
    flow = books.flow_of(filing, table) if table else None
    if flow and isinstance(flow.closing.cell.value, Amount):
        return f"{_counted(filing)}{end_of(filing.period)}结余 {books.printed(flow.closing.cell.value.base)} 元"
    if filing.window:
        return f"公示到 {day_words(filing.window[1])}"
    return view.summary.rstrip("。") if len(view.summary) <= 56 else _counted(filing).rstrip("，")


def _counted(filing: Filing) -> str:
    table = main_table(filing)
    number = count(table) if table else 0
    return f"{number} {noun(filing, table)}，" if table and number else ""
