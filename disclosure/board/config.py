"""content/site.yaml and place.yaml: nodes to records; opens no file."""

from __future__ import annotations

import re

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub_path
from disclosure.basis.span import Span
from disclosure.basis.span import whole_file
from disclosure.board.fields import Entry
from disclosure.board.fields import bad_value
from disclosure.board.fields import known_only
from disclosure.board.fields import missing_key
from disclosure.board.fields import read_date
from disclosure.board.fields import read_edge
from disclosure.board.fields import read_mappings
from disclosure.board.fields import read_text
from disclosure.board.fields import read_texts
from disclosure.board.fields import sort_out
from disclosure.board.fields import text_of
from disclosure.board.fields import unknown_key
from disclosure.board.fields import vocabulary
from disclosure.board.fields import wrong_shape
from disclosure.board.model import Event
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.yaml import Document

SITE_KEYS = vocabulary(
    "site.yaml",
    "格式 format, 标题 title, 网址 url, 语言 language, 地方档案 profile, 主题 theme, 页脚 footer,"
    "仓库 repository, 起 start, 截止 as_of, 策略 policy",
)
REPOSITORY_KEYS = vocabulary("仓库", "可见 visibility, 网址 url")
PLACE_KEYS = vocabulary(
    "place.yaml",
    "名称 name, 级别 level, 性质 nature, 代码 code, slug slug, 起 start, 止 end, 承接 succeeds, 监督电话 hotline,"
    "公示栏 boards, 情况 conditions, 事件 events, 不适用 exemptions, 地方档案 profile",
)
EXTRA_KEYS = vocabulary(
    "place.yaml",
    "简介 about, 地址 address, 户数 households, 人口 population, 面积 area, 组数 groups, 耕地 farmland,"
    "党员 party_members, 负责人 head, 联系人 contact, 邮编 postcode, 主体 owner, 备注 remark",
)
EVENT_KEYS = vocabulary("事件", "类别 category, 日期 date, 事项 matter, 阶段 stage")
EXEMPTION_KEYS = vocabulary("不适用", "类别 category, 原因 reason, 批准 approved_by")

FORMATS = ("1",)
RESERVED_SLUGS = frozenset(("laws", "missing", "data", "assets", "search", "calendar", "print"))
LEVELS = {
    **dict.fromkeys(("county", "县", "县级", "区", "市", "旗", "县区"), "county"),
    **dict.fromkeys(("township", "乡镇", "乡镇级", "镇", "乡", "街道", "苏木"), "township"),
    **dict.fromkeys(("village", "村", "村级", "社区", "行政村", "嘎查"), "village"),
    **dict.fromkeys(("group", "组", "村民小组", "小组"), "group"),
}
NATURES = {
    **dict.fromkeys(("村民委员会", "村委会", "villagers_committee"), "村民委员会"),
    **dict.fromkeys(("居民委员会", "居委会", "residents_committee"), "居民委员会"),
}
VISIBILITY = {"private": "private", "public": "public", "私有": "private", "公开": "public"}


def read_settings(document: Document) -> tuple[Settings, list[Diagnostic]]:
    """Return the site's settings; whatever cannot be read keeps its default and is a finding."""
    if document.root is None:
        return Settings(), []
    known, found = known_only(document.root, SITE_KEYS)
    found += [] if _format_known(known.get("format")) else [bad_value(known["format"], "1")]
    texts = {name: read_text(known.get(name), found) for name in ("title", "url", "profile", "footer")}
    visibility, repository = _repository(known.get("repository"), found)
    settings = Settings(
        **texts,
        language=read_text(known.get("language"), found) or "zh-Hans",
        theme=read_text(known.get("theme"), found) or "default",
        visibility=visibility,
        repository=repository,
        start=read_edge(known.get("start"), found, last=False),
        as_of=read_edge(known.get("as_of"), found, last=True),
        policy=_pairs(known.get("policy"), found),
        span=whole_file(document.root.span.path),
    )
    return settings, found


def _format_known(entry: Entry | None) -> bool:
    return entry is None or text_of(entry.value) in ("", *FORMATS)


def _repository(entry: Entry | None, found: list[Diagnostic]) -> tuple[str, str]:
    """Return (visibility, URL); a repository is private unless it says public."""
    for mapping in read_mappings(entry, found):
        known, more = known_only(mapping, REPOSITORY_KEYS)
        found += more
        return _word(known.get("visibility"), VISIBILITY, found) or "private", read_text(known.get("url"), found)
    return "private", ""


def _pairs(entry: Entry | None, found: list[Diagnostic]) -> dict[str, str]:
    """Return a mapping of texts as a dict; deeper values are findings."""
    if entry is None or (text_of(entry.value) == "" and not isinstance(entry.value, Mapping)):
        return {}
    if not isinstance(entry.value, Mapping):
        found.append(wrong_shape(entry, "键: 值"))
        return {}
    return {key.text: read_text(Entry(key, value), found) for key, value in entry.value}


def _word(entry: Entry | None, words: dict[str, str], found: list[Diagnostic]) -> str:
    """Return what a word of a closed list means, '' when not stated or unknown (a finding)."""
    text = read_text(entry, found)
    if entry is not None and text and text not in words:
        found.append(bad_value(entry, "、".join(dict.fromkeys(words.values()))))
    return words.get(text, "")


def read_place(document: Document, folder: str) -> tuple[Place | None, list[Diagnostic]]:
    """Return the place a place.yaml describes, its slug path still its own slug; None when it names no slug.

    ``folder`` is relative to content/. Paths, parents and 承接 are resolved by ``settle`` once all are known.
    """
    if document.root is None:
        return None, []
    known, others, found = sort_out(document.root, PLACE_KEYS)
    span = whole_file(document.root.span.path)
    extra = _extra(others, found)
    slug = _slug(known.get("slug"), span, found)
    name = read_text(known.get("name"), found)
    level = _word(known.get("level"), LEVELS, found)
    found += [missing_key(key, "place.yaml", span) for key in ("名称", "级别") if not {"名称": name, "级别": level}[key]]
    if not slug:
        return None, found
    place = Place(
        path=slug,
        slug=slug,
        name=name or scrub_path(folder.rsplit("/", 1)[-1]),
        level=level or "village",
        folder=folder,
        span=span,
        nature=_word(known.get("nature"), NATURES, found),
        code=read_text(known.get("code"), found),
        start=read_edge(known.get("start"), found, last=False),
        end=read_edge(known.get("end"), found, last=True),
        succeeds=read_texts(known.get("succeeds"), found),
        hotline="、".join(read_texts(known.get("hotline"), found)),
        boards=read_texts(known.get("boards"), found),
        conditions=_pairs(known.get("conditions"), found),
        events=_events(known.get("events"), found),
        profile=read_text(known.get("profile"), found),
        exemptions=_exemptions(known.get("exemptions"), found),
        extra=extra,
    )
    return place, found


def _extra(others: list[Entry], found: list[Diagnostic]) -> dict[str, str]:
    """Keep the further facts a place may state (every telephone is one); any other key is an error."""
    extra: dict[str, str] = {}
    for entry in others:
        name = entry.key.text
        if name in EXTRA_KEYS.ids or name.endswith(("电话", "_phone", "_hotline")):
            extra[name] = "、".join(read_texts(entry, found))
        else:
            found.append(unknown_key(entry.key, {**PLACE_KEYS.ids, **EXTRA_KEYS.ids}, "place.yaml"))
    return extra


def _slug(entry: Entry | None, span: Span, found: list[Diagnostic]) -> str:
    slug = read_text(entry, found)
    if entry is None or not slug:
        found.append(missing_key("slug", "place.yaml", span))
        return ""
    reason = ""
    if not re.fullmatch(r"[a-z0-9-]+", slug):
        reason = "只能用小写英文字母、数字和连字符"
    elif slug in RESERVED_SLUGS:
        reason = "这个名字留给网站自己的页面"
    if reason:
        found.append(Diagnostic("bad-slug", entry.value.span, {"slug": slug, "reason": reason}))
    return "" if reason else slug


def _events(entry: Entry | None, found: list[Diagnostic]) -> tuple[Event, ...]:
    """Return 事件; one without a category or a day is a finding and is left out."""
    events: list[Event] = []
    for mapping in read_mappings(entry, found):
        known, more = known_only(mapping, EVENT_KEYS)
        category, matter = read_text(known.get("category"), more), read_text(known.get("matter"), more)
        day = read_date(known.get("date"), more)
        more += [missing_key(key, "事件", mapping.span) for key in _lacking(known, "类别 category", "日期 date")]
        if category and day:
            events.append(Event(category, day, matter, mapping.span, read_text(known.get("stage"), more)))
        found += more
    return tuple(events)


def _exemptions(entry: Entry | None, found: list[Diagnostic]) -> tuple[tuple[str, str, str], ...]:
    """Return 不适用 as (category, reason, approved by); a reason is a must."""
    exemptions: list[tuple[str, str, str]] = []
    for mapping in read_mappings(entry, found):
        known, more = known_only(mapping, EXEMPTION_KEYS)
        more += [missing_key(key, "不适用", mapping.span) for key in _lacking(known, "类别 category", "原因 reason")]
        category = read_text(known.get("category"), more)
        if category:
            reason, approved = read_text(known.get("reason"), more), read_text(known.get("approved_by"), more)
            exemptions.append((category, reason, approved))
        found += more
    return tuple(exemptions)


def _lacking(known: dict[str, Entry], *pairs: str) -> list[str]:
    """Return the labels of «label id» pairs that are not stated."""
    split = [pair.split() for pair in pairs]
    return [label for label, name in split if name not in known or (text_of(known[name].value) == "" and _plain(known[name]))]


def _plain(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar)
