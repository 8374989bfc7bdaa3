from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Source
from disclosure.catalogue.model import TableSpec
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from disclosure.rules.exposure import exposed_in_filing
from disclosure.rules.exposure import exposed_in_text
from tests.basis.invented import id_card
from tests.basis.invented import with_luhn
from tests.rules.hand import CATEGORY
from tests.rules.hand import filing
from tests.rules.hand import span_of
from tests.rules.hand import table

NUMBER = id_card("500113", date(1961, 3, 5), "012")
CARD = with_luhn("621700123456789012")
PHONE = "138" + "00138123"


def slugs(found: Iterable[Diagnostic]) -> list[str]:
    return [one.slug for one in found]


def in_text(text: str, **fields: Any) -> list[str]:
    return slugs(exposed_in_filing(filing(text, **fields)))


@pytest.mark.parametrize(
    "text",
    ["户主: {}", "# {}", "{}: 1", "注: 张{}", "附件: 名单{}.pdf", "表: |\n  一组 | {} | 2", "正文: |\n  身份证{}。"],
)
def test_the_whole_text_is_read(text: str) -> None:
    assert in_text(text.format(NUMBER)) == ["id-card-exposed"]
    assert in_text(text.format(CARD)) == ["bank-card-exposed"]
    assert in_text(text.format(PHONE)) == ["phone-exposed"]


def test_the_place_is_exact_and_the_number_is_in_no_argument() -> None:
    (found,) = exposed_in_filing(filing(f"类别: 其他公示\n注: 号码 {NUMBER}\n"))
    assert (found.span.line, found.span.column) == (2, 7)
    assert NUMBER not in str(found.arguments)


@pytest.mark.parametrize(
    "text",
    [
        "监督电话: {0}",
        "监督电话:\n  - {0}\n  - {0}",
        "hotline: {0}",
        "注: 监督举报电话(镇纪委):0000-6123380、{0}",
        "注: 村委会值班电话 {0}",
        "- {{组别: 一组, 值班手机: {0}}}",
        "注: 热线 {0}",
    ],
)
def test_hotlines_and_office_lines_may_stand(text: str) -> None:
    assert in_text(text.format(PHONE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "监督电话: 0000-6123380\n收款人电话: {0}",
        "- {{监督电话: 12317, 户主: 王甲一, 电话: {0}}}",
        "注: 联系人王甲一 {0}",
        "监督电话: 见村口\n注: {0}",
    ],
)
def test_a_hotline_nearby_excuses_no_other_phone(text: str) -> None:
    assert in_text(text.format(PHONE)) == ["phone-exposed"]


def test_office_words_never_excuse_an_id_card() -> None:
    assert in_text(f"监督电话: {NUMBER}") == ["id-card-exposed"]


def with_column(column: Column, *, described: bool, source: str = "") -> Filing:
    text = f"明细: |\n  姓名 | 电话\n  某某 | {PHONE}\n"
    span = Span(source, 2, 2, cell="表!B2") if source else span_of(text, PHONE)
    name = Cell("某某", "某某", span_of(text, "某某") if not source else Span(source, 2, 1, cell="表!A2"))
    made = table([Column("name", "姓名"), column], [name, Cell(PHONE, PHONE, span)], source=source)
    category = replace(CATEGORY, tables=(TableSpec("list", "明细", (column,)),)) if described else CATEGORY
    return filing("类别: x\n" if source else text, tables=(made,), category=category)


@pytest.mark.parametrize("source", ["", "名单.xlsx"])
def test_a_column_of_work_lines_may_stand(source: str) -> None:
    assert slugs(exposed_in_filing(with_column(Column("a", "值班电话"), described=False, source=source))) == []
    shown = Column("tel", "电话", kind="phone", personal=Personal("show", "show"))
    assert slugs(exposed_in_filing(with_column(shown, described=True, source=source))) == []
    assert slugs(exposed_in_filing(with_column(shown, described=False, source=source))) == ["phone-exposed"]
    masked = Column("tel", "电话", kind="phone", personal=Personal("show", "mask"))
    assert slugs(exposed_in_filing(with_column(masked, described=True, source=source))) == ["phone-exposed"]


def test_row_files_are_read_cell_by_cell_private_ones_too() -> None:
    cells = [Cell(Private(NUMBER), Private(NUMBER), Span("名单.xlsx", 3, 2, cell="表!B3"))]
    (found,) = exposed_in_filing(filing(tables=(table([Column("a", "甲")], cells, source="名单.xlsx"),)))
    assert (found.slug, found.span.cell) == ("id-card-exposed", "表!B3")


def test_two_neighbouring_cells_make_no_number() -> None:
    at = Span("名单.csv", 2, 1)
    halves = [Cell(PHONE[:5], PHONE[:5], at), Cell(PHONE[5:], PHONE[5:], at)]
    columns = [Column("a", "甲"), Column("b", "乙")]
    assert slugs(exposed_in_filing(filing(tables=(table(columns, halves, source="名单.csv"),)))) == []
    assert in_text(f"表: |\n  甲\t乙\n  {PHONE[:5]}\t{PHONE[5:]}\n") == []


def test_file_names_and_folders_are_read() -> None:
    (found,) = exposed_in_filing(filing("类别: 其他公示\n", path=f"石桥村/{NUMBER}.yaml"))
    assert found.slug == "id-card-exposed"
    assert found.span[1:3] == (1, 1)


def test_a_number_spelled_with_escapes_is_found_where_it_is_read() -> None:
    note = (f"号码 {NUMBER}", Span("a.yaml", 2, 4, 10, 20))
    assert in_text('注: "\\u0035…"', notes=(note,)) == ["id-card-exposed"]


def test_a_number_folded_over_two_lines_counts_when_a_value_holds_it() -> None:
    text = f"注: 电话 {PHONE[:7]}\n  {PHONE[7:]}\n"
    span = Span("a.yaml", 1, 4, 3, 10)
    assert in_text(text, notes=((f"电话 {PHONE[:7]} {PHONE[7:]}", span),)) == ["phone-exposed"]
    assert in_text(text) == []


def test_mailboxes_of_persons_are_only_a_warning_and_texts_without_filing_are_read() -> None:
    assert in_text("注: 100861234@example.com") == ["mailbox-exposed"]
    assert slugs(exposed_in_text(Source("place.yaml", f"联系人: {NUMBER}"))) == ["id-card-exposed"]


@pytest.mark.parametrize(
    "text",
    [
        "索引号: 11500113009308802A",
        "索引号: 53262303000601000",
        "编码: 1100299 2130705",
        "金额: 13,800,138,000.00",
        "区划: (41132501)",
    ],
)
def test_codes_that_only_look_like_it_stay_silent(text: str) -> None:
    assert in_text(text) == []
