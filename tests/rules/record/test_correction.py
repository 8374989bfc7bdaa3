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
      合计 | 1,618.94 |
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
        ("日期: 2026-10-11, 位置: 2, 栏: 电费, 改: 120", ["第 2 号没有更正说的那一栏，有的是：户、水费、缴费日期"]),
        ("日期: 2026-10-01, 位置: 2, 栏: 水费, 改: 120", ["更正的日期是 2026-10-01，比公开（2026-10-06）还早"]),
        ("日期: 2026-10-06, 位置: 2", []),
        ("日期: 2026-10-11, 位置: 第2号, 栏: 水费(元), 改: 120元", []),
        ("日期: 2026-10-11, 位置: ２, 栏: 水费（元）, 改: 121", ["121 120.00"]),
        ("日期: 2026-10-11, 位置: «2», 栏: 水费, 改: 应为120（已补发）", []),
        ("日期: 2026-10-11, 位置: 合计, 栏: 水费, 改: 1619.94", ["1619.94 1,618.94"]),
        ("日期: 2026-10-11, 位置: 2, 栏: 缴费日期, 改: 2026-09-04", []),
        ("日期: 2026-10-11, 位置: 99, 栏: 水费, 原: 重复登记, 改: 删除", []),
        ("日期: 2026-10-11, 位置: 标题, 改: 九月水费", []),
        ("日期: 2026-10-11, 位置: 霍铁锤, 栏: 水费, 改: 121", []),
        ("日期: 2026-10-11, 位置: 1-1, 栏: 水费, 改: 121", []),
    ],
)
def test_each_entry_is_held_against_its_cell(tmp_path: Path, entry: str, found: list[str]) -> None:
    entry = entry.replace("1,498.94元", "'1,498.94元'")
    assert told(tmp_path, entry) == found


def test_of_two_corrections_of_one_cell_the_last_counts(tmp_path: Path) -> None:
    first, second = "日期: 2026-10-08, 位置: 2, 栏: 水费, 原: 100, 改: 110", "日期: 2026-10-11, 位置: 2, 栏: 水费, 原: 110, 改: 120"
    assert told(tmp_path, first, second) == []
    assert told(tmp_path, second, first) == []
    assert told(tmp_path, first, second.replace("改: 120", "改: 130")) == ["130 120.00"]


def test_a_notice_that_takes_anothers_place_may_tell_of_earlier_corrections(tmp_path: Path) -> None:
    text = FILED.format(entries="  - {日期: 2026-10-01, 位置: 2, 栏: 水费, 改: 120, 原因: 抄错, 批准: 李国强}") + "替代: shiqiao/other.notice/2026-08\n"
    assert "correction-off" not in [one.slug for one in check(tmp_path, {f"{HOME}/a.yaml": text}).diagnostics]


def test_no_excerpt_and_no_message_repeats_a_name(tmp_path: Path) -> None:
    rows = "\n".join(f"  一组 | {name} | 9.8{at} | 100.00 | 98{at}.00" for at, name in enumerate(("褚满仓", "吕玉兰", "秦满仓")))
    for column in ("户主", "户主姓名", "补贴金额"):
        entry = f"  - {{日期: 2026-06-01, 位置: 霍铁锤, 栏: {column}, 原: 褚满仓, 改: 霍铁柱, 原因: 抄错, 批准: 李国强}}"
        text = f"类别: 耕地地力保护补贴\n期间: 2026\n上栏日期: 2026-06-15\n公开日期: 2026-06-15\n补贴对象: |\n  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)\n{rows}\n更正:\n{entry}\n"
        found = [one for one in check(tmp_path, {f"{HOME}/a.yaml": text}).diagnostics if one.slug == "correction-off"]
        said = "".join(str(one.arguments) + one.excerpt for one in found)
        assert found
        assert not any(part in said for part in ("霍铁", "铁柱", "褚满仓"))


def test_what_stands_only_on_the_board_is_not_repeated(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "日期: 2026-10-11, 位置: 2, 栏: 水费, 改: 121", folder=f"{HOME}/不公开")
    assert "12" not in one
