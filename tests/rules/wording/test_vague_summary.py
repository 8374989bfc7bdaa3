"""A large sum described by «其他» alone is asked about; account names, small sums and rows told elsewhere are not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.rules.limits import limit
from disclosure.rules.wording.vague_summary import RULE
from tests.rules.desk import HOME
from tests.rules.desk import check

SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"
HEAD = "期间: 2026-03\n上栏日期: 2026-04-08\n公开日期: 2026-04-08\n"


def ledger(*rows: str, more: str = "", head: str = "日期 | 凭证号 | 摘要 | 科目 | 收入 | 支出 | 备注") -> str:
    lines = "".join(f"  {row}\n" for row in (head, *rows))
    return f"类别: 财务收支明细\n{HEAD}期初余额: 90,000.00\n收支明细: |\n{lines}{SIGNED}{more}"


def paid(words: str, amount: str, note: str = "", number: str = "记-001", account: str = "其他支出") -> str:
    return f"3-05 | {number} | {words} | {account} | | {amount} | {note}"


def other(table: str) -> str:
    return f"类别: 其他公示\n{HEAD}{table}"


def asked(root: Path, text: str, words: str = "") -> list[str]:
    files = {f"{HOME}/a.yaml": text} | ({"catalogue/words.yaml": words} if words else {})
    return [str(one.arguments["text"]) for one in check(root, files).diagnostics if one.slug == RULE.slug]


@pytest.mark.parametrize("words", ["其他支出", "零星支出等", "日常开支", "其他相关费用", "其 他 费 用", "杂项开支（其他）", "各项零星费用"])
def test_words_that_say_nothing(words: str, tmp_path: Path) -> None:
    assert asked(tmp_path, ledger(paid(words, "3,200.00"))) == [words]


@pytest.mark.parametrize("words", ["其他村干部误工", "零星维修水管 3 处", "办公费等", "往来款项", "其他应收款", "支付杂工工资", "补助王家塘清淤"])
def test_words_that_say_something(words: str, tmp_path: Path) -> None:
    assert asked(tmp_path, ledger(paid(words, "3,200.00"))) == []


@pytest.mark.parametrize(
    ("amount", "found"), [("199.99", 0), ("200.00", 0), ("999.99", 0), ("1,000.00", 1), ("50,000.00", 1)]
)
def test_small_sums_are_let_be(amount: str, found: int, tmp_path: Path) -> None:
    rows = (paid("其他费用", amount), paid("路面硬化工程款", "80,000.00", number="记-002", account="工程支出"))
    assert len(asked(tmp_path, ledger(*rows))) == found


@pytest.mark.parametrize(("amount", "found"), [("150.00", 0), ("250.00", 1)])
def test_a_share_of_what_was_paid_out_is_much_from_the_least_sum_on(amount: str, found: int, tmp_path: Path) -> None:
    rows = (paid("其他费用", amount), paid("路灯维修 3 盏", "600.00", number="记-002"))
    assert len(asked(tmp_path, ledger(*rows))) == found


def test_the_only_small_row_of_a_table_is_no_large_share(tmp_path: Path) -> None:
    assert asked(tmp_path, ledger(paid("其他费用", "600.00"))) == []


def test_what_came_in_is_not_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, ledger("3-05 | 记-001 | 其他收入 | 其他收入 | 5,000.00 | | ")) == []


def test_a_remark_that_tells_it_is_enough(tmp_path: Path) -> None:
    assert asked(tmp_path / "a", ledger(paid("其他费用", "3,200.00", note="垃圾桶 40 只，每只 80 元"))) == []
    assert asked(tmp_path / "b", ledger(paid("其他费用", "3,200.00", note="其他费用"))) == ["其他费用"]


def test_notes_tables_and_attachments_that_go_into_it_are_enough(tmp_path: Path) -> None:
    note = "注:\n  - 其他费用含会议用品 1,200.00 元、清运垃圾 2,000.00 元。\n"
    assert asked(tmp_path / "a", ledger(paid("其他费用", "3,200.00"), more=note)) == []
    beside = other(
        "表:\n  - 名: 支出\n    行: |\n      日期 | 摘要 | 支出金额(元)\n      3-05 | 其他费用 | 3,200.00\n"
        "  - 名: 其他费用明细\n    行: |\n      品名 | 金额(元)\n      垃圾桶 | 3,200.00\n"
    )
    assert asked(tmp_path / "b", beside) == []
    assert asked(tmp_path / "c", beside.partition("  - 名: 其他费用明细")[0]) == ["其他费用"]


def test_parts_below_the_row_are_enough(tmp_path: Path) -> None:
    rows = "表:\n  - 名: 支出\n    行: |\n      摘要 | 日期 | 支出金额(元)\n      其他费用 | 3-05 | 3,200.00\n      　垃圾桶 | 3-05 | 3,200.00\n"
    assert asked(tmp_path, other(rows)) == []


@pytest.mark.parametrize(
    "table",
    [
        "项目 | 金额(元)\n      管理费用 | 900.00\n      其他支出 | 32,000.00",
        "项目 | 预算数(元) | 决算数(元)\n      其他支出 | 32,000.00 | 31,000.00",
        "项目 | 年初数(元) | 年末数(元)\n      其他应收款 | 32,000.00 | 31,000.00",
        "日期 | 收入项目 | 金额(元)\n      3-05 | 其他收入 | 32,000.00",
    ],
)
def test_statement_lines_are_account_names(table: str, tmp_path: Path) -> None:
    assert asked(tmp_path, other(f"表:\n  - 名: 汇总\n    行: |\n      {table}\n")) == []


def test_the_township_sets_words_and_limits(tmp_path: Path) -> None:
    text = ledger(paid("其他费用", "3,200.00"), paid("办公开销", "900.00", number="记-002"))
    assert asked(tmp_path / "a", text, "vague_sum: [5000元]\nvague_share: [90%]\n") == []
    assert asked(tmp_path / "b", text, "vague_summary: [办公开销]\nvague_sum: [500元]\n") == ["其他费用", "办公开销"]


def test_the_shipped_limits_can_be_read() -> None:
    shipped = load_catalogue()[0]
    never = Decimal(-1)
    assert [limit(shipped, f"vague_{name}", never) for name in ("share", "sum", "least")] == [Decimal("0.1"), Decimal(1000), Decimal(200)]


def test_a_sum_that_is_wrong_is_mended_first(tmp_path: Path) -> None:
    rows = ("3-05 | 其他费用 | 3,200.00", "3-06 | 路灯维修 3 盏 | 600.00", "合计 | | 3,900.00")
    table = "表:\n  - 名: 支出\n    行: |\n      日期 | 摘要 | 支出金额(元)\n" + "".join(f"      {row}\n" for row in rows)
    found = [one.slug for one in check(tmp_path, {f"{HOME}/a.yaml": other(table)}).diagnostics]
    assert found == ["total-off"]


@given(st.integers(1, 10**7), st.integers(1, 99))
def test_the_last_limit_given_holds(sum_: int, share: int) -> None:
    told = Catalogue({}, {}, {}, {}, {"a": ("10%", f"{share}%"), "b": ("1元", "一些", f"{sum_}元")})
    assert limit(told, "a", Decimal(0)) == Decimal(share) / 100
    assert limit(told, "b", Decimal(0)) == sum_
    assert limit(told, "c", Decimal(7)) == 7
