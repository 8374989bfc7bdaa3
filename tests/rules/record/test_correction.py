"""What a correction says is what stands in the table now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.desk import HOME
from tests.rules.desk import check

FILED = """\
类别: 其他公示
期间: 2026-09
上栏日期: 2026-10-06
公开日期: 2026-10-06
表:
  - 名: 水费
    行: |
      户 | 水费(元) | 缴费日期
      甲户 | 1,498.94 | 9-3
      乙户 | 120.00 | 9-4
更正:
{entries}
"""


def told(root: Path, *entries: str, folder: str = HOME) -> list[str]:
    text = FILED.format(entries="\n".join(f"  - {{{entry}, 原因: 抄错, 批准: 李国强}}" for entry in entries))
    found = check(root, {f"{folder}/a.yaml": text}).diagnostics
    return [one.arguments["what"] or f"{one.arguments['value']} {one.arguments['text']}" for one in found if one.slug == "correction-off"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("日期: 2026-10-11, 位置: 1, 栏: 水费, 原: 489.94, 改: 1498.94", []),
        ("日期: 2026-10-11, 位置: 1, 栏: 水费, 改: 1,498.94元", []),
        ("日期: 2026-10-11, 位置: 2, 栏: 水费, 改: 121", ["121 120.00"]),
        ("日期: 2026-10-11, 位置: 99, 栏: 水费, 改: 120", ["表里没有第 99 号"]),
        ("日期: 2026-10-11, 位置: 2, 栏: 电费, 改: 120", ["第 2 号没有更正说的那一栏"]),
        ("日期: 2026-10-01, 位置: 2, 栏: 水费, 改: 120", ["更正的日期是 2026-10-01，比公开（2026-10-06）还早"]),
        ("日期: 2026-10-06, 位置: 2", []),
    ],
)
def test_each_entry_is_held_against_its_cell(tmp_path: Path, entry: str, found: list[str]) -> None:
    entry = entry.replace("1,498.94元", "'1,498.94元'")
    assert told(tmp_path, entry) == found


def test_of_two_corrections_of_one_cell_the_last_counts(tmp_path: Path) -> None:
    first, second = "日期: 2026-10-08, 位置: 2, 栏: 水费, 原: 100, 改: 110", "日期: 2026-10-11, 位置: 2, 栏: 水费, 原: 110, 改: 120"
    assert told(tmp_path, first, second) == []
    assert told(tmp_path, second, first) == ["110 120.00"]


def test_what_stands_only_on_the_board_is_not_repeated(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "日期: 2026-10-11, 位置: 2, 栏: 水费, 改: 121", folder=f"{HOME}/不公开")
    assert "12" not in one
