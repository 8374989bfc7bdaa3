"""Whether what a filing states adds up: every relation that does not hold, grouped by its cause."""

from __future__ import annotations

from dataclasses import replace

from disclosure.basis.capitals import write_capitals
from disclosure.board.arithmetic import Key
from disclosure.board.arithmetic import amount_of
from disclosure.board.arithmetic import key_of
from disclosure.board.blame import Group
from disclosure.board.blame import Suspect
from disclosure.board.blame import folded
from disclosure.board.blame import groups
from disclosure.board.blame import judge
from disclosure.board.breach import Breach
from disclosure.board.breach import breaches_of
from disclosure.board.breach import one_for_all_tails
from disclosure.board.capitals import MARK
from disclosure.board.capitals import pairs
from disclosure.board.carried import with_consequences
from disclosure.board.likely import doubts as likely
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.relation import Relation
from disclosure.board.relation import cells_of
from disclosure.board.relations import Doubt
from disclosure.board.relations import relations
from disclosure.board.wording import Names
from disclosure.board.wording import in_unit
from disclosure.reading.table import Role


def breaches(filing: Filing, shelf: Shelf) -> tuple[Breach, ...]:
    """Return every relation of a filing that does not hold, and every name in its formulas that nobody knows.

    One cause has one primary breach; the others of the same cause follow it. Where the cause lies in another filing
    (a wrong closing balance that the next month carries on), the breach shares that filing's ``cause``.
    """
    doubts: list[Doubt] = []
    broken = _broken(filing, shelf, doubts)
    found = [_doubt(doubt) for doubt in doubts] + _unreadable(filing)
    if not broken:
        return tuple(found + _likely(filing, shelf, broken))
    names = Names(filing, shelf)
    for group in causes(filing, shelf, broken):
        told = breaches_of(group, names)
        cause = _origin(group, filing, shelf)
        found += [replace(breach, cause=cause) for breach in told] if cause else told
    return (*one_for_all_tails(found), *_likely(filing, shelf, broken))


def _likely(filing: Filing, shelf: Shelf, broken: list[Relation]) -> list[Breach]:
    """Return what most likely should hold and does not, where nothing surer is said of the same cell."""
    told = {key_of(cell) for relation in broken for cell in cells_of(relation)}
    names = Names(filing, shelf)
    loose = [relation for relation in likely(filing) if not any(key_of(cell) in told for cell in cells_of(relation))]
    return [breach for relation in loose for breach in breaches_of(Group(relation, (relation,), ()), names)]


def _broken(filing: Filing, shelf: Shelf, doubts: list[Doubt]) -> list[Relation]:
    """Return what does not hold, without what a 校验 with ± says of the same cells."""
    broken: list[Relation] = []
    allowed: set[frozenset[Key]] = set()
    for relation in relations(filing, shelf, doubts):
        if relation.broken():
            broken.append(relation)
        elif relation.template.tolerance is not None and relation.template.at is not None:
            allowed.add(_keys(relation))
    return [relation for relation in broken if _keys(relation) not in allowed] if allowed else broken


def _keys(relation: Relation) -> frozenset[Key]:
    return frozenset(key_of(cell) for cell in cells_of(relation))


def causes(filing: Filing, shelf: Shelf, broken: list[Relation] | None = None) -> list[Group]:
    """Return the broken relations of a filing by cause."""
    if broken is None:
        broken = _broken(filing, shelf, [])
    if not broken:
        return []
    known = {id(relation.template) for relation in broken}
    totals = {id(row.cells) for table in filing.tables for row in table.rows if row.role is Role.TOTAL}
    holding = [relation for relation in relations(filing, shelf, [], sound=True) if not relation.broken()]
    found = groups(broken, [relation for relation in holding if id(relation.template) not in known])
    return with_consequences(folded(found, lambda relation: id(relation.row) in totals), holding)


def _origin(group: Group, filing: Filing, shelf: Shelf) -> str:
    """Return the cause in another filing that explains a group: a cell of that filing, wrong there too by as much."""
    own = {filing.source.path, *(table.source for table in filing.tables)}
    cells = {key_of(cell) for relation in group.relations for cell in cells_of(relation)}
    paths = {path for path, _, _ in cells if path not in own}
    for other in shelf.filings:
        if other is filing or not _paths(other) & paths:
            continue
        for theirs in causes(other, shelf):
            if any(_mends(suspect, group, cells) for suspect in theirs.suspects):
                return breaches_of(theirs, Names(other, shelf))[0].cause
    return ""


def _paths(filing: Filing) -> set[str]:
    return {filing.source.path, *(table.source for table in filing.tables if table.source)}


def _mends(suspect: Suspect, group: Group, cells: set[Key]) -> bool:
    """Return whether what would mend another filing would mend this group as well."""
    if suspect.key not in cells:
        return False
    judged = [one for relation in group.relations if (one := judge(relation, broken=True))]
    return all(one.after(suspect.key, suspect.step) for one in judged)


def _doubt(doubt: Doubt) -> Breach:
    unknown = doubt.unknown
    return Breach("unknown-name", doubt.span, formula=doubt.formula, name=unknown.name, suggestion=unknown.suggestion)


def _unreadable(filing: Filing) -> list[Breach]:
    """Return the capitals that no reading gives a number for: 伍交角."""
    if MARK not in filing.source.text and not any(MARK in fact.label for fact in filing.facts):
        return []
    return [
        Breach(
            "capitals-differ",
            pair.words.span,
            stated=in_unit(amount.base, "元"),
            unit="元",
            more=(("said", f"读不出是多少（{pair.text}）"), ("capitals", write_capitals(amount.base))),
        )
        for pair in pairs(filing)
        if not pair.readable and (amount := amount_of(pair.figure)) is not None
    ]
