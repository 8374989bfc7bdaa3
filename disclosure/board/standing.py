"""Which papers no longer stand: those that a newer one says it supersedes (替代)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the model of a shelf asks this itself
    from disclosure.board.model import Brief
    from disclosure.board.model import Filing


def replaced(papers: Iterable[Filing | Brief]) -> frozenset[str]:
    """Return the ids of the papers that others of them supersede; one that names itself replaces nothing."""
    return frozenset(paper.supersedes for paper in papers if paper.supersedes and paper.supersedes != _id(paper))


def _id(paper: Filing | Brief) -> str:
    return paper.id if hasattr(paper, "id") else paper.filing_id
