"""What a wrong figure makes wrong elsewhere: totals that rightly add it up must change with it, and then so much holds again."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosure.board.arithmetic import ZERO
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import key_of
from disclosure.board.blame import Group
from disclosure.board.blame import Judged
from disclosure.board.blame import Suspect
from disclosure.board.blame import judge
from disclosure.board.relation import Relation
from disclosure.board.relation import fits
from disclosure.board.relation import stated

FAR = 40
"""How many totals are followed from one figure."""

MANY = 30
"""Beyond so many causes each stands for itself."""


def with_consequences(found: Sequence[Group], holding: Iterable[Relation]) -> list[Group]:
    """Return the causes with those put under another that hold once its figure, and every total that adds it, is mended.

    A row whose 造价 is wrong makes the 造价合计 that adds it up unequal to 补助合计 plus 自筹合计: that is no second mistake.
    """
    single = [group for group in found if len(group.relations) == 1]
    if not 1 < len(found) <= MANY or not single:
        return list(found)
    sums = _by_cell(holding)
    kept = list(found)
    for group in single:
        judged = judge(group.speaker, broken=True)
        source = judged and next((other for other in kept if other is not group and group in kept and _explains(other, judged, sums)), None)
        if source is not None:
            kept = [_under(each, group) if each is source else each for each in kept if each is not group]
    return kept


def _under(source: Group, group: Group) -> Group:
    return replace(source, relations=(*source.relations, *group.relations))


def _by_cell(holding: Iterable[Relation]) -> dict[Key, list[Judged]]:
    """Return the sums that hold by the cells they add."""
    found: dict[Key, list[Judged]] = {}
    for relation in holding:
        total = stated(relation)
        if total is None or relation.template.operator != "=" or relation.template.rounding != "sum":
            continue
        judged = judge(relation, broken=False)
        for key in judged.slopes if judged is not None else ():
            if judged is not None and key != key_of(total):
                found.setdefault(key, []).append(judged)
    return found


def _explains(source: Group, judged: Judged, sums: dict[Key, list[Judged]]) -> bool:
    """Return whether one suspect of a cause, followed through the totals, mends another relation that does not have it."""
    for key, step in dict.fromkeys((*source.suspects, *_own(source))):
        if key in judged.slopes:
            continue
        changes = _followed(key, step, sums)
        moved = sum((judged.slopes[cell] * change for cell, change in changes.items() if cell in judged.slopes), ZERO)
        if moved and fits(judged.relation, judged.residual + moved, judged.read):
            return True
    return False


def _own(source: Group) -> list[Suspect]:
    """Return every cell of the relation that speaks, with what would mend it: totals that held speak against the right one."""
    judged = judge(source.speaker, broken=True)
    if judged is None or judged.curved:
        return []
    return [Suspect(key, -judged.residual / slope) for key, slope in judged.slopes.items() if slope]


def _followed(key: Key, step: Decimal, sums: dict[Key, list[Judged]]) -> dict[Key, Decimal]:
    """Return by how much each total changes with a cell, itself included."""
    changes, waiting = {key: step}, [key]
    while waiting and len(changes) < FAR:
        for one in sums.get(waiting.pop(0), ()):
            total = stated(one.relation)
            if total is None or key_of(total) in changes:
                continue
            slope = one.slopes.get(key_of(total), ZERO)
            moved = sum((one.slopes[cell] * change for cell, change in changes.items() if cell in one.slopes), ZERO)
            if slope and moved:
                changes[key_of(total)] = -moved / slope
                waiting.append(key_of(total))
    return changes
