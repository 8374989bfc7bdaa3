"""YAML as accountants type it: every trap gets its own plain finding at the true place, and no reading ever fails."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import find_personal
from disclosure.reading.lines import lines_of
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Node
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.yaml import Document
from disclosure.reading.yaml import read_markdown
from disclosure.reading.yaml import read_slowly
from disclosure.reading.yaml import read_yaml
from disclosure.rules.registry import all_rules
from tests.basis.invented import id_card
from tests.reading.typing_errors import FRAGMENTS
from tests.reading.typing_errors import TYPED

HERE = "‸"
"""Stands before the character a finding must point at; not a part of the text."""


def read(text: str) -> Document:
    return read_yaml(text.encode(), "x.yaml")


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node:
            yield key
            yield from scalars(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and line and column of each of them."""
    places = []
    while HERE in text:
        at = text.index(HERE)
        text = text[:at] + text[at + 1 :]
        places.append((text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))
    return text, places


def places_of(found: tuple[Diagnostic, ...], slug: str) -> list[tuple[int, int]]:
    return [(one.span.line, one.span.column) for one in found if one.slug == slug]


TRAPS = [
    ("full-width-colon", "期初: 1\n期末‸：2\n余: 3\n"),
    ("full-width-colon", "期初: 1\n期末‸：2\n"),
    ("full-width-colon", "金额‸：100"),
    ("full-width-colon", "类别‸：财务\n期间‸：2026\n金额‸：3\n"),
    ("full-width-colon", "签字:\n  制表‸：王敏\n  审核‸：李国强\n"),
    ("full-width-colon", "签字:\n  制表‸：王敏\n  审核: 李国强\n"),
    ("full-width-colon", "行:\n  - 日期‸：3-05\n    金额‸：100\n  - 日期: 3-06\n    金额: 100\n"),
    ("full-width-colon", "行:\n  - {姓名‸：李国强，日期：3-05}\n"),
    ("full-width-colon", "行:\n  - {姓名‸：李国强, 日期: 3-05}\n"),
    ("missing-space-after-colon", "期末余额‸:158,090.00\n期初: 1\n"),
    ("missing-space-after-colon", "期初: 1\n期末余额‸:158,090.00\n"),
    ("missing-space-after-colon", "行:\n  - {收入‸:100, 日期: 3-05}\n"),
    ("missing-space-after-colon", "签字:\n  制表‸:王敏\n"),
    ("tab-indent", "签字:\n‸\t制表: 王敏\n"),
    ("tab-indent", "行:\n‸\t- {日期: 3-05}\n‸\t- {日期: 3-06}\n"),
    ("tab-indent", "行:\n  -‸\t日期: 3-05\n    金额: 1\n"),
    ("full-width-indent", "签字:\n‸　　制表: 王敏\n‸　　审核: 李国强\n余: 1\n"),
    ("full-width-indent", "签字:\n‸\u00a0\u00a0制表: 王敏\n"),
    ("full-width-indent", "行:\n‸　　- 一\n‸　　- 二\n"),
    ("list-dash-full-width", "行:\n  ‸－ 日期: 3-05\n    金额: 1\n  ‸－ 日期: 3-06\n    金额: 2\n"),
    ("list-dash-full-width", "注:\n  ‸－按表计收\n  ‸－另行公示\n"),
    ("list-dash-full-width", "注:\n  ‸• 按表计收\n"),
    ("missing-space-after-dash", "行:\n  ‸-日期: 3-05\n    金额: 1\n"),
    ("missing-space-after-dash", "行:\n  ‸-日期: 3-05\n   金额: 1\n"),
    ("full-width-punctuation", "行:\n  - {姓名: 李国强‸，日期: 3-05}\n"),
    ("full-width-punctuation", "行:\n  - ‸｛日期: 3-05｝\n"),
    ("full-width-punctuation", "余: 1\n‸＃ 说明\n期: 2\n"),
    ("full-width-punctuation", "行:\n  - {姓名: 李国强‸；日期: 3-05}\n"),
    ("missing-comma", "行:\n  - {日期: 3-05‸ 摘要: 修路, 支出: 5}\n  - {日期: 3-06}\n"),
    ("merge-conflict", "类别: 财务\n‸<<<<<<< HEAD\n余额: 1\n‸=======\n期末: 2\n‸>>>>>>> theirs\n期间: 2026\n"),
    ("missing-space-after-dash", "行:\n  ‸-{日期: 3-05}\n  ‸-{日期: 3-06}\n"),
    ("unquoted-hash", "组: 三组 ‸#5\n号: ‸#5\n"),
    ("unquoted-hash", "注:\n  - 三组 ‸#5\n"),
    (
        "needs-quotes",
        '一: ‸@x\n二: ‸%5\n三: ‸!重要\n四: ‸*新\n五: ‸> 5\n六: ‸[2026]3号\n七: ‸"三组"的\n八: ‸- 无\n九: ‸`x`\n十: ‸&新\n',
    ),
    ("needs-quotes", "说明: ‸单价: 5元\n"),
    ("needs-quotes", "说明: ‸单价:\n余: 1\n"),
    ("needs-quotes", "行:\n  - {说明: ‸单价: 5元, 余: 1}\n  - {说明: ‸付[三]组, 余: 1}\n"),
    ("needs-quotes", "‸@比率: 5\n"),
    ("needs-quotes", "说明: ‸*abc\n"),
    ("unclosed-quote", '标题: ‸"公示\n期间: 2026\n'),
    ("unclosed-quote", '标题: ‸"公示\n期间: 2026\n注: "另文"\n'),
    ("unclosed-quote", '标题: ‸"公示”\n期间: 2026\n'),
    ("unclosed-quote", "标题: ‸'公示\n期间: 2026\n"),
    ("unclosed-quote", '行:\n  - {标题: ‸"公示, 期间: 2026}\n  - {标题: 一}\n'),
    ("unclosed-bracket", "行:\n  - ‸{日期: 3-05\n  - {日期: 3-06}\n"),
    ("unclosed-bracket", "行:\n  - {日期: 3-05‸]\n"),
    ("bad-escape", '注: "D:‸\\资料"\n'),
    ("indent-off", "行:\n  - {日期: 3-05}\n‸ - {日期: 3-06}\n"),
    ("indent-off", "行:\n  - 日期: 3-05\n‸     金额: 1\n"),
    ("indent-off", "签字:\n   制表: 王敏\n‸  审核: 李国强\n"),
    ("missing-colon", "‸期末余额 158,090.00\n余: 1\n"),
    ("missing-colon", "注: 第一段\n‸第二段没有缩进，于是断了。\n余: 1\n"),
    ("missing-colon", "行:\n  - {‸米, 面: 1}\n"),
    ("missing-colon", "行:\n  - {组: 一, ‸水费 35.00}\n"),
    ("cut-by-comma", "行:\n  - {摘要: 米,‸面, 金额: 12, ‸000}\n"),
    ("duplicate-key", "金额: 1\n期间: 2\n‸金额: 3\n"),
    ("duplicate-key", "行:\n  - {金额: 1, ‸金额: 3}\n"),
    ("two-documents", "一: 1\n‸---\n二: 2\n"),
    ("alias-refused", "一: ‸&x 1\n二: ‸*x\n"),
    ("alias-refused", "一: ‸&x\n  - 1\n二: ‸*x\n"),
    ("tag-refused", "一: ‸!!str 5\n"),
    ("tag-refused", "一: ‸!!python/object:os.system 5\n"),
    ("tag-refused", "一: ‸!include 别处.yaml\n"),
    ("not-a-mapping", "‸- 一\n- 二\n"),
    ("empty-file", "‸"),
    ("empty-file", "‸# 还没有写\n\n"),
    ("too-many-brackets", "一: " + "[" * 31 + "‸[" + "[" * 100_000),
    ("too-deep", "一:\n" + "- " * 31 + "‸" + "- " * 100_000),
    ("syntax-error", "签字:\n  制表: 王敏\n  ‸- 李国强\n"),
    ("syntax-error", "行:\n  - {‸[甲]: 1}\n"),
]


@pytest.mark.parametrize(("slug", "text"), TRAPS, ids=[f"{slug}-{at}" for at, (slug, _) in enumerate(TRAPS)])
def test_each_trap_is_named_at_its_place_and_nothing_else_is(slug: str, text: str) -> None:
    typed, places = marked(text)
    found = read(typed).diagnostics
    assert places_of(found, slug) == places
    assert {one.slug for one in found} == {slug}


@pytest.mark.parametrize("text", [text for _, text in TRAPS])
def test_every_sentence_has_all_its_words(text: str) -> None:
    for one in read(marked(text)[0]).diagnostics:
        rule = all_rules()[one.slug].rule
        for template in (rule.message, rule.help):
            plain = template.replace("⟦", "").replace("⟧", "")
            assert {name for _, name, _, _ in Formatter().parse(plain) if name} <= set(one.arguments)


def test_all_faults_are_found_in_one_reading() -> None:
    text = '类别: 财务\n期初：1\n类别: 财务\n标题: "公示\n期间: 2026\n余额：5\n签字:\n　　制表: 王敏\n注: 三组 #5\n行:\n  - {收入:1}\n  - {摘要: 米,面}\n'
    document = read(text)
    assert [(one.slug, one.span.line) for one in document.diagnostics] == [
        ("full-width-colon", 2),
        ("duplicate-key", 3),
        ("unclosed-quote", 4),
        ("full-width-colon", 6),
        ("full-width-indent", 8),
        ("unquoted-hash", 9),
        ("missing-space-after-colon", 11),
        ("cut-by-comma", 12),
    ]
    assert document.broken
    assert document.root is None


def test_what_a_broken_file_would_say_is_kept_apart() -> None:
    document = read("类别: 财务\n期间：2026-03\n余额: 5\n")
    assert document.root is None
    assert document.guess is not None
    period = document.guess.get("期间")
    assert isinstance(period, Scalar)
    assert (period.text, document.text[period.span.start : period.span.end]) == ("2026-03", "2026-03")


@pytest.mark.parametrize(
    "text",
    [
        "注: 说明：以上款项\n",
        "注:\n  说明：以上款项已经核对。\n",
        "注:\n  - 说明：以上款项\n  - 附：清单\n",
        "网址: http://example.org\n时间: 9:30\n",
        "注:\n  - http://example.org\n  - 9:30开会\n",
        "表: |\n  项目 | 金额\n  　一、收入 | 5\n  －支出：3 | 4\n  \t缩进 | #5\n",
        "注: 三组 # 说明\n# 三组 #5\n号: 1 # 见 #5\n行: #本月\n  - 1\n",
        '注: "三组 #5" # 说明\n余: 单 #\n',
        "余: -5\n差: －5\n率: 10%\n式: a&b*c!d\n",
        "行:\n  - {收入: 12,000.00, 支出: -1,234,567.89元}\n",
        "空:\n注: ''\n",
        "---\n一: 1\n...\n",
        "〔2026〕3号: x\n其中：国债: 5\n",
        "一: 👩\u200d🌾\n",
    ],
)
def test_what_is_no_trap_passes_in_silence(text: str) -> None:
    document = read(text)
    assert document.diagnostics == ()
    assert document.root is not None
    assert not document.broken


def text_at(document: Document, *names: str) -> str:
    node: Node | None = document.root
    for name in names:
        node = (
            node.items[int(name)]
            if isinstance(node, Sequence)
            else node.get(name)
            if isinstance(node, Mapping)
            else None
        )
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "typed",
    [
        "NO",
        "yes",
        "on",
        "012",
        "0731",
        "1:30",
        "1_000",
        "0x1F",
        "2026-13-01",
        "~",
        "null",
        "1e3",
        ".5",
        "2026-03-05",
        "=",
    ],
)
def test_every_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert text_at(read(f"值: {typed}\n"), "值") == typed
    assert text_at(read(f"行: [{typed}]\n"), "行", "0") == typed


@pytest.mark.parametrize(
    "typed",
    [
        "12,000.00",
        "-1,234,567",
        "￥12,000",
        "(5,000.00)",
        "1,200元",
        "1,200%",
        "约1,200元",
        "887+2,674",
        ",867.48",
        "1,234,567.89",
    ],
)
def test_thousands_in_a_row_are_joined_again(typed: str) -> None:
    document = read(f"行:\n  - {{收入: {typed}, 余: 1}}\n")
    node = next(scalar for scalar in scalars(document.root) if scalar.text == typed)
    assert document.text[node.span.start : node.span.end] == typed
    assert (node.span.line, node.span.column) == (2, 10)
    assert text_at(document, "行", "0", "余") == "1"
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12, 000", "12"), ("12,0000", "12,0000"), ("米,面,油", "米,面,油"), ("3.14,159", "3.14,159"), ('12,"000"', "12")],
)
def test_other_commas_are_named_and_never_joined_over_a_blank(typed: str, kept: str) -> None:
    document = read(f"行:\n  - {{收入: {typed}, 余: 1}}\n")
    assert [one.slug for one in document.diagnostics] == ["cut-by-comma"]
    assert text_at(document, "行", "0", "收入") == kept


def test_the_line_is_shown_as_it_should_read_with_words_covered() -> None:
    should = [
        one.arguments["line_should"] for one in read("余额：158,090.00\n姓名：王小明\n期间：2026-Q1\n").diagnostics
    ]
    assert should == ["余额: 158,090.00", "姓名: ●●●", "期间: 2026-Q1"]


def test_the_edit_mends_the_line() -> None:
    text = "签字:\n  制表：王敏\n行:\n  - {姓名：李国强，日期：3-05}\n"
    for one in reversed(read(text).diagnostics):
        assert one.fix is not None
        assert one.fix.safe
        text = text[: one.fix.span.start] + one.fix.replacement + text[one.fix.span.end :]
    assert text == "签字:\n  制表: 王敏\n行:\n  - {姓名: 李国强, 日期: 3-05}\n"
    assert read(text).diagnostics == ()


def test_a_second_key_names_the_first_and_both_stay() -> None:
    document = read("金额: 1\n金额: 2\n")
    (one,) = document.diagnostics
    assert [(other.span.line, other.span.column) for other in one.related] == [(1, 1)]
    assert document.root is not None
    assert [(key.text, value.text) for key, value in document.root if isinstance(value, Scalar)] == [
        ("金额", "1"),
        ("金额", "2"),
    ]


def test_lines_of_a_block_have_places() -> None:
    for text in (
        "表: |\r\n  甲 | 1\r\n\r\n  乙 | 2\r\n余: 1\r\n",
        "表: |2-\n  甲 | 1\n\n  乙 | 2\n余: 1\n",
        "表: |+ # 说明\n   甲 | 1\n\n   乙 | 2\n",
    ):
        document = read(text)
        block = document.root.get("表") if document.root else None
        assert isinstance(block, Scalar)
        typed = [document.text[span.start : span.end] for span in block.lines]
        assert typed == block.text.removesuffix("\n").split("\n") == ["甲 | 1", "", "乙 | 2"]
        assert [(span.line, span.column) for span in block.lines if span.end > span.start] == [
            (2, block.lines[0].column),
            (4, block.lines[0].column),
        ]


def test_lines_of_a_folded_block_run_over_what_was_folded() -> None:
    document = read("文: >\n\n  一\n  二\n\n\n  三\n   四\n  五\n")
    block = document.root.get("文") if document.root else None
    assert isinstance(block, Scalar)
    assert block.text == "\n一 二\n\n三\n 四\n五\n"
    pairs = zip(block.text.removesuffix("\n").split("\n"), block.lines, strict=True)
    assert [(piece, span.line) for piece, span in pairs if piece] == [("一 二", 3), ("三", 7), (" 四", 8), ("五", 9)]


def test_quoted_values_are_spanned_with_their_quotes() -> None:
    document = read("一: \"二 #三\"\n四: '五''六'\n")
    assert [
        (one.text, document.text[one.span.start : one.span.end]) for one in scalars(document.root) if one.style
    ] == [
        ("二 #三", '"二 #三"'),
        ("五'六", "'五''六'"),
    ]


def test_collections_end_where_their_last_thing_ends() -> None:
    text = "签字:\n  制表: 王敏\n\n# 说明\n行:\n- {一: 1} # 说明\n- [a]\n\n余:\n"
    document = read(text)
    assert document.root is not None
    spans = [document.text[node.span.start : node.span.end] for _, node in document.root]
    assert spans == ["制表: 王敏", "- {一: 1} # 说明\n- [a]", ""]
    assert document.text[document.root.span.start : document.root.span.end] == text.rstrip("\n")


def test_no_argument_holds_a_number_of_a_person() -> None:
    number = id_card("500113", date(1961, 3, 5), "012")
    phone = "138" + "00138123"
    texts = (
        f"身份证：{number}\n电话：{phone}\n",
        f"{number}: 1\n{number}: 2\n",
        f"行:\n  - {{证: {number},{phone}, 名: 一}}\n",
        f"电话: {phone} #{phone}\n一: @{number}\n",
        f"{number}\n",
        f"电话 {phone}\n余: 1\n",
        f"一: &a {phone}\n二: !{phone} 3\n",
    )
    for text in texts:
        found = read(text).diagnostics
        assert found
        for one in found:
            assert not find_personal(" ".join(map(str, one.arguments.values())))


def test_markdown_has_a_header_and_a_body_with_places() -> None:
    text = "---\r\n类别: 其他公示\r\n---\r\n# 标题\r\n\r\n正文 王\r\n"
    document = read_markdown(b"\xef\xbb\xbf" + text.encode(), "x.md")
    assert document.diagnostics == ()
    category = document.root.get("类别") if document.root else None
    assert isinstance(category, Scalar)
    assert (category.span.line, category.span.column, text[category.span.start : category.span.end]) == (
        2,
        5,
        "其他公示",
    )
    assert document.body is not None
    assert document.body.text == "# 标题\n\n正文 王\n"
    assert [(span.line, span.column, text[span.start : span.end]) for span in document.body.lines] == [
        (4, 1, "# 标题"),
        (5, 1, ""),
        (6, 1, "正文 王"),
    ]


def test_faults_of_a_markdown_header_have_their_place() -> None:
    document = read_markdown("---\n类别：其他公示\n期间: 2026\n---\n正文：一\n".encode(), "x.md")
    assert [(one.slug, one.span.line, one.span.column) for one in document.diagnostics] == [("full-width-colon", 2, 3)]
    assert document.broken
    assert document.body is not None
    assert document.body.text == "正文：一\n"


@pytest.mark.parametrize("text", ["正文\n", "", "---\n类别: 一\n正文\n", "－－－\n类别: 一\n－－－\n"])
def test_markdown_without_a_header_is_a_finding(text: str) -> None:
    document = read_markdown(text.encode(), "x.md")
    assert [(one.slug, one.span.line, one.span.column) for one in document.diagnostics] == [("no-header", 1, 1)]
    assert document.root is None


def test_the_empty_body_of_a_markdown_file() -> None:
    for text in ("---\n类别: 一\n---", "---\n类别: 一\n---\n"):
        body = read_markdown(text.encode(), "x.md").body
        assert body is not None
        assert (body.text, body.lines) == ("", ())


@pytest.mark.parametrize("text", ["一: 1\n", "一: [\n", "[" * 1000])
def test_the_garbage_collector_is_left_as_it_was(text: str) -> None:
    read_slowly(text, "x")
    assert gc.isenabled()
    gc.disable()
    try:
        read_slowly(text, "x")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "text",
    [
        "一: 二 #三\n" * 20_000,
        "一: {" + "二: 1, " * 20_000,
        "一：2\n" * 3000,
        "　一: 1\n" * 3000,
        "- {一: 1\n" * 3000,
        '一: "二\n' * 3000,
        "{一: 1" + ",000" * 20_000 + "}",
        "# \n" * 400_000 + "一,:" * 300_000,
    ],
)
def test_hostile_texts_end_soon_with_few_findings(text: str) -> None:
    document = read(text)
    assert len(document.diagnostics) <= 300


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_any_text_gives_true_places_and_no_failure(text: str) -> None:
    document = read(text)
    lines = lines_of(document.text, "x.yaml")
    for one in scalars(document.root):
        assert one.span == lines.span(one.span.start, one.span.end)
        if (
            not one.style
            and "\n" not in document.text[one.span.start : one.span.end]
            and "zero-width" not in {d.slug for d in document.diagnostics}
        ):
            assert document.text[one.span.start : one.span.end].strip(" ") in (one.text, "*x")
    for found in document.diagnostics:
        assert found.span == lines.span(found.span.start, found.span.end)
        assert found.span.end <= len(document.text)


@settings(max_examples=200, deadline=None)
@given(TYPED)
def test_what_accountants_type_is_read_without_a_word(text: str) -> None:
    document = read_slowly(text, "x.yaml")
    assert document.diagnostics == ()
    assert document.root is not None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_are_read(data: bytes) -> None:
    for document in (read_yaml(data, "x"), read_markdown(data, "x"), read_markdown(b"---\n" + data + b"\n---\n", "x")):
        assert document.root is not None or document.diagnostics
