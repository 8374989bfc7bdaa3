"""What goes back to the accountant: marked copies in the right place, nothing personal in the words, originals as they were."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from disclosure import cli
from tests.reading.books import simple
from tests.rules.desk import PERSONAL
from tests.rules.desk import PLACE
from tests.rules.desk import SITE

FILING = """类别: 财务收支明细
期间: 2026-03
公开日期: 2026-04-08
上栏日期: 2026-04-08
期初余额: 100.00
收支明细: {}
期末余额: 150.00
签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}
"""
HEAD: list[object] = ["日期", "凭证号", "摘要", "科目", "收入", "支出"]


@pytest.fixture
def township(tmp_path: Path) -> Path:
    place = tmp_path / "content" / "石桥村"
    place.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text(SITE, "utf-8")
    (place / "place.yaml").write_text(PLACE, "utf-8")
    (place / "三月.yaml").write_text(FILING.format("三月.xlsx"), "utf-8")
    (place / "四月.yaml").write_text(FILING.format("四月.csv").replace("2026-03", "2026-04").replace("2026-04-08", "2026-05-08"), "utf-8")
    note = "承包费 褚满仓 " + PERSONAL["〔手机号〕"]
    (place / "三月.xlsx").write_bytes(simple([HEAD, ["6-05", "记-001", note, "发包及上交收入", 50]]))
    (place / "四月.csv").write_text("日期,凭证号,摘要,科目,收入,支出\n6-05,记-001,承包费,发包及上交收入,50.00,\n", "utf-8")
    return tmp_path


def test_copies_lie_in_the_report_folder_and_originals_stay(township: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = township / "content" / "石桥村"
    before = {path: path.read_bytes() for path in place.iterdir()}
    assert cli.main(["mark", "-C", str(township)]) == 0
    assert {path: path.read_bytes() for path in place.iterdir()} == before
    copies = township / "report" / "退回" / "石桥村"
    assert {path.name for path in copies.iterdir()} == {"三月.xlsx", "四月.csv"}
    with zipfile.ZipFile(copies / "三月.xlsx") as book:
        words = book.read("xl/comments1.xml").decode()
    assert 'ref="A2"' in words
    assert 'ref="C2"' in words
    assert "怎么改" in words
    said = capsys.readouterr().out
    for secret in ("褚满仓", PERSONAL["〔手机号〕"]):
        assert secret not in words
        assert secret not in said
    assert (copies / "四月.csv").read_text("utf-8").startswith('日期,凭证号,摘要,科目,收入,支出,"核对意见"\n6-05,记-001,承包费,发包及上交收入,50.00,,"')
    assert "三月.xlsx → " in said


def test_only_what_is_named_and_asked_for(township: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert cli.main(["mark", "石桥村/四月.csv", "-C", str(township), "-o", str(out)]) == 0
    assert [path.name for path in out.rglob("*.*")] == ["四月.csv"]
    assert cli.main(["mark", "-C", str(township), "-o", str(tmp_path / "b"), "--select", "PRT"]) == 0
    assert not (tmp_path / "b").exists()
    assert "没有要退回去改的" in capsys.readouterr().out


def test_the_same_bytes_twice(township: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        assert cli.main(["mark", "-C", str(township), "-o", str(tmp_path / name)]) == 0
        made.append({path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")})
    assert made[0] == made[1]


def test_what_cannot_be_done_is_said(township: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = township / "content" / "石桥村"
    assert cli.main(["mark", "-C", str(township), "-o", str(place / "退回")]) == 2
    assert cli.main(["mark", "石桥村/三月.yaml", "-C", str(township)]) == 2
    assert cli.main(["mark", "没有.xlsx", "-C", str(township)]) == 2
    out = io.BytesIO((place / "三月.xlsx").read_bytes())
    (place / "三月.xlsx").write_bytes(out.getvalue()[:-60])
    assert cli.main(["mark", "-C", str(township)]) == 1
    said = capsys.readouterr().err
    assert "不能放在 content/ 里" in said
    assert "不是 content/ 里的明细文件：三月.yaml" in said
    assert "三月.xlsx：写不进批注" in said
