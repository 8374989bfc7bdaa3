from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure import cli
from disclosure.basis.exposure import find_personal
from disclosure.commands.redact import redacted
from disclosure.commands.redact import run
from disclosure.options import Options
from disclosure.options import Unfit
from tests.basis.invented import BANK_CARDS
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES
from tests.basis.invented import WIDE
from tests.basis.invented import id_card
from tests.site.project import VILLAGE
from tests.site.project import check
from tests.site.project import small_files
from tests.site.project import write as write_project

NUMBER = id_card("500113", date(1961, 3, 5), "012")
TEXT = "# 备忘 {0}\n类别: 其他公示   # 两个空格\n注: [王甲一 {0}，【私:肺癌】]\n\n表: |\n  户主 | 存折号 | 金额\n  王甲一 | 201234567890 | 200.00\n"


def test_only_the_digits_and_the_marked_words_are_gone() -> None:
    safe, count = redacted(TEXT.format(NUMBER))
    assert safe == TEXT.replace("肺癌", "").replace("201234567890", "●" * 12).format("●" * 18)
    assert count == 3


@settings(max_examples=60, deadline=None)
@given(one=st.one_of(ID_CARDS, BANK_CARDS, PHONES), wide=st.booleans(), body=st.text("甲乙 :：|,\n-#'\"", max_size=20))
def test_no_number_is_left_in_any_spelling_and_no_line_is_moved(one: str, wide: bool, body: str) -> None:
    text = f"{body}\n注: 号码 {one.translate(WIDE) if wide else one}。\n{body}"
    safe, _ = redacted(text)
    assert find_personal(safe) == []
    assert [len(line) for line in safe.split("\n")] == [len(line) for line in text.split("\n")]


def test_escaped_digits_are_seen() -> None:
    phone = "138" + "00138123"
    safe, _ = redacted(f'注: "\\u0031{phone[1:]}"\n')
    assert phone[1:] not in safe


def write(root: Path) -> Path:
    path = root / "content" / "石桥村" / "名单.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.format(NUMBER).replace("\n", "\r\n").encode())
    return path


def test_the_original_is_never_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    assert run(Options(tmp_path, tmp_path, words=("石桥村/名单.yaml",))) == 0
    assert path.read_bytes() == before
    safe = (tmp_path / "report/安全/石桥村/名单.安全.yaml").read_bytes().decode()
    assert NUMBER not in safe
    assert safe.count("\r\n") == TEXT.count("\n")
    said = capsys.readouterr()
    assert NUMBER not in said.out
    assert f"名单.yaml → {Path('report/安全/石桥村/名单.安全.yaml')}：遮住 3 处" in said.out
    assert "检查和生成都不读它" in said.err


def test_a_copy_is_no_finding(tmp_path: Path) -> None:
    root = write_project(tmp_path, small_files())
    before = check(root).out
    assert cli.main(["redact", "-q", "-C", str(root), f"{VILLAGE}/停水.yaml"]) == 0
    assert list((root / "report").rglob("停水.安全.yaml"))
    assert check(root).out == before


def test_all_of_it_into_another_folder(tmp_path: Path) -> None:
    write(tmp_path)
    out = tmp_path / "副"
    assert run(Options(tmp_path, out)) == 0
    assert [path.relative_to(out).as_posix() for path in out.rglob("*.yaml")] == ["石桥村/名单.安全.yaml"]


def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    with pytest.raises(Unfit, match="哪些文件"):
        run(Options(tmp_path, tmp_path))
    with pytest.raises(Unfit, match="没有这个文件"):
        run(Options(tmp_path, tmp_path, words=("无.yaml",)))
    with pytest.raises(Unfit, match="不能放在 content"):
        run(Options(tmp_path, tmp_path / "content" / "副"))
    (tmp_path / "content" / "书.xlsx").write_bytes(b"PK")
    assert run(Options(tmp_path, tmp_path, words=("书.xlsx",))) == 1
    assert "不是文本文件" in capsys.readouterr().err
