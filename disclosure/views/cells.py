"""One column's cells at a time: what is printed, what is filed, which stand empty. Formatted and escaped once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from disclosure.basis.period import Period
from disclosure.basis.values import Absent
from disclosure.basis.values import Day
from disclosure.reading.table import Cell
from disclosure.reading.table import Row
from disclosure.views import mask
from disclosure.views.columns import Seen
from disclosure.views.columns import phone_label
from disclosure.views.columns import room
from disclosure.views.figures import figure
from disclosure.views.figures import pads_of
from disclosure.views.figures import places
from disclosure.views.model import CellView
from disclosure.views.model import em
from disclosure.views.words import day_words
from disclosure.views.words import escaped
from disclosure.views.words import keep_figures
from disclosure.views.words import safe

_UNSTATED = Markup('<span class="un">未列</span>')
_DITTO = frozenset(("〃", "同上", "\"", "″"))


class Setting(NamedTuple):
    """What every cell of a table must know: the medium, the filing's period, whether it is a cash book, whether units are mixed."""

    medium: str
    period: Period
    ledger: bool
    mixed: bool = False


class Made(NamedTuple):
    """The cells of one column, what they print as (for measuring), their classes, the most decimals (-1 for words)."""

    cells: list[CellView]
    printed: list[str]
    css: str
    decimals: int = -1


def column_cells(seen: Seen, rows: Sequence[Row], setting: Setting) -> Made:
    """Return the cells of one column."""
    cells = [row.cells[seen.at] for row in rows]
    if seen.css[0] == "r":
        return _figures(seen, cells, setting)
    return _words(seen, cells, setting)


def _figures(seen: Seen, cells: list[Cell], setting: Setting) -> Made:
    unit = seen.column.unit
    label = phone_label(seen.column, setting.ledger) + (f" {unit}" if setting.mixed and unit else "")
    typed = mask.texts(cells, seen.column.kind, seen.how)
    shown = [figure(text, cell.value, unit) for text, cell in zip(_spelt(typed), cells, strict=True)] if seen.how == "show" else typed
    measure = setting.medium == mask.BOARD
    css = seen.css + ("" if setting.ledger else room(seen, shown))
    empty = CellView(Markup(), css, label, True)
    counts = [places(text) for text in shown]
    views = []
    for text, filed, pad, count in zip(shown, typed, pads_of(counts), counts, strict=True):
        if text:
            html = safe(text + pad) if count >= 0 else _odd(text)
            views.append(CellView(html, css, label, False, 1, em(text) if measure else 0, filed))
        else:
            views.append(empty)
    return Made(views, shown, css, max(counts, default=-1))


def _spelt(typed: list[str]) -> list[str]:
    """Return the cells with the figure above in those that only say «as above» (〃)."""
    if _DITTO.isdisjoint(typed):
        return typed
    above = ""
    found = []
    for text in typed:
        above = text if text.strip() not in _DITTO else above or text
        found.append(above)
    return found


def _odd(text: str) -> Markup:
    return _UNSTATED if text == "未列" else escaped(text)


def _words(seen: Seen, cells: list[Cell], setting: Setting) -> Made:
    typed = mask.texts(cells, seen.column.kind, seen.how)
    shown: list[str] = []
    printed: dict[str, str] = {}
    above = ""
    dated = any(type(cell.value) is Day and _foreign(cell.value, setting.period) for cell in cells)
    for cell, filed in zip(cells, typed, strict=True):
        text = printed.get(filed)
        if text is None:
            text = above if filed.strip() in _DITTO else printed.setdefault(filed, _printed(cell, filed, seen, None if dated else setting.period))
        above = text or above
        shown.append(text)
    css = seen.css + ("" if setting.ledger else room(seen, shown))
    return Made(_word_views(seen, css, shown, typed, setting), shown, css)


def _word_views(seen: Seen, css: str, shown: list[str], typed: list[str], setting: Setting) -> list[CellView]:
    """Return the cells; one that repeats (an account, a handler) is made once."""
    label = _word_label(seen, setting.ledger)
    measure = setting.medium == mask.BOARD
    empty = CellView(Markup(), css, label, True)
    made: dict[tuple[str, str], CellView] = {}
    views = []
    for pair in zip(shown, typed, strict=True):
        view = made.get(pair)
        if view is None:
            text, filed = pair
            view = CellView(_markup(text, seen.css), css, label, False, 1, em(text) if measure else 0, filed) if text else empty
            made[pair] = view
        views.append(view)
    return views


def _word_label(seen: Seen, ledger: bool) -> str:
    if seen.css == "s" or (ledger and seen.css != "p"):
        return ""
    return phone_label(seen.column, ledger)


def _markup(text: str, css: str) -> Markup:
    if text == "未列":
        return _UNSTATED
    html = keep_figures(text) if css == "s" else escaped(text)
    if css.endswith("d") and "年" in text[:-1]:
        return safe(str(html).replace("年", "年<wbr>", 1))
    return safe(str(html).replace("\n", "<br>")) if "\n" in text else html


def _printed(cell: Cell, filed: str, seen: Seen, period: Period | None) -> str:
    """Return a word cell as printed: a day without the year where the heading gives the year of all (``period``)."""
    text = filed.strip()
    value = cell.value
    if type(value) is Day and seen.how == "show":
        return _day(value, period)
    if seen.css == "s":
        return text.lstrip("　@").lstrip()
    return "" if value is Absent.BLANK else text


def _foreign(day: Day, period: Period) -> bool:
    return period.first.year != day.date.year or period.last.year != day.date.year


def _day(day: Day, period: Period | None) -> str:
    year = period is None or _foreign(day, period)
    if day.exact:
        return day_words(day.date, year)
    return f"{day.date.year}年{day.date.month}月" if year else f"{day.date.month}月"


def derived(seen: Seen, text: str, setting: Setting, pad: str = "") -> CellView:
    """Return the cell of a figure this program worked out; it is filed nowhere, so its ``text`` is empty."""
    label = phone_label(seen.column, setting.ledger)
    width = em(text) if setting.medium == mask.BOARD else 0
    return CellView(safe(text + pad), seen.css, label, not text, 1, width)


def label_cell(text: str, css: str, setting: Setting) -> CellView:
    """Return the naming cell of a derived row."""
    return CellView(escaped(text), css, "", False, 1, em(text) if setting.medium == mask.BOARD else 0)
