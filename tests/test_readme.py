"""What the README shows can be done as it stands there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.project import PLACE
from tests.site.project import ROOT
from tests.site.project import run
from tests.site.project import write

SITE = "格式: 1\n标题: 青禾镇村务公开\n起: 2026-01-01\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    (category,) = [block for block in blocks if block.startswith("id: ")]
    files = {
        "content/site.yaml": SITE,
        "content/村/place.yaml": PLACE.format(name="石桥村", level="village", slug="shiqiao", more=""),
        "content/catalogue/categories/自来水.yaml": category,
    }
    return write(tmp_path, files)


def asked(project: Path, today: str) -> list[tuple[str, str]]:
    """Return (period, status) of what is owed of the README's category on a day."""
    answer = run("list", "duties", "-C", project, "--category", "local.water", "--today", today, "--output-format", "json")
    return [(one["period"], one["status"]) for one in json.loads(answer.out)["duties"]]


def test_a_new_category_makes_nobody_late_backwards(project: Path) -> None:
    answer = run("check", "-C", project, "--today", "2026-11-20", "--output-format", "json")
    assert not [one for one in answer.diagnostics() if one["category"] == "local.water" or "自来水" in one["path"]]
    assert {status for _, status in asked(project, "2026-11-20")} <= {"due"}
    assert asked(project, "2027-02-20") == [("2026-Q4", "missing")]
