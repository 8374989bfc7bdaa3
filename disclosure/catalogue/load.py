"""Reads the shipped catalogue and content/catalogue/ over it: categories, laws, profiles, lists; opens files, asks no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import Protocol

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.discovery import resource_folder
from disclosure.basis.discovery import resources
from disclosure.basis.span import whole_file
from disclosure.basis.text import closest
from disclosure.catalogue import compiled
from disclosure.catalogue.category import CATEGORY_KEYS
from disclosure.catalogue.category import LISTS
from disclosure.catalogue.category import read_category
from disclosure.catalogue.fields import Found
from disclosure.catalogue.fields import merged
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.catalogue.model import Citation
from disclosure.catalogue.model import Profile
from disclosure.catalogue.profile import PROFILE_KEYS
from disclosure.catalogue.profile import read_laws
from disclosure.catalogue.profile import read_lists
from disclosure.catalogue.profile import read_profile
from disclosure.catalogue.shield import shielded
from disclosure.catalogue.sound import unsound
from disclosure.catalogue.sound import widened
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.yaml import read_yaml

LAWS, CHOICES, WORDS = "laws", "choices", "words"


class Identified(Protocol):
    """What has an id and a place."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(slots=True)
class _Sources:
    """The nodes of categories and profiles by id (a later file may extend them), and what they were read into."""

    categories: dict[str, Mapping] = field(default_factory=dict)
    profiles: dict[str, Mapping] = field(default_factory=dict)
    records: dict[str, Category] = field(default_factory=dict)
    profile_records: dict[str, Profile] = field(default_factory=dict)
    citations: dict[str, Citation] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def load_catalogue(extra: Path | None = None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Return the shipped catalogue with a local folder over it, and what is wrong in either.

    ``extra`` is content/catalogue/ (it need not exist). Spans name its files relative to content/.
    """
    more: Found = []
    local = _documents(extra, extra.name, more, own=True) if extra is not None and extra.is_dir() else []
    sources, found = _shipped(with_nodes=any(map(_extends, local)))
    found += more
    if local:
        _take_all(local, sources, found)
        found = [*found, *unsound(_catalogue(sources))]
    return _catalogue(sources), tuple(found)


def _catalogue(sources: _Sources) -> Catalogue:
    return Catalogue(sources.records, sources.citations, sources.profile_records, sources.choices, sources.words)


def compile_shipped() -> None:
    """Read the shipped catalogue and keep it compiled, for the set-up."""
    compiled.keep(compiled.key(), _without_nodes(*_read_shipped()), asked=True)


def _shipped(*, with_nodes: bool) -> tuple[_Sources, Found]:
    """Return what the program carries; its nodes only where a local file extends one of them."""
    if with_nodes:
        return _read_shipped()
    *records, found = _recalled(compiled.key())
    return _Sources({}, {}, *map(dict, records)), list(found)


def _read_shipped() -> tuple[_Sources, Found]:
    found: Found = []
    sources = _Sources()
    _take_all(_documents(resource_folder("catalogue"), "disclosure/catalogue", found), sources, found)
    found += unsound(_catalogue(sources))
    return sources, found


@lru_cache(maxsize=2)
def _recalled(key: str) -> tuple[Any, ...]:
    """Return the shipped records as they were kept under a key, else read and kept; once in a process."""
    kept = compiled.recall(key)
    if kept is None:
        kept = _without_nodes(*_read_shipped())
        compiled.keep(key, kept)
    return tuple(kept)


def _without_nodes(sources: _Sources, found: Found) -> tuple[object, ...]:
    return sources.records, sources.profile_records, sources.citations, sources.choices, sources.words, tuple(found)


def _documents(folder: Path, prefix: str, found: Found, *, own: bool = False) -> list[Mapping]:
    """Return the roots of the YAML files of a folder, sorted by path; a file that does not parse gives its findings.

    ``own``: the township wrote them, so numbers of persons in them are masked first.
    """
    roots: list[Mapping] = []
    for path in sorted((*resources(folder, ".yaml"), *resources(folder, ".yml"))):
        name = f"{prefix}/{path.relative_to(folder).as_posix()}"
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = "没有权限" if isinstance(error, PermissionError) else "打不开"
            found.append(Diagnostic("unreadable-file", whole_file(name), {"name": path.name, "reason": reason}))
            continue
        document = read_yaml(data, name)
        if own:
            document, exposed = shielded(document, name)
            found += exposed
        found += document.diagnostics
        if document.root is not None and not document.broken:
            roots.append(document.root)
    return roots


def _take_all(roots: list[Mapping], sources: _Sources, found: Found) -> None:
    """Sort the files by what they hold; those that extend another wait until it is there."""
    kinds: dict[str, list[Mapping]] = {"profile": [], "category": []}
    for root in roots:
        stem = Path(root.span.path).stem
        if stem == LAWS:
            _add_laws(root, sources, found)
        elif stem in (CHOICES, WORDS):
            _add_lists(root, getattr(sources, stem), found)
        else:
            kinds["profile" if _is_profile(root) else "category"].append(root)
    _in_order(kinds["profile"], sources.profiles, lambda root: _add_profile(root, sources, found), found)
    _in_order(kinds["category"], sources.categories, lambda root: _add_category(root, sources, found), found)


def _is_profile(root: Mapping) -> bool:
    return root.get("rules", "规则") is not None or "/profiles/" in root.span.path


def _in_order(waiting: list[Mapping], known: dict[str, Mapping], add: Callable[[Mapping], None], found: Found) -> None:
    """Add what extends nothing first, then what extends something known; what is left extends what nobody has."""
    while ready := [root for root in waiting if not _extends(root) or _extends(root) in known]:
        waiting = [root for root in waiting if root not in ready]
        for root in ready:
            add(root)
    for root in waiting:
        base = root.get("extends", "扩展")
        span = base.span if base else whole_file(root.span.path)
        name = _extends(root)
        found.append(
            Diagnostic("unknown-category", span, {"name": name, "suggestion": closest(name, known), "where": "extends"})
        )


def _extends(root: Mapping) -> str:
    node = root.get("extends", "扩展")
    return node.text.strip() if isinstance(node, Scalar) else ""


def _id_of(root: Mapping) -> str:
    node = root.get("id")
    return node.text.strip() if isinstance(node, Scalar) else ""


def _redefined(root: Mapping, known: dict[str, Category] | dict[str, Profile], found: Found) -> bool:
    """Tell whether a file takes an id that stands already without saying that it extends it."""
    own = _id_of(root)
    if own not in known or _extends(root) == own:
        return False
    node = root.get("id") or root
    found.append(Diagnostic("category-redefined", node.span, {"id": own, "other": known[own].span.path}))
    return True


def _add_category(root: Mapping, sources: _Sources, found: Found) -> None:
    if _redefined(root, sources.records, found):
        return
    base = sources.categories.get(_extends(root))
    whole = merged(base, root, CATEGORY_KEYS.ids, LISTS) if base else root
    category = read_category(whole, found, sources.records.get(_extends(root)))
    if category is None:
        return
    if base:
        category = widened(sources.records[_extends(root)], category, root, found)
    sources.categories[category.id] = whole
    sources.records[category.id] = category


def _add_profile(root: Mapping, sources: _Sources, found: Found) -> None:
    if _redefined(root, sources.profile_records, found):
        return
    base = sources.profiles.get(_extends(root))
    whole = merged(base, root, PROFILE_KEYS.ids, frozenset(("rules",))) if base else root
    profile = read_profile(whole, found)
    if profile is not None:
        sources.profiles[profile.id] = whole
        sources.profile_records[profile.id] = profile


def _add_laws(root: Mapping, sources: _Sources, found: Found) -> None:
    """Add citations; an id that stands already keeps its first meaning."""
    for citation in read_laws(root, found).values():
        first = sources.citations.setdefault(citation.id, citation)
        if first is not citation:
            found.append(Diagnostic("duplicate-key", citation.span, {"key": citation.id, "line": first.span.line}))


def _add_lists(root: Mapping, known: dict[str, tuple[str, ...]], found: Found) -> None:
    """Add lists; a list of a name that stands already grows."""
    for name, items in read_lists(root, found).items():
        known[name] = tuple(dict.fromkeys((*known.get(name, ()), *items)))
