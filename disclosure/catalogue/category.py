"""One category file: YAML nodes to a Category record; whatever cannot be read keeps its default and is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue import formula
from disclosure.catalogue.fields import NO
from disclosure.catalogue.fields import YES
from disclosure.catalogue.fields import Entries
from disclosure.catalogue.fields import Entry
from disclosure.catalogue.fields import Found
from disclosure.catalogue.fields import bad_value
from disclosure.catalogue.fields import day
from disclosure.catalogue.fields import entries
from disclosure.catalogue.fields import named
from disclosure.catalogue.fields import number
from disclosure.catalogue.fields import one_of
from disclosure.catalogue.fields import scalars
from disclosure.catalogue.fields import some_of
from disclosure.catalogue.fields import text
from disclosure.catalogue.fields import texts
from disclosure.catalogue.fields import truth
from disclosure.catalogue.fields import words
from disclosure.catalogue.fields import wrong_shape
from disclosure.catalogue.model import SUBJECTS
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Chart
from disclosure.catalogue.model import FactSpec
from disclosure.catalogue.model import TableSpec
from disclosure.catalogue.times import read_times
from disclosure.catalogue.timing import read_follows
from disclosure.catalogue.timing import read_required
from disclosure.reading.labels import ADDED
from disclosure.reading.labels import HIDE
from disclosure.reading.labels import MASK
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.nodes import Sequence
from disclosure.reading.table import Column
from disclosure.reading.table import Personal

CATEGORY_KEYS = words(
    "类别",
    "id, name 名称, aliases 别名, extends 扩展, subject 栏目, purpose 说明, authority 主管, level 级别, owner 主体, kind 种类, audience 对象,"
    "media 媒介, depth, required 必须, essential 核心, weight, in_force 施行, cadence 周期, due 期限, follows, excludes 不兼, objection 公示, keep_posted 公布, reply 答复, also 另发,"
    "nil 零报告, several, stages 阶段, sign 签字, basis 依据, sources 出处, facts 数据, tables 表, identities 校验, charts 图, example 样例",
)
LISTS = frozenset(("aliases", "excludes", "also", "stages", "basis", "identities", "charts"))
"""Keys whose lists a local category adds to; any other list it states takes the place of the old one."""

LEVELS = ("county", "township", "village", "group")
OWNERS = ("villagers_committee", "collective", "group", "party", "township", "county")
KINDS = ("publish", "notice", "proclamation", "inspect")
AUDIENCES = ("villagers", "members", "party", "public")
MEDIA = ("board", "web")
VALUE_KINDS = (
    *("money", "quantity", "area", "rate", "percent", "share", "count", "date", "period", "text", "code", "choice"),
    *("yes_no", "person", "phone", "id_card", "bank_card", "place", "file", "ratio", "change"),
)
SHOWN = ("show", "mask", "hide")

_COLUMN_KEYS = words(
    "栏", "label, kind, unit, required, total, of, min_length, group, personal, width, align, distinct, additive, standing, note"
)
_FACT_KEYS = words("数据", "label, kind, unit, required, personal, of, note")
_TABLE_KEYS = words("表", "label, columns, required, note")
_PERSONAL_KEYS = words("personal", "board, web")
_IN_FORCE = words("in_force", "from, to")
_SOURCES = words("出处", "required 必须, cadence 周期, due 期限, objection 公示, keep_posted 公布, reply 答复, sign 签字, follows, excludes 不兼")
_CHART_KEYS = words("charts", "bar, line, by")
_ID = re.compile(r"[a-z][a-z0-9_]*(?:[.][a-z0-9_]+)*")


def read_category(root: Mapping, found: Found, base: Category | None = None) -> Category | None:
    """Return the category a mapping describes; None when it has no usable id or name.

    ``base``: the category it extends, whose times go on holding where its own are not read.
    """
    known = entries(root, CATEGORY_KEYS, found)
    known.pop("extends", None)
    category_id, name = text(known.get("id"), found), text(known.get("name"), found)
    for key, value in (("id", category_id), ("name", name)):
        if not value:
            found.append(Diagnostic("missing-key", root.span, {"key": key, "where": "类别"}))
    if category_id and not _ID.fullmatch(category_id):
        found.append(bad_value(known["id"], category_id, "小写英文字母、数字和点，如 fin.ledger"))
        return None
    return _category(root, known, found, base) if category_id and name else None


def _category(root: Mapping, known: Entries, found: Found, base: Category | None) -> Category:
    required, condition = read_required(known.get("required"), found)
    facts = _facts(known.get("facts"), found)
    level = some_of(known.get("level"), LEVELS, found, ("village",))
    times = read_times(known, tuple(fact.label for fact in facts if fact.kind == "date"), level, base, found)
    follows, within = read_follows(known.get("follows"), found)
    force = entries(known["in_force"].value, _IN_FORCE, found) if "in_force" in known else {}
    return Category(
        id=text(known["id"], found),
        name=text(known["name"], found),
        subject=one_of(known.get("subject"), SUBJECTS, found, "decision"),
        purpose=text(known.get("purpose"), found),
        span=root.span._replace(line=1, column=1, start=0, end=0),
        aliases=texts(known.get("aliases"), found),
        authority=text(known.get("authority"), found),
        level=level,
        owner=one_of(known.get("owner"), OWNERS, found, "villagers_committee"),
        kind=one_of(known.get("kind"), KINDS, found, "publish"),
        audience=one_of(known.get("audience"), AUDIENCES, found, "villagers"),
        media=some_of(known.get("media"), MEDIA, found, MEDIA),
        depth=one_of(known.get("depth"), ("deep", "outline"), found, "outline"),
        required=required,
        required_when=condition,
        essential=truth(known.get("essential"), found),
        weight=number(known.get("weight"), found, 2),
        in_force_from=day(force.get("from"), found),
        in_force_to=day(force.get("to"), found),
        cadence=times.cadence,
        due=times.due,
        follows=follows,
        follows_within=within,
        excludes=texts(known.get("excludes"), found),
        objection_days=times.objection[0],
        objection_unit=times.objection[1],
        keep_board_days=times.keep[0],
        keep_board_unit=times.keep[1],
        keep_web=times.web,
        reply_days=times.reply,
        also=texts(known.get("also"), found),
        nil=one_of(known.get("nil"), ("allowed", "with_facts", "no"), found, "allowed"),
        several=truth(known.get("several"), found),
        stages=texts(known.get("stages"), found),
        sign=texts(known.get("sign"), found),
        basis=tuple(dict.fromkeys(texts(known.get("basis"), found))),
        sources=_sources(known.get("sources"), found),
        facts=facts,
        tables=_tables(known.get("tables"), found),
        identities=_identities(known.get("identities"), found),
        charts=_charts(known.get("charts"), found),
        example=text(known.get("example"), found),
    )


def _sources(entry: Entry | None, found: Found) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what each provision rests on; one that differs by stage or rhythm has a key for each: «due/预算»."""
    told: list[tuple[str, tuple[str, ...]]] = []
    for provision, one in (entries(entry.value, _SOURCES, found) if entry else {}).items():
        if isinstance(one.value, Mapping):
            told += [(f"{provision}/{part.key.text}", texts(part, found)) for part in named(one.value, provision, found)]
        else:
            told.append((provision, texts(one, found)))
    return tuple(told)


def _facts(entry: Entry | None, found: Found) -> tuple[FactSpec, ...]:
    return tuple(_fact(one, found) for one in named(entry.value, "facts", found)) if entry else ()


def _fact(one: Entry, found: Found) -> FactSpec:
    known = entries(one.value, _FACT_KEYS, found)
    kind = one_of(known.get("kind"), VALUE_KINDS, found, "text")
    return FactSpec(
        id=one.key.text,
        label=text(known.get("label"), found) or one.key.text,
        kind=kind,
        unit=text(known.get("unit"), found),
        required=truth(known.get("required"), found),
        personal=_personal(known.get("personal"), kind, found),
        of=text(known.get("of"), found),
        note=text(known.get("note"), found),
    )


def _tables(entry: Entry | None, found: Found) -> tuple[TableSpec, ...]:
    return tuple(_table(one, found) for one in named(entry.value, "tables", found)) if entry else ()


def _table(one: Entry, found: Found) -> TableSpec:
    known = entries(one.value, _TABLE_KEYS, found)
    columns = named(known["columns"].value, "columns", found) if "columns" in known else []
    return TableSpec(
        id=one.key.text,
        label=text(known.get("label"), found) or one.key.text,
        columns=tuple(_column(column, found) for column in columns),
        required=truth(known.get("required"), found, default=True),
        note=text(known.get("note"), found),
    )


def _column(one: Entry, found: Found) -> Column:
    known = entries(one.value, _COLUMN_KEYS, found)
    kind = one_of(known.get("kind"), VALUE_KINDS, found, "text")
    return Column(
        id=one.key.text,
        label=text(known.get("label"), found) or one.key.text,
        kind=kind,
        unit=text(known.get("unit"), found),
        required=truth(known.get("required"), found),
        total=truth(known.get("total"), found),
        of=text(known.get("of"), found),
        min_length=number(known.get("min_length"), found),
        group=texts(known.get("group"), found),
        personal=_personal(known.get("personal"), kind, found),
        width=one_of(known.get("width"), ("", "narrow", "wide"), found),
        align=one_of(known.get("align"), ("", "left", "right", "center"), found),
        distinct=truth(known.get("distinct"), found),
        additive=_additive(known.get("additive"), kind, found),
        note=text(known.get("note"), found),
        span=one.key.span,
        standing=_standing(known.get("standing"), found),
    )


def _standing(entry: Entry | None, found: Found) -> str:
    """Return 'yes' where a cell stands from filing to filing, the id of the column it continues, '' where it is new."""
    word = text(entry, found)
    return "yes" if word.lower() in YES else "" if word.lower() in NO else word


def _additive(entry: Entry | None, kind: str, found: Found) -> str:
    """Return whether cells add up: as stated, else as the kind does (a price or a code never does)."""
    return one_of(entry, ("yes", "no", "periods"), found, "yes" if kind in ADDED else "no")


def _personal(entry: Entry | None, kind: str, found: Found) -> Personal | None:
    """Return what each medium may show: as stated, else the careful default of a personal kind."""
    default = {"person": MASK, "phone": HIDE, "id_card": HIDE, "bank_card": HIDE}.get(kind)
    if entry is None:
        return default
    known = entries(entry.value, _PERSONAL_KEYS, found)
    board, web = (one_of(known.get(medium), SHOWN, found, "hide") or "hide" for medium in MEDIA)
    return Personal(board, web)


def _identities(entry: Entry | None, found: Found) -> tuple[formula.Identity, ...]:
    parsed = (_identity(scalar, found, formula.parse) for scalar in scalars(entry, found))
    return tuple(identity for identity in parsed if identity is not None)


def _identity(scalar: Scalar, found: Found, parse: Callable[[str], formula.Identity]) -> formula.Identity | None:
    try:
        return parse(scalar.text)
    except formula.FormulaError as error:
        found.append(Diagnostic("bad-formula", scalar.span, {"text": scalar.text, "reason": str(error)}))
        return None


def _charts(entry: Entry | None, found: Found) -> tuple[Chart, ...]:
    if entry is None:
        return ()
    if not isinstance(entry.value, Sequence):
        found.append(wrong_shape(entry, "一列 {bar: 算式, by: 栏}"))
        return ()
    return tuple(chart for item in entry.value.items if (chart := _chart(Entry(entry.key, item), found)) is not None)


def _chart(item: Entry, found: Found) -> Chart | None:
    known = entries(item.value, _CHART_KEYS, found)
    form = "bar" if "bar" in known else "line"
    for scalar in scalars(known.get(form), found):
        if _identity(scalar, found, formula.parse_expression) is not None:
            return Chart(form, scalar.text, text(known.get("by"), found))
    return None
