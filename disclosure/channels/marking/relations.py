"""How the parts of a workbook find each other: relations, and the list of what kind each part is."""

from __future__ import annotations

import posixpath
from typing import Protocol
from xml.sax.saxutils import quoteattr

from disclosure.channels.marking.markup import appended
from disclosure.channels.marking.markup import attributes
from disclosure.channels.marking.markup import edited
from disclosure.channels.marking.markup import root_of
from disclosure.channels.marking.markup import tags

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NONE = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_NO_TYPES = f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'


class Parts(Protocol):
    """Parts that can be read and changed by name."""

    names: set[str]

    def text(self, name: str) -> str:
        """Return a part as text."""

    def put(self, name: str, text: str) -> None:
        """Change or add a part."""


def rels_of(part: str) -> str:
    """Return the name of the part that tells a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target(parts: Parts, part: str, kind: str) -> str:
    """Return the part that a part is related to in this way («comments»), '' where there is none."""
    return next((_inside(part, told.get("Target", "")) for told in _relations(parts, part) if told.get("Type", "").endswith(f"/{kind}")), "")


def by_id(parts: Parts, part: str, name: str) -> str:
    """Return the part behind a relation's id; raises KeyError where there is none."""
    found = next((_inside(part, told.get("Target", "")) for told in _relations(parts, part) if told.get("Id") == name), "")
    if found not in parts.names:
        raise KeyError(name)
    return found


def add(parts: Parts, part: str, kind: str, to: str, namespace: str) -> str:
    """Relate a part to another and return the relation's id."""
    name = rels_of(part)
    text = parts.text(name) if name in parts.names else _NONE
    taken = {told.get("Id", "") for told in _relations(parts, part)}
    made = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    path = posixpath.relpath(to, posixpath.dirname(part))
    p = root_of(text).prefix
    _append(parts, name, text, "Relationships", f'<{p}Relationship Id="{made}" Type="{namespace}/{kind}" Target={quoteattr(path)}/>')
    return made


def declare(parts: Parts, part: str, kind: str) -> None:
    """Say what kind one part is."""
    text = parts.text(TYPES) if TYPES in parts.names else _NO_TYPES
    p = root_of(text).prefix
    _append(parts, TYPES, text, "Types", f'<{p}Override PartName={quoteattr("/" + part)} ContentType="{kind}"/>')


def declare_ending(parts: Parts, ending: str, kind: str) -> None:
    """Say what kind all parts with an ending are, where nothing says so yet."""
    text = parts.text(TYPES) if TYPES in parts.names else _NO_TYPES
    known = {attributes(text, tag).get("Extension", "").lower() for tag in tags(text) if tag.name == "Default"}
    if ending not in known:
        p = root_of(text).prefix
        _append(parts, TYPES, text, "Types", f'<{p}Default Extension="{ending}" ContentType="{kind}"/>')


def _append(parts: Parts, name: str, text: str, parent: str, child: str) -> None:
    edit = appended(text, parent, child)
    if edit is None:
        raise ValueError(f"{name} without {parent}")
    parts.put(name, edited(text, [edit]))


def _relations(parts: Parts, part: str) -> list[dict[str, str]]:
    name = rels_of(part)
    if name not in parts.names:
        return []
    text = parts.text(name)
    return [attributes(text, tag) for tag in tags(text) if tag.name == "Relationship" and not tag.closing]


def _inside(part: str, path: str) -> str:
    """Return the name of a part from how another one points to it."""
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), path))
