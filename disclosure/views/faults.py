"""What a supervisor hands on: every finding with its village and who is in charge of the filing, and counts of them.

Who signed did so in their office; nobody else is named here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from typing import NamedTuple

from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.model import Place
from disclosure.rules.finding import Finding
from disclosure.rules.finding import is_of_posting
from disclosure.rules.registry import FAMILIES
from disclosure.rules.severity import SEVERITIES
from disclosure.rules.severity import rank
from disclosure.views.assessment import Sheet
from disclosure.views.assessment import Value
from disclosure.views.assessment import above
from disclosure.views.grid import period

SEVERITY_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
MAKER, HEAD = "制表", "负责人"
SITE_WIDE = "全站"


class _Told(NamedTuple):
    """A finding with what its filing says of itself."""

    one: Finding
    place: Place | None
    filing: Brief | None

    @property
    def charge(self) -> tuple[str, str]:
        """Who made the filing and who answers for it, the office itself for what it got wrong in a reprint; '' where nobody signed."""
        if self.filing and self.filing.issuer and not is_of_posting(self.one.code):
            return f"转载自{self.filing.issuer}", ""
        return (_signed(self.filing, MAKER), _signed(self.filing, HEAD)) if self.filing else ("", "")


def sheets(board: Board, findings: Iterable[Finding], asked: Collection[str]) -> tuple[Sheet, ...]:
    """Return the findings one by one, counted by place, and counted by who is in charge; ``asked`` are place paths."""
    filings = {brief.filing_id: brief for brief in board.briefs}
    told = [_Told(one, board.places.get(one.place), filings.get(one.filing_id)) for one in findings]
    places = sorted((board.places[path] for path in asked), key=lambda place: (place.level != "village", place.path))
    order = {place.path: at for at, place in enumerate(places)}
    told.sort(key=lambda each: _order(each, order))
    return _listed(board, told), _counted(board, told, places), _by_charge(told)


def _order(each: _Told, order: Mapping[str, int]) -> tuple[object, ...]:
    one = each.one
    return order.get(one.place, len(order)), each.charge, one.path, one.line, one.column, one.code, one.message


def _signed(brief: Brief, role: str) -> str:
    return "、".join(name for signed, name in brief.signers if signed == role)


def _listed(board: Board, told: list[_Told]) -> Sheet:
    heads = (
        ("地方", 10), (MAKER, 8), (HEAD, 8), ("公开件", 20), ("文件", 22), ("位置", 14), ("第几号", 7), ("问题", 16), ("说明", 36), ("为什么", 32),
        ("怎么改", 30), ("轻重", 6), ("代码", 8), ("公开之日", 11), ("下栏之日", 11),
    )  # fmt: skip
    note = "按村、按经手人排。制表、负责人照公开件上的签字，没有签字的空着。公开之日到下栏之日，是这份公开件让人看到的日子。"
    return Sheet("问题", note, heads, tuple(_row(board, each) for each in told))


def _row(board: Board, each: _Told) -> tuple[Value, ...]:
    one, filing = each.one, each.filing
    shown = min((day for day in (filing.posted_on, filing.published_on) if day), default=None) if filing else None
    return (
        _name(each.place),
        *each.charge,
        _filing_words(board, one, filing),
        one.path,
        one.cell or f"第{one.line}行第{one.column}字",
        one.row,
        one.title,
        one.message,
        "\n".join(one.why),
        one.help,
        SEVERITY_WORDS[SEVERITIES[rank(one.severity)]],
        one.code,
        shown,
        filing.taken_down_on if filing else None,
    )


def _filing_words(board: Board, one: Finding, filing: Brief | None) -> str:
    """Return «2026年3月财务收支明细» with batch and stage; a matter may name somebody and is left out."""
    category = board.catalogue.categories.get(one.category)
    if category is None:
        return ""
    span = period(one.period) if one.period else None
    tail = [part for part in (filing.batch, filing.stage) if part] if filing else []
    return " ".join(((span.words() if span else one.period) + category.name, *tail))


def _name(place: Place | None) -> str:
    return place.name if place else SITE_WIDE


def _counted(board: Board, told: list[_Told], places: list[Place]) -> Sheet:
    heads = (("地方", 14), ("上级", 14), *_totals(), *((words, 11) for words in FAMILIES.values()))
    by_place: dict[str, list[Finding]] = {}
    for each in told:
        by_place.setdefault(each.one.place if each.place else "", []).append(each.one)
    rows = [(place.name, above(board, place), *_figures(by_place.get(place.path, []), FAMILIES)) for place in places]
    rows += [(SITE_WIDE, "", *_figures(by_place[""], FAMILIES))] if "" in by_place else []
    rows += [("合计", "", *_figures([each.one for each in told], FAMILIES))] if len(rows) > 1 else []
    return Sheet("问题汇总", "一处问题算一个；没有问题的村也列出来。不是排名。", heads, tuple(rows))


def _totals() -> tuple[tuple[str, int], ...]:
    return *((words, 7) for words in SEVERITY_WORDS.values()), ("共计", 7)


def _figures(found: list[Finding], families: Iterable[str]) -> tuple[Value, ...]:
    grave = Counter(SEVERITIES[rank(one.severity)] for one in found)
    kinds = Counter(one.code[:3] for one in found)
    return (*(grave[severity] for severity in SEVERITIES), len(found), *(kinds[family] for family in families))


def _by_charge(told: list[_Told]) -> Sheet:
    heads = (("地方", 14), (MAKER, 12), (HEAD, 12), ("有问题的公开件", 14), *_totals())
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for each in told:
        if each.filing is not None:
            groups.setdefault((_name(each.place), *each.charge), []).append(each.one)
    rows = tuple((*who, len({one.filing_id for one in found}), *_figures(found, ())) for who, found in groups.items())
    return Sheet("问题按经手人", "照公开件上的签字归到人；只数公开件里的问题，缺项和设置里的不在内。", heads, rows)
