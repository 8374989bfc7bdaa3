"""The page on which both sides of public money stand beside each other: given by the township, told by the village."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from disclosure.basis.numbers import print_amount
from disclosure.basis.period import parse_period
from disclosure.board.lookups import GIVERS
from disclosure.board.lookups import RECEIVED
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.board.reconcile import Pair
from disclosure.board.reconcile import Side
from disclosure.board.reconcile import pairs
from disclosure.views import paths
from disclosure.views.model import Html
from disclosure.views.model import Link
from disclosure.views.words import OWNERS

_UP = Link("首页", paths.HOME)
_NOTE = (
    "同一个文号、同一项补贴，镇里公开多少，村里公开多少，放在一起看。两边一样写「相符」；"
    "不一样的，镇和村一起核对，核对的结果写在公开件的「后续」里，会显示在这里。"
)


@dataclass(frozen=True, slots=True)
class SideView:
    """What one side says: the sum in words, who says it in which filings, and who answers for it."""

    amount: str
    filings: tuple[Link, ...]
    owner: str


@dataclass(frozen=True, slots=True)
class PairView:
    """One sum on both sides; ``off`` where they differ for certain. ``replies`` are what the filings' 后续 say."""

    words: str
    document: str
    period: str
    given: SideView
    taken: SideView | None
    result: str
    off: bool
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairsOfPlace:
    """The sums of one village, or of the whole township."""

    name: str
    path: str
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class ReconcileView:
    """The page 镇村对账."""

    path: str
    title: str
    lead: Html
    note: str
    crumbs: tuple[Link, ...]
    places: tuple[PairsOfPlace, ...]


def reconcile_link(board: Board) -> tuple[Link, ...]:
    """Return the way to the page, nothing where no township tells of any sum."""
    found = pairs(board)
    off = sum(pair.off for pair in found)
    return (Link("镇村对账", paths.RECONCILE, f"{len(found)} 笔，{off} 笔对不上" if off else f"{len(found)} 笔"),) if found else ()


def reconcile_view(board: Board) -> ReconcileView | None:
    """Return the page, None where no township tells what it gave."""
    found = pairs(board)
    if not found:
        return None
    off = sum(pair.off for pair in found)
    lead = Markup("镇里公开的拨款和补贴共 <b>{}</b> 笔，").format(len(found)) + (Markup("<b>{}</b> 笔对不上。").format(off) if off else Markup("没有对不上的。"))
    by_place: dict[str, list[Pair]] = {}
    for pair in found:
        by_place.setdefault(pair.place, []).append(pair)
    places = tuple(PairsOfPlace(board.places[path].name, paths.place_path(path), tuple(_pair(board, pair) for pair in ones)) for path, ones in by_place.items())
    return ReconcileView(paths.RECONCILE, "镇村对账", lead, _NOTE, (_UP, Link("还缺什么", paths.MISSING), Link("镇村对账")), places)


def _pair(board: Board, pair: Pair) -> PairView:
    first = pair.given[0]
    period = parse_period(first.brief.period)
    replies = dict.fromkeys(one.brief.follow_up for one in (*pair.given, *pair.taken) if one.brief.follow_up)
    return PairView(
        words=first.flow.words,
        document=first.flow.document,
        period=period.words() if period else first.brief.period,
        given=_side(board, pair.given, print_amount(pair.gave, 2)),
        taken=_side(board, pair.taken, print_amount(pair.took, 2)) if pair.taken else None,
        result=_result(pair) if pair.taken else "",
        off=pair.off,
        replies=tuple(replies),
    )


def _side(board: Board, sides: tuple[Side, ...], amount: str) -> SideView:
    one = sides[0].brief
    many = len({side.brief.place for side in sides}) > 1
    return SideView(amount, tuple(_links(board, sides)), "各村" if many else _owner(board, one))


def _owner(board: Board, brief: Brief) -> str:
    place = board.places[brief.place]
    if place.level in GIVERS:
        return f"{place.name}人民政府"
    return f"{place.name}{OWNERS.get(board.catalogue.categories[brief.category].owner, '')}"


def _links(board: Board, sides: Iterable[Side]) -> Iterable[Link]:
    for brief in {side.brief.filing_id: side.brief for side in sides}.values():
        period = parse_period(brief.period)
        words = brief.title or f"{period.words() if period else ''}{board.catalogue.categories[brief.category].name}"
        yield Link(f"{board.places[brief.place].name}：{words}", paths.filing_id_path(brief.filing_id))


def _result(pair: Pair) -> str:
    if pair.off:
        return f"差 {print_amount(abs(pair.gave - pair.took), 2)} 元"
    if pair.gave == pair.took:
        return "相符"
    return "村里还没有列全，暂不比" if pair.side != RECEIVED or pair.took < pair.gave else "分几份公开，暂不比"
