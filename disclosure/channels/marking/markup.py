"""XML as text: where its tags stand, so that a few characters can be put in and all others stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_TAG = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?P<close>/?)(?:(?P<prefix>[^\s:/>]+):)?(?P<name>[^\s:/>]+)(?:[^>"']|"[^"]*"|'[^']*')*?(?P<empty>/?)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')""")


class Tag(NamedTuple):
    """A tag: its local name and prefix («x:»), where it begins and ends, how many elements it stands in (root: 0)."""

    name: str
    prefix: str
    start: int
    end: int
    depth: int
    closing: bool
    empty: bool


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str


def tags(text: str, start: int = 0, end: int | None = None, depth: int = 0) -> Iterator[Tag]:
    """Yield the tags of well-formed XML in order, of a whole text or of the part between two tags."""
    for match in _TAG.finditer(text, start, len(text) if end is None else end):
        name = match["name"]
        if name is None:
            continue
        closing, empty = bool(match["close"]), bool(match["empty"])
        depth -= closing
        yield Tag(name, f"{match['prefix']}:" if match["prefix"] else "", match.start(), match.end(), depth, closing, empty)
        depth += not closing and not empty


def root_of(text: str) -> Tag:
    """Return the tag of the root."""
    return next(tags(text))


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """Return the attributes of a tag by their names as written, prefix and all."""
    found = _ATTRIBUTE.finditer(text, tag.start, tag.end)
    return {match[1]: unescape(match[2][1:-1]) for match in found}


def with_attribute(opening: str, name: str, value: str) -> str:
    """Return an opening tag with an attribute set; the others keep their place and spelling."""
    for match in _ATTRIBUTE.finditer(opening):
        if match[1] == name:
            return f'{opening[: match.start(2)]}"{value}"{opening[match.end(2) :]}'
    at = len(opening) - (2 if opening.endswith("/>") else 1)
    return f'{opening[:at].rstrip()} {name}="{value}"{opening[at:]}'


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made; those at one place in the order they were given, none overlapping."""
    whole, at = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        whole += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*whole, text[at:]))


def appended(text: str, name: str, child: str) -> Edit | None:
    """Return the edit that puts ``child`` last into the first element of a name; None where there is no such element."""
    opened: Tag | None = None
    for tag in tags(text):
        if opened is None and tag.name == name and not tag.closing:
            if tag.empty:
                return filled(text, tag, child)
            opened = tag
        elif opened is not None and tag.closing and tag.name == name and tag.depth == opened.depth:
            return Edit(tag.start, tag.start, child)
    return None


def filled(text: str, tag: Tag, child: str) -> Edit:
    """Return the edit that opens an empty element and puts ``child`` into it."""
    opening = text[tag.start : tag.end - 2].rstrip()
    return Edit(tag.start, tag.end, f"{opening}>{child}</{tag.prefix}{tag.name}>")
