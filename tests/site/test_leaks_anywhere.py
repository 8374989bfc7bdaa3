"""Whatever number of a person stands wherever in a small project, in whatever spelling: its digits leave nowhere."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from tests.basis.invented import BANK_CARDS
from tests.basis.invented import ID_CARDS
from tests.basis.invented import PHONES
from tests.site.planted import WIDE
from tests.site.planted import Files
from tests.site.planted import workbook
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import notice
from tests.site.project import small_files
from tests.site.project import write
from tests.site.test_leaks import leaks
from tests.site.test_leaks import told

PHASES = (Phase.explicit, Phase.generate)
"""No shrinking: one example is a whole build."""
ACCOUNTS = st.text("123456789", min_size=9, max_size=17)
CUTS = {"phone": (3, 7), "card": (4, 8, 12, 16), "id": (6, 14), "account": (4, 8, 12)}
ROWS = [["组别", "户主", "金额(元)"], ["一组", "王甲一", "200.00"]]
TABLE = "表:\n  - 名: 名单\n    行: |\n      组别 | 户主 | 金额(元)\n      一组 | 王甲一 {} | 200.00\n"


class Sown(NamedTuple):
    """A number, how it is typed, and the words to put before it so that it is known for what it is."""

    digits: str
    typed: str
    before: str


def _typed(kind: str, digits: str, spelling: str) -> Sown:
    cuts = [0, *(at for at in CUTS[kind] if at < len(digits)), len(digits)]
    typed = digits.translate(WIDE) if spelling == "wide" else spelling.join(digits[a:b] for a, b in itertools.pairwise(cuts))
    return Sown(digits, typed, "存折号 " if kind == "account" else "")


def sown(kind: str, digits: st.SearchStrategy[str]) -> st.SearchStrategy[Sown]:
    """Return numbers of one kind in every spelling the guard promises to see."""
    spellings = ["", "wide", " ", "-"] if kind == "account" else ["", "wide", " ", "-", "　", "－", "·", "\u200b"]
    return st.builds(_typed, st.just(kind), digits, st.sampled_from(spellings))


NUMBERS = st.one_of(sown("id", ID_CARDS), sown("card", BANK_CARDS), sown("phone", PHONES), sown("account", ACCOUNTS))


def _filing(text: str) -> Callable[[str, int, Sown], Files]:
    return lambda name, at, one: {f"{VILLAGE}/{name}.yaml": notice(name, text.replace("〔〕", one.before + one.typed).replace("〔n〕", str(at)))}


def _rows(ending: str, make: Callable[[list[list[str]], Sown], str | bytes]) -> Callable[[str, int, Sown], Files]:
    def files(name: str, at: int, one: Sown) -> Files:
        rows = [*ROWS, ["二组", f"王乙二 {one.before}{one.typed}", "300.00"]]
        return {f"{VILLAGE}/{name}.yaml": notice(name, f"表: [{{名: 名单, 行: {name}.{ending}}}]\n"), f"{VILLAGE}/{name}.{ending}": make(rows, one)}

    return files


def _csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def _plain(one: Sown) -> str:
    return one.before + one.digits


PLACES: dict[str, Callable[[str, int, Sown], Files]] = {
    "value": _filing("注: [王甲一 〔〕]\n"),
    "key": _filing("数据:\n  王甲一〔〕: 两户\n"),
    "unknown": _filing("王甲一〔〕: 两户\n"),
    "comment": _filing("# 备忘 〔〕\n"),
    "title": _filing("标题: 给王甲一〔〕的补助\n"),
    "cell": _filing(TABLE.format("〔〕")),
    "prose": _filing("正文: |\n  发给王甲一，〔〕，两百元。\n"),
    "secret": _filing("正文: 发给王甲一【私:〔〕】两百元。\n"),
    "broken": _filing("注: [没有收尾\n经办: 王甲一 〔〕\n"),
    "attached": _filing("附件: [王甲一〔〕.pdf]\n"),
    "file": lambda name, at, one: {f"{VILLAGE}/{name}王甲一{_plain(one)}.yaml": notice(name, "正文: 检修。\n")},
    "folder": lambda name, at, one: {f"{VILLAGE}/{name}{_plain(one)}/停水.yaml": notice(name, "正文: 检修。\n")},
    "stray": lambda name, at, one: {f"{VILLAGE}/{name}{_plain(one)}.docx": b"x"},
    "csv": _rows("csv", lambda rows, one: _csv(rows)),
    "csv foot": _rows("csv", lambda rows, one: _csv(ROWS) + f"\n经办,{one.before}{one.typed}\n"),
    "workbook": _rows("xlsx", lambda rows, one: workbook(rows)),
    "sheet name": _rows("xlsx", lambda rows, one: workbook(ROWS, _plain(one))),
    "workbook comment": _rows("xlsx", lambda rows, one: workbook(ROWS, comment=one.before + one.typed)),
    "attachment": lambda name, at, one: {
        f"{VILLAGE}/{name}.yaml": notice(name, f"附件: [{name}.xlsx]\n"),
        f"{VILLAGE}/{name}.xlsx": workbook([["甲", one.before + one.typed]]),
    },
    "markdown": lambda name, at, one: {f"{VILLAGE}/{name}.md": f"---\n{notice(name, '')}---\n发给王甲一 {one.before}{one.typed} 两百元。\n"},
    "place": lambda name, at, one: {
        f"{TOWN}/{name}/place.yaml": f"名称: {name}村\n级别: village\nslug: place{at}\n公示栏: [王甲一 {one.before}{one.typed} 门口]\n# {one.before}{one.typed}\n"
    },
    "catalogue": lambda name, at, one: {f"content/catalogue/categories/{name}.yaml": f"id: own.k{at}\nname: {name}\npurpose: 找王甲一 {one.before}{one.typed}\n"},
    "private": lambda name, at, one: {f"{VILLAGE}/不公开/{name}.yaml": notice(name, f"注: [王甲一 {one.before}{one.typed}]\n")},
    "site": lambda name, at, one: {},
}


def project(root: Path, plants: list[tuple[str, Sown]]) -> Path:
    """Write a township with every number at its place."""
    write(root, small_files())
    site = small_files()["content/site.yaml"]
    for at, (place, one) in enumerate(plants):
        write(root, PLACES[place](f"件{'甲乙丙丁戊己庚辛壬癸'[at]}", at, one))
        if place == "site":
            site += f"页脚{at}: 找王甲一 {one.before}{one.typed}\n# {one.before}{one.typed}\n"
    return write(root, {"content/site.yaml": site})


def _holds(plants: list[tuple[str, Sown]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seen = told(project(Path(folder), plants), "-v")
        assert leaks(seen, [one.digits for _, one in plants]) == []


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(sorted(PLACES)), NUMBERS), min_size=6, max_size=10, unique_by=lambda plant: plant[1].digits))
def test_no_digit_leaves_from_anywhere(plants: list[tuple[str, Sown]]) -> None:
    _holds(plants)


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(st.lists(st.tuples(st.sampled_from(sorted(PLACES)), NUMBERS), min_size=3, max_size=10, unique_by=lambda plant: plant[1].digits))
def test_no_digit_leaves_from_anywhere_in_many_projects(plants: list[tuple[str, Sown]]) -> None:
    _holds(plants)


@pytest.mark.parametrize("half", [0, 1])
def test_every_place_once(tmp_path: Path, half: int) -> None:
    """Each place with an account, which only its label gives away."""
    places = sorted(PLACES)[half::2]
    for part in (places[:10], places[10:]):
        plants = [(place, _typed("account", f"7{half}{at}64219{at}35", " ")) for at, place in enumerate(part)]
        if plants:
            root = tmp_path / part[0]
            assert leaks(told(project(root, plants)), [one.digits for _, one in plants]) == []
