"""The township's front page: one sentence, the grid, what is new, what is missing, where the money went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.numbers import print_amount
from disclosure.basis.period import Period
from disclosure.basis.period import period_of
from disclosure.basis.text import han_words
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Duty
from disclosure.board.model import Place
from disclosure.board.model import Status
from disclosure.board.standing import replaced
from disclosure.views import charts
from disclosure.views import paths
from disclosure.views.answering import replies_tally
from disclosure.views.completeness import places_tally
from disclosure.views.grid import MOST_ROWS
from disclosure.views.grid import counted
from disclosure.views.grid import grid
from disclosure.views.grid import period
from disclosure.views.missing import duty_title
from disclosure.views.missing import missing_duties
from disclosure.views.missing import missing_item
from disclosure.views.model import HomeView
from disclosure.views.model import Link
from disclosure.views.model import NewsItem
from disclosure.views.tally import TallyView
from disclosure.views.words import day_words
from disclosure.views.words import days_between
from disclosure.views.words import num
from disclosure.views.words import plural_places
from disclosure.views.words import short_period

NEWS = 6
MISSING = 12
_NAMED = 3


def home_view(board: Board) -> HomeView:
    """Return the front page of the whole site on its day."""
    missing = missing_duties(board.duties)
    chart = _chart(board)
    rows = grid_rows(board, "")
    return HomeView(
        path=paths.HOME,
        lead=lead(board, board.duties),
        stand=stand(board, board.duties, missing),
        grid=grid(board, board.duties, rows),
        news=tuple(news_item(board, entry) for entry in latest(board, board.briefs)[:NEWS]),
        missing=tuple(missing_item(board, duty) for duty in missing[:MISSING]),
        missing_more=Link(f"全部 {len(missing)} 项缺项", paths.MISSING) if len(missing) > MISSING else None,
        chart=chart[0],
        chart_title=chart[1],
        chart_lead=chart[2],
        chart_note=chart[3],
        chart_heads=chart[4],
        chart_rows=chart[5],
        links=(Link("全部缺项", paths.MISSING, f"{len(missing)} 项"), Link("法条", paths.LAWS, "每一项依据的法律和地方规定"), Link("数据", paths.DATA, "表格与 JSON，可自己核算")),
        tallies=tallies(board, board.duties, rows),
    )


def tallies(board: Board, duties: Sequence[Duty], rows: Sequence[Place]) -> tuple[TallyView, ...]:
    """Return the tables of places: how complete they are, how they answer; only those that tell something."""
    return tuple(filter(None, (places_tally(board, duties, rows), replies_tally(board, rows))))


def grid_rows(board: Board, below: str) -> list[Place]:
    """Return the places a grid shows below a place: all that owe something, or the next level where they are too many."""
    owing = {duty.place for duty in board.duties}
    inside = [place for place in board.places.values() if place.path in owing and _is_below(board, place, below)]
    if len(inside) > MOST_ROWS:
        inside = [place for place in board.places.values() if place.parent == below or (not below and place.parent not in board.places)]
    return sorted(inside, key=lambda place: (place.level != "village", place.path))


def _is_below(board: Board, place: Place, above: str) -> bool:
    here = place.path
    while here:
        if here == above:
            return True
        here = board.places[here].parent if here in board.places else ""
    return not above


def lead(board: Board, duties: Sequence[Duty], name: str = "") -> Markup:
    """Return «五个村应公开 40 项，还缺 3 项», or that all is out; ``name`` for the page of one place."""
    counts = counted(duties)
    whole = sum(counts.values())
    who = name or _who(board, duties)
    if not whole:
        return Markup("{}还没有到期的公开事项").format(who)
    owed = Markup("{}应公开 {}，").format(who, num(f"{whole} 项"))
    if counts[Status.MISSING]:
        return owed + Markup("<em>还缺 {}</em>").format(num(f"{counts[Status.MISSING]} 项"))
    return owed + ("都已公开" if not counts[Status.DUE] else "到期的都已公开")


def _who(board: Board, duties: Sequence[Duty]) -> str:
    owing = {duty.place for duty in duties}
    villages = [place for path, place in board.places.items() if path in owing and place.level in ("village", "group")]
    above = [place for path, place in board.places.items() if path in owing and place.level not in ("village", "group")]
    counted_villages = f"{han_words(len(villages))}个{plural_places(place.name for place in villages).removeprefix('个')}" if villages else ""
    if not above:
        return counted_villages
    return "和".join(filter(None, (counted_villages, above[0].name if len(above) == 1 else f"{han_words(len(above))}个乡镇")))


def stand(board: Board, duties: Sequence[Duty], missing: Sequence[Duty], own: str = "") -> Markup:
    """Return who misses how much since when, and what falls due next; ``own``: the place whose page this is."""
    return Markup("").join([_missing_words(board, missing, own), _due_words(board, duties)])


def _missing_words(board: Board, missing: Sequence[Duty], own: str) -> Markup:
    if not missing:
        return Markup()
    counts = [pair for pair in Counter(duty.place for duty in missing).most_common() if pair[0] != own]
    named = [Markup("{}缺 {}").format(board.places[path].name, num(f"{count} 项")) for path, count in counts[:_NAMED]]
    rest = f"，另 {len(counts) - _NAMED} 处共缺 {sum(count for _, count in counts[_NAMED:])} 项" if len(counts) > _NAMED else ""
    days = sorted({days_between(duty.due_on, board.today) for duty in missing if duty.due_on})
    clauses = [Markup("，").join(named) + rest] if named else []
    if days:
        text = "都过期 " if len(days) == 1 and len(missing) > 1 else "过期 " if len(days) == 1 else "最长过期 "
        clauses.append(Markup("{}{}").format(text, num(f"{days[-1]} 天")))
    return Markup("，").join(clauses) + "。" if clauses else Markup()


def _due_words(board: Board, duties: Sequence[Duty]) -> Markup:
    """Return the next deadline and what falls due on it."""
    due = [duty for duty in duties if duty.status is Status.DUE and duty.due_on]
    if not due:
        return Markup()
    nearest = min(duty.due_on for duty in due if duty.due_on)
    same = [duty for duty in due if duty.due_on == nearest]
    titles = {duty_title(board, duty) for duty in same}
    places = list(dict.fromkeys(board.places[duty.place].name for duty in same))
    what = titles.pop() if len(titles) == 1 else f"{len(same)} 项"
    who = "、".join(places) if len(places) <= _NAMED else f"{len(places)} 个地方"
    return Markup("{}的{}，{}到期。").format(who, what, num(day_words(nearest, nearest.year != board.today.year)))


def shown_on(entry: Brief) -> date | None:
    """Return the day a filing was first seen on the web, else on the board."""
    return entry.published_on or entry.posted_on


def latest(board: Board, briefs: Sequence[Brief]) -> list[Brief]:
    """Return what is out, newest first; what is dated after today does not exist yet."""
    out = [entry for entry in briefs if (day := shown_on(entry)) is not None and day <= board.today and not entry.held]
    return sorted(out, key=lambda entry: (shown_on(entry) or date.min, entry.filing_id), reverse=True)


def news_item(board: Board, entry: Brief, with_place: bool = True) -> NewsItem:
    """Return the list entry of a filing."""
    day = shown_on(entry)
    span = period(entry.period)
    words = "" if span is None else short_period(span) if span.last.year == board.today.year else span.words()
    text = _entry_title(board, entry, words)
    when = day_words(day) if day and day.year == board.today.year else f"{day.year}年{day.month}月" if day else ""
    place = f"{board.places[entry.place].name} " if with_place else ""
    return NewsItem(when, place + text, paths.filing_id_path(entry.filing_id), entry.meta)


def _entry_title(board: Board, entry: Brief, words: str) -> str:
    """Return «九月财务收支明细», with stage and matter; a filing of a category that describes nothing goes by its title."""
    category = board.catalogue.categories[entry.category]
    if entry.title and not category.tables and not category.facts:
        return entry.title
    batch = "" if entry.secret else entry.batch or entry.matter
    tail = f"（{entry.stage}）" if entry.stage else ""
    return f"{words}{category.name}{tail}" + (f"：{batch}" if batch else "")


_NO_CHART: tuple[Markup, str, Markup, Markup, tuple[str, ...], tuple[tuple[str, ...], ...]] = (Markup(), "", Markup(), Markup(), (), ())


def _chart(board: Board) -> tuple[Markup, str, Markup, Markup, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return (chart, title, lead, note, heads, rows): spending by account in the last quarter that has any."""
    quarter = period_of("quarter", board.today).previous()
    now = _spent(board, quarter)
    if len(now) < 2:
        quarter = quarter.previous()
        now = _spent(board, quarter)
    if len(now) < 2:
        return _NO_CHART
    then = _spent(board, period_of("quarter", quarter.first.replace(year=quarter.first.year - 1)))
    entries = charts.top(now, then or None)
    name = short_period(quarter) if quarter.first.year == board.today.year else quarter.words()
    whole = sum(now.values(), Decimal(0))
    who = _spenders(board, quarter)
    lead_words = Markup("{}共支出 <b class=\"num\">{}</b> 元。").format(who, print_amount(whole, 2))
    note = escape(f"单位：元。{'粗条是本期，细条是去年同期。' if then else ''}{_gaps(board, quarter)}")
    heads = ("科目", "本期 元", "去年同期 元") if then else ("科目", "本期 元")
    rows = tuple((bar.name, print_amount(bar.value, 2), *([print_amount(bar.before or Decimal(0), 2)] if then else [])) for bar in entries)
    return charts.bars(entries, f"{name}支出，按用途", "money"), f"{name}钱花在哪", lead_words, note, heads, rows


def _spent(board: Board, quarter: Period) -> dict[str, Decimal]:
    """Return spending by account of a quarter."""
    found: dict[str, Decimal] = {}
    for entry in _books(board, quarter):
        for account, amount in entry.money.items():
            found[account] = found.get(account, Decimal(0)) + amount
    return found


def _books(board: Board, quarter: Period) -> list[Brief]:
    """Return the cash books whose period lies in a quarter; what is superseded or dated after today does not count."""
    gone = replaced(board.briefs)
    told = [entry for entry in board.briefs if entry.money and entry.filing_id not in gone and (shown_on(entry) or date.min) <= board.today]
    return [entry for entry in told if (span := period(entry.period)) is not None and quarter.contains(span)]


def _spenders(board: Board, quarter: Period) -> str:
    """Return whose spending it is: «四个村», or the one village's name."""
    names = [board.places[path].name for path in dict.fromkeys(entry.place for entry in _books(board, quarter))]
    return names[0] if len(names) == 1 else f"{han_words(len(names))}个{plural_places(names).removeprefix('个')}"


def _gaps(board: Board, quarter: Period) -> str:
    """Say which ledgers the chart does not hold because they are missing."""
    names = {entry.category for entry in board.briefs if entry.money}
    gaps = [duty for duty in board.duties if duty.status in (Status.MISSING, Status.DUE) and duty.category in names]
    inside = [duty for duty in gaps if (span := period(duty.period)) is not None and quarter.contains(span)]
    if not inside:
        return ""
    told = [f"{board.places[duty.place].name}{short_period(span)}" for duty in inside[:3] if (span := period(duty.period))]
    return f"不含{'、'.join(told)}{f'等 {len(inside)} 份' if len(inside) > 3 else ''}（{'缺' if inside[0].status is Status.MISSING else '未到期'}）。"
