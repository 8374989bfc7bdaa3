"""更正说的和表里的对不上。

## 什么问题

「更正」里写的位置、栏在表里找不到，「改」成的数和表里现在写的不一样，或者更正的日期比公开还早。

只比写得明白的数；文字、日期、删去的行不比，写着替代旧件的不看日期。

## 为什么

更正是给村民看的：原来登错了什么、现在是多少。更正说一个数、表里是另一个数，比不更正还糊涂。

## 怎么改

先把表里的数改对，再照着写更正；位置写网页上那一行的号。

```yaml bad
类别: 其他公示
期间: 2026-09
上栏日期: 2026-10-06
公开日期: 2026-10-06
表:
  - 名: 水费
    行: |
      户 | 水费(元)
      甲户 | 498.94
      乙户 | 120.00
更正:
  - {日期: 2026-10-11, 位置: 1, 栏: 水费, 原: 489.94, 改: 489.49, 原因: 数字抄错, 批准: 李国强}    # <- correction-off
```

```yaml good
类别: 其他公示
期间: 2026-09
上栏日期: 2026-10-06
公开日期: 2026-10-06
表:
  - 名: 水费
    行: |
      户 | 水费(元)
      甲户 | 498.94
      乙户 | 120.00
更正:
  - {日期: 2026-10-11, 位置: 1, 栏: 水费, 原: 489.94, 改: 498.94, 原因: 数字抄错, 批准: 李国强}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.numbers import read_amount
from disclosure.basis.values import Amount
from disclosure.board.model import Correction
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.cells import DITTOS
from disclosure.reading.table import Cell
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="REC004",
    slug="correction-off",
    title="更正和表里的对不上",
    severity="error",
    message="⟦{what}⟧⟦更正说应为 {value}，{where}写的是 {text}⟧。",
    help="先把表里的数改对，再照着写更正；位置写网页上那一行的号，栏写表头上的栏名。",
)

_NUMBERED = ("序号", "号", "no", "seq")
_SAID = re.compile(r"^(?:现?[应改]为|更正为)\s*|\s*[(（][^()（）]*[)）]$|。$")
_SEVERAL = re.compile("[、,，/和及]")
_LONGEST = 24
"""Characters of a figure that a message repeats."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every entry of 更正 that speaks of nothing in the filing, or of a figure that does not stand there."""
    del shelf
    told: dict[tuple[str, tuple[tuple[str, int, int], ...]], tuple[Correction, list[Cell], str]] = {}
    for entry in sorted(filing.corrections, key=lambda one: one.date or date.min):
        early = _early(entry, filing)
        what, cells, where = (early, [], "") if early else _meant(entry, filing)
        if what:
            yield Diagnostic(RULE.slug, entry.span, {"what": what, "value": "", "where": "", "text": ""})
        elif cells:
            told[entry.row, tuple(cell.span[:3] for cell in cells)] = (entry, cells, where)
    for entry, cells, where in told.values():
        if _differs(entry, cells):
            shown = {"what": "", "value": entry.new, "where": where, "text": str(cells[0].text)}
            yield Diagnostic(RULE.slug, entry.span, shown)


def _early(entry: Correction, filing: Filing) -> str:
    shown = filing.first_shown
    if entry.date is None or shown is None or entry.date >= shown or filing.supersedes:
        return ""
    return f"更正的日期是 {entry.date.isoformat()}，比公开（{shown.isoformat()}）还早"


def _meant(entry: Correction, filing: Filing) -> tuple[str, list[Cell], str]:
    """Return (what is wrong with its place, the cells it may speak of, where they stand)."""
    rows = _rows(entry.row, filing.tables)
    if not rows:
        fact = filing.fact(entry.column or entry.row)
        if fact is not None and (not entry.row or not entry.row[0].isdecimal()):
            return "", [fact.cell], f"「{fact.label}」"
        most = max((len(table.rows) for table in filing.tables), default=0)
        lost = entry.row.isdecimal() and 0 < most < int(entry.row) and _amount(entry.new, "") is not None
        return (f"表里没有第 {entry.row} 号" if lost else ""), [], ""
    if not entry.column or _SEVERAL.search(entry.column):
        return "", [], ""
    cells = [row.cells[at] for table, row in rows for at in table.columns_named(entry.column)]
    known = any(table.columns_named(entry.column) for table in filing.tables)
    if not known and _amount(entry.new, "") is not None:
        labels = "、".join(column.label for column in rows[0][0].columns if column.label)
        return f"第 {entry.row} 号没有更正说的那一栏，有的是：{labels}", [], ""
    return "", cells, "表里"


def _rows(position: str, tables: tuple[Table, ...]) -> list[tuple[Table, Row]]:
    """Return the rows of this number, as counted or as typed under 序号; else those so called (合计)."""
    every = [(table, row) for table in tables for row in table.rows]
    found = [(table, row) for table, row in every if position and (row.number == position or _typed_number(table, row) == position)]
    return found or [(table, row) for table, row in every if position and row.label == position]


def _typed_number(table: Table, row: Row) -> str:
    at = next((at for at, column in enumerate(table.columns) if column.id in _NUMBERED or column.label in _NUMBERED), -1)
    text = row.cells[at].text if at >= 0 else ""
    return (text.strip().lstrip("0") or "0") if isinstance(text, str) and text else ""


def _differs(entry: Correction, cells: list[Cell]) -> bool:
    """Tell whether none of the cells holds the figure that a correction names; what is no plain figure is not compared."""
    if len(entry.new) > _LONGEST:
        return False
    for cell in cells:
        there = cell.value
        told = _amount(entry.new, there.unit) if isinstance(there, Amount) and cell.text not in DITTOS else None
        if told is None or not isinstance(there, Amount) or told.base == there.base:
            return False
    return True


def _amount(typed: str, unit: str) -> Amount | None:
    found = read_amount(_SAID.sub("", typed.strip()), unit)
    return found if isinstance(found, Amount) and not found.qualifier and found.low is None else None
