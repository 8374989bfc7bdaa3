"""What a rule file declares, and the two shapes its check may have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """The fixed part of a rule; a rule file holds one as ``RULE`` and its public page as its docstring.

    ``message`` and ``help`` are ``str.format`` templates over the diagnostic's arguments, in which a part set in
    ⟦…⟧ is left out when one of its arguments is empty; where in the village's words is put before ``message``. ``code`` is never reused. ``waivable`` is False for privacy and wrong sums.

    Beside ``RULE`` a file may define ``check_filing(filing, shelf) -> Iterable[Diagnostic]`` (no clock: its result
    is cached with the place), ``check_shelf(shelf)`` (all filings of a place at once; no clock) or ``check_board(board) -> Iterable[Diagnostic]`` (sees briefs, duties, today).
    A file with neither documents findings that reading gives (form rules).
    """

    code: str
    slug: str
    title: str
    severity: str
    message: str
    help: str
    basis: tuple[str, ...] = ()
    waivable: bool = True
