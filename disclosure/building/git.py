"""The git a content folder lies in, asked through its own program; where it cannot answer, one sentence says why."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from disclosure.options import Unfit

LONGEST = 120
"""Seconds git may take over one answer."""


def repository(folder: Path) -> list[str]:
    """Return the command that asks git about a folder; raises Unfit where there is no git, no repository or no commit."""
    program = shutil.which("git")
    if program is None:
        raise Unfit("这台电脑没有装 git，看不了以前的版本。")
    git = [program, "-C", str(folder)]
    if answer([*git, "rev-parse", "--verify", "--quiet", "HEAD"]) is not None:
        return git
    inside = subprocess.run([*git, "rev-parse", "--is-inside-work-tree"], capture_output=True, timeout=LONGEST, check=False)
    if inside.returncode == 0:
        raise Unfit("这个仓库还没有提交，没有以前的版本可看。")
    if b"dubious ownership" in inside.stderr:
        raise Unfit("git 不肯读别人名下的仓库，看不了以前的版本；请用仓库主人的账户运行。")
    raise Unfit("这个文件夹不在 git 仓库里，没有以前的版本可看。")


def answer(command: list[str]) -> bytes | None:
    """Return what a git command prints, None where it fails."""
    done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
    return done.stdout if done.returncode == 0 else None
