"""A category in words: what `list categories --columns`, the reference pages and the blank form of `new` say of it."""

from __future__ import annotations

from datetime import date

from disclosure.basis.text import display_width
from disclosure.catalogue.effective import with_floor
from disclosure.catalogue.expression import show
from disclosure.catalogue.model import LOCAL
from disclosure.catalogue.model import Cadence
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Due
from disclosure.catalogue.model import FactSpec
from disclosure.reading.table import Column
from disclosure.reading.table import Personal

KIND_WORDS = {
    "money": "金额", "quantity": "数量", "area": "面积", "rate": "单价", "percent": "百分比", "share": "份额", "count": "个数", "date": "日期", "period": "期间",
    "text": "文字", "code": "编号", "choice": "选项", "yes_no": "是否", "person": "姓名", "phone": "电话", "id_card": "身份证号", "bank_card": "银行卡号",
    "place": "地方", "file": "文件", "ratio": "比率", "change": "增减",
}  # fmt: skip
"""Chinese words for the kinds of FORMAT §7; 栏 and 栏+ understand the same."""

SUBJECT_WORDS = {
    "finance": "财务", "subsidy": "惠农补贴", "land": "土地", "decision": "决策", "people": "人员", "project": "工程项目", "aid": "救助", "party": "党务",
    "township": "乡镇", "feedback": "意见答复",
}  # fmt: skip
OWNER_WORDS = {
    "villagers_committee": "村民委员会",
    "collective": "集体经济组织",
    "group": "村民小组",
    "party": "党组织",
    "township": "乡镇政府",
    "county": "县级部门",
}
PUBLISHING_WORDS = {"publish": "公布", "notice": "公示", "proclamation": "公告", "inspect": "供查阅"}
RHYTHM_WORDS = {
    "month": "每月",
    "quarter": "每季度",
    "half": "每半年",
    "year": "每年",
    "term": "每届",
    "event": "每次发生时",
    "standing": "长期",
}
REQUIRED_WORDS = {"always": "必须公开", "optional": "可以公开"}
NIL_WORDS = {"allowed": "可以零报告", "with_facts": "零报告也要写数据", "no": "不能零报告"}
SOURCE_WORDS = {"law": "法定", "local": "地方规定", "default": "产品缺省，不是法定"}
LEVEL_WORDS = {"county": "县", "township": "乡镇", "village": "村", "group": "村民小组"}
AUDIENCE_WORDS = {"villagers": "本村村民", "members": "集体经济组织成员", "party": "党员", "public": "社会公众"}
VERIFIED_WORDS = {"text": "条文已核对", "part": "只核对了部分条文", "second_hand": "据转述，条文待核", "memory": "条文待核"}
CONDITION_WORDS = {"financially_busy": "财务往来较多"}
_MONTH_WORDS = {"this_month": "当月", "next_month": "次月", "previous_month": "上月", "next_quarter": "下季度首月"}
_SHOWN = {"show": "照登", "mask": "遮一部分", "hide": "不登"}
_MEDIA = {"board": "上栏", "web": "网上"}


STATUTES = ("法", "法典", "条例")
"""How the name of a statute ends; whatever is called otherwise is a department's document."""


def source_words(category: Category, catalogue: Catalogue, provision: str, *names: str) -> str:
    """Return what one provision rests on: 法定 or 文件规定 with how well its articles were verified, else who says so.

    Articles that were verified differently are all told: what one source says surely another may only be said to say.
    """
    parts = [key.partition("/")[2] for key, _ in category.sources if key.startswith(f"{provision}/")]
    if parts and not names:
        return "；".join(f"{RHYTHM_WORDS.get(part, part)}：{source_words(category, catalogue, provision, part)}" for part in parts)
    ids = category.source_of(provision, *names)
    cited = [catalogue.citations[one] for one in ids if one in catalogue.citations]
    if not cited:
        return "地方制度，没有全国规定" if LOCAL in ids else SOURCE_WORDS["default"]
    marks: dict[str, dict[str, None]] = {}
    for one in sorted(cited, key=lambda one: (not _is_statute(one), list(VERIFIED_WORDS).index(one.verified))):
        marks.setdefault(SOURCE_WORDS["law"] if _is_statute(one) else "文件规定", {})[VERIFIED_WORDS[one.verified]] = None
    told = [f"{rank}，{'、'.join(verified)}" for rank, verified in marks.items()]
    return "；".join(told) if category.names_source(provision) else told[0].partition("、")[0]


def _is_statute(citation: Citation) -> bool:
    return citation.law.endswith(STATUTES) and not citation.law.endswith("办法")


def span_words(count: int, unit: str) -> str:
    """Return 7 日 or 7 个工作日."""
    return f"{count} {'个工作日' if unit == 'workdays' else '日'}"


def describe(category: Category, catalogue: Catalogue) -> str:
    """Return a category in plain text: purpose, rhythm, law, and every fact and column a filing may have."""
    lines = [f"{category.id}  {category.name}", f"  {category.purpose}"]
    lines += [f"  {name}：{words}" for name, words in _about(with_floor(category, date.max), catalogue) if words]
    if category.facts:
        lines += ["  数据：", *_rows([_fact_row(fact) for fact in category.facts])]
    for table in category.tables:
        lines.append(f"  表「{table.label}」{table.id}：" + (table.note or ""))
        lines += _rows([_column_row(column) for column in table.columns])
    if words := choice_words(category, catalogue):
        lines += ["  可选的词：", *(f"    {label}：{'、'.join(chosen)}" for label, chosen in words)]
    if category.identities:
        lines += ["  校验：", *(f"    {show(identity)}" for identity in category.identities)]
    return "\n".join(lines) + "\n"


def choice_words(category: Category, catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    """Return the lists that columns and facts of a category choose from, each once, by the label of what chooses."""
    lists = {column.of: column.label for table in category.tables for column in table.columns if column.of}
    lists |= {fact.of: fact.label for fact in category.facts if fact.of}
    return [(label, chosen) for name, label in lists.items() if (chosen := catalogue.choices.get(name, ()))]


def _about(category: Category, catalogue: Catalogue) -> list[tuple[str, str]]:
    def days(count: int, unit: str, provision: str) -> str:
        return f"不少于 {span_words(count, unit)}（{source_words(category, catalogue, provision)}）" if count else ""

    keep = days(category.keep_board_days, category.keep_board_unit, "keep_posted")
    return [
        ("栏目", SUBJECT_WORDS.get(category.subject, category.subject)),
        ("责任", "，".join((OWNER_WORDS[category.owner], PUBLISHING_WORDS[category.kind], required_words(category)))),
        ("周期", cadence_words(category.cadence)),
        ("期限", due_words(category.due)),
        ("公示期", days(category.objection_days, category.objection_unit, "objection")),
        ("张贴", "，".join(filter(None, ("只上栏，名单不上网" if category.media == ("board",) else "", keep and f"上栏{keep}")))),
        ("零报告", NIL_WORDS[category.nil]),
        ("阶段", "、".join(category.stages)),
        ("签字", "、".join(category.sign)),
        ("依据", "、".join(category.basis)),
        ("又名", "、".join(category.aliases)),
    ]


def required_words(category: Category) -> str:
    """Return whether a place must publish it: 必须公开, 有征地的必须公开, 可以公开."""
    return REQUIRED_WORDS.get(category.required) or f"有「{category.required_when}」的必须公开"


def cadence_words(cadence: Cadence) -> str:
    """Return a cadence in words: 每季度；财务往来较多时每月."""
    words = [RHYTHM_WORDS[rhythm] for rhythm in cadence.rhythms]
    if cadence.every_months:
        words.append(f"每 {cadence.every_months} 个月")
    when = [f"{CONDITION_WORDS.get(name, name)}时{RHYTHM_WORDS[rhythm]}" for name, rhythm in cadence.when]
    return "；".join(("、".join(words), *when))


def due_words(due: Due) -> str:
    """Return a due in words, with where it comes from: 期末后 15 日内（产品缺省，不是法定）."""
    if due.stages:
        return "；".join(f"{RHYTHM_WORDS.get(name, name)}：{due_words(own)}" for name, own in due.stages)
    words = _due_form(due)
    return f"{words}（{SOURCE_WORDS[due.source]}）" if words else "不限"


def _due_form(due: Due) -> str:
    anchor = {"period_end": "期末", "period_start": "期初"}.get(due.anchor, due.anchor)
    days = f"{due.count} 个工作日" if due.unit == "workdays" else f"{due.count} 日"
    if due.form == "date":
        month, day = due.anchor.split("-")
        return f"{'当年 ' if due.own_year else ''}{int(month)} 月 {int(day)} 日前"
    return {
        "after": f"{anchor}后 {days}内",
        "before": f"{anchor}前 {days}",
        "day": f"{_MONTH_WORDS.get(due.anchor, '')} {due.count} 日前",
        "same_day": "当天",
    }.get(due.form, "")


def _rows(rows: list[tuple[str, ...]]) -> list[str]:
    """Return rows as columns that line up, Han characters counted as two."""
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return [
        "    " + "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _fact_row(fact: FactSpec) -> tuple[str, ...]:
    return (
        fact.label,
        fact.id,
        kind_words(fact.kind, fact.unit),
        "必填" if fact.required else "",
        _remarks(fact.personal, fact.note),
    )


def _column_row(column: Column) -> tuple[str, ...]:
    name = "/".join((*column.group, column.label))
    return (
        name,
        column.id,
        kind_words(column.kind, column.unit),
        "必填" if column.required else "",
        _remarks(column.personal, column.note),
    )


def kind_words(kind: str, unit: str) -> str:
    """Return what a column or fact holds: 金额, 面积(亩)."""
    return f"{KIND_WORDS[kind]}({unit})" if unit else KIND_WORDS[kind]


def _remarks(personal: Personal | None, note: str) -> str:
    return "；".join(filter(None, (personal_words(personal), note)))


def personal_words(personal: Personal | None) -> str:
    """Return what each medium may show of a personal column: 上栏照登，网上遮一部分."""
    if personal is None:
        return ""
    return "，".join(
        f"{_MEDIA[medium]}{_SHOWN[shown]}" for medium, shown in (("board", personal.board), ("web", personal.web))
    )
