"""The closed formula language of 校验 and identities (FORMAT §5): text to a small tree, never evaluated as code."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A literal; ``percent`` when written with %: its value is already divided by 100."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A reference: path parts as typed («表», «行», «栏»; previous.期末余额), or a printed column number #5."""

    parts: tuple[str, ...]
    previous: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """sum(…) or count(…); ``where`` is (column name, wanted text) for «若 类=产业»."""

    function: str
    body: Expression
    where: tuple[Name, str] | None = None


@dataclass(frozen=True, slots=True)
class Binary:
    """Two expressions joined by + - × ÷."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus an expression."""

    body: Expression


Expression = Number | Name | Call | Binary | Negative


@dataclass(frozen=True, slots=True)
class Identity:
    """A chain of expressions that must stand in the given relations.

    ``operators[i]`` (= ≤ ≥) stands between ``sides[i]`` and ``sides[i + 1]``. ``tolerance`` is the expression
    after ±, None when the default applies. ``text`` is the formula as typed.
    """

    text: str
    sides: tuple[Expression, ...]
    operators: tuple[str, ...]
    tolerance: Expression | None = None


class FormulaError(ValueError):
    """A formula that cannot be read; ``offset`` is where in the text, the message is a plain Chinese clause."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def parse(text: str) -> Identity:
    """Return the identity that ``text`` states; raises FormulaError with an offset into ``text``."""
    raise NotImplementedError
