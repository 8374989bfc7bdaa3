"""Who says that a notice replaces another is asked which one, where there is one; revised rules and third lists are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.wording.replaced_without_word import RULE
from tests.rules.desk import HOME
from tests.rules.desk import check

FIRST = "类别: 其他公示\n期间: 2026\n事项: {matter}\n标题: {title}\n上栏日期: 2026-06-08\n公开日期: 2026-06-08\n正文: 名单附后。\n"
LATER = "类别: 其他公示\n期间: {period}\n事项: {matter}\n标题: {title}\n上栏日期: {day}\n公开日期: {day}\n正文: {body}\n{more}"


def asked(root: Path, *texts: str) -> list[dict[str, object]]:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    return [dict(one.arguments) for one in check(root, files).diagnostics if one.slug == RULE.slug]


def first(matter: str = "耕地补贴", title: str = "耕地补贴公示") -> str:
    return FIRST.format(matter=matter, title=title)


def later(
    title: str = "耕地补贴名单", *, matter: str = "耕地补贴第二次", body: str = "见表。", day: str = "2026-06-28", period: str = "2026", more: str = ""
) -> str:
    return LATER.format(title=title, matter=matter, body=body, day=day, period=period, more=more)


@pytest.mark.parametrize("title", ["耕地补贴重新公示", "耕地补贴公示（更正）", "关于更正耕地补贴名单的公告", "耕地补贴公示(修订)", "耕地补贴公示（原公示作废）"])
def test_heads_that_say_so(title: str, tmp_path: Path) -> None:
    (one,) = asked(tmp_path, first(), later(title))
    assert (one["id"], one["day"]) == ("shiqiao/other.notice/2026~耕地补贴", "2026-06-08")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("6月8日的公示有误，现予更正。", 1),
        ("原公示名单作废，以本次公示为准。", 1),
        ("本名单代替此前张贴的公示。", 1),
        ("名单已核对，更正请找会计。", 0),
        ("作废的收据已经收回。", 0),
        ("用玉米替代大豆的，另行公布。", 0),
        ("重新抄了水表。", 0),
    ],
)
def test_prose_that_says_so(body: str, found: int, tmp_path: Path) -> None:
    assert len(asked(tmp_path, first(), later(body=body))) == found


@pytest.mark.parametrize(
    "text",
    [
        later("耕地补贴重新公示", more="替代: shiqiao/other.notice/2026~耕地补贴\n"),
        later("耕地补贴第三次公示"),
        later("厕所改造重新公示", matter="厕所改造"),
        later("耕地补贴重新公示", period="2027-01-05"),
        later("耕地补贴重新公示", day="2026-06-01"),
        later("耕地补贴重新公示", day="2026-06-08"),
    ],
)
def test_what_has_no_earlier_one_or_names_it(text: str, tmp_path: Path) -> None:
    assert asked(tmp_path, first(), text) == []


def test_batches_and_stages_are_kept_apart(tmp_path: Path) -> None:
    head = "类别: 耕地地力保护补贴\n期间: 2026\n"
    dates = "上栏日期: {day}\n公开日期: {day}\n"
    one = head + "批次: 第一批\n标题: 耕地补贴名单\n" + dates.format(day="2026-06-08")
    other = head + "批次: 第二批\n标题: 耕地补贴名单更正公示\n" + dates.format(day="2026-06-28")
    again = head + "批次: 第一批更正\n标题: 耕地补贴名单更正公示\n" + dates.format(day="2026-06-28")
    assert asked(tmp_path / "a", one, other) == []
    assert len(asked(tmp_path / "b", one, again)) == 1


def test_one_that_is_replaced_already_is_not_named_again(tmp_path: Path) -> None:
    second = later("耕地补贴重新公示", more="替代: shiqiao/other.notice/2026~耕地补贴\n")
    third = later("耕地补贴重新公示", matter="耕地补贴第三次", day="2026-07-20")
    (one,) = asked(tmp_path, first(), second, third)
    assert one["id"] == "shiqiao/other.notice/2026~耕地补贴第二次"
