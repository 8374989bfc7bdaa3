import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.catalogue.formula import LONGEST
from disclosure.catalogue.formula import Binary
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import Date
from disclosure.catalogue.formula import Expression
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import Identity
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import Negative
from disclosure.catalogue.formula import Number
from disclosure.catalogue.formula import parse
from disclosure.catalogue.formula import parse_expression
from disclosure.catalogue.formula import same
from disclosure.catalogue.formula import show


def name(*parts: str) -> Name:
    return Name(parts)


def number(text: str) -> Number:
    return Number(Decimal(text), text)


def sides(text: str) -> tuple[Expression, ...]:
    return parse(text).sides


def test_the_closing_balance() -> None:
    identity = parse("closing = opening + sum(lines.income) - sum(lines.expense)")
    income, expense = Call("sum", name("lines", "income")), Call("sum", name("lines", "expense"))
    assert identity.operators == ("=",)
    assert identity.sides == (name("closing"), Binary("-", Binary("+", name("opening"), income), expense))


def test_products_bind_closer_than_sums_and_both_read_from_the_left() -> None:
    assert sides("a=b+c*d")[1] == Binary("+", name("b"), Binary("×", name("c"), name("d")))
    assert sides("a=b-c-d")[1] == Binary("-", Binary("-", name("b"), name("c")), name("d"))
    assert sides("a=b÷c/d")[1] == Binary("÷", Binary("÷", name("b"), name("c")), name("d"))
    assert sides("a=(b-c)*d")[1] == Binary("×", Binary("-", name("b"), name("c")), name("d"))


@pytest.mark.parametrize("text", ["a≤b≤c", "a <= b <= c", "a ＜＝ b≦c"])
def test_chains(text: str) -> None:
    assert same(parse(text), parse("a ≤ b ≤ c"))
    assert parse(text).operators == ("≤", "≤")


@pytest.mark.parametrize("text", ["a=b-c", "a ＝ b − c", "a=b－c", "a == b–c"])
def test_signs_have_many_spellings(text: str) -> None:
    assert same(parse(text), parse("a = b - c"))


def test_a_relation_may_be_the_other_way_round() -> None:
    assert parse("a ≥ b").operators == parse("a>=b").operators == ("≥",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.50"),
        ("10%", "0.10"),
        ("0.5%", "0.005"),
        ("３％", "0.03"),
        ("5‰", "0.005"),
        ("１２，０００．５", "12000.5"),
        ("0.005", "0.005"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert sides(f"a = {text}")[1] == Number(Decimal(value), text)


def test_a_day_is_no_subtraction() -> None:
    assert sides("2026-03-05 ≤ 公开日期")[0] == Date(date(2026, 3, 5), "2026-03-05")
    assert sides("a = 2026 - 03")[1] == Binary("-", number("2026"), number("03"))


def test_names_keep_a_bracket_that_holds_a_unit() -> None:
    assert sides("金额(元) = 面积（亩） * 单价(元)") == (
        name("金额(元)"),
        Binary("×", name("面积（亩）"), name("单价(元)")),
    )


def test_a_bracket_behind_an_operator_is_a_bracket() -> None:
    assert sides("x = a*(b+c)")[1] == Binary("×", name("a"), Binary("+", name("b"), name("c")))


def test_quotes_hold_what_would_not_parse() -> None:
    assert sides("「80-89周岁(人)」 + 表.「3月」.金额 = 1")[0] == Binary(
        "+", name("80-89周岁(人)"), name("表", "3月", "金额")
    )


def test_cells_columns_and_what_was_before() -> None:
    assert sides("#5 = 表.#4")[:2] == (Name((), number="5"), Name(("表",), number="4"))
    assert sides("表.行.栏 = previous.期末余额") == (name("表", "行", "栏"), Name(("期末余额",), previous=True))
    assert sides("previous.#5 = 1")[0] == Name((), previous=True, number="5")


def test_sums_under_a_condition() -> None:
    wanted = Call("sum", name("表", "栏"), (name("类"), "产业"))
    assert sides("a = sum(表.栏 若 类=产业)")[1] == wanted
    assert sides("a = sum(表.栏 若 类 = 「产业」)")[1] == wanted
    assert sides("a = count(表 若 类=一(甲) 二)")[1] == Call("count", name("表"), (name("类"), "一(甲) 二"))


def test_sums_of_products_and_counts() -> None:
    assert sides("a = sum(表.a * 表.b)")[1] == Call("sum", Binary("×", name("表", "a"), name("表", "b")))
    assert sides("a = count(表)")[1] == Call("count", name("表"))
    assert sides("count = count(count)") == (name("count"), Call("count", name("count")))


@pytest.mark.parametrize("text", ["a = b ± 0.005 * 总人数", "a = b +- 0.005*总人数"])
def test_tolerance(text: str) -> None:
    assert parse(text).tolerance == Binary("×", number("0.005"), name("总人数"))


def test_minus_stands_before_anything() -> None:
    assert sides("a = -b × -(c + d)")[1] == Binary(
        "×", Negative(name("b")), Negative(Binary("+", name("c"), name("d")))
    )


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ("a", 1, "只有一边"),
        ("", 0, "没有写完"),
        ("a =", 3, "没有写完"),
        ("a = (b", 6, "没有关上"),
        ("a = b)", 5, "不该是「)」"),
        ("a < b", 2, "没有大于、小于"),
        ("a = b c", 6, "不该是「c」"),
        ("a(b+c) = 1", 1, "不该是「(」"),
        ("a = 20万元", 4, "「」"),
        ("a = 表.3月", 6, "「」"),
        ("a = 2026-13-05", 4, "没有 2026-13-05"),
        ("a = #", 5, "栏号"),
        ("a = 「」", 4, "名字"),
        ("a = b & c", 6, "看不懂「&」"),
        ("a = sum(b 若 c)", 13, "栏=内容"),
        ("a = sum(b 若 c=)", 14, "没有内容"),
        ("a = #5.b", 8, "最后"),
        ("(" * 40 + "a", 24, "太深"),
        ("a = " + "-" * 40 + "b", 28, "太深"),
        ("a" * (LONGEST + 1), LONGEST, "太长"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, offset: int, words: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(words)) as caught:
        parse(text)
    assert caught.value.offset == offset


def test_an_expression_alone() -> None:
    wanted = Binary("-", name("总任务"), name("已完成"))
    assert parse_expression("=总任务-已完成").sides == parse_expression(" 总任务 - 已完成").sides == (wanted,)
    with pytest.raises(FormulaError, match="等号"):
        parse_expression("a = b")


labels = st.one_of(
    st.sampled_from(
        ["期末余额", "金额(元)", "面积（亩）", "lines", "sum", "count", "若", "previous", "卫生费、治安费", "A级", "_x"]
    ),
    st.text(st.characters(blacklist_characters="「」\n", blacklist_categories=["Cs"]), min_size=1, max_size=6)
    .map(str.strip)
    .filter(lambda text: bool(text) and not text.startswith("#")),
)
paths = st.lists(labels, min_size=1, max_size=3)
names = st.one_of(
    paths.filter(lambda parts: parts[0] != "previous" or len(parts) == 1).map(lambda parts: Name(tuple(parts))),
    paths.map(lambda parts: Name(tuple(parts), previous=True)),
    st.integers(0, 99).map(lambda index: Name((), number=str(index))),
)
numbers = st.decimals(0, 10**9, places=2, allow_nan=False).map(lambda value: Number(value, f"{value:,.2f}"))
days = st.dates().map(lambda day: Date(day, day.isoformat()))
conditions = st.tuples(names.filter(lambda one: not one.previous), labels)


def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    functions = st.sampled_from(["sum", "count"])
    return st.one_of(
        st.builds(Binary, st.sampled_from("+-×÷"), inner, inner),
        st.builds(Negative, inner),
        st.builds(Call, functions, inner, st.none() | conditions),
    )


expressions = st.recursive(st.one_of(names, numbers, days), grown, max_leaves=8)
chains = st.lists(st.tuples(st.sampled_from("=≤≥"), expressions), min_size=1, max_size=3)


@given(expressions, chains, st.none() | expressions)
@settings(max_examples=150, deadline=None)
def test_printing_and_parsing_are_each_others_reverse(
    first: Expression, chain: list[tuple[str, Expression]], tolerance: Expression | None
) -> None:
    operators = tuple(operator for operator, _ in chain)
    identity = Identity("", (first, *(side for _, side in chain)), operators, tolerance)
    text = show(identity)
    if len(text) <= LONGEST:
        assert same(parse(text), identity), text


fragments = st.lists(
    st.sampled_from(
        [
            "a",
            "表",
            ".",
            "(",
            ")",
            "（",
            "）",
            "+",
            "-",
            "*",
            "÷",
            "=",
            "≤",
            "±",
            "#",
            "5",
            "1,234.5%",
            "「x y」",
            "「",
            "若",
            "sum(",
            "count(",
            " ",
            "2026-03-05",
            "previous",
        ]
    ),
    max_size=14,
).map("".join)


@given(st.one_of(st.text(max_size=60), fragments))
@settings(max_examples=400, deadline=None)
def test_nothing_but_a_formula_error_ever_comes_out(text: str) -> None:
    try:
        identity = parse(text)
    except FormulaError as error:
        assert 0 <= error.offset <= len(text)
        assert str(error)
    else:
        assert identity.text == text
        assert same(parse(show(identity)), identity)
