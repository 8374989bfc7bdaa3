"""The formats as a theme has them: ``formats.yaml`` in its folder changes any number of any format."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import fields
from functools import cache
from pathlib import Path

from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.formats import Format
from disclosure.channels.printing.formats import changed
from disclosure.reading.nodes import Mapping
from disclosure.reading.nodes import Scalar
from disclosure.reading.yaml import read_yaml
from disclosure.theming.theme import Theme

FILE = "formats.yaml"
_NUMBERS = {field.name for field in fields(Format)} - {"id"}


@cache
def formats(theme: Theme) -> Dict[str, Format]:
    """Return the formats by id, with the numbers that the theme and those it extends change; anything else is passed over."""
    found = dict(FORMATS)
    for folder in reversed(theme.folders):
        path = Path(folder) / FILE
        if path.is_file():
            for name, numbers in _read(path).items():
                if name in found:
                    found[name] = changed(found[name], numbers)
    return found


def _read(path: Path) -> dict[str, dict[str, float]]:
    root = read_yaml(path.read_bytes(), path.name).root
    if root is None:
        return {}
    return {key.text: _numbers(node) for key, node in root if isinstance(node, Mapping)}


def _numbers(given: Mapping) -> dict[str, float]:
    pairs = {key.text: _number(node.text) for key, node in given if isinstance(node, Scalar) and key.text in _NUMBERS}
    return {name: number for name, number in pairs.items() if number is not None}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
