"""The assessment workbook: its sheets, its place beside the site, text that stays text, nobody's name in it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from disclosure import cli
from disclosure.channels.workbook import workbook
from disclosure.views.assessment import Sheet
from tests.rules.desk import PLACE
from tests.rules.desk import SITE

SHEETS = ["完整率", "逾期清单", "答复时限", "应公开项", "问题", "问题汇总", "问题按经手人"]
FILED = """类别: 意见建议及答复
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
意见:
  - {编号: 2026-011, 收到日期: 2026-07-20, 提出人: 褚满仓, 意见: 路灯不亮了, 答复: 已换灯头, 答复日期: 2026-07-22, 答复人: 孙玉兰, 办理结果: 已解决}
收到件数: 1
已答复件数: 1
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
"""


@pytest.fixture
def township(tmp_path: Path) -> Path:
    place = PLACE + "事件:\n  - {类别: 村民会议决定及实施, 日期: 2026-09-01, 事项: =1+1}\n"
    files = {"site.yaml": SITE.replace("2099", "2026"), "石桥村/place.yaml": place, "石桥村/意见.yaml": FILED}
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def reported(root: Path, out: Path, *words: str) -> bytes:
    assert cli.main(["report", "-C", str(root), "-o", str(out), *words]) == 0
    (path,) = (out / "report").iterdir()
    return path.read_bytes()


def rows(data: bytes, name: str) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()]


def test_the_workbook_lies_beside_the_site(township: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = reported(township, tmp_path / "out")
    assert "考核_2026-11-20.xlsx" in capsys.readouterr().out
    assert not (tmp_path / "out" / "site").exists()
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == SHEETS
    for name in SHEETS:
        table = rows(data, name)
        assert "2026年11月20日" in str(table[0][0])
        assert len(table) > 3 or name == "问题按经手人", name
    assert "按目录第" in str(rows(data, "完整率")[1][0])


def test_figures_agree_with_the_duties(township: Path, tmp_path: Path) -> None:
    data = reported(township, tmp_path / "out")
    duties, overdue = rows(data, "应公开项")[3:], rows(data, "逾期清单")[3:]
    assert sum(row[9] == "逾期未公开" for row in duties) == len(overdue)
    score = rows(data, "完整率")[3:]
    assert sum(int(str(row[3]).removesuffix(".0")) for row in score) == sum(row[9] not in ("免公开", "未到期") for row in duties)
    (reply,) = rows(data, "答复时限")[3:]
    assert reply[:5] == ["石桥村", "", 1, 1, 1]
    assert reply[8] == 2


LEDGER = """类别: 财务收支明细
期间: 2026-03
公开日期: 2026-04-08
上栏日期: 2026-04-08
下栏日期: 2026-05-01
期初余额: 100.00
收支明细: 账.csv
期末余额: 999.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: "周德明 %s"}
"""
BOOK = "日期,凭证号,摘要,科目,收入,支出,收款人\n3-05,记-001,承包费,发包及上交收入,50.00,,褚满仓\n6-06,记-002,误工补贴,公益支出,,1.00,褚满仓\n"


def test_findings_by_village_and_by_who_signed(township: Path, tmp_path: Path) -> None:
    place = township / "content" / "石桥村"
    (place / "账.yaml").write_text(LEDGER % "签", "utf-8")
    (place / "账.csv").write_text(BOOK, "utf-8")
    data = reported(township, tmp_path / "out")
    heads, *found = rows(data, "问题")[2:]
    mine = [dict(zip(heads, row, strict=True)) for row in found if row[4] == "石桥村/账.yaml" and row[12] == "FIN001"]
    assert len(mine) == 1
    assert (mine[0]["地方"], mine[0]["制表"]) == ("石桥村", "王敏")
    assert mine[0]["负责人"] == "周德明 签"
    assert mine[0]["公开件"] == "2026年3月财务收支明细"
    assert "《" in str(mine[0]["为什么"])
    assert (mine[0]["轻重"], mine[0]["公开之日"], mine[0]["下栏之日"]) == ("错误", date(2026, 4, 8), date(2026, 5, 1))
    assert [row for row in found if row[4] == "石桥村/账.csv"]
    counted = rows(data, "问题汇总")
    assert [row[5] for row in counted[3:]] == [len(found)]
    assert sum(int(str(row[7]).removesuffix(".0")) for row in rows(data, "问题按经手人")[3:]) == sum(row[3] != "" and str(row[4]).endswith((".csv", "账.yaml", "意见.yaml")) for row in found)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        text = "".join(book.read(name).decode() for name in book.namelist())
    assert "褚满仓" not in text
    assert "138" + "00138123" not in text
    assert "<f>" not in text


def test_flags_sift_the_findings(township: Path, tmp_path: Path) -> None:
    (township / "content" / "石桥村" / "账.yaml").write_text(LEDGER % "", "utf-8")
    data = reported(township, tmp_path / "out", "--select", "DUE")
    assert {str(row[12])[:3] for row in rows(data, "问题")[3:]} == {"DUE"}


def test_nobody_is_named(township: Path, tmp_path: Path) -> None:
    data = reported(township, tmp_path / "out")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        text = "".join(book.read(name).decode() for name in book.namelist())
    assert not [name for name in ("褚满仓", "孙玉兰", "王敏", "李国强", "周德明") if name in text]
    assert "<f>" not in text


def test_the_same_day_gives_the_same_bytes(township: Path, tmp_path: Path) -> None:
    assert reported(township, tmp_path / "a") == reported(township, tmp_path / "b", "-j", "1")


def test_only_the_places_asked_for(township: Path, tmp_path: Path) -> None:
    other = township / "content" / "东坡村" / "place.yaml"
    other.parent.mkdir()
    other.write_text("名称: 东坡村\n级别: 村\nslug: dongpo\n", "utf-8")
    whole = rows(reported(township, tmp_path / "a"), "完整率")
    assert {row[0] for row in whole[3:]} == {"石桥村", "东坡村", "合计"}
    part = rows(reported(township, tmp_path / "b", "--place", "dongpo"), "完整率")
    assert {row[0] for row in part[3:]} == {"东坡村"}


def test_where_it_cannot_be_written_it_says_so(township: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report").write_text("", "utf-8")
    assert cli.main(["report", "-C", str(township), "-o", str(tmp_path / "out")]) == 2
    assert "写不进" in capsys.readouterr().err


def test_text_never_becomes_a_formula_a_link_or_a_number() -> None:
    values = ("=1+1", "+1", "-1", "@x", "http://example.org", "0012")
    sheet = Sheet("表", "=A1", (("=B1", 9),) * len(values), (values, (date(2026, 1, 2), 3, None, "", "x", "y")))
    data = workbook("=C1", (sheet,))
    table = rows(data, "表")
    assert table[3] == list(values)
    assert table[4][:2] == [date(2026, 1, 2), 3]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page
