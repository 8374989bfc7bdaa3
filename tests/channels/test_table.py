"""Spreadsheets: numbers are numbers, text stays text, formulas cannot hide, equal views give equal bytes."""

from __future__ import annotations

import csv
import io
import json

import pytest
import python_calamine

from disclosure.channels import data
from disclosure.channels import table
from disclosure.views.filing import About
from disclosure.views.model import FilingView
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import view


def rows(shown: FilingView, number: int = 0) -> list[list[str]]:
    paths = [artifact.path for artifact in table.artifacts(shown)]
    return list(csv.reader(io.StringIO(table.render(shown, paths[number]).decode("utf-8-sig"))))


def test_files_are_named_after_what_they_hold() -> None:
    paths = [artifact.path for artifact in table.artifacts(view(LEDGER))]
    assert paths == ["qinghe/shiqiao/fin-ledger/2026-10/shiqiao_fin-ledger_2026-10.csv", "qinghe/shiqiao/fin-ledger/2026-10/shiqiao_fin-ledger_2026-10.xlsx"]


def test_a_csv_opens_in_excel() -> None:
    shown = view(LEDGER)
    assert table.render(shown, table.artifacts(shown)[0].path).startswith(b"\xef\xbb\xbf")
    found = rows(shown)
    assert found[0] == ["号", "日期", "凭证", "摘要", "科目", "收款人", "收入(元)", "支出(元)"]
    assert found[1] == ["1", "10-03", "记-001", "机动地承包费，东洼 48.00 亩", "经营收入", "", "12000.00", ""]
    assert found[4][0] == ""
    assert not any("本月合计" in cell for row in found for cell in row)


def test_typed_totals_stay() -> None:
    assert rows(view(SUBSIDY))[-1] == ["", "", "合计", "20.86", "", "1927.46"]


@pytest.mark.parametrize("typed", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "＝1+1"])
def test_formulas_are_made_text(typed: str) -> None:
    shown = view(other(f"表:\n  - 名: 表\n    栏: {{事项: 文字, 说明: 文字}}\n    行:\n      - {{事项: {json.dumps(typed, ensure_ascii=False)}, 说明: 甲}}\n"))
    assert rows(shown)[1][1] == f"'{typed}"


def test_negative_amounts_are_numbers_not_formulas() -> None:
    shown = view(other("表:\n  - 名: 表\n    行: |\n      事项 | 金额(元)\n      冲账 | −6,057.88\n      退款 | (5.00)\n"))
    assert [row[2] for row in rows(shown)[1:]] == ["-6057.88", "-5.00"]


def test_two_tables_two_files_one_workbook() -> None:
    shown = view(other("表:\n  - 名: 甲/乙\n    行: |\n      事项 | 金额(元)\n      一 | 1\n  - 名: 甲/乙\n    行: |\n      事项 | 金额(元)\n      二 | 2\n"))
    paths = [artifact.path.rpartition("_")[2] for artifact in table.artifacts(shown)]
    assert paths == ["2026-03.csv", "2026-03-2.csv", "2026-03.xlsx"]
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(table.render(shown, table.artifacts(shown)[-1].path)))
    assert len(book.sheet_names) == 2
    assert rows(shown, 1)[1] == ["1", "二", "2"]


def test_a_workbook_holds_numbers_and_text() -> None:
    shown = view(LEDGER)
    made = table.render(shown, table.artifacts(shown)[1].path)
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert sheet[0][0] == "石桥村 2026年10月 财务收支明细"
    assert sheet[2][6] == 12000.0
    assert sheet[2][2] == "记-001"
    assert made == table.render(shown, table.artifacts(shown)[1].path)


def test_nothing_to_give_away_of_what_must_not_be_shown() -> None:
    for shown in (view(DIBAO), view(LEDGER, "web", About(held=True))):
        assert table.artifacts(shown) == ()


def test_levels_are_told_by_leading_spaces() -> None:
    shown = view(other("表:\n  - 名: 表\n    行: |\n      项目 | 金额(元)\n      收入 | 5\n      　租金 | 5\n"))
    assert rows(shown)[2][1] == "　租金"


def test_data_is_a_file_about_itself() -> None:
    assert data.artifacts(view(LEDGER, "web", About(held=True))) == ()
