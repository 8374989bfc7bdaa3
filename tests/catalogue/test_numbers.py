"""Every number the catalogue asks for, where it comes from and how well that was seen: none better than the text of the law."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import Profile

from .helpers import SHIPPED

GOLDEN = Path(__file__).parent / "golden" / "numbers.txt"
OURS = ("产品缺省", "地方制度")
POSTING = ("村组法2025/35", "村组法2025/35集体账目")
"""Who cites Article 35 for the days on the board need not cite it for anything else."""


class Row(NamedTuple):
    """One line of the table: «category or profile | provision | value | unit | where from | mark»."""

    of: str
    provision: str
    value: str
    unit: str
    sources: tuple[str, ...]
    mark: str


def table() -> list[Row]:
    cells = [line.split(" | ") for line in GOLDEN.read_text("utf-8").splitlines()]
    return [Row(of, what, value, unit, tuple(keys.split()), mark) for of, what, value, unit, keys, mark in cells]


def shipped() -> Iterator[tuple[str, str, str, str]]:
    for category in SHIPPED.categories.values():
        yield from ((category.id, *row) for row in numbers(category))
    for profile in SHIPPED.profiles.values():
        yield from local(profile)


def numbers(category: Category) -> Iterator[tuple[str, str, str]]:
    for stage, due in category.due.stages or (("", category.due),):
        yield from dues(due, stage)
    if category.objection_days:
        yield "objection", str(category.objection_days), category.objection_unit
    if category.keep_board_days:
        yield "keep_posted", str(category.keep_board_days), category.keep_board_unit
    if category.follows:
        yield "follows", str(category.follows_within[0]), category.follows_within[1]
    yield from (("reply", f"{level} {count}", "days") for level, count in category.reply_days)


def local(profile: Profile) -> Iterator[tuple[str, str, str, str]]:
    for number, rule in enumerate(profile.rules, 1):
        name = f"{profile.id} {number}"
        if rule.due:
            yield from ((name, *row) for row in dues(rule.due, ""))
        if rule.keep_board_days:
            yield name, "keep_posted", str(rule.keep_board_days), "days"
        if rule.objection_days:
            yield name, "objection", str(rule.objection_days), "days"
        yield from ((name, "reply", f"{level} {count}", "days") for level, count in rule.reply_days)


def dues(due: Due | None, stage: str) -> Iterator[tuple[str, str, str]]:
    """Yield a due and what stands in for it; «default» where the product gives it."""
    while due is not None and due.form != "none":
        words = ("due", stage, "default" if due.source == "default" else "")
        yield " ".join(filter(None, words)), " ".join(filter(None, (due.form, due.anchor, str(due.count)))), due.unit
        due = due.fallback


def test_every_number_stands_in_the_table_once() -> None:
    """Change the file by hand, line by line, after reading the text of the law."""
    assert sorted(row[:4] for row in table()) == sorted(shipped())


def test_a_number_has_the_mark_of_what_gives_it_and_no_better() -> None:
    for row in table():
        marks = [SHIPPED.citations[one].verified for one in row.sources if one not in OURS]
        assert row.mark == (" ".join(marks) or "-"), row


def test_what_gives_a_number_is_cited() -> None:
    rules = {
        f"{profile.id} {n}": rule.basis
        for profile in SHIPPED.profiles.values()
        for n, rule in enumerate(profile.rules, 1)
    }
    for row in table():
        basis = rules.get(row.of) or SHIPPED.categories[row.of].basis
        own = (*OURS, *(POSTING if row.provision == "keep_posted" else ()))
        assert all(one in basis or one in own for one in row.sources), row


def test_what_the_product_gives_is_nobody_s_law_and_the_other_way_round() -> None:
    for row in table():
        ours = row.provision.endswith("default")
        assert not row.provision.startswith("due") or (row.sources == ("产品缺省",)) == ours, row


def test_a_mark_for_the_days_of_an_objection_is_shown_where_two_are_told() -> None:
    """Seven working days were seen in the list, seven days are remembered of the measures: the longer holds, both are shown."""
    (row,) = (one for one in table() if one.of == "aid.dibao.notice" and one.provision == "objection")
    assert row[2:] == ("7", "workdays", ("社会救助目录/公示", "低保审核确认办法/公示"), "part memory")
