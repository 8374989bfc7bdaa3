"""The extension trial: something nobody has seen works by adding one file (a theme: one folder) and changing nothing else."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.site.project import CHANNELS
from tests.site.project import ROOT
from tests.site.project import SITE
from tests.site.project import VILLAGE
from tests.site.project import Answer
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import notice
from tests.site.project import run
from tests.site.project import write

CATEGORY = """
id: water.fee
name: 自来水费收缴
aliases: [水费收缴]
subject: finance
purpose: 每户用了多少水、该交多少钱、交了没有。
level: [village]
owner: collective
kind: publish
audience: members
media: [board, web]
depth: deep
required: always
essential: true
weight: 3
cadence: quarter
due: {default: {after: period_end, days: 20}}
keep_posted: {board: 15 days, web: until_superseded}
sign: [制表, 监委会审核, 负责人]
basis: [村组法2025/35]
facts:
  price: {label: 水价, kind: rate, unit: 元/吨, required: true}
  due: {label: 应收水费, kind: money, required: true}
tables:
  meters:
    label: 用水
    columns:
      head: {label: 户主, kind: person, required: true, personal: {board: show, web: mask}}
      used: {label: 用水量, kind: quantity, unit: 吨, required: true, total: true}
      fee: {label: 水费, kind: money, required: true, total: true}
identities:
  - meters.fee = meters.used * price
  - due = sum(meters.fee)
example: |
  类别: 自来水费收缴
  期间: 2026-Q3
  上栏日期: 2026-10-12
  公开日期: 2026-10-12
  水价: 2.50
  用水: |
    户主 | 用水量(吨) | 水费(元)
    褚满仓 | 12 | 30.00
    吕玉兰 | 8 | 20.00
  应收水费: 50.00
  签字:
    制表: {姓名: 王敏, 日期: 2026-10-09}
    监委会审核: {姓名: 李国强, 日期: 2026-10-10}
    负责人: {姓名: 周德明, 日期: 2026-10-10}
"""
RULE = '''"""正文里写了「原则上」。

## 什么问题

「原则上」让人不知道到底是不是。

## 怎么改

写明白。
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule("TXT901", "in-principle", "写了「原则上」", "warning", "「{title}」里写了「原则上」。", "写明白是还是不是。")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Find the words."""
    if "原则上" in filing.body and filing.body_span:
        yield Diagnostic("in-principle", filing.body_span, {"title": filing.title or filing.category.name})
'''
FORMAT = '''"""Findings as CSV."""

from __future__ import annotations

from disclosure.reporting.report import Report

NAME = "csv"


def render(report: Report) -> str:
    """Return one line for each finding."""
    return "code,path,line\\n" + "".join(f"{one.code},{one.path},{one.line}\\n" for one in report.findings)
'''


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program, to put files into."""
    home = tmp_path / "program"
    shutil.copytree(ROOT / "disclosure", home / "disclosure", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "themes", home / "themes")
    return home


def copied_run(home: Path, *words: str | Path) -> Answer:
    """Run the copy."""
    return run(*words, cwd=home, env={"PYTHONPATH": str(home)})


def checked(root: Path) -> Answer:
    """Check a project in this process."""
    return inside("check", "-C", root, "--output-format", "json")


def quickly(root: Path) -> Answer:
    """Build a project in this process."""
    return inside("build", "-C", root, "-o", root, "--channels", CHANNELS)


def example(text: str) -> str:
    """Return the example of the new category."""
    return "".join(line[2:] for line in text.partition("example: |\n")[2].splitlines(keepends=True))


def test_a_category_is_one_file(small: Path) -> None:
    where = "content/catalogue/categories/water.fee.yaml"
    filing = f"{VILLAGE}/财务/水费.yaml"
    write(small, {where: CATEGORY.lstrip(), filing: example(CATEGORY)})
    answer = checked(small)
    mine = [one for one in answer.diagnostics() if one["category"] == "water.fee"]
    assert [(one["slug"], one["place"], one["period"]) for one in mine] == [
        ("missing-filing", "qinghe/liulin", "2026-Q3")
    ]
    duties = [one for one in json.loads(answer.out)["duties"] if one["category"] == "water.fee"]
    assert {(one["place"], one["status"]) for one in duties} == {
        ("qinghe/shiqiao", "published"),
        ("qinghe/liulin", "missing"),
    }
    for old, new, slug in (
        ("| 20.00", "| 21.00", "product-off"),
        ("费: 50.00", "费: 51.00", "total-off"),
        ("吨)", "亩)", "unit-mismatch"),
    ):
        write(small, {filing: example(CATEGORY).replace(old, new)})
        found = {one["slug"] for one in checked(small).diagnostics() if one["path"] == filing.removeprefix("content/")}
        assert slug in found
    write(small, {filing: example(CATEGORY)})
    assert quickly(small).code == 0
    made = [one for one in manifest(small / "site")["artifacts"] if one["category"] == "water.fee"]
    assert {one["channel"] for one in made} == set(CHANNELS.split(","))
    page = (small / "site/qinghe/shiqiao/water-fee/2026-Q3/index.html").read_text("utf-8")
    assert "自来水费收缴" in page
    assert "褚*仓" in page
    assert (small / "site/qinghe/liulin/water-fee/2026-Q3/index.html").is_file()
    assert "water.fee" in inside("list", "categories", "-C", small).out


def test_a_rule_is_one_file(copied: Path, small: Path) -> None:
    write(copied, {"disclosure/rules/wording/in_principle.py": RULE})
    write(small, {f"{VILLAGE}/甲.yaml": notice("甲", "正文: 原则上不停水。\n")})
    answer = copied_run(copied, "check", "-C", small, "--output-format", "json", "--select", "TXT901")
    (found,) = answer.diagnostics()
    assert (found["slug"], found["severity"], found["message"]) == (
        "in-principle", "warning", "「2026年8月24日其他公示」「其他公示」里写了「原则上」。",
    )  # fmt: skip
    assert found["line"] == 6
    assert answer.code == 0
    assert copied_run(copied, "check", "-C", small, "--select", "TXT901", "--fail-level", "warning").code == 1
    assert "原则上" in copied_run(copied, "explain", "in-principle").out
    assert "TXT901" in copied_run(copied, "list", "rules").out


def test_a_report_format_is_one_file(copied: Path, small: Path) -> None:
    """Its name is that of the file."""
    write(copied, {"disclosure/reporting/csv.py": FORMAT})
    answer = copied_run(copied, "check", "-C", small, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {one["code"] for one in rows} == {"DUE001"}
    assert "csv" in copied_run(copied, "check", "--help").out


def test_a_theme_is_one_folder(small: Path) -> None:
    write(
        small,
        {
            "content/site.yaml": SITE + "主题: 红纸\n",
            "themes/红纸/theme.yaml": "名称: 红纸\nextends: default\nknobs:\n  accent: '#7a1010'\n  measure: 900px\n",
            "themes/红纸/place.html": "{% extends 'default/place.html' %}\n{% block title %}红纸上的{{ view.name }}{% endblock %}\n",
            "themes/红纸/site.css": ".red-paper { color: var(--accent); }\n",
        },
    )
    answer = quickly(small)
    assert answer.code == 0, answer.err
    styles = next((small / "site/assets").glob("site-*.css")).read_text("utf-8")
    assert "--accent:#7a1010" in styles
    assert "--measure:900px" in styles
    assert ".red-paper{color:#7a1010;color:var(--accent)}" in styles
    assert "--paper:#fcfcf9" in styles
    village = (small / "site/qinghe/shiqiao/index.html").read_text("utf-8")
    assert "<title>红纸上的石桥村</title>" in village
    assert "红纸上的" not in (small / "site/index.html").read_text("utf-8")
    write(small, {"content/site.yaml": SITE})
    assert quickly(small).code == 0
    assert "红纸上的" not in (small / "site/qinghe/shiqiao/index.html").read_text("utf-8")


def test_a_wrong_theme_is_told_and_the_default_stands_in(small: Path) -> None:
    write(
        small,
        {
            "content/site.yaml": SITE + "主题: 红纸\n",
            "themes/红纸/theme.yaml": "名称: 红纸\nextends: default\nknobs: {accent: 红色, colour: '#fff'}\n",
        },
    )
    answer = checked(small)
    assert {one["slug"] for one in answer.diagnostics() if "旋钮" in one["message"]} == {"bad-value", "unknown-key"}
    write(small, {"content/site.yaml": SITE + "主题: 红布\n"})
    (found,) = [one for one in checked(small).diagnostics() if one["slug"] == "bad-value"]
    assert "红布" in found["message"]
    assert quickly(small).code == 0


def test_a_profile_is_one_file(small: Path) -> None:
    """A county that wants its quarters in ten days says so in one file."""
    text = "id: yunshan\nname: 云山县\nrules: [{match: {cadence: quarter}, due: {after: period_end, days: 3}, basis: 村组法2025/35}]\n"
    write(small, {"content/catalogue/profiles/yunshan.yaml": text, "content/site.yaml": SITE + "地方档案: 云山县\n"})
    duties = json.loads(checked(small).out)["duties"]
    assert {one["due_raw"] for one in duties if one["category"] == "fin.debt"} == {"2026-10-03"}


def test_words_of_a_list_are_one_file(small: Path) -> None:
    """A local account of the ledger needs one line in a local list."""
    ledger = small / VILLAGE / "财务/九月收支.yaml"
    ledger.write_text(ledger.read_text("utf-8").replace("| 管理费用 |", "| 会务支出 |", 1), "utf-8")
    assert [one["slug"] for one in checked(small).diagnostics() if one["slug"] == "unknown-choice"] == [
        "unknown-choice"
    ]
    write(small, {"content/catalogue/choices.yaml": "accounts: [会务支出]\n"})
    assert [one["slug"] for one in checked(small).diagnostics() if one["slug"] == "unknown-choice"] == []
