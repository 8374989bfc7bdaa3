"""Every example on every rule page gives exactly what it marks; a good one gives nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.rules.registry import LoadedRule
from disclosure.rules.registry import all_rules
from tests.rules.desk import check
from tests.rules.desk import example
from tests.rules.desk import found_in

_FENCE = re.compile(r"^```yaml (bad|good)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

WITHOUT_EXAMPLE = {
    **dict.fromkeys(
        (
            "unknown-sheet", "other-sheets", "formula-without-value", "hidden-decimals", "hidden-cells", "footer-left-out",
            "old-workbook", "row-file-unreadable",
        ),
        "needs a workbook, which is no text",
    ),
    **dict.fromkeys(("too-large", "zip-bytes", "utf16", "not-utf8"), "found in the bytes, before there is a text"),
    **dict.fromkeys(("outside-link", "file-too-large", "unreadable-file"), "needs a file that no text can show"),
    **dict.fromkeys(("poster-does-not-fit", "poster-letters-small"), "found in print, not in content"),
    "rows-not-list": "a mapping there is read as the options of a row file",
}  # fmt: skip
"""Rules whose pages cannot show a running example, with the reason; their readers' own tests prove them."""

RULES = list(all_rules().values())
EXAMPLES = [
    pytest.param(loaded, kind, text, id=f"{loaded.rule.slug}-{kind}-{at}")
    for loaded in RULES
    for at, (kind, text) in enumerate(_FENCE.findall(loaded.page))
]

EXAMPLE_OF = {
    loaded.rule.slug: next((text for kind, text in _FENCE.findall(loaded.page) if kind == "bad" and loaded.rule.slug in text), "")
    for loaded in RULES
}
"""The first wrong example of each rule's page that shows the rule itself."""


@pytest.mark.parametrize(("loaded", "kind", "text"), EXAMPLES)
def test_examples_give_exactly_what_they_mark(loaded: LoadedRule, kind: str, text: str, tmp_path: Path) -> None:
    files, wanted = example(text)
    assert bool(wanted) == (kind == "bad")
    assert not wanted or loaded.rule.slug in {slug for _, _, slug in wanted}
    assert found_in(check(tmp_path, files).diagnostics) == wanted


@pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.rule.slug)
def test_every_page_shows_a_wrong_example(loaded: LoadedRule) -> None:
    shows = any(kind == "bad" for kind, _ in _FENCE.findall(loaded.page))
    assert shows != (loaded.rule.slug in WITHOUT_EXAMPLE)
