from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.numformat import show
from disclosure.reading.serialdate import EPOCH_1900
from disclosure.reading.serialdate import EPOCH_1904
from disclosure.reading.serialdate import show_date

NOON = Decimal("46086.521875")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yyyy-mm-dd", "2026-03-05"),
        ("yyyy/m/d", "2026/3/5"),
        ("yy.m.d", "26.3.5"),
        ('yyyy"年"m"月"d"日";@', "2026年3月5日"),
        ("[$-804]yyyy年m月", "2026年3月"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二六年三月五日"),
        ("h:mm", "12:31"),
        ("hh:mm:ss", "12:31:30"),
        ("h:mm AM/PM", "12:31 PM"),
        ("mm:ss", "31:30"),
        ("[h]:mm", "1106076:31"),
        ("d-mmm-yy", "5-Mar-26"),
        ("mmmm", "March"),
        ("dddd", "星期四"),
        ("yyyy\\-mm\\-dd\\ ", "2026-03-05"),
        ("yyyy-mm-dd_)", "2026-03-05"),
    ],
)
def test_days_and_times(code: str, shown: str) -> None:
    assert show(NOON, code, EPOCH_1900) == shown


def test_han_months_and_days() -> None:
    code = '[DBNum1]m"月"d"日"'
    assert [show(Decimal(number), code, EPOCH_1900) for number in (46021, 46052, 46391)] == ["十二月三十日", "一月三十日", "一月四日"]


def test_the_other_calendar_and_days_beyond_it() -> None:
    assert show(Decimal(0), "yyyy-mm-dd", EPOCH_1904) == "1904-01-01"
    assert show_date(Decimal(-1), ("yyyy",), EPOCH_1900) == "######"
    assert show(Decimal("46085.9999999"), "yyyy-mm-dd", EPOCH_1900) == "2026-03-05"


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_is_itself(day: date) -> None:
    serial = Decimal((day - EPOCH_1900).days)
    assert show(serial, "yyyy-mm-dd", EPOCH_1900) == day.isoformat()
