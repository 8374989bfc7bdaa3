from disclosure.catalogue.expression import names_in
from disclosure.catalogue.expression import show
from disclosure.catalogue.formula import parse


def test_every_name_is_found_with_the_table_its_condition_stands_in() -> None:
    identity = parse("甲 = -乙 × sum(表.栏 若 类=一) - previous.丙 ± 0.005 × 丁")
    assert [".".join(name.parts) for name in names_in(identity)] == ["甲", "乙", "表.栏", "表.类", "丙", "丁"]


def test_brackets_stand_only_where_they_must() -> None:
    for text in ("a = b - (c - d)", "a = b - c - d", "a = b × (c + d) ÷ (e × f)", "a = -(b + c)", "a = b + c × d"):
        assert show(parse(text)) == text


def test_names_that_would_not_parse_are_quoted() -> None:
    assert show(parse("「80-89周岁」 = 表.「3月」.金额(元)")) == "「80-89周岁」 = 表.「3月」.金额(元)"
