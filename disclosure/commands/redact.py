"""``disclosure redact``: safe copies of filings and row files, numbers of persons and 【私:…】 masked, layout and comments kept."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from disclosure.basis.accounts import find_under_heads
from disclosure.basis.private import CLOSING
from disclosure.basis.private import find_secrets
from disclosure.basis.private import scrub
from disclosure.basis.private import scrub_path
from disclosure.building.run import content_folder
from disclosure.commands.report import FOLDER as REPORTS
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.options import typed
from disclosure.reading.rowfile import decoded

TEXTS = (".yaml", ".yml", ".md", ".csv", ".txt")
SAFE = ".安全"
"""What a copy is called: X.安全.yaml."""
FOLDER = "安全"
"""Where copies go without -o: below report/, where no check and no build looks for filings."""

_DIGIT = re.compile("[0-9０-９]")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8}))")


def run(options: Options) -> int:
    """Write a safe copy of every file named, with -o of all below content/; returns 1 where some could not be read."""
    root = options.root
    content = content_folder(root)
    files = [named(root, content, word) for word in options.words] if options.words else sorted(content.rglob("*"))
    into = options.output if options.output != root else root / REPORTS / FOLDER
    if not options.words and options.output == root:
        raise Unfit(f"要给哪些文件做安全副本？写文件名，如：{typed('redact content/石桥村/名单.yaml')}；全部都做，用 -o 写一个放副本的文件夹。")
    if into == content or content in into.parents:
        raise Unfit("安全副本不能放在 content/ 里，会被当成公开件；请用 -o 写别的文件夹。")
    asked = [path for path in files if path.is_file() and SAFE not in path.name and (options.words or path.suffix.lower() in TEXTS)]
    made = [_copy(path, _target(path, content, into), root) for path in asked]
    if any(made) and not options.quiet:
        sys.stderr.write("原件没有动；副本不在 content/ 里，检查和生成都不读它。只遮了号码和【私:…】，姓名照旧，发给别人以前请再看一眼。\n")
    return int(not all(made))


def named(root: Path, content: Path, word: str) -> Path:
    """Return the file a word of the command line names: as it stands, below the root, below content/; raises Unfit."""
    for path in (Path(word), root / word, content / word):
        if path.is_file():
            return path.resolve()
    raise Unfit(f"没有这个文件：{scrub_path(word)}")


def _target(path: Path, content: Path, into: Path) -> Path:
    name = scrub_path(f"{path.stem}{SAFE}{path.suffix}")
    inside = path.is_relative_to(content)
    return into / scrub_path(path.parent.relative_to(content).as_posix() if inside else "") / name


def _copy(path: Path, target: Path, root: Path) -> bool:
    """Write the copy and say so; False (and why) where the file is no text."""
    shown = scrub_path(path.name)
    if path.suffix.lower() not in TEXTS:
        sys.stderr.write(f"{shown}：不是文本文件，做不了安全副本；工作簿请另存为 CSV 再做。\n")
        return False
    text, _ = decoded(path.read_bytes(), path.name)
    if text is None:
        sys.stderr.write(f"{shown}：读不出文字，没有做。\n")
        return False
    safe, count = redacted(text, table=path.suffix.lower() == ".csv")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(safe, "utf-8", newline="")
    place = target.relative_to(root) if target.is_relative_to(root) else target
    sys.stdout.write(f"{shown} → {place}：遮住 {count} 处。\n")
    return True


def redacted(text: str, *, table: bool = False) -> tuple[str, int]:
    """Return the text with every number of a person masked and every 【私:…】 emptied, and how many places changed.

    Nothing else changes: layout, comments and line breaks stay. ``table``: the text is a CSV.
    """
    safe = text
    for mark in reversed(find_secrets(text)):
        closing = text[mark.end - 1] if text[mark.end - 1] in CLOSING else ""
        safe = safe[: mark.inner] + "\n" * text.count("\n", mark.inner, mark.end) + closing + safe[mark.end :]
    for hit in find_under_heads(safe, commas=table):
        safe = safe[: hit.start] + _DIGIT.sub("●", safe[hit.start : hit.end]) + safe[hit.end :]
    safe = scrub(_unescaped(safe))
    changed = sum(1 for before, after in zip(text.split("\n"), safe.split("\n"), strict=True) if before != after)
    return safe, changed


def _unescaped(text: str) -> str:
    r"""Return the text with «\u0031» written out where it spells a digit, so that what is hidden so is seen too."""

    def spelled(match: re.Match[str]) -> str:
        character = chr(int(match[1] or match[2] or match[3], 16)) if int(match[1] or match[2] or match[3], 16) < 0x110000 else match[0]
        return character if character.isdecimal() else match[0]

    return _ESCAPED.sub(spelled, text) if "\\" in text else text
