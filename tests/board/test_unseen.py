"""Constructed disclosures of many shapes: right ones are silent, and each slip gives one finding at its cell."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any
from typing import NamedTuple

import pytest
import yaml

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.board.load import Survey
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.rules.engine import check_shelf
from disclosure.rules.finding import finding

BOARD = Path(__file__).parent.parent / "boards" / "unseen"
VILLAGE = "云岭镇/龙泉村"
TODAY = date(2026, 11, 21)
BESIDE = {"not-utf8", "signature-missing"}
"""What is said of right filings as well: two csv files are GB18030, two signature lines are printed and empty."""

SLIPS: list[dict[str, Any]] = yaml.safe_load((BOARD / "wrong.yaml").read_text("utf-8"))
CHECKS = re.compile(r"^( *)校验:\n(?:\1 +- .*\n)+", re.MULTILINE)


class Found(NamedTuple):
    """A finding told by what stands at its place, and what stands at the places beside it."""

    slug: str
    cell: str
    also: frozenset[str]


class World:
    """A content folder, and what is found in one of its places."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.seen: Survey = survey(root)

    def diagnostics(self, place: str) -> list[Diagnostic]:
        loaded = load_shelf(self.seen, place, TODAY)
        return list(check_shelf(loaded.shelf, loaded.diagnostics))

    def found(self, place: str) -> dict[str, list[Found]]:
        """Return errors and warnings by the file they stand in."""
        by_file = defaultdict(list)
        for one in self.diagnostics(place):
            if finding(one, self.seen.catalogue).severity != "info":
                also = frozenset(self.text(other.span) for other in one.related)
                by_file[one.span.path.rpartition("/")[2]].append(Found(one.slug, self.text(one.span), also))
        return by_file

    def text(self, span: Span) -> str:
        if span.cell:
            return span.cell
        data = (self.root / span.path).read_bytes()
        return data.decode("gb18030" if span.path.endswith(".csv") else "utf-8")[span.start : span.end]


def without_checks(root: Path) -> None:
    for path in (root / VILLAGE).iterdir():
        if path.suffix in (".yaml", ".md"):
            path.write_text(CHECKS.sub("", path.read_text("utf-8")), "utf-8")


def slip(root: Path, file: str, change: list[list[str]]) -> None:
    path = root / VILLAGE / file
    data = path.read_bytes()
    path.write_bytes(_in_book(data, change) if file.endswith(".xlsx") else _in_text(file, data, change))


def _in_text(file: str, data: bytes, change: list[list[str]]) -> bytes:
    coding = "gb18030" if file.endswith(".csv") else "utf-8"
    text = data.decode(coding)
    for old, new in change:
        assert text.count(old) == 1, (file, old)
        text = text.replace(old, new)
    return text.encode(coding)


def _in_book(data: bytes, change: list[list[str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(made, "w") as copy:
        for name in book.namelist():
            part = book.read(name)
            for old, new in change if name.startswith("xl/worksheets/") else ():
                part = part.replace(f"<v>{old}</v>".encode(), f"<v>{new}</v>".encode())
            copy.writestr(name, part)
    return made.getvalue()


@pytest.fixture(scope="module")
def right() -> World:
    return World(BOARD / "content")


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[bool, bool], dict[str, list[Found]]]:
    """Return what is found by (with slips, with 校验)."""
    found = {}
    for wrong, checked in ((False, True), (False, False), (True, True), (True, False)):
        root = tmp_path_factory.mktemp("unseen") / "content"
        shutil.copytree(BOARD / "content", root)
        for one in SLIPS if wrong else ():
            slip(root, one["file"], one["change"])
        if not checked:
            without_checks(root)
        found[wrong, checked] = World(root).found("yunling/longquan")
    return found


def expected(one: dict[str, Any], checked: bool) -> dict[str, Any] | None:
    if checked or one["neutral"] == "same":
        return one
    return None if one["neutral"] == "nothing" else one["neutral"]


@pytest.mark.parametrize("checked", [True, False], ids=["校验", "无校验"])
@pytest.mark.parametrize("one", SLIPS, ids=[str(one["file"]) for one in SLIPS])
def test_one_slip_is_one_finding_at_its_cell(one: dict[str, Any], checked: bool, worlds: dict[tuple[bool, bool], dict[str, list[Found]]]) -> None:
    found = [each for each in worlds[True, checked].get(one["file"], []) if each.slug not in BESIDE]
    wanted = expected(one, checked)
    assert [(each.slug, each.cell) for each in found] == ([(wanted["slug"], wanted["cell"])] if wanted else [])
    if wanted and "also" in wanted:
        assert wanted["also"] in found[0].also


@pytest.mark.parametrize("wrong", [True, False])
@pytest.mark.parametrize("checked", [True, False])
def test_what_is_right_is_silent(wrong: bool, checked: bool, worlds: dict[tuple[bool, bool], dict[str, list[Found]]]) -> None:
    touched = {one["file"] for one in SLIPS} if wrong else set()
    others = {file: [one.slug for one in found if one.slug not in BESIDE] for file, found in worlds[wrong, checked].items() if file not in touched}
    assert {file: slugs for file, slugs in others.items() if slugs} == {}


def test_signature_lines_printed_and_empty_are_told(right: World) -> None:
    told = {file: [one.cell for one in found if one.slug == "signature-missing"] for file, found in right.found("yunling/longquan").items()}
    assert {file: cells for file, cells in told.items() if cells} == {"02三资清理.yaml": ['"乡镇(街道)负责人"'], "12收益表.yaml": ["单位负责人"]}


def test_a_merged_village_and_its_special_filings(right: World) -> None:
    found = {(file, one.slug, one.cell) for file, each in right.found("yunling/baihe").items() for one in each}
    assert found == {
        ("一季度汇总.yaml", "opening-not-carried", "80,120.55"),
        ("二季度汇总迟.yaml", "waiver-refused", "{规则: total-off, 原因: 历史问题}"),
        ("二季度流转.yaml", "nil-with-rows", "本期无"),
        ("转载补贴.yaml", "total-off", "84,102"),
        ("17.yaml", "bad-period", "2023828"),
    }


@pytest.mark.parametrize("place", ["yunling", "yunling/baisha", "yunling/heshan"])
def test_the_other_places_are_silent(place: str, right: World) -> None:
    assert dict(right.found(place)) == {}
