"""一个人列进了不能兼领的两份名单。

## 什么问题

目录里写明不能兼领的两项（如特困供养和低保），同一组、同一个名字在同一时期的两份名单里都有。

## 为什么

纳入特困供养的，不再适用最低生活保障。两份名单都有他，多半是转过去以后原来的忘了停；也可能是同名，所以值得看一看，不一定是错。

刚转过去的那一期不报（「起始」写在这一期里的；没写「起始」的，上一期名单里也有他才报）。组别空着的、备注里写了字的不比，终止公示不比。

## 怎么改

该停的停，名单里删掉；同名的，在备注里写明。

```yaml bad
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/不公开/特困.yaml
类别: 特困供养人员
期间: 2026-Q3
阶段: 确认名单
公示期: 2026-10-12/2026-10-21
上栏日期: 2026-10-12
供养对象: |
  组别 | 姓名 | 供养方式 | 月供养标准(元) | 起始
  一组 | 霍守田 | 分散供养 | 1,060.00 | 2019-05
  三组 | 蔺春和 | 分散供养 | 1,060.00 | 2022-11
  六组 | 佟老实 | 集中供养 | 1,060.00 | 2021-03
供养人数: 3
月供养金合计: 3,180.00
月照料护理费合计: 1,290.00
月资金合计: 4,470.00
签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
# === 青禾镇/沙河村/不公开/低保.yaml
类别: 低保对象
期间: 2026-Q3
上栏日期: 2026-10-12
对象: |
  组别 | 户主 | 保障人数(人) | 月保障金额(元) | 起始
  一组 | 卢存根 | 2 | 1,180.00 | 2024-03
  三组 | 蔺春和 | 1 | 640.00 | 2021-01    # <- lists-exclude-each-other
  二组 | 陶桂英 | 1 | 640.00 | 2025-01
  四组 | 费有田 | 3 | 1,725.00 | 2023-07
保障户数: 4
保障总人数: 7
月保障总额: 4,185.00
签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/不公开/特困.yaml
类别: 特困供养人员
期间: 2026-Q3
阶段: 确认名单
公示期: 2026-10-12/2026-10-21
上栏日期: 2026-10-12
供养对象: |
  组别 | 姓名 | 供养方式 | 月供养标准(元) | 起始
  一组 | 霍守田 | 分散供养 | 1,060.00 | 2019-05
  三组 | 蔺春和 | 分散供养 | 1,060.00 | 2022-11
  六组 | 佟老实 | 集中供养 | 1,060.00 | 2021-03
供养人数: 3
月供养金合计: 3,180.00
月照料护理费合计: 1,290.00
月资金合计: 4,470.00
签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
# === 青禾镇/沙河村/不公开/低保.yaml
类别: 低保对象
期间: 2026-Q3
上栏日期: 2026-10-12
对象: |
  组别 | 户主 | 保障人数(人) | 月保障金额(元) | 起始
  一组 | 卢存根 | 2 | 1,180.00 | 2024-03
  二组 | 陶桂英 | 1 | 640.00 | 2025-01
  四组 | 费有田 | 3 | 1,725.00 | 2023-07
保障户数: 3
保障总人数: 6
月保障总额: 3,545.00
签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.names import is_person
from disclosure.basis.period import Day
from disclosure.basis.period import Period
from disclosure.basis.text import han_number
from disclosure.board.entries import Entry
from disclosure.board.entries import current
from disclosure.board.entries import entries_of
from disclosure.board.entries import number_of
from disclosure.board.households import note_of
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB008",
    slug="lists-exclude-each-other",
    title="一个人列进了不能兼领的两份名单",
    severity="warning",
    message="「{other}」名单{row}也是同一组、同一个名字：列进那一份的不再列进这一份，值得看一看。",
    help="该停的停，名单里删掉；两个人同名的，在备注里写明。",
)

_GROUP = re.compile("第?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:村民)?小?组")
_ENDING = "终止"
_BEFORE = ("评议", "审核", "公示")
"""Stages in which nobody gets anything yet."""

_Who = tuple[str, str]


def check_shelf(shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for every row of a list whose person stands, since before its period, on one that excludes it."""
    for holder in {filing.category.id: filing.category for filing in shelf.filings if filing.category.excludes}.values():
        standing = [filing for filing in current(shelf, holder.id) if not _is_of(filing, _BEFORE)]
        for name in holder.excludes:
            barred = shelf.catalogue.find(name)
            for filing in current(shelf, barred.id) if barred else ():
                if shelf.place in ("", filing.place) and not _is_of(filing, (_ENDING, *_BEFORE)):
                    yield from _in_both(filing, standing, holder.source_of("excludes"))


def _is_of(filing: Filing, stages: tuple[str, ...]) -> bool:
    return any(stage in filing.stage for stage in stages) and not (_ENDING in filing.stage and _ENDING not in stages)


def _in_both(filing: Filing, standing: list[Filing], basis: tuple[str, ...]) -> Iterator[Diagnostic]:
    ended = {who for other in standing if _ENDING in other.stage and other.period.last >= filing.period.first for who in _persons(other)}
    holding = [other for other in standing if _ENDING not in other.stage]
    before = {who for other in holding if other.period.last < filing.period.first for who in _persons(other)}
    told: set[_Who] = set()
    for other in holding:
        if other.period.first > filing.period.last or other.period.last < filing.period.first:
            continue
        held = _persons(other)
        for who, entry in _persons(filing).items():
            there = None if who in told or who in ended else held.get(who)
            if there is not None and (_since(there) or (date.max if who not in before else date.min)) < filing.period.first:
                told.add(who)
                shown = {"other": other.category.name, "row": number_of(there), "basis": basis}
                yield Diagnostic(RULE.slug, entry.row.span, shown, related=(Related(there.row.span, "同一个名字"),))


def _persons(filing: Filing) -> dict[_Who, Entry]:
    """Return the rows of a filing's lists of persons, by group and name; without those that a note explains."""
    found: dict[_Who, Entry] = {}
    for table in filing.tables:
        who = next((column.id for column in table.columns if column.kind == "person"), "")
        for entry in entries_of(table) if who else ():
            key = (_group(entry.text("group")), entry.text(who))
            if key[0] and is_person(key[1]) and not note_of(entry):
                found.setdefault(key, entry)
    return found


def _group(typed: str) -> str:
    """Return a group in one spelling: 一组, 1组 and 第一组 are one."""
    found = _GROUP.fullmatch(unicodedata.normalize("NFKC", typed))
    number = (int(found[1]) if found[1].isdecimal() else han_number(found[1])) if found else None
    return typed if number is None else str(number)


def _since(entry: Entry) -> date | None:
    value = entry.value("since")
    return value.first if isinstance(value, Period) else value.date if isinstance(value, Day) else None
