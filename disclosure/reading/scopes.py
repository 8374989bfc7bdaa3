"""Which rows a total row may be the total of: its section, its level, the rows it names, the subtotals before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Iterator

from disclosure.basis.values import Amount
from disclosure.reading.figures import Figures
from disclosure.reading.figures import is_added
from disclosure.reading.roles import bare_label
from disclosure.reading.table import Role
from disclosure.reading.table import Row

_TAIL = re.compile(r"(?:合计|总计|共计|小计|合計)(?:[(（][^()（）]*[)）]|金额|数额?|额|人数|户数)?[:：]?$")
_LEFT = re.compile("^(?!上|.{0,3}[年期月季]初)(?:.*(?:结余|余额|结存|差额|净收入|净支出|盈余|亏损)|(?:承前|承上|接上)页)$")
"""What is left is no part of what came in or went out, though it stands beneath; nor is what the last page already added up."""

_RANKS = {"小计": 0, "总计": 2, "共计": 2}
_AND = re.compile("[和及与、+＋]")
_GENERAL = frozenset({"", "本月", "本季", "本年", "本期", "本页", "全年", "全月", "本次", "本学期", "总"})


def scopes_of(figures: Figures, total: int) -> list[tuple[int, ...]]:
    """Return the sets of rows that the total row at index ``total`` may add up, the likeliest first, none twice."""
    found: dict[tuple[int, ...], None] = {}
    beside = (_levels, _sections) if _outranks(figures, total) else (_sections, _levels)
    for scope in (scope for way in (_named, *beside, _subtotals, _carried_on, _after_which) for scope in way(figures, total)):
        if scope and total not in scope:
            found.setdefault(scope)
    for scope in list(found):
        kept = _without_left(figures, scope)
        if kept and len(kept) < len(scope):
            found.setdefault(kept)
    return list(found)


def _outranks(figures: Figures, total: int) -> bool:
    """Return whether a total stands above every other: 总计 among 合计, 合计 among 小计; it then speaks of the whole first."""
    ranks = [_RANKS.get(_kind(row), 1) for index, row in enumerate(figures.table.rows) if row.role is Role.TOTAL and index != total]
    return bool(ranks) and max(ranks) < _RANKS.get(_kind(figures.table.rows[total]), 1)


def _prefix(row: Row) -> str:
    """Return what a total says it is the total of: 收入合计 → 收入, '' for a plain 合计."""
    prefix = _TAIL.sub("", bare_label(row.label))
    return "" if prefix in _GENERAL else prefix


def _named(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield the parts of the row, and the rows whose words are those, that 收入合计 speaks of."""
    rows = figures.table.rows
    prefix = _prefix(rows[total])
    if not prefix:
        return
    for index, row in enumerate(rows):
        if index in figures.children and row.role is Role.ITEM and bare_label(row.label) == prefix:
            yield tuple(figures.children[index])
    items = figures.children.get(-1, [])
    heading = next((index for index in range(total - 1, -1, -1) if _speaks_of(rows[index], prefix)), -1)
    if heading in items:
        yield tuple(items[bisect_left(items, heading) + 1 : bisect_left(items, total)])
    for position, column in enumerate(figures.table.columns):
        if column.kind in ("text", "choice", "place", "code", "period"):
            yield tuple(row for row in items if rows[row].cells[position].value == prefix)


def _speaks_of(row: Row, prefix: str) -> bool:
    """Tell whether a row is the heading a total goes back to: 二、收入 or 二、本年收入 above 收入合计, itself without a figure."""
    words = bare_label(row.label).rstrip(":：")
    return row.role is Role.ITEM and words.endswith(prefix) and words.removesuffix(prefix) in _GENERAL and not any(isinstance(cell.value, Amount) for cell in row.cells)


def _chain(figures: Figures, total: int) -> list[int]:
    """Return the parents whose parts stand beside the total, nearest first: those of the item before it (else after it)."""
    rows = figures.table.rows
    order = (*range(total - 1, -1, -1), *range(total + 1, len(rows)))
    near = next((index for index in order if rows[index].role is Role.ITEM), None)
    chain = []
    while near is not None:
        parent = rows[near].parent
        chain.append(parent)
        near = parent if parent >= 0 else None
    level = rows[total].level
    if sum(row.role is Role.TOTAL for row in rows) == 1:
        return sorted(chain)
    return sorted(chain, key=lambda parent: rows[figures.children[parent][0]].level != level if parent in figures.children else True)


def _may_head(figures: Figures, total: int) -> bool:
    """Tell whether a total may stand above its rows: none come before it, or the last total of its kind has rows beneath.

    Where every total closes its rows, those after it are never its own, though their sum may be: income is what was spent and what is left.
    """
    rows = figures.table.rows
    items = [index for index, row in enumerate(rows) if row.role is Role.ITEM and not _LEFT.search(bare_label(row.label)) and _has_figure(figures, index)]
    kind = _kind(rows[total])
    if total + 1 < len(rows) and rows[total + 1].role is Role.TOTAL and _RANKS.get(_kind(rows[total + 1]), 1) >= _RANKS.get(kind, 1):
        return False
    last = max(index for index, row in enumerate(rows) if row.role is Role.TOTAL and _kind(row) == kind)
    return not items or items[0] > total or items[-1] > last


def _levels(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield all rows of a level beside the total, then only those before it, then only those after it."""
    heads = _may_head(figures, total)
    for parent in _chain(figures, total):
        siblings = figures.children.get(parent, [])
        cut = bisect_left(siblings, total)
        if heads:
            yield tuple(siblings)
        yield tuple(siblings[:cut])
        if heads:
            yield _without_left(figures, siblings[cut:])


def _without_left(figures: Figures, rows: Iterable[int]) -> tuple[int, ...]:
    return tuple(row for row in rows if not _LEFT.search(bare_label(figures.table.rows[row].label)))


def _sections(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows back to the total before, and on to the one after, where there are other totals."""
    totals = [index for index, row in enumerate(figures.table.rows) if row.role is Role.TOTAL]
    if len(totals) < 2:
        return
    heads = _may_head(figures, total)
    place = totals.index(total)
    start = totals[place - 1] + 1 if place else 0
    end = totals[place + 1] if place + 1 < len(totals) else len(figures.table.rows)
    for parent in _chain(figures, total):
        siblings = figures.children.get(parent, [])
        cut = bisect_left(siblings, total)
        yield tuple(siblings[bisect_left(siblings, start) : cut])
        if heads:
            yield _without_left(figures, siblings[cut : bisect_left(siblings, end)])


def _subtotals(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield the other totals of one kind (all 小计) before the total, or after it where it stands above all it adds.

    Two totals that say the same must not vouch for each other: one alone counts only for a total no lower than itself,
    and never where it comes behind.
    """
    rows = figures.table.rows
    kinds: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if row.role is Role.TOTAL and index != total:
            kinds.setdefault(_kind(row), []).append(index)
    first = not any(row.role is Role.ITEM and _has_figure(figures, index) for index, row in enumerate(rows[:total]))
    for kind, members in kinds.items():
        before = tuple(index for index in members if index < total)
        if len(before) != 1 or _RANKS.get(kind, 1) <= _RANKS.get(_kind(rows[total]), 1):
            yield before
            yield from _kin(figures, total, before)
        after = tuple(index for index in members if index > total)
        if first and len(after) > 1:
            yield after


def _kin(figures: Figures, total: int, before: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield those of the totals before that its words speak of: 流动负债合计 and 非流动负债合计 for 负债合计, 负债合计 for 负债和所有者权益总计."""
    rows = figures.table.rows
    prefix = _prefix(rows[total])
    named = _AND.split(prefix)
    for alike in (
        tuple(index for index in before if prefix and _prefix(rows[index]).endswith(prefix)),
        tuple(index for index in before if len(named) > 1 and _prefix(rows[index]) in named),
    ):
        if 0 < len(alike) < len(before):
            yield alike


def _kind(row: Row) -> str:
    match = _TAIL.search(row.label)
    return match[0][:2] if match else ""


def _has_figure(figures: Figures, index: int) -> bool:
    return any(is_added(column) and figures.at(index, at).state == "figure" for at, column in enumerate(figures.table.columns))


def _carried_on(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield the total before with the rows since: 本年收入合计, 上年结转, 收入总计."""
    rows = figures.table.rows
    last = next((index for index in range(total - 1, -1, -1) if rows[index].role is Role.TOTAL), -1)
    if last >= 0 and _RANKS.get(_kind(rows[last]), 1) <= _RANKS.get(_kind(rows[total]), 1):
        for parent in _chain(figures, total):
            siblings = figures.children.get(parent, [])
            since = siblings[bisect_left(siblings, last) : bisect_left(siblings, total)]
            if since:
                yield (last, *since)


def _after_which(figures: Figures, total: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows beside the total without those that go on a 其中 row unindented, where they close the row above.

    公务用车费 20, 其中：购置费 5, 运行费 15: together they are the 20, so that 运行费 adds nothing more.
    """
    rows = figures.table.rows
    gone = {index for at, row in enumerate(rows) if row.role is Role.OF_WHICH for index in _closing(figures, at)}
    if gone:
        for parent in _chain(figures, total):
            kept = tuple(index for index in figures.children.get(parent, []) if index not in gone)
            yield kept
            yield kept[: bisect_left(kept, total)]


def _closing(figures: Figures, which: int) -> tuple[int, ...]:
    """Return the rows behind a 其中 row, at its level, that make with it what the row above states; () where none do."""
    rows = figures.table.rows
    whole, level = rows[which].parent, rows[which].level
    if whole < 0 or rows[whole].level != level:
        return ()
    columns = [at for at, column in enumerate(figures.table.columns) if is_added(column) and figures.at(whole, at).state == "figure"]
    run: list[int] = []
    for index in range(which + 1, len(rows)):
        if rows[index].role is not Role.ITEM or rows[index].level != level:
            break
        run.append(index)
        sums = [figures.added((which, *run), at) for at in columns]
        if columns and all(one.known and one.filled and one.value == figures.at(whole, at).value for one, at in zip(sums, columns, strict=True)):
            return tuple(run)
    return ()
