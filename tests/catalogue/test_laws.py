"""Who cites what: a citation taken away, an article changed or a mark raised is seen here, and must be read in the law first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.catalogue.model import Citation

from .helpers import SHIPPED

GOLDEN = Path(__file__).parent / "golden"


def articles() -> Iterator[str]:
    for one in sorted(SHIPPED.citations.values(), key=lambda one: one.id):
        yield " | ".join((one.id, one.law, one.article, _days(one), one.verified))


def bases() -> Iterator[str]:
    for category in sorted(SHIPPED.categories.values(), key=lambda one: one.id):
        yield f"{category.id} | {' '.join(sorted(category.basis))}"
    for profile in sorted(SHIPPED.profiles.values(), key=lambda one: one.id):
        for number, rule in enumerate(profile.rules, 1):
            yield f"{profile.id} {number} | {' '.join(sorted(rule.basis))}"


def _days(one: Citation) -> str:
    return f"{one.in_force_from or ''}/{one.in_force_to or ''}"


@pytest.mark.parametrize(("name", "lines"), [("articles.txt", list(articles())), ("bases.txt", list(bases()))])
def test_law_is_as_it_was_read(name: str, lines: list[str]) -> None:
    """Change the file by hand, line by line, after reading the text of the law."""
    assert (GOLDEN / name).read_text("utf-8").splitlines() == lines

