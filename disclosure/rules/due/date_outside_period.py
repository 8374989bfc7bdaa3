"""日期不在本期。

## 什么问题

行里的日期不在这份公开件的期间里；没有写年份的，换哪一年都放不进去。

## 为什么

多半是期间写错了，或者把上个月的账贴进了这个月。

## 怎么改

改日期或改期间。补记以前的，写明 `所属期:`。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 2026-04-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}    # <- date-outside-period
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.values import Day
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="DUE009",
    slug="date-outside-period",
    title="日期不在本期",
    severity="error",
    message="「{key}」写的是「{text}」，不在{period}里。",
    help="改正日期；确实是别的期间的款项，写：\n所属期: …",
)


_MOST = 4
"""In a table nobody described a day outside the period is a slip only while fewer than one in so many stand outside."""
_CALENDAR = ("month", "quarter", "half", "year")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every entry of a ledger whose date, typed with its year, lies outside the period.

    In a table nobody described it is the odd one out that is found: plans and old debts have their days elsewhere.
    Dates without a year are put into the period, or found wanting, where they are read.
    """
    del shelf
    if filing.period.unit not in _CALENDAR:
        return
    described = {spec.id for spec in filing.category.tables}
    for table in filing.tables:
        index = _date_column(table) if table.id in described else _plain_dates(table)
        cells = [row.cells[index] for row in table.rows if isinstance(row.cells[index].value, Day)] if index >= 0 else []
        outside = [cell for cell in cells if isinstance(cell.value, Day) and not _is_inside(cell.value, filing)]
        if table.id in described or len(outside) * _MOST < len(cells):
            for cell in outside:
                yield _finding(cell, table.columns[index].label, filing)


def _finding(cell: Cell, label: str, filing: Filing) -> Diagnostic:
    arguments = {"key": label, "column": label, "text": str(cell.text), "period": filing.period.words()}
    return Diagnostic(RULE.slug, cell.span, arguments)


def _date_column(table: Table) -> int:
    """Return the column of the day on which each sum was entered, -1 where the table is no ledger."""
    if not any(column.kind == "money" and column.total for column in table.columns):
        return -1
    return next((at for at, one in enumerate(table.columns) if one.id == "date" and one.required), -1)


def _plain_dates(table: Table) -> int:
    """Return the column headed 日期 and nothing else of a table nobody described, -1 for none: the day of each entry."""
    return next((at for at, one in enumerate(table.columns) if one.kind == "date" and one.label == "日期"), -1)


def _is_inside(day: Day, filing: Filing) -> bool:
    covered = filing.covers is not None and filing.covers.contains(day.date)
    return covered or filing.period.contains(day.date)
