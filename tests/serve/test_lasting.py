"""Which pages stay up, and for how long."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from disclosure.serve.lasting import Lasting
from disclosure.serve.lasting import lasting
from disclosure.serve.lasting import taken
from disclosure.serve.run import spoken

SOURCE, PLACE, PAGE = "村/意见.yaml", "村/place.yaml", "v/feedback/2026-Q3/index.html"
MADE = {SOURCE: PAGE, PLACE: "v/index.html"}


@pytest.fixture
def world(tmp_path: Path) -> tuple[Path, Path]:
    content, site = tmp_path / "content", tmp_path / "site"
    for path in (content / SOURCE, content / PLACE, site / PAGE, site / "v/index.html", site / "v/feedback/2026-Q3/poster.pdf"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, "utf-8")
    return content, site


def told(*paths: str, severity: str = "error", made: dict[str, str] | None = None) -> dict[str, Any]:
    found = [{"path": path, "line": 2, "column": 1, "severity": severity, "message": "冒号\n写错了"} for path in paths]
    return {"line": "检查", "places": [{"findings": found}], "made": made or {}}


def test_only_what_changed_is_taken(world: tuple[Path, Path]) -> None:
    content, site = world
    assert taken({"made": MADE}, content, site, 0).keys() == {SOURCE, PLACE}
    assert taken({"made": MADE}, content, site, 2**62) == {}
    assert taken({}, content, site, 0) == {}


def test_the_files_beside_a_page_are_taken_and_none_below(world: tuple[Path, Path]) -> None:
    content, site = world
    pages = taken({"made": MADE}, content, site, 0)
    assert set(pages[SOURCE].files) == {PAGE, "v/feedback/2026-Q3/poster.pdf"}
    assert set(pages[PLACE].files) == {"v/index.html"}


def test_a_page_stays_until_its_source_is_mended_or_gone(world: tuple[Path, Path]) -> None:
    content, site = world
    before = taken({"made": {SOURCE: PAGE}}, content, site, 0)
    kept = lasting(before, told(SOURCE), content)
    assert kept[SOURCE].fault == "村/意见.yaml:2:1 冒号 写错了"
    assert lasting(kept, told(SOURCE, PLACE), content).keys() == {SOURCE}
    assert lasting(kept, told(PLACE), content).keys() == {SOURCE}
    assert lasting(kept, told(SOURCE, made=MADE), content) == {}
    assert lasting(kept, told(SOURCE, made={"村/另.yaml": PAGE}), content) == {}
    assert lasting(kept, told(SOURCE, severity="warning"), content) == {}
    (content / SOURCE).unlink()
    assert lasting(kept, told(SOURCE), content) == {}


def test_a_file_that_is_not_there_yet_explains_nothing(tmp_path: Path) -> None:
    assert lasting({SOURCE: Lasting({})}, {}, tmp_path) == {}


def test_the_terminal_hears_of_the_file_just_changed_first() -> None:
    records = told("甲.yaml", "乙.yaml")
    assert spoken(records, lambda path: path == "乙.yaml") == "检查\n  乙.yaml:2:1 冒号 写错了\n"
    assert spoken(records, lambda path: False) == "检查\n  甲.yaml:2:1 冒号 写错了\n"
    assert spoken({"line": "检查", "places": []}, lambda path: False) == "检查\n"
