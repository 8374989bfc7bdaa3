"""YAML and Markdown files read into a document: nodes with places, and every fault of spelling as a diagnostic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.reading.composing import Composed
from disclosure.reading.composing import Trouble
from disclosure.reading.composing import compose
from disclosure.reading.fastyaml import read_fast
from disclosure.reading.findings import Typed
from disclosure.reading.findings import in_order
from disclosure.reading.findings import moved_mapping
from disclosure.reading.findings import of_causes
from disclosure.reading.findings import of_traps
from disclosure.reading.findings import of_trouble
from disclosure.reading.guard import decode
from disclosure.reading.guard import too_large
from disclosure.reading.guard import without_invisible
from disclosure.reading.lines import Lines
from disclosure.reading.lines import lines_of
from disclosure.reading.mending import NOT_A_MAPPING
from disclosure.reading.mending import Cause
from disclosure.reading.mending import mend
from disclosure.reading.mending import trouble_of
from disclosure.reading.misreads import cut_comments
from disclosure.reading.misreads import misread
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.pasting import Paste
from disclosure.reading.pasting import indented
from disclosure.reading.pasting import of_pastes
from disclosure.reading.pasting import pasted

MAX_SIGNS = 1_000_000
"""Line breaks, colons and commas of a text: a bound on the nodes it can become (some 350 bytes each)."""

_ROUNDS = 3
_MOST_GUESSED = 300_000
"""Characters of a text that is mended on trial where it parses and yet is not what was typed."""
_RULER = re.compile(r"---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. ``text`` is what spans count in (decoded, no BOM); ``body`` the part below a Markdown header.

    ``broken`` is True when the text did not parse as it was meant; then ``root`` is None and ``guess`` may hold what
    it would say once mended: good enough to tell which filing this is, never to be shown or added up.
    """

    root: Mapping | None
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: bool = False
    body: Scalar | None = None
    guess: Mapping | None = None


def read_yaml(data: bytes, path: str) -> Document:
    """Read the bytes of a YAML file; never raises."""
    text, diagnostics = decode(data, path)
    if text is None:
        return Document(None, "", tuple(diagnostics), broken=True)
    return _read(text, path, diagnostics)


def read_markdown(data: bytes, path: str) -> Document:
    """Read the bytes of a Markdown file: YAML between two ``---`` lines, below it the body with a span per line."""
    text, diagnostics = decode(data, path)
    if text is None:
        return Document(None, "", tuple(diagnostics), broken=True)
    opening = _RULER.match(text)
    closing = _RULER.search(text, opening.end()) if opening else None
    if closing is None:
        diagnostics.append(Diagnostic("no-header", Span(path, 1, 1, 0, 0), {"open": bool(opening)}))
        return Document(None, text, tuple(diagnostics), broken=True)
    header = _read("   " + text[3 : closing.start()], path, diagnostics)
    return Document(
        header.root, text, header.diagnostics, header.broken, _body(text, closing.end(), path), header.guess
    )


def _body(text: str, ruler: int, path: str) -> Scalar:
    """Return what stands below the ruler as a literal text."""
    lines = lines_of(text, path)
    first = lines.index(ruler) + 1
    last = len(lines.starts) - (1 if text.endswith("\n") else 0)
    spans = tuple(lines.span(lines.starts[index], lines.end(index)) for index in range(first, last))
    words = "".join(f"{lines.line(index)}\n" for index in range(first, last))
    start = lines.starts[first] if first < len(lines.starts) else len(text)
    return Scalar(without_invisible(words), lines.span(start, len(text)), "|", spans)


def _read(text: str, path: str, diagnostics: list[Diagnostic]) -> Document:
    if len(text) > MAX_SIGNS and sum(map(text.count, "\n:,")) > MAX_SIGNS:
        refused = Diagnostic("too-large", whole_file(path), too_large(len(text.encode())))
        return Document(None, text, (*diagnostics, refused), broken=True)
    if all(one.slug == "not-utf8" for one in diagnostics):
        root = read_fast(text, path)
        if root is not None:
            return Document(root, text, tuple(diagnostics))
    return read_slowly(text, path, diagnostics)


def read_slowly(text: str, path: str, diagnostics: list[Diagnostic] | None = None) -> Document:
    """Read a decoded text with libyaml and look for every trap; what ``read_fast`` must agree with."""
    lines = lines_of(text, path)
    settled = _settle(lines)
    moved = {row for paste in settled.pastes for row in range(paste.first, paste.last + 1)}
    both = Typed(lines, settled.lines, frozenset(moved | {cause.at for cause in settled.causes}))
    found = list(diagnostics or ())
    found += of_pastes(lines, settled.pastes)
    found += of_causes(both, settled.causes)
    found += of_traps(both, settled.composed.traps)
    found += of_causes(both, cut_comments(settled.lines, settled.composed))
    trouble = trouble_of(settled.composed)
    found += _of_root(both, settled.composed.root, trouble, found)
    root = settled.composed.root
    whole = isinstance(root, Mapping) and trouble is None
    broken = not whole or bool(settled.causes) or bool(settled.pastes)
    guess = (
        moved_mapping(root, both)
        if broken and isinstance(root, Mapping) and trouble is None and len(text) <= _MOST_GUESSED
        else None
    )
    sound = root if isinstance(root, Mapping) and not broken else None
    return Document(sound, text, in_order(found), broken, guess=guess)


class _Settled(NamedTuple):
    lines: Lines
    composed: Composed
    causes: tuple[Cause, ...]
    pastes: tuple[Paste, ...] = ()


def _settle(lines: Lines) -> _Settled:
    """Mend what does not parse, then what parses as something else, until nothing is left to mend."""
    composed = compose(lines)
    pastes = tuple(pasted(lines)) if trouble_of(composed) else ()
    if pastes:
        lines = lines.with_lines({row: line for paste in pastes for row, line in indented(lines, paste).items()})
        composed = compose(lines)
    mended = mend(lines, composed)
    now = _Settled(mended.lines, mended.composed, mended.causes, pastes)
    for _ in range(_ROUNDS):
        found = misread(now.lines, now.composed) if trouble_of(now.composed) is None else []
        if not found:
            break
        if len(lines.text) > _MOST_GUESSED:
            return now._replace(causes=(*now.causes, *found))
        written = now.lines.with_lines({cause.at: cause.suspect.line for cause in found})
        again = mend(written, compose(written))
        if trouble_of(again.composed) is not None:
            return now._replace(causes=(*now.causes, *found))
        now = now._replace(lines=again.lines, composed=again.composed, causes=(*now.causes, *found, *again.causes))
    return now


def _of_root(text: Typed, root: Node | None, trouble: Trouble | None, found: list[Diagnostic]) -> list[Diagnostic]:
    """Say why there is no mapping, where nothing else has said it."""
    if trouble is not None and trouble.problem != NOT_A_MAPPING:
        return [of_trouble(text, trouble)]
    if root is None:
        stopped = any(one.slug in ("too-deep", "too-many-brackets") for one in found)
        return [] if stopped else [Diagnostic("empty-file", whole_file(text.typed.path))]
    if isinstance(root, Mapping):
        return []
    kind = "一个列表" if isinstance(root, Sequence) else "一段文字"
    return [
        Diagnostic("not-a-mapping", text.span(root.span.start, min(root.span.end, root.span.start + 1)), {"kind": kind})
    ]
