"""Nothing personal leaves: neither through the site, nor through what is printed, nor through what is kept."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure.basis.private import scrub_path
from tests.site.planted import SLUGS
from tests.site.planted import WIDE
from tests.site.planted import Plant
from tests.site.planted import bare
from tests.site.planted import everything
from tests.site.planted import number
from tests.site.planted import plants
from tests.site.project import CHANNELS
from tests.site.project import OTHER
from tests.site.project import TOWN
from tests.site.project import VILLAGE
from tests.site.project import example
from tests.site.project import files
from tests.site.project import inside
from tests.site.project import notice
from tests.site.project import small_files
from tests.site.project import write

FORMATS = ("text", "concise", "json", "github")
BROKEN = ("期间: [", "\t坏", '标题: "没有收尾', "签字: {甲: }}", "- 列表", "公开日期 2026-08-24", "表：甲")


class Told(NamedTuple):
    """What one project lets out: by where it stands; and what `check` found."""

    texts: dict[str, str]
    found: set[tuple[str, str]]


def told(root: Path, *flags: str) -> Told:
    """Check in every format, build, and gather all that was said, published and kept."""
    texts: dict[str, str] = {}
    for form in FORMATS:
        answer = inside("check", "-C", root, "--output-format", form, "-v", *flags)
        texts[f"stdout {form}"], texts[f"stderr {form}"] = answer.out, answer.err
    built = inside("build", "-C", root, "-o", root, "--channels", CHANNELS, "-v")
    texts["stdout build"], texts["stderr build"] = built.out, built.err
    texts |= {name: everything(root / name) for name in ("site", "print", ".disclosure")}
    found = {(f"content/{one['path']}", one["slug"]) for one in json.loads(texts["stdout json"])["diagnostics"]}
    return Told({name: bare(text) for name, text in texts.items()}, found)


def leaks(seen: Told, numbers: list[str]) -> list[tuple[str, str]]:
    """Return (number, where) for each number that stands anywhere in what left."""
    return [(one, where) for one in numbers for where, text in seen.texts.items() if one in text]


@pytest.fixture(scope="module")
def sown() -> list[Plant]:
    return list(plants())


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, sown: list[Plant]) -> Told:
    root = write(tmp_path_factory.mktemp("sown"), small_files())
    for plant in sown:
        write(root, plant.files)
    return told(root)


def test_every_planted_number_is_found(seen: Told, sown: list[Plant]) -> None:
    assert [(plant.path, plant.slug) for plant in sown if (scrub_path(plant.path), plant.slug) not in seen.found] == []


def test_no_planted_number_leaves(seen: Told, sown: list[Plant]) -> None:
    assert leaks(seen, [plant.number for plant in sown]) == []


def test_only_the_filings_with_numbers_are_held(seen: Told) -> None:
    """Holding back is for the filing, not for the township: the six others are published."""
    published = Counter(part for part in ("九月收支", "2026年8月管网检修") if part in seen.texts["site"])
    assert "FINLEDGER" in seen.texts["site"]
    assert published
    assert "此件因含个人信息暂不上网" in seen.texts["site"]


@pytest.mark.parametrize("kind", SLUGS)
@pytest.mark.parametrize("between", [" ", "-", "　", "－", "·", "wide", ".", "\u200b"])
def test_broken_digits_are_found_and_do_not_leave(small: Path, kind: str, between: str) -> None:
    one = number(kind, 907)
    pieces = {"phone": (3, 7), "card": (4, 8, 12, 16), "id": (6, 14)}[kind]
    cuts = [0, *pieces, len(one)]
    typed = one.translate(WIDE) if between == "wide" else between.join(one[a:b] for a, b in itertools.pairwise(cuts))
    path = f"{VILLAGE}/补助.yaml"
    write(small, {path: notice("补助", f"标题: 给王甲一的补助\n注: [电话或卡号 {typed}]\n")})
    seen = told(small)
    assert (path, SLUGS[kind]) in seen.found
    assert leaks(seen, [one]) == []


@pytest.mark.parametrize("kind", SLUGS)
def test_numbers_in_settings_are_found_and_do_not_leave(small: Path, kind: str) -> None:
    numbers = [number(kind, 300 + at) for at in range(7)]
    site, place = "content/site.yaml", f"{OTHER}/place.yaml"
    texts = small_files()
    write(
        small,
        {
            site: f"{texts[site]}页脚: 找王甲一 {numbers[0]}\n# 备忘 {numbers[1]}\n{numbers[2]}: 甲\n",
            place: f"{texts[place]}公示栏: [王甲一 {numbers[3]} 家门口]\n情况: {{王甲一{numbers[4]}: 是}}\n# {numbers[5]}\n",
            f"{TOWN}/王甲一{numbers[6]}/place.yaml": "名称: 白塘村\n级别: village\nslug: baitang\n",
        },
    )
    seen = told(small)
    assert {path for path, slug in seen.found if slug == SLUGS[kind]} >= {site, place}
    assert leaks(seen, numbers) == []


@pytest.mark.parametrize("kind", SLUGS)
def test_what_fulfils_a_duty_is_named_without_numbers(small: Path, kind: str) -> None:
    """Duties tell the file that fulfils them and its matter, also of filings held back."""
    numbers = [number(kind, 600 + at) for at in range(3)]
    ledger = example("fin.ledger").replace("2026-09", "2026-10")
    dated = f"数据: {{王甲一{numbers[2]}: 2026-09-02}}\n"
    write(
        small,
        {
            f"{OTHER}/王甲一{numbers[0]}/收支.yaml": ledger,
            f"{VILLAGE}/收支.yaml": f"{ledger}批次: 王甲一 {numbers[1]}\n{dated}",
        },
    )
    assert leaks(told(small), numbers) == []


@pytest.mark.parametrize("kind", SLUGS)
def test_numbers_in_stray_files_do_not_leave(small: Path, kind: str) -> None:
    """A file nobody reads is named in a finding, and its name must not give a number away."""
    numbers = [number(kind, 400 + at) for at in range(6)]
    write(
        small,
        {
            f"{VILLAGE}/{numbers[0]}.yaml.txt": "x",
            f"{VILLAGE}/副本{numbers[1]}.yaml": "x",
            f"content/{numbers[2]}.yaml": notice("甲", ""),
            f"{VILLAGE}/{numbers[3]}/花名册.xlsx": b"x",
            f"content/catalogue/categories/{numbers[4]}.yaml": f"id: x.y\nname: {numbers[4]}\n",
            f"{VILLAGE}/图{numbers[5]}.png": b"x",
        },
    )
    assert leaks(told(small), numbers) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_does_not_parse_gives_nothing_away(small: Path, fault: str) -> None:
    """Even where no value can be told from a key, numbers are found, and no word of the file is repeated."""
    numbers = {kind: number(kind, 500) for kind in SLUGS}
    body = "".join(f"注{kind}: 王甲一 {one}\n" for kind, one in numbers.items())
    path, secret = f"{VILLAGE}/补助.yaml", f"{VILLAGE}/不公开/名单.yaml"
    names, (first, _, last) = renamed(example("aid.dibao.list"), names_of("aid.dibao.list", 1))
    names = names.replace("户主", f"户主{fault}").replace("期间: 2026-Q3", f"期间: 2026-Q2\n{fault}")
    text = f"经办：{last}\n经手: {fault} {last}\n{fault}\n{body}备注: {last}【私:机密病】\n- {last} {fault}\n"
    write(small, {path: notice("补助", text), secret: names})
    seen = told(small)
    assert leaks(seen, list(numbers.values())) == []
    assert {slug for at, slug in seen.found if at == path} >= set(SLUGS.values())
    assert [
        (name, where) for name in (last, first, "机密病") for where, text in seen.texts.items() if name in text
    ] == []


def names_of(category: str, column: int) -> list[str]:
    """Return the names in one column of a shipped example."""
    rows = [line.split("|") for line in example(category).split("\n") if line.count("|") > 3]
    return [row[column].strip() for row in rows[1:] if row[column].strip()]


def renamed(text: str, names: list[str]) -> tuple[str, list[str]]:
    """Return an example with other names in it: those of the catalogue's examples stand on the pages that explain it."""
    others = [f"欧阳{'甲乙丙丁戊己'[at]}{'子丑寅卯辰巳'[at]}" for at in range(len(names))]
    for name, other in zip(names, others, strict=True):
        text = text.replace(name, other)
    return text, others


def test_names_stay_where_they_may_be_read(small: Path) -> None:
    """Board-only names leave nowhere; names masked on the web stand in no file of the site and in nothing kept."""
    relief, others = renamed(example("aid.dibao.list"), names_of("aid.dibao.list", 1))
    subsidy, more = renamed(example("subs.arable").replace("褚", "阮"), [])
    write(small, {f"{VILLAGE}/不公开/低保.yaml": relief, f"{VILLAGE}/补贴/地力补贴.yaml": subsidy})
    seen = told(small)
    masked = [name for name in names_of("subs.arable", 1) if name.startswith("褚")]
    assert (len(others), len(masked), more) == (3, 1, [])
    hidden = others + [name.replace("褚", "阮") for name in masked]
    places = [where for where in seen.texts if where != "print"]
    assert [(name, where) for name in hidden for where in places if name in seen.texts[where]] == []
    assert "阮*仓" in seen.texts["site"]


def test_faults_in_a_board_only_filing_name_nobody(small: Path) -> None:
    text = (
        example("aid.dibao.list")
        .replace("1,180.00", "1,181.00")
        .replace("| 陶桂英 | 1 |", "| 陶桂英 卢存根 | 一二.三 |")
    )
    text, names = renamed(text + "栏: {费有田: 文字}\n陶桂英: 费有田\n", names_of("aid.dibao.list", 1))
    write(small, {f"{VILLAGE}/不公开/低保.yaml": text})
    seen = told(small)
    assert len({slug for path, slug in seen.found if path.endswith("低保.yaml")}) > 2
    for name in names:
        assert [where for where, said in seen.texts.items() if name in said] == []


_MARKED = (
    "标题: 救助〔〕\n", "正文: |\n  给王甲一〔〕救助。\n", "注: [王甲一〔〕]\n", "批次: 一批〔〕\n", "阶段: 初审〔〕\n", "文号: 村发〔〕\n",
    "落款: 村〔〕\n", "本期无: 没有〔〕\n", "后续: 去办〔〕\n", "转载: {机关: 县局〔〕, 文号: 农发〔〕}\n", "数据: {原因: 困难〔〕}\n",
    "数据:\n  原因〔〕: 2 户\n", "附件: [说明〔〕.pdf]\n", "豁免: [{规则: late-filing, 原因: 住院〔〕}]\n", "陌生〔〕: x\n", "# 〔〕\n",
    "表:\n  - 名: 名单\n    行: |\n      户主 | 原因 | 金额(元)\n      王甲一 | 困难〔〕 | 200.0.0\n",
    "表:\n  - 名: 名单〔〕\n    行: |\n      户主〔〕 | 金额(元)\n      王甲一 | 200.00\n",
    "表:\n  - 名: 名单\n    行: [{户主: 王〔〕, 金额: 3.00}, {户主: 李, 金额: x〔〕}]\n",
    "更正: [{日期: 2026-08-25, 位置: 1, 栏: 金额, 原: 2〔〕, 改: 3〔〕, 原因: 抄错〔〕, 批准: 李国强}]\n",
    "替代: qinghe/shiqiao/other.notice/2026-08-20~〔〕\n", "公示期: 2026-08-24/〔〕\n", "监督电话: 0000-6123380〔〕\n",
)  # fmt: skip


def test_what_is_marked_private_is_nowhere(small: Path) -> None:
    whole = {
        f"{VILLAGE}/救助{at}.yaml": notice(f"救助{at}", line.replace("〔〕", f"【私:机密{at}号】"))
        for at, line in enumerate(_MARKED)
    }
    rows = {f"{VILLAGE}/行.csv": "户主,原因,金额(元)\n王甲一,困难【私:机密行号】,200.00\n"}
    named = {f"{VILLAGE}/行.yaml": notice("行【私：机密事号】", "表: [{名: 名单, 行: 行.csv}]\n")}
    write(small, {**whole, **rows, **named})
    seen = told(small)
    assert [
        (where, said[at - 60 : at + 9]) for where, said in seen.texts.items() if (at := said.find("机密")) >= 0
    ] == []
    assert "【已隐去】" in seen.texts["site"]


def test_sources_are_not_published(sample: Path) -> None:
    """No workbook, row file or filing leaves as it came; a picture is drawn anew."""
    from tests.site.project import ROOT

    sources = {sha256(path.read_bytes()).hexdigest(): name for name, path in files(ROOT / "content")}
    sent = {sha256(path.read_bytes()).hexdigest(): name for name, path in files(sample / "site")}
    assert {sources[one] for one in sources.keys() & sent.keys() if not sent[one].endswith((".png", ".jpg"))} == set()
    assert {Path(name).suffix for name in sent.values()} <= {
        ".html",
        ".css",
        ".js",
        ".json",
        ".csv",
        ".xlsx",
        ".png",
        ".jpg",
    }


def test_no_name_of_a_relief_list_of_the_sample_is_on_the_web(sample: Path) -> None:
    """The names of the board-only lists of a whole year, looked for in every file of the site where no other may give them."""
    site = sample / "site"
    pages = [path for path in site.rglob("aid-dibao-list/**/*") if path.is_file() and "laws" not in path.relative_to(site).parts]
    assert {path.name for path in pages} == {"index.html"}
    for path in pages:
        assert "户主" not in path.read_text("utf-8")
        assert "<table" not in path.read_text("utf-8")
