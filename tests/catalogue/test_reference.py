import pytest

from disclosure.catalogue.category import KINDS
from disclosure.catalogue.category import OWNERS
from disclosure.catalogue.category import VALUE_KINDS
from disclosure.catalogue.model import SUBJECTS
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.catalogue.reference import KIND_WORDS
from disclosure.catalogue.reference import OWNER_WORDS
from disclosure.catalogue.reference import PUBLISHING_WORDS
from disclosure.catalogue.reference import RHYTHM_WORDS
from disclosure.catalogue.reference import SUBJECT_WORDS
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import describe
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.timing import RHYTHMS

from .helpers import SHIPPED

EVERY = pytest.mark.parametrize("category", SHIPPED.categories.values(), ids=list(SHIPPED.categories))


def test_every_closed_word_has_a_chinese_one() -> None:
    assert set(KIND_WORDS) == set(VALUE_KINDS)
    assert set(SUBJECT_WORDS) == set(SUBJECTS)
    assert set(OWNER_WORDS) == set(OWNERS)
    assert set(PUBLISHING_WORDS) == set(KINDS)
    assert set(RHYTHM_WORDS) == set(RHYTHMS)


@EVERY
def test_a_description_names_every_fact_and_column(category: Category) -> None:
    text = describe(category, SHIPPED)
    columns = [column for table in category.tables for column in table.columns]
    words = {word for fact in category.facts for word in (fact.id, fact.label)}
    words |= {word for table in category.tables for word in (table.id, table.label)}
    assert all(word in text for word in words)
    assert all(column.label in text and column.id in text for column in columns)
    assert all(one in text for one in category.basis)
    assert text.startswith(f"{category.id}  {category.name}\n")


def test_a_description_lists_every_word_there_is_to_choose() -> None:
    text = describe(SHIPPED.categories["fin.ledger"], SHIPPED)
    (line,) = [line for line in text.split("\n") if line.startswith("    科目：")]
    assert tuple(line.partition("：")[2].split("、")) == SHIPPED.choices["accounts"]


def test_deadlines_in_words() -> None:
    words = {
        "期末后 15 日内（产品缺省，不是法定）": Due(),
        "批准日期后 20 个工作日内（法定）": Due("after", "批准日期", 20, "workdays", "law"),
        "会议日期前 10 日（法定）": Due("before", "会议日期", 10, "days", "law"),
        "次月 20 日前（地方规定）": Due("day", "next_month", 20, source="local"),
        "4 月 30 日前（法定）": Due("date", "04-30", 0, source="law"),
        "当天（法定）": Due("same_day", source="law"),
        "不限": Due("none"),
        "预算：当天（法定）": Due("none", stages=(("预算", Due("same_day", source="law")),)),
    }
    for text, due in words.items():
        assert due_words(due) == text


def test_rhythms_in_words() -> None:
    assert cadence_words(Cadence(("quarter",), (("financially_busy", "month"),))) == "每季度；财务往来较多时每月"
    assert cadence_words(Cadence(("event", "quarter"))) == "每次发生时、每季度"
    assert cadence_words(Cadence((), (), 2)) == "每 2 个月"
