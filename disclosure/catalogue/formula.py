"""The closed formula language of 校验 and identities (FORMAT §5): text to a small tree, never evaluated as code."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from disclosure.catalogue.expression import PLAIN_NAME
from disclosure.catalogue.expression import Binary
from disclosure.catalogue.expression import Call
from disclosure.catalogue.expression import Date
from disclosure.catalogue.expression import Expression
from disclosure.catalogue.expression import Identity
from disclosure.catalogue.expression import Name
from disclosure.catalogue.expression import Negative
from disclosure.catalogue.expression import Number
from disclosure.catalogue.expression import same
from disclosure.catalogue.expression import show

__all__ = [
    "Binary",
    "Call",
    "Date",
    "Expression",
    "FormulaError",
    "Identity",
    "Name",
    "Negative",
    "Number",
    "parse",
    "parse_expression",
    "same",
    "show",
]

LONGEST = 1000
DEEPEST = 24


class FormulaError(ValueError):
    """A formula that cannot be read; ``offset`` is where in the text, the message is a plain Chinese clause."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@lru_cache(maxsize=4096)
def parse(text: str) -> Identity:
    """Return the identity that ``text`` states; raises FormulaError with an offset into ``text``."""
    identity = _Parser(text).identity()
    if not identity.operators:
        raise FormulaError("这里只有一边，要写成「左边 = 右边」", len(text.rstrip()))
    return identity


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Identity:
    """Return one expression (charts, «{=总任务-已完成}») as an identity with a single side; raises FormulaError."""
    body = text.lstrip()
    offset = len(text) - len(body) + body.startswith(("=", "＝"))
    identity = _Parser(text, offset).identity()
    if identity.operators or identity.tolerance is not None:
        raise FormulaError("这里只能写一个算式，不能写等号", offset)
    return identity


class _Token(NamedTuple):
    """``kind``: number, date, name, op, end, bad; ``text`` in its one plain spelling; ``raw`` as typed."""

    kind: str
    text: str
    raw: str
    start: int
    end: int


_PLAIN = {"*": "×", "/": "÷", "−": "-", "–": "-", "－": "-", "＋": "+", "＊": "×", "＝": "=", "==": "=", "<=": "≤", ">=": "≥",
          "≦": "≤", "≧": "≥", "⩽": "≤", "⩾": "≥", "＜＝": "≤", "＞＝": "≥", "+-": "±", "（": "(", "）": ")", "．": ".", "＃": "#"}  # fmt: skip
_DIGITS = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_SCANNER = re.compile(
    rf"""(?P<space>\s+)
    | (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9-]))
    | (?P<number>[0-9０-９]+(?:[,，][0-9０-９]{{3}})*(?:[.．][0-9０-９]+)?[%％‰]?)
    | (?P<quoted>「[^「」\n]*」)
    | (?P<function>(?:sum|count)\s*(?=[(（]))
    | (?P<word>{PLAIN_NAME.pattern})
    | (?P<op>\+-|==|<=|>=|＜＝|＞＝|[-+×*÷/−–－＋＊=＝≤≥≦≧⩽⩾±()（）.．\#＃])
    | (?P<bad>.)""",
    re.VERBOSE | re.DOTALL,
)


def _token(match: re.Match[str]) -> _Token:
    kind, raw = match.lastgroup or "bad", match.group()
    text = {"quoted": raw[1:-1].strip(), "op": _PLAIN.get(raw, raw), "function": raw.strip()}.get(kind, raw)
    return _Token("name" if kind in ("quoted", "word") else kind, text, raw, match.start(), match.end())


class _Parser:
    """Recursive descent over the tokens of one formula: chain > sum > product > sign > operand."""

    def __init__(self, text: str, start: int = 0) -> None:
        if len(text) > LONGEST:
            raise FormulaError(f"校验太长，最多 {LONGEST} 个字", LONGEST)
        self.text = text
        self.tokens = [_token(match) for match in _SCANNER.finditer(text, start) if match.lastgroup != "space"]
        self.tokens.append(_Token("end", "", "", len(text), len(text)))
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def take(self, *texts: str, kind: str = "op") -> _Token | None:
        """Step over the next token when it is of this kind and one of ``texts`` (any, when none are given)."""
        token = self.token
        if token.kind != kind or (texts and token.text not in texts):
            return None
        self.at += 1
        return token

    def need(self, text: str, message: str) -> None:
        if not self.take(text):
            raise FormulaError(message, self.token.start)

    def identity(self) -> Identity:
        sides, operators = [self.sum()], []
        while relation := self.take("=", "≤", "≥"):
            operators.append(relation.text)
            sides.append(self.sum())
        tolerance = self.sum() if self.take("±") else None
        if self.token.kind != "end":
            raise FormulaError(_unexpected(self.token), self.token.start)
        return Identity(self.text, tuple(sides), tuple(operators), tolerance)

    def sum(self) -> Expression:
        left = self.product()
        while operator := self.take("+", "-"):
            left = Binary(operator.text, left, self.product())
        return left

    def product(self) -> Expression:
        left = self.sign()
        while operator := self.take("×", "÷"):
            left = Binary(operator.text, left, self.sign())
        return left

    def sign(self) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError("括号套得太深", self.token.start)
        negative = self.take("-")
        body = self.sign() if negative else self.operand()
        self.depth -= 1
        return Negative(body) if negative else body

    def operand(self) -> Expression:
        if function := self.take(kind="function"):
            return self.call(function.text)
        if self.take("("):
            inner = self.sum()
            self.need(")", "这个括号没有关上")
            return inner
        if number := self.take(kind="number"):
            return self.number(number)
        if day := self.take(kind="date"):
            return _day(day)
        return self.name()

    def number(self, token: _Token) -> Number:
        if self.token.kind == "name" and self.token.start == token.end:
            raise FormulaError("以数字开头的名字要写在「」里", token.start)
        plain = token.text.translate(_DIGITS)
        scale = {"%": -2, "‰": -3}.get(plain[-1], 0)
        return Number(Decimal(plain.rstrip("%‰").replace(",", "")).scaleb(scale), token.text)

    def call(self, function: str) -> Call:
        self.need("(", "函数后面要有括号")
        body = self.sum()
        where = None
        if self.take("若", kind="name"):
            column = self.name()
            self.need("=", "「若」后面要写成 栏=内容")
            where = (column, self.wanted())
        self.need(")", "这个括号没有关上")
        return Call(function, body, where)

    def wanted(self) -> str:
        """The rest up to the bracket that closes the call, as typed: a wanted text needs no quotes."""
        start, inner = self.at, 0
        while self.token.kind != "end" and (inner or self.token.text != ")"):
            inner += {"(": 1, ")": -1}.get(self.token.text, 0) if self.token.kind == "op" else 0
            self.at += 1
        taken = self.tokens[start : self.at]
        text = self.text[taken[0].start : taken[-1].end] if taken else ""
        if not text:
            raise FormulaError("「若」的等号后面没有内容", self.token.start)
        return taken[0].text if len(taken) == 1 else text

    def name(self) -> Name:
        parts = [self.part()]
        while self.take("."):
            parts.append(self.part())
        number = parts.pop()[1:] if parts[-1].startswith("#") else ""
        if any(part.startswith("#") for part in parts):
            raise FormulaError("# 栏号只能写在最后", self.token.start)
        previous = parts[:1] == ["previous"] and (len(parts) > 1 or bool(number))
        return Name(tuple(parts[previous:]), previous, number)

    def part(self) -> str:
        """One part of a path; a printed column number comes back with its #."""
        if mark := self.take("#"):
            token = self.take(kind="number")
            if token is None or not token.text.isdigit():
                raise FormulaError("# 后面要写栏号，如 #5", mark.end)
            return f"#{int(token.text)}"
        token = self.take(kind="name")
        if token is None or not token.text.strip() or token.text.startswith("#"):
            raise FormulaError(_unexpected(token or self.token), (token or self.token).start)
        return token.text


def _day(token: _Token) -> Date:
    try:
        return Date(date.fromisoformat(token.text), token.text)
    except ValueError:
        raise FormulaError(f"没有 {token.text} 这一天", token.start) from None


def _unexpected(token: _Token) -> str:
    if token.kind == "end":
        return "写到这里没有写完"
    if token.raw in ("<", ">", "＜", "＞"):
        return "只有 = ≤ ≥ 三种关系，没有大于、小于"
    if token.kind == "name":
        return f"这里不该是「{token.text}」" if token.text else "「」里没有名字"
    more = {"bad": "；名字里有这样的字时，整个名字写在「」里", "number": "；以数字开头的名字要写在「」里"}
    return f"{'看不懂' if token.kind == 'bad' else '这里不该是'}「{token.raw}」{more.get(token.kind, '')}"
