"""Twins of styles, in style parts that hold everything and in those that hold next to nothing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from disclosure.channels.marking.styles import EMPTY
from disclosure.channels.marking.styles import coloured
from tests.reading.books import MAIN

_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize(
    "inside",
    ["<styleSheet {}/>", "<styleSheet {}><dxfs count='0'/></styleSheet>", "<styleSheet {}><fills/><cellXfs/></styleSheet>", "<styleSheet {}><fonts/></styleSheet>"],
)
def test_lists_that_are_missing_are_made(inside: str) -> None:
    text, numbers = coloured(inside.format(MAIN), {(0, "error"), (3, "info")})
    root = ET.fromstring(text)  # noqa: S314 -- our own
    assert numbers == {(0, "error"): 1, (3, "info"): 2}
    fills, styles = root.find(f"{_X}fills"), root.find(f"{_X}cellXfs")
    assert fills is not None
    assert styles is not None
    assert (len(fills), fills.get("count"), len(styles), styles.get("count")) == (4, "4", 3, "3")
    assert [one.get("fillId") for one in styles] == ["0", "2", "3"]
    order = [child.tag.removeprefix(_X) for child in root]
    assert order.index("fills") < order.index("cellXfs")
    assert "dxfs" not in order or order.index("cellXfs") < order.index("dxfs")


def test_what_a_style_holds_goes_with_its_twin() -> None:
    old = '<xf numFmtId="4" fillId=\'0\' xfId="0"><alignment wrapText="1"/><extLst><ext uri="x"/></extLst></xf>'
    text, numbers = coloured(EMPTY.replace("</cellXfs>", f"{old}</cellXfs>"), {(1, "warning")})
    twin = '<xf numFmtId="4" fillId="2" xfId="0" applyFill="1"><alignment wrapText="1"/><extLst><ext uri="x"/></extLst></xf>'
    assert numbers == {(1, "warning"): 2}
    assert f"{old}{twin}</cellXfs>" in text
    assert coloured(text, {(1, "warning")})[1] == {(1, "warning"): 3}
