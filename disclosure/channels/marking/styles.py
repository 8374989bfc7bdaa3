"""Coloured twins of cell styles: the same font, format, border and lock, only the fill is another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from disclosure.channels.marking.markup import Edit
from disclosure.channels.marking.markup import Tag
from disclosure.channels.marking.markup import edited
from disclosure.channels.marking.markup import filled
from disclosure.channels.marking.markup import root_of
from disclosure.channels.marking.markup import tags
from disclosure.channels.marking.markup import with_attribute

COLOURS = {"error": "FFFFC7CE", "warning": "FFFFE699", "info": "FFDDEBF7"}
"""Fill by severity: light enough to read black figures on, and to tell apart in a black-and-white print."""

EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_AFTER_FILLS = ("borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst")
_AFTER_XFS = _AFTER_FILLS[3:]
_NO_FILLS = ("none", "gray125")

Wanted = tuple[int, str]
"""A style's number and a severity."""


class _List(NamedTuple):
    """An element that lists others: its tag, and where each of those begins and ends."""

    tag: Tag
    children: list[tuple[int, int]]
    end: int


def coloured(text: str, wanted: Iterable[Wanted]) -> tuple[str, dict[Wanted, int]]:
    """Return the style part with a twin for each wanted style, and the number of each twin."""
    pairs = sorted(set(wanted))
    text = _with_lists(text)
    p = root_of(text).prefix
    fills, styles = _list(text, "fills"), _list(text, "cellXfs")
    if fills is None or styles is None:
        raise ValueError("a style part without lists")
    colours = sorted({severity for _, severity in pairs}, key=list(COLOURS).index)
    fill_ids = {severity: len(fills.children) + at for at, severity in enumerate(colours)}
    made = "".join(_fill(p, COLOURS[severity]) for severity in colours)
    twins = "".join(_twin(text, styles, base, fill_ids[severity]) for base, severity in pairs)
    numbers = {pair: len(styles.children) + at for at, pair in enumerate(pairs)}
    edits = [*_grown(text, fills, made, len(colours)), *_grown(text, styles, twins, len(pairs))]
    return edited(text, edits), numbers


def _fill(p: str, colour: str) -> str:
    inside = f'<{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
    return f'<{p}fill><{p}patternFill patternType="solid">{inside}</{p}patternFill></{p}fill>'


def _twin(text: str, styles: _List, base: int, fill: int) -> str:
    """Return a style as it is but for its fill; a number that no style has stands for the plain one."""
    start, end = styles.children[base if base < len(styles.children) else 0]
    opening = next(tags(text, start, end))
    head = with_attribute(text[start : opening.end], "fillId", str(fill))
    return with_attribute(head, "applyFill", "1") + text[opening.end : end]


def _grown(text: str, found: _List, more: str, count: int) -> list[Edit]:
    """Return the edits that put more children at the end of a list and set its count."""
    tag, total = found.tag, str(len(found.children) + count)
    opening = with_attribute(text[tag.start : tag.end], "count", total)
    return [Edit(tag.start, tag.end, opening), Edit(found.end, found.end, more)]


def _list(text: str, name: str) -> _List | None:
    """Return a list below the root with its children, None where it is not there."""
    opened: Tag | None = None
    start, children = 0, list[tuple[int, int]]()
    for tag in tags(text):
        if opened is None:
            opened = tag if tag.name == name and tag.depth == 1 and not tag.closing else None
            if opened is not None and opened.empty:
                return _List(opened, [], opened.end)
        elif tag.depth == 1:
            return _List(opened, children, tag.start)
        elif tag.depth == 2:
            start = start if tag.closing else tag.start
            children += [(start, tag.end)] if tag.closing or tag.empty else []
    return None


def _with_lists(text: str) -> str:
    """Return a style part that has both lists, the first two fills as every workbook must have them."""
    p = root_of(text).prefix
    plain = "".join(f'<{p}fill><{p}patternFill patternType="{kind}"/></{p}fill>' for kind in _NO_FILLS)
    fills = _list(text, "fills")
    if fills is None or not fills.children:
        text = _put(text, "fills", fills, f'<{p}fills count="2">{plain}</{p}fills>', _AFTER_FILLS)
    styles = _list(text, "cellXfs")
    if styles is None or not styles.children:
        plain = f'<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        text = _put(text, "cellXfs", styles, f'<{p}cellXfs count="1">{plain}</{p}cellXfs>', _AFTER_XFS)
    return text


def _put(text: str, name: str, old: _List | None, new: str, after: tuple[str, ...]) -> str:
    """Put a list in the place of an empty one, else before what must come after it."""
    root = root_of(text)
    if old is not None:
        closing = "" if old.tag.empty else f"</{old.tag.prefix}{name}>"
        return edited(text, [Edit(old.tag.start, old.end + len(closing), new)])
    if root.empty:
        return edited(text, [filled(text, root, new)])
    at = next(tag.start for tag in tags(text) if (tag.depth == 1 and tag.name in after and not tag.closing) or (tag.depth == 0 and tag.closing))
    return edited(text, [Edit(at, at, new)])
