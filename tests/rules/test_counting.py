from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue.load import load_catalogue
from tests.rules.desk import HOME
from tests.rules.desk import check

SLUG = "small-count-exposed"
HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"


def columns(root: Path, text: str, path: str = f"{HOME}/公开件.yaml") -> list[object]:
    return [one.arguments["column"] for one in check(root, {path: text}).diagnostics if one.slug == SLUG]


@pytest.mark.parametrize(
    ("count", "told"), [("0", []), ("1", ["保障户数"]), ("2", ["保障户数"]), ("3", []), ("12", [])]
)
def test_totals_of_a_list_that_stays_off_the_web(tmp_path: Path, count: str, told: list[str]) -> None:
    catalogue, _ = load_catalogue(None)
    text = catalogue.categories["aid.dibao.list"].example.replace("保障户数: 3", f"保障户数: {count}")
    assert columns(tmp_path, text) == told


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        ("类别 | 人数(人) | 金额(元)", "散居孤儿 | 1 | 1,500.00", ["人数"]),
        ("病种 | 人数(人) | 金额(元)", "艾滋病 | 2 | 300.00", ["人数"]),
        ("类别 | 人数(人) | 金额(元)", "散居孤儿 | 5 | 1,500.00", []),
        ("类别 | 人数(人) | 金额(元)", "高龄津贴 | 1 | 60.00", []),
        ("类别 | 数量(台) | 金额(元)", "残疾人轮椅 | 1 | 600.00", []),
        ("户主 | 人数(人) | 金额(元)", "王甲一 | 1 | 600.00", []),
    ],
)
def test_rows_of_sensitive_aggregates(tmp_path: Path, head: str, row: str, told: list[str]) -> None:
    assert columns(tmp_path, f"{HEAD}表:\n  - 名: 汇总\n    行: |\n      {head}\n      {row}\n") == told
