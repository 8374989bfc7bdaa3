"""A filing's free text: Markdown to clean markup, figures from the data put in, personal words left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markupsafe import Markup
from markupsafe import escape

from disclosure.views import mask
from disclosure.views.words import safe

_TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "b", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "br", "hr", "code", "pre", "del", "sup", "sub"}
_ATTRIBUTES = {"a": {"href"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
_CHECKED = re.compile(r"\[([^\[\]\n]*)\]\(=[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_INSERTED = re.compile(r"\{=([^{}\n]*)\}")
_MARKUP = re.compile(r"[#*_>`|\[<\\&]|^\s*(?:[-+]|\d+[.)])\s|  $|={3,}|-{3,}", re.MULTILINE)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def body(text: str, value_of: Callable[[str], str]) -> Markup:
    """Return a filing's Markdown as sanitised markup.

    ``[98](=已完成)`` prints what was typed; ``{=…}`` prints ``value_of`` its formula. Headings begin at <h2>, tables
    scroll inside themselves.
    """
    if not text.strip():
        return Markup()
    typed = _CHECKED.sub(r"\1", mask.words(text))
    typed = _INSERTED.sub(lambda match: value_of(match[1].strip()), typed)
    html = _plain(typed) if not _MARKUP.search(typed) else _rich(typed)
    return safe(_TABLE.sub(_scrolling, html))


def _plain(text: str) -> str:
    """Return paragraphs and line breaks of a text that uses no Markdown at all: most do not."""
    paragraphs = [piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    return "\n".join(f"<p>{str(escape(piece)).replace(chr(10), '<br>')}</p>" for piece in paragraphs)


def _rich(text: str) -> str:
    import nh3

    html = _markdown().reset().convert(text)
    return str(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "tel", "mailto"}, link_rel="nofollow noopener"))


@cache
def _markdown() -> Any:
    import markdown

    return markdown.Markdown(extensions=["tables", "sane_lists", "nl2br", "toc"], extension_configs={"toc": {"baselevel": 2}}, output_format="html")


def _scrolling(match: re.Match[str]) -> str:
    return f'<div class="scroll" role="region" tabindex="0" aria-label="正文里的表">{match[0]}</div>'


def note(text: str) -> Markup:
    """Return one line of 注 as escaped markup without the number it was typed with."""
    return escape(re.sub(r"^\s*(?:注\s*[:：]?\s*)?(?:[0-9]{1,2}\s*[.、．)）]\s*)?", "", mask.words(text)).strip())
