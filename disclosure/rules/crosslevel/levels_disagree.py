"""镇里说拨了（发了）多少，村里说收到（发了）多少，两边对不上。

## 什么问题

镇里的公开件按村列出拨款或补贴，村里的「上级拨款」里同一文号到账的、或补贴名单里同一项同一年发放的，加起来不是一个数；或者镇里公布的全镇总数，和各村名单加起来不一样。

镇里的表要有一栏是村名，一栏是钱，写着文号（或者补贴的名字）；用「其他公示」写就行。

## 为什么

一笔钱从镇到村到户，三处都公开，村民才对得上。两边都要看：可能是一边写错，可能是钱在路上少了。

村里还没有公开到那一期的、有上期结余说明以前到过账的、只登了一部分组的（少于镇里的数时），都不报。几份公开件重复说同一笔钱的，有一份对得上就不报。

## 怎么改

镇、村一起对账，哪一边错改哪一边；有缘由的（如分两次拨），在注里写明。网站「对账」页列着两边的数。

```yaml bad
# === 青禾镇/place.yaml
名称: 青禾镇
级别: 乡镇
slug: qinghe
监督电话: 0000-6123372
# === 青禾镇/拨付.yaml
类别: 其他公示
期间: 2026-Q2
标题: 2026年第二季度村级运转经费拨付
上栏日期: 2026-07-06
公开日期: 2026-07-06
表:
  - 名: 拨付
    行: |
      村 | 文号 | 用途 | 拨付金额(元)
      沙河村 | 青财〔2026〕3号 | 村级组织运转经费 | 20,000.00
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/拨款.yaml
类别: 上级拨款与运转经费
期间: 2026-Q2
上栏日期: 2026-07-08
公开日期: 2026-07-08
期初结余: 0.00
拨款: |
  文号 | 拨款单位 | 用途 | 到账日期 | 上期结余 | 本期到账 | 本期支出 | 本期结余
  青财〔2026〕3号 | 青禾镇财政所 | 村级组织运转经费 | 2026-06-12 | 0.00 | 18,000.00 | 18,000.00 | 0.00    # <- levels-disagree
到账合计: 18,000.00
支出合计: 18,000.00
期末结余: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```

```yaml good
# === 青禾镇/place.yaml
名称: 青禾镇
级别: 乡镇
slug: qinghe
监督电话: 0000-6123372
# === 青禾镇/拨付.yaml
类别: 其他公示
期间: 2026-Q2
标题: 2026年第二季度村级运转经费拨付
上栏日期: 2026-07-06
公开日期: 2026-07-06
表:
  - 名: 拨付
    行: |
      村 | 文号 | 用途 | 拨付金额(元)
      沙河村 | 青财〔2026〕3号 | 村级组织运转经费 | 20,000.00
# === 青禾镇/沙河村/place.yaml
名称: 沙河村
级别: 村
slug: shahe
监督电话: 0000-6123381
# === 青禾镇/沙河村/拨款.yaml
类别: 上级拨款与运转经费
期间: 2026-Q2
上栏日期: 2026-07-08
公开日期: 2026-07-08
期初结余: 0.00
拨款: |
  文号 | 拨款单位 | 用途 | 到账日期 | 上期结余 | 本期到账 | 本期支出 | 本期结余
  青财〔2026〕3号 | 青禾镇财政所 | 村级组织运转经费 | 2026-06-12 | 0.00 | 20,000.00 | 18,000.00 | 2,000.00
到账合计: 20,000.00
支出合计: 18,000.00
期末结余: 2,000.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.board.entries import money
from disclosure.board.lookups import RECEIVED
from disclosure.board.model import Board
from disclosure.board.reconcile import Pair
from disclosure.board.reconcile import Side
from disclosure.board.reconcile import pairs
from disclosure.rules.rule import Rule

RULE = Rule(
    code="XLV001",
    slug="levels-disagree",
    title="镇、村两边的数对不上",
    severity="warning",
    message="{giver}说{gave_word}{taker} {gave} 元，{taker}说{took_word} {took} 元，差 {difference} 元（{words}）。请{giver}和{taker}一起核对。",
    help="镇、村一起对账，哪一边错改哪一边；分几次拨的、扣了款的，在注里写明。",
    basis=("村组法2025/35", "村组法2018/30"),
)


def check_board(board: Board) -> Iterator[Diagnostic]:
    """Yield one finding for every sum on which two levels differ: at the village's figure, with the township's beside it."""
    for pair in pairs(board):
        if pair.off:
            yield _found(board, pair)


def _found(board: Board, pair: Pair) -> Diagnostic:
    given, taken = pair.given[0], pair.taken
    whole = pair.place == given.brief.place
    first = given if whole else taken[0]
    brief = first.brief
    giver = board.places[given.brief.place].name
    received = pair.side == RECEIVED
    told = {
        "giver": giver,
        "taker": "各村" if whole else board.places[pair.place].name,
        "gave": money(pair.gave),
        "took": money(pair.took),
        "difference": money(abs(pair.gave - pair.took)),
        "gave_word": "拨给" if received else "发给",
        "took_word": "收到" if received else "名单上发了",
        "words": "，".join(filter(None, (given.flow.words, given.flow.document))),
    }
    beside = [one for one in (*pair.given, *taken) if one.flow.span != first.flow.span]
    related = tuple(Related(one.flow.span, _note(board, one)) for one in beside)
    subject = Subject(brief.place, brief.category, brief.period, brief.filing_id)
    return Diagnostic(RULE.slug, first.flow.span, told, related=related, subject=subject)


def _note(board: Board, one: Side) -> str:
    return f"{board.places[one.brief.place].name}：{money(one.flow.amount)} 元"
