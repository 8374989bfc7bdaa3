from pathlib import Path

import pytest

from disclosure.catalogue.load import load_catalogue

from .helpers import SHIPPED
from .helpers import SHIPPED_FOUND
from .helpers import local
from .helpers import slugs

MINE = """
    id: yunxi.seed
    name: 良种补贴
    subject: subsidy
    purpose: 谁家领了多少良种。
    basis: [村组法2025/35]
    tables:
      list: {label: 名单, columns: {head: {label: 户主, kind: person}, amount: {label: 金额, kind: money}}}
    identities: [sum(list.amount) = sum(list.金额)]
"""


def test_the_shipped_catalogue_has_no_findings() -> None:
    assert not SHIPPED_FOUND


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    catalogue, found = load_catalogue(tmp_path / "catalogue")
    assert not found
    assert list(catalogue.categories) == list(SHIPPED.categories)


def test_a_local_category_is_found_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("seed.yaml", "categories/seed.yml"):
        catalogue, found = local(tmp_path / name[:4], {name: MINE})
        assert not found
        assert catalogue.find("良种补贴") is catalogue.categories["yunxi.seed"]
        assert catalogue.categories["yunxi.seed"].span.path == f"catalogue/{name}"


def test_the_same_id_without_extends_is_an_error_and_the_old_one_stays(tmp_path: Path) -> None:
    catalogue, found = local(tmp_path, {"ledger.yaml": "id: fin.ledger\nname: 我的账\n"})
    assert slugs(found) == ["category-redefined"]
    assert found[0].span[:3] == ("catalogue/ledger.yaml", 1, 5)
    assert catalogue.categories["fin.ledger"] == SHIPPED.categories["fin.ledger"]


def test_extending_adds_and_tightens_and_keeps_the_id(tmp_path: Path) -> None:
    catalogue, found = local(
        tmp_path,
        {
            "ledger.yaml": """
            extends: fin.ledger
            cadence: month
            sign: [制表, 监委会审核, 负责人, 包村干部]
            aliases: [流水账]
            tables:
              lines:
                columns:
                  summary: {min_length: 8}
                  project: {label: 项目, kind: text}
            identities: [closing ≥ cash]
            """
        },
    )
    assert not found
    old, new = SHIPPED.categories["fin.ledger"], catalogue.categories["fin.ledger"]
    assert new.cadence.rhythms == ("month",)
    assert new.sign == (*old.sign, "包村干部")
    assert new.aliases == (*old.aliases, "流水账")
    assert [column.id for column in new.tables[0].columns] == [
        *(column.id for column in old.tables[0].columns),
        "project",
    ]
    summary = next(column for column in new.tables[0].columns if column.id == "summary")
    assert (summary.label, summary.min_length, summary.required) == ("摘要", 8, True)
    assert [one.text for one in new.identities] == [*(one.text for one in old.identities), "closing ≥ cash"]
    assert new.basis == old.basis


def test_extending_with_another_id_leaves_the_first_alone(tmp_path: Path) -> None:
    files = {"a.yaml": "extends: b.c\nid: d.e\nname: 丁\n", "z.yaml": "extends: fin.ledger\nid: b.c\nname: 乙\n"}
    catalogue, found = local(tmp_path, files)
    assert not found
    assert catalogue.categories["fin.ledger"] == SHIPPED.categories["fin.ledger"]
    assert catalogue.categories["d.e"].tables == SHIPPED.categories["fin.ledger"].tables


@pytest.mark.parametrize("base", ["fin.leger", "d.e"])
def test_extending_what_nobody_has_is_a_finding(tmp_path: Path, base: str) -> None:
    catalogue, found = local(tmp_path, {"a.yaml": f"extends: {base}\nid: d.e\nname: 丁\n"})
    assert slugs(found) == ["unknown-category"]
    assert "d.e" not in catalogue.categories
    if base == "fin.leger":
        assert found[0].arguments["suggestion"] == "fin.ledger"


def test_a_local_list_never_widens_media(tmp_path: Path) -> None:
    catalogue, found = local(tmp_path, {"a.yaml": "extends: aid.dibao.list\nmedia: [board, web]\n"})
    assert slugs(found) == ["media-widened"]
    assert found[0].span[:2] == ("catalogue/a.yaml", 2)
    assert catalogue.categories["aid.dibao.list"].media == ("board",)


def test_nor_does_it_show_more_of_a_person(tmp_path: Path) -> None:
    text = """
        extends: aid.disaster
        tables:
          recipients: {columns: {head: {personal: {board: hide, web: show}}}}
    """
    catalogue, found = local(tmp_path, {"a.yaml": text})
    assert slugs(found) == ["media-widened"]
    head = next(column for column in catalogue.categories["aid.disaster"].tables[1].columns if column.id == "head")
    assert head.personal is not None
    assert (head.personal.board, head.personal.web) == ("hide", "hide")


def test_local_laws_profiles_and_lists(tmp_path: Path) -> None:
    catalogue, found = local(
        tmp_path,
        {
            "laws.yaml": "云溪办法/3: {law: 云溪县村务公开办法, article: 3, duty: 每月公布, verified: text}\n",
            "profiles/yunxi.yaml": """
            id: yunxi
            name: 云溪县
            extends: chongqing
            rules: [{match: {category: fin.ledger}, cadence: month, basis: 云溪办法/3}]
            """,
            "choices.yaml": "accounts: [水费收入]\nours: [甲]\n",
            "words.yaml": "illness: [怪病]\n",
        },
    )
    assert not found
    assert catalogue.citations["云溪办法/3"].label == "《云溪县村务公开办法》第三条"
    profile = catalogue.profiles["yunxi"]
    assert len(profile.rules) == len(SHIPPED.profiles["chongqing"].rules) + 1
    assert catalogue.choices["accounts"] == (*SHIPPED.choices["accounts"], "水费收入")
    assert catalogue.choices["ours"] == ("甲",)
    assert catalogue.words["illness"][-1] == "怪病"


def test_a_law_keeps_its_first_meaning(tmp_path: Path) -> None:
    text = "村组法2025/35: {law: 别的法, article: 1, duty: 不公布, verified: text}\n"
    catalogue, found = local(tmp_path, {"laws.yaml": text})
    assert slugs(found) == ["duplicate-key"]
    assert catalogue.citations["村组法2025/35"].law == "村民委员会组织法"


def test_a_profile_of_the_same_id_must_extend(tmp_path: Path) -> None:
    assert slugs(local(tmp_path, {"profiles/a.yaml": "id: chongqing\nrules: []\n"})[1]) == ["category-redefined"]


def test_a_file_that_does_not_parse_says_so_and_hides_nothing_else(tmp_path: Path) -> None:
    catalogue, found = local(tmp_path, {"a.yaml": "id: [\n", "seed.yaml": MINE, "b.yaml": "name: 没有编号\n"})
    assert "yunxi.seed" in catalogue.categories
    assert {one.span.path for one in found} == {"catalogue/a.yaml", "catalogue/b.yaml"}
