"""The gallery in the guide is what the program says today, and it is one helpful person speaking."""

from __future__ import annotations

import re
from pathlib import Path

from tests.gallery import written

CHAPTER = Path(__file__).parent.parent / "disclosure/guide/gallery.md"


def test_the_gallery_is_what_the_program_says() -> None:
    """After a change of rules: python -m tests.gallery > disclosure/guide/gallery.md."""
    assert CHAPTER.read_text("utf-8") == written()


def test_messages_are_whole_sentences_without_leftovers() -> None:
    said = re.findall(r"^> (.+)$", written(), re.MULTILINE)
    assert len(said) > 100
    for sentence in said:
        assert not re.search(r"[⟦⟧]|None|\bnull\b|\{\}|\(\)", sentence), sentence
