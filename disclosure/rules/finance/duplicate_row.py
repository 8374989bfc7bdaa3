"""同样的一行出现了两次。

## 什么问题

同一张表里两行除序号外完全一样。

## 为什么

多半是粘贴了两遍。一笔钱报两次，就是多报。

## 怎么改

删掉一行；真是两笔，写出不同在哪里。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 误工补贴
    行: |
      日期 | 事由 | 天数(天) | 金额(元)
      3-05 | 三组水渠清淤 | 2 | 200.00
      3-12 | 村道除雪 | 1 | 100.00
      3-05 | 三组水渠清淤 | 2 | 200.00    # <- duplicate-row
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 误工补贴
    行: |
      日期 | 事由 | 天数(天) | 金额(元)
      3-05 | 三组水渠清淤 | 2 | 200.00
      3-12 | 村道除雪 | 1 | 100.00
      3-06 | 三组水渠清淤 | 2 | 200.00
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN014",
    slug="duplicate-row",
    title="同样的一行出现了两次",
    severity="warning",
    message="这一行和第 {line} 行一模一样。",
    help="重复的删掉；确实有两笔，在摘要里写清区别（如「第一次」「第二次」）。",
)


_ASIDE = ("序号", "备注", "号", "no", "note")
_FILLED = 3
"""Cells that must be filled before two equal rows are more than two equal small facts (一组 | 无)."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every item row that stands, word for word, further up in its table."""
    del shelf
    for table in filing.tables:
        yield from _in_table(table)


def _in_table(table: Table) -> Iterator[Diagnostic]:
    kept = [
        index for index, column in enumerate(table.columns) if column.label not in _ASIDE and column.id not in _ASIDE
    ]
    if len(kept) < _FILLED:
        return
    seen: dict[tuple[object, ...], Row] = {}
    for row in table.rows:
        if row.role is not Role.ITEM:
            continue
        cells = row.cells
        first = seen.setdefault((row.parent, *[cells[index][1] for index in kept]), row)
        if first is not row and _filled(row, kept):
            yield Diagnostic(
                "duplicate-row", row.span, {"line": first.span.line}, related=(Related(first.span, "第一次在这里"),)
            )


def _filled(row: Row, kept: list[int]) -> bool:
    return sum(bool(row.cells[index].text) for index in kept) >= _FILLED
