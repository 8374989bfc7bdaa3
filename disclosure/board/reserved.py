"""The keys every filing may have (FORMAT §2): dates, signatures, corrections, waivers, attachments and the like."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from datetime import timedelta
from typing import TypedDict
from typing import cast

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.names import is_person
from disclosure.basis.period import Period
from disclosure.basis.period import parse_period
from disclosure.basis.period import read_day
from disclosure.basis.private import strip_secret
from disclosure.basis.span import Span
from disclosure.basis.values import Day
from disclosure.basis.workdays import is_workday
from disclosure.board.fields import Entry
from disclosure.board.fields import bad_value
from disclosure.board.fields import known_only
from disclosure.board.fields import missing_key
from disclosure.board.fields import read_date
from disclosure.board.fields import read_edge
from disclosure.board.fields import read_list
from disclosure.board.fields import read_mappings
from disclosure.board.fields import read_text
from disclosure.board.fields import text_of
from disclosure.board.fields import vocabulary
from disclosure.board.fields import wrong_shape
from disclosure.board.model import Attachment
from disclosure.board.model import Correction
from disclosure.board.model import Signature
from disclosure.board.model import Waiver
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence

Known = dict[str, Entry]
Found = list[Diagnostic]

RESERVED = vocabulary(
    "公开件",
    "类别 category, 期间 period, 所属期 covers, 标题 title, 文号 document_no, 事项 matter, 批次 batch, 阶段 stage, 主体 owner,"
    "公开日期 published_on, 上栏日期 posted_on, 下栏日期 taken_down_on, 公示期 window, 发文日期 issued_on, 落款 issuer,"
    "签字 signatures, 监督电话 hotline, 单位 unit, 注 notes, 正文 body, 附件 attachments, 本期无 nil, 更正 corrections,"
    "替代 supersedes, 后续 follow_up, 转载 reposted, 豁免 waivers, 数据 facts, 表 tables, 校验 checks, 栏+ extra_columns",
)
SIGNATURE_KEYS = vocabulary("签字", "角色 role, 姓名 name, 日期 date, 意见 opinion")
CORRECTION_KEYS = vocabulary(
    "更正", "日期 date, 位置 row, 栏 column, 原 old, 改 new, 原因 reason, 批准 approved_by, 上栏日期 posted_on"
)
WAIVER_KEYS = vocabulary("豁免", "规则 rule, 原因 reason, 至 until")
ATTACHMENT_KEYS = vocabulary("附件", "文件 file, 标题 title")
REPOSTED_KEYS = vocabulary("转载", "机关 issuer, 文号 document_no")
TEXTS = ("title", "document_no", "matter", "batch", "stage", "owner", "issuer", "hotline", "unit", "supersedes", "follow_up")
LISTS = frozenset(("hotline", "issuer"))
"""Texts that may stand as a list: several telephones, several offices."""

NOT_NIL = frozenset(("", "否", "不是", "no", "false"))
LONG_TERM = ("长期", "长期公示", "常年")


class Texts(TypedDict):
    """The reserved keys that hold a plain text."""

    title: str
    document_no: str
    matter: str
    batch: str
    stage: str
    owner: str
    issuer: str
    hotline: str
    unit: str
    supersedes: str
    follow_up: str


class Dates(TypedDict):
    """The reserved keys that hold a day."""

    published_on: date | None
    posted_on: date | None
    taken_down_on: date | None
    issued_on: date | None


def read_plain_texts(known: Known, found: Found) -> Texts:
    """Return the texts of a filing's head; several telephones may stand as a list."""
    texts = {name: (_joined if name in LISTS else read_text)(known.get(name), found) for name in TEXTS}
    return cast(Texts, texts)


def _joined(entry: Entry | None, found: Found) -> str:
    if entry is not None and isinstance(entry.value, Sequence):
        return "、".join(text for item in entry.value.items if (text := text_of(item)))
    return read_text(entry, found)


def read_dates(known: Known, found: Found) -> Dates:
    """Return the days a filing was shown, taken down and issued on."""
    return Dates(
        published_on=read_date(known.get("published_on"), found),
        posted_on=read_date(known.get("posted_on"), found),
        taken_down_on=read_date(known.get("taken_down_on"), found),
        issued_on=read_date(known.get("issued_on"), found),
    )


def read_period(known: Known, key: str, found: Found) -> Period | None:
    """Return the period behind a key, None when it is not stated or not one (a finding)."""
    entry = known.get(key)
    text = read_text(entry, found)
    period = parse_period(text) if text else None
    if entry is not None and text and period is None:
        found.append(Diagnostic("bad-period", entry.value.span, {"text": text}))
    return period


_STATED = re.compile(r"[(（,，\s]*(?:共|为期|公示期|公示)?\s*(\d{1,3})\s*(个?工作日|[天日])[)）]?\s*$")
_FROM_TO = re.compile(r"^[自从]\s*|\s*[止期]$")
_EDGES = re.compile(r"\s*(?:——|--|[—–―－至到~～/]+)\s*")


def read_window(entry: Entry | None, found: Found) -> tuple[date, date] | None:
    """Return the days of 公示期, first and last; «长期» has no last day and is none."""
    text = read_text(entry, found)
    if entry is None or not text or text in LONG_TERM:
        return None
    stated = _STATED.search(text)
    bare = text[: stated.start()] if stated and parse_period(text) is None else text
    bare = _FROM_TO.sub("", bare.strip())
    window = _two_days(bare)
    if window is None:
        found.append(bad_value(entry, "起止日期，如 2026-03-05/2026-03-11"))
        return None
    if window[0] > window[1]:
        shown = {"first": window[0].isoformat(), "last": window[1].isoformat()}
        found.append(Diagnostic("window-reversed", entry.value.span, shown))
        return None
    if stated and bare != text:
        found.extend(_miscounted(entry, window, int(stated[1]), working="工作" in stated[2]))
    return window


def _two_days(text: str) -> tuple[date, date] | None:
    """Return both ends of a window; they may stand in the wrong order."""
    period = parse_period(text)
    if period is not None:
        return period.first, period.last
    ends = [read_day(part) for part in _EDGES.split(text)]
    days = [end.date for end in ends if isinstance(end, Day)]
    return (days[0], days[1]) if len(days) == len(ends) == 2 else None


def _miscounted(entry: Entry, window: tuple[date, date], stated: int, *, working: bool) -> Found:
    """Find a stated number of days that neither way of counting gives (first day in or out).

    Working days beyond the State Council's calendar are not counted.
    """
    apart = _working_days(window) if working else (window[1] - window[0]).days
    if apart is None or stated in (apart, apart + 1):
        return []
    shown = {
        "first": window[0].isoformat(),
        "last": window[1].isoformat(),
        "stated": f"{stated} {'个工作日' if working else '天'}",
        "days": f"{apart} 或 {apart + 1}",
        "unit": "个工作日" if working else "天",
    }
    return [Diagnostic("window-days-off", entry.value.span, shown)]


def _working_days(window: tuple[date, date]) -> int | None:
    """Return how many working days stand behind the first day of a window, None where nobody knows."""
    first, last = window
    known = [is_workday(first + timedelta(days=day)) for day in range(1, min((last - first).days, 366) + 1)]
    return None if None in known else sum(map(bool, known))


def read_signatures(entry: Entry | None, found: Found) -> tuple[Signature, ...]:
    """Return who signed as what; a line that is printed and empty has name ''."""
    if entry is None:
        return ()
    if isinstance(entry.value, Mapping):
        pairs = [Entry(key, value) for key, value in entry.value]
        return tuple(_signature(one.key.text, one, found) for one in pairs)
    signed: list[Signature] = []
    for mapping in read_mappings(entry, found):
        role = mapping.get("角色", "role")
        if role is not None:
            signed.append(_signature(text_of(role), Entry(entry.key, mapping), found))
        else:
            signed += [_signature(key.text, Entry(key, value), found) for key, value in mapping]
    return tuple(signed)


def _signature(role: str, entry: Entry, found: Found) -> Signature:
    role = strip_secret(role)
    if isinstance(entry.value, Mapping):
        known, more = known_only(entry.value, SIGNATURE_KEYS)
        found += more
        name = _joined(known.get("name"), found)
        span = known["name"].value.span if name else entry.key.span
        return Signature(role, name, span, read_date(known.get("date"), found), read_text(known.get("opinion"), found))
    name = _joined(entry, found)
    return Signature(role, name, entry.value.span if name else entry.key.span)


def read_corrections(entry: Entry | None, found: Found) -> tuple[Correction, ...]:
    """Return 更正: what was put right, where, why and by whose leave."""
    return tuple(_correction(mapping, found) for mapping in read_mappings(entry, found))


def _correction(mapping: Mapping, found: Found) -> Correction:
    known, more = known_only(mapping, CORRECTION_KEYS)
    found += more
    return Correction(
        date=read_date(known.get("date"), found),
        row=_position(read_text(known.get("row"), found)),
        column=read_text(known.get("column"), found),
        old=read_text(known.get("old"), found),
        new=read_text(known.get("new"), found),
        reason=read_text(known.get("reason"), found),
        approved_by=read_text(known.get("approved_by"), found),
        span=mapping.span,
        posted_on=read_date(known.get("posted_on"), found),
    )


_NUMBERED = re.compile(r"[«<《「]?第?0*([0-9]{1,6}(?:-[0-9]{1,4})?)[号行»>》」]*")
_LONGEST_POSITION = 8


def _position(typed: str) -> str:
    """Return the speakable number of a row in one spelling (第 8 号 is 8), or the words of a row (合计); '' for anything else.

    A name is no position: what stands here is printed and linked as it is.
    """
    text = "".join(unicodedata.normalize("NFKC", typed).split())
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return numbered[1]
    return text if len(text) <= _LONGEST_POSITION and not re.search(r"[0-9]", text) and not is_person(text) else ""


def read_waivers(entry: Entry | None, found: Found) -> tuple[Waiver, ...]:
    """Return 豁免; one that names no rule is a finding."""
    waivers: list[Waiver] = []
    for mapping in read_mappings(entry, found):
        known, more = known_only(mapping, WAIVER_KEYS)
        found += more
        rule = read_text(known.get("rule"), found)
        if not rule:
            found.append(missing_key("规则", "豁免", mapping.span))
            continue
        until = read_edge(known.get("until"), found, last=True)
        waivers.append(Waiver(rule, read_text(known.get("reason"), found), until, mapping.span))
    return tuple(waivers)


def read_attachments(entry: Entry | None, found: Found) -> tuple[Attachment, ...]:
    """Return 附件 with paths as typed; load tells whether they are there."""
    if entry is None:
        return ()
    attachments: list[Attachment] = []
    for item in read_list(entry):
        if isinstance(item, Scalar):
            attachments.append(Attachment(text_of(item), "", item.span))
        elif isinstance(item, Mapping):
            known, more = known_only(item, ATTACHMENT_KEYS)
            found += more
            path, title = read_text(known.get("file"), found), read_text(known.get("title"), found)
            if not path:
                found.append(missing_key("文件", "附件", item.span))
            attachments.append(Attachment(path, title, item.span))
        else:
            found.append(wrong_shape(Entry(entry.key, item), "文件名"))
    return tuple(attachment for attachment in attachments if attachment.path)


def read_reposted(entry: Entry | None, found: Found) -> tuple[str, str] | None:
    """Return whose document is posted as it came: (organ, document number); None when it is the place's own."""
    if entry is None:
        return None
    if isinstance(entry.value, Mapping):
        known, more = known_only(entry.value, REPOSTED_KEYS)
        found += more
        return read_text(known.get("issuer"), found), read_text(known.get("document_no"), found)
    text = read_text(entry, found)
    return (text, "") if text else None


def read_nil(entry: Entry | None, found: Found) -> str:
    """Return what 本期无 says did not happen; '' when the filing is no nil filing."""
    text = read_text(entry, found)
    return "" if text.lower() in NOT_NIL else text


def read_notes(entry: Entry | None, found: Found) -> tuple[tuple[str, Span], ...]:
    """Return the notes under a filing's tables, each with its place."""
    if entry is None:
        return ()
    notes: list[tuple[str, Span]] = []
    for item in read_list(entry):
        if isinstance(item, Scalar):
            notes.append((text_of(item), item.span))
        else:
            found.append(wrong_shape(Entry(entry.key, item), "文字"))
    return tuple(note for note in notes if note[0])
