"""说是更正、重新公示，没有写替代的是哪一件。

## 什么问题

标题或正文说这是更正、重新公示，或者说原来的公示作废，同一类别、同一期间也确实有一件更早的，可是没有写「替代」。

## 为什么

没有写「替代」，两件都算数：村民不知道信哪一件，合计会重复算，原来那一件的网页上也不会说已经有了新的。

章程、村规民约的修订，二榜、三榜，就在原件上写「更正」的，都不报；更早的那一件找不到的，也不报。这是提醒，不是错。

## 怎么改

照提示加一行「替代」。

```yaml bad
# === 石桥村/第一次.yaml
类别: 其他公示
期间: 2026
事项: 耕地补贴
标题: 2026年耕地地力保护补贴公示
上栏日期: 2026-06-08
公开日期: 2026-06-08
正文: 名单附后。
# === 石桥村/第二次.yaml
类别: 其他公示
期间: 2026
事项: 耕地补贴重新公示
标题: 2026年耕地地力保护补贴重新公示    # <- replaced-without-word
上栏日期: 2026-06-28
公开日期: 2026-06-28
正文: 名单附后。
```

```yaml good
# === 石桥村/第一次.yaml
类别: 其他公示
期间: 2026
事项: 耕地补贴
标题: 2026年耕地地力保护补贴公示
上栏日期: 2026-06-08
公开日期: 2026-06-08
正文: 名单附后。
# === 石桥村/第二次.yaml
类别: 其他公示
期间: 2026
事项: 耕地补贴重新公示
标题: 2026年耕地地力保护补贴重新公示
替代: shiqiao/other.notice/2026~耕地补贴
上栏日期: 2026-06-28
公开日期: 2026-06-28
正文: 名单附后。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.standing import replaced
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="TXT006",
    slug="replaced-without-word",
    title="没有写替代的是哪一件",
    severity="info",
    message="这里说「{said}」，{day} 已经公开过一件，没有写「替代」，两件都算数。",
    help="是来替那一件的，加一行：\n替代: {id}",
)

_HEAD = re.compile(r"更正(?!前)|重新(?:公示|公布|公开|公告|张榜)|[(（]修订[版稿]?[)）]|修订版|作废")
_NOTICE = r"(?:公示|公布|公告|公开|名单|榜|表)"
_PROSE = re.compile(
    rf"(?:原|此前|之前|前次|上次|第一次|前一次|\d[日号])[^，。；\n]{{0,24}}{_NOTICE}[^。；\n]{{0,8}}(?:作废|废止|更正|有误)"
    rf"|现(?:予以?|重新|将|作)?(?:更正|重新{_NOTICE})|(?:替代|代替)(?:原|此前|之前|前次|上次|\d)[^。；\n]{{0,24}}{_NOTICE}|以(?:此|本)次{_NOTICE}为准"
)
_ANY = re.compile(r"更正|重新|修订|作废|废止|有误|替代|代替|为准")
_CORRECTING = re.compile(r"更正|重新|修订")
_SHORTEST = 2
"""Characters of a matter by which two notices may be of one thing."""


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for a filing that says it corrects an earlier one which stands there, and does not name it."""
    if filing.supersedes or filing.first_shown is None:
        return
    said = _said(filing)
    other = _earlier(filing, shelf) if said else None
    if said and other is not None and other.first_shown is not None:
        told = {"said": said[0], "day": other.first_shown.isoformat(), "id": other.id}
        yield Diagnostic(RULE.slug, said[1], told, related=(Related(other.span, "更早的那一件"),))


def _said(filing: Filing) -> tuple[str, Span] | None:
    """Return the words that say it corrects or replaces, and where they stand, None where it does not say so."""
    for name, label in (("title", "标题"), ("matter", "事项"), ("batch", "批次"), ("stage", "阶段")):
        found = _HEAD.search(getattr(filing, name))
        if found:
            return found[0], key_span(filing, name, label)
    prose = [*filing.notes, (filing.body, filing.body_span or key_span(filing, "body", "正文"))]
    for text, span in prose:
        found = _PROSE.search(strip_secret(text)) if _ANY.search(text) else None
        if found:
            return found[0], span
    return None


def _earlier(filing: Filing, shelf: Shelf) -> Filing | None:
    """Return the last earlier filing of the same category, period and matter that nothing supersedes yet."""
    gone = replaced(shelf.filings)
    found = [other for other in shelf.filings if other.id not in gone and _comes_before(other, filing)]
    return max(found, key=lambda other: (other.first_shown or date.min, other.id), default=None)


def _comes_before(other: Filing, filing: Filing) -> bool:
    same = (
        other is not filing
        and other.id != filing.id
        and (other.place, other.category.id, other.owner) == (filing.place, filing.category.id, filing.owner)
        and other.period == filing.period
    )
    dated = same and other.first_shown is not None and filing.first_shown is not None and other.first_shown < filing.first_shown
    return dated and not other.nil and _of_one_stage(other, filing) and _of_one_matter(other, filing)


def _of_one_stage(other: Filing, filing: Filing) -> bool:
    return other.stage == filing.stage or _CORRECTING.search(filing.stage) is not None


def _of_one_matter(other: Filing, filing: Filing) -> bool:
    """Tell whether both are of one matter and batch; where a category has several in one period, one must be told."""
    if not (_meet(other.batch, filing.batch) and _meet(other.matter, filing.matter)):
        return False
    if not filing.category.several and filing.category.id != "other.notice":
        return True
    one, another = _bare(other.matter or other.title), _bare(filing.matter or filing.title)
    return min(len(one), len(another)) >= _SHORTEST and (one in another or another in one)


def _meet(one: str, other: str) -> bool:
    """Tell whether two words may name the same: one is not told, or stands in the other."""
    one, other = _bare(one), _bare(other)
    return one in other or other in one


def _bare(words: str) -> str:
    return re.sub(rf"[\s　()（）的]|更正|重新|修订[版稿]?|作废|第[一二三四五六\d]次|{_NOTICE}|关于", "", words)
