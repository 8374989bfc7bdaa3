"""Markup of a filing's body becomes paragraphs that may be spread over sheets; never a word lost on the way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from disclosure.channels.printing.content import Paragraph

_VOID = re.compile(r"<(br|hr|img|wbr|col|input)\b([^>]*?)\s*/?>", re.I)
_BARE = re.compile(r"&(?!#|amp;|lt;|gt;|quot;|apos;)(\w+);")
_HEADS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_SENTENCE = re.compile(r"(?<=[。；！？])")
LONG = 140
"""A paragraph longer than this may be cut after a sentence where a column or a sheet ends."""


def xhtml(fragment: str) -> str:
    """Return an HTML fragment as well-formed XML: void elements closed, named characters written out."""
    closed = _VOID.sub(r"<\1\2/>", fragment) if "<" in fragment else fragment
    return _BARE.sub(lambda found: html.unescape(found[0]), closed) if "&" in closed else closed


def _tree(fragment: str) -> Element:
    try:
        return ElementTree.fromstring(f"<div>{xhtml(fragment)}</div>")  # noqa: S314 - our own sanitised markup
    except ElementTree.ParseError:
        import tinyhtml5

        parsed = tinyhtml5.parse(f"<div>{fragment}</div>", namespace_html_elements=False)
        found = parsed.find(".//div")
        return found if found is not None else Element("div")


def paragraphs(fragment: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of sanitised markup in reading order, long ones in pieces that know each other."""
    if not fragment.strip():
        return ()
    return tuple(piece for at, whole in enumerate(_children(_tree(fragment), "")) for piece in _cut(whole, at))


def _children(parent: Element, mark: str) -> Iterator[Paragraph]:
    if parent.text and parent.text.strip():
        yield Paragraph(html.escape(parent.text.strip(), quote=False))
    for at, child in enumerate(parent):
        yield from _block(child, f"{mark}.{at}")
        if child.tail and child.tail.strip():
            yield Paragraph(html.escape(child.tail.strip(), quote=False))


def _block(node: Element, mark: str) -> Iterator[Paragraph]:
    tag = str(node.tag)
    if tag in ("ul", "ol"):
        yield from _items(node, tag, mark)
    elif tag in ("div", "section", "article"):
        yield from _children(node, mark)
    elif tag == "blockquote":
        yield from (part._replace(tag="quote") if part.tag == "p" else part for part in _children(node, mark))
    elif tag == "table":
        yield Paragraph(_inner(node), "table")
    elif tag != "hr":
        yield Paragraph(_inner(node), _HEADS.get(tag, "p"))


def _items(node: Element, tag: str, mark: str) -> Iterator[Paragraph]:
    first = int(node.get("start", "1")) if node.get("start", "1").isdigit() else 1
    for number, item in enumerate(node.findall("li"), first):
        yield Paragraph(_inner(item), "li", f"{tag}{mark}", number)


def _inner(node: Element) -> str:
    parts = [html.escape(node.text or "", quote=False)]
    parts += [ElementTree.tostring(child, encoding="unicode") for child in node]
    return "".join(parts).strip()


def _cut(paragraph: Paragraph, at: int) -> tuple[Paragraph, ...]:
    """Return a long plain paragraph as pieces of whole sentences, anything else as it is."""
    if paragraph.tag not in ("p", "quote", "note") or "<" in paragraph.html or len(paragraph.html) <= LONG:
        return (paragraph,)
    pieces = [""]
    for sentence in _SENTENCE.split(paragraph.html):
        if pieces[-1] and len(pieces[-1]) + len(sentence) > LONG:
            pieces.append("")
        pieces[-1] += sentence
    return tuple(paragraph._replace(html=piece, list=f"cut.{at}") for piece in pieces if piece)
