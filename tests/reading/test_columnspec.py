from __future__ import annotations

import pytest

from disclosure.reading.columnspec import Spec
from disclosure.reading.columnspec import corrected
from disclosure.reading.columnspec import read_spec
from disclosure.reading.nodes import Mapping
from disclosure.reading.table import Column
from tests.reading.papers import node_of
from tests.reading.papers import slugs


def spec_of(text: str) -> tuple[Spec | None, list[str]]:
    node = node_of(f"栏: {{户: {text}}}\n", "栏")
    assert isinstance(node, Mapping)
    ((key, value),) = node.entries
    spec, problems = read_spec(key, value)
    return spec, slugs(problems)


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("文字", Spec("text")),
        ("户数 户 去重", Spec("count", "户", (("distinct", True),))),
        ("人数 人 不跨期", Spec("count", "人", (("additive", "periods"),))),
        ("万元", Spec("money", "万元")),
        ("money 元", Spec("money", "元")),
        ("去重", Spec("", "", (("distinct", True),))),
        ("单价　元/亩", Spec("rate", "元/亩")),
    ],
)
def test_kind_unit_and_flags(text: str, spec: Spec) -> None:
    assert spec_of(text) == (spec, [])


@pytest.mark.parametrize("text", ["随便", "金额 元 随便", "[文字]"])
def test_words_nobody_knows(text: str) -> None:
    assert spec_of(text)[1] == ["bad-column-spec"]


def test_a_column_takes_what_is_stated_and_keeps_the_rest() -> None:
    household = Column("户", "户", "count", "户")
    assert corrected(household, Spec("", "", (("distinct", True),))) == Column("户", "户", "count", "户", distinct=True)
    standard = corrected(Column("标准", "标准", "rate", "元/亩", additive="no"), Spec("text"))
    assert (standard.kind, standard.unit, standard.additive) == ("text", "", "no")
    assert corrected(Column("余额", "余额", "money", additive="no"), Spec("money", "元")).additive == "yes"


def test_kinds_of_persons_bring_their_rule() -> None:
    assert corrected(Column("甲", "甲"), Spec("person")).personal is not None
    assert corrected(Column("甲", "甲"), Spec("id_card")).personal is not None
    assert corrected(Column("经手人", "经手人"), Spec("person")).personal is None
    assert corrected(Column("户主", "户主", "person"), Spec("text")).personal is None
