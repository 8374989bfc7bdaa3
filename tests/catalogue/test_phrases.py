"""The times of published lists, as they are printed there."""

import pytest

from disclosure.catalogue.model import Due
from disclosure.catalogue.phrases import PROMPT_DAYS
from disclosure.catalogue.phrases import read_phrase


@pytest.mark.parametrize(
    ("phrase", "form", "anchor", "count", "unit"),
    [
        ("每季度首个月20日", "day", "next_quarter", 20, "days"),
        ("每季首月20日前", "day", "next_quarter", 20, "days"),
        ("下季度首月15日前公布", "day", "next_quarter", 15, "days"),
        ("每季度第一个月10号之前", "day", "next_quarter", 10, "days"),
        ("下月15日前", "day", "next_month", 15, "days"),
        ("次月 10 日前", "day", "next_month", 10, "days"),
        ("每月５日前", "day", "next_month", 5, "days"),
        ("当月25日", "day", "this_month", 25, "days"),
        ("每年4月30日前", "date", "04-30", 0, "days"),
        ("次年1月31日前", "date", "01-31", 0, "days"),
        ("20个工作日内", "after", "period_end", 20, "workdays"),
        ("15日内", "after", "period_end", 15, "days"),
        ("季度结束后15日内", "after", "period_end", 15, "days"),
        ("获取之日起20个工作日内", "after", "获取日期", 20, "workdays"),
        ("自形成或者变更之日起20个工作日内", "after", "形成或者变更日期", 20, "workdays"),
        ("批准后20日内公开", "after", "批准日期", 20, "days"),
        ("收到批准后15个工作日内", "after", "收到批准日期", 15, "workdays"),
        ("制定或获取之日起10个工作日", "after", "制定或获取日期", 10, "workdays"),
        ("发生之日起10日内", "after", "发生日期", 10, "days"),
        ("大会10日前", "before", "会议日期", 10, "days"),
        ("会议召开10日前", "before", "会议日期", 10, "days"),
        ("选举日20日前", "before", "选举日期", 20, "days"),
        ("投票前5日前", "before", "投票日期", 5, "days"),
        ("当场公布", "same_day", "period_end", 0, "days"),
        ("长期公开", "none", "", 0, "days"),
    ],
)
def test_phrases(phrase: str, form: str, anchor: str, count: int, unit: str) -> None:
    assert read_phrase(phrase, "local") == Due(form, anchor, count, unit, "local")


@pytest.mark.parametrize("phrase", ["随时", "及时", "及时公开。"])
def test_what_names_no_number_is_a_default_that_says_so(phrase: str) -> None:
    due = read_phrase(phrase, "law")
    assert due is not None
    assert (due.form, due.count, due.source) == ("after", PROMPT_DAYS, "default")
    assert "没有天数" in due.note


@pytest.mark.parametrize("phrase", ["", "有空时", "看情况", "每旬", "3"])
def test_other_words_are_no_time(phrase: str) -> None:
    assert read_phrase(phrase, "law") is None
