"""site.yaml and place.yaml: both spellings, unknown keys, slugs, events, exemptions."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.config import read_place
from disclosure.board.config import read_settings
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.reading.yaml import read_yaml
from tests.board.making import plain


def site(text: str) -> tuple[Settings, list[Diagnostic]]:
    return read_settings(read_yaml(plain(text).encode(), "site.yaml"))


def place(text: str) -> tuple[Place | None, list[Diagnostic]]:
    return read_place(read_yaml(plain(text).encode(), "青禾镇/石桥村/place.yaml"), "青禾镇/石桥村")


def test_settings_in_chinese_and_in_ascii_are_the_same() -> None:
    chinese, found = site("""
        格式: 1
        标题: 青禾镇村务公开
        网址: https://example.org
        地方档案: chongqing
        主题: default
        页脚: 页脚
        仓库: {可见: public, 网址: https://example.org/r}
        起: 2026-01
        截止: 2026-11-21
        策略: {late-filing: warning}
    """)
    ascii_keys, more = site("""
        format: 1
        title: 青禾镇村务公开
        url: https://example.org
        profile: chongqing
        theme: default
        footer: 页脚
        repository: {visibility: public, url: https://example.org/r}
        start: 2026-01
        as_of: 2026-11-21
        policy: {late-filing: warning}
    """)
    assert found == more == []
    assert chinese == ascii_keys
    assert (chinese.start, chinese.as_of) == (date(2026, 1, 1), date(2026, 11, 21))
    assert (chinese.visibility, chinese.repository, chinese.policy) == (
        "public",
        "https://example.org/r",
        {"late-filing": "warning"},
    )


def test_an_empty_key_is_not_stated() -> None:
    settings, found = site("标题:\n起:\n仓库:\n策略:\n")
    assert (settings, found) == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "slug", "arguments"),
    [
        ("标提: 甲", "unknown-key", {"key": "标提", "suggestion": "标题", "where": "site.yaml"}),
        ("格式: 2", "bad-value", {"key": "格式", "text": "2", "expected": "1"}),
        ("标题: [甲]", "wrong-shape", {"key": "标题", "expected": "一段文字"}),
        ("起: 昨天", "bad-value", {"key": "起", "text": "昨天", "expected": "日期，如 2026-01-01"}),
        ("仓库: {可见: 半公开}", "bad-value", {"key": "可见", "text": "半公开", "expected": "private、public"}),
        ("策略: 严格", "wrong-shape", {"key": "策略", "expected": "键: 值"}),
    ],
)
def test_mistakes_in_site(text: str, slug: str, arguments: dict[str, object]) -> None:
    _, found = site(text)
    assert [(one.slug, dict(one.arguments)) for one in found] == [(slug, arguments)]


def test_a_key_in_both_spellings_is_a_finding() -> None:
    _, found = site("标题: 甲\ntitle: 乙\n")
    assert [(one.slug, one.span.line) for one in found] == [("duplicate-key", 2)]


def test_a_whole_place() -> None:
    read, found = place("""
        名称: 石桥村
        级别: 村
        性质: 村委会
        代码: "500113001001"
        slug: shiqiao
        起: 2026-01
        止: 2026-06
        承接: [xiwan, 东湾]
        监督电话: 0000-6123380
        镇纪委电话: 0000-6123381
        公示栏: [村口, 二组活动室]
        情况: {征地: 是, 财务往来较多: 否}
        事件: [{类别: 救灾款物, 日期: 2026-07-13, 事项: 7月暴雨}]
        不适用: [{类别: 土地征收, 原因: 本村没有, 批准: 镇政府}]
        户数: 312
    """)
    assert found == []
    assert read is not None
    assert (read.name, read.level, read.nature, read.code) == ("石桥村", "village", "村民委员会", "500113001001")
    assert (read.start, read.end, read.succeeds) == (date(2026, 1, 1), date(2026, 6, 30), ("xiwan", "东湾"))
    assert read.boards == ("村口", "二组活动室")
    assert read.conditions == {"征地": "是", "财务往来较多": "否"}
    assert [(one.category, one.date, one.matter) for one in read.events] == [("救灾款物", date(2026, 7, 13), "7月暴雨")]
    assert read.exemptions == (("土地征收", "本村没有", "镇政府"),)
    assert read.extra == {"镇纪委电话": "0000-6123381", "户数": "312"}
    assert (read.span.line, read.span.column) == (1, 1)


@pytest.mark.parametrize("slug", ["laws", "missing", "data", "assets", "search", "calendar", "print", "Shi", "石桥", "a_b"])
def test_slugs_that_cannot_be(slug: str) -> None:
    read, found = place(f"名称: 石桥村\n级别: village\nslug: {slug}\n")
    assert read is None
    assert [one.slug for one in found] == ["bad-slug"]


def test_what_a_place_must_say() -> None:
    read, found = place("性质: 村民委员会\n")
    assert read is None
    assert [(one.slug, one.arguments["key"]) for one in found] == [
        ("missing-key", "slug"),
        ("missing-key", "名称"),
        ("missing-key", "级别"),
    ]


def test_events_and_exemptions_without_what_they_need() -> None:
    _, found = place("名称: 甲\n级别: 组\nslug: a\n事件: [{类别: 征地}]\n不适用: [{类别: 征地}]\n监督电化: 1\n")
    assert [(one.slug, one.arguments["key"], one.span.line) for one in found] == [
        ("unknown-key", "监督电化", 6),
        ("missing-key", "日期", 4),
        ("missing-key", "原因", 5),
    ]
