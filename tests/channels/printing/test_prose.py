"""Markup of a body becomes paragraphs; every word stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.channels.printing.metrics import plain
from disclosure.channels.printing.prose import LONG
from disclosure.channels.printing.prose import paragraphs
from disclosure.channels.printing.prose import xhtml


def test_paragraphs_keep_their_kind() -> None:
    found = paragraphs("<h2>一</h2><p>二<br>三 &nbsp;&amp; 四</p><ol start='3'><li>五</li><li>六</li></ol><blockquote><p>七</p></blockquote><hr><table><tr><td>八</td></tr></table>九")
    assert [(part.tag, plain(part.html)) for part in found] == [
        ("h2", "一"),
        ("p", "二 三 \u00a0& 四"),
        ("li", "五"),
        ("li", "六"),
        ("quote", "七"),
        ("table", "八"),
        ("p", "九"),
    ]
    assert [part.number for part in found if part.tag == "li"] == [3, 4]


def test_broken_markup_is_read_as_a_browser_would() -> None:
    assert [plain(part.html) for part in paragraphs("<p>一<b>二</p><p>三")] == ["一二", "三"]
    assert xhtml('a<br>b<img src="x">') == 'a<br/>b<img src="x"/>'
    assert paragraphs("  ") == ()


@given(st.lists(st.text(alphabet="山林防火，不许用火", min_size=1, max_size=60), min_size=1, max_size=12))
def test_a_long_paragraph_is_cut_after_sentences_and_fits_together_again(sentences: list[str]) -> None:
    text = "".join(f"{sentence}。" for sentence in sentences)
    found = paragraphs(f"<p>{text}</p>")
    assert "".join(part.html for part in found) == text
    assert all(part.html.endswith("。") for part in found)
    assert len(found) == 1 or len({part.list for part in found}) == 1
    assert len(found) == 1 or len(text) > LONG
