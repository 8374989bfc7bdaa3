from __future__ import annotations

from pathlib import Path

import pytest

from disclosure import cli
from disclosure.catalogue.load import load_catalogue
from disclosure.commands.explain import page_of
from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules

CATALOGUE = load_catalogue()[0]


@pytest.mark.parametrize("loaded", list(all_rules().values()), ids=lambda loaded: loaded.rule.slug)
def test_every_rule_has_a_page_fit_to_print(loaded: LoadedRule) -> None:
    page = page_of(loaded.rule.code, CATALOGUE)
    assert page.startswith(f"{loaded.rule.code} {loaded.rule.slug}")
    assert "什么问题" in page
    assert "怎么改" in page
    assert "```" not in page
    assert "# <-" not in page
    assert page == page_of(loaded.rule.slug, CATALOGUE)


def test_categories_and_laws_have_pages_too() -> None:
    ledger = page_of("财务收支明细", CATALOGUE)
    assert "期初余额" in ledger
    assert "例子" in ledger
    assert "《" in ledger
    assert page_of("fin.ledger", CATALOGUE) == ledger
    assert page_of("村组法2025/35", CATALOGUE).startswith("村组法2025/35")
    assert page_of("没有这一条", CATALOGUE) == ""


def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["explain", "FIN001", "-C", str(tmp_path)]) == 0
    assert "期末余额对不上" in capsys.readouterr().out
    assert cli.main(["explain", "closing-balance-of", "-C", str(tmp_path)]) == 2
    assert "是不是「closing-balance-off」" in capsys.readouterr().err
