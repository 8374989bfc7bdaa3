"""Small catalogues written in the test that uses them."""

from __future__ import annotations

import textwrap
from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.catalogue.category import read_category
from disclosure.catalogue.load import load_catalogue
from disclosure.catalogue.model import Catalogue
from disclosure.catalogue.model import Category
from disclosure.reading.nodes import Mapping
from disclosure.reading.yaml import read_yaml

SHIPPED, SHIPPED_FOUND = load_catalogue()


def mapping(text: str, path: str = "catalogue/x.yaml") -> Mapping:
    """Read YAML that must be sound."""
    document = read_yaml(textwrap.dedent(text).encode(), path)
    assert document.root is not None, document.diagnostics
    return document.root


def category(text: str) -> tuple[Category, list[Diagnostic]]:
    """Read one category whose id and name need not be written."""
    body = textwrap.dedent(text)
    head = "" if "id:" in body.split("facts:")[0].split("tables:")[0] else "id: x.y\nname: 试验\n"
    found: list[Diagnostic] = []
    read = read_category(mapping(head + body, "disclosure/catalogue/categories/x.yaml"), found)
    assert read is not None
    return read, found


def local(folder: Path, files: dict[str, str]) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Load the shipped catalogue with these files of content/catalogue/ over it."""
    home = folder / "catalogue"
    for name, text in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return load_catalogue(home)


def slugs(found: list[Diagnostic] | tuple[Diagnostic, ...]) -> list[str]:
    """Return what kind of findings there are."""
    return [one.slug for one in found]
