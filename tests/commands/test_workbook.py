from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from disclosure import cli
from disclosure.catalogue.model import Category
from disclosure.commands.workbook import sheet_names
from disclosure.commands.workbook import workbook
from tests.catalogue.helpers import SHIPPED
from tests.commands.test_carrying import DEBTS
from tests.rules.desk import PLACE
from tests.rules.desk import SITE
from tests.rules.desk import check

WITH_TABLES = [one for one in SHIPPED.categories.values() if one.tables]
EVERY = pytest.mark.parametrize("category", WITH_TABLES, ids=lambda one: one.id)

PAID = [
    ["3-05", "007", "机动地承包费，东洼 48.00 亩", "经营收入", 12000, "", "", "", "王敏", "", "", ""],
    ["3-18", "记-002", "路灯维修 3 盏", "公益支出", "", 6210.5, "", "褚云清", "王敏", "", "", ""],
]


def parts(data: bytes | Path) -> dict[str, str]:
    """Return the XML parts of a workbook as text."""
    import io

    with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def typed(path: Path, sheet: int, rows: list[list[object]], first: int = 3) -> None:
    """Put rows below the head of a sheet as a spreadsheet stores what is typed into its cells: in their column's style."""
    found = parts(path)
    name = f"xl/worksheets/sheet{sheet}.xml"
    styles = {int(low): style for low, style in re.findall(r'<col min="(\d+)"[^>]*? style="(\d+)"', found[name])}
    lines = ""
    for number, row in enumerate(rows, first):
        cells = "".join(_cell(f"{chr(65 + at)}{number}", styles[at + 1], value) for at, value in enumerate(row) if value != "")
        lines += f'<row r="{number}">{cells}</row>'
    found[name] = found[name].replace("</sheetData>", lines + "</sheetData>")
    with zipfile.ZipFile(path, "w") as book:
        for part, text in found.items():
            book.writestr(part, text)


def _cell(place: str, style: str, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def made(root: Path, files: dict[str, str], *words: str) -> tuple[Path, Path]:
    """Make a filing with its workbook and return both paths."""
    for name, text in {"site.yaml": SITE, "石桥村/place.yaml": PLACE, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert cli.main(["new", *words, "--xlsx", "-C", str(root)]) == 0
    (book,) = root.rglob("*.xlsx")
    return book.with_suffix(".yaml"), book


def filled(path: Path, values: dict[str, str]) -> None:
    """Fill keys of a blank filing, signatures among them."""
    text = path.read_text("utf-8")
    for key, value in values.items():
        text, count = re.subn(rf"(?m)^({re.escape(key)}:)(?= |$)", rf"\g<1> {value}", text)
        assert count == 1, key
    text = text.replace("{姓名: ,", "{姓名: 王敏,").replace("日期: ,", "日期: 2026-04-07,").replace("日期: }", "日期: 2026-04-07}")
    path.write_text(text.replace("意见: }", "意见: 同意公开}"), "utf-8")


def test_what_the_accountant_types_is_read_without_a_finding(tmp_path: Path) -> None:
    path, book = made(tmp_path, {}, "财务收支明细", "石桥村", "2026-03")
    typed(book, 1, PAID)
    days = {"上栏日期": "2026-04-08", "公开日期": "2026-04-08", "监督电话": "0000-6123380"}
    filled(path, {**days, "期初余额": "1,000.00", "期末余额": "6,789.50"})
    assert "收支明细: {文件: 2026年3月财务收支明细.xlsx, 工作表: 收支明细, 表头行: 2}" in path.read_text("utf-8")
    found = check(tmp_path, {})
    assert [(one.slug, one.arguments) for one in found.diagnostics] == []
    (brief,) = found.board.briefs
    assert brief.filing_id == "shiqiao/fin.ledger/2026-03"


def test_rows_that_stand_lie_in_the_workbook_already(tmp_path: Path) -> None:
    path, book = made(tmp_path, {"石桥村/债.yaml": DEBTS}, "债权债务", "石桥村", "2026-Q3")
    assert "以下 1 行照抄 2026年第二季度" in path.read_text("utf-8")
    found = parts(book)
    assert "鲁长庚" in found["xl/sharedStrings.xml"]
    assert re.search(r'<c r="E3" s="\d+"><v>3000</v></c>', found["xl/worksheets/sheet1.xml"])
    typed(book, 2, [["青禾支行", "贷款", "2022-06-15", "4.35%", 60000, 0, 20000, 0, 20000]])
    filled(path, {"上栏日期": "2026-10-09", "公开日期": "2026-10-09", "债权合计": "3,000.00", "债务合计": "20,000.00"})
    wrong = {one.slug for one in check(tmp_path, {}).diagnostics}
    assert not wrong & {"other-sheets", "hidden-cells", "bad-value", "unknown-column", "hidden-decimals", "table-empty"}


@EVERY
def test_every_category_has_a_sheet_per_table_with_locked_heads(category: Category) -> None:
    data = workbook(category, title="石桥村 2026年3月", choices=SHIPPED.choices, rows={})
    found = parts(data)
    for number, table in enumerate(category.tables, 1):
        sheet = found[f"xl/worksheets/sheet{number}.xml"]
        assert "<sheetProtection" in sheet
        assert 'password="' not in sheet
        assert '<pane ySplit="2"' in sheet
        assert sheet.count("<col ") >= 1
        assert found[f"xl/comments{number}.xml"].count("<comment ref=") == len(table.columns)
        lists = sum(column.of in SHIPPED.choices or column.kind == "yes_no" for column in table.columns)
        assert sheet.count('<dataValidation type="list"') == lists
    assert not any("<f>" in text for name, text in found.items() if name.startswith("xl/worksheets/sheet"))
    assert data == workbook(category, title="石桥村 2026年3月", choices=SHIPPED.choices, rows={})


@EVERY
def test_an_empty_workbook_has_the_heads_the_category_knows(category: Category, tmp_path: Path) -> None:
    from disclosure.reading.rowfile import grid_of_xlsx
    from disclosure.reading.shape import shape

    data = workbook(category, title="石桥村 2026年3月", choices=SHIPPED.choices, rows={})
    for table in category.tables:
        grid, found = grid_of_xlsx(data, "a.xlsx", sheet_names(category)[table.id], "2")
        assert not found
        shaped, more = shape(grid, id=table.id, label=table.label, columns=table.columns)
        assert not [one for one in more if one.slug in ("unknown-column", "missing-column", "duplicate-column")]
        assert [column.id for column in shaped.columns] == [column.id for column in table.columns]


def test_words_that_look_like_formulas_stay_words() -> None:
    category = SHIPPED.categories["asset.lease"]
    row = ["=1+1", "@sum", *[""] * 7, "9,600.00", "12桶", "", ""]
    found = parts(workbook(category, title="=2", choices={}, rows={"leases": [row]}))
    assert "<f>" not in found["xl/worksheets/sheet1.xml"]
    assert "=1+1" in found["xl/sharedStrings.xml"]
    assert "12桶" in found["xl/sharedStrings.xml"]


def test_what_cannot_have_a_workbook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, {}, "财务收支明细", "石桥村", "2026-03")
    words = ["-C", str(tmp_path), "--xlsx"]
    assert cli.main(["new", "其他公示", "石桥村", "2026-03", *words]) == 2
    assert "没有固定的表" in capsys.readouterr().err
    (tmp_path / "content/石桥村/2026年5月财务收支明细.xlsx").write_bytes(b"")
    assert cli.main(["new", "财务收支明细", "石桥村", "2026-05", *words]) == 2
    assert "没有动它" in capsys.readouterr().err
    assert not (tmp_path / "content/石桥村/2026年5月财务收支明细.yaml").exists()
    public = SITE + "仓库: {可见: public, 网址: https://example.org/qinghe}\n"
    (tmp_path / "content/site.yaml").write_text(public, "utf-8")
    assert cli.main(["new", "财务收支明细", "石桥村", "2026-06", *words]) == 2
    assert "公开的" in capsys.readouterr().err
