"""Bytes become text: foreign files are refused kindly, old encodings read with a warning, unseen characters named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.reading.guard import MAX_BYTES
from disclosure.reading.guard import decode
from disclosure.reading.guard import is_plain
from disclosure.reading.guard import without_invisible


def slugs(data: bytes) -> list[str]:
    return [one.slug for one in decode(data, "x.yaml")[1]]


@pytest.mark.parametrize(
    ("slug", "data"),
    [
        ("too-large", b"a" * (MAX_BYTES + 1)),
        ("zip-bytes", b"PK\x03\x04rest of a workbook"),
        ("zip-bytes", b"\xd0\xcf\x11\xe0rest of an old workbook"),
        ("zip-bytes", b"%PDF-1.7"),
        ("zip-bytes", bytes(range(256)) * 20),
        ("zip-bytes", b"\x00" * 400),
        ("zip-bytes", b"\x01\x02\x03" * 100),
        ("utf16", "类别: 财务".encode("utf-16")),
        ("utf16", "类别: 财务\n期间: 2026-03\n".encode("utf-16-le")),
        ("utf16", "类别: 财务\n期间: 2026-03\n".encode("utf-16-be")),
        ("utf16", "类别: 财务".encode("utf-32-be").join((b"\x00\x00\xfe\xff", b""))),
    ],
)
def test_what_is_no_text_is_refused(slug: str, data: bytes) -> None:
    text, found = decode(data, "x.yaml")
    assert text is None
    assert [one.slug for one in found] == [slug]
    assert (found[0].span.path, found[0].span.line, found[0].span.column) == ("x.yaml", 1, 1)


def test_a_mark_at_the_beginning_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "x") == ("a: 1", [])


def test_windows_text_is_read_with_a_warning() -> None:
    text, found = decode("类别: 财务收支明细\n期间: 2026-03\n".encode("gbk"), "x")
    assert text == "类别: 财务收支明细\n期间: 2026-03\n"
    assert [one.slug for one in found] == ["not-utf8"]


def test_rare_letters_of_gb18030_are_read() -> None:
    assert decode("姓名: 𠮷田䶮".encode("gb18030"), "x")[0] == "姓名: 𠮷田䶮"


def test_damaged_utf8_keeps_its_place() -> None:
    data = "标题: 三月水费公示".encode()
    text, found = decode(data[:-1], "x")
    assert text == "标题: 三月水费公�"
    assert [(one.slug, one.span.line, one.span.column) for one in found] == [("lost-character", 1, 10)]


@pytest.mark.parametrize(
    ("slug", "text", "line", "column"),
    [
        ("nul-or-control", "a: 1\nb: 2\x003\n", 2, 5),
        ("nul-or-control", "a: x\u2028y\n", 1, 5),
        ("nul-or-control", "a: x\x85y\n", 1, 5),
        ("nul-or-control", "a: x\ry\nb: 1\n", 1, 5),
        ("nul-or-control", "a: \ufffe\n", 1, 4),
        ("zero-width", "标\u200b题: 1\n", 1, 2),
        ("zero-width", "a: 1\ufeff\n", 1, 5),
        ("zero-width", "a: \u202e123\n", 1, 4),
        ("zero-width", "a: 王\u200d明\n", 1, 5),
        ("lost-character", "a: 1\nb: 二\ufffd\n", 2, 5),
    ],
)
def test_unseen_characters_are_named_at_their_place(slug: str, text: str, line: int, column: int) -> None:
    read, found = decode(text.encode(), "x")
    assert [(one.slug, one.span.line, one.span.column) for one in found] == [(slug, line, column)]
    assert read is not None
    assert len(read) == len(text)


def test_all_unseen_characters_of_a_line_are_one_finding_and_one_edit() -> None:
    text, found = decode("a: 1\nb: 二\u200b组\u200b水费\u200b\n".encode(), "x")
    assert text is not None
    assert [one.arguments["count"] for one in found] == [3]
    fix = found[0].fix
    assert fix is not None
    assert text[: fix.span.start] + fix.replacement + text[fix.span.end :] == "a: 1\nb: 二组水费\n"


@pytest.mark.parametrize(
    "text", ["👩\u200d🌾", "❤\ufe0f\u200d🔥", "ئۇ\u200dيغۇر", "表\t格\r\n　　一", "㐀𠀀", "“”——…·"]
)
def test_what_joins_or_belongs_is_left_alone(text: str) -> None:
    assert decode(text.encode(), "x") == (text, [])
    assert without_invisible(text) == text


def test_old_line_breaks_count_as_lines() -> None:
    assert decode(b"a: 1\rb: 2\r", "x") == ("a: 1\nb: 2\n", [])


@given(st.text())
def test_plain_means_nothing_to_say(text: str) -> None:
    read, found = decode(text.encode("utf-8", "ignore"), "x")
    if read is not None and is_plain(text) and not found:
        assert read == text.encode("utf-8", "ignore").decode()


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    text, found = decode(data, "x")
    assert text is not None or found
