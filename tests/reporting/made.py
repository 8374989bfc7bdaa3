"""A report made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from disclosure.board.model import Duty
from disclosure.board.model import Status
from disclosure.reporting.report import Checked
from disclosure.reporting.report import Report
from disclosure.rules.finding import Elsewhere
from disclosure.rules.finding import Finding

CLOSING = Finding(
    code="FIN001",
    slug="closing-balance-off",
    severity="error",
    title="期末余额对不上",
    message="「2026年3月财务收支明细」期末余额写的是 158,900.00元，期初加收入减支出是 158,090.00元，差 810.00元。",
    path="石桥村/三月.yaml",
    line=8,
    column=7,
    related=(Elsewhere("石桥村/三月.yaml", 5, 9, "期初余额 152,300.00"),),
    cause="石桥村/三月.yaml:8:7",
    place="qinghe/shiqiao",
    category="fin.ledger",
    period="2026-03",
    filing_id="qinghe/shiqiao/fin.ledger/2026-03",
    citations=("集体经济组织法/45",),
    help="改那一笔；\n期末余额: 158,090.00",
    excerpt="期末余额: 158,900.00\n          ^^^^^^^^^^",
    why=("《农村集体经济组织法》第四十五条：定期公布财务",),
)
LATE = Finding("DUE002", "late-filing", "warning", "公开晚了", "晚了 3 天。\n请注意", "石桥村/二月.yaml", 1, 1)
DUTY = Duty(
    "qinghe/shiqiao",
    "fin.ledger",
    "2026-03",
    "",
    "calendar",
    date(2026, 4, 15),
    date(2026, 4, 15),
    "default",
    True,
    Status.MISSING,
)


def report(*findings: Finding, colour: bool = False, everything: bool = False) -> Report:
    """A report of 20 November 2026 over six places."""
    return Report(date(2026, 11, 20), Checked(6, 84, 2107), findings, (DUTY,), colour, everything)


def repeated(one: Finding, times: int) -> list[Finding]:
    """The same finding in so many lines."""
    return [replace(one, line=line) for line in range(1, times + 1)]
