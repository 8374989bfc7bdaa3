"""Change one digit of a money cell: one finding, and it points at the cell; take one filing away: its duty is missing."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.basis.values import Amount
from disclosure.board.duties import duties
from disclosure.board.filing import read_filing
from disclosure.board.load import RowFiles
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Status
from disclosure.reading.table import Role
from disclosure.reading.yaml import read_yaml
from disclosure.rules.engine import check_shelf
from disclosure.views.brief import brief

CONTENT = Path(__file__).resolve().parent.parent / "content"
TODAY = date(2026, 11, 21)
PLACES = ("qinghe/shiqiao", "qinghe/shangwan", "qinghe/liulin", "qinghe/baitang")


class Spot(NamedTuple):
    """A money cell that can be changed in the text of its own filing."""

    filing: Filing
    span: Span
    name: str


@pytest.fixture(scope="module")
def world() -> Survey:
    return survey(CONTENT)


@pytest.fixture(scope="module")
def shelves(world: Survey) -> dict[str, Shelf]:
    return {place: load_shelf(world, place, TODAY).shelf for place in PLACES}


def spots(shelf: Shelf) -> list[Spot]:
    """Return money cells of facts and tables that stand in an identity (a part told of a row is only bounded by it)."""
    found = []
    for filing in shelf.filings:
        if filing.category.depth != "deep":
            continue
        found += [Spot(filing, fact.cell.span, fact.id) for fact in filing.facts if fact.kind == "money"]
        for table in filing.tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    if column.kind == "money" and isinstance(cell.value, Amount) and row.role is not Role.OF_WHICH:
                        found.append(Spot(filing, cell.span, f"{table.id}.{column.id}"))
    return [spot for spot in found if spot.span.path == spot.filing.source.path]


def changed(world: Survey, shelf: Shelf, spot: Spot, dice: random.Random) -> tuple[Diagnostic, ...]:
    """Return the findings after one digit of the cell was changed."""
    text = spot.filing.source.text
    typed = text[spot.span.start : spot.span.end]
    at = dice.choice([index for index, character in enumerate(typed) if character.isdigit()])
    digit = dice.choice([other for other in "0123456789" if other != typed[at]])
    new = text[: spot.span.start] + typed[:at] + digit + typed[at + 1 :] + text[spot.span.end :]
    document = read_yaml(new.encode(), spot.filing.source.path)
    read = read_filing(document, spot.filing.source.path, world.places[spot.filing.place], world.catalogue, RowFiles(world.root, world.by_path, []))
    assert read.filing is not None
    filings = tuple(read.filing if filing is spot.filing else filing for filing in shelf.filings)
    return check_shelf(replace(shelf, filings=filings), read.diagnostics, {})


def holds(found: Diagnostic, spot: Spot) -> bool:
    spans = [found.span, *(other.span for other in found.related)]
    return any(span.path == spot.span.path and span.start <= spot.span.start < span.end for span in spans)


def sweep(world: Survey, shelves: dict[str, Shelf], count: int, seed: int) -> tuple[int, Counter[str]]:
    """Change ``count`` cells; returns (how many were noticed, names of cells that were not)."""
    dice = random.Random(seed)
    everything = [(place, spot) for place in PLACES for spot in spots(shelves[place])]
    noticed, silent = 0, Counter[str]()
    for place, spot in dice.sample(everything, min(count, len(everything))):
        found = changed(world, shelves[place], spot, dice)
        assert len(found) <= 1, (spot.span, [(one.slug, one.span) for one in found])
        if found:
            assert holds(found[0], spot), (spot.span, found[0].slug, found[0].span)
            noticed += 1
        else:
            silent[f"{spot.filing.category.id}:{spot.name}"] += 1
    return noticed, silent


def test_a_changed_digit_gives_one_finding_at_its_cell(world: Survey, shelves: dict[str, Shelf]) -> None:
    noticed, silent = sweep(world, shelves, 150, 1)
    assert noticed >= 0.9 * (noticed + sum(silent.values())), silent


@pytest.mark.slow
def test_changed_digits_all_over_the_sample(world: Survey, shelves: dict[str, Shelf]) -> None:
    noticed, silent = sweep(world, shelves, 2500, 2)
    assert noticed >= 0.9 * (noticed + sum(silent.values())), silent


@pytest.mark.parametrize("place", PLACES)
def test_a_filing_taken_away_is_missing(world: Survey, shelves: dict[str, Shelf], place: str) -> None:
    """Whatever duty only this filing fulfils is then due or missing, and no other changes."""
    shelf = shelves[place]
    briefs = {filing.id: brief(filing, shelf) for filing in shelf.filings}
    facts = (world.settings, world.catalogue, {place: world.places[place], "qinghe": world.places["qinghe"]})
    before = {(duty.category, duty.period, duty.item): duty for duty in duties(*facts, briefs.values(), TODAY)}
    for gone in briefs:
        rest = [told for filing_id, told in briefs.items() if filing_id != gone]
        after = {(duty.category, duty.period, duty.item): duty for duty in duties(*facts, rest, TODAY)}
        for key, duty in before.items():
            if duty.source == "calendar" and duty.filings == (gone,):
                assert after[key].status is Status.MISSING, (gone, after[key])
            elif gone not in duty.filings and key in after:
                assert after[key].status == duty.status, (gone, key)
