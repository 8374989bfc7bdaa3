from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Fix
from disclosure.basis.diagnostic import Related
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span

SPAN = Span("a.yaml", 3, 9, 40, 44)


def test_a_finding_is_a_value_that_crosses_processes() -> None:
    finding = Diagnostic(
        "total-off", SPAN, {"typed": "3"}, (Related(SPAN, "第1行"),), Fix("改为 4", SPAN, "4"), Subject(place="qinghe")
    )
    assert pickle.loads(pickle.dumps(finding)) == finding


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Diagnostic("total-off", SPAN).slug = "other"  # type: ignore[misc]
