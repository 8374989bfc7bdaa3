"""字体里没有这个字。

## 什么问题

名字、地名里有这台机器上任何字体都没有的字，或者是早年电脑上自造的字（私用区，每种字体画的都不一样）。

## 为什么

印出来是空框或者别的字，谁也认不出来。名字写错、换成同音字，补贴也可能发不到人。

## 怎么改

有标准编码的生僻字，装一套收字多的字体（如思源宋体、花园明朝），用 `doctor` 看装了哪些。
自造字改成标准编码的那个字：多数早年的自造字，现在都有了正式编码。

```yaml bad
类别: 其他公示
期间: 2025
上栏日期: 2026-04-06
公开日期: 2026-04-06
正文: 张\ue863同志的承包合同到期。    # <- glyph-missing
```

```yaml good
类别: 其他公示
期间: 2025
上栏日期: 2026-04-06
公开日期: 2026-04-06
正文: 张䶮同志的承包合同到期。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.basis.coverage import unprintable
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import Private
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.board.model import Source
from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRT003",
    slug="glyph-missing",
    title="字体里没有这个字",
    severity="warning",
    message="⟦「{column}」里有⟧字体印不出的字：{characters}⟦（{code}）⟧，公示上会是空框或别的字。",
    help="装上收字多的字体（如思源宋体），自造字换成标准编码的字；人名不要用同音字代替。",
)

_UNUSUAL = re.compile("[^\x00-\x7f\xa0-\xff\u2010-\u2027\u2030-\u205e\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e\uffe0-\uffe6]")
"""What no Chinese font can be trusted to have; everything else is not even looked at."""

_HIDDEN = "●"


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a finding for the first place of each character that no installed font prints as it is meant."""
    seen: set[str] = set()
    for found in _UNUSUAL.finditer(filing.source.text):
        if found[0] not in seen and unprintable(found[0], shelf.coverage):
            seen.add(found[0])
            hidden = filing.secret or filing.source.sealed or _is_secret(filing.source, found.start())
            yield _finding(found[0], _span(filing.source, found.start()), hidden)
    for table in filing.tables:
        for cell in (cell for row in table.rows for cell in row.cells) if table.source else ():
            private = isinstance(cell.text, Private)
            text = cell.text.reveal() if isinstance(cell.text, Private) else cell.text
            for character in unprintable(text, shelf.coverage) if _UNUSUAL.search(text) else ():
                if character not in seen:
                    seen.add(character)
                    yield _finding(character, cell.span, private or filing.secret)


def _finding(character: str, span: Span, hidden: bool) -> Diagnostic:
    arguments = {"characters": _HIDDEN if hidden else character, "code": f"U+{ord(character):04X}"}
    return Diagnostic(RULE.slug, span, arguments)


def _span(source: Source, at: int) -> Span:
    line = source.text.count("\n", 0, at) + 1
    return Span(source.path, line, at - source.text.rfind("\n", 0, at), at, at + 1)


def _is_secret(source: Source, at: int) -> bool:
    return any(secret.start <= at < secret.end for secret in source.secrets)
