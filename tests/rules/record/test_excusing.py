"""What nobody may excuse, what only the township may, and whom the findings of a reprint are addressed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from disclosure.basis.span import Span
from disclosure.board.model import Status
from disclosure.board.model import Waiver
from disclosure.catalogue.load import load_catalogue
from disclosure.reporting.json import render
from disclosure.reporting.report import Checked
from disclosure.reporting.report import Report
from disclosure.rules.engine import findings
from disclosure.rules.finding import Finding
from disclosure.rules.registry import all_rules
from disclosure.rules.waivers import granted
from disclosure.rules.waivers import refusals
from disclosure.views.faults import sheets
from tests.rules.desk import HOME
from tests.rules.desk import PLACE
from tests.rules.desk import check
from tests.rules.hand import CATEGORY
from tests.rules.hand import filing
from tests.rules.hand import place
from tests.rules.hand import shelf

UNTIL = date(2027, 3, 31)
CATALOGUE = load_catalogue()[0]
ESSENTIAL = [one for one in CATALOGUE.categories.values() if one.essential]
SUMS = ("total-off", "product-off", "closing-balance-off", "opening-not-carried", "running-balance-off", "relation-off", "claim-off", "of-which-exceeds-whole", "statements-differ", "prose-off", "capitals-differ", "unit-slip")


def waiver(rule: str) -> Waiver:
    return Waiver(rule, "会计住院", UNTIL, Span("a", 5))


def is_excused(rule: str, essential: bool, level: str) -> bool:
    one = filing(waivers=(waiver(rule),), category=replace(CATEGORY, essential=essential))
    here = shelf(one, places=(place(level=level),))
    assert bool(granted(one, here)) != bool(list(refusals(one, here)))
    return bool(granted(one, here))


@pytest.mark.parametrize("level", ["village", "group", "township", "county"])
@pytest.mark.parametrize("essential", [True, False])
def test_privacy_and_wrong_sums_are_never_excused(essential: bool, level: str) -> None:
    never = [loaded.rule.slug for loaded in all_rules().values() if loaded.rule.code.startswith("PRV")]
    for slug in (*never, *SUMS):
        assert not all_rules()[slug].rule.waivable, slug
        assert not is_excused(slug, essential, level), slug


@pytest.mark.parametrize("rule", ["late-filing", "公开晚了", "DUE", "signature-missing", "vague-summary", "rate-off", "bank-unconfirmed"])
def test_what_is_essential_only_the_township_excuses(rule: str) -> None:
    assert [is_excused(rule, True, level) for level in ("group", "village", "township", "county")] == [False, False, True, True]
    assert all(is_excused(rule, False, level) for level in ("group", "village", "township", "county"))


@pytest.mark.parametrize("category", ESSENTIAL, ids=[one.id for one in ESSENTIAL])
def test_a_village_calls_nothing_essential_unfit_on_its_own_word(category: object, tmp_path: Path) -> None:
    name = getattr(category, "name")  # noqa: B009 -- parametrised as object
    told = f"不适用: [{{类别: {name}, 原因: 本村没有}}]\n"
    files = {f"{HOME}/place.yaml": PLACE + told}
    assert [one.slug for one in check(tmp_path, files).diagnostics].count("waiver-refused") == 1


@pytest.mark.parametrize(
    ("level", "approved", "status"),
    [("村", "", Status.MISSING), ("村", "青禾镇", Status.EXEMPT), ("镇", "", None)],
)
def test_the_duty_stands_until_the_township_says_so(level: str, approved: str, status: Status | None, tmp_path: Path) -> None:
    told = f"起: 2026-01-01\n不适用: [{{类别: 资产资源发包租赁台账, 原因: 没有{f', 批准: {approved}' if approved else ''}}}]\n"
    files = {f"{HOME}/place.yaml": PLACE.replace("级别: 村", f"级别: {level}") + told}
    checked = check(tmp_path, files)
    found = {duty.status for duty in checked.board.duties if duty.category == "asset.lease"}
    assert found == ({status} if status else set())
    assert ("waiver-refused" in {one.slug for one in checked.diagnostics}) == (status is Status.MISSING)


REPRINT = (
    "类别: 其他公示\n期间: 2026-03\n公开日期: 2026-04-06\n转载: {机关: 县农业农村局}\n"
    "签字: {制表: 王敏, 负责人: 周德明}\n表:\n  - 名: 甲\n    行: |\n      组别 | 金额(元)\n      一组 | 8.00\n      二组 | 8.00\n      合计 | 17.00\n"
)


def shown(root: Path, text: str = REPRINT, more: str = "") -> tuple[dict[str, Finding], Path]:
    checked = check(root, {f"{HOME}/a.yaml": text + more})
    return {one.slug: one for one in findings(checked.diagnostics, checked.board)}, root


def test_what_a_reprint_has_wrong_is_its_issuers_and_how_it_hangs_is_ours(tmp_path: Path) -> None:
    found, _ = shown(tmp_path)
    assert found["total-off"].severity == "warning"
    assert found["total-off"].message.endswith("（转载自县农业农村局，请向其反映）")
    assert found["not-on-board"].severity == "warning"
    assert found["not-on-board"].message.endswith("（转载自县农业农村局）")


def test_an_issuer_without_a_name_is_still_one(tmp_path: Path) -> None:
    found, _ = shown(tmp_path, REPRINT.replace("{机关: 县农业农村局}", "{文号: 农〔2026〕1号}"))
    assert "转载自原发文机关" in found["total-off"].message


def test_findings_of_the_board_name_the_issuer_too(tmp_path: Path) -> None:
    text = "类别: 其他公示\n期间: 2026-06-08\n上栏日期: 2026-06-08\n公开日期: 2026-06-08\n转载: {机关: 县农业农村局}\n正文: 补偿款将于2026年8月底前发放到户。\n"
    found, _ = shown(tmp_path, text)
    assert found["promise-overdue"].message.endswith("（转载自县农业农村局，请向其反映）")


def test_the_report_addresses_the_issuer(tmp_path: Path) -> None:
    checked = check(tmp_path, {f"{HOME}/a.yaml": REPRINT})
    told = findings(checked.diagnostics, checked.board)
    report = Report(checked.board.today, Checked(1, 1, 3), told, ())
    assert "转载自县农业农村局，请向其反映" in render(report)
    rows = {str(row[12]): row for row in sheets(checked.board, told, ["shiqiao"])[0].rows}
    codes = {slug: all_rules()[slug].rule.code for slug in ("total-off", "not-on-board")}
    assert rows[codes["total-off"]][1:3] == ("转载自县农业农村局", "")
    assert rows[codes["not-on-board"]][1:3] == ("王敏", "周德明")
