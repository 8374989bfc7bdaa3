"""Findings for people: what is wrong in the village's words, where, why, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from disclosure.reporting.report import Report
from disclosure.reporting.report import last_line
from disclosure.reporting.report import one_line
from disclosure.reporting.report import tame
from disclosure.rules.finding import Finding
from disclosure.rules.severity import rank

NAME = "text"
SHOWN = 3
"""Findings of one group that are shown in full; the others get a line each, up to ``LISTED``."""
LISTED = 12
RELATED = 6
LAWS = 2
PLACES = 60
"""Places in one file that a finding shown once still names."""

_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_DIM, _BOLD = "2", "1"
_WHERE = re.compile("^「[^」]*」")


def render(report: Report) -> str:
    """Return the findings in groups of one rule, the gravest first, and the line that counts."""
    blocks = ["\n".join(_group(group, report)) for group in _groups(report.findings)]
    return "\n\n".join([*blocks, last_line(report)]) + "\n"


def _groups(findings: Iterable[Finding]) -> list[list[Finding]]:
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.slug, one.severity, *one.why), []).append(one)
    return sorted(groups.values(), key=lambda group: rank(group[0].severity))


def _group(group: list[Finding], report: Report) -> Iterator[str]:
    told = [[one] for one in group] if report.everything else _alike(group)
    shown = told if report.everything else told[:SHOWN]
    alike = len({one.help for one, *_ in shown}) == 1
    for one, *again in shown:
        yield from _full(one, report.colour)
        yield from _again(one, again)
        yield from () if alike else _help(one)
    yield from _others(told[len(shown) :], report.colour)
    yield from (f"  为什么：{law}" for law in group[0].why[:LAWS])
    yield from _help(group[0]) if alike else ()
    yield _paint(f"  详细说明：{report.command} explain {group[0].code}", _DIM, report.colour)


def _alike(group: list[Finding]) -> list[list[Finding]]:
    """Return the findings that say the same of one file together, each list in the order of the file."""
    same: dict[tuple[object, ...], list[Finding]] = {}
    for one in group:
        same.setdefault((one.path, _WHERE.sub("", one.message), one.help, one.related), []).append(one)
    return list(same.values())


def _again(one: Finding, others: list[Finding]) -> Iterator[str]:
    """Yield where else in the file the same is to be said: line numbers, or cells of a workbook."""
    if not others:
        return
    named = [other.cell.rpartition("!")[2] if _sheet(other) == _sheet(one) else other.cell for other in others if other.cell]
    lines = [str(other.line) for other in others if not other.cell]
    told = [f"第 {'、'.join(lines[:PLACES])} 行"] if lines else []
    told += [f"单元格 {'、'.join(named[:PLACES])}"] if named else []
    more = "……（加 -v 全部列出）" if max(len(lines), len(named)) > PLACES else ""
    yield f"    = 同一个文件里还有 {len(others)} 处：{one_line('；'.join(told))}{more}"


def _sheet(one: Finding) -> str:
    return one.cell.rpartition("!")[0]


def _full(one: Finding, colour: bool) -> Iterator[str]:
    yield _paint(tame(one.message), _BOLD, colour)
    name = _paint(f"{_WORDS[one.severity]} {one.code}", _COLOURS[one.severity], colour)
    yield f"  {name} {one.title}（{one.slug}）"
    yield f"  --> {_where(one)}"
    yield from _excerpt(one, colour)
    for other in one.related[:RELATED]:
        yield f"    = {one_line(other.path)}:{other.line}:{other.column} {one_line(other.message)}".rstrip()
    if len(one.related) > RELATED:
        yield f"    = 另有 {len(one.related) - RELATED} 处有关"


def _excerpt(one: Finding, colour: bool) -> Iterator[str]:
    if not one.excerpt:
        return
    line, _, caret = one.excerpt.partition("\n")
    number = str(one.line)
    yield f"  {_paint(number + ' |', _DIM, colour)} {line}"
    yield f"  {_paint(' ' * len(number) + ' |', _DIM, colour)} {_paint(caret, _COLOURS[one.severity], colour)}"


def _others(rest: list[list[Finding]], colour: bool) -> Iterator[str]:
    if not rest:
        return
    yield f"  另有 {sum(map(len, rest))} 处同样的问题："
    for one, *again in rest[:LISTED]:
        more = f"（同一个文件里共 {len(again) + 1} 处）" if again else ""
        yield f"    {one_line(one.path)}:{one.line}:{one.column} {one_line(one.message)}{more}"
    if len(rest) > LISTED:
        yield _paint(f"    ……还有 {sum(map(len, rest[LISTED:]))} 处没有列出（加 -v 全部列出）", _DIM, colour)


def _help(one: Finding) -> Iterator[str]:
    if one.help:
        first, *more = tame(one.help).strip("\n").split("\n")
        yield f"  怎么改：{first}"
        yield from (f"    {line}" for line in more)


def _where(one: Finding) -> str:
    cell = f"（{one.cell}）" if one.cell else ""
    return one_line(f"{one.path}:{one.line}:{one.column}{cell}")


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
