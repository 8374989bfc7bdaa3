"""What may be wrong with one line: each guess names the fault and gives the line as it should read.

A guess is cheap and bold; ``mending`` keeps only those after which the text parses further, so a guess that is wrong
costs a trial and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from typing import NamedTuple

BLANKS = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Everything that looks like an indent, as the inside of a regex class; only the first counts as one."""


class Suspect(NamedTuple):
    """A fault on a line: 0-based columns of what is wrong, the line as it should read, the word it is about."""

    slug: str
    start: int
    end: int
    line: str
    name: str = ""


MOST_CHARACTERS = 1000
"""Longer lines are not guessed about: nobody types them, and the guesses are not made for them."""

Guess = Callable[[str, tuple[int, ...]], Iterator[Suspect]]
"""A guess looks at a line and at the columns where the lines above begin."""

_LEAD = re.compile(rf"[{BLANKS}]*")
_PREFIX = re.compile(r" *(?:- +)*")
_NAME = r"[^\s:：,，\"'{}\[\]#|>&*!%@`][^:：\"'{}\[\]#|>]{0,30}?"
_WIDE_COLON = re.compile(rf"({_NAME})[ \u3000]*：[ \u3000]*")
_TIGHT_COLON = re.compile(rf"({_NAME}) *:(?=[^\s:/\\])")
_WIDE_DASH = re.compile(r"( *)([－﹣—–‒―‐•●○]+|[*·](?= ))[ \u3000]*(?=\S)")
_TIGHT_DASH = re.compile(r"( *(?:- +)*)-(?=[^\s\-0-9.,])")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) |={7}$")
_WIDE_HASH = re.compile(r" *＃")
_VALUE = re.compile(rf"( *(?:- +)*(?:(?:{_NAME}|\"[^\"]*\"|'[^']*') *:[ \t]+)?)(\S.*?)(?:[ \t]+#.*)?[ \t]*$")
_BAD_KEY = re.compile(r"( *(?:- +)*)([@%`!*&,?|>\]}][^:\"]*?|\[[^\]:\"]*\][^:\"]*?) *:(?=\s|$)")
_BLOCK_HEADER = re.compile(r"[|>][+-]?[0-9]?[+-]?[ \t]*(?:#.*)?$")
_BRACKETED = re.compile(r"\[[^\[\]]*\]\s*[^\s#]|\{[^{}]*\}\s*[^\s#]")
_QUOTED_THEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"\s*[^\s#:]|'(?:[^']|'')*'\s*[^\s#:']")
_LIKE_COLON = re.compile(r"([^\s=＝;；:：{}\[\]\"']{1,15}) *[=＝;；﹕∶] *(?=\S)")
_WORD_THEN = re.compile(r"(\S{1,15})[ \t\u3000]+(?=\S)")
_SENTENCE = re.compile(r"[，。；、！？]|.{16}")


def block_guesses() -> tuple[Guess, ...]:
    """Return the guesses for lines outside brackets, the surest first."""
    return (
        _conflict,
        wide_indent,
        _tab,
        wide_dash,
        tight_dash,
        _wide_hash,
        wide_colon,
        tight_colon,
        _bad_key,
        needs_quotes,
        _open_quote,
        _bad_escape,
        _blank_line,
    )


def quoted(value: str) -> str:
    """Return a value in the quotes that need no escapes in it."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def first_guess(guess: Guess, line: str) -> Suspect | None:
    """Return the first thing a guess says about a line that stands alone."""
    return next(guess(line, ()), None) if len(line) <= MOST_CHARACTERS else None


def _reindented(slug: str, line: str, columns: tuple[int, ...]) -> Iterator[Suspect]:
    """Return the line at every indent it might have been meant to have, the one it seems to have first."""
    lead = _LEAD.match(line)
    end = lead.end() if lead else 0
    seen = sum(1 if character in " \u00a0" else 2 for character in line[:end])
    if end == len(line):
        yield Suspect(slug, 0, end, "")
        return
    for width in dict.fromkeys((seen, *columns)):
        mended = " " * width + line[end:]
        if mended != line:
            yield Suspect(slug, 0, max(end, 1), mended)


def wide_indent(line: str, columns: tuple[int, ...]) -> Iterator[Suspect]:
    """Full-width or hard blanks before the first word."""
    lead = _LEAD.match(line)
    if lead and not lead[0].isascii():
        yield from _reindented("full-width-indent", line, columns)


def _conflict(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """The marks that git leaves where two people changed the same lines."""
    if _CONFLICT.match(line):
        yield Suspect("merge-conflict", 0, len(line.rstrip()), "", line[:7])


def _tab(line: str, columns: tuple[int, ...]) -> Iterator[Suspect]:
    lead = _LEAD.match(line)
    if lead and "\t" in lead[0] and lead[0].isascii():
        yield from _reindented("tab-indent", line, columns)
    after_dash = re.match(r"( *(?:- +)*-)\t+[ \t]*", line)
    if after_dash:
        yield Suspect("tab-indent", after_dash.end(1), after_dash.end(), after_dash[1] + " " + line[after_dash.end() :])


def wide_dash(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """A full-width or long dash, or a bullet, in place of the list sign."""
    found = _WIDE_DASH.match(line)
    if found and not line[found.end()].isdigit():
        yield Suspect(
            "list-dash-full-width", found.start(2), found.end(2), f"{found[1]}- {line[found.end() :]}", found[2]
        )


def tight_dash(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Put the blank in; where the lines below were aligned without it, the dash moves left instead."""
    found = _TIGHT_DASH.match(line)
    if found and not line.startswith("---"):
        rest = line[found.end() :]
        yield Suspect("missing-space-after-dash", found.end() - 1, found.end() + 1, f"{found[1]}- {rest}")
        if found[1].endswith(" "):
            yield Suspect("missing-space-after-dash", found.end() - 1, found.end() + 1, f"{found[1][:-1]}- {rest}")


def _wide_hash(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    found = _WIDE_HASH.match(line)
    if found:
        yield Suspect("full-width-punctuation", found.end() - 1, found.end(), line.replace("＃", "#", 1), "＃")


def wide_colon(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """A full-width colon behind the first word."""
    begin = _content(line)
    found = _WIDE_COLON.match(line, begin)
    if found:
        at = line.index("：", found.end(1))
        yield Suspect("full-width-colon", at, at + 1, _keyed(line, begin, found), found[1])


def tight_colon(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """A colon behind the first word with no blank behind it."""
    begin = _content(line)
    found = _TIGHT_COLON.match(line, begin)
    if found and not found[1].isdigit():
        yield Suspect(
            "missing-space-after-colon", found.end() - 1, found.end() + 1, _keyed(line, begin, found), found[1]
        )


def _keyed(line: str, begin: int, found: re.Match[str]) -> str:
    return f"{line[:begin]}{found[1]}: {line[found.end() :]}".rstrip()


def _content(line: str) -> int:
    found = _PREFIX.match(line)
    return found.end() if found else 0


def _bad_key(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    found = _BAD_KEY.match(line)
    if found:
        mended = f"{found[1]}{quoted(found[2])}{line[found.end(2) :]}"
        yield Suspect("needs-quotes", found.start(2), found.end(2), mended, found[2][0])


def needs_quotes(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """A value that begins with a sign of YAML's own, or holds a colon with a blank behind it."""
    found = _VALUE.match(line)
    sign = offending(found[2]) if found else ""
    if found and sign and (sign != ":" or ":" in found[1]):
        mended = found[1] + quoted(found[2]) + line[found.end(2) :]
        yield Suspect("needs-quotes", found.start(2), found.end(2), mended, sign)


def offending(value: str) -> str:
    """Return the sign for which a value needs quotes, '' when it needs none."""
    if value[0] in "@%`!*&,]}" or value[:2] in ("- ", "? ") or value in ("-", "?"):
        return value[0]
    if value[0] in "|>":
        return "" if _BLOCK_HEADER.match(value) else value[0]
    if _BRACKETED.match(value) or _QUOTED_THEN.match(value):
        return value[0]
    if value[0] not in "\"'{[" and (": " in value or value.endswith(":")):
        return ":"
    return ""


def _open_quote(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """A quote that opens a value and has no partner on its line; a full-width one may have taken its place."""
    found = _VALUE.match(line)
    if not found or found[2][0] not in "\"'" or found[2].count(found[2][0]) % 2 == 0:
        return
    quote, value = found[2][0], found[2]
    wrong = "”＂“" if quote == '"' else "’＇‘"
    body = value.rstrip(wrong) if value[-1] in wrong else value
    yield Suspect(
        "unclosed-quote", found.start(2), found.start(2) + 1, found[1] + body + quote + line[found.end(2) :], quote
    )


def _bad_escape(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    found = re.search(r"\"([^\"]*\\[^\"]*)\"", line)
    if found:
        mended = line[: found.start()] + "'" + found[1].replace("'", "''") + "'" + line[found.end() :]
        yield Suspect("bad-escape", line.index("\\", found.start()), line.index("\\", found.start()) + 2, mended)


def _blank_line(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Blanks on a line of their own matter at the top of a block."""
    if line and not line.strip(" "):
        yield Suspect("indent-off", 0, len(line), "")


def indent(line: str, columns: tuple[int, ...]) -> Iterator[Suspect]:
    """Any other indent: fits every line, to be tried when nothing else explains the fault."""
    if line.strip() and not line.lstrip(" ").startswith("#"):
        yield from _reindented("indent-off", line, columns)


def no_colon(line: str, columns: tuple[int, ...]) -> Iterator[Suspect]:
    """A line without a colon: a name and its value run together, or a second line of a text that lost its indent."""
    begin = _content(line)
    if ":" in line or "：" in line or begin == len(line) or line[begin] in "\"'{[#":
        return
    named = next((found for pattern in (_LIKE_COLON, _WORD_THEN) if (found := pattern.match(line, begin))), None)
    mended = _keyed(line, begin, named) if named else line.rstrip() + ":"
    as_name = Suspect("missing-colon", begin, len(line), mended, named[1] if named else line.strip())
    as_text = Suspect("missing-colon", begin, len(line), " " * (max(columns, default=0) + 2) + line.strip())
    if line[:begin].strip():
        yield as_name
    else:
        yield from (as_text, as_name) if _SENTENCE.search(line) else (as_name, as_text)
