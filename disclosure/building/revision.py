"""The content of an earlier commit, laid out in a folder of its own for as long as it is looked at."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from disclosure.options import Unfit

_LONGEST = 120
"""Seconds git may take over one answer."""


@contextmanager
def content_at(content: Path, revision: str) -> Iterator[Path]:
    """Give a folder whose content/ is what ``content`` was at a revision; raises Unfit where git cannot tell.

    Links are left out: what they lead to is not part of the commit.
    """
    folder = content.resolve()
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    prefix = _git(folder, "rev-parse", "--show-prefix").decode().strip("\n/")
    tree = f"{commit.decode().strip()}:{prefix}"
    with tempfile.TemporaryDirectory() as made:
        with tarfile.open(fileobj=BytesIO(_git(folder, "archive", "--format=tar", tree))) as archive:
            (Path(made) / "content").mkdir()
            for member in archive:
                if member.isfile() and (held := archive.extractfile(member)) is not None:
                    file = Path(made) / "content" / member.name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(held.read())
        yield Path(made)


def _git(folder: Path, *words: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise Unfit("这台电脑没有装 git，比不了以前的版本。")
    top = ["-C", str(folder)] if words[0] != "archive" else ["-C", _top(program, folder)]
    done = subprocess.run([program, *top, *words], capture_output=True, timeout=_LONGEST, check=False)
    if done.returncode == 0:
        return done.stdout
    if subprocess.run([program, "-C", str(folder), "rev-parse"], capture_output=True, timeout=_LONGEST, check=False).returncode:
        raise Unfit("这个文件夹不在 git 仓库里，比不了以前的版本。")
    raise Unfit(f"仓库里没有「{words[-1].removesuffix('^{commit}')}」这个版本，或者那时还没有 content 文件夹。")


def _top(program: str, folder: Path) -> str:
    done = subprocess.run([program, "-C", str(folder), "rev-parse", "--show-toplevel"], capture_output=True, timeout=_LONGEST, check=False)
    return done.stdout.decode().strip() or str(folder)
