"""Charts: lengths in proportion, every number told in words, nothing left out."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.views import charts
from disclosure.views.charts import Bar
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import read
from tests.views.making import view

AMOUNTS = st.dictionaries(st.text("公益管理生产救助", min_size=1, max_size=4), st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100), min_size=1, max_size=12)


@given(AMOUNTS, st.none() | AMOUNTS)
def test_bars_add_up_to_the_whole(now: dict[str, Decimal], then: dict[str, Decimal] | None) -> None:
    found = charts.top(now, then)
    assert sum(bar.value for bar in found) == sum(now.values())
    assert len(found) <= charts.MOST_BARS
    if then is not None and len(found) == charts.MOST_BARS and found[-1].name == "其他":
        assert sum(bar.before or Decimal(0) for bar in found) == sum(then.values())


def test_lengths_are_in_proportion_and_begin_at_zero() -> None:
    html = charts.bars([Bar("甲", Decimal(200), Decimal(50)), Bar("乙", Decimal(100))], "题", "k")
    widths = re.findall(r'<rect class="(bar|ref)"[^>]* width="([0-9.]+)"', html)
    assert widths == [("bar", "344.0"), ("ref", "86.0"), ("bar", "172.0")]


def test_the_description_tells_every_number() -> None:
    html = charts.bars([Bar("<甲>", Decimal("200.5"), Decimal(50))], "题", "k")
    assert '<desc id="k-d">&lt;甲&gt; 200.50 元，去年同期 50.00 元</desc>' in html
    assert 'role="img" aria-labelledby="k-t k-d"' in html


def test_a_line_over_months() -> None:
    html = charts.line([("一月", Decimal(100)), ("二月", Decimal(0)), ("三月", Decimal(50))], "题", "k")
    assert 'points="10.0,30.0 175.0,130.0 340.0,80.0"' in html
    assert "一月 100.00 元；二月 0.00 元；三月 50.00 元" in html


def test_spending_by_account() -> None:
    found = read(LEDGER)
    chart = found.category.charts[0]
    assert charts.sums_by(found, chart) == {"公益支出": Decimal("10919.04"), "管理费用": Decimal("7456.00")}
    assert charts.is_outgoing(found, chart)


def test_income_and_personal_columns_make_no_spending() -> None:
    found = read(SUBSIDY)
    assert not any(charts.is_outgoing(found, chart) for chart in found.category.charts)
    assert view(SUBSIDY).charts == ()


def test_a_page_shows_a_chart_only_where_it_gathers() -> None:
    assert view(LEDGER).charts == ()
    more = "".join(f'      - {{日期: 10-2{at}, 凭证号: 记-02{at}, 摘要: 办公用品购置, 科目: {name}, 支出: "10.00"}}\n' for at, name in enumerate(["管理费用", "其他支出", "公益支出", "其他支出"]))
    shown = view(LEDGER.replace("    期末余额", more + "    期末余额"))
    assert "<figure" in shown.charts[0]
    assert "支出，按科目" in shown.charts[0]
