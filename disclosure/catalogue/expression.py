"""The tree a formula becomes: numbers, days, names, calls and relations; and its one plain spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal

PLAIN_NAME = re.compile(r"(?!\d)\w[\w、·〔〕]*(?:[(（][^()（）+\-−－×÷*=＝≤≥<>±「」#\n]*[)）])?")
"""A name that needs no 「」: it may end in a bracket without operators, such as a unit («金额(元)»)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A literal; ``percent`` when written with %: its value is already divided by 100."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Date:
    """A literal day (2026-03-05), comparable with cells that hold days."""

    value: date
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


Expression = Number | Date | Name | Call | Binary | Negative


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


def show(identity: Identity) -> str:
    """Return the formula in its plain spelling; parsing it gives an equal tree."""
    text = show_expression(identity.sides[0])
    for operator, side in zip(identity.operators, identity.sides[1:], strict=True):
        text += f" {operator} {show_expression(side)}"
    return text if identity.tolerance is None else f"{text} ± {show_expression(identity.tolerance)}"


def same(one: Identity, other: Identity) -> bool:
    """Tell whether two identities state the same, however they were typed."""
    return replace(one, text="") == replace(other, text="")


def show_expression(expression: Expression) -> str:
    """Return one expression in its plain spelling, with the brackets it needs and no others."""
    match expression:
        case Number() | Date():
            return expression.text
        case Name():
            return _show_name(expression)
        case Call():
            return _show_call(expression)
        case Negative():
            return f"-{_inside(expression.body, '+-×÷')}"
        case Binary():
            weaker = "+-" if expression.operator in "×÷" else ""
            right = _inside(expression.right, "+-×÷" if weaker else "+-")
            return f"{_inside(expression.left, weaker)} {expression.operator} {right}"


def _inside(expression: Expression, weaker: str) -> str:
    text = show_expression(expression)
    bracket = isinstance(expression, Binary) and expression.operator in weaker
    return f"({text})" if bracket else text


def _show_name(name: Name) -> str:
    parts = [part if PLAIN_NAME.fullmatch(part) else f"「{part}」" for part in name.parts]
    return ".".join((["previous"] if name.previous else []) + parts + ([f"#{name.number}"] if name.number else []))


def _show_call(call: Call) -> str:
    if call.where is None:
        return f"{call.function}({show_expression(call.body)})"
    column, wanted = call.where
    text = wanted if any(mark in wanted for mark in "「」\n") else f"「{wanted}」"
    return f"{call.function}({show_expression(call.body)} 若 {_show_name(column)} = {text})"


def names_in(identity: Identity) -> tuple[Name, ...]:
    """Return every name of a formula in the order read, those of «若» conditions joined to the table they stand in."""
    tolerance = (identity.tolerance,) if identity.tolerance is not None else ()
    return tuple(name for side in (*identity.sides, *tolerance) for name in _names(side))


def _names(expression: Expression) -> Iterator[Name]:
    match expression:
        case Name():
            yield expression
        case Binary():
            yield from _names(expression.left)
            yield from _names(expression.right)
        case Negative():
            yield from _names(expression.body)
        case Call():
            inner = tuple(_names(expression.body))
            yield from inner
            if expression.where and inner:
                yield Name((*inner[0].parts[:1], *expression.where[0].parts[-1:]))
        case _:
            return
