from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from disclosure import __version__
from disclosure import cli
from disclosure.commands.flags import FLAGS
from disclosure.commands.flags import SHAPES
from disclosure.options import Options

HEAVY = ("argparse", "dataclasses", "pathlib", "yaml", "jinja2", "disclosure.options", "disclosure.rules", "json", "re")


class Stage:
    """A module that records what it was asked."""

    def __init__(self, answer: Any = 0) -> None:
        self.answer = answer
        self.asked: list[Options] = []

    def run(self, options: Options) -> int:
        self.asked.append(options)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return int(self.answer)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Every verb leads to one recording module."""
    made = Stage()
    module = ModuleType("disclosure_stage")
    module.__spec__ = __spec__
    module.run = made.run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "disclosure_stage", module)
    monkeypatch.setattr(
        cli, "VERBS", {verb: ("disclosure_stage", "run", line) for verb, (_, _, line) in cli.VERBS.items()}
    )
    yield made


def test_version_is_light() -> None:
    code = f"import sys; from disclosure.cli import main; main(['--version']); print([m for m in {HEAVY!r} if m in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, '.'); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split("\n")[0] == f"disclosure {__version__}"
    assert "[]" in answer.stdout


def test_bare_is_build_with_everything_at_its_default(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main([]) == 0
    (options,) = stage.asked
    assert options == Options(root=tmp_path, output=tmp_path)


def test_flags_may_stand_before_and_after_the_verb(stage: Stage, tmp_path: Path) -> None:
    words = [
        "-j",
        "2",
        "check",
        "-C",
        str(tmp_path),
        "--today",
        "2026-11-20",
        "--place",
        "a,b",
        "--place",
        "c",
        "--select",
        "FIN，PRV",
        "-vv",
        "-q",
    ]
    assert (
        cli.main(
            [*words, "--output-format", "json", "--fail-level", "warning", "--channels", "page,poster", "--no-cache"]
        )
        == 0
    )
    (options,) = stage.asked
    assert (options.jobs, options.today, options.places, options.select) == (
        2,
        date(2026, 11, 20),
        ("a", "b", "c"),
        ("FIN", "PRV"),
    )
    assert (options.output_format, options.fail_level, options.channels, options.no_cache) == (
        "json",
        "warning",
        ("page", "poster"),
        True,
    )
    assert (options.verbose, options.quiet, options.root) == (2, True, tmp_path)


def test_words_behind_the_verb_are_passed_on(stage: Stage) -> None:
    assert cli.main(["new", "财务收支明细", "石桥村", "2026-03"]) == 0
    assert cli.main(["list", "categories", "--columns"]) == 0
    assert stage.asked[0].words == ("财务收支明细", "石桥村", "2026-03")
    assert (stage.asked[1].words, stage.asked[1].columns) == (("categories",), True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "是不是「check」"),
        (["要饭"], "可以用：build"),
        (["check", "--today", "昨天"], "「昨天」不是日期"),
        (["check", "--today", "9999-12-31"], "只算 1949 到 2200 年"),
        (["check", "--jobs", "0"], "「0」不是个数"),
        (["check", "--tody", "2026-11-20"], "不认识的参数：--tody"),
        (["check", "--output-format", "xml"], "不能是「xml」"),
        (["check", "--place"], "--place 后面要写一个值"),
        (["check", "--no-cache=1"], "后面不带值"),
        (["explain"], "要解释什么"),
        (["new", "财务收支明细"], "要写三样"),
        (["build", "everything"], "后面多写了：everything"),
        (["check", "-C", "no/such/folder"], "没有这个文件夹"),
        (["check", "--select", "FIN,NOPE"], "没有这样的规则：NOPE"),
    ],
)
def test_mistakes_are_told_in_chinese_with_exit_code_2(
    stage: Stage, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert cli.main(words) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert not stage.asked


def test_help_lists_only_verbs_that_work(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        cli, "VERBS", {"check": ("disclosure.options", "x", "只检查"), "fly": ("disclosure.wings", "x", "飞")}
    )
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "check" in said
    assert "fly" not in said
    assert "--output-format" in said
    assert cli.main(["fly"]) == 2


@pytest.mark.parametrize("verb", sorted(cli.VERBS))
def test_every_verb_has_a_page_of_its_own(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    monkeypatch.setenv("DISCLOSURE_COMMAND", "py build.py")
    assert cli.main(["--help"]) == 0
    everything = capsys.readouterr().out
    assert cli.main([verb, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"用法：py build.py {verb}")
    assert f"{cli.VERBS[verb][2]}。" in said
    assert f"例：py build.py {verb}" in said
    assert all(word in said for word, _ in SHAPES[verb].words)
    shown = {flag.names for flag in FLAGS if f" {flag.names[-1]} " in said.replace("\n", " ")}
    assert shown == {flag.names for flag in FLAGS if flag.serves(verb)}
    assert len(said) < len(everything)


def test_an_example_is_a_command_that_is_understood(stage: Stage) -> None:
    for verb in cli.VERBS:
        assert cli.main(SHAPES[verb].example.split()) == 0, verb


def test_no_flag_serves_a_verb_that_is_not_there() -> None:
    assert {verb for flag in FLAGS for verb in flag.verbs} <= set(cli.VERBS)
    assert set(SHAPES) == set(cli.VERBS)


def test_help_of_no_command_is_the_page_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chekc", "--help"]) == 0
    assert "  check " in capsys.readouterr().out


def test_version_among_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--version"]) == 0
    assert capsys.readouterr().out == f"disclosure {__version__}\n"


@pytest.mark.parametrize(
    ("answer", "code"), [(0, 0), (1, 1), (2, 2), (KeyboardInterrupt(), 130), (ValueError("secret"), 2)]
)
def test_exit_codes(stage: Stage, capsys: pytest.CaptureFixture[str], answer: Any, code: int) -> None:
    stage.answer = answer
    assert cli.main(["check"]) == code
    assert "secret" not in capsys.readouterr().err


def test_a_fault_of_ours_is_told_in_full_when_asked(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage.answer = ValueError("where")
    assert cli.main(["check", "-v"]) == 2
    assert "where" in capsys.readouterr().err


def test_colour_is_off_away_from_a_terminal_and_against_no_color(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    cli.main(["check"])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    cli.main(["check"])
    monkeypatch.setenv("NO_COLOR", "1")
    cli.main(["check"])
    assert [options.colour for options in stage.asked] == [False, True, False]


def test_every_verb_names_a_module_of_ours() -> None:
    assert all(module.startswith("disclosure.") and line for module, _, line in cli.VERBS.values())
