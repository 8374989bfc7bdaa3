from __future__ import annotations

import pytest

from disclosure.basis.dates import Side
from disclosure.basis.dates import plain
from disclosure.basis.dates import read_range
from disclosure.basis.dates import read_short_day
from disclosure.basis.dates import read_side
from disclosure.basis.dates import strip_as_of


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2026-03", "2026-03"),
        (" ２０２６－０３ ", "2026-03"),
        ("二〇一三年一月二十八日", "2013年1月28日"),
        ("二0一0年度", "2010年度"),
        ("二○二六年十月", "2026年10月"),
        ("二零二六年 十二月 廿五日", "2026年12月25日"),
        ("2026年3月5日 10:30", "2026年3月5日"),
        ("2020-07-15T00:00:00", "2020-07-15"),
        ("\t2026-03\n", "2026-03"),
        ("3十", "3十"),
    ],
)
def test_plain(text: str, result: str) -> None:
    assert plain(text) == result


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("2026", Side("year", 2026)),
        ("2026-Q3", Side("quarter", 2026, 3)),
        ("2026年下半年", Side("half", 2026, 2)),
        ("2024-02-29", Side("day", 2024, 2, 29)),
        ("2023-02-29", None),
        ("2023828", None),
        ("1026", None),
        ("2026-00", None),
    ],
)
def test_read_side(text: str, side: Side | None) -> None:
    assert read_side(text) == side


def test_read_range_gives_both_ends() -> None:
    assert read_range("2026年3月5日至11日") == (Side("day", 2026, 3, 5), Side("day", 2026, 3, 11))
    assert read_range("2026年3月") is None
    assert read_range("2026-03-05-11") is None
    assert read_range("2026年3月至") is None


def test_strip_as_of() -> None:
    assert [strip_as_of(text) for text in ("截至2023-04", "截止到2023年4月底", "2023-04")] == [
        "2023-04",
        "2023年4月",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3-05", (3, 5)),
        ("3.5", (3, 5)),
        ("3月5日", (3, 5)),
        ("3月", (3, 0)),
        ("5日", (0, 5)),
        ("0-05", None),
        ("3-0", None),
        ("828", None),
        ("", None),
    ],
)
def test_read_short_day(text: str, found: tuple[int, int] | None) -> None:
    assert read_short_day(text) == found
