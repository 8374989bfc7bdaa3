"""Every rule there is, found by walking the family folders: a new rule is a new file and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import disclosure.rules
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.discovery import modules_in
from disclosure.basis.discovery import packages_in
from disclosure.board.model import Board
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.rule import Rule

FilingCheck = Callable[[Filing, Shelf], Iterable[Diagnostic]]
ShelfCheck = Callable[[Shelf], Iterable[Diagnostic]]
BoardCheck = Callable[[Board], Iterable[Diagnostic]]

FAMILIES = {
    "YML": "写法",
    "PLC": "地方与设置",
    "DUE": "期限",
    "FIN": "财务",
    "SUB": "补贴",
    "LND": "土地",
    "DEC": "决策",
    "SIG": "签字与联系",
    "PRV": "隐私",
    "XLV": "上下级核对",
    "REC": "记录与更正",
    "TXT": "文字",
    "PRT": "印制",
}
"""The families of codes in the order they are listed."""

_LAWLESS = ("YML", "PLC", "TXT", "PRT")


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its public page (the docstring of its file) and its checks, where it has any of its own."""

    rule: Rule
    page: str
    module: str
    check_filing: FilingCheck | None = None
    check_board: BoardCheck | None = None
    check_shelf: ShelfCheck | None = None

    @property
    def lawful(self) -> bool:
        """True when a finding without a law of its own is a breach of the category's law (not of our spelling)."""
        return not self.rule.code.startswith(_LAWLESS)


@cache
def all_rules() -> dict[str, LoadedRule]:
    """Return every rule by slug, in the order of the codes."""
    found = [module for family in packages_in(disclosure.rules) for module in modules_in(family)]
    loaded = [_loaded(module) for module in found if isinstance(_rule(module), Rule)]
    return {one.rule.slug: one for one in sorted(loaded, key=lambda one: _order(one.rule.code))}


def rule_of(slug: str) -> LoadedRule:
    """Return the rule with this slug; a slug without a page (a fault of ours) still shows as an error."""
    known = all_rules().get(slug)
    if known is not None:
        return known
    return LoadedRule(Rule("YML999", slug, slug, "error", "这里有一处问题（" + slug + "）。", ""), "", "")


def find_rule(name: str) -> LoadedRule | None:
    """Return the rule with this code, slug or title, else None."""
    word = name.strip()
    for loaded in all_rules().values():
        if word.upper() == loaded.rule.code or word in (loaded.rule.slug, loaded.rule.title):
            return loaded
    return None


def _rule(module: ModuleType) -> object:
    return getattr(module, "RULE", None)


def _loaded(module: ModuleType) -> LoadedRule:
    return LoadedRule(
        module.RULE,
        (module.__doc__ or "").strip(),
        module.__name__,
        getattr(module, "check_filing", None),
        getattr(module, "check_board", None),
        getattr(module, "check_shelf", None),
    )


def _order(code: str) -> tuple[int, str]:
    family = code[:3]
    place = list(FAMILIES).index(family) if family in FAMILIES else len(FAMILIES)
    return place, code
