"""What is demanded of every answer, whatever lies in the folder; and how odd names get there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.project import CHANNELS
from tests.site.project import Answer
from tests.site.project import inside
from tests.site.project import manifest
from tests.site.project import tree


def checked(root: Path) -> Answer:
    """Check in this process; whatever is wrong is told with a place, and the program did not fail."""
    answer = inside("check", "-C", root, "--output-format", "json")
    assert answer.code in (0, 1), answer.err
    assert answer.err == ""
    for one in answer.diagnostics():
        assert one["path"]
        assert one["line"] >= 1
        assert one["column"] >= 1
        assert one["message"]
        assert not one["code"].endswith("999"), one
        assert "⟦" not in one["message"] + (one["help"] or "")
    assert answer.code == int(any(one["severity"] == "error" for one in answer.diagnostics()))
    return answer


def built(root: Path) -> dict[str, str]:
    """Build in this process; nothing is held back or failed, and the site is whole."""
    answer = inside("build", "-C", root, "-o", root, "--channels", CHANNELS)
    assert answer.code == 0, answer.out + answer.err
    listed = {one["path"] for one in manifest(root / "site")["artifacts"]}
    site = tree(root / "site")
    assert site.keys() - {"manifest.json"} == listed
    return site


def put(folder: Path, name: str, content: str | bytes) -> None:
    """Write a file under a name as odd as it is; a disk that cannot hold it is no place for this test."""
    try:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    except (OSError, ValueError) as error:
        pytest.skip(f"this disk refuses the name: {error}")
