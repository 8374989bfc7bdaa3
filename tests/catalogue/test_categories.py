"""Every category file: what it must have, and that its example is as good as it looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.basis.discovery import resource_folder
from disclosure.catalogue.expression import names_in
from disclosure.catalogue.formula import Name
from disclosure.catalogue.model import Category

from .helpers import SHIPPED

EVERY = pytest.mark.parametrize("category", SHIPPED.categories.values(), ids=list(SHIPPED.categories))
DEEP = [one for one in SHIPPED.categories.values() if one.depth == "deep"]
ROW = re.compile(r"\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| (\w+) \| `([^`]+)` \| (\S+) \|")


OWN = "## 总表以外"
"""Above this heading stand the rows of the great table, below it what villages do and it has not."""


def page() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    text = (resource_folder("guide") / "ids.md").read_text(encoding="utf-8")
    great, _, own = text.partition(OWN)
    first, second = ([tuple(cell.strip() for cell in row.groups()) for row in ROW.finditer(part)] for part in (great, own))
    return first, second


def test_the_page_of_ids_lists_every_row_of_the_great_table_once() -> None:
    great, own = page()
    rows = great + own
    assert len(great) == 117
    assert len(rows) == len({row[0] for row in rows}) == len({row[4] for row in rows})
    assert all(row[4] == row[0].replace(".", "-") for row in rows)


def test_the_page_of_ids_says_what_is_there() -> None:
    great, own = page()
    told = {row[0]: (row[3], row[5]) for row in great + own}
    shipped = {one.id: (one.subject, one.depth) for one in SHIPPED.categories.values() if one.id != "other.notice"}
    assert {row: here for row, here in told.items() if here[1] != "还没有"} == shipped


def test_a_deep_category_has_an_example_and_an_outline_has_none() -> None:
    assert len(DEEP) >= 16
    assert all(bool(one.example) == (one.depth == "deep") for one in SHIPPED.categories.values())
    assert all(one.identities for one in DEEP if one.id != "other.notice")


def test_addresses_names_and_aliases_are_unique() -> None:
    categories = SHIPPED.categories.values()
    assert len({one.slug for one in categories}) == len(categories)
    names = [name for one in categories for name in (one.name, *one.aliases)]
    assert len(set(names)) == len(names)


@EVERY
def test_a_category_stands_in_a_file_of_its_name(category: Category) -> None:
    assert Path(category.span.path).name == f"{category.id}.yaml"


@EVERY
def test_a_category_is_complete(category: Category) -> None:
    assert category.purpose.endswith("。")
    assert 10 <= len(category.purpose) <= 60
    assert category.basis
    assert all(one in SHIPPED.citations for one in category.basis)
    if category.id == "other.notice":
        return
    assert category.authority
    assert category.sign
    assert category.tables
    assert category.weight in ((3,) if category.essential else (1, 2))
    assert (category.required == "when") == bool(category.required_when)


@EVERY
def test_labels_and_ids_mean_one_thing_within_a_category(category: Category) -> None:
    top = [(fact.id, fact.label) for fact in category.facts] + [(table.id, table.label) for table in category.tables]
    for pairs in (top, *([(column.id, column.label) for column in table.columns] for table in category.tables)):
        words = [word for pair in pairs for word in set(pair)]
        assert len(set(words)) == len(words)


def addressed(name: Name, category: Category) -> set[tuple[str, str]]:
    """Return (table or «», column or fact) that a name reaches."""
    if len(name.parts) == 1:
        return {("", name.parts[0])}
    return {(table.id, name.parts[-1]) for table in category.tables if name.parts[0] in (table.id, table.label)}


@pytest.mark.parametrize("category", DEEP, ids=[one.id for one in DEEP])
def test_nine_of_ten_money_columns_and_facts_stand_in_an_identity(category: Category) -> None:
    reached = {
        one for identity in category.identities for name in names_in(identity) for one in addressed(name, category)
    }
    money = {("", fact.id) for fact in category.facts if fact.kind == "money"}
    money |= {(table.id, column.id) for table in category.tables for column in table.columns if column.kind == "money"}
    money -= {("lines", "balance")}  # a running balance: row by row, by the engine
    assert len(money & reached) >= 0.9 * len(money)


@EVERY
def test_no_identity_stands_twice(category: Category) -> None:
    texts = [identity.text for identity in category.identities]
    assert len(set(texts)) == len(texts)


def test_names_of_the_poor_never_go_on_the_web() -> None:
    assert SHIPPED.categories["aid.dibao.list"].media == ("board",)
    for category in SHIPPED.categories.values():
        if category.subject == "aid":
            people = [column for table in category.tables for column in table.columns if column.kind == "person"]
            assert all(column.personal is not None and column.personal.web == "hide" for column in people)


def test_no_category_asks_for_a_number_of_a_person() -> None:
    kinds = {column.kind for one in SHIPPED.categories.values() for table in one.tables for column in table.columns}
    assert not kinds & {"id_card", "bank_card", "phone"}


def test_ledgers_are_monthly_only_where_there_is_much_to_book() -> None:
    assert SHIPPED.categories["fin.ledger"].cadence.when == (("financially_busy", "month"),)
    assert SHIPPED.categories["fin.ledger"].cadence.rhythms == ("quarter",)


def test_what_no_law_dates_says_so() -> None:
    """A deadline counts as the law's only where an article was seen that could state it."""
    for category in SHIPPED.categories.values():
        told = [category.due, *(due for _, due in category.due.stages)]
        if any(due.source == "law" and due.form != "none" for due in told):
            seen = {SHIPPED.citations[one].verified for one in category.basis}
            assert seen & {"text", "part"}, category.id
    assert SHIPPED.categories["fin.statements"].due.form == "before"
    assert SHIPPED.categories["fin.ledger"].due.source == "default"


def test_what_concerns_party_members_only_never_goes_on_the_web() -> None:
    assert all(one.media == ("board",) for one in SHIPPED.categories.values() if one.audience == "party")
