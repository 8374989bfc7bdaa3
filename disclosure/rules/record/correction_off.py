"""更正说的和表里的对不上。

## 什么问题

「更正」里写的位置、栏在表里找不到，「改」成的和表里现在写的不一样，或者更正的日期比公开还早。

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

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.numbers import read_amount
from disclosure.basis.private import Private
from disclosure.basis.values import Amount
from disclosure.board.arithmetic import amount_of
from disclosure.board.model import Correction
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.rules.rule import Rule

RULE = Rule(
    code="REC004",
    slug="correction-off",
    title="更正和表里的对不上",
    severity="error",
    message="⟦{what}⟧⟦更正说应为 {value}⟧⟦，表里写的是 {text}⟧。",
    help="先把表里的数改对，再照着写更正；位置写网页上那一行的号。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every entry of 更正 that speaks of nothing in the filing, or says what does not stand there."""
    del shelf
    last = {(entry.row, entry.column): entry for entry in filing.corrections}
    for entry in filing.corrections:
        told = _early(entry, filing) or _off(entry, filing, last[entry.row, entry.column] is entry)
        if told:
            yield Diagnostic(RULE.slug, entry.span, {"what": "", "value": "", "text": "", **told})


def _early(entry: Correction, filing: Filing) -> dict[str, str]:
    shown = filing.first_shown
    if entry.date is None or shown is None or entry.date >= shown:
        return {}
    return {"what": f"更正的日期是 {entry.date.isoformat()}，比公开（{shown.isoformat()}）还早"}


def _off(entry: Correction, filing: Filing, is_last: bool) -> dict[str, str]:
    """Return what does not fit, {} where all does; of several corrections of one cell only the last tells what it holds now."""
    if not entry.row:
        fact = filing.fact(entry.column) if entry.column else None
        return _differs(entry, [fact.cell]) if fact is not None and is_last else {}
    found = [(table, row) for table in filing.tables for row in table.rows if row.number == entry.row]
    if filing.tables and not found:
        return {"what": f"表里没有第 {entry.row} 号"}
    if not entry.column or not found:
        return {}
    cells = [row.cells[at] for table, row in found if (at := table.column(entry.column)) >= 0]
    if not cells:
        return {"what": f"第 {entry.row} 号没有更正说的那一栏"}
    return _differs(entry, cells) if is_last else {}


def _differs(entry: Correction, cells: list[Cell]) -> dict[str, str]:
    if not entry.new or any(isinstance(cell.text, Private) or _is_same(entry.new, cell) for cell in cells):
        return {}
    return {"value": entry.new, "text": str(cells[0].text)}


def _is_same(typed: str, cell: Cell) -> bool:
    there = amount_of(cell)
    told = read_amount(typed, there.unit) if there is not None else None
    if there is not None and isinstance(told, Amount):
        return told.base == there.base
    return "".join(typed.split()) == "".join(str(cell.text).split())
