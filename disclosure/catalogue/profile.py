"""Local profiles (地方档案), laws and word lists: YAML nodes to records."""

from __future__ import annotations

import re

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue.category import KINDS
from disclosure.catalogue.category import MEDIA
from disclosure.catalogue.category import OWNERS
from disclosure.catalogue.fields import Entries
from disclosure.catalogue.fields import Entry
from disclosure.catalogue.fields import Found
from disclosure.catalogue.fields import day
from disclosure.catalogue.fields import days_by
from disclosure.catalogue.fields import entries
from disclosure.catalogue.fields import named
from disclosure.catalogue.fields import not_read
from disclosure.catalogue.fields import one_of
from disclosure.catalogue.fields import some_of
from disclosure.catalogue.fields import span_of_days
from disclosure.catalogue.fields import text
from disclosure.catalogue.fields import texts
from disclosure.catalogue.fields import words
from disclosure.catalogue.fields import wrong_shape
from disclosure.catalogue.model import SUBJECTS
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Profile
from disclosure.catalogue.model import ProfileRule
from disclosure.catalogue.stated import Stated
from disclosure.catalogue.times import REPLY
from disclosure.catalogue.timing import read_cadence
from disclosure.catalogue.timing import read_keep
from disclosure.catalogue.timing import read_required
from disclosure.catalogue.timing import read_timed
from disclosure.catalogue.timing import resting
from disclosure.catalogue.told import CALENDAR
from disclosure.catalogue.told import Days
from disclosure.catalogue.told import Refusal
from disclosure.catalogue.told import Told
from disclosure.catalogue.told import weeks
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Sequence

VERIFIED = ("text", "part", "second_hand", "memory")
"""How well an article's text was seen: whole, in part, told by others, from memory."""

PROFILE_KEYS = words("地方档案", "id, name 名称, extends 扩展, rules 规则")
_RULE_KEYS = words(
    "规则", "match, cadence 周期, due 期限, keep_posted 公布, reply 答复, objection 公示, required 必须, basis 依据"
)
_MATCH_KEYS = words("match", "cadence 周期, subject 栏目, owner 主体, kind 种类, category 类别, medium 媒介")
_MATCHED = {"subject": SUBJECTS, "owner": OWNERS, "kind": KINDS, "medium": MEDIA}
_LAW_KEYS = words("法条", "law 法名, edition 版本, article 条, from 起, to 止, duty 要求, verified 核实")


def read_profile(root: Mapping, found: Found) -> Profile | None:
    """Return the profile a mapping describes; None when it has no id."""
    known = entries(root, PROFILE_KEYS, found)
    profile_id = text(known.get("id"), found)
    if not profile_id:
        found.append(Diagnostic("missing-key", root.span, {"key": "id", "where": "地方档案"}))
        return None
    rules = known.get("rules")
    items = rules.value.items if rules and isinstance(rules.value, Sequence) else ()
    if rules and not isinstance(rules.value, Sequence):
        found.append(wrong_shape(rules, "一列规则"))
    span = root.span._replace(line=1, column=1, start=0, end=0)
    kept = tuple(_rule(Entry(rules.key, item), found) for item in items) if rules else ()
    return Profile(profile_id, text(known.get("name"), found) or profile_id, kept, span)


def _rule(item: Entry, found: Found) -> ProfileRule:
    known = entries(item.value, _RULE_KEYS, found)
    match = entries(known["match"].value, _MATCH_KEYS, found) if "match" in known else {}
    matched = tuple((key, _matched(key, entry, found)) for key, entry in match.items())
    basis = texts(known.get("basis"), found)
    cadence = read_cadence(known.get("cadence"), found)
    told = read_timed(known.get("due"), found, Stated(cadence or _bound(matched)), "local")
    if told.reply[0] and "reply" not in known:
        found.append(_whose_reply(known["due"], told.reply[0], found))
    return ProfileRule(
        match=matched,
        basis=basis,
        span=item.value.span,
        cadence=cadence or (_own_rhythm(told) if "category" in match and "cadence" not in match else None),
        due=resting(told.due, basis) if told.due else None,
        keep_board_days=_days(known, "keep_posted", told.keep, found),
        reply_days=days_by(known.get("reply"), REPLY, found),
        objection_days=_days(known, "objection", told.objection, found),
        required=read_required(known["required"], found)[0] if "required" in known else "",
    )


def _own_rhythm(told: Told) -> Cadence | None:
    """Return the calendar's rhythm a phrase names (每季度首月20日前), for the category a rule names."""
    cadence = told.cadence
    return cadence if cadence is not None and set(cadence.rhythms) & set(CALENDAR) else None


def _bound(matched: tuple[tuple[str, tuple[str, ...]], ...]) -> Cadence | None:
    """Return the rhythms a rule is bound to by what it matches, None where it may meet any."""
    rhythms = dict(matched).get("cadence", ())
    return Cadence(rhythms) if rhythms else None


def _days(known: Entries, key: str, told: Days, found: Found) -> int | None:
    """Return the days of a rule's own key, else of its phrase; None when neither states any or they are workdays."""
    entry = known.get(key) or (known.get("due") if told[0] else None)
    if entry is None:
        return None
    stated = told if key not in known else read_keep(entry, found)[0] if key == "keep_posted" else span_of_days(entry, found)
    if stated[1] == "days":
        return stated[0]
    reason = f"地方档案的{key}按自然日比长短，{stated[0]}个工作日约{weeks(stated[0])}天"
    found.append(not_read(entry, text(entry, []), Refusal(reason, f"{key}: {weeks(stated[0])} days")))
    return None


def _whose_reply(entry: Entry, count: int, found: Found) -> Diagnostic:
    refused = Refusal("说的是多少天内答复，没有说村里还是镇里", f"reply: {{village: {count} days}}")
    return not_read(entry, text(entry, found), refused)


def _matched(key: str, entry: Entry, found: Found) -> tuple[str, ...]:
    if key == "cadence":
        cadence = read_cadence(entry, found)
        return cadence.rhythms if cadence else ()
    return some_of(entry, _MATCHED[key], found, ()) if key in _MATCHED else texts(entry, found)


def read_laws(root: Mapping, found: Found) -> dict[str, Citation]:
    """Return the citations of a laws.yaml by id, in the order written."""
    return {one.key.text: _citation(one, found) for one in named(root, "laws.yaml", found)}


def _citation(one: Entry, found: Found) -> Citation:
    known = entries(one.value, _LAW_KEYS, found)
    found.extend(
        Diagnostic("missing-key", one.key.span, {"key": key, "where": one.key.text})
        for key in ("law", "article", "duty", "verified")
        if key not in known
    )
    return Citation(
        id=one.key.text,
        law=text(known.get("law"), found),
        article=article_words(text(known.get("article"), found)),
        in_force_from=day(known.get("from"), found),
        in_force_to=day(known.get("to"), found),
        duty=text(known.get("duty"), found),
        verified=one_of(known.get("verified"), VERIFIED, found, "memory"),
        span=one.key.span,
        edition=text(known.get("edition"), found),
    )


def read_lists(root: Mapping, found: Found) -> dict[str, tuple[str, ...]]:
    """Return the lists of a choices.yaml or words.yaml by name."""
    return {one.key.text: texts(one, found) for one in named(root, "词表", found)}


_HAN = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")


def article_words(number: str) -> str:
    """Return 35 as 第三十五条 and 1032 as 第一千零三十二条; an article given in words stays as it is."""
    if not (number.isascii() and number.isdecimal()) or number[0] == "0" or len(number) > len(_PLACES):
        return number
    places = zip(number, reversed(_PLACES[: len(number)]), strict=True)
    spoken = "".join(_HAN[int(digit)] + place if digit != "0" else "零" for digit, place in places)
    spoken = re.sub("零+", "零", spoken).rstrip("零")
    return f"第{spoken.removeprefix('一') if spoken.startswith('一十') else spoken}条"
