"""The calendar for the wall: months one under another in columns, each row a day, what is due and for which period."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from disclosure.channels.printing.content import Cell
from disclosure.channels.printing.content import Column
from disclosure.channels.printing.content import Content
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.content import Line
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.lists import heads_of
from disclosure.views.dates import WallMonth
from disclosure.views.dates import WallView

WHAT = "公开日历"
_COLUMNS = (Column("日", "", "d"), Column("公开什么", "", "s"), Column("哪一期", "", "a"))
_WHOLE = 16
"""A month of no more rows than these is not divided between columns."""


def calendar_content(view: WallView, form: Format) -> Content:
    """Return what the calendar of a place says."""
    lines = tuple(line for month in view.months for line in _month(month))
    grid = Grid("calendar", "", "list", _COLUMNS, (heads_of(_COLUMNS),), lines, label_at=1, columns_most=3, five=False)
    return Content(
        title=f"{view.place_name} {view.period_words} {WHAT}",
        language="zh-Hans",
        who=view.place_name,
        when=view.period_words,
        what=WHAT,
        kind="村务公开",
        sum_html=str(view.say),
        blocks=(grid,),
        lead_html=str(view.events) if form.landscape else "",
        foot=tuple(map(str, view.foot if form.landscape else (*view.foot, view.events))),
        ask_title="到日子没看到，请打电话",
        phones=view.phones,
        qr=view.url or view.path,
        qr_words=("扫码看", "最新日历"),
    )


def _month(month: WallMonth) -> Iterator[Line]:
    yield Line("grp", (Cell(str(escape(month.name)), "s", len(_COLUMNS)), None, None), keep=True)
    last = len(month.rows) - 1
    for at, (day, name, span) in enumerate(month.rows):
        cells = (Cell(f"<b>{day}</b>" if day else "", "d"), Cell(str(escape(name)), "s"), Cell(str(escape(span)), "a"))
        yield Line("item", cells, keep=at < last < _WHOLE)
