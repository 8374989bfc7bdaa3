"""The content of an earlier commit, laid out in a folder of its own for as long as it is looked at."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from disclosure.building.git import answer
from disclosure.building.git import repository
from disclosure.options import Unfit


@contextmanager
def content_at(content: Path, revision: str) -> Iterator[Path]:
    """Give a folder whose content/ is what ``content`` was at a revision; raises Unfit where git cannot tell.

    Links are left out: what they lead to is not part of the commit.
    """
    git = repository(content)
    commit = answer([*git, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
    packed = _packed(git, commit.decode().strip()) if commit else None
    if packed is None:
        raise Unfit(f"仓库里没有「{revision}」这个版本，或者那时还没有 content 文件夹。")
    with tempfile.TemporaryDirectory() as made:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            (Path(made) / "content").mkdir()
            for member in archive:
                if member.isfile() and (held := archive.extractfile(member)) is not None:
                    file = Path(made) / "content" / member.name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(held.read())
        yield Path(made)


def _packed(git: list[str], commit: str) -> bytes | None:
    """Return the folder as it was in a commit as a tar archive; asked from the top, where git names it by its path."""
    top, prefix = ((answer([*git, "rev-parse", f"--show-{what}"]) or b"").decode().rstrip("\n") for what in ("toplevel", "prefix"))
    return answer([git[0], "-C", top, "archive", "--format=tar", f"{commit}:{prefix.rstrip('/')}"])
