"""Printed column numbers that tell how a column is reckoned."""

from __future__ import annotations

import pytest

from tests.board.making import broken
from tests.board.making import other
from tests.board.making import slugs


def table(numbers: str, cells: str) -> str:
    return other(f"表:\n  - 名: 表\n    行: |\n      名称 | 甲(元) | 乙(元) | 丙(元) | 率(%)\n      栏次 | {numbers}\n      一 | {cells}\n")


@pytest.mark.parametrize(
    ("numbers", "cells", "wanted"),
    [
        ("1 | 2 | 3=1+2 | 4", "3 | 4 | 7 | 9", []),
        ("1 | 2 | 3=1+2 | 4", "3 | 4 | 8 | 9", ["relation-off"]),
        ("1 | 2 | 3=1-2 | 4=2÷1×100%", "8 | 2 | 6 | 25", []),
        ("(1) | (2) | (3)=(1)-(2) | (4)", "8 | 2 | 5 | 25", ["relation-off"]),
        ("1 | 2 | 3=1-2 | 4=2/1*100%", "8 | 2 | 6 | 35", ["relation-off"]),
        ("1 | 2 | 3=1-9 | 4", "8 | 2 | 5 | 25", []),
        ("1 | 2 | 3=甲-乙 | 4", "8 | 2 | 5 | 25", []),
        ("1 | 2 | 3= | 4", "8 | 2 | 5 | 25", []),
    ],
)
def test_legends(numbers: str, cells: str, wanted: list[str]) -> None:
    assert [slug for slug, _ in slugs(broken(table(numbers, cells)))] == wanted


def test_numbers_given_beside_the_table() -> None:
    text = "表:\n  - 名: 表\n    栏号: [无, 1, 2, 3=1+2]\n    行:\n      - {项: 一, 甲(元): 3, 乙(元): 4, 丙(元): 8}\n"
    assert [slug for slug, _ in slugs(broken(other(text)))] == ["relation-off"]
