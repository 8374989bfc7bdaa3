"""Days, periods, laws and deadlines as a villager says them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure.basis.period import parse_period
from disclosure.basis.period import period_of
from disclosure.board.deadline import deadline
from disclosure.catalogue.effective import category_for
from disclosure.views import words
from tests.board.making import catalogue


def test_days() -> None:
    assert words.day_words(date(2026, 11, 6)) == "11月6日"
    assert words.day_words(date(2026, 11, 6), year=True) == "2026年11月6日"
    assert words.days_between(date(2026, 10, 15), date(2026, 11, 13)) == 29


@pytest.mark.parametrize(
    ("period", "short", "end", "total"),
    [
        ("2026-10", "十月", "月末", "本月合计"),
        ("2026-Q3", "第三季度", "季末", "本季合计"),
        ("2026-H1", "上半年", "期末", "合计"),
        ("2026", "2026年", "年末", "全年合计"),
        ("2026-11-12", "11月12日", "期末", "合计"),
    ],
)
def test_periods(period: str, short: str, end: str, total: str) -> None:
    found = parse_period(period)
    assert found is not None
    assert (words.short_period(found), words.end_of(found), words.total_of(found)) == (short, end, total)


@pytest.mark.parametrize(
    ("article", "said"),
    [("35", "第三十五条"), ("120-1", "第一百二十条之一"), ("35(二)", "第三十五条第二项"), ("公开时间的规定", "公开时间的规定"), ("第一至三条", "第一至三条"), ("12a", "第12a条")],
)
def test_articles(article: str, said: str) -> None:
    assert words.article_words(article) == said


def test_law_labels_carry_the_edition() -> None:
    citation = catalogue().citations["村组法2025/35"]
    assert words.law_label(citation) == "《村民委员会组织法》（2025年修正）第三十五条"
    assert words.verified_words(citation) == ""
    assert words.verified_words(catalogue().citations["财公13号/清单"]) == "条文待核"


@pytest.mark.parametrize(
    ("category", "profile", "period", "said"),
    [
        ("fin.ledger", "chongqing", "2026-10", "次月 15 日前（地方规定，非全国统一），遇假日顺延到 11月16日"),
        ("fin.ledger", "", "2026-Q3", "次季首月 15 日前（法律没写天数，这是本站的默认）"),
    ],
)
def test_deadlines(category: str, profile: str, period: str, said: str) -> None:
    span = parse_period(period)
    assert span is not None
    law = category_for(catalogue(), catalogue().categories[category], profile, span.last)
    due = dict(law.due.stages).get(span.unit, law.due)
    assert words.deadline_words(due, deadline(law, span, rhythm=span.unit), span.unit) == said


@pytest.mark.parametrize(
    ("names", "word"),
    [(("石桥村", "东坡村"), "村"), (("一社区",), "社区"), (("石桥村", "一社区"), "村（社区）"), (("青禾镇",), "个单位")],
)
def test_what_places_are_called(names: tuple[str, ...], word: str) -> None:
    assert words.plural_places(names) == word


def test_figures_stay_with_their_units() -> None:
    assert words.keep_figures("修渠 320 米，<急>") == '修渠 <span class="num">320 米</span>，&lt;急&gt;'
    assert words.keep_figures("it's 1,200.00 元") == "it&#39;s 1,200.00 元"
    assert words.num("<1>") == '<span class="num">&lt;1&gt;</span>'
    assert words.escaped("<b>") == "&lt;b&gt;"


def test_money() -> None:
    assert words.money(Decimal("6250")) == "6,250.00 元"
    assert words.money(Decimal("4.5"), "万元") == "4.5 万元"


def test_lists() -> None:
    assert words.listed(["甲", "乙"]) == "甲、乙"
    assert words.short_period(period_of("month", date(2026, 1, 5))) == "一月"
