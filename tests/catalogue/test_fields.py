from datetime import date
from pathlib import Path

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue import fields

from .helpers import local
from .helpers import mapping

KEYS = fields.words("试验", "name 名称, days, list, deep")


def read(text: str) -> tuple[fields.Entries, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return fields.entries(mapping(text), KEYS, found), found


def test_a_key_has_two_spellings() -> None:
    assert list(read("名称: 甲")[0]) == list(read("name: 甲")[0]) == ["name"]


def test_an_unknown_key_is_a_finding_that_says_what_was_meant() -> None:
    known, found = read("nam: 甲")
    assert not known
    assert [(one.slug, one.span.line, one.arguments["suggestion"]) for one in found] == [("unknown-key", 1, "name")]


def test_the_same_key_in_two_spellings_is_a_finding() -> None:
    assert [one.slug for one in read("name: 甲\n名称: 乙")[1]] == ["duplicate-key"]


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_nothing_behind_a_key_is_not_stated(nothing: str) -> None:
    assert read(f"name: {nothing}") == ({}, [])


def test_what_is_no_mapping_is_a_finding() -> None:
    found: list[Diagnostic] = []
    assert fields.entries(mapping("a: [1]").entries[0][1], KEYS, found) == {}
    assert fields.named(mapping("a: [1]").entries[0][1], "facts", found) == []
    assert [one.slug for one in found] == ["wrong-shape", "wrong-shape"]


def entry(value: str) -> fields.Entry:
    return fields.Entry(*mapping(f"name: {value}").entries[0])


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("15 days", (15, "days")),
        ("1 day", (1, "days")),
        ("20 workdays", (20, "workdays")),
        ("7天", (7, "days")),
        ("5个工作日", (5, "workdays")),
        ("30", (30, "days")),
    ],
)
def test_days(words: str, days: tuple[int, str]) -> None:
    found: list[Diagnostic] = []
    assert fields.span_of_days(entry(words), found) == days
    assert not found


def test_values_that_cannot_be_what_is_asked_for_are_findings() -> None:
    found: list[Diagnostic] = []
    assert fields.span_of_days(entry("soon"), found) == (0, "days")
    assert fields.day(entry("2026-13-01"), found) is None
    assert fields.number(entry("three"), found, 2) == 2
    assert fields.truth(entry("maybe"), found) is False
    assert fields.one_of(entry("red"), ("blue",), found, "blue") == "blue"
    assert fields.some_of(entry("[blue, red]"), ("blue",), found, ()) == ("blue",)
    assert [one.slug for one in found] == ["time-not-read", *["bad-value"] * 5]
    assert fields.text(entry("[a]"), found) == ""
    assert fields.texts(entry("[[a]]"), found) == ()
    assert [one.slug for one in found[6:]] == ["wrong-shape"] * 2


def test_what_is_not_stated_keeps_its_default() -> None:
    found: list[Diagnostic] = []
    assert fields.day(None, found) is None
    assert fields.number(None, found, 2) == 2
    assert fields.truth(None, found, default=True) is True
    assert fields.texts(None, found) == ()
    assert fields.day(entry("2026-01-01"), found) == date(2026, 1, 1)
    assert not found


def test_merging_puts_one_mapping_over_another() -> None:
    base = mapping("名称: 甲\nlist: [a]\nfacts: {x: {label: 一, kind: money}}\ndue: {after: x, days: 3}")
    over = mapping("name: 乙\nlist: [b]\nfacts: {x: {label: 二}, y: {label: 三}}\ndue: {on: same_day}")
    merged = fields.merged(base, over, KEYS.ids, frozenset(("list",)))
    keys = {KEYS.ids.get(key.text, key.text): value for key, value in merged}
    assert [key.text for key, _ in merged] == ["name", "list", "facts", "due"]
    assert fields.texts(fields.Entry(merged.entries[1][0], keys["list"]), []) == ("a", "b")
    facts = {one.key.text: one.value for one in fields.named(keys["facts"], "", [])}
    assert list(facts) == ["x", "y"]
    assert [key.text for key, _ in fields.named(facts["x"], "", [])] == ["label", "kind"]
    assert [key.text for key, _ in fields.named(keys["due"], "", [])] == ["on"]


def test_ids_of_the_authors_own_keep_their_first_meaning() -> None:
    node = mapping("a: {x: 1, y: 2}").entries[0][1]
    assert [one.key.text for one in fields.named(node, "facts", [])] == ["x", "y"]


def test_a_key_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    found = local(tmp_path, {"a.yaml": "id: a.b\nname: 甲\nname: 乙\nfacts:\n  x: {label: 一}\n  x: {label: 二}\n"})[1]
    assert [(one.slug, one.span.line) for one in found] == [("duplicate-key", 3), ("duplicate-key", 6)]
