"""doctor names what is there, what is missing, what is lost without it and how to get it."""

from pathlib import Path

import pytest

from disclosure import doctor
from disclosure.options import Options

ROOT = Path(__file__).resolve().parent.parent


def test_content_that_is_missing_is_named_with_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(Options(root=tmp_path)) == 1
    said = capsys.readouterr().out
    assert f"缺  内容文件夹 {tmp_path / 'content'}" in said
    assert "用 -C 指出" in said


def test_without_fontconfig_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert doctor.run(Options(root=ROOT)) == 1
    assert "缺  中文黑体" in capsys.readouterr().out


def test_a_missing_subsetter_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def no_library(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("ctypes.CDLL", no_library)
    assert doctor.run(Options(root=ROOT)) == 1
    assert "libharfbuzz-subset0" in capsys.readouterr().out


@pytest.mark.parametrize(("started", "remedy"), [("py build.py", "请执行 py build.py 重新准备环境"), ("disclosure", "请重新安装这个程序")])
def test_a_missing_package_is_put_in_order_the_way_the_program_was_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], started: str, remedy: str
) -> None:
    monkeypatch.setenv("DISCLOSURE_COMMAND", started)
    monkeypatch.setattr(doctor, "_MODULES", (("no_such_module", "网页"),))
    assert doctor.run(Options(root=ROOT)) == 1
    assert remedy in capsys.readouterr().out
