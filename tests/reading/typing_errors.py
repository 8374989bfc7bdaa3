"""Texts for the readers of YAML: what accountants type, and the fragments that go wrong."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = [
    *(
        " ",
        "  ",
        "    ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        ":",
        ": ",
        "：",
        "-",
        "- ",
        "#",
        " #",
        " # ",
        ",",
        ", ",
        "，",
        "　",
        "\t",
        "\r\n",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "|",
        "|\n",
        "|-\n  ",
        ">\n  ",
        '"',
        "'",
        "\\",
        "?",
        "? ",
        "!",
        "!!",
        "@",
        "%",
        "&x ",
        "*x",
        "`",
        "~",
        "=",
        "<<: ",
        "---\n",
        "...\n",
    ),
    *(
        "一",
        "金额",
        "金额: ",
        "金额: 5\n",
        "12,000.00",
        ",000",
        "1",
        "-5",
        "王敏",
        "a: b\n",
        "  c: d\n",
        "行:\n",
        "{a: 1, b: 2}",
        "[a, b]",
        "－",
        "—",
        "•",
    ),
    *("\u200b", "\u2028", "\x85", "\x00", "\ufeff", "\ufffd", "👩\u200d🌾", "𠮷", "｛", "｝", "＃", "；", "“", "”"),
]

_WORDS = st.text("一二三组水费abcXYZ019.-+/()（）《》〔〕、。￥%·", min_size=1, max_size=8).filter(
    lambda word: word[0] not in "-.%" and word.strip() == word
)
_NAMES = st.text("日期金额摘要收入支出名称甲乙丙丁abc()", min_size=1, max_size=5)
_NUMBERS = st.sampled_from(["12,000.00", "-5", "1,234,567", "0.00", "￥3,000", "158,090.00元", "2026-03-05", "9"])
_VALUES = _WORDS | _NUMBERS
_QUOTED = st.text("一二三: #,{}[]'－：", max_size=6).map('"{}"'.format) | st.text(
    '一二三: #,{}[]"\\－：', max_size=6
).map("'{}'".format)
_COMMENTS = st.sampled_from(["", "", "", "  # 说明", " # 见 #5", "   "])


def _flow(names: list[str], values: list[str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in zip(names, values, strict=False)) + "}"


_FLOW_VALUES = _VALUES | _QUOTED | st.lists(_WORDS, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]")
_ROWS = st.builds(
    _flow, st.lists(_NAMES, min_size=1, max_size=4, unique=True), st.lists(_FLOW_VALUES, min_size=4, max_size=4)
)
_NESTED = st.builds(
    _flow, st.lists(_NAMES, min_size=1, max_size=3, unique=True), st.lists(_ROWS | _VALUES, min_size=3, max_size=3)
)
_INLINE = st.builds(lambda value, comment: f" {value}{comment}\n", _VALUES | _QUOTED | _NESTED, _COMMENTS)
_EMPTY = _COMMENTS.map("{}\n".format)


def _indented(block: str, width: int) -> str:
    return "".join(f"{' ' * width}{line}\n" if line.strip() else "\n" for line in block.split("\n")[:-1])


def _mapping(names: list[str], values: list[str], between: str) -> str:
    return "".join(
        f"{between if at == 1 else ''}{name}:{value}"
        for at, (name, value) in enumerate(zip(names, values, strict=False))
    )


def _mappings(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        _mapping,
        st.lists(_NAMES, min_size=1, max_size=5, unique=True),
        st.lists(values, min_size=5, max_size=5),
        st.sampled_from(["", "", "\n", "# 说明\n", "   # 三组 #5\n"]),
    )


_TABLES = st.lists(st.lists(_VALUES, min_size=2, max_size=3).map(" | ".join), min_size=1, max_size=4)
_BLOCKS = st.builds(
    lambda sign, lines, extra: f" {sign}\n" + "".join(f"  {line}\n" for line in lines) + extra,
    st.sampled_from(["|", "|-"]),
    _TABLES,
    st.sampled_from(["", "\n", "\n\n", " \n"]),
)


def _deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A mapping below its name, or a list of mappings, rows or texts, at one of the indents people use."""
    mappings = _mappings(inner)
    below = st.builds(lambda block, width: "\n" + _indented(block, width), mappings, st.sampled_from([2, 4, 1]))
    row = _ROWS.map("{}\n".format)
    one = st.builds(
        lambda block: _indented(block, 2)[2:], mappings.filter(lambda block: not block.startswith(("\n", "#", " ")))
    )
    lists = (
        st.lists(one, min_size=1, max_size=3)
        | st.lists(row, min_size=1, max_size=3)
        | st.lists(_WORDS.map("{}\n".format), min_size=1, max_size=3)
    )
    listed = st.builds(
        lambda items, width: "\n" + _indented("".join(f"- {item}" for item in items), width),
        lists,
        st.sampled_from([0, 2, 4]),
    )
    return inner | below | listed


TYPED = _mappings(st.recursive(_INLINE | _EMPTY, _deeper, max_leaves=6) | _BLOCKS)
"""Files without a fault, in the forms accountants use."""
