"""账面存款和银行对账单对不上，没有写为什么。

## 什么问题

账上的银行存款和银行对账单上的余额不一样，没有写未达账项，也没有写原因；或者对账单是一个多月以前的，证明不了期末有多少钱。

## 为什么

钱在不在银行，对账单说了算。有几天的差，写明是哪一笔在路上，村民就放心；差着又不说，就说不清钱在哪里。

写了未达账项、写了原因的，注里说明了的，都不报；定期存单没有每月的对账单，不看日期。值得看一看，不一定是错；这一条不上公开页。

对账单最多可以早多少天，在目录的 words.yaml 里（bank_statement_days），乡镇可以在 content/catalogue/words.yaml 里改。

## 怎么改

照对账单核对；差的那一笔写进「未达账项」，说明是什么；拿期末的对账单来对。

```yaml bad
类别: 其他公示
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
数据:
  银行存款账面余额: 112,136.46元
  银行对账单余额: 114,136.46元    # <- bank-unconfirmed
```

```yaml bad
类别: 现金和银行存款
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
期初余额: 8,060.00
账户: |
  账户名称 | 开户行 | 账号末四位 | 期初 | 本期增加 | 本期减少 | 期末 | 对账单或盘点余额 | 未达账项 | 对账日期
  村级工程专户 | 青禾镇农村商业银行 | 0425 | 8,060.00 | 0.00 | 0.00 | 8,060.00 | 8,060.00 | 0.00 | 2026-07-31    # <- bank-unconfirmed
期末余额: 8,060.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 其他公示
期间: 2026-Q3
上栏日期: 2026-10-12
公开日期: 2026-10-12
数据:
  银行存款账面余额: 112,136.46元
  银行对账单余额: 114,136.46元
  未达账项: 9 月 30 日开出的支票 2,000.00 元，收款人 10 月 9 日兑付
  对账日期: 2026-09-30
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.private import Private
from disclosure.basis.values import Absent
from disclosure.basis.values import Amount
from disclosure.basis.values import Day
from disclosure.board.entries import exact
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.reading.table import Cell
from disclosure.reading.table import Column
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.limits import limit
from disclosure.rules.rule import Rule

RULE = Rule(
    code="FIN015",
    slug="bank-unconfirmed",
    title="账面存款和对账单没有对上",
    severity="warning",
    message="⟦账面 {derived} 元，对账单 {stated} 元，差 {difference} 元，没有写未达账项或原因⟧⟦对账日期 {day} 比期末（{end}）早 {days} 天，证明不了期末的余额⟧，值得看一看。",
    help="差的那一笔写进「未达账项」，说明是什么；拿期末的对账单来对，写上「对账日期」。",
    basis=("集体经济组织法/45", "村组法2025/35"),
)

DAYS = Decimal(31)
_BOOK = re.compile(r"^(?:银行)?(?:存款)?账面(?:存款)?(?:余额|数额|数|金额)?$|^期末$|^银行存款(?:账面)?(?:余额)?$")
_BANK = re.compile(r"对账单|^实存(?:数额|数|金额)?$")
_OUT = re.compile(r"未达")
_WHY = re.compile(r"未达|原因|说明|备注")
_DAY = re.compile(r"^(?:银行)?对账(?:单)?(?:日期|时间|日)$")
_OF_BANK = re.compile(r"银行|存款|对账单|专户|账户")
_NO_STATEMENT = re.compile(r"定期|存单|库存现金|^现金")
_EXPLAINS = re.compile(r"未达|在途|未兑付|尚未入账|未入账")


class _Pair(NamedTuple):
    """What the books say, what the bank says, and what may explain the difference; ``said``: words about whose it is."""

    book: Cell
    bank: Cell
    why: tuple[Cell, ...]
    day: Cell | None
    said: str


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where the bank's figure is not the books' and nothing says why, or its statement is too old."""
    pairs = [*_of_facts(filing), *(pair for table in filing.tables for pair in _of_table(table))]
    if not pairs:
        return
    oldest = filing.period.last - timedelta(days=int(limit(shelf.catalogue, "bank_statement_days", DAYS)))
    explained = _explains(text for text in (*(note for note, _ in filing.notes), filing.body))
    for pair in pairs:
        if not explained:
            yield from _apart(pair)
        yield from _too_old(pair, oldest, filing.period.last)


def _apart(pair: _Pair) -> Iterator[Diagnostic]:
    book, bank = _exact(pair.book), _exact(pair.bank)
    if book is None or bank is None or any(_is_told(cell) for cell in pair.why):
        return
    apart = book.base - bank.base
    slack = Decimal(0) if book.last_digit == bank.last_digit else max(book.last_digit, bank.last_digit)
    if abs(apart) > slack:
        told = {"derived": money(book.base), "stated": money(bank.base), "difference": money(abs(apart))}
        yield Diagnostic(RULE.slug, pair.bank.span, told, related=(Related(pair.book.span, "账面"),))


def _too_old(pair: _Pair, oldest: date, end: date) -> Iterator[Diagnostic]:
    value = pair.day.value if pair.day else None
    if pair.day and isinstance(value, Day) and value.date < oldest and not _NO_STATEMENT.search(pair.said):
        told = {"day": value.date.isoformat(), "end": end.isoformat(), "days": (end - value.date).days}
        yield Diagnostic(RULE.slug, pair.day.span, told, related=(Related(pair.bank.span, "对账单余额"),))


def _of_facts(filing: Filing) -> Iterator[_Pair]:
    sums = [fact for fact in filing.facts if fact.kind == "money"]
    books = [fact for fact in sums if _BOOK.match(fact.label) and fact.label != "期末"]
    banks = [fact for fact in sums if _BANK.search(fact.label) and _exact(fact.cell)]
    if len(books) == len(banks) == 1:
        why = tuple(fact.cell for fact in filing.facts if _WHY.search(fact.label) and fact is not banks[0])
        days = [fact.cell for fact in filing.facts if _DAY.match(fact.label)]
        yield _Pair(books[0].cell, banks[0].cell, why, days[0] if len(days) == 1 else None, banks[0].label)


def _of_table(table: Table) -> Iterator[_Pair]:
    banks = [at for at, column in enumerate(table.columns) if column.kind == "money" and _BANK.search(column.label)]
    for bank in banks:
        beside = [at for at, column in enumerate(table.columns) if column.group == table.columns[bank].group]
        books = [at for at in beside if table.columns[at].kind == "money" and _BOOK.match(table.columns[at].label)]
        if len(books) == 1 and sum(at in beside for at in banks) == 1:
            why = [at for at, column in enumerate(table.columns) if _WHY.search(column.label) and (at in beside or not column.group)]
            days = [at for at in beside if _DAY.match(table.columns[at].label)]
            yield from _in_rows(table, (books[0], bank, days[0] if len(days) == 1 else -1), why)


def _in_rows(table: Table, at: tuple[int, int, int], why: list[int]) -> Iterator[_Pair]:
    book, bank, day = at
    head = f"{table.label} {table.columns[bank].path}"
    for row in table.rows:
        said = f"{head} {row.label}"
        if row.role is Role.ITEM and _OF_BANK.search(said) and not _left_blank(table.columns, row, why):
            cells = row.cells
            yield _Pair(cells[book], cells[bank], tuple(cells[one] for one in why), cells[day] if day >= 0 else None, row.label)


def _left_blank(columns: tuple[Column, ...], row: Row, why: list[int]) -> bool:
    """Tell whether what explains the difference is required and blank: that is told already."""
    return any(columns[one].required and row.cells[one].value is Absent.BLANK for one in why)


def _exact(cell: Cell) -> Amount | None:
    value = cell.value
    return value if isinstance(value, Amount) and exact(value) is not None else None


def _is_told(cell: Cell) -> bool:
    """Tell whether a cell says something of the difference: words, or a sum that is not nothing."""
    value = cell.value
    if isinstance(value, Private) or value is Absent.BLANK or value is Absent.NONE:
        return isinstance(value, Private)
    return value.base != 0 if isinstance(value, Amount) else True


def _explains(texts: Iterable[str]) -> bool:
    return any(_EXPLAINS.search(text) for text in texts)
