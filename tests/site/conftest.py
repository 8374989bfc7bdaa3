"""What the whole-program tests share: the sample built once, a small township, a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.project import ROOT
from tests.site.project import build
from tests.site.project import small_files
from tests.site.project import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample township, built once in this run: the folder that holds site/ and print/."""
    out = tmp_path_factory.mktemp("sample")
    made = build(ROOT, out=out)
    assert made.code == 0, made.out + made.err
    return out


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small township of its own for each test, not built yet."""
    return write(tmp_path / "project", small_files())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's where there is one, else the one playwright brought."""
    sync_api = pytest.importorskip("playwright.sync_api")
    system = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_api.sync_playwright() as playwright:
        if system is None and not Path(playwright.chromium.executable_path).exists():
            pytest.skip("no Chromium on this machine")
        opened = playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])
        yield opened
        opened.close()
