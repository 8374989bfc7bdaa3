"""The blank form of a category: every lawful field with a line of comment, what stands from the last filing filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from disclosure.basis.text import display_width
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import FactSpec
from disclosure.catalogue.model import TableSpec
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.reference import kind_words
from disclosure.catalogue.reference import personal_words
from disclosure.reading.table import Column

HEAD_ROW = 2
"""The row of a workbook's sheet in which the heads stand; the first one says whose table it is."""

_SHOWN_CHOICES = 8
_PLAIN = re.compile(r"[\w（〔《￥−][\w，。、（）〔〕《》·%￥−., -]*")
_RISKY = re.compile(r"[-?:]?\s|.*\s$|-$|---|(?:null|true|false|yes|no|on|off|~)$", re.IGNORECASE)
_FURTHER = (
    ("标题", "列表里显示的名字，不写就用类别和期间"),
    ("主体", "村民委员会 或 集体经济组织：村里有两套账时写明是谁的"),
    ("所属期", "钱是哪一期的，与期间不同才写"),
    ("事项", "把一件事的决定、招标、合同、付款、结果串在一起的名字"),
    ("批次", "同一期有几份时，第几批"),
    ("文号", "文件编号"),
    ("发文日期", "落款的那一天"),
    ("落款", "发文的单位"),
    ("下栏日期", "从公开栏揭下来的那一天"),
    ("单位", "全表的钱都以什么计，如 万元"),
    ("注", "一条一行的说明"),
    ("正文", "大段文字，用 Markdown 写"),
    ("附件", "合同、照片等文件名"),
    ("更正", "公开后改了什么：[{日期: , 位置: 行号, 栏: , 原: , 改: , 原因: , 批准: }]"),
    ("替代", "代替哪一份：地方/类别/期间"),
    ("后续", "后来怎么样了"),
    ("转载", "照登上级的文件：{机关: , 文号: }"),
    ("豁免", "镇里同意的例外：[{规则: , 原因: , 至: }]"),
    ("校验", "自己加的算式，如 - 合计 = 甲 + 乙"),
    ("栏+", "给表加一栏，如 {组别: 文字}"),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What is known before anybody writes: ``facts`` by label, ``rows`` of cell texts by table id (one per column).

    ``workbook``: the file in which the tables stand, '' where they stand in the form; ``sheets``: its sheet by table id.
    ``source``: where the facts and rows were taken from, in words. ``deadline``: the day it is due, in words.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    workbook: str = ""
    sheets: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    deadline: str = ""


NOTHING = Filled()


def blank(
    category: Category,
    *,
    place: str,
    period: str,
    citations: Sequence[Citation] = (),
    choices: Mapping[str, Sequence[str]] | None = None,
    filled: Filled = NOTHING,
) -> str:
    """Return the YAML of an empty filing with every lawful field and a line of comment on each.

    ``place`` is the place's name (for the heading only: the folder says where a filing belongs), ``period`` a
    canonical period, ``citations`` what the heading cites, ``choices`` the lists columns name. It parses as it stands.
    """
    lines = [f"# {place} {category.name} {period}", f"# {category.purpose}"]
    lines += [f"# 依据：{citation.label}：{citation.duty}" for citation in citations]
    due = f"，即 {filled.deadline} 前" if filled.deadline else ""
    lines.append(f"# 周期：{cadence_words(category.cadence)}；期限：{due_words(category.due)}{due}")
    lines += [f"类别: {category.name}", f"期间: {period}"]
    lines += [_commented(key, note) for key, note in _posting(category)]
    lines += [_commented(fact.label, _fact_note(fact), filled.facts.get(fact.label, "")) for fact in category.facts]
    for table in category.tables:
        lines += _table(table, choices or {}, filled)
    lines += _signing(category)
    lines += [_commented("监督电话", "村民打得通的电话"), *_nil(category, period)]
    lines += ["# 下面各项用得着才写，写时删掉行首的 #：", *(f"# {_commented(key, note)}" for key, note in _FURTHER), ""]
    return "\n".join(lines)


def head(column: Column) -> str:
    """Return the head of a column as a table shows it: levels of heading, label and unit."""
    return "/".join((*column.group, column.label)) + (f"({column.unit})" if column.unit else "")


def column_note(column: Column, choices: Mapping[str, Sequence[str]]) -> str:
    """Return what goes into a column in one line: 必填；选：耕地、林地；上栏照登，网上遮一部分."""
    chosen = choices.get(column.of, ()) if column.of else ()
    more = f"等 {len(chosen)} 种，全部见依据页" if len(chosen) > _SHOWN_CHOICES else ""
    words = f"选：{'、'.join(chosen[:_SHOWN_CHOICES])}{more}" if chosen else ""
    notes = ("必填" if column.required else "", words, personal_words(column.personal), column.note)
    return "；".join(filter(None, notes))


def plain_scalar(text: str) -> str:
    """Return a text as YAML takes it: bare where that is safe, else in double quotes."""
    bare = _PLAIN.fullmatch(text) and not _RISKY.match(text)
    return text if bare or not text else json.dumps(text, ensure_ascii=False)


def _posting(category: Category) -> list[tuple[str, str]]:
    rows = [("上栏日期", "贴上公开栏的那一天，如 2026-04-08")] if "board" in category.media else []
    rows += [("公开日期", "上网的那一天")] if "web" in category.media else []
    rows += [("公示期", "如 2026-04-08/2026-04-14")] if category.kind == "notice" or category.objection_days else []
    rows += [("阶段", "、".join(category.stages))] if category.stages else []
    return rows + ([("批次", "一期有几份的，写第几批，或写「事项」")] if category.several else [])


def _commented(key: str, note: str, value: str = "") -> str:
    words = f"{key}: {plain_scalar(value)}".rstrip()
    return f"{words}{' ' * max(1, 20 - display_width(words))} # {note}" if value else f"{_padded(key + ':', 20)} # {note}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _fact_note(fact: FactSpec) -> str:
    notes = (kind_words(fact.kind, fact.unit), "必填" if fact.required else "", personal_words(fact.personal), fact.note)
    return "；".join(filter(None, notes))


def _table(table: TableSpec, choices: Mapping[str, Sequence[str]], filled: Filled) -> list[str]:
    """Return a table: in the workbook, a pasted table's head line with the rows known, or one mapping row of sentences."""
    rows = filled.rows.get(table.id, ())
    lines = [_table_note(table, bool(filled.workbook)) + ("" if table.required else "；没有可以删掉")]
    lines += [f"#   {column.label}：{note}" for column in table.columns if (note := column_note(column, choices))]
    if rows and filled.source:
        lines.append(f"# 以下 {len(rows)} 行照抄{filled.source}，到期、了结的删掉，新增的补在下面")
    if filled.workbook:
        file, sheet = plain_scalar(filled.workbook), plain_scalar(filled.sheets[table.id])
        return [*lines, f"{table.label}: {{文件: {file}, 工作表: {sheet}, 表头行: {HEAD_ROW}}}"]
    if not rows and sum(column.width == "wide" for column in table.columns) > 1:
        marks = ["  - ", *["    "] * len(table.columns)]
        blanks = [f"{mark}{column.label}:" for mark, column in zip(marks, table.columns, strict=False)]
        return [*lines, f"{table.label}:", *blanks]
    heads = "  " + " | ".join(map(head, table.columns))
    return [*lines, f"{table.label}: |", heads, *(f"  {' | '.join(row)}".rstrip() for row in rows)]


def _table_note(table: TableSpec, in_workbook: bool) -> str:
    usual = "在工作簿里填，一行一笔，存盘就行" if in_workbook else "一行一笔，从 WPS 或 Excel 整块粘贴也行"
    return f"# {table.label}：{table.note or usual}"


def _signing(category: Category) -> list[str]:
    if not category.sign:
        return []
    return ["签字:", *(f"  {role}: {{姓名: , 日期: {', 意见: ' if '审核' in role else ''}}}" for role in category.sign)]


def _nil(category: Category, period: str) -> list[str]:
    if category.nil == "no":
        return []
    facts = "，数据照写" if category.nil == "with_facts" else "和数据"
    return [f"# 这一期没有发生的，删掉表{facts}，写一行（签字照旧）：", f"# 本期无: {period} 没有{category.name}事项"]
