"""两个村的名单里有同一户。

## 什么问题

同一项补贴（救助）、同一期，两个村的名单里各有一行，姓名、面积、金额都一样。

## 为什么

一户在两个村各领一份。也可能是户口迁了、地在邻村，或者真是同名同数，所以值得看一看，不一定是错。

只比说得上话的数：名单有三户以上，面积或金额有三位以上数字，并且在自己村的名单里独一份。人人都一样的标准（每人 100 元）不比，光是同名不比，备注里写了字的行不比，转载的、镇里的汇总名单、合并前后的村不比。两个村比的是指纹，名字不出村的名单。

## 怎么改

两个村一起核对。只该一个村领的，另一个村删掉；两边都对的，在备注里写明。

```yaml bad
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/地力补贴.yaml
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-12
公开日期: 2026-06-12
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 9.88 | 92.40 | 912.91
  二组 | 沈满仓 | 4.21 | 92.40 | 389.00
  二组 | 秦满仓 | 7.73 | 92.40 | 714.25
户数: 3
补贴总面积: 21.82
补贴总额: 2,016.16
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 青禾镇/河湾村/place.yaml
名称: 河湾村
级别: 村
slug: hewan
监督电话: 0000-6123382
# === 青禾镇/河湾村/地力补贴.yaml
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  三组 | 吕玉兰 | 3.28 | 92.40 | 303.07
  三组 | 褚满仓 | 9.88 | 92.40 | 912.91    # <- household-in-two-villages
  五组 | 何长根 | 5.50 | 92.40 | 508.20
户数: 3
补贴总面积: 18.66
补贴总额: 1,724.18
签字: {制表: 赵小荷, 监委会审核: 何长根, 负责人: 孔庆丰}
```

```yaml good
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/地力补贴.yaml
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-12
公开日期: 2026-06-12
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  一组 | 褚满仓 | 9.88 | 92.40 | 912.91
  二组 | 沈满仓 | 4.21 | 92.40 | 389.00
  二组 | 秦满仓 | 7.73 | 92.40 | 714.25
户数: 3
补贴总面积: 21.82
补贴总额: 2,016.16
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
# === 青禾镇/河湾村/place.yaml
名称: 河湾村
级别: 村
slug: hewan
监督电话: 0000-6123382
# === 青禾镇/河湾村/地力补贴.yaml
类别: 耕地地力保护补贴
期间: 2026
上栏日期: 2026-06-15
公开日期: 2026-06-15
补贴对象: |
  组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
  三组 | 吕玉兰 | 3.28 | 92.40 | 303.07
  五组 | 何长根 | 5.50 | 92.40 | 508.20
户数: 2
补贴总面积: 8.78
补贴总额: 811.27
签字: {制表: 赵小荷, 监委会审核: 何长根, 负责人: 孔庆丰}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.board.households import Household
from disclosure.board.households import unpacked
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Place
from disclosure.board.standing import replaced
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SUB007",
    slug="household-in-two-villages",
    title="两个村的名单里有同一户",
    severity="warning",
    message="{here}和{village}名单里{there}的姓名、各项数都一样，值得看一看。",
    help="两个村一起核对：只该一个村领的，另一个村删掉；两边都对的，在备注里写明。",
)


class _Twin(NamedTuple):
    brief: Brief
    here: Household
    other: Brief
    there: Household


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield a finding at the later list for every household that two villages list; one in all where most of a list is another's."""
    gone = replaced(board.briefs)
    lists: dict[tuple[str, str], list[Brief]] = {}
    for brief in board.briefs:
        if brief.households and brief.filing_id not in gone and board.places[brief.place].level == "village":
            lists.setdefault((brief.category, brief.period), []).append(brief)
    for briefs in lists.values():
        for pair in _by_pair(_twins(board, briefs)).values():
            yield from _told(board, pair)


def _twins(board: Board, briefs: list[Brief]) -> Iterator[_Twin]:
    seen: dict[bytes, tuple[Brief, Household]] = {}
    for brief in sorted(briefs, key=lambda one: (_shown(one), one.path)):
        for path, rows in brief.households:
            for here in unpacked(path, rows):
                other, there = seen.setdefault(here.mark, (brief, here))
                if other.place != brief.place and not _succeed(board.places[brief.place], board.places[other.place]):
                    yield _Twin(brief, here, other, there)


def _shown(brief: Brief) -> date:
    return min(filter(None, (brief.posted_on, brief.published_on)), default=date.max)


def _succeed(one: Place, other: Place) -> bool:
    """Tell whether one of two villages came from the other: it shows the same list again."""
    return one.path in other.succeeds or other.path in one.succeeds


def _by_pair(twins: Iterator[_Twin]) -> dict[tuple[str, str], list[_Twin]]:
    pairs: dict[tuple[str, str], list[_Twin]] = {}
    for twin in twins:
        pairs.setdefault((twin.brief.filing_id, twin.other.filing_id), []).append(twin)
    return pairs


_SAYS_FEW = 3
"""So many households of two lists are each worth a line; of more, the lists themselves are in doubt."""

_SHOWN = 20


def _told(board: Board, twins: list[_Twin]) -> Iterator[Diagnostic]:
    few = len(twins) <= _SAYS_FEW
    village = _named(board, twins[0])
    for twin in twins if few else twins[:1]:
        number = f"第 {twin.there.row} 号" if twin.there.row else f"第 {twin.there.span.line} 行"
        said = ("这一户", number) if few else (f"这里有 {len(twins)} 户", f" {len(twins)} 户")
        yield _found(village, said, [twin] if few else twins[:_SHOWN])


def _named(board: Board, twin: _Twin) -> str:
    """Return the other village's name, with the township's where both bear the same."""
    other, own = board.places[twin.other.place], board.places[twin.brief.place]
    above = board.places.get(other.parent)
    return f"{above.name}{other.name}" if other.name == own.name and above is not None else other.name


def _found(village: str, said: tuple[str, str], twins: list[_Twin]) -> Diagnostic:
    brief, here = twins[0].brief, twins[0].here
    related = tuple(Related(one.there.span, f"{village}的这一户") for one in twins)
    subject = Subject(brief.place, brief.category, brief.period, brief.filing_id, here.row)
    return Diagnostic(RULE.slug, here.span, {"here": said[0], "village": village, "there": said[1]}, related=related, subject=subject)
