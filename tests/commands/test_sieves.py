from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from disclosure import cli
from tests.rules.desk import PLACE
from tests.rules.desk import SITE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"site.yaml": SITE.replace("2099", "2026"), "石桥村/place.yaml": PLACE}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    assert cli.main(["list", *words, "-C", str(root)]) == 0
    return capsys.readouterr().out


def records(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> list[dict[str, Any]]:
    value = json.loads(listed(capsys, root, *words, "--output-format", "json"))
    assert value["schema"] == 1
    found: list[dict[str, Any]] = value[words[0]]
    return found


def test_categories_by_subject_level_depth_place_and_period(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    every = records(capsys, root, "categories")
    for words in (("--subject", "land"), ("--subject", "土地")):
        assert {one["subject"] for one in records(capsys, root, "categories", *words)} == {"land"}
    assert all("township" in one["level"] for one in records(capsys, root, "categories", "--level", "乡镇"))
    deep = records(capsys, root, "categories", "--depth", "deep")
    outline = records(capsys, root, "categories", "--depth", "骨架")
    assert len(deep) + len(outline) == len(every)
    here = records(capsys, root, "categories", "--place", "石桥村")
    assert here
    assert all("village" in one["level"] for one in here)
    assert not records(capsys, root, "categories", "--category", "fin.ledger", "--period", "2001")
    assert records(capsys, root, "categories", "--category", "fin.ledger", "--period", "2026-Q1")


def test_columns_stand_in_the_record_only_when_asked_for(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    (plain,) = records(capsys, root, "categories", "--category", "债权债务")
    assert "tables" not in plain
    (whole,) = records(capsys, root, "categories", "--category", "债权债务", "--columns")
    column = whole["tables"][0]["columns"][0]
    assert (column["label"], column["personal"]) == ("债务人", {"board": "show", "web": "mask"})
    assert "receivable = sum(receivables.closing)" in whole["identities"]


def test_laws_by_how_well_they_were_verified_and_who_cites_them(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    assert {one["verified"] for one in records(capsys, root, "laws", "--verified", "text,part")} == {"text", "part"}
    cited = {one["id"] for one in records(capsys, root, "laws", "--category", "fin.debt")}
    assert "集体经济组织法/45" in cited
    old = {one["id"] for one in records(capsys, root, "laws", "--category", "fin.debt", "--period", "2024")}
    assert "村组法2018/30" in old
    assert "村组法2025/35" not in old


def test_profiles_by_place_and_by_what_they_speak_of(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    (root / "content/site.yaml").write_text(SITE + "地方档案: 重庆\n", "utf-8")
    assert [one["id"] for one in records(capsys, root, "profiles", "--place", "石桥村")] == ["chongqing"]
    said = records(capsys, root, "profiles", "--category", "feedback")
    assert {"chongqing", "shandong"} <= {one["id"] for one in said}
    assert said[0]["rules"]


def test_rules_by_selector(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    found = records(capsys, root, "rules", "--select", "PRV", "--ignore", "phone-exposed")
    assert found
    assert all(one["code"].startswith("PRV") and one["slug"] != "phone-exposed" for one in found)


def test_duties_by_status_category_and_period(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    missing = records(capsys, root, "duties", "--status", "未公开", "--category", "债权债务")
    assert missing
    assert {(one["status"], one["category"]) for one in missing} == {("missing", "fin.debt")}
    (one,) = records(capsys, root, "duties", "--category", "fin.debt", "--period", "2026年第一季度")
    assert one["due_source"] in ("law", "local", "default")
    assert records(capsys, root, "duties", "--subject", "财务", "--level", "village", "--depth", "deep")


def test_a_sieve_that_leaves_nothing_says_so(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    assert listed(capsys, root, "duties", "--status", "published") == "没有符合「--status published」的。\n"
    assert records(capsys, root, "duties", "--status", "published") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("categroies",), "是不是想说「categories」？"),
        (("categories", "--subject", "lnad"), "没有「lnad」这个栏目，是不是想说「land」？"),
        (("categories", "--category", "财务收支明晰"), "是不是想说「财务收支明细」？"),
        (("categories", "--period", "春天"), "读不懂期间"),
        (("duties", "--status", "丢了"), "可以写：exempt、due"),
        (("laws", "--depth", "deep"), "list laws 不看 --depth；可以用：--verified"),
        (("rules", "--output-format", "github"), "只有 text 和 json"),
        (("profiles", "--place", "石乔村"), "没有这样的地方"),
    ],
)
def test_words_nobody_knows_are_told(
    capsys: pytest.CaptureFixture[str], root: Path, words: tuple[str, ...], said: str
) -> None:
    assert cli.main(["list", *words, "-C", str(root)]) == 2
    assert said in capsys.readouterr().err
