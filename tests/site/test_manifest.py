"""manifest.json tells what the site holds: every file, no other, with the digests anybody can compute again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.project import manifest

CHANNELS = {"page", "table", "data", "asset"}
FIELDS = ["path", "sha256", "size", "channel", "place", "category", "period", "filing_id"]
INDEX = {"index.html", "404.html", "laws/index.html", "missing/index.html", "data/index.html"}


@pytest.fixture(scope="module")
def site(sample: Path) -> Path:
    return sample / "site"


@pytest.fixture(scope="module")
def artifacts(site: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manifest(site)["artifacts"]
    return found


def test_form(site: Path, artifacts: list[dict[str, Any]]) -> None:
    text = (site / "manifest.json").read_text("utf-8")
    assert list(manifest(site)) == ["schema", "digest", "artifacts"]
    assert manifest(site)["schema"] == 1
    assert text.endswith("}\n")
    assert all(list(one) == FIELDS for one in artifacts)
    assert "\\u" not in text


def test_sorted_by_path_each_once(artifacts: list[dict[str, Any]]) -> None:
    paths = [one["path"] for one in artifacts]
    assert paths == sorted(set(paths))


def test_lists_every_file_and_no_other(site: Path, artifacts: list[dict[str, Any]]) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {one["path"] for one in artifacts} == files - {"manifest.json"}
    assert not [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_digests_and_sizes_are_those_of_the_files(site: Path, artifacts: list[dict[str, Any]]) -> None:
    for one in artifacts:
        data = (site / one["path"]).read_bytes()
        assert (one["sha256"], one["size"]) == (hashlib.sha256(data).hexdigest(), len(data))


def test_one_digest_over_all(site: Path, artifacts: list[dict[str, Any]]) -> None:
    lines = "".join(f"{one['sha256']}  {one['path']}\n" for one in artifacts)
    assert manifest(site)["digest"] == hashlib.sha256(lines.encode()).hexdigest()


def test_what_belongs_to_no_filing_says_so(artifacts: list[dict[str, Any]]) -> None:
    for one in artifacts:
        own = [one[name] for name in FIELDS[4:]]
        assert own == [None] * 4 or all(own), one["path"]
        if one["path"] in INDEX or (one["channel"] == "asset" and one["path"].startswith("assets/")):
            assert own == [None] * 4
        if one["channel"] in ("table", "data"):
            assert all(own)
    assert {one["path"] for one in artifacts} >= INDEX


def test_paths_follow_place_category_and_period(artifacts: list[dict[str, Any]]) -> None:
    for one in artifacts:
        if one["place"] is None:
            continue
        folder = f"{one['place']}/{one['category'].replace('.', '-')}/{one['period'].replace('/', '_')}"
        assert one["path"].startswith((f"{folder}/", f"{folder}~"))
        assert one["filing_id"].startswith(f"{one['place']}/{one['category']}/{one['period']}")
        assert one["channel"] in CHANNELS


def test_filings_carry_the_digest_of_their_content(site: Path) -> None:
    """The code on a page is the digest of the open data, which anybody can cut out and hash."""
    seen = 0
    for path in sorted(site.rglob("data.json")):
        text = path.read_text("utf-8")
        value = json.loads(text)
        begun, _, ended = text.partition('"content":')
        content, _, _ = ended.rpartition(',"digest":')
        assert hashlib.sha256(content.encode()).hexdigest() == value["digest"]
        assert json.loads(content) == value["content"]
        assert value["code"] in (path.parent / "index.html").read_text("utf-8")
        assert begun.startswith('{"code":')
        seen += 1
    assert seen > 100


def test_the_other_tree_has_its_own(sample: Path) -> None:
    assert manifest(sample / "print")["artifacts"] == []
    assert manifest(sample / "print")["digest"] == hashlib.sha256(b"").hexdigest()
