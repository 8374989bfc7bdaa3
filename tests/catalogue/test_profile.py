import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue.model import Due
from disclosure.catalogue.profile import article_words
from disclosure.catalogue.profile import read_laws
from disclosure.catalogue.profile import read_lists
from disclosure.catalogue.profile import read_profile

from .helpers import mapping
from .helpers import slugs


def test_a_profile() -> None:
    found: list[Diagnostic] = []
    profile = read_profile(
        mapping(
            """
            id: yunxi
            name: 云溪县
            rules:
              - {match: {cadence: quarter, owner: [collective, group]}, due: {day: 20, of: next_month}, basis: 某办法/3}
              - {match: {category: feedback}, reply: {village: 2 days}, objection: 7 days, keep_posted: 20 days, required: always, cadence: month}
            """
        ),
        found,
    )
    assert profile is not None
    assert not found
    first, second = profile.rules
    assert (profile.id, profile.name) == ("yunxi", "云溪县")
    assert first.match == (("cadence", ("quarter",)), ("owner", ("collective", "group")))
    assert first.due == Due("day", "next_month", 20, source="local", basis=("某办法/3",))
    assert (first.basis, first.keep_board_days, first.objection_days) == (("某办法/3",), None, None)
    assert (second.reply_days, second.objection_days, second.keep_board_days, second.required) == (
        (("village", 2),),
        7,
        20,
        "always",
    )
    assert second.cadence is not None
    assert second.span.line == 6


def test_a_profile_needs_an_id_and_known_words() -> None:
    found: list[Diagnostic] = []
    assert read_profile(mapping("name: 甲\nrules: []"), found) is None
    assert slugs(found) == ["missing-key"]
    found.clear()
    assert read_profile(mapping("id: a\nrules: {}"), found) is not None
    assert slugs(found) == ["wrong-shape"]
    found.clear()
    read_profile(mapping("id: a\nrules: [{match: {owner: me, colour: red}, fine: 3}]"), found)
    assert sorted(slugs(found)) == ["bad-value", "unknown-key", "unknown-key"]


def test_laws() -> None:
    found: list[Diagnostic] = []
    laws = read_laws(
        mapping(
            """
            某法2025/35: {law: 某法, edition: 2025年修正, article: 35, from: 2026-01-01, to: null, duty: 公布, verified: part}
            某办法/专项: {法名: 某办法, 条: 专项的规定, 要求: 公开, 核实: memory}
            某规定/1: {law: 某规定, article: 1, duty: 公开, verified: surely}
            某意见/1: {law: 某意见}
            """
        ),
        found,
    )
    first, second, third, fourth = laws.values()
    assert first.label == "《某法》（2025年修正）第三十五条"
    assert (str(first.in_force_from), first.in_force_to, first.verified) == ("2026-01-01", None, "part")
    assert (second.label, second.duty, second.verified) == ("《某办法》专项的规定", "公开", "memory")
    assert third.verified == fourth.verified == "memory"
    assert slugs(found) == ["bad-value", "missing-key", "missing-key", "missing-key"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "一"),
        ("10", "十"),
        ("11", "十一"),
        ("20", "二十"),
        ("35", "三十五"),
        ("100", "一百"),
        ("101", "一百零一"),
        ("110", "一百一十"),
        ("264", "二百六十四"),
        ("1032", "一千零三十二"),
        ("1200", "一千二百"),
    ],
)
def test_articles_are_counted_in_chinese(number: str, words: str) -> None:
    assert article_words(number) == f"第{words}条"


@pytest.mark.parametrize("words", ["第四十八至五十二条", "公开内容的规定", "", "0", "12345", "３５"])
def test_an_article_in_words_stays(words: str) -> None:
    assert article_words(words) == words


def test_lists() -> None:
    assert read_lists(mapping("a: [甲, 乙]\nb: 丙"), []) == {"a": ("甲", "乙"), "b": ("丙",)}
