"""The sentence parts that findings about duties share."""

from __future__ import annotations

from disclosure.basis.period import parse_period
from disclosure.board.model import Board
from disclosure.board.model import Duty

_SOURCES = {"law": "期限是法定的", "local": "期限是本地规定的", "default": "期限是产品缺省的，不是法律规定"}


def duty_arguments(duty: Duty, board: Board) -> dict[str, object]:
    """Return place, category, period, item, due, shown, late (days), source in words, its laws, and what ``new`` needs."""
    place = board.places[duty.place]
    category = board.catalogue.categories.get(duty.category)
    period = parse_period(duty.period)
    media = category.media if category else ("board", "web")
    shown_in = {"board": duty.posted_on, "web": duty.published_on}
    shown = min((day for medium in media if (day := shown_in[medium]) is not None), default=None)
    return {
        "place": place.name,
        "category": category.name if category else duty.category,
        "period": period.words() if period else duty.period,
        "canonical": duty.period,
        "folder": place.path,
        "item": duty.item,
        "due": duty.due_on.isoformat() if duty.due_on else "",
        "shown": shown.isoformat() if shown else "",
        "late": (shown - duty.due_on).days if shown and duty.due_on else 0,
        "basis": duty.citation,
        "source": _SOURCES.get(duty.due_source, "") + (f"；{duty.calendar_note}" if duty.calendar_note else ""),
    }
