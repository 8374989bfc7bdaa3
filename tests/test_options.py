"""Commands are named as the user of the program types them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.options import STARTED
from disclosure.options import typed

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("script", "said"),
    [("/opt/bin/disclosure", "disclosure check"), ("C:/Scripts/disclosure.exe", "disclosure check"), ("/opt/pytest/__main__.py", "python build.py check")],
)
def test_by_the_script_that_was_started(monkeypatch: pytest.MonkeyPatch, script: str, said: str) -> None:
    monkeypatch.delenv(STARTED, raising=False)
    monkeypatch.setattr(sys, "argv", [script, "build"])
    assert typed("check") == said


def test_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STARTED, raising=False)
    monkeypatch.setattr(sys, "argv", ["/x/disclosure/__main__.py"])
    assert typed().endswith(" -m disclosure")


def test_what_started_the_program_knows_better(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STARTED, "py build.py")
    assert (typed(), typed("list rules")) == ("py build.py", "py build.py list rules")


def test_every_message_follows(tmp_path: Path) -> None:
    (tmp_path / "content/村").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("格式: 1\n标题: 试\n截止: 2026-11-20\n起: 2026-07-01\n", "utf-8")
    (tmp_path / "content/村/place.yaml").write_text("名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 0000-6123380\n", "utf-8")
    told = ""
    for words in (["build", "--channels", "page"], ["check"], ["list", "rules", "--select", "NOPE"]):
        command = [sys.executable, "-m", "disclosure", *words, "-C", str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, env={STARTED: "py build.py", "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, encoding="utf-8", check=False)
        told += done.stdout + done.stderr
    for said in ("改法：py build.py check\n", "详细说明：py build.py explain DUE001", "py build.py new ", "全部见 py build.py list rules"):
        assert said in told
    assert "python" not in told
