"""build.py says what it would install, and installs nothing when it may not."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_script", ROOT / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path)

    def never(command: list[str]) -> bool:
        raise AssertionError(f"ran {command}")

    monkeypatch.setattr(module, "run", never)
    return module


def test_it_uses_the_standard_library_only() -> None:
    text = (ROOT / "build.py").read_text("utf-8")
    imported = {line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("manager", ["apt-get", "dnf", "apk", "brew"])
def test_when_it_may_not_install_it_says_the_one_command(
    script: ModuleType, manager: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "MAY_INSTALL", False)
    monkeypatch.setattr(script, "package_manager", lambda: manager)
    assert script.install(["fonts"], "海报需要字体") is False
    said = capsys.readouterr().err
    assert "海报需要字体" in said
    assert manager in said


def test_a_user_without_rights_is_told_too(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "package_manager", lambda: "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert script.install(["fonts-noto-cjk"], "海报需要字体") is False
    assert "sudo apt-get install -y --no-install-recommends fonts-noto-cjk" in capsys.readouterr().err


def test_every_system_names_pango_and_a_chinese_font(script: ModuleType) -> None:
    for command, posters, _ in script.SYSTEMS.values():
        assert command[0] in script.SYSTEMS
        assert any("pango" in package for package in posters)
        assert any("noto" in package for package in posters)


def test_the_second_run_looks_at_nothing(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "native.stamp").touch()
    monkeypatch.setattr(script, "has_library", lambda name: pytest.fail("looked again"))
    script.prepare_posters()


def test_the_locks_pin_every_package_with_hashes() -> None:
    for name in ("run", "test"):
        text = (ROOT / f".ci/lock/{name}.txt").read_text("utf-8")
        packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert packages
        assert all("==" in line for line in packages)
        assert text.count("--hash=sha256:") >= len(packages)
        assert "http" not in text


@pytest.mark.parametrize(
    ("started", "named", "said"),
    [
        ("python3", "build.py", "python3 build.py"),
        ("C:/Python/python.exe", "build.py", "python build.py"),
        ("/usr/bin/python3.12", "../村 务/build.py", 'python3.12 "../村 务/build.py"'),
    ],
)
def test_the_program_is_told_how_it_was_started(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, started: str, named: str, said: str
) -> None:
    monkeypatch.setattr(sys, "orig_argv", [started])
    monkeypatch.setattr(sys, "argv", [named])
    assert script.typed() == said
