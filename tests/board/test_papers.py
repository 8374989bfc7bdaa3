from __future__ import annotations

from pathlib import Path

from tests.reading.pdfs import pdf
from tests.rules.desk import HOME
from tests.rules.desk import PERSONAL
from tests.rules.desk import check
from tests.rules.desk import found_in

HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"
PHONE = PERSONAL["〔手机号〕"]


def test_a_number_in_an_attachment_holds_the_filing_and_stands_at_its_place(tmp_path: Path) -> None:
    checked = check(
        tmp_path,
        {f"{HOME}/公开件.yaml": f"{HEAD}附件: [名单.csv]\n", f"{HOME}/名单.csv": f"户主,电话\n王甲一,{PHONE}\n"},
    )
    assert (f"{HOME}/名单.csv", 2, "phone-exposed") in found_in(checked.diagnostics)
    assert [brief.held for brief in checked.board.briefs] == [True]


def test_a_number_in_a_pdf_holds_the_filing(tmp_path: Path) -> None:
    read = pdf(f"户主 王甲一\n电话 {PHONE}")
    checked = check(tmp_path, {f"{HOME}/公开件.yaml": f"{HEAD}附件: [名单.pdf]\n", f"{HOME}/名单.pdf": read})
    assert [(path, slug) for path, _, slug in found_in(checked.diagnostics) if slug == "phone-exposed"] == [(f"{HOME}/名单.pdf", "phone-exposed")]
    assert [brief.held for brief in checked.board.briefs] == [True]


def test_attachments_kept_in_the_private_folder_stay_unread(tmp_path: Path) -> None:
    checked = check(
        tmp_path,
        {f"{HOME}/公开件.yaml": f"{HEAD}附件: [不公开/名单.csv]\n", f"{HOME}/不公开/名单.csv": f"王甲一,{PHONE}\n"},
    )
    assert not [slug for _, _, slug in found_in(checked.diagnostics) if slug == "phone-exposed"]


def test_a_row_file_two_filings_name_holds_both(tmp_path: Path) -> None:
    text = HEAD + "批次: {}\n表: [{{名: 名单, 行: 行.csv}}]\n"
    files = {f"{HOME}/{name}.yaml": text.format(name) for name in "甲乙"}
    checked = check(tmp_path, {**files, f"{HOME}/行.csv": f"户主,金额(元),说明\n王甲一,200.00,找{PHONE}\n"})
    assert [brief.held for brief in checked.board.briefs] == [True, True]


def test_lines_beside_the_table_are_read_too(tmp_path: Path) -> None:
    rows = f"户主,金额(元)\n王甲一,200.00\n李甲二,300.00\n合计,500.00\n\n经办：李四 {PHONE}\n"
    checked = check(
        tmp_path, {f"{HOME}/公开件.yaml": f"{HEAD}表: [{{名: 名单, 行: 行.csv}}]\n", f"{HOME}/行.csv": rows}
    )
    assert (f"{HOME}/行.csv", 6, "phone-exposed") in found_in(checked.diagnostics)
