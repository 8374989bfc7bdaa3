"""What a build leaves for the preview: by source the page it gave, and no name of a file that tells of a person."""

from __future__ import annotations

import json
from pathlib import Path

from disclosure.cli import main
from tests.rules.desk import PERSONAL
from tests.site.project import PLACE
from tests.site.project import SITE
from tests.site.project import example
from tests.site.project import write


def test_by_source_its_page(tmp_path: Path) -> None:
    phone = PERSONAL["〔手机号〕"]
    files = {
        "content/site.yaml": SITE,
        "content/村/place.yaml": PLACE.format(name="石桥村", level="village", slug="shiqiao", more=""),
        "content/村/停水.yaml": example("other.notice"),
        f"content/村/{phone}.yaml": example("fin.ledger"),
    }
    main(["build", "-q", "-j", "1", "-C", str(write(tmp_path, files)), "--channels", "page"])
    text = (tmp_path / ".disclosure/findings.json").read_text("utf-8")
    made = json.loads(text)["made"]
    assert {"村/place.yaml", "村/停水.yaml"} <= set(made)
    assert all((tmp_path / "site" / page).is_file() for page in made.values())
    assert phone not in text
