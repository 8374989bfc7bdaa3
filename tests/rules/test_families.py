"""What the examples on the pages leave open: edges of the rules, read from YAML as a village writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.engine import findings
from disclosure.rules.finding import Finding
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.desk import found_in

HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"
LEDGER = """\
类别: 财务收支明细
期间: 2026-03
上栏日期: {posted}
公开日期: {posted}
期初余额: 1,000.00
收支明细:
  - {{日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}}
期末余额: 379.00
{more}
"""
SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}"


def slugs(root: Path, text: str) -> list[tuple[int, str]]:
    return sorted((line, slug) for _, line, slug in found_in(check(root, {f"{HOME}/公开件.yaml": text}).diagnostics))


def shown(root: Path, text: str) -> list[Finding]:
    checked = check(root, {f"{HOME}/公开件.yaml": text})
    return list(findings(checked.diagnostics, checked.board))


def row(text: str, head: str = "组别 | 金额(元)") -> str:
    return f"{HEAD}表:\n  - 名: 甲\n    行: |\n      {head}\n      {text}\n"


@pytest.mark.parametrize(
    ("head", "figure", "fine"),
    [
        ("金额(元)", "12.345", False),
        ("金额(元)", "12.340", True),
        ("资金(万元)", "1.234567", True),
        ("资金(万元)", "1.2345678", False),
        ("标准(元/亩)", "93.2178", True),
        ("面积(亩)", "2.345", True),
    ],
)
def test_money_is_counted_to_the_cent(tmp_path: Path, head: str, figure: str, fine: bool) -> None:
    text = row(f"一组 | {figure}", f"组别 | {head}")
    assert [slug for _, slug in slugs(tmp_path, text)] == ([] if fine else ["too-many-decimals"])


@pytest.mark.parametrize(
    ("stated", "fine"),
    [
        ("公示期7天", True),
        ("公示期8天", True),
        ("公示期10天", False),
        ("公示时间十天", False),
        ("公示期5个工作日", True),
        ("公示期3日内", True),
    ],
)
def test_a_stated_number_of_days_may_count_the_first_or_not(tmp_path: Path, stated: str, fine: bool) -> None:
    text = HEAD.replace("2026-04-06", "2026-04-25") + f"公示期: 2026-04-25/2026-05-02\n注: 本次{stated}，请核对\n"
    assert slugs(tmp_path, text) == ([] if fine else [(6, "window-days-off")])


def test_a_notice_stays_up_until_its_window_ends(tmp_path: Path) -> None:
    text = HEAD + "公示期: 2026-04-06/2026-04-13\n下栏日期: {}\n"
    assert slugs(tmp_path / "a", text.format("2026-04-12")) == [(6, "posted-too-short")]
    assert slugs(tmp_path / "b", text.format("2026-04-13")) == []


def test_fifteen_days_count_from_the_day_after_posting(tmp_path: Path) -> None:
    text = LEDGER.format(posted="2026-04-08", more=f"下栏日期: 2026-04-23\n{SIGNED}")
    assert slugs(tmp_path / "a", text) == []
    assert slugs(tmp_path / "b", text.replace("04-23", "04-22")) == [(9, "posted-too-short")]


def test_equal_small_facts_are_no_duplicates(tmp_path: Path) -> None:
    assert slugs(tmp_path / "a", row("一组 | 8.00\n      一组 | 8.00")) == []
    three = row("1 | 一组 | 修渠 | 8.00\n      2 | 一组 | 修渠 | 8.00", "序号 | 组别 | 事由 | 金额(元)")
    assert slugs(tmp_path / "b", three) == [(10, "duplicate-row")]


def test_the_law_behind_signatures_is_that_of_the_day_of_posting(tmp_path: Path) -> None:
    new = shown(tmp_path / "a", LEDGER.format(posted="2026-04-08", more=""))
    assert [one.slug for one in new] == ["signature-missing"]
    assert new[0].citations == ("财公13号/签字", "村组法2025/37")
    assert "签字缺制表、监委会审核、负责人" in new[0].message
    assert "制表" in new[0].help
    old = shown(tmp_path / "b", LEDGER.format(posted="2025-04-08", more="").replace("2026-03", "2025-03"))
    assert old[0].citations == ("财公13号/签字", "村组法2018/32")


def test_money_of_another_period_may_be_dated_in_it(tmp_path: Path) -> None:
    text = LEDGER.format(posted="2026-04-08", more=SIGNED).replace("3-18", "2026-01-18")
    assert [slug for _, slug in slugs(tmp_path / "a", text)] == ["date-outside-period"]
    assert slugs(tmp_path / "b", f"所属期: 2026-01\n{text}") == []


def test_somebody_elses_document_is_warned_about_only(tmp_path: Path) -> None:
    text = row("一组 | 8.00\n      二组 | 8.00\n      合计 | 17.00") + "转载: {机关: 县农业农村局}\n"
    (found,) = shown(tmp_path, text)
    assert (found.slug, found.severity) == ("total-off", "warning")
    assert "转载自县农业农村局" in found.message


def test_a_village_cannot_waive_wrong_sums_or_privacy(tmp_path: Path) -> None:
    text = row("一组 | 8.00\n      二组 | 8.00\n      合计 | 17.00") + "豁免:\n  - {规则: total-off, 原因: 懒}\n"
    assert [slug for _, slug in slugs(tmp_path, text)] == ["total-off", "waiver-refused"]


def test_personal_numbers_hold_the_filing_and_nothing_of_them_is_told(tmp_path: Path) -> None:
    text = HEAD + "注: 〔18位身份证号〕 和 〔手机号〕\n"
    checked = check(tmp_path, {f"{HOME}/公开件.yaml": text})
    told = findings(checked.diagnostics, checked.board)
    assert {one.slug for one in told} == {"id-card-exposed", "phone-exposed"}
    assert all(brief.held for brief in checked.board.briefs)
    assert all("●" in one.excerpt for one in told)


def test_place_files_are_guarded_too(tmp_path: Path) -> None:
    place = "名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 〔手机号〕\n联系人: 王敏 〔手机号〕\n"
    found = check(tmp_path, {f"{HOME}/place.yaml": place}).diagnostics
    assert [(one.slug, one.span.line, one.subject.place) for one in found] == [("phone-exposed", 5, "shiqiao")]
