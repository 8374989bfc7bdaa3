"""The feed as a phone's calendar reads it: lines, folding, escapes and fields of RFC 5545."""

from __future__ import annotations

import re
from datetime import date
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from disclosure.channels import ics
from disclosure.views.calendar import calendar_view
from disclosure.views.calendar import coming
from disclosure.views.dates import CalendarView
from disclosure.views.dates import FeedEntry
from tests.views.making import LEDGER
from tests.views.making import VILLAGE
from tests.views.making import board
from tests.views.making import read

Event = dict[str, tuple[dict[str, str], str]]
TEXT = st.text(st.characters(codec="utf-8"), max_size=120)
ENTRIES = st.builds(
    FeedEntry,
    st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    TEXT,
    TEXT,
    st.sampled_from(("", "https://example.org/a/calendar/")),
    TEXT,
)


def unfolded(data: bytes) -> list[str]:
    """Return the lines of a calendar; fails on anything RFC 5545 does not allow."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(re.search(rb"[\r\n\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line) for line in lines)
    for line in lines:
        line.decode()
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"")
    return whole.decode().split("\r\n")


def unescaped(text: str) -> str:
    """Return a text value as it was meant; fails on a bare comma or semicolon."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text)
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def field(line: str) -> tuple[str, dict[str, str], str]:
    head, _, value = line.partition(":")
    name, *parameters = head.split(";")
    assert re.fullmatch(r"[A-Z-]+", name), line
    return name, dict(one.split("=", 1) for one in parameters), value


def parsed(data: bytes) -> tuple[Event, list[tuple[Event, list[Event]]]]:
    """Return the calendar's own fields, and of each event its fields and alarms."""
    head: Event = {}
    events: list[tuple[Event, list[Event]]] = []
    stack: list[str] = []
    for line in unfolded(data):
        name, parameters, value = field(line)
        if name == "BEGIN":
            assert (stack, value) in ([[], "VCALENDAR"], (["VCALENDAR"], "VEVENT"), (["VCALENDAR", "VEVENT"], "VALARM")) or (not stack and value == "VCALENDAR")
            stack.append(value)
            if value == "VEVENT":
                events.append(({}, []))
            if value == "VALARM":
                events[-1][1].append({})
        elif name == "END":
            assert stack.pop() == value
        else:
            into = {1: head, 2: events[-1][0] if events else head, 3: events[-1][1][-1] if events and events[-1][1] else head}[len(stack)]
            assert name not in into, f"{name} twice"
            into[name] = (parameters, value)
    assert stack == []
    return head, events


def view(*entries: FeedEntry) -> CalendarView:
    return CalendarView("a/calendar/index.html", "a", "石桥村", date(2026, 11, 21), (), "", (), None, (), (), (), (), (), entries)


def kept(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in plain if (letter >= " " and letter != "\x7f") or letter == "\n")


@given(st.lists(ENTRIES, max_size=4))
def test_whatever_is_said_comes_back(entries: list[FeedEntry]) -> None:
    head, events = parsed(ics.render(view(*entries)))
    assert head["VERSION"][1] == "2.0"
    assert len(events) == len(entries)
    for entry, (event, alarms) in zip(entries, events, strict=True):
        assert unescaped(event["SUMMARY"][1]) == kept(entry.summary)
        assert unescaped(event["DESCRIPTION"][1]) == kept(entry.words)
        assert event["UID"][1].startswith(entry.uid)
        assert ("URL" in event) == bool(entry.url)
        assert [unescaped(alarm["DESCRIPTION"][1]) for alarm in alarms] == ([kept(entry.alarm)] if entry.alarm else [])


@given(ENTRIES)
def test_a_day_is_a_whole_day_and_the_reminder_three_before(entry: FeedEntry) -> None:
    _, [(event, alarms)] = parsed(ics.render(view(entry)))
    assert event["DTSTART"] == ({"VALUE": "DATE"}, f"{entry.day:%Y}{entry.day:%m%d}")
    assert event["DTEND"] == ({"VALUE": "DATE"}, f"{entry.day + timedelta(days=1):%Y%m%d}")
    assert event["DTSTAMP"] == ({}, "20261121T000000Z")
    for alarm in alarms:
        assert alarm["ACTION"][1] == "DISPLAY"
        days, hours = map(int, re.fullmatch(r"-P(\d)DT(\d+)H", alarm["TRIGGER"][1]).groups())  # type: ignore[union-attr]
        assert timedelta(days=2) < timedelta(days=days, hours=hours) <= timedelta(days=3)


def test_the_calendar_of_a_village() -> None:
    world = board(read(LEDGER))
    made = calendar_view(world, coming(world)[VILLAGE.path])
    head, events = parsed(ics.render(made))
    assert unescaped(head["X-WR-CALNAME"][1]) == "石桥村公开日历"
    assert len(events) == len(made.entries) > 20
    assert len({event["UID"][1] for event, _ in events}) == len(events)
    assert ics.render(made) == ics.render(made)
    artifact = ics.artifact(made)
    assert (artifact.path, artifact.channel, artifact.tree, artifact.place) == ("qinghe/shiqiao/calendar/calendar.ics", "feed", "site", "")
