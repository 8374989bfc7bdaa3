"""Why a day is the day: the rule, who made it, where a weekend or a holiday moved it. One plain sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.basis.period import Period
from disclosure.basis.workdays import calendar_range
from disclosure.board.agenda import Item
from disclosure.board.agenda import Waiting
from disclosure.board.deadline import chosen
from disclosure.board.deadline import in_words
from disclosure.catalogue.effective import citations_in_force
from disclosure.catalogue.effective import find_profile
from disclosure.catalogue.effective import matches
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Due
from disclosure.views.words import day_words
from disclosure.views.words import law_label
from disclosure.views.words import short_period
from disclosure.views.words import verified_words

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
DEFAULT = "全国没有规定天数，这是本软件的缺省"
_WEEKEND = 5
_BY_WEEKDAYS = "按周一至周五"


def day_reason(catalogue: Catalogue, item: Item, profile: str) -> str:
    """Return the sentence that says why a period is due on its day."""
    law, span = item.ask.law, item.ask.period
    clauses = [f"{_rule_words(item.rule, span)}（{_source(catalogue, law, item.ask.deadline.source, profile, span.last)}）"]
    first = chosen(law.due, item.ask.stage, item.ask.rhythm)
    if first is not item.rule and first.fallback is not None:
        wanted = f"应在{spaced(first)}（{_source(catalogue, law, first.source, profile, span.last)}）"
        clauses = [wanted, f"{first.anchor}没定以前，先按 {clauses[0]}"]
    clauses += filter(None, (_moved(item), _unsettled(item), _busy(item)))
    return "；".join(clauses) + "。"


def _rule_words(rule: Due, span: Period) -> str:
    """Return «第三季度结束后 15 日内», or the rule as it stands where it does not count from the period's end."""
    if rule.form == "after" and rule.anchor == "period_end":
        end = day_words(span.last) if span.unit == "as_of" else f"{short_period(span)}结束"
        return spaced(rule).replace("期末", end, 1)
    return spaced(rule)


def spaced(rule: Due) -> str:
    """Return the rule in words with its number set off: «会议日期前 10 日», «次月 20 日前»."""
    words = in_words(rule)
    return words.replace(str(rule.count), f" {rule.count} ", 1) if rule.form in ("after", "before", "day") else words


def waiting_words(waiting: Waiting) -> str:
    """Return within how many days something is out once it happened: «发生后 10 日内», «前一公告后15个工作日内»."""
    law, rule = waiting.law, waiting.rule
    count, unit = law.follows_within
    if law.follows and count:
        return f"前一步公告后 {count} {'个工作日' if unit == 'workdays' else '日'}内"
    if waiting.standing:
        return "一直公开，有变动就更新"
    if rule.form == "none":
        return "及时公开，没有规定天数"
    return "当天" if rule.form == "same_day" else spaced(rule).replace("期末", "事情发生", 1)


def waiting_source(catalogue: Catalogue, waiting: Waiting, profile: str, day: date) -> str:
    """Return who says so, '' where nobody names a number of days."""
    if waiting.standing or (waiting.rule.form == "none" and not waiting.law.follows_within[0]):
        return ""
    return _source(catalogue, waiting.law, waiting.rule.source, profile, day)


def _source(catalogue: Catalogue, law: Category, source: str, profile: str, day: date) -> str:
    """Return which law or local rule names the days and how far its text was seen, or that none does."""
    if source == "default":
        return DEFAULT
    ids = _local_basis(catalogue, law, profile) if source == "local" else law.basis
    cited = citations_in_force(catalogue, ids or law.basis, day)
    words = [law_label(cited[0]), verified_words(cited[0])] if cited else []
    return "，".join(filter(None, (*words, "全国规定" if source == "law" else "地方规定，非全国统一")))


def _local_basis(catalogue: Catalogue, law: Category, profile: str) -> Sequence[str]:
    """Return what the local rule that sets the days rests on."""
    local = find_profile(catalogue, profile)
    found = [rule for rule in local.rules if rule.due is not None and matches(rule, law)] if local else []
    return found[-1].basis if found else ()


def _moved(item: Item) -> str:
    """Return «10月15日是星期日，顺延到10月18日», '' where the day was not moved."""
    raw, on = item.duty.due_raw, item.duty.due_on
    if raw is None or on is None or raw == on:
        return ""
    off = f"{day_words(raw)}是{WEEKDAYS[raw.weekday()]}" if raw.weekday() >= _WEEKEND else f"{day_words(raw)}放假"
    return f"{off}，{'顺延' if on > raw else '提前'}到 {day_words(on)}"


def _unsettled(item: Item) -> str:
    """Return what the holiday calendar, which is published a year at a time, cannot tell yet."""
    if not item.duty.calendar_note:
        return ""
    known = f"国务院放假安排只公布到 {calendar_range()[1].year} 年"
    return f"{known}，工作日暂按周一至周五推算" if _BY_WEEKDAYS in item.duty.calendar_note else f"{known}，暂未顺延"


def _busy(item: Item) -> str:
    """Return why a shorter rhythm than usual binds the place."""
    busy = any(rhythm == item.ask.rhythm for _, rhythm in item.ask.law.cadence.when)
    return "财务往来较多，按月公开" if busy and item.ask.rhythm == "month" else ""


def day_note(days: Sequence[Item]) -> str:
    """Return what stands beside a day that is not settled: a weekend the holiday calendar does not reach."""
    day = days[0].duty.due_on
    if day is None or not days[0].duty.calendar_note or day.weekday() < _WEEKEND:
        return ""
    return "逢周末，放假安排公布后可能顺延"
