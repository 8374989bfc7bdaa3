"""没有写找谁问。

## 什么问题

公开件没有写监督电话，这个地方的 place.yaml 也没有写。

## 为什么

公示是为了让人提意见。没有电话，有意见也不知道找谁。

## 怎么改

写村里、镇里受理意见的办公电话或热线，不写个人手机。

```yaml bad
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
# === 石桥村/三月.yaml
类别: 其他公示    # <- contact-missing
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```

```yaml good
# === place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
# === 石桥村/三月.yaml
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
监督电话: 0000-6123380
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import whole_file
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import chain_of
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SIG002",
    slug="contact-missing",
    title="没有写找谁问",
    severity="warning",
    message="公开件和地方都没有写监督电话。",
    help="在 place.yaml 写一次，全村的公开件都有了：\n监督电话: …",
)


_IN_WORDS = re.compile(r"(?:监督|举报|受理|异议|联系|咨询)[^\n|]{0,16}?(?:电话|热线)[^\n|0-9]{0,16}[0-9]{3}")


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding where neither the filing nor its place, nor a place above it, names a number to call."""
    if filing.hotline or any(place.hotline for place in chain_of(filing.place, shelf)):
        return
    text = filing.source.text
    if ("电话" in text or "热线" in text) and _IN_WORDS.search(text):
        return
    yield Diagnostic(RULE.slug, whole_file(filing.source.path))
