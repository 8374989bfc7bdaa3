"""一大笔钱只写了「其他」。

## 什么问题

收支明细里有一笔钱，摘要（用途、事由）只写了「其他」「杂费」「零星支出」「相关费用」这样的话，金额却占到这张表支出的一成以上，或者到了一千元。

## 为什么

「其他」两个字，谁也看不出钱花在哪里。村民问得最多的，就是这样的行。

报表里的「其他支出」「其他应收款」是规定的科目名，不报；备注或别的栏里写明了花在哪里、下面列了分项、注里说明了的，也不报。值得补一句，不是说有问题；这一条只给村里和乡镇看，不上公开页。

词表和界线在目录的 words.yaml 里（vague_summary、vague_share、vague_sum、vague_least），乡镇可以在 content/catalogue/words.yaml 里加词、改界线。

## 怎么改

写清楚事、量、价；几样小东西合在一起报的，写明是哪几样。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 10,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口路灯维修 3 盏, 支出: 621.00}
  - {日期: 3-20, 凭证号: 记-003, 摘要: 其他零星支出, 支出: 3,260.00}    # <- vague-summary
期末余额: 6,119.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 10,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 村口路灯维修 3 盏, 支出: 621.00}
  - {日期: 3-20, 凭证号: 记-003, 摘要: 垃圾桶 40 只（每只 78 元）、扫帚 20 把（每把 7 元）, 支出: 3,260.00}
  - {日期: 3-21, 凭证号: 记-004, 摘要: 其他零星支出, 支出: 36.00}
期末余额: 6,083.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.private import Private
from disclosure.board.entries import exact
from disclosure.board.entries import money
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.catalogue.model import Catalogue
from disclosure.reading.table import Role
from disclosure.reading.table import Row
from disclosure.reading.table import Table
from disclosure.rules.limits import limit
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT005",
    slug="vague-summary",
    title="一大笔钱写得太笼统",
    severity="warning",
    message="「{text}」这一笔 {sum} 元⟦，占本表支出的 {share}⟧，看不出花在哪里，值得补一句。",
    help="写清什么事、多少数量、单价多少；几样合在一起报的，写明是哪几样。",
)

SHARE, SUM, LEAST = Decimal("0.1"), Decimal(1000), Decimal(200)
_TOLD_IN = ("摘要", "用途", "事由", "内容", "支出内容", "支出用途", "支出事由", "支出事项", "支出项目", "支付内容", "付款内容", "开支内容", "开支项目", "使用用途", "项目")
_PAID = re.compile(r"支出|开支|付出|支付|付款|报销|使用金额")
_PLAIN = ("金额", "金额(元)", "合计金额")
_INCOME = re.compile(r"收入|进账|捐赠|来源")
_MARKS = re.compile(r"[\s　、,，.。/;；:：（）()《》“”\"-]")
_ABOUT_WHOM = re.compile(r"来源|科目|部门|单位|方式|付款人|收款|组别|领款")
_LONGEST = 16
"""Characters: no description of nothing but such words is longer."""

_SAYS = 4
"""Characters another cell must hold to tell what the money was for."""

_EXPLAINS = re.compile(r"其他|其它|杂|零星|费用|支出|开支")
_CONTAINS = re.compile(r"含|包括|主要|系|是|为|用于|明细|附")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every large sum in a book of single payments whose words say nothing."""
    words = _pattern(shelf.catalogue.words.get("vague_summary", ()))
    for table in filing.tables:
        told, paid = _columns(table)
        if told >= 0 and paid >= 0:
            vague = [at for at, row in enumerate(table.rows) if _is_vague(row, told, table.columns[told].min_length, words)]
            if vague and not _explained(filing, table):
                rows = [at for at in vague if not _said_elsewhere(table, at, told, words)]
                yield from _large(table, rows, told, paid, shelf.catalogue)


def _large(table: Table, rows: list[int], told: int, paid: int, catalogue: Catalogue) -> Iterator[Diagnostic]:
    share, most, least = (limit(catalogue, f"vague_{name}", usual) for name, usual in (("share", SHARE), ("sum", SUM), ("least", LEAST)))
    amounts = [_amount(row, paid) for row in table.rows if row.role is Role.ITEM and row.parent < 0]
    whole = sum(amounts, Decimal(0))
    for at in rows:
        amount, cell = _amount(table.rows[at], paid), table.rows[at].cells[told]
        part = amount / whole if whole > 0 and len(amounts) > 1 else Decimal(0)
        if amount >= least and (amount >= most or part >= share):
            shown = f"{part * 100:.0f}%" if part >= share else ""
            yield Diagnostic(RULE.slug, cell.span, {"text": str(cell.text), "sum": money(amount), "share": shown}, related=(Related(table.rows[at].cells[paid].span, "金额"),))


def _columns(table: Table) -> tuple[int, int]:
    """Return the column of words and that of what was paid out; -1 where a table is no book of single payments."""
    labels = [column.label for column in table.columns]
    dated = any(column.kind == "date" or "凭证" in column.label or "凭单" in column.label for column in table.columns)
    told = next((labels.index(name) for name in _TOLD_IN if name in labels), -1) if dated else -1
    if told < 0 or table.columns[told].personal is not None or table.columns[told].kind != "text":
        return -1, -1
    sums = [index for index, column in enumerate(table.columns) if column.kind == "money"]
    paid = [index for index in sums if _PAID.search(labels[index])]
    if not paid and not _INCOME.search(table.label):
        paid = [index for index in sums if labels[index] in _PLAIN]
    return told, paid[0] if len(paid) == 1 else -1


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest))})+" if longest else "(?!)")


def _is_vague(row: Row, told: int, fewest: int, words: re.Pattern[str]) -> bool:
    """Tell whether a description is made of such words alone; one too short to read is told by another rule."""
    text = row.cells[told].text
    if not isinstance(text, str) or not fewest <= len(text) <= _LONGEST or not words.match(text.replace(" ", "")):
        return False
    return row.role is Role.ITEM and row.parent < 0 and words.fullmatch(_MARKS.sub("", text)) is not None


def _amount(row: Row, paid: int) -> Decimal:
    value = row.cells[paid].value
    return Decimal(0) if isinstance(value, Private) else exact(value) or Decimal(0)


def _said_elsewhere(table: Table, at: int, told: int, words: re.Pattern[str]) -> bool:
    """Tell whether parts below a row, a remark or another cell of words say what the money was for."""
    row, below = table.rows[at], table.rows[at + 1 : at + 2]
    if below and (below[0].parent >= 0 or below[0].level > row.level or below[0].role is Role.OF_WHICH):
        return True
    for index, column in enumerate(table.columns):
        text = row.cells[index].text
        if index != told and column.kind == "text" and isinstance(text, str) and not _ABOUT_WHOM.search(column.label):
            bare = _MARKS.sub("", text)
            if len(bare) >= _SAYS and not words.fullmatch(bare):
                return True
    return False


def _explained(filing: Filing, table: Table) -> bool:
    """Tell whether a note, the body, another table or an attachment goes into what such rows hold."""
    told = [text for text, _ in filing.notes] + [filing.body]
    if any(_EXPLAINS.search(text) and _CONTAINS.search(text) for one in told for text in re.split(r"[。；;\n]", one)):
        return True
    beside = [other.label for other in filing.tables if other is not table] + [one.title or one.path for one in filing.attachments]
    return any("明细" in name and _EXPLAINS.search(name) for name in beside)
