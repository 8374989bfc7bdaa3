"""Two kinds of charts, written as SVG by hand: horizontal bars by purpose, a line over months. Numbers stay exact.

Drawn 350 units wide, so that a phone shows letters at their own size. Colours come from classes, so that dark mode
turns them; ``fill`` attributes serve where there is no stylesheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.numbers import print_amount
from disclosure.basis.values import Amount
from disclosure.board.model import Filing
from disclosure.catalogue.formula import Call
from disclosure.catalogue.formula import FormulaError
from disclosure.catalogue.formula import Name
from disclosure.catalogue.formula import parse_expression
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Chart
from disclosure.reading.table import Role
from disclosure.views.ledger import flow_of

WIDTH = 350
MOST_BARS = 6
_STEP = 54
_SINGLE_STEP = 46
_LONGEST = 344
_FAMILY = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
_FEWEST = 3


class Bar(NamedTuple):
    """One bar: its name, its value in 元, last year's value or None."""

    name: str
    value: Decimal
    before: Decimal | None = None


def top(values: Mapping[str, Decimal], before: Mapping[str, Decimal] | None = None) -> list[Bar]:
    """Return the largest values as bars, what is left over as 其他."""
    ordered = sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
    earlier = before or {}
    named = [pair for pair in ordered if pair[0] != "其他"]
    kept = named[: MOST_BARS - 1] if len(named) >= MOST_BARS or "其他" in values else named[:MOST_BARS]
    bars = [Bar(name, value, earlier.get(name) if before is not None else None) for name, value in kept]
    names = {bar.name for bar in bars}
    rest = [value for name, value in ordered if name not in names]
    if not rest:
        return bars
    then = sum((value for name, value in earlier.items() if name not in names), Decimal(0)) if before is not None else None
    return [*bars, Bar("其他", sum(rest, Decimal(0)), then)]


def bars(entries: Sequence[Bar], title: str, key: str) -> Markup:
    """Return a bar chart; ``key`` makes its ids unique on the page. The description lists every number."""
    most = max((max(bar.value, bar.before or Decimal(0)) for bar in entries), default=Decimal(0)) or Decimal(1)
    step = _STEP if any(bar.before is not None for bar in entries) else _SINGLE_STEP
    drawn = Markup("").join(_bar(bar, index * step, most) for index, bar in enumerate(entries))
    told = "；".join(_told(bar) for bar in entries)
    return _svg(step * len(entries) - 8, title, told, key, drawn)


def _told(bar: Bar) -> str:
    then = f"，去年同期 {print_amount(bar.before, 2)} 元" if bar.before is not None else ""
    return f"{bar.name} {print_amount(bar.value, 2)} 元{then}"


def _bar(bar: Bar, y: int, most: Decimal) -> Markup:
    text = Markup(
        '<text class="t" fill="currentColor" x="0" y="{}">{}</text><text class="t" fill="currentColor" x="350" y="{}" text-anchor="end" font-weight="700">{}</text>'
        '<rect class="bar" fill="currentColor" x="0" y="{}" width="{}" height="10"/>'
    ).format(y + 17, bar.name, y + 17, print_amount(bar.value, 2), y + 25, _length(bar.value, most))
    if bar.before is None:
        return text
    return text + Markup('<rect class="ref" fill="currentColor" x="0" y="{}" width="{}" height="3"/>').format(y + 38, _length(bar.before, most))


def _length(value: Decimal, most: Decimal) -> str:
    return format((max(value, Decimal(0)) / most * _LONGEST).quantize(Decimal("0.1")), "f")


def line(points: Sequence[tuple[str, Decimal]], title: str, key: str) -> Markup:
    """Return a line over periods, drawn from zero; the highest, the lowest and the last value are written out."""
    most = max(value for _, value in points) or Decimal(1)
    span = Decimal(WIDTH - 20) / max(1, len(points) - 1)
    spots = [(10 + span * index, 130 - max(value, Decimal(0)) / most * 100) for index, (_, value) in enumerate(points)]
    path = " ".join(f"{_q(x)},{_q(y)}" for x, y in spots)
    x, y = spots[-1]
    drawn = Markup(
        '<line class="axis" stroke="currentColor" x1="0" x2="350" y1="130" y2="130"/><polyline class="curve" fill="none" stroke="currentColor" stroke-width="2.5" points="{}"/>'
        '<circle class="bar" fill="currentColor" cx="{}" cy="{}" r="4"/><text class="t2" fill="currentColor" x="0" y="152">{}</text>'
        '<text class="t2" fill="currentColor" x="350" y="152" text-anchor="end">{}</text><text class="t" fill="currentColor" x="350" y="18" text-anchor="end" font-weight="700">{}</text>'
    ).format(path, _q(x), _q(y), points[0][0], points[-1][0], print_amount(points[-1][1], 2))
    told = "；".join(f"{name} {print_amount(value, 2)} 元" for name, value in points)
    return _svg(160, title, told, key, drawn)


def _q(number: Decimal) -> str:
    return format(number.quantize(Decimal("0.1")), "f")


def _svg(height: int, title: str, told: str, key: str, drawn: Markup) -> Markup:
    head = Markup('<svg viewBox="0 0 350 {}" role="img" aria-labelledby="{}-t {}-d" font-family="{}" font-size="16"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>')
    return head.format(height, key, key, _FAMILY, key, title, key, told) + drawn + Markup("</svg>")


def sums_by(filing: Filing, chart: Chart) -> dict[str, Decimal]:
    """Return what ``sum(table.column)`` comes to for each value of the column the chart groups by, in 元."""
    body = _summed(chart.formula)
    table = filing.table(body.parts[0]) if body else None
    if body is None or table is None:
        return {}
    at, by = table.column(body.parts[1]), table.column(chart.by)
    if at < 0 or by < 0 or table.columns[by].personal is not None:
        return {}
    found: dict[str, Decimal] = {}
    for row in table.rows:
        value = row.cells[at].value
        if row.role is Role.ITEM and row.parent < 0 and isinstance(value, Amount):
            name = str(row.cells[by].text).strip() or "未写科目"
            found[name] = found.get(name, Decimal(0)) + value.base
    return found


def _entries(filing: Filing, chart: Chart) -> int:
    body = _summed(chart.formula)
    table = filing.table(body.parts[0]) if body else None
    return len(table.rows) if table else 0


def is_outgoing(filing: Filing, chart: Chart) -> bool:
    """Tell whether a chart adds up what a cash book paid out: a column its identity takes away."""
    body = _summed(chart.formula)
    table = filing.table(body.parts[0]) if body else None
    flow = flow_of(filing, table) if table else None
    return bool(body and table and flow and table.column(body.parts[1]) in flow.minus)


def _summed(formula: str) -> Name | None:
    try:
        side = parse_expression(formula).sides[0]
    except FormulaError:
        return None
    body = side.body if isinstance(side, Call) and side.function == "sum" else None
    return body if isinstance(body, Name) and len(body.parts) == 2 else None


def category_charts(filing: Filing) -> tuple[Markup, ...]:
    """Return the bar charts the category asks for, where they gather at least twice as many rows as bars."""
    made = []
    for index, chart in enumerate(filing.category.charts):
        sums = sums_by(filing, chart) if chart.form == "bar" and chart.by else {}
        if len(sums) >= _FEWEST and _entries(filing, chart) >= 2 * len(sums):
            title = f"{_column_label(filing.category, chart)}，按{_by_label(filing.category, chart)}"
            figure = bars(top(sums), title, f"chart{index}")
            made.append(Markup('<figure class="fig small">{}<figcaption>{}，单位：元。数目见表。</figcaption></figure>').format(figure, escape(title)))
    return tuple(made)


def _column_label(category: Category, chart: Chart) -> str:
    body = _summed(chart.formula)
    return _label(category, body.parts[0], body.parts[1]) if body else ""


def _by_label(category: Category, chart: Chart) -> str:
    body = _summed(chart.formula)
    return _label(category, body.parts[0], chart.by) if body else ""


def _label(category: Category, table: str, column: str) -> str:
    spec = next((spec for spec in category.tables if table in (spec.id, spec.label)), None)
    return next((item.label for item in spec.columns if column in (item.id, item.label)), column) if spec else column
