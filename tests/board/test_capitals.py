"""Capitals beside figures: in facts, columns and running text."""

from __future__ import annotations

import pytest

from disclosure.board.capitals import pairs
from tests.board.making import broken
from tests.board.making import filing
from tests.board.making import other
from tests.board.making import slugs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("正文: 共187356元(大写:壹拾捌万柒仟叁佰伍拾陆元)。\n", []),
        ("正文: 共187356元（人民币大写：壹拾捌万柒仟叁佰伍拾陆元整）。\n", []),
        ("正文: 共66,603.50元(大写:陆万陆仟陆佰零叁元伍角)。\n", []),
        ("正文: 共5万元(大写:伍万元整)。\n", []),
        ("数据: {合同价: 128600元}\n正文: 价[128600](=合同价)元（大写：壹拾贰万捌仟陆佰元整）。\n", []),
        ("数据: {合同价: 128600元}\n正文: 价[128600](=合同价)元（大写：壹拾贰万陆仟捌佰元整）。\n", [("capitals-differ", 5)]),
        ("正文: 共187356元(大写:壹拾捌万柒仟叁佰伍拾元整)。\n", [("capitals-differ", 4)]),
        ("正文: 共66603.5元(大写:陆万陆仟陆佰零叁元伍交角)。\n", [("capitals-differ", 4)]),
        ("数据: {补助金额: 120.00元, 补助金额大写: 壹佰贰拾元整}\n", []),
        ("数据: {补助金额: 120.00元, 大写金额: 壹佰贰拾元整}\n", []),
        ("数据: {补助金额: 120.00元, 补助金额大写: 壹佰贰拾壹元整}\n", [("capitals-differ", 4)]),
        ("表: [{名: 甲, 行: [{项: 一, 金额: 120.00, 金额大写: 壹佰贰拾元整}]}]\n", []),
        ("表: [{名: 甲, 行: [{项: 一, 金额: 120.00, 金额大写: 壹佰元整}]}]\n", [("capitals-differ", 4)]),
    ],
)
def test_capitals(text: str, wanted: list[tuple[str, int]]) -> None:
    assert slugs(broken(other(text))) == wanted


def test_what_they_say_and_what_they_should() -> None:
    found = broken(other("正文: 共187356元(大写:壹拾捌万柒仟叁佰伍拾元整)。\n"))[0].diagnostic()
    assert found.arguments["stated"] == "187,356.00"
    assert found.arguments["said"] == "是 187,350.00元"
    assert found.arguments["capitals"] == "壹拾捌万柒仟叁佰伍拾陆元整"
    unreadable = broken(other("正文: 共3.5元(大写:叁元伍交角)。\n"))[0].diagnostic()
    assert unreadable.arguments["said"] == "读不出是多少（叁元伍交角）"


def test_the_place_is_that_of_the_capitals() -> None:
    one = filing(other("正文: |\n  第一行。\n  共120元(大写:壹佰贰拾元整)。\n"))
    pair = next(pairs(one))
    assert (pair.figure.span.line, pair.figure.span.column) == (6, 4)
    assert one.source.text[pair.words.span.start : pair.words.span.end] == "壹佰贰拾元整"


def test_secret_words_are_not_read() -> None:
    assert list(pairs(filing(other("正文: 甲【私:欠1元(大写:贰元整)】。\n")))) == []


def test_a_wrong_figure_that_breaks_a_sum_too_is_one_finding() -> None:
    text = "数据: {甲: 40元, 乙: 80元, 合计金额: 121.00元, 合计金额大写: 壹佰贰拾元整}\n校验: [合计金额 = 甲 + 乙]\n"
    found = broken(other(text))
    assert [(one.slug, one.suspect, one.suspect_value) for one in found] == [("total-off", "合计金额", "120.00")]
