"""The feed channel: a place's calendar as iCalendar (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from datetime import timedelta

from disclosure.channels.artifact import Artifact
from disclosure.views.dates import CalendarView
from disclosure.views.dates import FeedEntry
from disclosure.views.paths import feed_path

NAME = "feed"
_OCTETS = 75
_MIDST = 0x80
"""The two upper bits of an octet in the midst of a character, in UTF-8."""
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_ALARM = "-P2DT15H"
"""Nine o'clock in the morning, three days before a day that begins at midnight."""


def artifact(view: CalendarView) -> Artifact:
    """Return the one file of a place's calendar."""
    return Artifact(feed_path(view.place), NAME)


def render(view: CalendarView) -> bytes:
    """Return the calendar as UTF-8: lines end in CRLF and are folded at 75 octets; the stamp is the day of the view."""
    return "".join(map(_folded, _lines(view))).encode()


def _lines(view: CalendarView) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//village-disclosure//calendar//ZH"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(f'{view.place_name}公开日历')}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    for entry in view.entries:
        yield from _event(entry, view.today)
    yield "END:VCALENDAR"


def _event(entry: FeedEntry, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}@village-disclosure"
    yield f"DTSTAMP:{_day(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.summary)}"
    yield f"DESCRIPTION:{_text(entry.words)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    if entry.alarm:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(entry.alarm)}", f"TRIGGER:{_ALARM}", "END:VALARM")
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """Return text with what RFC 5545 gives a meaning escaped; other control characters may not stand in it."""
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line with its CRLF, folded so that none has more than 75 octets and no character is torn."""
    data = line.encode()
    if len(data) <= _OCTETS:
        return line + "\r\n"
    pieces, start, room = [], 0, _OCTETS
    while start < len(data):
        end = start + room
        while end < len(data) and data[end] & 0xC0 == _MIDST:
            end -= 1
        pieces.append(data[start:end].decode())
        start, room = end, _OCTETS - 1
    return "\r\n ".join(pieces) + "\r\n"
