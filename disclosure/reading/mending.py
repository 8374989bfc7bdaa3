"""A text that does not parse: find each real cause by mending one line at a time and looking how far parsing gets.

libyaml names one fault, and often a line or a page too late. A guess about a nearby line is taken for a cause only if
the text parses further with that line written as it should read; then the search goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.reading.composing import Composed
from disclosure.reading.composing import Trouble
from disclosure.reading.composing import compose
from disclosure.reading.flowsuspects import flow_guesses
from disclosure.reading.lines import Lines
from disclosure.reading.nodes import Scalar
from disclosure.reading.suspects import MOST_CHARACTERS
from disclosure.reading.suspects import Guess
from disclosure.reading.suspects import Suspect
from disclosure.reading.suspects import block_guesses
from disclosure.reading.suspects import indent
from disclosure.reading.suspects import no_colon

NOT_A_MAPPING = "not a mapping"
MAX_CAUSES = 100
MAX_WORK = 1_500_000
"""Characters that all trials of one file may parse together (half a second); a longer text is not tried at all."""

_NEAR = 4
_FAR = 60
_SWALLOWING = frozenset({"unclosed-quote", "unclosed-bracket", "unquoted-hash"})
"""Faults that swallow lines, so that the next fault may stand before the place libyaml named."""


_COLONS = frozenset({"full-width-colon", "missing-space-after-colon"})

_VAGUE = frozenset({"indent-off", "missing-colon"})
"""Guesses that hold for nearly any line: taken only where nothing better is found."""


class Cause(NamedTuple):
    """One cause: the 0-based line, what is wrong with it, and how the line read when that was found."""

    at: int
    suspect: Suspect
    line: str


class Mended(NamedTuple):
    """The text as it would read, what it then gives, and the causes; ``composed.trouble`` is what nobody understood."""

    lines: Lines
    composed: Composed
    causes: tuple[Cause, ...]


class _Try(NamedTuple):
    lines: Lines
    composed: Composed
    cause: Cause


def mend(lines: Lines, composed: Composed) -> Mended:
    """Return the causes why a text does not parse, and the text with all of them mended."""
    work = MAX_WORK if len(lines.text) <= MAX_WORK else -1
    causes: list[Cause] = []
    while trouble_of(composed) and len(causes) < MAX_CAUSES:
        step, work = _step(lines, composed, work)
        vague = step is None or step.cause.suspect.slug in _VAGUE
        run = _run(lines, composed) if vague and work >= 0 else None
        if run is not None:
            lines, composed = run.lines, run.composed
            causes += run.causes
        elif step is not None:
            lines, composed = step.lines, step.composed
            causes.append(step.cause)
        else:
            break
    return Mended(lines, composed, tuple(causes))


def trouble_of(composed: Composed) -> Trouble | None:
    """Return why a tree is of no use: it did not parse, or all that came out is one text."""
    if composed.trouble is not None or not isinstance(composed.root, Scalar):
        return composed.trouble
    span = composed.root.span
    return Trouble(NOT_A_MAPPING, span.line - 1, span.column - 1, (span.line - 1, span.column - 1))


def _step(lines: Lines, composed: Composed, work: int) -> tuple[_Try | None, int]:
    """Return the first guess that brings parsing past its line, else the first that brings it further at all."""
    trouble = trouble_of(composed)
    weak: _Try | None = None
    for cause in _candidates(lines, trouble) if trouble else ():
        if work < 0:
            break
        mended = lines.with_lines({cause.at: cause.suspect.line})
        tried = _Try(mended, compose(mended), cause)
        after = trouble_of(tried.composed)
        work -= lines.starts[after.line] if after else len(lines.text)
        if trouble and _is_further(trouble, after, cause):
            if after is None or after.anchor[0] > cause.at:
                return tried, work
            weak = weak or tried
    return weak, work


def _run(lines: Lines, composed: Composed) -> Mended | None:
    """Return the text with the colons of several lines on end mended at once, where that brings parsing further.

    Such lines run together into one text, so that mending one of them alone changes nothing.
    """
    trouble = trouble_of(composed)
    if trouble is None:
        return None
    noticed = min(trouble.line, len(lines.starts) - 1)
    causes: list[Cause] = []
    for index in range(noticed, max(noticed - _FAR, -1), -1):
        cause = next((one for one in _guesses(lines, index, block_guesses()) if one.suspect.slug in _COLONS), None)
        if cause is not None:
            causes.insert(0, cause)
        elif index != noticed and lines.line(index).strip() and not lines.line(index).lstrip().startswith("#"):
            break
    mended = lines.with_lines({cause.at: cause.suspect.line for cause in causes})
    tried = compose(mended)
    if len(causes) < 2 or not _is_further(trouble, trouble_of(tried), causes[-1]):
        return None
    return Mended(mended, tried, tuple(causes))


def _candidates(lines: Lines, trouble: Trouble) -> Iterator[Cause]:
    """Yield guesses: where the broken construct begins, where it was noticed, then upwards; the vague ones last."""
    noticed = min(trouble.line, len(lines.starts) - 1)
    near = tuple(dict.fromkeys((trouble.anchor[0], *range(noticed, max(noticed - _NEAR, -1), -1))))
    for index in near:
        yield from _guesses(lines, index, (*flow_guesses(), *block_guesses()))
    for index in range(noticed, max(noticed - _FAR, -1), -1):
        if index not in near:
            yield from (cause for cause in _guesses(lines, index, flow_guesses()) if cause.suspect.slug in _SWALLOWING)
            yield from (cause for cause in _guesses(lines, index, block_guesses()) if cause.suspect.slug in _SWALLOWING)
    for index in near[:3]:
        yield from _guesses(lines, index, (no_colon,))
    for index in dict.fromkeys((trouble.anchor[0], noticed)):
        yield from _guesses(lines, index, (indent,))


def _guesses(lines: Lines, index: int, guesses: tuple[Guess, ...]) -> Iterator[Cause]:
    line = lines.line(index)
    if len(line) > MOST_CHARACTERS:
        return
    columns = _columns(lines, index)
    for guess in guesses:
        for suspect in guess(line, columns):
            yield Cause(index, suspect, line)


def _columns(lines: Lines, index: int) -> tuple[int, ...]:
    """Return where the lines above begin, the nearest first, and where a line below a name would begin."""
    columns: list[int] = []
    for above in range(index - 1, max(index - 8, -1), -1):
        line = lines.line(above)
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        lead = len(line) - len(bare)
        inner = lead + len(bare) - len(bare.lstrip("- ")) if bare.startswith("- ") else lead
        columns += [inner + 2] if bare.rstrip().endswith(":") else []
        columns += [inner, lead]
    return tuple(dict.fromkeys(columns))


def _is_further(before: Trouble, after: Trouble | None, cause: Cause) -> bool:
    if after is None:
        return True
    if cause.suspect.slug in _SWALLOWING:
        return after != before and after.anchor[0] > cause.at
    grown = len(cause.suspect.line) - len(cause.line)
    line, column = before.anchor
    return after.anchor > (line, column + max(grown, 0) if line == cause.at else column)
