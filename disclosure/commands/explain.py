"""``disclosure explain``: the page of a rule, a public matter or an article of law."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from disclosure.basis.text import closest
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.reference import describe
from disclosure.options import Options
from disclosure.rules.finding import why
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from disclosure.rules.registry import find_rule

SEVERITY_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
_FENCE = re.compile(r"^```yaml (bad|good)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADS = {"bad": "不对的写法：", "good": "对的写法："}


def run(options: Options) -> int:
    """Print the page of the one word asked for; returns 2 where nothing has that name."""
    word = options.words[0]
    catalogue, _ = load_catalogue(options.root / "content" / "catalogue")
    page = page_of(word, catalogue)
    if page:
        sys.stdout.write(page)
        return 0
    near = closest(word, _names(catalogue))
    sys.stderr.write(f"没有叫「{word}」的规则、公开事项或法条" + (f"，是不是「{near}」？\n" if near else "。\n"))
    return 2


def page_of(word: str, catalogue: Catalogue) -> str:
    """Return the text about a rule (code, slug, title), a category (id, name, alias) or a citation (id), '' for none."""
    loaded = find_rule(word)
    if loaded is not None:
        return rule_page(loaded, catalogue)
    category = catalogue.find(word)
    if category is not None:
        return category_page(category, catalogue)
    return citation_line(catalogue.citations[word]) if word in catalogue.citations else ""


def rule_page(loaded: LoadedRule, catalogue: Catalogue) -> str:
    """Return a rule's public page as plain text: examples set in, the laws it rests on below."""
    rule = loaded.rule
    title, _, body = loaded.page.partition("\n")
    head = f"{rule.code} {rule.slug}  {title.rstrip('。')}（{SEVERITY_WORDS[rule.severity]}）"
    text = _FENCE.sub(lambda fence: _HEADS[fence[1]] + "\n" + _set_in(fence[2]), body)
    text = re.sub("^## ", "", text, flags=re.MULTILINE).strip()
    waiver = "" if rule.waivable else "\n\n这一条不能豁免。"
    return f"{head}\n\n{text}{waiver}\n" + _laws(rule.basis, catalogue)


def category_page(category: Category, catalogue: Catalogue) -> str:
    """Return what a category asks for, the laws behind it, and its example."""
    example = "\n例子：\n" + _set_in(category.example) + "\n" if category.example else ""
    return describe(category, catalogue) + _laws(category.basis, catalogue) + example


def citation_line(law: Citation) -> str:
    """Return an article in one line: what it asks, from when to when, how well its text was verified."""
    first = law.in_force_from.isoformat() if law.in_force_from else ""
    last = law.in_force_to.isoformat() if law.in_force_to else ""
    span = f"（{first}—{last}）" if first or last else ""
    return f"{law.id}  {why(law)}{span}\n"


def _laws(names: Iterable[str], catalogue: Catalogue) -> str:
    lines = [citation_line(catalogue.citations[name]) for name in names if name in catalogue.citations]
    return "\n依据：\n" + "".join(f"  {line}" for line in lines) if lines else ""


def _set_in(example: str) -> str:
    marked = re.sub(r"\s*# <- [\w, -]+$", "    ← 这一行", example, flags=re.MULTILINE)
    return "\n".join(f"    {line}".rstrip() for line in marked.rstrip("\n").split("\n"))


def _names(catalogue: Catalogue) -> list[str]:
    names = [
        name for loaded in all_rules().values() for name in (loaded.rule.code, loaded.rule.slug, loaded.rule.title)
    ]
    names += [name for one in catalogue.categories.values() for name in (one.id, one.name, *one.aliases)]
    return [*names, *catalogue.citations]
