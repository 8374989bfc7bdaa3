"""The sample township says what it should: four villages in order, one with just the faults it was given."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure.basis.values import Amount
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Filing
from disclosure.reading.table import Role

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def answer() -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "disclosure", "check", "-C", str(ROOT), "--output-format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_villages_in_order_have_no_finding(answer: dict[str, list[dict[str, object]]]) -> None:
    assert {one["place"] for one in answer["diagnostics"]} == {"qinghe/dongpo"}


def test_the_late_village_has_just_its_faults(answer: dict[str, list[dict[str, object]]]) -> None:
    found = sorted((str(one["slug"]), str(one["category"]), str(one["period"])) for one in answer["diagnostics"])
    assert found == [
        ("late-filing", "decision.resolution", "2026-Q3"),
        ("late-filing", "fin.ledger", "2026-Q2"),
        ("late-filing", "fin.summary", "2026-Q3"),
        ("late-filing", "pay.cadre", "2026-Q1"),
        ("late-filing", "pay.subsidy", "2026-Q2"),
        ("missing-filing", "asset.lease", "2026-Q3"),
        ("missing-filing", "assist.gov", "2026-Q1"),
        ("missing-filing", "consult", "2026-Q3"),
        ("missing-filing", "feedback", "2026-Q3"),
        ("missing-filing", "fin.debt", "2026-Q2"),
        ("missing-filing", "fin.ledger", "2026-Q3"),
        ("missing-filing", "fund.transfer", "2026-Q1"),
        ("missing-filing", "supervise.report", "2026-H1"),
        ("not-on-board", "fin.debt", "2026-Q3"),
        ("posted-too-short", "pay.cadre", "2026-Q2"),
        ("total-off", "fin.summary", "2026-Q1"),
    ]


def test_each_fault_points_at_its_file(answer: dict[str, list[dict[str, object]]]) -> None:
    """What is missing points at the place; what is late, short or wrong at the filing itself."""
    village = "青禾镇/东坡村"
    files = {
        "decision.resolution": "民主决策/2026年第三季度村民会议决定及实施.yaml",
        "fin.ledger": "财务/2026年第二季度收支明细.yaml",
        "pay.cadre": {"2026-Q1": "财务/2026年第一季度村干部报酬.yaml", "2026-Q2": "财务/2026年第二季度村干部报酬.yaml"},
        "fin.summary": {"2026-Q1": "财务/2026年第一季度收支汇总.yaml", "2026-Q3": "财务/2026年第三季度收支汇总.yaml"},
        "fin.debt": "财务/2026年第三季度债权债务.yaml",
        "pay.subsidy": "财务/2026年第二季度误工补贴.yaml",
    }
    for one in answer["diagnostics"]:
        told = files.get(str(one["category"]), "")
        path = told[str(one["period"])] if isinstance(told, dict) and one["slug"] != "missing-filing" else told
        assert one["path"] == f"{village}/{'place.yaml' if one['slug'] == 'missing-filing' else path}"


def test_every_finding_has_a_place_and_a_cure(answer: dict[str, list[dict[str, object]]]) -> None:
    for one in answer["diagnostics"]:
        assert one["path"]
        assert one["line"]
        assert one["column"]
        assert one["help"]
        assert one["citations"] or one["slug"] == "total-off"


def test_duties_cover_a_full_year(answer: dict[str, list[dict[str, object]]]) -> None:
    ledgers = {(duty["place"], duty["period"]) for duty in answer["duties"] if duty["category"] == "fin.ledger"}
    months = {period for place, period in ledgers if place == "qinghe/shangwan"}
    assert months == {"2025-10", "2025-11", "2025-12", *(f"2026-{month:02d}" for month in range(1, 11))}
    quarters = {period for place, period in ledgers if place == "qinghe/shiqiao"}
    assert quarters == {"2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"}


Filed = dict[str, tuple[Filing, ...]]
VILLAGES = ("qinghe/shiqiao", "qinghe/shangwan", "qinghe/liulin", "qinghe/dongpo", "qinghe/baitang")
QUARTERS = ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")


@pytest.fixture(scope="module")
def filed() -> Filed:
    world = survey(ROOT / "content")
    return {place: load_shelf(world, place, date(2026, 11, 21)).shelf.filings for place in ("qinghe", *VILLAGES)}


def fact(filing: Filing, name: str) -> Decimal:
    (value,) = (one.cell.value for one in filing.facts if one.id == name)
    assert isinstance(value, Amount)
    return value.number


def column(filing: Filing, table: str, name: str, having: str = "", equal: str = "") -> Decimal:
    """Sum a column over the items of a table, of those whose text in another column begins or equals what is given."""
    (found,) = (one for one in filing.tables if one.id == table)
    at = {one.id: index for index, one in enumerate(found.columns)}
    total = Decimal()
    for row in found.rows:
        if row.role is Role.ITEM and (not having or equal in str(row.cells[at[having]].value)):
            value = row.cells[at[name]].value
            total += value.number if isinstance(value, Amount) else 0
    return total


def of(filings: tuple[Filing, ...], category: str, *within: str) -> list[Filing]:
    """Return the filings of a category, with ``within`` only those of these periods (a quarter takes its months)."""
    return [one for one in filings if one.category.id == category and (not within or _quarter(one) in within)]


def _quarter(filing: Filing) -> str:
    year, _, rest = filing.period.canonical.partition("-")
    return f"{year}-Q{(int(rest) + 2) // 3}" if rest.isdigit() else filing.period.canonical


def test_the_sample_uses_forty_categories_and_the_good_village_thirty(filed: Filed) -> None:
    used = {place: {one.category.id for one in filings} for place, filings in filed.items()}
    assert len(set().union(*used.values())) >= 55
    assert len(used["qinghe/shiqiao"]) >= 45
    assert len(used["qinghe"]) >= 13
    assert sum(map(len, filed.values())) < 350


@pytest.mark.parametrize("place", [place for place in VILLAGES if place != "qinghe/dongpo"])
@pytest.mark.parametrize("quarter", QUARTERS)
def test_allowances_are_the_same_in_pay_subsidy_and_ledger(filed: Filed, place: str, quarter: str) -> None:
    (pay,), (subsidy,) = of(filed[place], "pay.cadre", quarter), of(filed[place], "pay.subsidy", quarter)
    ledger = sum(
        column(one, "lines", "expense", "summary", "误工补贴") for one in of(filed[place], "fin.ledger", quarter)
    )
    assert ledger == fact(subsidy, "amount") == column(pay, "roster", "collective")


@pytest.mark.parametrize("place", [place for place in VILLAGES if place not in {"qinghe/dongpo", "qinghe/baitang"}])
@pytest.mark.parametrize("quarter", QUARTERS[1:])
def test_rent_paid_is_the_income_of_the_ledger(filed: Filed, place: str, quarter: str) -> None:
    """The lease table counts from January on, so do the ledgers."""
    until = QUARTERS[1 : QUARTERS.index(quarter) + 1]
    (leases,) = of(filed[place], "asset.lease", quarter)
    ledgers = of(filed[place], "fin.ledger", *until)
    words = ("租金", "承包费（")
    assert fact(leases, "paid") == sum(
        column(one, "lines", "income", "summary", word) for one in ledgers for word in words
    )


@pytest.mark.parametrize("quarter", QUARTERS)
def test_money_owed_moves_only_as_the_ledger_says(filed: Filed, quarter: str) -> None:
    (debts,) = of(filed["qinghe/shiqiao"], "fin.debt", quarter)
    (ledger,) = of(filed["qinghe/shiqiao"], "fin.ledger", quarter)
    assert column(debts, "receivables", "decrease") == column(ledger, "lines", "income", "account", "应收款项")
    repaid = column(ledger, "lines", "expense", "account", "应付款")
    assert column(debts, "payables", "decrease") == repaid


def test_the_works_are_paid_from_the_ledger(filed: Filed) -> None:
    good = filed["qinghe/shiqiao"]
    works = sum(column(one, "lines", "expense", "account", "工程支出") for one in of(good, "fin.ledger"))
    (final,) = (one for one in of(good, "proj.village") if one.stage == "决算")
    (use,) = of(good, "yishi.use", "2026-Q2")
    assert works == fact(final, "paid") + fact(use, "spent")
    (result,) = (one for one in of(good, "fin.distribution") if one.stage == "结果")
    shared = sum(column(one, "lines", "expense", "account", "收益分配") for one in of(good, "fin.ledger"))
    assert shared == fact(result, "members")


def test_the_township_tells_what_its_villages_tell(filed: Filed) -> None:
    lists = [one for place in VILLAGES for one in of(filed[place], "subs.arable") if one.batch != "第一次公示"]
    relief = [of(filed[place], "aid.dibao.list", "2026-Q3")[0] for place in VILLAGES]
    (agri,), (aid,), (land,) = (of(filed["qinghe"], name) for name in ("town.agri", "town.aid", "town.land"))
    assert fact(agri, "amount") == sum(fact(one, "amount") for one in lists)
    assert column(aid, "funds", "paid", "programme", "最低生活保障") == 3 * sum(fact(one, "amount") for one in relief)
    moved = [one for place in VILLAGES for one in of(filed[place], "land.transfer", "2026-Q3")]
    assert fact(land, "moved") == sum(fact(one, "area") for one in moved)
