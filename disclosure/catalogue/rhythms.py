"""The words in which published lists state how often: 每季度一次, 按月公开, 每两个月, 每季度（财务往来较多的每月）."""

from __future__ import annotations

import re
from dataclasses import replace

from disclosure.catalogue.model import Cadence
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import plain

_NAMES = {
    "month": "每月 按月 按月度 逐月 月 月度 每月度",
    "quarter": "每季度 按季度 逐季度 季度",
    "half": "每半年 按半年 半年 半年度 每半年度 按半年度",
    "year": "每年 每年度 按年 按年度 逐年 年 年度",
    "term": "每届 换届 届 每1届 每届任期 换届时 届满 任期届满",
    "event": "随时 及时 即时 实时 适时 不定期 按次 每次 逐次 事项 按事项 逐项 一事一公开 一事一 有事即 发生时 按需",
    "standing": "常年 长期 长年 永久 固定 常态 常态化 持续",
}
RHYTHM_OF = {word: rhythm for rhythm, words in _NAMES.items() for word in words.split()}
"""What a list calls a rhythm (plainly spelled), by our word for it."""

_ONCE = {"1月": "month", "1个月": "month", "1季度": "quarter", "1年": "year", "1届": "term"}
_OF_MONTHS = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_OF_YEAR = {1: 12, 2: 6, 3: 4, 4: 3, 6: 2, 12: 1}

BUSY = re.compile(
    r"[(,;]?(?:村?集体)?财务(?:收支)?往来较多(?:村|时)?,?(?:财务收支(?:情况)?)?(?:(?:至少)?(?:每|按)月(?:至少)?(?:公[开布示])?(?:1次)?)[)]?"
)
"""«…财务往来较多的，财务收支情况应当每月公布一次», plainly spelled: the monthly rhythm of a busy village."""

_OPENING = re.compile(r"^(?:至少|不少于|最少|定期)")
_CLOSING = re.compile(
    r"(?:(?:至少|不少于|最少)?(?:张榜)?(?:公[开布示告]|更新|发布)?(?:至少|不少于|最少)?1次(?:以上)?(?:公[开布示告])?|(?:张榜)?(?:公[开布示告]|更新|发布))$"
)
_EVERY = re.compile(r"(每|隔)?(\d{1,2})个?(月|年)")
_TIMES = re.compile(r"(?:每|1)年(?:公[开布示])?(?:至少|不少于)?(\d{1,2})次(?:以上)?(?:公[开布示])?")
_TOO_OFTEN = re.compile(r".*(?:[每按逐](?:周|旬|日|天|工作日)).*")
_SEVERAL = re.compile(r"[、/;,]|以?及(?!时)|和|与|或")

_EXAMPLE = "month、quarter、half、year、term、event、standing 里的一个，或「每季度一次」「每两个月」「随时」这样的说法"


def read_rhythm(text: str) -> Cadence | Refusal:
    """Return how often a phrase says: a rhythm, several, every so many months, a busy village's own; or why not."""
    words = plain(text).rstrip("。;,")
    without = BUSY.sub("", words)
    cadence = rhythm_in(without)
    if cadence is None and _TOO_OFTEN.fullmatch(words):
        return Refusal(
            "程序最短按月提醒，一周、一旬、一天一次的记不了", "month；当天就要公开的写 event，期限写 {on: same_day}"
        )
    if cadence is None:
        return Refusal(f"没有读懂「{words}」是多久一次", _EXAMPLE)
    return cadence if without == words else replace(cadence, when=(("financially_busy", "month"),))


def rhythm_in(words: str) -> Cadence | None:
    """Return the rhythm that plainly spelled words state, None where they state anything else or more."""
    one = _single(words)
    if one is not None or not _SEVERAL.search(words):
        return one
    parts = [_single(part) for part in _SEVERAL.split(words) if part]
    if len(parts) < 2 or any(part is None or part.every_months for part in parts):
        return None
    rhythms = tuple(dict.fromkeys(rhythm for part in parts if part for rhythm in part.rhythms))
    return Cadence(rhythms)


def _single(words: str) -> Cadence | None:
    core = _OPENING.sub("", words)
    if match := _TIMES.fullmatch(core):
        months = _OF_YEAR.get(int(match[1]), 0)
        return every(months) if months else None
    bare = _OPENING.sub("", _CLOSING.sub("", core))
    once = "1次" in core
    rhythm = RHYTHM_OF.get(core) or RHYTHM_OF.get(bare) or (_ONCE.get(bare) if once else None)
    if rhythm:
        return Cadence((rhythm,))
    if bare in ("双月", "每双月", "隔月"):
        return every(2)
    match = _EVERY.fullmatch(bare)
    if match is None or not (match[1] or once) or match[2] == "0":
        return None
    return every(int(match[2]) * (12 if match[3] == "年" else 1))


def every(months: int) -> Cadence:
    """Return the cadence of every so many months, by its own name where it has one."""
    return Cadence((_OF_MONTHS[months],)) if months in _OF_MONTHS else Cadence((), (), months)
