"""WeasyPrint, led on a short rein: parsed once, fed a tree, no network, no files but those allowed.

Everything here imports weasyprint only when a poster is made.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from urllib.parse import unquote
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.prose import xhtml

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint import Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

class RefusedError(Exception):
    """A style sheet or a page asked for something that is no file below an allowed folder."""


_USER_AGENT = """
head, title, style, meta { display: none }
html, body, div, section, header, p, h1, h2, h3, h4, ul, ol, blockquote { display: block }
table { display: table; box-sizing: border-box; border-collapse: separate; border-spacing: 0 }
colgroup { display: table-column-group } col { display: table-column }
thead { display: table-header-group } tbody { display: table-row-group } tfoot { display: table-row-group }
tr { display: table-row } td, th { display: table-cell }
li { display: list-item } ol { list-style-type: decimal; counter-reset: list-item } ul { list-style-type: disc }
br::before { content: "\\A"; white-space: pre-line }
svg { overflow: hidden }
"""


def reason() -> str:
    """Return '' when posters can be made here, else one sentence why not."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "没有安装 weasyprint，排不了海报；请重新执行 python build.py。"
    except OSError:
        return "系统里没有 pango，排不了海报；请执行 disclosure doctor 看怎么装。"
    return ""


@cache
def fetcher(roots: tuple[str, ...]) -> URLFetcher:
    """Return a fetcher that reads files below ``roots`` and data: URLs, and stops the poster at anything else."""
    from weasyprint.urls import URLFetcher

    allowed = tuple(Path(root).resolve() for root in roots)

    class Guard(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "file":
                path = Path(unquote(parts.path)).resolve()
                if parts.netloc not in ("", "localhost") or not any(path.is_relative_to(root) for root in allowed):
                    raise ValueError(f"not below an allowed folder: {url}")
            elif parts.scheme != "data":
                raise ValueError(f"not a file: {url}")
            return super().fetch(url, headers)

    return Guard(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True)


@cache
def configuration(fonts: Fonts) -> FontConfiguration:
    """Return the font configuration of this process, with the site's own fonts in it."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    made = FontConfiguration()
    if fonts.faces:
        CSS(string=fonts.css(), font_config=made, url_fetcher=fetcher(fonts.folders()))
    return made


@cache
def sheet(css: str, fonts: Fonts, roots: tuple[str, ...]) -> CSS:
    """Return a parsed style sheet, parsed once in a process."""
    from weasyprint import CSS

    return CSS(string=css, font_config=configuration(fonts), url_fetcher=fetcher(roots))


@cache
def _user_agent() -> CSS:
    from weasyprint import CSS

    return CSS(string=_USER_AGENT)


def tree_of(page: str) -> Element:
    """Return a page as a tree: XML where it is well formed, which is quick, else through the HTML parser."""
    try:
        return ElementTree.fromstring(page)  # noqa: S314 - our own template's page
    except ElementTree.ParseError:
        pass
    try:
        return ElementTree.fromstring(xhtml(page))  # noqa: S314 - the same
    except ElementTree.ParseError:
        import tinyhtml5

        parsed: Element = tinyhtml5.parse(page, namespace_html_elements=False)
        return parsed


def lay_out(tree: Element, css: CSS, fonts: Fonts, roots: tuple[str, ...], tagged: bool) -> Document:
    """Return the document laid out; nothing is written yet."""
    page = _page_class()(tree, fetcher(roots))
    made: Document = page.render(
        stylesheets=[css], font_config=configuration(fonts), pdf_variant="pdf/ua-1" if tagged else None
    )
    return made


def written(document: Document, paint: Callable[[Any], None], tagged: bool) -> bytes:
    """Return the PDF of a document; ``paint`` may add to it before it is closed."""
    data: bytes = document.write_pdf(finisher=lambda _, pdf: paint(pdf), pdf_variant="pdf/ua-1" if tagged else None)
    return data


@cache
def _page_class() -> Any:
    from cssselect2.tree import ElementWrapper
    from weasyprint import HTML

    class Page(HTML):  # type: ignore[misc]  # weasyprint has no types
        """A page given as a tree, with a small sheet of defaults instead of a browser's."""

        def __init__(self, tree: Element, url_fetcher: Any) -> None:
            self.base_url = None
            self.url_fetcher = url_fetcher
            self.media_type = "print"
            self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: ARG002 - the parent's signature
            return [_user_agent()]

    return Page


@contextmanager
def no_strangers() -> Iterator[None]:
    """Turn the library's fatal error, which no ``except Exception`` catches, into RefusedError."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:
        raise RefusedError(str(error)) from error


@contextmanager
def quietly() -> Iterator[list[str]]:
    """Collect the characters no font has a glyph for, keep the library's log silent, and leave garbage alone."""
    found: list[str] = []

    class Missing(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
                found.append(str(record.args[0]))

    logger = logging.getLogger("weasyprint")
    handler, before = Missing(), (logger.propagate, list(logger.handlers))
    collecting = gc.isenabled()
    gc.disable()
    logger.handlers, logger.propagate = [handler], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = before[1], before[0]
        if collecting:
            gc.enable()
