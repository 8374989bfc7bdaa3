"""What was once thrown at the program and got through: never again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.basis.invented import id_card
from tests.site.project import VILLAGE
from tests.site.project import inside
from tests.site.project import notice
from tests.site.project import write

ID = id_card("530123", __import__("datetime").date(1993, 4, 14), "572")
PHONE = "139" + "87651234"


def everything(root: Path, files: dict[str, str | bytes]) -> str:
    """Return all that a check and a build of these say and write, as one text."""
    write(root, files)
    said = [inside("check", "-C", root, "--output-format", form) for form in ("text", "json", "github", "sarif")]
    said.append(inside("build", "-C", root, "-o", root, "--channels", "page,table,data"))
    assert all(answer.code in (0, 1) for answer in said)
    written = [path.read_bytes() for folder in ("site", ".disclosure") for path in (root / folder).rglob("*") if path.is_file()]
    return "\n".join([answer.out + answer.err for answer in said] + [data.decode("utf-8", "replace") for data in written])


@pytest.mark.parametrize("unseen", ["\u200e", "\u2066", "\u061c", "\ufe0f", "\u202c", "\u2061", "\u034f"])
def test_digits_with_something_unseen_between_them(small: Path, unseen: str) -> None:
    text = everything(small, {f"{VILLAGE}/甲.yaml": notice("甲", f"注: 证{unseen.join((ID[:6], ID[6:14], ID[14:]))}\n")})
    assert "id-card-exposed" in text
    assert ID not in text.replace(unseen, "")


def test_a_card_where_the_hotline_stands(small: Path) -> None:
    text = everything(small, {f"{VILLAGE}/甲.yaml": notice("甲", f"监督电话: '{ID}'\n")})
    assert "id-card-exposed" in text
    assert ID not in text


def test_a_phone_in_the_place_of_a_sum(small: Path) -> None:
    rows = f"单位: 元\n表:\n  - 名: 表\n    行: |\n      户 | 金额(元)\n      甲 | {PHONE}\n      乙 | 200\n      合计 | 300\n"
    text = everything(small, {f"{VILLAGE}/甲.yaml": notice("甲", rows)})
    assert PHONE not in text.replace(",", "")


@pytest.mark.parametrize("body", [f"{PHONE[:3]}**{PHONE[3:]}**", f"{PHONE[:5]}<!-- -->{PHONE[5:]}", f"{PHONE[:6]}&#{ord(PHONE[6])};{PHONE[7:]}", f"{PHONE[:4]}<b></b>{PHONE[4:]}"])
def test_digits_that_markup_brings_together(small: Path, body: str) -> None:
    text = everything(small, {f"{VILLAGE}/甲.yaml": notice("甲", f"正文: |\n  找王甲一 {body} 两百元。\n")})
    assert "phone-exposed" in text


@pytest.mark.parametrize("mark", ["【私:因【病】绝密甲】", "[私:绝密甲]", "（私：绝密甲）", "〔私：绝密甲〕", "【\u200b私:绝密甲】"])
def test_marks_in_any_brackets(small: Path, mark: str) -> None:
    text = everything(small, {f"{VILLAGE}/甲.yaml": notice("甲", f"注: '补助{mark}'\n")})
    assert "绝密" not in text


def test_a_mark_in_the_role_of_a_signature(small: Path) -> None:
    filing = notice("甲", "正文: 检修。\n").replace("制表:", "'制表【私:绝密甲】':", 1)
    assert "绝密" not in everything(small, {f"{VILLAGE}/甲.yaml": filing})


def test_a_damaged_file_is_not_mended(small: Path) -> None:
    damaged = "类别: 其他公示\n期间: 2026-03\n事项: 情".encode() + b"\xe5\x86" + "说用明\n标题：明\n".encode()
    write(small, {f"{VILLAGE}/甲.yaml": damaged})
    assert inside("fix", "-C", small).code in (0, 1)
    assert (small / f"{VILLAGE}/甲.yaml").read_bytes() == damaged


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/catalogue/categories/x.yaml", "id: own.x\nname: 甲\ndue: {after: period_end, days: 99999999999}\n"),
        ("content/catalogue/categories/x.yaml", f"id: own.x\nname: 甲\nweight: {'9' * 5000}\n"),
    ],
)
def test_numbers_beyond_all_measure(small: Path, path: str, text: str) -> None:
    write(small, {path: text})
    assert "bad-value" in inside("check", "-C", small).out + inside("check", "-C", small, "--output-format", "json").out


def test_a_theme_of_three_hundred_letters(small: Path) -> None:
    site = (small / "content/site.yaml").read_text("utf-8")
    write(small, {"content/site.yaml": f"{site}主题: {'a' * 300}\n"})
    assert inside("check", "-C", small).code in (0, 1)
