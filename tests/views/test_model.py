"""The template contract and its page in the guide name the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from dataclasses import is_dataclass

from disclosure.basis.discovery import resource_folder
from disclosure.views import dates
from disclosure.views import manual
from disclosure.views import model

GUIDE = (resource_folder("guide") / "templates.md").read_text("utf-8")
SECTION = re.compile(r"^### (\w+)\n(.*?)(?=^#|\Z)", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)


def contract() -> dict[str, list[str]]:
    """Return the names of every record a template may see."""
    found = {}
    for name, thing in {**vars(model), **vars(dates), **vars(manual)}.items():
        if isinstance(thing, type) and is_dataclass(thing):
            found[name] = [field.name for field in fields(thing)]
        elif isinstance(thing, type) and hasattr(thing, "_fields"):
            found[name] = list(thing._fields)
    return found


def told() -> Iterator[tuple[str, list[str]]]:
    """Yield the names the guide gives, record by record."""
    for match in SECTION.finditer(GUIDE):
        yield match[1], [name for cell in ROW.findall(match[2]) for name in re.findall(r"`(\w+)`", cell)]


def test_the_guide_names_every_field_and_no_other() -> None:
    assert {name: sorted(names) for name, names in told()} == {name: sorted(names) for name, names in contract().items()}


def test_every_record_says_what_it_is() -> None:
    for name in contract():
        assert next(vars(home)[name] for home in (model, dates, manual) if name in vars(home)).__doc__
