"""Reference pages from the catalogue alone: what each category asks for, each law, each local profile, an index by subject."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from disclosure.catalogue.effective import find_profile
from disclosure.catalogue.effective import matches
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Profile
from disclosure.catalogue.model import ProfileRule
from disclosure.catalogue.reference import OWNER_WORDS
from disclosure.catalogue.reference import PUBLISHING_WORDS
from disclosure.catalogue.reference import RHYTHM_WORDS
from disclosure.catalogue.reference import SUBJECT_WORDS
from disclosure.catalogue.reference import cadence_words
from disclosure.catalogue.reference import due_words
from disclosure.catalogue.reference import required_words
from disclosure.views import paths
from disclosure.views import posting
from disclosure.views.manual import CitedLaw
from disclosure.views.manual import ReferenceBlock
from disclosure.views.manual import ReferenceView
from disclosure.views.manual import Sourced
from disclosure.views.model import Link
from disclosure.views.refcategory import category_blocks
from disclosure.views.refcategory import force_words
from disclosure.views.refcategory import reply_words
from disclosure.views.words import law_name

HOME = Link("首页", paths.HOME)
LAWS = Link("法条", paths.LAWS)
CATEGORIES = Link("公开事项", paths.CATEGORIES)
_NOT_THE_TEXT = "用平常话写的要求，不是法条原文。"
_MEDIA = {"board": "公开栏", "web": "网上"}


@dataclass(frozen=True, slots=True)
class _Cited:
    """Who rests on an article: links to categories and profiles, by its id."""

    by_law: dict[str, list[Link]] = field(default_factory=dict)

    def add(self, laws: Iterable[str], link: Link) -> None:
        """Note that a category or profile rests on these articles."""
        for law in laws:
            known = self.by_law.setdefault(law, [])
            if link not in known:
                known.append(link)


def reference_views(catalogue: Catalogue, used: str = "") -> Iterator[ReferenceView]:
    """Yield every reference page; ``used`` is the local profile the site follows (id or name, '' for none)."""
    yield category_index(catalogue)
    for category in catalogue.categories.values():
        yield category_view(category, catalogue)
    cited = _cited(catalogue)
    for path, entries in law_groups(catalogue).items():
        yield law_view(path, entries, cited.by_law)
    own = find_profile(catalogue, used)
    for profile in catalogue.profiles.values():
        yield profile_view(profile, catalogue, followed=profile is own)


def category_link(category: Category) -> Link:
    """Return the way to a category's page."""
    return Link(category.name, paths.category_page(category.slug))


def category_view(category: Category, catalogue: Catalogue) -> ReferenceView:
    """Return the page of one category."""
    subject = SUBJECT_WORDS[category.subject]
    return ReferenceView(
        kind="category",
        path=paths.category_page(category.slug),
        title=category.name,
        small=f"{subject} · {PUBLISHING_WORDS[category.kind]} · {required_words(category)}",
        lead=category.purpose,
        crumbs=(HOME, LAWS, CATEGORIES, Link(category.name)),
        blocks=category_blocks(category, catalogue, _local_lines(category, catalogue)),
        mark="" if category.depth == "deep" else "这一类只写了骨架：栏目和期限可以用，还没有例子和校验。",
    )


def category_index(catalogue: Catalogue) -> ReferenceView:
    """Return the index of all categories by subject."""
    shelves: dict[str, list[Category]] = {subject: [] for subject in SUBJECT_WORDS}
    for category in catalogue.categories.values():
        shelves[category.subject].append(category)
    blocks = tuple(
        ReferenceBlock(SUBJECT_WORDS[subject], subject, f"{len(shelf)} 类", links=tuple(map(_entry, shelf)))
        for subject, shelf in shelves.items()
        if shelf
    )
    count = len(catalogue.categories)
    return ReferenceView(
        kind="categories",
        path=paths.CATEGORIES,
        title="公开事项一览",
        small="",
        lead=f"共 {count} 类：每一类要公开什么、谁公开、多久一次、到什么时候。",
        crumbs=(HOME, LAWS, Link("公开事项")),
        blocks=blocks,
        jump=True,
    )


def _entry(category: Category) -> Link:
    outline = "" if category.depth == "deep" else "骨架"
    words = (OWNER_WORDS[category.owner], required_words(category), cadence_words(category.cadence), outline)
    return Link(category.name, paths.category_page(category.slug), "，".join(filter(None, words)))


def law_groups(catalogue: Catalogue) -> dict[str, list[Citation]]:
    """Return the articles by the page of their law."""
    groups: dict[str, list[Citation]] = {}
    for citation in catalogue.citations.values():
        groups.setdefault(paths.law_page(citation.id), []).append(citation)
    return groups


def law_view(path: str, entries: list[Citation], cited: dict[str, list[Link]]) -> ReferenceView:
    """Return the page of one law: its articles, from when to when they hold, which categories rest on them."""
    name = law_name(entries[0].law)
    spans = {force_words(one) for one in entries}
    force = spans.pop() if len(spans) == 1 else ""
    articles = tuple(
        CitedLaw(posting.law_view(one), "" if force else force_words(one), tuple(cited.get(one.id, ()))) for one in entries
    )
    note = f"{force}。{_NOT_THE_TEXT}" if force else _NOT_THE_TEXT
    return ReferenceView(
        kind="law",
        path=path,
        title=name,
        small=entries[0].edition,
        lead=f"本站引用 {len(entries)} 条。",
        crumbs=(HOME, LAWS, Link(name)),
        blocks=(ReferenceBlock("条文要求", "articles", note, laws=articles),),
    )


def profile_view(profile: Profile, catalogue: Catalogue, *, followed: bool) -> ReferenceView:
    """Return the page of one local profile: its rules in words and which categories each of them meets."""
    blocks = tuple(_profile_block(rule, number, catalogue) for number, rule in enumerate(profile.rules, 1))
    plain = "没有自己的规定：周期、期限和张贴天数都按全国规定和各类别的缺省。"
    return ReferenceView(
        kind="profile",
        path=paths.profile_page(profile.id),
        title=profile.name,
        small="地方档案" + ("，本站用的就是这一份" if followed else ""),
        lead=f"共 {len(blocks)} 条地方规定，与全国规定不同的，从严。" if blocks else plain,
        crumbs=(HOME, LAWS, Link(profile.name)),
        blocks=blocks,
    )


def _profile_block(rule: ProfileRule, number: int, catalogue: Catalogue) -> ReferenceBlock:
    met = [category for category in catalogue.categories.values() if matches(rule, category)]
    lines = [Sourced(label, words) for label, words in _set_words(rule)]
    reach = f"{len(met)} 类：" if met else "目录里还没有这一类"
    cited = [catalogue.citations[one] for one in rule.basis if one in catalogue.citations]
    return ReferenceBlock(
        _match_words(rule, catalogue),
        f"rule{number}",
        lines=(*lines, Sourced("管到", reach, links=tuple(map(category_link, met)))),
        laws=tuple(CitedLaw(posting.law_view(one), force_words(one)) for one in cited),
    )


def _match_words(rule: ProfileRule, catalogue: Catalogue) -> str:
    """Return what a rule of a profile speaks of: 每季度的事项, 村民委员会、公布的事项, 「意见建议及答复」."""
    words = ["或".join(_value_words(key, value, catalogue) for value in values) for key, values in rule.match]
    if any(key == "category" for key, _ in rule.match):
        return "、".join(words)
    return f"{'、'.join(words)}的事项" if words else "全部事项"


def _value_words(key: str, value: str, catalogue: Catalogue) -> str:
    category = catalogue.find(value) if key == "category" else None
    if category is not None:
        return f"「{category.name}」"
    words = {"subject": SUBJECT_WORDS, "owner": OWNER_WORDS, "kind": PUBLISHING_WORDS, "medium": _MEDIA, "cadence": RHYTHM_WORDS}.get(key, {})
    return words.get(value, value)


def _set_words(rule: ProfileRule) -> list[tuple[str, str]]:
    """Return what a rule of a profile sets: (期限, 期末后 15 日内（地方规定）)."""
    lines = [
        ("多久一次", f"至少{cadence_words(rule.cadence)}" if rule.cadence else ""),
        ("期限", due_words(rule.due) if rule.due else ""),
        ("贴多久", f"公开栏上不少于 {rule.keep_board_days} 日" if rule.keep_board_days else ""),
        ("公示期", f"不少于 {rule.objection_days} 日" if rule.objection_days else ""),
        ("答复", reply_words(rule.reply_days)),
        ("要求", "必须公开" if rule.required == "always" else ""),
    ]
    return [(label, words) for label, words in lines if words]


def _local_lines(category: Category, catalogue: Catalogue) -> tuple[Sourced, ...]:
    """Return what local profiles ask of a category: one line for each that says something of it."""
    lines = []
    for profile in catalogue.profiles.values():
        rules = [rule for rule in profile.rules if matches(rule, category)]
        said = [f"{label}：{words}" for rule in rules for label, words in _set_words(rule)]
        if said:
            text = "；".join(dict.fromkeys(said))
            lines.append(Sourced(profile.name, text, _local_source(rules, catalogue), paths.profile_page(profile.id)))
    return tuple(lines)


def _local_source(rules: list[ProfileRule], catalogue: Catalogue) -> str:
    cited = {one: catalogue.citations[one] for rule in rules for one in rule.basis if one in catalogue.citations}
    return "、".join(dict.fromkeys(posting.law_view(one).label for one in cited.values()))


def _cited(catalogue: Catalogue) -> _Cited:
    cited = _Cited()
    for category in catalogue.categories.values():
        cited.add(category.basis, category_link(category))
    for profile in catalogue.profiles.values():
        link = Link(f"{profile.name}（地方档案）", paths.profile_page(profile.id))
        for rule in profile.rules:
            cited.add(rule.basis, link)
    return cited
