"""百分数和它旁边的数对不上。

## 什么问题

占比、完成率、执行率、参保率、收缴率、增长率这样的百分数，同一张表别的行都是一个算法，这一行照那个算法算出来不一样；或者只有一行的表、「数据」里，应参保和已参保、任务和完成这样明摆着的两个数算出来不一样。

## 为什么

百分数常常是另外算了填上去的：改了数忘了改百分数，或者拿错了底数。

按百分数写的位数四舍五入，差一个末位不报；数本身是四舍五入到万元的，也让出那一点零头；各行看不出是怎么算的、年利率税率这样约定的，都不看。写了「校验」的照校验核对，这里不再报。值得看一看，不一定是错；这一条不上公开页。

## 怎么改

重新算一遍；算法和别的行不一样的，在备注里写明，或者写一行「校验」。

```yaml bad
类别: 其他公示
期间: 2026-Q2
上栏日期: 2026-07-10
公开日期: 2026-07-10
表:
  - 名: 收入构成
    行: |
      来源 | 上季度(元) | 本季度(元) | 增长率(%) | 占比(%)
      发包收入 | 32,000.00 | 36,500.00 | 14.06 | 54.29
      经营收入 | 18,600.00 | 15,400.00 | −17.20 | 29.21    # <- rate-off
      租赁收入 | 15,030.00 | 15,330.00 | 2.00 | 22.80
      合计 | 65,630.00 | 67,230.00 | 2.44 | 100
```

```yaml bad
类别: 其他公示
期间: 2026
上栏日期: 2026-07-10
公开日期: 2026-07-10
数据:
  应参保: 678 人
  已参保: 660 人
  参保率: 93.4%    # <- rate-off
```

```yaml good
类别: 其他公示
期间: 2026
上栏日期: 2026-07-10
公开日期: 2026-07-10
数据:
  应参保: 678 人
  已参保: 660 人
  参保率: 97.3%
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.numbers import print_amount
from disclosure.basis.units import scale
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.proportions import CLOSE
from disclosure.rules.proportions import Off
from disclosure.rules.proportions import bare_label
from disclosure.rules.proportions import exact_amount
from disclosure.rules.proportions import offs_in
from disclosure.rules.proportions import rates_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN016",
    slug="rate-off",
    title="百分数和旁边的数对不上",
    severity="info",
    message="写的是 {stated}，照{way}算是 {derived}，值得看一看。",
    help="重新算一遍；算法和别的行不一样的，在备注里写明，或者写一行「校验」。",
)

_STEM = re.compile(r"^(?P<stem>[\u4e00-\u9fff]{2})(?:率|比例|进度)$")
_DONE = {"完成": r"(?:已|累计|实际)?完成(?:数|量|户数|人数|面积|金额)?", "执行": r"(?:实际)?执行数?|决算数?"}
_WHOLE = {"完成": r"(?:总|目标|计划)?任务(?:数|量|户数|人数|面积)?|目标数?|应完成(?:数|量)?|计划数?", "执行": r"(?:年初|年度|全年)?预算数?"}
_REMARK = re.compile("备注|说明|原因")
_COUNTED = r"(?:数|量|户数|人数|户|人|金额|面积|额|件数|次数)?"


class _Told(NamedTuple):
    """A figure with the name it stands under."""

    name: str
    cell: Cell
    kind: str


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every percentage that its own table, or two plain figures beside it, tell to be another."""
    del shelf
    stated = ""
    for table in filing.tables:
        for rate in rates_of(table):
            stated = stated or _relations(filing)
            if not _is_stated(stated, table.columns[rate].id, table.columns[rate].label):
                yield from (_found(table, rate, one) for one in offs_in(table, rate) if not _is_remarked(table, one.row))
        yield from _of_single_row(table, filing)
    facts = [_Told(fact.label, fact.cell, fact.kind) for fact in filing.facts if not fact.personal]
    yield from _plainly_off(facts, filing)


def _is_remarked(table: Table, row: Row) -> bool:
    """Tell whether a remark stands in the row: it may say why the row is worked out otherwise."""
    remarks = (at for at, column in enumerate(table.columns) if _REMARK.search(column.label) and column.kind == "text")
    return any(row.cells[at].text for at in remarks)


def _found(table: Table, rate: int, one: Off) -> Diagnostic:
    names = [f"「{table.columns[at].label}」" for at in (one.way.part, one.way.whole) if at >= 0]
    way = f"{names[0]}占合计" if len(names) == 1 else f"{names[0]}比{names[1]}增减" if one.way.growth else f"{names[0]}占{names[1]}"
    return _told(one.row.cells[rate], one.told, one.derived, (way, one.cells))


def _told(cell: Cell, told: Amount, derived: Decimal, by: tuple[str, Iterable[Cell]]) -> Diagnostic:
    shown = derived / scale(told.unit)
    arguments = {
        "stated": f"{print_amount(told.number, told.decimals)}{told.unit}",
        "derived": f"{print_amount(shown, max(told.decimals, 2))}{told.unit}",
        "way": by[0],
    }
    return Diagnostic(RULE.slug, cell.span, arguments, related=tuple(Related(one.span, "照它算") for one in by[1]))


def _of_single_row(table: Table, filing: Filing) -> Iterator[Diagnostic]:
    """Yield what is off in a table of one row, where no other row tells how it was worked out."""
    rows = [row for row in table.rows if row.role in (Role.ITEM, Role.TOTAL)]
    if len(rows) == 1 and not any(column.group for column in table.columns):
        told = zip(table.columns, rows[0].cells, strict=True)
        yield from _plainly_off([_Told(column.label, cell, column.kind) for column, cell in told if not column.personal], filing)


def _plainly_off(told: list[_Told], filing: Filing) -> Iterator[Diagnostic]:
    """Yield the percentages among single figures whose two figures stand beside them in plain words, one of each."""
    stated = ""
    for one in told:
        stem = _STEM.match(bare_label(one.name))
        rate = exact_amount(one.cell) if stem else None
        if stem is None or rate is None or rate.unit != "%":
            continue
        done = _named(told, _DONE.get(stem["stem"], f"[已实]{stem['stem']}{_COUNTED}"))
        whole = _named(told, _WHOLE.get(stem["stem"], f"应{stem['stem']}{_COUNTED}"))
        stated = stated or _relations(filing)
        if len(done) == len(whole) == 1 and done[0].kind == whole[0].kind and not _is_stated(stated, one.name):
            yield from _compared(one, rate, done[0], whole[0])


def _compared(one: _Told, rate: Amount, done: _Told, whole: _Told) -> Iterator[Diagnostic]:
    part, base = exact_amount(done.cell), exact_amount(whole.cell)
    if part is None or base is None or base.base <= 0:
        return
    derived = part.base / base.base
    slack = Decimal(0) if done.kind == "count" else (part.last_digit + derived * base.last_digit) / (2 * base.base)
    if abs(derived - rate.base) > rate.last_digit * CLOSE + slack:
        yield _told(one.cell, rate, derived, (f"「{done.name}」占「{whole.name}」", (done.cell, whole.cell)))


def _named(told: list[_Told], pattern: str) -> list[_Told]:
    return [one for one in told if re.fullmatch(pattern, bare_label(one.name)) and exact_amount(one.cell)]


def _relations(filing: Filing) -> str:
    """Return every relation that is stated of this filing in one text, by its own 校验 and by its category."""
    stated = (check.identity for check in filing.checks)
    return "\n".join(one.text for one in chain(stated, filing.category.identities)) or "\n"


def _is_stated(relations: str, *names: str) -> bool:
    """Tell whether a relation names this percentage: then that is what it is held to."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", relations) or bare_label(name) in relations for name in names if name)
