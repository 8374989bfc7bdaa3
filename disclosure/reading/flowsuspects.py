"""What may be wrong with a line that holds ``{…}`` or ``[…]``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.reading.suspects import Guess
from disclosure.reading.suspects import Suspect
from disclosure.reading.suspects import offending
from disclosure.reading.suspects import quoted

_BRACKET = re.compile(r"[{\[｛［]")
_WIDE = str.maketrans("｛｝［］", "{}[]")
_NAME = r"[^\s:：,，{}\[\]\"'][^:：,，{}\[\]\"']{0,20}?"
_COMMA = re.compile(rf"\s*[，；;、]\s*(?={_NAME}\s*[:：])")
_NO_COMMA = re.compile(r"(?<=[^\s:,{\[])[ \u3000]+(?=[^\s:：,，{}\[\]\"']{1,15}: )")
_COLON = re.compile(rf"([{{,]\s*{_NAME})\s*：\s*")
_TIGHT = re.compile(r"([{,]\s*(?![0-9]+:)[^\s:：,，{}\[\]\"'][^:：,，{}\[\]\"']{0,20}?):(?=[^\s:/\\])")
_PAIR = re.compile(
    r"([{,]\s*[^\s:,{}\[\]\"'][^:,{}\[\]\"']{0,20}:[ \t]+)(?![\"'{\[][^,]*[\"'}\]]\s*[,}])(.+?)(?=\s*(?:,\s*[^\s:,{}\[\]\"']{1,20}:\s|\}\s*(?:#.*)?$))"
)
_QUOTE_END = re.compile(r"\s*(?:,\s*[^\s:,{}\[\]\"']{1,20}:\s|\}\s*$|$)")
_COMMENT = re.compile(r"(?:\s+#.*|\s+)$")
_CLOSERS = {"{": "}", "[": "]"}


def flow_guesses() -> tuple[Guess, ...]:
    """Return the guesses for lines with brackets, the surest first."""
    return (wide_bracket, _wide_comma, wide_colon, tight_colon, _no_comma, needs_quotes, _open_quote, _open_bracket)


def _changed(slug: str, line: str, mended: str, name: str = "") -> Iterator[Suspect]:
    if mended == line:
        return
    at = next(
        (index for index, (old, new) in enumerate(zip(line, mended, strict=False)) if old != new),
        min(len(line), len(mended)),
    )
    yield Suspect(slug, min(at, max(len(line) - 1, 0)), min(at + 1, len(line)), mended, name)


def _is_flow(line: str) -> bool:
    return _BRACKET.search(line) is not None


def wide_bracket(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Full-width brackets, all at once."""
    if re.search("[｛｝［］]", line):
        yield from _changed("full-width-punctuation", line, line.translate(_WIDE), re.findall("[｛｝［］]", line)[0])


def _wide_comma(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Anything but a comma between two things of a row."""
    found = _COMMA.search(line) if _is_flow(line) else None
    if found:
        yield from _changed("full-width-punctuation", line, _COMMA.sub(", ", line), found[0].strip())


def _no_comma(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Only a blank between two things of a row."""
    brace = line.find("{")
    found = _NO_COMMA.search(line, brace) if brace >= 0 else None
    if found:
        mended = line[:brace] + _NO_COMMA.sub(", ", line[brace:])
        yield Suspect("missing-comma", found.start(), found.end(), mended)


def wide_colon(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """All full-width colons of a row at once, and the full-width commas that go with them."""
    found = _COLON.search(line)
    if found:
        at = line.index("：", found.end(1))
        mended = _COLON.sub(r"\1: ", _COMMA.sub(", ", line))
        yield Suspect("full-width-colon", at, at + 1, mended, found[1].lstrip("{, \t"))


def tight_colon(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Colons of a row without a blank behind them, all at once."""
    found = _TIGHT.search(line)
    if found:
        name = found[1].lstrip("{, \t")
        yield Suspect("missing-space-after-colon", found.end() - 1, found.end() + 1, _TIGHT.sub(r"\1: ", line), name)


def needs_quotes(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Values of a row that a sign in them cuts or spoils, all at once."""
    for slug, wrong in (("unquoted-hash", _hidden), ("needs-quotes", _wrong)):
        bad = [pair for pair in _PAIR.finditer(line) if wrong(pair[2])]
        if bad:
            mended = line
            for pair in reversed(bad):
                mended = mended[: pair.start(2)] + quoted(pair[2]) + mended[pair.end(2) :]
            yield Suspect(slug, bad[0].start(2), bad[0].end(2), mended, wrong(bad[0][2]))


def _hidden(value: str) -> str:
    return "#" if re.search(r"(?:^|\s)#", value) else ""


def _wrong(value: str) -> str:
    inside = re.search(r"[{}\[\]]", value)
    return offending(value) or (inside[0] if inside else "")


def _open_quote(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    for quote in "\"'":
        if _is_flow(line) and line.count(quote) % 2:
            opening = _unpaired(line, quote)
            end = _QUOTE_END.search(line, opening + 1)
            at = end.start() if end else len(line)
            wrong = line[at - 1] in "”＂“’＇‘"
            yield Suspect("unclosed-quote", opening, opening + 1, line[: at - wrong] + quote + line[at:], quote)


def _unpaired(line: str, quote: str) -> int:
    """Return the quote that opens a value and is not closed before the next name."""
    for found in re.finditer(r"[:,{\[]\s*" + quote, line):
        closing = line.find(quote, found.end())
        if closing < 0 or re.match(r"\s*[,}\]]", line[closing + 1 :]) is None:
            return found.end() - 1
    return line.rindex(quote)


def _open_bracket(line: str, _: tuple[int, ...]) -> Iterator[Suspect]:
    """Close what was left open at the end of the line, put the right bracket for a wrong one, drop one too many."""
    content = _COMMENT.sub("", line)
    pieces: list[str] = []
    opened: list[int] = []
    for at, character in enumerate(_unquoted(content)):
        kept = content[at]
        if character in _CLOSERS:
            opened.append(at)
        elif character in "}]":
            kept = _CLOSERS[content[opened.pop()]] if opened else ""
        pieces.append(kept)
    closing = "".join(_CLOSERS[content[at]] for at in reversed(opened))
    mended = "".join(pieces) + closing + line[len(content) :]
    for suspect in _changed("unclosed-bracket", line, mended):
        at = opened[0] if opened else suspect.start
        yield suspect._replace(start=at, end=at + 1, name=line[at : at + 1])


def _unquoted(content: str) -> str:
    """Return the content with everything in quotes blanked, at equal length."""
    return re.sub(r"\"[^\"]*\"|'[^']*'", lambda found: "." * len(found[0]), content)
