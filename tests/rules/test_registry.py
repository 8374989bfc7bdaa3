from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

import disclosure.rules
from disclosure.rules.registry import FAMILIES
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from disclosure.rules.registry import find_rule
from disclosure.rules.registry import rule_of

RULES = list(all_rules().values())


def test_codes_slugs_and_titles_are_unique() -> None:
    for name in ("code", "slug", "title"):
        counted = Counter(getattr(loaded.rule, name) for loaded in RULES)
        assert [one for one, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.rule.slug)
def test_every_rule_file_is_whole(loaded: LoadedRule) -> None:
    rule = loaded.rule
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.code[:3] in FAMILIES
    assert loaded.module.endswith("." + rule.slug.replace("-", "_"))
    assert rule.severity in ("error", "warning", "info")
    assert rule.title
    assert rule.help
    for head in ("什么问题", "为什么", "怎么改"):
        assert head in loaded.page, head
    for template in (rule.message, rule.help):
        assert all(name is None or re.fullmatch(r"\w*", name) for _, name, _, _ in Formatter().parse(template))


def test_privacy_and_wrong_sums_cannot_be_waived() -> None:
    fixed = {loaded.rule.slug for loaded in RULES if not loaded.rule.waivable}
    assert fixed >= {
        "id-card-exposed",
        "bank-card-exposed",
        "phone-exposed",
        "total-off",
        "closing-balance-off",
        "product-off",
    }
    assert "late-filing" not in fixed


def test_a_rule_is_found_by_each_of_its_names() -> None:
    wanted = rule_of("total-off")
    assert find_rule("fin004") is find_rule("total-off") is find_rule(wanted.rule.title) is wanted
    assert find_rule("nope") is None
    assert rule_of("nope").rule.slug == "nope"


def test_rules_stand_in_the_order_of_their_codes() -> None:
    assert RULES[0].rule.code.startswith("YML")
    families = [loaded.rule.code[:3] for loaded in RULES]
    assert families == sorted(families, key=list(FAMILIES).index)


_EMITTERS = ("Diagnostic", "say", "Problem", "Trouble", "Breach", "Template")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def slugs_in(path: Path) -> set[str]:
    """Every slug that a file states as the finding it gives."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _EMITTERS:
            texts = [
                one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            found |= {text for text in texts[:3] if _SLUG.fullmatch(text)}
    return found


def test_every_finding_has_a_page() -> None:
    package = Path(disclosure.rules.__path__[0]).parent
    emitted = {slug for path in package.rglob("*.py") for slug in slugs_in(path)}
    assert emitted - {loaded.rule.slug for loaded in RULES} == set()
    assert len(emitted) > 60
