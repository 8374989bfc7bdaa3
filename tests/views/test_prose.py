"""Running text: Markdown cleaned, headings one level down, tables that scroll inside themselves."""

from __future__ import annotations

import pytest

from disclosure.views.prose import body
from disclosure.views.prose import note


def worked_out(formula: str) -> str:
    return "22" if formula == "总任务-已完成" else "?"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("停水一天。\n请储水。\n\n谢谢。", "<p>停水一天。<br>请储水。</p>\n<p>谢谢。</p>"),
        ("还差 {=总任务-已完成} 户，已 [98](=已完成) 户", "<p>还差 22 户，已 98 户</p>"),
        ("# 一、概况", "<h2>一、概况</h2>"),
        ("## 二、做法", "<h3>二、做法</h3>"),
        ("**优先**", "<p><strong>优先</strong></p>"),
        ("a < b", "<p>a &lt; b</p>"),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert body(text, worked_out) == html


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "[a](javascript:alert(1))", '<a href="data:text/html,x">a</a>', "<iframe src=x></iframe>", "<style>p{}</style>"],
)
def test_nothing_that_runs_survives(text: str) -> None:
    html = body(f"# 题\n\n{text}", worked_out)
    assert not any(word in html for word in ("<script", "onerror", "javascript:", "data:", "<iframe", "<style", "<img"))


def test_tables_scroll_in_their_own_region() -> None:
    html = body("| 分项 | 金额 |\n|---|---|\n| 材料 | 30 |", worked_out)
    assert html.startswith('<div class="scroll" role="region" tabindex="0"')


def test_marked_words_are_gone() -> None:
    assert "肺癌" not in body("因【私:肺癌】困难", worked_out)


@pytest.mark.parametrize(("typed", "shown"), [("1. 工期 60 天。", "工期 60 天。"), ("注：单价含税", "单价含税"), ("注: 1、甲", "甲"), ("10 月底完工", "10 月底完工")])
def test_notes_lose_the_number_they_were_typed_with(typed: str, shown: str) -> None:
    assert note(typed) == shown
