"""The identities of a category in the words of its labels: 期末余额 = 期初余额 + 「收支明细」收入合计 − …."""

from __future__ import annotations

from disclosure.catalogue.expression import Binary
from disclosure.catalogue.expression import Call
from disclosure.catalogue.expression import Date
from disclosure.catalogue.expression import Expression
from disclosure.catalogue.expression import Identity
from disclosure.catalogue.expression import Name
from disclosure.catalogue.expression import Negative
from disclosure.catalogue.expression import Number
from disclosure.catalogue.expression import names_in
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category

_SIGNS = {"-": "−"}


def check_words(identity: Identity, category: Category, catalogue: Catalogue) -> str:
    """Return an identity as a sentence of labels; one that holds row by row begins with its table."""
    speaker = _Speaker(category, catalogue, _table_of(identity, category))
    text = speaker.say(identity.sides[0])
    for operator, side in zip(identity.operators, identity.sides[1:], strict=True):
        text += f" {operator} {speaker.say(side)}"
    if identity.tolerance is not None:
        text += f"（可差 {speaker.say(identity.tolerance)}）"
    return f"「{speaker.table}」每一行：{text}" if speaker.table else text


def _table_of(identity: Identity, category: Category) -> str:
    """Return the label of the table whose rows an identity speaks of, '' for one that speaks of sums and facts."""
    bare = {one.parts[0] for side in identity.sides for one in _bare(side) if len(one.parts) == 2 and not one.previous}
    labels = {table.label for table in category.tables if bare & {table.id, table.label}}
    whole = all(len(name.parts) == 2 for name in names_in(identity))
    return labels.pop() if len(labels) == 1 and whole else ""


def _bare(expression: Expression) -> list[Name]:
    """Return the names outside sum(…) and count(…)."""
    match expression:
        case Name():
            return [expression]
        case Binary():
            return [*_bare(expression.left), *_bare(expression.right)]
        case Negative():
            return _bare(expression.body)
    return []


class _Speaker:
    """Says expressions in the labels of one category; ``table``: the table whose rows are spoken of."""

    __slots__ = ("catalogue", "category", "table")

    def __init__(self, category: Category, catalogue: Catalogue, table: str) -> None:
        self.category = category
        self.catalogue = catalogue
        self.table = table

    def say(self, expression: Expression) -> str:
        """Return one expression in words."""
        match expression:
            case Number() | Date():
                return expression.text
            case Name():
                return self._name(expression)
            case Negative():
                return f"−{self._inside(expression.body, '+-×÷')}"
            case Binary():
                weaker = "+-" if expression.operator in "×÷" else ""
                right = self._inside(expression.right, "+-×÷" if weaker else "+-")
                return f"{self._inside(expression.left, weaker)} {_SIGNS.get(expression.operator, expression.operator)} {right}"
            case Call():
                return self._call(expression)

    def _inside(self, expression: Expression, weaker: str) -> str:
        text = self.say(expression)
        return f"（{text}）" if isinstance(expression, Binary) and expression.operator in weaker else text

    def _call(self, call: Call) -> str:
        where = f"（只算「{call.where[0].parts[-1]}」是「{call.where[1]}」的）" if call.where else ""
        if call.function == "count":
            return f"{self.say(call.body)}的行数{where}"
        if isinstance(call.body, Name):
            return f"{self._name(call.body)}合计{where}"
        return f"各行（{self.say(call.body)}）合计{where}"

    def _name(self, name: Name) -> str:
        if name.number and not name.parts:
            return f"第 {name.number} 栏"
        words = self._labels(name.parts)
        return f"上一期的{words}" if name.previous else words

    def _labels(self, parts: tuple[str, ...]) -> str:
        first, rest = parts[0], parts[1:]
        for fact in self.category.facts:
            if first in (fact.id, fact.label):
                return fact.label
        for table in self.category.tables:
            if first in (table.id, table.label):
                labels = [self._column(table.id, part) for part in rest]
                return "".join(labels) if table.label == self.table and labels else f"「{table.label}」" + "".join(labels)
        other = self.catalogue.find(first)
        return f"{other.name}的{'、'.join(rest)}" if other and rest else ".".join(parts)

    def _column(self, table_id: str, name: str) -> str:
        columns = next(table.columns for table in self.category.tables if table.id == table_id)
        return next((column.label for column in columns if name in (column.id, column.label)), name)
