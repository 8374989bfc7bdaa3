import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue.category import VALUE_KINDS
from disclosure.catalogue.category import read_category
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Chart
from disclosure.reading.table import Personal

from .helpers import category
from .helpers import mapping
from .helpers import slugs


def test_what_is_not_stated_has_a_plain_default() -> None:
    read, found = category("purpose: 试验")
    assert not found
    assert read == Category(id="x.y", name="试验", subject="decision", purpose="试验", span=read.span)


def test_keys_may_be_chinese_where_they_have_a_label() -> None:
    read, found = category("栏目: land\n别名: [甲]\n依据: 某法/1\n必须: always\n核心: 是")
    assert (read.subject, read.aliases, read.basis, read.required, read.essential) == (
        "land",
        ("甲",),
        ("某法/1",),
        "always",
        True,
    )
    assert not found


@pytest.mark.parametrize("text", ["name: 甲", "id: a.b", "id: A B\nname: 甲", "id: 村务\nname: 甲"])
def test_without_a_usable_id_and_a_name_there_is_no_category(text: str) -> None:
    found: list[Diagnostic] = []
    assert read_category(mapping(text), found) is None
    assert found


def test_columns_and_facts() -> None:
    read, found = category(
        """
        facts:
          opening: {label: 期初余额, kind: money, required: true, note: 上期的}
          head: {label: 户主, kind: person}
        tables:
          list:
            label: 名单
            required: no
            note: 一户一行
            columns:
              head: {label: 户主, kind: person, required: true}
              own: {label: 经手人, kind: person, personal: {board: show, web: show}}
              card: {label: 卡号, kind: bank_card}
              half: {label: 住址, kind: text, personal: {board: mask}}
              area: {label: 面积, kind: area, unit: 亩, total: true, group: [C级, 补助]}
              price: {label: 单价, kind: rate, unit: 元/亩}
              left: {label: 余额, kind: money, additive: no}
              heads: {label: 人数, kind: count, additive: periods, distinct: yes}
              sort: {label: 类, kind: choice, of: accounts, width: wide, align: left, min_length: 2}
        """
    )
    assert not found
    assert [(fact.id, fact.required, fact.note) for fact in read.facts] == [
        ("opening", True, "上期的"),
        ("head", False, ""),
    ]
    assert read.facts[1].personal == Personal("show", "mask")
    (table,) = read.tables
    assert (table.label, table.required, table.note) == ("名单", False, "一户一行")
    head, own, card, half, area, price, left, heads, sort = table.columns
    assert (head.personal, own.personal, card.personal, half.personal) == (
        Personal("show", "mask"),
        Personal("show", "show"),
        Personal("hide", "hide"),
        Personal("mask", "hide"),
    )
    assert (area.path, area.unit, area.total, area.additive) == ("C级/补助/面积", "亩", True, "yes")
    assert (price.additive, left.additive, heads.additive, sort.additive) == ("no", "no", "periods", "no")
    assert heads.distinct
    assert (sort.of, sort.width, sort.align, sort.min_length) == ("accounts", "wide", "left", 2)
    assert head.span is not None
    assert (head.span.line, head.span.column) == (13, 7)


@pytest.mark.parametrize("kind", VALUE_KINDS)
def test_every_kind_of_the_contract_is_known(kind: str) -> None:
    read, found = category(f"facts: {{a: {{label: 甲, kind: {kind}}}}}")
    assert read.facts[0].kind == kind
    assert not found


def test_formulas_and_charts_are_parsed_when_read() -> None:
    read, found = category(
        """
        facts: {a: {label: 甲, kind: money}}
        identities: [a = previous.a, a = ]
        charts: [{bar: a, by: b}, {line: a +}, {line: a}]
        """
    )
    assert [identity.text for identity in read.identities] == ["a = previous.a"]
    assert read.charts == (Chart("bar", "a", "b"), Chart("line", "a"))
    assert [(one.slug, one.span.line) for one in found] == [("bad-formula", 5), ("bad-formula", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "subject: money", "level: [moon]", "owner: nobody", "kind: gossip", "audience: cats", "media: [radio]", "depth: shallow",
        "nil: maybe", "weight: heavy", "essential: perhaps", "in_force: {from: soon}", "facts: {a: {kind: colour}}",
        "tables: {t: {columns: {a: {width: huge}}}}", "tables: {t: {columns: {a: {personal: {web: sometimes}}}}}",
    ],
)  # fmt: skip
def test_words_outside_their_list_are_findings(text: str) -> None:
    assert slugs(category(text)[1]) == ["bad-value"]


@pytest.mark.parametrize(
    "text", ["colour: red", "facts: {a: {colour: red}}", "tables: {t: {rows: 3}}", "charts: [{pie: a}]"]
)
def test_unknown_keys_are_findings_at_every_depth(text: str) -> None:
    assert "unknown-key" in slugs(category(text)[1])


@pytest.mark.parametrize("text", ["facts: [a]", "tables: a", "charts: a", "name: [a]\nid: x.y"])
def test_wrong_shapes_are_findings(text: str) -> None:
    found: list[Diagnostic] = []
    read_category(mapping("id: x.y\nname: 甲\n" + text if "id" not in text else text), found)
    assert "wrong-shape" in slugs(found)


def test_an_example_keeps_its_lines() -> None:
    assert category("example: |\n  类别: 甲\n  数据:\n    a: 1\n")[0].example == "类别: 甲\n数据:\n  a: 1\n"
