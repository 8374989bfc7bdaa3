"""Leases and compensation: what is certain speaks, what may be right is silent."""

from __future__ import annotations

from datetime import date
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.rules.leases import Step
from disclosure.rules.leases import after_years
from disclosure.rules.leases import core
from disclosure.rules.leases import longer_than
from disclosure.rules.leases import pairs_of
from disclosure.rules.leases import step_in
from disclosure.rules.leases import stepped
from disclosure.rules.leases import whole_years
from tests.rules.desk import HOME
from tests.rules.desk import check
from tests.rules.desk import found_in

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"
LEASES = """\
类别: 资产资源发包租赁台账
期间: {period}
上栏日期: {shown}
公开日期: {shown}
合同: |
  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注
{rows}
年租合计: {rent}
应收合计: 0.00
已缴合计: 0.00
欠缴合计: 0.00
"""


def leases(*rows: str, rent: str, period: str = "2026-Q3", shown: str = "2026-10-12") -> str:
    return LEASES.format(rows="\n".join(f"  {row}" for row in rows), rent=rent, period=period, shown=shown) + SIGNED


def lease(number: str, asset: str, start: str, end: str, rent: str, *, kind: str = "耕地", area: str = "48.00亩", note: str = "", method: str = "公开竞价") -> str:
    return f"{number} | {asset} | {kind} | 三组 | {area} | 承租人{number} | {method} | {start} | {end} | {rent} | 0.00 | 0.00 | 0.00 | {note}"


def slugs(root: Path, *texts: str) -> list[str]:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    return sorted(slug for _, _, slug in found_in(check(root, files).diagnostics))


@given(DAYS, st.integers(1, 80))
def test_a_term_is_too_long_only_past_its_anniversary(start: date, years: int) -> None:
    end = after_years(start, years)
    assert not longer_than(start, end - timedelta(days=1), years)
    assert not longer_than(start, end, years)
    assert longer_than(start, end + timedelta(days=1), years)


@given(DAYS, st.integers(0, 36500))
def test_whole_years_are_those_of_a_birthday(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    years = whole_years(start, day)
    assert after_years(start, years) <= day < after_years(start, years + 1)


@given(st.integers(1, 9), st.integers(1, 50), st.sampled_from(["每{}年递增{}%", "每 {} 年上浮 {}％", "租金每满{}年增长{}%"]))
def test_steps_are_read_in_any_spelling(years: int, share: int, words: str) -> None:
    assert step_in(words.format(years, share)) == Step(years, Decimal(share) / 100)


@pytest.mark.parametrize("text", ["", "每年一付", "每三年递增5%，第二年起每年递增2%", "递增5%", "每〇年递增5%"])
def test_what_is_no_single_step_is_none(text: str) -> None:
    assert step_in(text) is None


def test_a_step_every_year_needs_no_number() -> None:
    assert step_in("每年递增3%") == Step(1, Decimal("0.03"))


@given(st.decimals(1, 10**6, places=2), st.integers(1, 20))
def test_the_first_step_is_the_same_on_itself_and_on_the_first_rent(rent: Decimal, share: int) -> None:
    wanted = list(stepped(rent, Step(3, Decimal(share) / 100), 0, 1))
    assert wanted[0] == wanted[1] == rent * (100 + share) / 100


@given(st.sampled_from(["二组", "第3组", "一队", "12号", ""]), st.sampled_from(["鱼塘", "粮食仓库", "村部东侧门面"]))
def test_the_core_of_a_name_is_without_its_group(group: str, name: str) -> None:
    assert core(group + name) == name
    assert all(len(pair) == 2 and pair in name for pair in pairs_of(group + name))


def test_seventy_years_bind_all_land_and_no_building(tmp_path: Path) -> None:
    land = lease("发-1", "后山荒地", "1990-01-01", "2062-12-31", "100.00", kind="四荒地")
    house = lease("发-2", "村部门面", "1990-01-01", "2062-12-31", "100.00", kind="房屋", area="30平方米")
    fine = lease("发-3", "前山林地", "1990-01-01", "2059-12-31", "100.00", kind="林地", area="20亩")
    assert slugs(tmp_path, leases(land, house, fine, rent="300.00")) == ["lease-term-too-long"]


def test_a_row_of_equal_shops_is_no_shop_let_twice(tmp_path: Path) -> None:
    shops = [lease(f"租-{at}", "村部门面", "2026-01-01", "2028-12-31", "100.00", kind="房屋", area="30平方米") for at in range(4)]
    assert slugs(tmp_path / "a", leases(*shops, rent="400.00")) == []
    assert slugs(tmp_path / "b", leases(*shops[:2], rent="200.00")) == ["parcel-let-twice"]


def test_one_contract_told_twice_is_not_let_twice(tmp_path: Path) -> None:
    row = lease("发-1", "三组机动地", "2026-01-01", "2028-12-31", "100.00")
    after = lease("发-2", "三组机动地", "2028-12-31", "2030-12-31", "100.00")
    assert "parcel-let-twice" not in slugs(tmp_path, leases(row, after, rent="200.00"))


def test_a_table_that_never_tells_how_it_was_let_is_not_scolded_row_by_row(tmp_path: Path) -> None:
    rows = [lease(f"发-{at}", f"{at}号地", "2026-01-01", "2028-12-31", "100.00", method="") for at in range(3)]
    assert slugs(tmp_path, leases(*rows, rent="300.00")) == []


@pytest.mark.parametrize(("rent", "found"), [("10,080.00", []), ("10,080.90", []), ("10,085.00", ["rent-step-not-followed"]), ("9,600.00", ["rent-step-not-followed"])])
def test_a_rent_follows_its_step_to_the_yuan(tmp_path: Path, rent: str, found: list[str]) -> None:
    note = "每三年递增5%"
    before = leases(lease("发-1", "二组鱼塘", "2023-01-01", "2031-12-31", "9,600.00", kind="水面", note=note), rent="9,600.00", period="2025-Q3", shown="2025-10-12")
    now = leases(lease("发-1", "二组鱼塘", "2023-01-01", "2031-12-31", rent, kind="水面", note=note), rent=rent)
    assert slugs(tmp_path, before, now) == found


def test_within_one_step_a_rent_is_its_own(tmp_path: Path) -> None:
    note = "每三年递增5%"
    before = leases(lease("发-1", "二组鱼塘", "2023-01-01", "2031-12-31", "9,600.00", kind="水面", note=note), rent="9,600.00", period="2025-Q2", shown="2025-07-12")
    now = leases(lease("发-1", "二组鱼塘", "2023-01-01", "2031-12-31", "9,600.00", kind="水面", note=note), rent="9,600.00", period="2025-Q3", shown="2025-10-12")
    assert slugs(tmp_path, before, now) == []


@pytest.mark.parametrize(("end", "found"), [("2026-11-19", []), ("2026-11-20", ["lease-ending-soon"]), ("2027-01-19", ["lease-ending-soon"]), ("2027-01-20", [])])
def test_sixty_days_before_its_end_a_contract_is_told(tmp_path: Path, end: str, found: list[str]) -> None:
    assert slugs(tmp_path, leases(lease("发-1", "二组鱼塘", "2023-01-01", end, "100.00"), rent="100.00")) == found


def test_only_the_last_list_tells_what_ends(tmp_path: Path) -> None:
    ending = lease("发-1", "二组鱼塘", "2023-01-01", "2026-12-31", "100.00")
    renewed = lease("发-1", "二组鱼塘", "2023-01-01", "2029-12-31", "100.00")
    before = leases(ending, rent="100.00", period="2026-Q2", shown="2026-07-12")
    assert slugs(tmp_path, before, leases(renewed, rent="100.00")) == []


def test_where_contracts_were_prolonged_thirty_years_are_no_limit(tmp_path: Path) -> None:
    text = (
        "类别: 土地经营权流转\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n流转: |\n"
        "  组别 | 流出方 | 流入方 | 坐落 | 流转面积(亩) | 起始日期 | 到期日期 | 用途 | 年单价(元/亩) | 年流转费(元)\n"
        "  五组 | 许庆丰 | 绿野合作社 | 东洼 | 6.00 | 2026-07-01 | 2058-09-30 | 蔬菜 | 500.00 | 3,000.00\n"
        "流转总面积: 6.00\n年流转费合计: 3,000.00\n" + SIGNED
    )
    place = "名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 0000-6123380\n情况: {承包期至: 2058-09-30}\n"
    assert slugs(tmp_path / "a", text) == ["lease-term-too-long"]
    found = check(tmp_path / "b", {f"{HOME}/a.yaml": text, f"{HOME}/place.yaml": place}).diagnostics
    assert found == ()
