from pathlib import Path

from disclosure.catalogue.sound import has_column

from .helpers import SHIPPED
from .helpers import local
from .helpers import slugs

HEAD = "id: a.b\nname: 试验\npurpose: 试验\n"


def test_unknown_citations_say_which_was_meant(tmp_path: Path) -> None:
    found = local(
        tmp_path, {"a.yaml": HEAD + "basis: [村组法2025/53]\n", "p.yaml": "id: p\nrules: [{basis: 没有/1}]\n"}
    )[1]
    assert slugs(found) == ["unknown-citation", "unknown-citation"]
    assert found[0].arguments["citation"] == "村组法2025/53"
    assert found[0].arguments["suggestion"] in SHIPPED.citations


def test_names_in_formulas_must_mean_something(tmp_path: Path) -> None:
    text = HEAD + (
        "facts: {a: {label: 甲(元), kind: money}}\n"
        "tables: {t: {label: 表, columns: {x: {label: 栏, kind: money}}}}\n"
        "identities: [a = sum(t.x), a = 表.合计.栏(元), x = 栏, a = t.x.低, a = sum(表.x 若 备注=一), a = count(t), a = previous.a,"
        " a = 财务收支明细.期末余额, 'a = #3', b = a, a = t.y, a = sum(t.x 若 z=一) ± 丙]\n"
        "charts: [{bar: t.z}]\n"
    )
    found = local(tmp_path, {"a.yaml": text})[1]
    assert [one.slug for one in found] == ["unknown-name"] * 5
    assert [one.arguments["name"] for one in found] == ["b", "t.y", "t.z", "丙", "t.z"]


def test_a_choice_names_a_list_that_exists(tmp_path: Path) -> None:
    text = HEAD + "tables: {t: {columns: {x: {kind: choice, of: acounts}}}}\n"
    assert slugs(local(tmp_path, {"a.yaml": text})[1]) == ["bad-value"]


def test_columns_are_known_by_id_label_path_and_with_a_unit() -> None:
    (table,) = SHIPPED.categories["subs.arable"].tables
    for name in ("area", "补贴面积", "补贴面积(亩)", "备注", "序号"):
        assert has_column(table, name)
    assert not has_column(table, "面积")


def test_a_fact_may_not_be_shown_more_openly(tmp_path: Path) -> None:
    files = {
        "a.yaml": HEAD + "media: [board]\nfacts: {who: {label: 谁, kind: person}}\n",
        "b.yaml": "extends: a.b\nid: a.c\nfacts: {who: {personal: {board: show, web: show}}}\n",
    }
    catalogue, found = local(tmp_path, files)
    assert slugs(found) == ["media-widened"]
    personal = catalogue.categories["a.c"].facts[0].personal
    assert personal is not None
    assert personal.web == "mask"
