"""Fitting: every line finds one place, in order, on as few legible sheets as can be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.channels.printing.compose import content_of
from disclosure.channels.printing.content import Grid
from disclosure.channels.printing.fit import Plan
from disclosure.channels.printing.fit import Strip
from disclosure.channels.printing.fit import spread
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.formats import half_points
from disclosure.channels.printing.formats import legible_metres
from disclosure.channels.printing.frame import slimmed
from disclosure.channels.printing.measure import Atom
from disclosure.channels.printing.planning import next_layout
from disclosure.channels.printing.planning import planned
from disclosure.channels.printing.tiers import cut
from disclosure.views.model import FactView
from tests.channels import sample_views as samples

STRIPS = st.lists(
    st.builds(
        lambda heights, keeps, columns: Strip(3, 5, 1, tuple(Atom(h, k, 0, 2) for h, k in zip(heights, keeps, strict=False)), columns, 4),
        st.lists(st.floats(2, 20), min_size=1, max_size=30),
        st.lists(st.booleans(), min_size=30, max_size=30),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=3,
)


def plan_of(shape: str, form: str) -> Plan:
    found = planned(slimmed(content_of(samples.ALL[shape](), FORMATS[form]), FORMATS[form]), FORMATS[form]).plan
    assert found is not None
    return found


@given(STRIPS, st.lists(st.floats(40, 200), min_size=1, max_size=6), st.floats(0, 2))
@settings(deadline=None)
def test_every_line_stands_once_and_in_order(strips: list[Strip], rooms: list[float], pad: float) -> None:
    sheets = spread(strips, rooms, pad)
    if sheets is None:
        return
    reached = [0] * len(strips)
    for sheet, room in zip(sheets, rooms, strict=True):
        used = 0.0
        for piece in sheet:
            strip = strips[piece.block]
            assert piece.start == reached[piece.block]
            assert len(piece.ends) == strip.columns
            assert list(piece.ends) == sorted(piece.ends)
            reached[piece.block] = piece.ends[-1]
            starts = (piece.start, *piece.ends)
            tallest = max(sum(atom.height + 2 * pad for atom in strip.atoms[low:high]) for low, high in zip(starts, piece.ends, strict=False))
            used += strip.title + strip.head + 2 * pad + tallest
            last = piece.ends[-1]
            assert last == len(strip.atoms) or not strip.atoms[last - 1].keep
        assert used <= room + 1e-3
    assert reached == [len(strip.atoms) for strip in strips]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("shape", ["ledger", "ledger40", "subsidy", "list200", "two_levels", "several", "long"])
def test_letters_are_legible_and_no_larger_ones_fit(shape: str, form: str) -> None:
    plan = plan_of(shape, form)
    assert plan.letter >= FORMATS[form].legible
    assert plan.letter == half_points(plan.letter)
    assert FORMATS[form].pad_least <= plan.pad <= FORMATS[form].pad_most
    assert all(plan.sheets)


def test_fewer_rows_never_give_smaller_letters() -> None:
    def place(count: int) -> tuple[int, float]:
        form = FORMATS["a3-portrait"]
        plan = planned(slimmed(content_of(samples.subsidy(count, 0), form), form), form).plan
        assert plan is not None
        return len(plan.sheets), -plan.letter

    counts = (20, 40, 60, 90, 150)
    assert [place(count) for count in counts] == sorted(place(count) for count in counts)


def test_a_layout_that_failed_gets_smaller_and_then_more_sheets() -> None:
    form = FORMATS["a3-landscape"]
    layout = planned(slimmed(content_of(samples.ledger(16), form), form), form)
    letters, sheets = [], []
    for attempt in range(4):
        assert layout.plan is not None
        letters.append(layout.plan.letter)
        sheets.append(len(layout.plan.sheets))
        layout = next_layout(layout, attempt)
    assert letters[0] > letters[1]
    assert sheets == sorted(sheets)
    assert sheets[-1] > sheets[0]


@pytest.mark.parametrize("form", FORMATS)
def test_no_day_breaks_beside_other_facts(form: str) -> None:
    labels = ("会议日期", "本年净收益", "年初未分配收益", "可分配收益", "提取公积公益金", "向成员分配", "其他分配", "年末未分配收益", "参加分配份额")
    facts = tuple(FactView(label, "2026年3月20日" if label == "会议日期" else "24,972.00", "" if label == "会议日期" else "元") for label in labels)
    layout = planned(slimmed(content_of(replace(samples.subsidy(5, 0), facts=facts), FORMATS[form]), FORMATS[form]), FORMATS[form])
    assert layout.plan is not None
    pairs = zip(layout.content.blocks, layout.plan.strips, strict=True)
    (strip,) = (strip for block, strip in pairs if isinstance(block, Grid) and block.look == "facts")
    assert strip.grid is not None
    assert strip.grid.wraps == 0


@pytest.mark.parametrize("count", [2, 3, 4])
def test_tiers_repeat_number_and_name_and_lose_no_cell(count: int) -> None:
    content = content_of(samples.two_levels(), FORMATS["a4-portrait"])
    grid = content.blocks[0]
    assert isinstance(grid, Grid)
    tiers = cut(grid, count)
    names = {cell.html for line in grid.lines for cell in [line.cells[grid.label_at]] if cell}
    assert len(tiers) == count
    for tier in tiers:
        assert {cell.html for line in tier.lines for cell in [line.cells[tier.label_at]] if cell} == names
        assert sum(head.cols for head in tier.heads[0]) == len(tier.columns)
    others = sorted(cell.html for line in grid.lines for at, cell in enumerate(line.cells) if cell and at not in (0, grid.label_at))
    again = sorted(cell.html for tier in tiers for line in tier.lines for at, cell in enumerate(line.cells) if cell and at not in (0, tier.label_at))
    assert again == others


def test_formats_are_a3_and_its_half() -> None:
    large, small = FORMATS["a3-portrait"], FORMATS["a4-portrait"]
    assert small.scale == pytest.approx(0.7071, abs=1e-3)
    assert small.who < large.who
    assert min(small.small, small.tiny, small.kind) == 10.5
    assert (small.foot_gap, large.legible, small.legible) == (large.foot_gap, 15, 12)
    assert [form.words for form in FORMATS.values()] == ["A3 横", "A3 竖", "A4 横", "A4 竖"]
    assert legible_metres(17, 1.1) == pytest.approx(1.5, abs=0.01)
    assert legible_metres(16.5, 1.04) == pytest.approx(1.37, abs=0.01)
