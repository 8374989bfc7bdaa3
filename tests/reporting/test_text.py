from __future__ import annotations

from dataclasses import replace

from disclosure.reporting.text import render
from tests.reporting.made import CLOSING
from tests.reporting.made import LATE
from tests.reporting.made import repeated
from tests.reporting.made import report

WHOLE = """\
「2026年3月财务收支明细」期末余额写的是 158,900.00元，期初加收入减支出是 158,090.00元，差 810.00元。
  错误 FIN001 期末余额对不上（closing-balance-off）
  --> 石桥村/三月.yaml:8:7
  8 | 期末余额: 158,900.00
    |           ^^^^^^^^^^
    = 石桥村/三月.yaml:5:9 期初余额 152,300.00
  为什么：《农村集体经济组织法》第四十五条：定期公布财务
  怎么改：改那一笔；
    期末余额: 158,090.00
  详细说明：python build.py explain FIN001

检查 6 个地方、84 个公开件、2107 行：错误 1、警告 0
"""


def test_a_finding_from_words_to_remedy() -> None:
    assert render(report(CLOSING)) == WHOLE


def test_the_gravest_come_first_and_repeats_are_grouped() -> None:
    text = render(report(*(replace(LATE, path=f"石桥村/{month}月.yaml") for month in range(1, 21)), CLOSING))
    assert text.index("FIN001") < text.index("DUE002")
    assert text.count("警告 DUE002") == 3
    assert "另有 17 处同样的问题" in text
    assert "还有 5 处没有列出" in text
    assert text.count("explain DUE002") == 1


def test_the_same_words_in_one_file_are_said_once_with_all_places() -> None:
    text = render(report(*repeated(LATE, 20), *(replace(one, path="石桥村/一月.yaml") for one in repeated(LATE, 2))))
    assert text.count("警告 DUE002") == 2
    assert "= 同一个文件里还有 19 处：第 2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17、18、19、20 行" in text
    assert "= 同一个文件里还有 1 处：第 2 行" in text
    assert "另有" not in text
    assert text.endswith("2107 行：错误 0、警告 22\n")


def test_rows_that_say_the_same_are_told_apart_by_their_place_only() -> None:
    rows = [replace(LATE, path="明细.xlsx", line=n, cell=f"石滩村!C{n}", message=f"「2026年3月账第{n}号，支出」写不成数。") for n in (4, 7, 9)]
    text = render(report(*rows, replace(rows[0], cell="别表!B2")))
    assert text.count("警告 DUE002") == 1
    assert "= 同一个文件里还有 3 处：单元格 C7、C9、别表!B2" in text


def test_places_beyond_counting_are_cut() -> None:
    text = render(report(*repeated(LATE, 100)))
    assert "、61 行……（加 -v 全部列出）" in text
    assert "62" not in text


def test_all_are_listed_when_asked_for() -> None:
    assert render(report(*repeated(LATE, 20), everything=True)).count("警告 DUE002") == 20


def test_different_remedies_stand_each_below_its_finding() -> None:
    text = render(report(CLOSING, replace(CLOSING, help="另一个办法")))
    assert text.count("怎么改") == 2
    assert text.count("为什么") == 1
    assert text.index("另一个办法") < text.index("为什么")


def test_colour_only_when_passed_in() -> None:
    assert "\x1b" not in render(report(CLOSING))
    assert "\x1b[31m" in render(report(CLOSING, colour=True))


def test_a_cell_of_a_workbook_is_named() -> None:
    assert "--> 明细.xlsx:12:3（石滩村!C12）" in render(
        report(replace(LATE, path="明细.xlsx", line=12, column=3, cell="石滩村!C12"))
    )


def test_many_related_places_are_counted() -> None:
    text = render(report(replace(CLOSING, related=CLOSING.related * 15)))
    assert "另有 9 处有关" in text
