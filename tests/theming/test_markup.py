"""Rows as markup: roles for readers of the screen, anchors, what stands under a row; well-formed whatever is typed."""

from __future__ import annotations

from html.parser import HTMLParser

from disclosure.theming.markup import table_rows
from disclosure.views.model import TableView
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import view


class Tags(HTMLParser):
    """Collects tags and sees that each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(table: TableView) -> Tags:
    tags = Tags()
    tags.feed(table_rows((*table.body, *table.foot), table))
    assert tags.open == []
    return tags


def test_every_row_has_as_many_columns_as_the_head() -> None:
    table = view(LEDGER).tables[0]
    html = table_rows(table.body, table)
    for line in html.split("</tr>")[:-1]:
        cells = sum(int(piece.split('"')[1]) for piece in line.split("colspan=")[1:]) + line.count("<td") + line.count("<th") - line.count("colspan=")
        assert cells == len(table.columns) + 1


def test_roles_and_anchors() -> None:
    tags = parsed(view(SUBSIDY).tables[0])
    rows = [attrs for tag, attrs in tags.seen if tag == "tr"]
    assert rows[0] == {"id": "r1", "class": "item", "role": "row"}
    assert rows[-1] == {"class": "total", "role": "row"}
    heads = [attrs for tag, attrs in tags.seen if tag == "th"]
    assert all(attrs["role"] == "rowheader" for attrs in heads)


def test_what_is_typed_cannot_break_out() -> None:
    text = other("表:\n  - 名: 表\n    行: |\n      事项 | \"><script>(元)\n      甲\"><script> | 1\n")
    assert "<script" not in table_rows(view(text).tables[0].body, view(text).tables[0])
    parsed(view(text).tables[0])


def test_a_statement_has_no_numbers() -> None:
    text = other("表:\n  - 名: 表\n    行: |\n      项目 | 金额(元)\n      收入 | 5\n      　租金 | 5\n")
    html = table_rows(view(text).tables[0].body, view(text).tables[0])
    assert 'class="n' not in html
    assert 'class="item l1"' in html
