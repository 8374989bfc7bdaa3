"""The gallery of messages: every rule with the example of its page and what the program says to it.

    python -m tests.gallery > disclosure/guide/gallery.md
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from disclosure.rules.finding import Finding
from disclosure.rules.finding import finding
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from tests.rules.desk import Example
from tests.rules.desk import check
from tests.rules.desk import example
from tests.test_rules import EXAMPLE_OF
from tests.test_rules import WITHOUT_EXAMPLE

FAMILIES = {
    "YML": "写法", "PLC": "地方和文件", "DUE": "该公开没公开、晚了、贴得不够", "FIN": "钱和数", "SUB": "补贴和救助", "LND": "土地和发包",
    "DEC": "决策和工程", "SIG": "签字和电话", "PRV": "个人信息", "XLV": "上下级对账", "REC": "豁免和存档", "TXT": "文字", "PRT": "海报",
}  # fmt: skip
LEVELS = {"error": "错误", "warning": "警告", "info": "提示"}
HEAD = """# 程序会说什么

每一条都是真跑出来的：上面是能引出这句话的最小的公开件，`# <-` 是出问题的那一行；下面是程序说的话。
要看一条的来龙去脉，执行 `disclosure explain FIN001`。本章由程序生成，不要手改。
"""


def written() -> str:
    """Return the whole chapter."""
    parts = [HEAD]
    family = ""
    for loaded in sorted(all_rules().values(), key=lambda one: one.rule.code):
        if loaded.rule.code[:3] != family:
            family = loaded.rule.code[:3]
            parts.append(f"## {FAMILIES[family]}（{family}）\n")
        parts.append("\n".join(_entry(loaded)))
    return "\n".join(parts)


def _entry(loaded: LoadedRule) -> Iterator[str]:
    rule = loaded.rule
    yield f"### {rule.code} {rule.title}\n"
    yield f"`{rule.slug}` · {LEVELS[rule.severity]}" + ("" if rule.waivable else " · 不能豁免") + "\n"
    if rule.slug in WITHOUT_EXAMPLE:
        yield loaded.page.partition("## 什么问题\n")[2].partition("\n## ")[0].strip() + "\n"
        return
    text = EXAMPLE_OF[rule.slug]
    yield f"```yaml\n{text}```\n"
    for one in _told(example(text), rule.slug):
        yield "> " + one.message.replace("\n", "\n> ")
        if one.help:
            yield ">\n> 怎么改：" + one.help.replace("\n", "\n> ")
        yield ""


def _told(shown: Example, slug: str) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        checked = check(Path(folder), shown.files)
    found = [one for one in checked.diagnostics if one.slug == slug]
    return [finding(one, checked.board.catalogue, checked.board.settings) for one in found[:1]]


if __name__ == "__main__":
    sys.stdout.write(written())
