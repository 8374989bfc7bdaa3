"""Lines of a statement that goes on: what they are part of, whatever way they are set in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.span import Span
from disclosure.reading.nodes import RawRow
from disclosure.reading.roles import flatten
from disclosure.reading.roles import places_of
from disclosure.reading.roles import read_label
from disclosure.reading.steps import sign_of
from disclosure.reading.steps import with_steps


def parents(*lines: str) -> list[int]:
    """What each line («label | figure») is part of."""
    labels, figures = zip(*(line.split("|") for line in lines), strict=True)
    rows = tuple(RawRow((), Span("表.yaml", index)) for index in range(len(lines)))
    places = places_of(flatten(rows), [read_label(label) for label in labels], [0] * len(lines))
    return [place.parent for place in with_steps(places, [[figure.strip() for figure in figures]])]


@pytest.mark.parametrize("indent", ["", "　", "　　"])
@pytest.mark.parametrize("deeper", ["", "　", "　　", "　　　"])
def test_lines_between_steps_stand_for_themselves(indent: str, deeper: str) -> None:
    lines = ("一、收入|100", f"{indent}加：补助|20", f"{deeper}其他|5", f"{indent}减：支出|40", f"{deeper}管理费|8", "二、收益|77")
    assert parents(*lines) == [-1] * 6


def test_a_line_may_be_made_of_those_below_it() -> None:
    lines = ("一、收入|100", "　加：补助|20", "　减：支出|48", "　　材料|40", "　　人工|8", "二、收益|72")
    assert parents(*lines) == [-1, -1, -1, 2, 2, -1]


def test_lines_may_make_the_step_above_them() -> None:
    lines = ("一、可分配|75", "　加：本年|71", "　加：年初|4", "二、分配|70", "　加：公积金|20", "　加：成员|50")
    assert parents(*lines) == [-1, 0, 0, -1, 3, 3]


def test_parts_before_the_first_sign_and_of_which_stay() -> None:
    lines = ("一、收入|100", "　经营|60", "　补助|40", "　减：支出|30", "　　其中：工资|10", "二、收益|70")
    assert parents(*lines) == [-1, 0, 0, -1, 3, -1]


def test_a_blank_figure_leads_nowhere_and_words_are_no_figures() -> None:
    assert parents("一、收入|", "　加：补助|20", "二、支出|", "　减：退款|3") == [-1, -1, -1, 2]
    assert parents("一、收入|见表", "　加：补助|无", "二、支出|1.2.3") == [-1, -1, -1]


def test_other_tables_are_left_alone() -> None:
    lines = ("一、收入|100", "　经营|60", "　补助|40", "二、支出|30", "　工资|30")
    assert parents(*lines) == [-1, 0, 0, -1, 3]
    assert parents("收入|100", "　加：补助|20") == [-1, 0]


@pytest.mark.parametrize(("label", "sign"), [("加：甲", "加"), ("减:甲", "减"), ("（减）：甲", "减"), ("加工费", ""), ("减免", ""), ("", "")])
def test_signs(label: str, sign: str) -> None:
    assert sign_of(label) == sign


@given(st.lists(st.tuples(st.sampled_from(["一、甲", "二、乙", "加：丙", "减：丁", "戊", "其中：己", "合计", ""]), st.integers(0, 3), st.sampled_from(["", "1", "2", "3", "无", "字"]))))
def test_nothing_is_part_of_itself_or_of_a_later_line(rows: list[tuple[str, int, str]]) -> None:
    found = parents(*(f"{'　' * spaces}{label}|{figure}" for label, spaces, figure in rows)) if rows else []
    assert all(parent < index for index, parent in enumerate(found))
