"""Which findings the flags leave in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.project import PLACE
from tests.site.project import SITE
from tests.site.project import check
from tests.site.project import write

FILES: dict[str, str | bytes] = {
    "content/site.yaml": f"{SITE}主题: 咱们镇\n",
    "content/村/place.yaml": PLACE.format(name="石桥村", level="village", slug="shiqiao", more=""),
    "content/乡/place.yaml": PLACE.format(name="柳林村", level="village", slug="liulin", more=""),
    "content/乡/坏.yaml": "期间: 2026\n",
}


@pytest.mark.parametrize("flags", [(), ("--place", "shiqiao"), ("--place", "shiqiao", "--category", "fin.debt", "--period", "2026-Q3")])
def test_what_concerns_the_whole_site_is_always_told_at_its_line(tmp_path: Path, flags: tuple[str, ...]) -> None:
    answer = check(write(tmp_path, FILES), "--ignore", "DUE", *flags)
    (theme,) = [one for one in answer.diagnostics() if one["path"] == "site.yaml"]
    assert (theme["slug"], theme["line"]) == ("bad-value", 5)
    assert ("乡/坏.yaml" in {one["path"] for one in answer.diagnostics()}) == (not flags)
    assert answer.code == 1
