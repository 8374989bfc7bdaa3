"""A relation that does not hold, as a value: where, what it says, what was typed and what comes out, and its cause."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.capitals import write_capitals
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.numbers import print_amount
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.basis.units import scale
from disclosure.basis.values import Day
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import bare
from disclosure.board.arithmetic import in_base
from disclosure.board.arithmetic import key_of
from disclosure.board.arithmetic import rounded
from disclosure.board.blame import Group
from disclosure.board.blame import judge
from disclosure.board.hints import hint
from disclosure.board.phrases import gap
from disclosure.board.phrases import way_of
from disclosure.board.relation import Relation
from disclosure.board.relation import cells_of
from disclosure.board.relation import is_tail
from disclosure.board.relation import reader_of
from disclosure.board.relation import sides
from disclosure.board.relation import single
from disclosure.board.relation import stated
from disclosure.board.relation import stated_left
from disclosure.board.relation import unit_of
from disclosure.board.slipping import slipped
from disclosure.board.wording import Names
from disclosure.board.wording import in_labels
from disclosure.board.wording import in_unit
from disclosure.board.wording import printed
from disclosure.catalogue.expression import show_expression
from disclosure.reading.table import Cell


@dataclass(frozen=True, slots=True)
class Breach:
    """One relation that does not hold. Every string is masked and ready to print; numbers stand in ``unit``.

    ``span``: the typed cell on the left side, else the 校验 line. ``primary``: it speaks for its cause; False for a
    consequence in the same filing. ``cause`` is equal for all that share one, in other filings, too. ``suspect``:
    the one cell that, changed to ``suspect_value``, would mend everything; '' when several would.
    """

    slug: str
    span: Span
    label: str = ""
    formula: str = ""
    stated: str = ""
    derived: str = ""
    difference: str = ""
    unit: str = ""
    suspect: str = ""
    suspect_value: str = ""
    related: tuple[Related, ...] = ()
    cause: str = ""
    primary: bool = True
    name: str = ""
    suggestion: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def diagnostic(self) -> Diagnostic:
        """Return the finding; its rule makes the sentence."""
        fields = ("label", "formula", "stated", "derived", "difference", "unit", "suspect", "suspect_value", "name", "suggestion")
        arguments: dict[str, object] = {field: getattr(self, field) for field in fields}
        if self.suspect == self.label and _without_zeros(self.suspect_value) == _without_zeros(self.derived):
            arguments["suspect"] = ""
        arguments.update(self.more)
        return Diagnostic(self.slug, self.span, arguments, self.related, cause=self.cause)


CAPITALS = "capitals-differ"
"""Here the figure counts as typed and the capitals as what comes out, while the finding stands at the capitals."""


def _without_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


TAIL = "rounding-tail"
"""What a sum is called that is off by no more than rounding may do."""


class Why(NamedTuple):
    """What is told of a cause: its name, the one suspect and what it would have to hold ('' for none)."""

    cause: str
    suspect: str
    value: str
    unit: str = ""
    because: str = ""


def breaches_of(group: Group, names: Names) -> list[Breach]:
    """Return the breaches of one cause, the one that speaks for it first."""
    why = Why(_cause(group), *_suspect(group, names))
    first = _slip(group, names, why) or _breach(group.speaker, group.relations, names, why)
    rest = [
        _breach(relation, (relation,), names, why, primary=False)
        for relation in group.relations
        if relation is not group.speaker
    ]
    told = [first, *rest]
    return [_tail(one) for one in told] if all(is_tail(relation) for relation in group.relations) else told


def _tail(breach: Breach) -> Breach:
    return replace(breach, slug=TAIL, suspect="", suspect_value="", more=(*breach.more, ("others", "")))


def one_for_all_tails(found: Sequence[Breach]) -> Iterator[Breach]:
    """Yield the breaches of a filing with one finding for all its tails: what is to be said of them is said once."""
    tails = [one for one in found if one.slug == TAIL and one.primary]
    for one in found:
        if one.slug != TAIL or one is not tails[0]:
            yield replace(one, primary=False, cause=tails[0].cause) if one.slug == TAIL else one
        elif len(tails) == 1:
            yield one
        else:
            also = tuple(Related(other.span, f"{other.label} {other.stated}".strip()) for other in tails[1:])
            yield replace(one, related=(*one.related, *also), more=(*one.more, ("others", str(len(also)))))


def _slip(group: Group, names: Names, why: Why) -> Breach | None:
    """Return the breach that tells of 元 for 万元 at the cell itself, where one of several suspects explains all so."""
    found = slipped(group) if len(group.suspects) > 1 else None
    if found is None:
        return None
    cell, wanted = found
    unit = names.unit(cell)
    return Breach(
        slug="unit-slip",
        span=cell.span,
        label=names.of(cell),
        stated=printed(in_base(cell) or ZERO, cell, unit),
        derived=printed(wanted, cell, unit),
        unit=unit,
        related=_related(group.relations, cell.span, names),
        cause=why.cause,
    )


def _cause(group: Group) -> str:
    """Return the name of a cause: the place of its one suspect, else of the finding itself."""
    if len(group.suspects) == 1:
        return ":".join(str(part) for part in group.suspects[0].key)
    return ":".join(str(part) for part in place_of(group.speaker)[:3])


def _suspect(group: Group, names: Names) -> tuple[str, str, str, str]:
    """Return the one cell that would mend everything (or that looks mistyped), what it would have to hold, its unit and why; '' when nothing plain would do."""
    told = hint(group, names.filing)
    suspect = group.suspects[0] if len(group.suspects) == 1 else told.suspect
    if suspect is None:
        return "", "", "", ""
    key, step = suspect
    because = told.because if told.suspect == suspect else ""
    cell = next((one for relation in group.relations for one in cells_of(relation) if key_of(one) == key), None)
    amount = cell and amount_of(cell)
    if cell is None or not amount or isinstance(cell.value, Private):
        return "", "", "", ""
    size = scale(amount.unit)
    unit = names.unit(cell)
    decimals = max(amount.decimals, 2 if unit == "元" else 0)
    wanted = rounded((amount.base + step) / size, decimals)
    judged = [one for relation in group.relations if (one := judge(relation, broken=True))]
    plain = all(one.after(key, wanted * size - amount.base) for one in judged)
    return (names.of(cell), print_amount(wanted), unit, because) if plain else ("", "", "", "")


def place_of(relation: Relation) -> Span:
    """Return where a finding stands: the typed cell on the left, the 校验 line, the typed cell on the right, any cell."""
    left = stated_left(relation)
    if left is not None:
        return left.span
    if relation.template.at is not None:
        return relation.template.at
    cell = stated(relation) or next(iter(cells_of(relation)), None)
    return cell.span if cell else Span("")


def _breach(relation: Relation, group: tuple[Relation, ...], names: Names, why: Why, *, primary: bool = True) -> Breach:
    read = reader_of(relation)
    left, right = sides(relation, read) or (ZERO, ZERO)
    cell = stated(relation)
    if relation.template.slug == CAPITALS:
        cell = single(relation.template.right, relation.row)
    told, come = (left, right) if cell is None or stated_left(relation) is cell else (right, left)
    factor = Decimal(1) if read is in_base else _factor(relation, cell)
    told, come, unit = told * factor, come * factor, names.unit(cell) if cell else unit_of(relation)
    decimals = _decimals(relation, cell)
    if decimals is not None and come:
        come = rounded(come / scale(unit), decimals) * scale(unit)
    span = place_of(relation)
    return Breach(
        slug=relation.template.slug,
        span=span,
        label=names.of(cell) if cell else _left_words(relation),
        formula=_formula(relation, names),
        stated=printed(told, cell, unit),
        derived=printed(come, cell, unit, decimals),
        difference=_difference(told - come, cell, unit),
        unit=unit,
        suspect=why.suspect,
        suspect_value=why.value,
        related=_related(group, span, names),
        cause=why.cause,
        primary=primary,
        more=(*_of_capitals(relation), *_phrases(relation, cell, _formula(relation, names), _difference(told - come, cell, unit), unit), ("suspect_unit", why.unit), ("because", why.because)),
    )


def _phrases(relation: Relation, cell: Cell | None, formula: str, difference: str, unit: str) -> tuple[tuple[str, str], ...]:
    """Return the words the sentence is put together from."""
    wrote = "写的是" if cell is not None else "是"
    return ("wrote", wrote), ("way", way_of(relation, formula)), ("apart", gap(difference, unit))


def _left_words(relation: Relation) -> str:
    """Return the left side as typed, where no single cell states the result."""
    form = relation.template.form
    return f"「{show_expression(form.left)}」" if form is not None else ""


def _formula(relation: Relation, names: Names) -> str:
    template = relation.template
    if template.form is None:
        return template.formula
    identity = template.form.identity
    return identity.text.strip() if template.at is not None else in_labels(identity, names.filing.category)


def _decimals(relation: Relation, cell: Cell | None) -> int | None:
    """Return to how many decimals a result is told: what was rounded, as the typed cell is; a sum in every digit."""
    amount = cell and amount_of(cell)
    if relation.template.rounding == "sum" or not amount:
        return None
    plain = amount.unit in ("", "元") or relation.template.rounding == "quotient"
    return max(amount.decimals, 2) if plain else amount.decimals


def _factor(relation: Relation, cell: Cell | None) -> Decimal:
    """Return what turns a result read in printed units back into base units."""
    number = in_base(cell) if cell else None
    read = reader_of(relation)(cell) if cell else None
    return number / read if number and read else Decimal(1)


def _difference(value: Decimal, cell: Cell | None, unit: str) -> str:
    if cell is not None and isinstance(bare(cell), Day) and not isinstance(cell.value, Private):
        return f"{int(value)}天"
    return printed(value, cell, unit)


def _of_capitals(relation: Relation) -> tuple[tuple[str, str], ...]:
    """Return what the finding on capitals tells beside: what they say, and what they would have to be."""
    if relation.template.slug != CAPITALS:
        return ()
    left, right = sides(relation, in_base) or (ZERO, ZERO)
    return ("said", f"是 {in_unit(left, '元')}元"), ("capitals", write_capitals(right))


def _related(group: tuple[Relation, ...], span: Span, names: Names) -> tuple[Related, ...]:
    """Return every other cell that takes part, each once, with its name and what was typed."""
    found: dict[Key, Related] = {}
    for relation in group:
        for cell in cells_of(relation):
            if cell.span[:3] != span[:3]:
                found.setdefault(key_of(cell), Related(cell.span, f"{names.of(cell)} {cell.text}".strip()))
    return tuple(found.values())
