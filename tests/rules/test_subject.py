from __future__ import annotations

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.board.model import Fact
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.rules.subject import Atlas
from disclosure.rules.subject import Map
from tests.rules.hand import PATH
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf
from tests.rules.hand import span_of
from tests.rules.hand import table

TEXT = "期初余额: 1.00\n明细: |\n  摘要 | 支出\n  路灯 | 6.00\n  水渠 | 7.00\n"
COLUMNS = [Column("summary", "摘要"), Column("expense", "支出")]


def cell(part: str) -> Cell:
    return Cell(part, part, span_of(TEXT, part))


FILING = filing(
    TEXT,
    tables=(table(COLUMNS, [cell("路灯"), cell("6.00")], [cell("水渠"), cell("7.00")]),),
    facts=(Fact("opening", "期初余额", "money", cell("1.00"), span_of(TEXT, "期初余额")),),
)


def placed(part: str, **arguments: str) -> Diagnostic:
    return Map(FILING).placed(Diagnostic("bad-value", span_of(TEXT, part), arguments))


def test_a_cell_knows_its_row_and_column() -> None:
    found = placed("7.00")
    assert found.subject == Subject("shiqiao", "other.notice", "2026-03", "shiqiao/other.notice/2026-03", "2")
    assert found.arguments["column"] == "支出"


def test_a_fact_knows_its_name_by_value_and_by_key() -> None:
    assert placed("1.00").arguments["column"] == placed("期初余额").arguments["column"] == "期初余额"
    assert placed("1.00").subject.row == ""


def test_what_the_emitter_said_stays() -> None:
    assert placed("7.00", column="支出额").arguments["column"] == "支出额"
    assert "column" not in placed("7.00", label="第2行 支出").arguments


def test_the_head_of_a_table_is_no_row() -> None:
    assert placed("摘要").subject.row == ""


def test_rows_of_a_workbook_are_told_by_their_row_number() -> None:
    rows = [[Cell(str(at), str(at), Span("名单.xlsx", at, 2, cell=f"表!B{at}"))] for at in (3, 4)]
    here = filing(tables=(table([Column("a", "金额")], *rows, source="名单.xlsx"),))
    found = Atlas(shelf(here)).placed(Diagnostic("hidden-decimals", Span("名单.xlsx", 4, 2, cell="表!B4")))
    assert (found.subject.row, found.arguments["column"], found.subject.filing_id) == ("2", "金额", here.id)


def test_files_without_filing_belong_to_the_innermost_place() -> None:
    places = (place("qinghe", folder="青禾镇"), place("qinghe/shiqiao", folder="青禾镇/石桥村"))
    atlas = Atlas(shelf(places=places))
    assert atlas.placed(Diagnostic("unread-file", Span("青禾镇/石桥村/a.txt"))).subject.place == "qinghe/shiqiao"
    assert atlas.placed(Diagnostic("unread-file", Span("青禾镇/a.txt"))).subject.place == "qinghe"
    assert atlas.placed(Diagnostic("unread-file", Span("青禾镇石桥/a.txt"))).subject.place == ""
    known = Diagnostic("missing-filing", Span("x"), subject=Subject("there"))
    assert atlas.placed(known) == known


def test_a_place_at_the_root_holds_everything() -> None:
    assert (
        Atlas(shelf(places=(place("qinghe", folder=""),)))
        .placed(Diagnostic("unread-file", Span("a.txt")))
        .subject.place
        == "qinghe"
    )


def test_the_filing_is_found_by_its_path() -> None:
    assert Atlas(shelf(FILING)).filing_at(PATH) is FILING
    assert Atlas(shelf(FILING)).filing_at("else.yaml") is None


def test_a_finding_on_a_whole_row_is_about_no_column() -> None:
    cells = [Cell(text, text, Span("名单.yaml", 4, 3 + at, 30 + at, 31 + at)) for at, text in enumerate("甲乙")]
    here = filing(tables=(table([Column("a", "组别"), Column("b", "户主")], cells),), path="名单.yaml")
    (row,) = here.tables[0].rows
    found = Atlas(shelf(here)).placed(Diagnostic("duplicate-row", row.span))
    assert found.subject.row == "1"
    assert "column" not in found.arguments
