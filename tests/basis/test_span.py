from __future__ import annotations

import pickle

from disclosure.basis.span import Span
from disclosure.basis.span import whole_file


def test_a_whole_file_is_its_first_character() -> None:
    assert whole_file("qinghe/2026-03.yaml") == Span("qinghe/2026-03.yaml", 1, 1, 0, 0)


def test_spans_stand_in_reading_order_and_cross_processes() -> None:
    one, two = Span("a.yaml", 3, 9, 40, 44), Span("a.yaml", 12, 1, 90, 95)
    assert sorted([two, one]) == [one, two]
    assert pickle.loads(pickle.dumps(one)) == one
