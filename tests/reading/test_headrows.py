from __future__ import annotations

import pytest

from disclosure.basis.span import Span
from disclosure.reading.headrows import join_heads
from disclosure.reading.headrows import row_range
from disclosure.reading.nodes import RawCell


@pytest.mark.parametrize(("text", "rows"), [("3-4", (3, 4)), ("3", (3, 3)), ("第3行", (3, 3)), ("3—4", (3, 4)), ("3至5行", (3, 5)), ("4-3", None), ("0", None), ("甲", None), ("", None)])
def test_row_numbers(text: str, rows: tuple[int, int] | None) -> None:
    assert row_range(text) == rows


def joined(*levels: list[str]) -> list[str]:
    return [cell.text for cell in join_heads([[RawCell(text, Span("表.csv", row)) for text in level] for row, level in enumerate(levels)])]


def test_blank_upper_cells_belong_to_the_group_on_their_left() -> None:
    assert joined(["序号", "乡镇", "C级", "", "D级", "", "备注"], ["", "", "户数", "资金", "户数", "资金"]) == ["序号", "乡镇", "C级/户数", "C级/资金", "D级/户数", "D级/资金", "备注"]


def test_repeated_texts_of_merged_cells_stand_once_and_slashes_stay_apart() -> None:
    assert joined(["序号", "危房", "危房"], ["序号", "C级", "C级"], ["序号", "户/人", "标准(元/户)"]) == ["序号", "危房/C级/户／人", "危房/C级/标准(元/户)"]
    assert joined(["户/人"]) == ["户/人"]
