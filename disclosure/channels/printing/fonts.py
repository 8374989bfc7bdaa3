"""The site's own fonts: cut once on a machine from the installed Chinese ones, and what the installed ones cover.

A poster embeds what it prints of a font, and WeasyPrint copies the whole font file for every letter size it meets: with
20 MB files that costs more than the layout. A font cut down to everyday characters makes posters faster and smaller; a
character outside of it comes from the installed font.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from disclosure.channels.printing.cff import numbered_by_glyph
from disclosure.channels.printing.subset import subset

HEI = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "sans-serif")
SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun", "serif")
_OWN = {"hei": "Poster Hei", "song": "Poster Song"}
_WANTED = (("hei", 400, "Regular"), ("hei", 700, "Bold"), ("song", 700, "Bold"))
_VERSION = "1"


class Face(NamedTuple):
    """A font file of the site's own: family, weight, path."""

    family: str
    weight: int
    path: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts posters are set in. Picklable; ``digest`` belongs in a poster's fingerprint.

    Without faces the installed fonts are used as they are: slower and larger, and just as legible.
    """

    faces: tuple[Face, ...] = ()
    digest: str = ""

    def css(self) -> str:
        """Return the @font-face rules."""
        rule = "@font-face{{font-family:'{}';font-weight:{};src:url({})}}"
        return "".join(rule.format(face.family, face.weight, Path(face.path).as_uri()) for face in self.faces)

    def folders(self) -> tuple[str, ...]:
        """Return the folders the faces stand in."""
        return tuple(sorted({str(Path(face.path).parent) for face in self.faces}))

    def stack(self, kind: str) -> str:
        """Return the CSS family list for ``hei`` or ``song``."""
        installed = HEI if kind == "hei" else SONG
        cut = any(face.family == _OWN[kind] for face in self.faces)
        names = (_OWN[kind], installed[0], installed[-1]) if cut else installed
        return ", ".join(f'"{name}"' if " " in name else name for name in names)


def site_fonts(folder: Path, extra: Iterable[str] = ()) -> Fonts:
    """Return the site's fonts from ``folder``, cutting them there first where they are not yet.

    They hold GB 2312, Latin and signs, and the characters of ``extra``. Where the installed fonts or libharfbuzz-subset
    are missing: Fonts(), the installed fonts as they are.
    """
    characters = everyday() | {ord(character) for text in extra for character in text}
    faces = []
    for kind, weight, style in _WANTED:
        source = _installed_file(HEI if kind == "hei" else SONG, style)
        path = _cut_font(folder, source, f"{kind}-{weight}", characters) if source else None
        if path is None:
            return Fonts()
        faces.append(Face(_OWN[kind], weight, str(path)))
    digest = hashlib.sha256()
    for face in faces:
        digest.update(Path(face.path).read_bytes())
    return Fonts(tuple(faces), digest.hexdigest())


@cache
def everyday() -> frozenset[int]:
    """Return GB 2312 (6763 Han and its signs), Latin and the signs our own texts use."""
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    han = "".join(row.decode("gb2312", "ignore") for row in rows)
    return frozenset(map(ord, han)) | frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x180)) | frozenset(map(ord, _SIGNS))


_SIGNS = "—–‑“”‘’…·−×÷≤≥≈≠±‰℃㎡㎞㎏㎝㎜²³①②③④⑤⑥⑦⑧⑨⑩●○■□▲△√〇〃〔〕【】〈〉￥"


class _Source(NamedTuple):
    path: str
    face: int


def _installed_file(families: tuple[str, ...], style: str) -> _Source | None:
    """Return the file and index of the first installed font of these families in this style."""
    if not shutil.which("fc-match"):
        return None
    for family in families:
        if "-" in family or family == "serif":
            continue
        pattern = f"{family}:style={style}:variable=false"
        said = _run("fc-match", "--format", "%{file}\t%{index}\t%{family}\t%{style}", pattern).split("\t")
        if len(said) == 4 and family in said[2].split(",") and style in said[3] and said[1].isdigit() and int(said[1]) < 1 << 16:
            return _Source(said[0], int(said[1]))
    return None


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace").stdout


def _cut_font(folder: Path, source: _Source, name: str, characters: Iterable[int]) -> Path | None:
    found = Path(source.path).stat()
    key = f"{_VERSION} {Path(source.path).name} {source.face} {found.st_size} {found.st_mtime_ns} {sorted(characters)}"
    path = folder / f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.otf"
    if not path.exists():
        data = subset(source.path, source.face, characters)
        if data is None:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as made:
            made.write(numbered_by_glyph(data))
        os.replace(made.name, path)  # noqa: PTH105 - several processes may make it; the last one wins, whole
    return path
