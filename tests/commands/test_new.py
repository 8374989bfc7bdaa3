from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure import cli
from tests.rules.desk import PLACE
from tests.rules.desk import SITE

FEBRUARY = """\
类别: 财务收支明细
期间: 2026-02
上栏日期: 2026-03-09
公开日期: 2026-03-09
期初余额: 1,000.00
收支明细:
  - {日期: 2-18, 凭证号: 记-001, 摘要: 路灯维修 3 盏, 支出: 600.00}
期末余额: 400.00
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A township of one village that has filed February."""
    for name, text in {"site.yaml": SITE, "石桥村/place.yaml": PLACE, "石桥村/二月.yaml": FEBRUARY}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def new(root: Path, *words: str) -> int:
    return cli.main(["new", *words, "-C", str(root)])


def test_a_blank_lies_in_the_villages_folder_under_a_chinese_name(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(root, "财务收支明细", "石桥村", "2026年5月") == 0
    path = root / "content/石桥村/2026年5月财务收支明细.yaml"
    assert capsys.readouterr().out == f"{path}\n"
    text = path.read_text("utf-8")
    assert "类别: 财务收支明细\n期间: 2026-05\n" in text
    assert "期初余额: 400.00" not in text


@pytest.mark.parametrize("place", ["石桥村", "shiqiao"])
@pytest.mark.parametrize("category", ["fin.ledger", "收支明细表"])
def test_the_opening_balance_is_carried_over(root: Path, category: str, place: str) -> None:
    assert new(root, category, place, "2026-03") == 0
    text = (root / "content/石桥村/2026年3月财务收支明细.yaml").read_text("utf-8")
    assert re.search("(?m)^期初余额: 400.00 +#", text)


def test_what_is_for_the_board_only_goes_into_the_private_folder(root: Path) -> None:
    assert new(root, "aid.dibao.list", "石桥村", "2026-03") == 0
    (path,) = (root / "content/石桥村/不公开").iterdir()
    assert path.name.startswith("2026年3月")


def test_nothing_is_ever_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(root, "财务收支明细", "石桥村", "2026-02") == 2
    assert "这一期已经有了：石桥村/二月.yaml" in capsys.readouterr().err
    path = root / "content/石桥村/2026年3月其他公示.yaml"
    path.write_text("别动", "utf-8")
    assert new(root, "其他公示", "石桥村", "2026-03") == 2
    assert path.read_text("utf-8") == "别动"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("财务收支明晰", "石桥村", "2026-03"), "是不是「财务收支明细」"),
        (("财务收支明细", "石乔村", "2026-03"), "是不是「石桥村」"),
        (("财务收支明细", "石桥村", "春天"), "读不懂期间"),
        (("town.budget", "石桥村", "2026"), ""),
    ],
)
def test_unknown_words_are_told(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert new(root, *words) == 2
    assert said in capsys.readouterr().err


def test_a_folder_without_content_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(tmp_path, "财务收支明细", "石桥村", "2026-03") == 2
    assert "没有 content 文件夹" in capsys.readouterr().err
