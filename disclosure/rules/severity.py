"""How grave a finding is: the rule's word, the site's policy, and whose document it is; and which were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from disclosure.basis.diagnostic import Diagnostic
from disclosure.rules.registry import all_rules
from disclosure.rules.rule import Rule

SEVERITIES = ("error", "warning", "info")
_WORDS = {"错误": "error", "警告": "warning", "提示": "info"}
_PRIVACY = "PRV"


def rank(severity: str) -> int:
    """Return 0 for the gravest; what is no severity counts as the mildest."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES) - 1


def severity_of(diagnostic: Diagnostic, rule: Rule, policy: Mapping[str, str]) -> str:
    """Return error, warning or info.

    The site's policy (策略) may move a rule either way, but never lowers one that no waiver excuses. What is
    wrong in somebody else's document (转载) is a warning; a personal number is ours to keep in, wherever it is from.
    What the guard finds in words that only the board would show (argument ``reach``) is a warning, and so is what
    falls short of a number of ours that no law gives (argument ``whose``).
    """
    wanted = _policy(rule, policy)
    softer = diagnostic.arguments.get("reach") == "board" or bool(diagnostic.arguments.get("whose"))
    severity = "warning" if softer else rule.severity
    if wanted and (rule.waivable or rank(wanted) < rank(severity)):
        severity = wanted
    if diagnostic.issuer and severity == "error" and not rule.code.startswith(_PRIVACY):
        return "warning"
    return severity


def matches(selector: str, rule: Rule) -> bool:
    """Return True when a word of --select, --ignore, 豁免 or 策略 names this rule: code, code prefix, slug or title."""
    word = selector.strip()
    return bool(word) and (word in (rule.slug, rule.title) or rule.code.startswith(word.upper()))


def wanted(slug: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Return True when the rule with this slug was asked for and not left out."""
    rule = all_rules()[slug].rule if slug in all_rules() else None
    if rule is None:
        return True
    chosen = tuple(select)
    if chosen and not any(matches(word, rule) for word in chosen):
        return False
    return not any(matches(word, rule) for word in ignore)


def unknown_selectors(words: Iterable[str]) -> tuple[str, ...]:
    """Return those words that name no rule at all."""
    rules = [loaded.rule for loaded in all_rules().values()]
    return tuple(word for word in words if not any(matches(word, rule) for rule in rules))


def _policy(rule: Rule, policy: Mapping[str, str]) -> str:
    for name in (rule.slug, rule.code, rule.title):
        word = policy.get(name, "")
        word = _WORDS.get(word, word)
        if word in SEVERITIES:
            return word
    return ""
