"""同一户在一项补贴里出现了两次。

## 什么问题

同一组的同一个户主（种粮补贴再加同一种作物，退耕还林再加同一地块）在名单里有两行；或者在同一年的两个批次里，同一组、同一户主、同样的面积都列了。

## 为什么

多报一行就多领一份。也可能是两户同名，或者一户两块地分开写了，所以值得看一看，不一定是错。

备注里写了字的行、整行一模一样的行（那是另一条规则）、整份名单又登了一遍的，都不报。组别空着的不比。

## 怎么改

重复的删掉；两户同名、两块地分开的，在备注里写明。

```yaml bad
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 9.88 | 92.40 | 912.91
  一组 | 吕玉兰 | 3.28 | 92.40 | 303.07
  一组 | 褚满仓 | 3.72 | 92.40 | 343.73    # <- person-listed-twice
户数: 3
补贴总面积: 16.88
补贴总额: 1,559.71
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元) | 备注
  一组 | 褚满仓 | 9.88 | 92.40 | 912.91 |
  一组 | 吕玉兰 | 3.28 | 92.40 | 303.07 |
  一组 | 褚满仓 | 3.72 | 92.40 | 343.73 | 两户同名，住村西
户数: 3
补贴总面积: 16.88
补贴总额: 1,559.71
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import number_of
from disclosure.board.entries import superseded
from disclosure.board.households import note_of
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.programmes import LISTS
from disclosure.rules.programmes import listed
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB001",
    slug="person-listed-twice",
    title="同一户列了两次",
    severity="warning",
    message="和{other}是同一组、同一个名字，值得看一看。",
    help="重复的删掉；两户同名或者两块地分开写的，在备注里写明。",
)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the later of two rows on one household, in a list and between the parts of one."""
    if filing.category.id not in LISTS or superseded(filing, shelf):
        return
    rows = [(key, entry) for entry in listed(filing) if (key := _who(entry, filing)) is not None]
    seen: dict[tuple[str, ...], Entry] = {}
    for key, entry in rows:
        first = seen.setdefault(key, entry)
        if first is not entry and not _same_row(first, entry):
            yield _found(entry, number_of(first), first)
    yield from _in_other_parts(filing, shelf, rows)


def _in_other_parts(filing: Filing, shelf: Shelf, rows: list[tuple[tuple[str, ...], Entry]]) -> Iterator[Diagnostic]:
    """Compare with the parts of the list that were shown before this one."""
    mine = (filing.first_shown or filing.period.last, filing.id)
    for other in current(shelf, filing.category.id):
        earlier = (other.first_shown or other.period.last, other.id) < mine
        if other is filing or not earlier or (other.place, other.period, other.stage) != (filing.place, filing.period, filing.stage):
            continue
        theirs = {(key, entry.text("area")): entry for entry in listed(other) if (key := _who(entry, other)) is not None}
        again = [(entry, theirs[key, entry.text("area")]) for key, entry in rows if (key, entry.text("area")) in theirs]
        if 2 * len(again) <= len(rows):
            for entry, first in again:
                name = f"「{other.batch or other.title or other.category.name}」{number_of(first)}"
                yield _found(entry, name, first)


def _found(entry: Entry, other: str, first: Entry) -> Diagnostic:
    return Diagnostic(RULE.slug, entry.row.span, {"other": other}, related=(Related(first.row.span, "第一次在这里"),))


def _who(entry: Entry, filing: Filing) -> tuple[str, ...] | None:
    """Return group, name and what else sets rows apart; None where the group is not told or a note explains the row."""
    _, name, apart = LISTS[filing.category.id]
    group, who = entry.text("group"), entry.text(name)
    if not group or not who or note_of(entry):
        return None
    return (group, who, *[entry.text(column) for column in apart]) if apart else (group, who)


def _same_row(one: Entry, other: Entry) -> bool:
    aside = ("序号", "号", "no")
    kept = [at for at, column in enumerate(one.table.columns) if column.id not in aside and column.label not in aside]
    return all(one.row.cells[at].text == other.row.cells[at].text for at in kept)
