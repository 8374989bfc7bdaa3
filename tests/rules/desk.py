"""A small township on disk, read and checked from end to end as the pipeline does it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.duties import duties
from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.board.model import Board
from disclosure.board.model import Brief
from disclosure.rules.engine import check_board
from disclosure.rules.engine import check_shelf
from disclosure.rules.engine import check_survey
from disclosure.rules.engine import held
from disclosure.rules.engine import standing
from disclosure.views.brief import brief
from tests.basis.invented import id_card
from tests.basis.invented import with_luhn

HOME = "石桥村"
TODAY = date(2026, 11, 20)
SITE = "格式: 1\n标题: 青禾镇村务公开\n起: 2099-01-01\n截止: 2026-11-20\n"
PLACE = "名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 0000-6123380\n"
PERSONAL = {
    "〔18位身份证号〕": id_card("500113", date(1961, 3, 5), "012"),
    "〔银行卡号〕": with_luhn("621700123456789012"),
    "〔手机号〕": "138" + "00138123",
}
"""What stands on rule pages where a number of a person would, so that no file of ours holds one."""

_MARK = re.compile(r"[ \t]*# <- ([\w, -]+)$")
_FILE = re.compile(r"^# === (.+)$")


class Example(NamedTuple):
    """The files of an example and what must be found: (path, line, slug)."""

    files: dict[str, str]
    wanted: frozenset[tuple[str, int, str]]


class Checked(NamedTuple):
    """What one check of a folder gave."""

    diagnostics: tuple[Diagnostic, ...]
    board: Board


def example(text: str) -> Example:
    """Read an example of a rule page: files set apart by «# === path», faults marked by «# <- slug» at a line's end."""
    files: dict[str, list[str]] = {}
    wanted: set[tuple[str, int, str]] = set()
    path = f"{HOME}/公开件.yaml"
    for line in text.rstrip("\n").split("\n"):
        named = _FILE.match(line)
        if named:
            path = _placed(named[1].strip())
            continue
        lines = files.setdefault(path, [])
        mark = _MARK.search(line)
        lines.append(_MARK.sub("", line))
        if mark:
            wanted |= {(path, len(lines), slug.strip()) for slug in mark[1].split(",")}
    return Example({name: "\n".join(lines) + "\n" for name, lines in files.items()}, frozenset(wanted))


def check(root: Path, files: Mapping[str, str | bytes]) -> Checked:
    """Write a township's files below ``root``/content and return every finding on its day."""
    _write(root / "content", {"site.yaml": SITE, f"{HOME}/place.yaml": PLACE, **files})
    seen = survey(root / "content")
    today = seen.settings.as_of or TODAY
    found = list(check_survey(seen.diagnostics, seen.places, seen.settings, seen.catalogue, seen.sources))
    briefs: list[Brief] = []
    for place in sorted(seen.places):
        loaded = load_shelf(seen, place, today)
        more = check_shelf(loaded.shelf, loaded.diagnostics, loaded.sources)
        own = [one for one in loaded.shelf.filings if one.place == place]
        briefs += [brief(one, loaded.shelf, one.id in held(more), key=b"a key of the tests") for one in own]
        found += more
    due = duties(seen.settings, seen.catalogue, seen.places, briefs, today)
    board = Board(seen.settings, seen.catalogue, seen.places, tuple(briefs), due, tuple(found), today)
    return Checked((*standing(found, today), *standing(check_board(board), today)), board)


def found_in(diagnostics: tuple[Diagnostic, ...]) -> frozenset[tuple[str, int, str]]:
    """Return what was found as an example states it."""
    return frozenset((one.span.path, one.span.line, one.slug) for one in diagnostics)


def _placed(name: str) -> str:
    return name if "/" in name or name == "site.yaml" else f"{HOME}/{name}"


def _write(content: Path, files: Mapping[str, str | bytes]) -> None:
    for name, what in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(what if isinstance(what, bytes) else _with_numbers(what).encode())


def _with_numbers(text: str) -> str:
    for mark, number in PERSONAL.items():
        text = text.replace(mark, number)
    return text
