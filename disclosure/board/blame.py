"""One cause, one finding: which broken relations a single wrong cell explains, and which cell that most likely is."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.units import scale
from disclosure.board.arithmetic import ONE
from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import Reader
from disclosure.board.arithmetic import Slopes
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import in_base
from disclosure.board.arithmetic import key_of
from disclosure.board.relation import RANK
from disclosure.board.relation import Relation
from disclosure.board.relation import cells_of
from disclosure.board.relation import fits
from disclosure.board.relation import holds
from disclosure.board.relation import is_tail
from disclosure.board.relation import reader_of
from disclosure.board.relation import sides
from disclosure.board.relation import slopes_of
from disclosure.board.relation import stated
from disclosure.board.relation import tail_of
from disclosure.board.relation import tolerance
from disclosure.reading.table import Cell

DUST = Decimal("1e-15")
"""What dividing leaves behind; no sum of money is that small."""

GUESSES = 4
"""How many values are tried for a cell that stands in many broken relations: the wanted one is among the first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation with what it comes to: left minus right, and how that moves with each of its cells.

    ``figures``: what its cells hold, where it is broken and none of them is below nothing.
    """

    relation: Relation
    read: Reader
    residual: Decimal
    slopes: Slopes
    curved: bool
    broken: bool
    figures: dict[Key, Decimal] | None = None

    def after(self, key: Key, step: Decimal) -> bool:
        """Return whether the relation would hold if one cell were larger by ``step`` (base units)."""
        slope = self.slopes.get(key, ZERO)
        residual = self.residual + slope * step
        if self.curved:
            changed = sides(self.relation, _changed(self.read, key, step))
            residual = residual if changed is None else changed[0] - changed[1]
        if fits(self.relation, ZERO if abs(residual) < DUST else residual, self.read):
            return True
        return self.broken and self.read is in_base and abs(residual) <= tail_of(self.relation)

    def absurd(self, key: Key, step: Decimal) -> bool:
        """Return whether a step would put a cell below nothing among figures of which none is; a result may come out so."""
        number = self.figures.get(key) if self.figures is not None else None
        if number is None or number + step >= 0:
            return False
        result = stated(self.relation)
        return result is None or key_of(result) != key


def _changed(read: Reader, key: Key, step: Decimal) -> Reader:
    def reader(cell: Cell) -> Decimal | None:
        number = read(cell)
        return number + step * size_in(read, cell) if number is not None and key_of(cell) == key else number

    return reader


class Suspect(NamedTuple):
    """A cell and by how much it would have to change (base units) to mend what is broken."""

    key: Key
    step: Decimal


@dataclass(frozen=True, slots=True)
class Group:
    """Broken relations with one cause; ``speaker`` stands for them. ``suspects``: the cells that would mend all."""

    speaker: Relation
    relations: tuple[Relation, ...]
    suspects: tuple[Suspect, ...]


def judge(relation: Relation, broken: bool) -> Judged | None:
    """Return a relation with its residual and slopes, None where it is silent."""
    read = reader_of(relation) if broken or not holds(relation, in_base) else in_base
    values = sides(relation, read)
    if values is None:
        return None
    slopes = slopes_of(relation, read)
    if read is not in_base:
        slopes = {key_of(cell): slopes[key_of(cell)] * size_in(read, cell) for cell in cells_of(relation) if key_of(cell) in slopes}
    curved = relation.template.rounding == "quotient"
    figures = {key_of(cell): number for cell in cells_of(relation) if (number := in_base(cell)) is not None} if broken else {}
    positive = all(number >= 0 for number in figures.values())
    return Judged(relation, read, values[0] - values[1], slopes, curved, broken, figures if positive else None)


def size_in(read: Reader, cell: Cell) -> Decimal:
    """Return what one base unit of a cell is in the units of a reader."""
    amount = amount_of(cell)
    if amount is None:
        return ONE
    one = cell._replace(value=amount._replace(number=ONE))
    return (read(one) or ONE) / scale(amount.unit)


PATIENCE = 30
"""How many causes are told apart in one knot of relations; beyond that each broken relation stands for itself."""


def groups(broken: Sequence[Relation], others: Iterable[Relation]) -> list[Group]:
    """Return the broken relations by cause; ``others`` are those that hold and must go on holding."""
    judged = [one for relation in broken if (one := judge(relation, broken=True))]
    cells = {key for one in judged for key in one.slopes}
    around: dict[Key, list[Judged]] = {key: [] for key in cells}
    for one in judged + [one for each in others if _touches(each, cells) and (one := judge(each, broken=False))]:
        for key in cells.intersection(one.slopes):
            around[key].append(one)
    return [group for knot in _knots(judged) for group in _untied(knot, around)]


def _knots(judged: list[Judged]) -> list[list[Judged]]:
    """Return the relations in sets that share no cell with each other."""
    above = list(range(len(judged)))

    def knot_of(number: int) -> int:
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    home: dict[Key, int] = {}
    for number, one in enumerate(judged):
        for key in one.slopes:
            above[knot_of(number)] = knot_of(home.setdefault(key, number))
    knots: dict[int, list[Judged]] = {}
    for number, one in enumerate(judged):
        knots.setdefault(knot_of(number), []).append(one)
    return list(knots.values())


def _untied(knot: list[Judged], around: dict[Key, list[Judged]]) -> list[Group]:
    """Return the causes in one knot, taking again and again the cell that explains most."""
    found: list[Group] = []
    while knot and len(found) < PATIENCE:
        group, mended = _largest(knot, around)
        found.append(group)
        gone = {id(one) for one in mended}
        knot = [one for one in knot if id(one) not in gone]
        for key in {key for one in mended for key in one.slopes}:
            around[key] = [one for one in around[key] if id(one) not in gone]
    return found + [Group(one.relation, (one.relation,), ()) for one in knot]


def _touches(relation: Relation, cells: set[Key]) -> bool:
    return any(key_of(cell) in cells for cell in cells_of(relation))


def _largest(judged: list[Judged], by_cell: dict[Key, list[Judged]]) -> tuple[Group, list[Judged]]:
    """Return the group that one changed cell mends, taking the cell that mends most and spoils least."""
    best, chosen, suspects = (0, 0), [judged[0]], []
    for key in dict.fromkeys(key for one in judged for key in one.slopes):
        for step in _steps(key, by_cell[key]):
            mended, spoilt = _effect(key, step, by_cell[key])
            score = (len(mended) - spoilt, -spoilt)
            if score > best and mended:
                best, chosen, suspects = score, mended, [Suspect(key, step)]
            elif suspects and score == best and suspects[-1].key != key and _same(mended, chosen):
                suspects.append(Suspect(key, step))
    return Group(_speaker(chosen, suspects), tuple(one.relation for one in chosen), tuple(suspects)), chosen


def _same(one: list[Judged], other: list[Judged]) -> bool:
    return {id(each) for each in one} == {id(each) for each in other}


def _steps(key: Key, around: list[Judged]) -> list[Decimal]:
    """Return the changes of a cell that would mend at least one of the broken relations it stands in."""
    steps: dict[Decimal, None] = {}
    for one in around:
        slope = one.slopes.get(key, ZERO)
        if one.broken and slope:
            step = _exact(one, key, -one.residual / slope)
            if not one.absurd(key, step):
                steps.setdefault(step)
            if len(steps) >= GUESSES:
                break
    return list(steps)


def _exact(one: Judged, key: Key, step: Decimal) -> Decimal:
    """Return the step corrected where the relation is curved in the cell (it stands below a bar)."""
    if not one.curved:
        return step
    last, before = step, (ZERO, one.residual)
    for _ in range(8):
        values = sides(one.relation, _changed(one.read, key, last))
        residual = values[0] - values[1] if values else ZERO
        if not residual or residual == before[1]:
            break
        last, before = last - residual * (last - before[0]) / (residual - before[1]), (last, residual)
    return last


def _effect(key: Key, step: Decimal, around: list[Judged]) -> tuple[list[Judged], int]:
    """Return the broken relations a change mends, and how many that hold it would spoil."""
    mended = [one for one in around if one.broken and one.after(key, step)]
    spoilt = sum(1 for one in around if not one.broken and not one.after(key, step))
    return mended, spoilt


def _speaker(chosen: list[Judged], suspects: list[Suspect]) -> Relation:
    """Return the relation that speaks for a group: the one whose typed cell is the culprit, else the closest slug."""
    relations = [one.relation for one in chosen]
    if len(suspects) == 1:
        own = [one for one in relations if (cell := stated(one)) is not None and key_of(cell) == suspects[0].key]
        relations = own or relations
    return min(relations, key=lambda relation: (is_tail(relation), RANK.index(relation.template.slug)))


def folded(found: list[Group], is_total: Callable[[Relation], bool]) -> list[Group]:
    """Return the causes with that of a total row put under its rows' where it is off by just what they are.

    A row whose product is wrong, and a total that adds it up rightly, is one mistake and not two.
    """
    totals = [group for group in found if len(group.relations) == 1 and is_total(group.speaker)]
    alone = {id(group) for group in totals}
    kept = [group for group in found if id(group) not in alone]
    for group in totals:
        rows = [at for at, each in enumerate(kept) if each.speaker.template is group.speaker.template]
        if rows and _carried_over(group.speaker, [kept[at].speaker for at in rows]):
            first = kept[rows[0]]
            kept[rows[0]] = replace(first, relations=(*first.relations, group.speaker))
        else:
            kept.append(group)
    return kept


def _carried_over(total: Relation, rows: list[Relation]) -> bool:
    """Return whether a total is off by what its rows are off together, as exactly as all of them may be rounded."""
    judged = [judge(relation, broken=True) for relation in (total, *rows)]
    if any(one is None for one in judged) or any(one is not None and one.curved for one in judged):
        return False
    whole, *parts = [one.residual for one in judged if one is not None]
    slack = sum((tolerance(relation, reader_of(relation)) for relation in (total, *rows)), ZERO)
    return abs(whole - sum(parts, ZERO)) <= slack
