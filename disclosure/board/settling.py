"""Places once all are known: paths, parents, unique slugs, 承接, categories and profiles they name; and what files are."""

from __future__ import annotations

import posixpath
from collections.abc import Container
from dataclasses import replace

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Related
from disclosure.basis.span import Span
from disclosure.basis.text import closest
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.world import is_granted
from disclosure.catalogue.effective import find_profile
from disclosure.catalogue.model import Catalogue

SITE_FILES = frozenset(("site.yaml", "site.yml"))
PLACE_FILES = frozenset(("place.yaml", "place.yml"))
FILING_SUFFIXES = (".yaml", ".yml", ".md")
SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini"))
_COPIES = ("副本", "复件", "copy of ")
_COPY_MARKS = (".安全.", "- 副本", "-副本", "- copy", "的副本", "（副本", "(副本", " (1)", "(1).")


def is_ignored(name: str) -> bool:
    """Return whether a file is the office's or the system's own: lock files, hidden files."""
    return name.startswith((".", "~$", ".~lock")) or name.lower() in SYSTEM_FILES


def is_copy(name: str) -> bool:
    """Return whether a file's name says that it is a copy of another."""
    low = name.lower()
    return low.startswith(_COPIES) or any(mark in low for mark in _COPY_MARKS)


def is_filing(name: str) -> bool:
    """Return whether a file holds a filing, by its name."""
    return name.lower().endswith(FILING_SUFFIXES) and name.lower() not in SITE_FILES | PLACE_FILES and not is_copy(name)


def why_unread(name: str) -> str:
    """Return why nobody reads a file, as far as its name tells."""
    stem, suffix = posixpath.splitext(name.lower())
    if is_copy(name):
        return "看名字是副本；不要的删掉，要用的改名"
    if stem.endswith(FILING_SUFFIXES):
        return f"多了一个扩展名「{suffix}」，去掉它才会读"
    if suffix in (".doc", ".docx", ".wps"):
        return "不能直接公开文字处理文件；把内容写进公开件，或在「附件」里列出来"
    return "没有公开件用到它；要公开就在公开件里写上它的名字，不要就移走"


def home_of(folder: str, places: Container[str]) -> str:
    """Return the nearest folder above (or the folder itself) that is a place, '' when there is none."""
    while folder not in places:
        if not folder:
            return ""
        folder = posixpath.dirname(folder)
    return folder


UNGRANTED = "这是法定必须公开的事项，村里不能自己写「不适用」，由乡镇决定，在这一条写上「批准: …」"


def settle_places(read: list[Place], settings: Settings, catalogue: Catalogue) -> tuple[dict[str, Place], list[Diagnostic]]:
    """Return the places by slug path, with parents and 承接 resolved, and what is wrong between them."""
    found: list[Diagnostic] = []
    by_folder: dict[str, Place] = {}
    places: dict[str, Place] = {}
    for place in sorted(read, key=lambda one: (one.folder.count("/") + (one.folder != ""), one.folder)):
        above = home_of(posixpath.dirname(place.folder), by_folder) if place.folder else ""
        parent = by_folder.get(above) if place.folder else None
        path = f"{parent.path}/{place.slug}" if parent else place.slug
        if path in places:
            other = places[path]
            shown = {"slug": place.slug, "other": other.folder}
            found.append(Diagnostic("duplicate-slug", place.span, shown, (Related(other.span, other.name),)))
            continue
        by_folder[place.folder] = places[path] = replace(place, path=path, parent=parent.path if parent else "")
    settled = {path: _with_succeeds(place, places, found) for path, place in places.items()}
    for place in settled.values():
        found += _unknown_names(place, catalogue)
        found += _refused(place, catalogue)
    if settings.profile and find_profile(catalogue, settings.profile) is None:
        found.append(_unknown_profile(settings.profile, settings.span, catalogue))
    if settled and settings.start is None and not any(place.start for place in settled.values()):
        found.append(Diagnostic("no-start", settings.span))
    return settled, found


def _with_succeeds(place: Place, places: dict[str, Place], found: list[Diagnostic]) -> Place:
    """Resolve 承接: a sibling's slug, a slug path, or a name that only one place has."""
    resolved: list[str] = []
    for name in place.succeeds:
        beside = f"{place.parent}/{name}" if place.parent else name
        named = [path for path, other in places.items() if other.name == name]
        path = next((one for one in (beside, name) if one in places), named[0] if len(named) == 1 else "")
        if path and path != place.path:
            resolved.append(path)
        else:
            names = [other.slug for other in places.values()] + [other.name for other in places.values()]
            found.append(Diagnostic("unknown-place", place.span, {"name": name, "suggestion": closest(name, names)}))
    return replace(place, succeeds=tuple(dict.fromkeys(resolved)))


def _unknown_names(place: Place, catalogue: Catalogue) -> list[Diagnostic]:
    """Find categories and profiles that a place names and nobody knows."""
    found: list[Diagnostic] = []
    named = [(event.category, event.span, "事件") for event in place.events]
    named += [(exemption[0], place.span, "不适用") for exemption in place.exemptions]
    for name, span, where in named:
        if catalogue.find(name) is None:
            known = catalogue.find(closest(name, [word for one in catalogue.categories.values() for word in (one.name, one.id)]))
            shown = {"name": name, "suggestion": known.name if known else "", "where": where}
            found.append(Diagnostic("unknown-category", span, shown))
    if place.profile and find_profile(catalogue, place.profile) is None:
        found.append(_unknown_profile(place.profile, place.span, catalogue))
    return found


def _refused(place: Place, catalogue: Catalogue) -> list[Diagnostic]:
    """Find what the law asks for and a village calls 不适用 on its own word."""
    named = [(exemption, catalogue.find(exemption[0])) for exemption in place.exemptions]
    return [
        Diagnostic("waiver-refused", place.span, {"rule": exemption[0], "reason": UNGRANTED, "exempt": category.name})
        for exemption, category in named
        if category is not None and not is_granted(exemption, category, place)
    ]


def _unknown_profile(name: str, span: Span, catalogue: Catalogue) -> Diagnostic:
    names = [word for profile in catalogue.profiles.values() for word in (profile.name, profile.id)]
    return Diagnostic("unknown-profile", span, {"name": name, "suggestion": closest(name, names)})
