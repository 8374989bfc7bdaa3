"""Running text: numbers compared with the data, words that must not leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import CLOSING
from disclosure.basis.private import find_secrets
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.units import known
from disclosure.board.model import ProseNumber
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import parse
from disclosure.catalogue.formula import parse_expression
from disclosure.reading.nodes import Scalar

_OPENING = re.compile(r"\[(?P<typed>[^\[\]\n]*)\]\(=|\{=")
_UNIT = re.compile(r"\s*([^\s\d，。；、：,.;:!?！？()（）\[\]{}]{1,4})")
MARK = "【"


def read_body(scalar: Scalar | None) -> tuple[str, tuple[ProseNumber, ...], list[Diagnostic]]:
    """Return the Markdown body without its secrets, the numbers in it that data back, and formulas that do not parse."""
    if scalar is None or not scalar.text.strip():
        return "", (), []
    text = strip_secret(scalar.text) if MARK in scalar.text else scalar.text
    if "(=" not in scalar.text and "{=" not in scalar.text:
        return text, (), []
    numbers: list[ProseNumber] = []
    found: list[Diagnostic] = []
    for line, span in _lines(scalar):
        _read_line(line, span, numbers, found)
    return text, tuple(numbers), found


def _lines(scalar: Scalar) -> Iterator[tuple[str, Span]]:
    """Yield the lines of a text with their places; in a folded or quoted text the place is that of the whole."""
    texts = scalar.text.split("\n")
    if len(scalar.lines) >= len([text for text in texts if text]):
        yield from zip(texts, scalar.lines, strict=False)
    else:
        yield from ((text, scalar.span) for text in texts)


def _read_line(line: str, span: Span, numbers: list[ProseNumber], found: list[Diagnostic]) -> None:
    for match in _OPENING.finditer(line):
        closing = "}" if match["typed"] is None else ")"
        end = _closing(line, match.end(), closing)
        at = _within(span, match.start(), max(end, match.end()) + 1, line)
        if end < 0:
            found.append(Diagnostic("bad-formula", at, {"text": line[match.start() :], "reason": "没有写完", "offset": 0}))
            continue
        formula = line[match.end() : end]
        identity = _parsed(formula, _within(span, match.end(), end, line), found)
        if identity is not None:
            numbers.append(ProseNumber(match["typed"] or "", identity, at, match["typed"] is None, _unit(line, end + 1)))


def _unit(line: str, start: int) -> str:
    """Return the longest known unit right behind a number."""
    match = _UNIT.match(line, start)
    word = match[1] if match else ""
    return next((word[:size] for size in range(len(word), 0, -1) if known(word[:size])), "")


_LONGEST = 600
"""Letters of a formula in a text; a bracket that is open longer was never closed."""


def _closing(line: str, start: int, bracket: str) -> int:
    """Return where the bracket that encloses a formula closes, -1 when it does not."""
    depth = 0
    for index in range(start, min(len(line), start + _LONGEST)):
        if line[index] == "(":
            depth += 1
        elif line[index] == bracket and depth == 0:
            return index
        elif line[index] == ")":
            depth -= 1
    return -1


def _parsed(formula: str, at: Span, found: list[Diagnostic]) -> Identity | None:
    try:
        return parse_expression(formula)
    except FormulaError as error:
        found.append(bad_formula(formula, at, error))
        return None


def read_formula(text: str, at: Span, found: list[Diagnostic]) -> Identity | None:
    """Return the relation a 校验 line states; one that does not parse is a finding at the character that stops it."""
    try:
        return parse(text)
    except FormulaError as error:
        found.append(bad_formula(text, at, error))
        return None


def bad_formula(text: str, at: Span, error: FormulaError) -> Diagnostic:
    """Return the finding for a formula that does not parse."""
    offset = min(error.offset, len(text))
    span = _within(at, offset, offset + 1, text) if at.end - at.start >= len(text) else at
    return Diagnostic("bad-formula", span, {"text": text, "reason": str(error), "offset": offset})


def _within(span: Span, start: int, end: int, line: str) -> Span:
    """Return a stretch of a line; a span that does not cover the line as typed is kept whole."""
    if span.end - span.start < len(line):
        return span
    end = min(end, len(line))
    return span._replace(column=span.column + start, start=span.start + start, end=span.start + end)


def secrets_in(text: str, path: str) -> tuple[tuple[Span, ...], list[Diagnostic]]:
    """Return the places of every 【私:…】 of a file; one that is not closed hides the rest of its line and is a finding."""
    if "私" not in text:
        return (), []
    spans: list[Span] = []
    found: list[Diagnostic] = []
    for start, _, end in find_secrets(text):
        line, broken = text.count("\n", 0, start) + 1, text.find("\n", start, end)
        stop = broken if broken >= 0 else end
        span = Span(path, line, start - text.rfind("\n", 0, start), start, stop)
        spans.append(span)
        if broken >= 0 or text[end - 1] not in CLOSING:
            found.append(Diagnostic("unclosed-secret", span, {"text": "【私:●●●"}))
    return tuple(spans), found
