"""What can be mended safely is mended where it stands; everything else stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Fix
from disclosure.basis.span import Span
from disclosure.cli import main
from disclosure.commands.fix import mended

SITE = "格式: 1\n名称: 青禾镇\n起: 2026-01-01\n"
PLACE = "名称: 石桥村\n级别: village\nslug: shiqiao\n"
WRONG = "类别：其他公示  # 停水\r\n期间:2026-03\r\n上栏日期: 2026-04-06\r\n公开日期：2026-04-06\r\n标题: 停水\r\n正文: 检修。\r\n"
RIGHT = "类别: 其他公示  # 停水\r\n期间: 2026-03\r\n上栏日期: 2026-04-06\r\n公开日期: 2026-04-06\r\n标题: 停水\r\n正文: 检修。\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "content/石桥村").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE, "utf-8")
    (tmp_path / "content/石桥村/place.yaml").write_text(PLACE, "utf-8")
    return tmp_path / "content/石桥村/停水.yaml"


def fixed(file: Path, *flags: str) -> int:
    return main(["fix", "-C", str(file.parent.parent.parent), "-j", "1", *flags])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_layout_encoding_and_comments_stay(file: Path, encoding: str) -> None:
    file.write_bytes(WRONG.encode(encoding))
    assert fixed(file) == 0
    assert file.read_bytes() == RIGHT.encode(encoding)


def test_a_dry_run_only_shows(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(WRONG.encode())
    assert fixed(file, "--dry-run") == 0
    assert file.read_bytes() == WRONG.encode()
    said = capsys.readouterr().out
    assert "石桥村/停水.yaml:2" in said
    assert "+ 期间: 2026-03" in said
    assert "可以改 1 个文件、3 处" in said


def test_where_nothing_is_wrong_nothing_is_touched(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(RIGHT.encode())
    before = file.stat().st_mtime_ns
    assert fixed(file) == 0
    assert file.stat().st_mtime_ns == before
    assert "没有可以放心代改的地方" in capsys.readouterr().out


def test_what_only_a_person_can_decide_is_left(file: Path) -> None:
    text = RIGHT + "签字: {制表: 王敏\r\n"
    file.write_bytes(text.encode())
    fixed(file)
    assert file.read_bytes() == text.encode()


def test_what_is_shown_names_no_person_s_number(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = "138" + "0013" + "8000"
    file.write_bytes(WRONG.replace("# 停水", f"# 问 {number}").encode())
    fixed(file, "--dry-run")
    assert number not in capsys.readouterr().out


@given(st.text("ab\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("xy", max_size=3)), max_size=6))
def test_edits_never_tear_each_other(text: str, edits: list[tuple[int, int, str]]) -> None:
    fixes = [Fix("", Span("a", 1, 1, start, start + length), new) for start, length, new in edits if start + length <= len(text)]
    after = mended(text, fixes)
    assert [letter for letter in after if letter in "ab\n"] == [
        letter for at, letter in enumerate(text) if not any(_made(fix, fixes) and fix.span.start <= at < fix.span.end for fix in fixes)
    ]


def _made(fix: Fix, fixes: list[Fix]) -> bool:
    """Tell whether an edit is made: none made before it reaches into it."""
    at = 0
    for one in sorted(set(fixes), key=lambda each: (each.span.start, each.span.end, each.replacement)):
        if one.span.start >= at:
            if one == fix:
                return True
            at = one.span.end
    return False


def test_every_line_of_a_pasted_block_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("类别: 其他公示\n期间: 2026-03\n公开日期: 2026-04-06\n表:\n  - 名: 用水\n    行: |\n户数 | 水费\n12 | 30.00\n", "utf-8")
    assert fixed(file, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "停水.yaml:7\n  - 户数 | 水费\n  +       户数 | 水费\n" in said
    assert "停水.yaml:8\n  - 12 | 30.00\n  +       12 | 30.00\n" in said
    assert "1 个文件、2 处" in said
