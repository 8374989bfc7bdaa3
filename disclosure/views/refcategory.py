"""The sections of a category's reference page: who, how often, until when, what goes in, what is checked, by which law."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from disclosure.basis.private import scrub
from disclosure.basis.private import strip_secret
from disclosure.catalogue.checkwords import check_words
from disclosure.catalogue.effective import with_floor
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import FactSpec
from disclosure.catalogue.reference import AUDIENCE_WORDS
from disclosure.catalogue.reference import KIND_WORDS
from disclosure.catalogue.reference import LEVEL_WORDS
from disclosure.catalogue.reference import NIL_WORDS
from disclosure.catalogue.reference import OWNER_WORDS
from disclosure.catalogue.reference import PUBLISHING_WORDS
from disclosure.catalogue.reference import SOURCE_WORDS
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import choice_words
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.reference import required_words
from disclosure.catalogue.reference import source_words
from disclosure.catalogue.reference import span_words
from disclosure.catalogue.times import SHIPPED
from disclosure.reading.table import Column
from disclosure.reading.table import Personal
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.manual import CitedLaw
from disclosure.views.manual import FieldRow
from disclosure.views.manual import ReferenceBlock
from disclosure.views.manual import Sourced
from disclosure.views.model import Link
from disclosure.views.words import day_words

_SHOWN = {"show": "照登", "mask": "遮一部分", "hide": "不登"}
_HANDS = {"village": "村里", "township": "乡镇", "county": "县里"}
_WEB_WORDS = {"until_superseded": "登到下一期公开为止", "permanent": "长期保留"}
_BOARD_ONLY = "只上公开栏；网上不登名单，只登户数、人数和合计"


def category_blocks(category: Category, catalogue: Catalogue, local: tuple[Sourced, ...]) -> tuple[ReferenceBlock, ...]:
    """Return the sections of a category's page; ``local``: what local profiles ask, one line each."""
    blocks = [ReferenceBlock("怎么公开", "how", lines=tuple(_how(category, catalogue))), _law_block(category, catalogue)]
    if local:
        blocks.append(ReferenceBlock("各地另有规定", "local", "地方规定比上面严的，从严。", lines=local))
    blocks += _field_blocks(category)
    if words := _choice_lines(category, catalogue):
        blocks.append(ReferenceBlock("可选的词", "choices", lines=words))
    if category.identities:
        checks = tuple(check_words(one, category, catalogue) for one in category.identities)
        blocks.append(ReferenceBlock("自动核对", "checks", "这些关系对不上，检查时会报出来。", items=checks))
    if example := _example(category):
        blocks.append(ReferenceBlock("写一份", "example", "照这个样子写；人名、电话和数字都是编的。", code=example))
    return tuple(blocks)


def _how(category: Category, catalogue: Catalogue) -> Iterator[Sourced]:
    """Yield the lines who, for whom, how often, until when, how long, signed by whom; each with what just it rests on."""
    category = with_floor(category, date.max)

    def law(provision: str) -> str:
        return source_words(category, catalogue, provision)

    due = due_words(category.due)
    plain = due.removesuffix(f"（{SOURCE_WORDS[category.due.source]}）")
    due_source = law("due") if category.due.source == "law" else SOURCE_WORDS[category.due.source]
    levels = "、".join(LEVEL_WORDS[level] for level in category.level)
    lines = [
        Sourced("要不要", required_words(category), law("required") if category.required != "optional" else ""),
        Sourced("谁公开", f"{OWNER_WORDS[category.owner]}（{levels}）{PUBLISHING_WORDS[category.kind]}", law("required")),
        Sourced("给谁看", AUDIENCE_WORDS[category.audience]),
        Sourced("多久一次", cadence_words(category.cadence), law("cadence")),
        Sourced("期限", plain + (f"；{category.due.note}" if category.due.note else ""), "" if due == "不限" or category.due.stages else due_source),
        _follows(category, catalogue),
        _excludes(category, catalogue),
        Sourced("公示期", f"不少于 {span_words(category.objection_days, category.objection_unit)}" if category.objection_days else "", law("objection")),
        Sourced("登在哪里", "公开栏、网上" if len(category.media) > 1 else _BOARD_ONLY if category.media == ("board",) else "网上"),
        Sourced("登多久", f"公开栏上不少于 {span_words(category.keep_board_days, category.keep_board_unit)}" if category.keep_board_days else "", law("keep_posted")),
        Sourced("网上", _WEB_WORDS.get(category.keep_web, "") if "web" in category.media else ""),
        Sourced("另外", f"还要用{'、'.join(category.also)}告知" if category.also else ""),
        Sourced("答复", reply_words(category.reply_days), law("reply")),
        Sourced("没有发生", NIL_WORDS[category.nil]),
        Sourced("阶段", "、".join(category.stages)),
        Sourced("签字", "、".join(category.sign), law("sign") if category.names_source("sign") else ""),
        Sourced("主管", category.authority),
        Sourced("又名", "、".join(category.aliases)),
        Sourced("代号", category.id),
    ]
    return (line for line in lines if line.text)


def _follows(category: Category, catalogue: Catalogue) -> Sourced:
    other = catalogue.find(category.follows) if category.follows else None
    if other is None:
        return Sourced("跟着", "")
    count, unit = category.follows_within
    within = f"后 {count} {'个工作日' if unit == 'workdays' else '日'}内" if count else "之后"
    return Sourced("跟着", f"在这一件{within}：", links=(Link(other.name, paths.category_page(other.slug)),))


def _excludes(category: Category, catalogue: Catalogue) -> Sourced:
    others = [other for name in category.excludes if (other := catalogue.find(name))]
    links = tuple(Link(other.name, paths.category_page(other.slug)) for other in others)
    return Sourced("不兼领", "列在这里的人，不再列进：" if links else "", source_words(category, catalogue, "excludes"), links=links)


def reply_words(days: Iterable[tuple[str, int]]) -> str:
    """Return within how many days who answers: 村里 3 日内，乡镇 10 日内."""
    return "，".join(f"{_HANDS.get(level, level)} {count} 日内" for level, count in days)


def _field_blocks(category: Category) -> Iterator[ReferenceBlock]:
    """Yield the facts, then each table, with what goes in and what either medium shows."""
    web = "web" in category.media
    if category.facts:
        rows = tuple(_row(fact, fact.label, category) for fact in category.facts)
        yield ReferenceBlock("要写的数据", "facts", fields=rows, web=web)
    for table in category.tables:
        rows = tuple(_row(column, "/".join((*column.group, column.label)), category) for column in table.columns)
        note = "；".join(filter(None, (table.note, "" if table.required else "没有可以不写")))
        yield ReferenceBlock(f"表「{table.label}」", f"table-{table.id}", note, fields=rows, web=web)


def _row(spec: FactSpec | Column, label: str, category: Category) -> FieldRow:
    unit = spec.unit or ("元" if spec.kind == "money" else "")
    board = _shown(spec.personal, "board") if "board" in category.media else "—"
    return FieldRow(label, KIND_WORDS[spec.kind], board, _shown(spec.personal, "web"), spec.note, spec.required, unit)


def _shown(personal: Personal | None, medium: str) -> str:
    return _SHOWN[getattr(personal, medium)] if personal else _SHOWN["show"]


def _choice_lines(category: Category, catalogue: Catalogue) -> tuple[Sourced, ...]:
    return tuple(Sourced(label, "、".join(chosen)) for label, chosen in choice_words(category, catalogue))


def _law_block(category: Category, catalogue: Catalogue) -> ReferenceBlock:
    cited = [catalogue.citations[one] for one in category.basis if one in catalogue.citations]
    note = _in_force(category) if cited else "还没有查到依据；周期和期限是产品缺省。"
    return ReferenceBlock("依据", "laws", note, laws=tuple(CitedLaw(posting.law_view(one), force_words(one)) for one in cited))


def _in_force(category: Category) -> str:
    first, last = category.in_force_from, category.in_force_to
    return f"这一类{_span(first, last)}。" if first or last else ""


def force_words(citation: Citation) -> str:
    """Return «2026年1月1日起施行», with the day it ceased where it did; '' where neither is known."""
    return _span(citation.in_force_from, citation.in_force_to)


def _span(first: date | None, last: date | None) -> str:
    return "，".join(filter(None, (f"{day_words(first, True)}起施行" if first else "", f"{day_words(last, True)}止" if last else "")))


def _example(category: Category) -> str:
    """Return the category's example: ours are invented; a county's own with persons in it may be real and is left out."""
    personal = any(column.personal for table in category.tables for column in table.columns)
    if personal and not category.span.path.startswith(SHIPPED):
        return ""
    return scrub(strip_secret(category.example)).rstrip("\n")
