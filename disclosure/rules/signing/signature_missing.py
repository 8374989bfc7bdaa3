"""该签的字没有签。

## 什么问题

目录规定要有制表、监委会审核、负责人等签字。少了一个，或者印了签字栏却空着。

## 为什么

监委会看过、负责人认账，村民才知道出了问题找谁。空着的签字栏比没有更让人起疑。

## 怎么改

请该签的人审核、签字，写上姓名和日期。程序不能代签。

```yaml bad
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字:    # <- signature-missing
  制表: 王敏
  负责人:    # <- signature-missing
```

```yaml good
类别: 财务收支明细
期间: 2026-03
上栏日期: 2026-04-08
公开日期: 2026-04-08
期初余额: 1,000.00
收支明细:
  - {日期: 3-18, 凭证号: 记-002, 摘要: 路灯维修 3 盏, 支出: 621.00}
期末余额: 379.00
签字:
  制表: 王敏
  监委会审核: {姓名: 李国强, 日期: 2026-04-06, 意见: 同意公开}
  负责人: 周德明
```
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.text import normalise_label
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.places import key_span
from disclosure.rules.rule import Rule

RULE = Rule(
    code="SIG001",
    slug="signature-missing",
    title="该签的字没有签",
    severity="error",
    message="签字缺{roles}⟦（{how}）⟧。",
    help="签了再公开，补上：\n签字:\n  {first}: {{姓名: …, 日期: …}}",
    basis=("村组法2025/37", "村组法2018/32"),
)


_FINANCE = ("财公13号/签字",)


def check_filing(filing: Filing, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield one finding for the signatures a category asks for and nobody gave, and one for every empty line printed."""
    del shelf
    printed = {normalise_label(signature.role) for signature in filing.signatures}
    absent = [role for role in filing.category.sign if normalise_label(role) not in printed]
    if absent:
        yield Diagnostic(RULE.slug, key_span(filing, "signatures", "签字"), _arguments(filing, absent, ""))
    for signature in filing.signatures:
        if not signature.name.strip():
            yield Diagnostic(RULE.slug, signature.span, _arguments(filing, [signature.role], "印了签字栏，空着"))


def _arguments(filing: Filing, roles: list[str], how: str) -> dict[str, object]:
    """The law is that of the day of posting; for accounts the rules on financial disclosure come first."""
    shown = filing.first_shown
    arguments: dict[str, object] = {"roles": "、".join(roles), "first": roles[0], "how": how}
    if filing.category.subject == "finance":
        arguments["basis"] = (*_FINANCE, *RULE.basis)
    return {**arguments, "on": shown.isoformat()} if shown else arguments
