"""Every line of a block has the place where it was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.composing import compose
from disclosure.reading.lines import lines_of
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar

WORDS = st.text("一二 |x　\t", min_size=1, max_size=6).filter(lambda word: word[0] not in " \t" and word[-1] != " ")
LINES = st.lists(WORDS | st.just(""), min_size=1, max_size=6).filter(lambda lines: bool(lines[0]))


def block_of(text: str) -> Scalar | None:
    root = compose(lines_of(text, "x")).root
    node = root.get("文") if isinstance(root, Mapping) else None
    return node if isinstance(node, Scalar) else None


@given(LINES, st.sampled_from(["|", "|-", "|+", "|2", "|2-"]), st.sampled_from(["\n", "\r\n"]))
def test_lines_of_a_literal_block(lines: list[str], sign: str, end: str) -> None:
    text = end.join([f"文: {sign}", *(f"  {line}" if line else "" for line in lines), "余: 1", ""])
    block = block_of(text)
    assert block is not None
    typed = [text[span.start : span.end] for span in block.lines]
    assert typed == block.text.removesuffix("\n").split("\n")
    assert [line for line in typed if line] == [line for line in lines if line]
    assert text[block.span.start] == "|"


@given(LINES, st.sampled_from([">", ">-"]))
def test_lines_of_a_folded_block(lines: list[str], sign: str) -> None:
    text = "\n".join([f"文: {sign}", *(f"  {line}" if line else "" for line in lines), "余: 1", ""])
    block = block_of(text)
    assert block is not None
    for piece, span in zip(block.text.removesuffix("\n").split("\n"), block.lines, strict=True):
        assert " ".join(line.strip(" ") for line in text[span.start : span.end].split("\n")) == piece


def test_a_block_with_nothing_in_it() -> None:
    block = block_of("文: |\n余: 1\n")
    assert block is not None
    assert (block.text, block.lines, block.span.end) == ("", (), 4)
