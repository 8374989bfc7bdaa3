"""A small township on disk, and the whole program run over it as its users run it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from typing import NamedTuple

from disclosure.catalogue.load import load_catalogue
from disclosure.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
CHANNELS = "page,table,data"
TOWN = "content/青禾镇"
VILLAGE = f"{TOWN}/石桥村"
OTHER = f"{TOWN}/柳林村"
SITE = "格式: 1\n标题: 青禾镇村务公开\n起: 2026-07-01\n截止: 2026-11-21\n"
PLACE = "名称: {name}\n级别: {level}\nslug: {slug}\n监督电话: 0000-6123380\n{more}"
SIGNED = "签字:\n  制表: {姓名: 王敏, 日期: 2026-08-21}\n  监委会审核: {姓名: 李国强, 日期: 2026-08-21}\n  负责人: {姓名: 周德明, 日期: 2026-08-21}\n"


class Answer(NamedTuple):
    """What one run of the program said."""

    code: int
    out: str
    err: str

    def diagnostics(self) -> list[dict[str, Any]]:
        """Return the findings of a run with --output-format json."""
        found: list[dict[str, Any]] = json.loads(self.out)["diagnostics"]
        return found

    def slugs(self) -> set[tuple[str, str]]:
        """Return (path, slug) of every finding of a run with --output-format json."""
        return {(one["path"], one["slug"]) for one in self.diagnostics()}


def run(*words: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Answer:
    """Run the program; a traceback in what it says is never right."""
    command = [sys.executable, "-m", "disclosure", *map(str, words)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


def inside(*words: str | Path) -> Answer:
    """Run the program in this very process, one worker: seven times as quick, for tests of many runs."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*map(str, words), "-j", "1"])
    return Answer(code, out.getvalue(), err.getvalue())


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for a run: nothing of the day or the console of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "NO_COLOR", "CI")}
    return {"PYTHONPATH": str(ROOT), **kept, **(more or {})}


def build(root: Path, *flags: str | Path, out: Path | None = None, env: Mapping[str, str] | None = None) -> Answer:
    """Build a project without posters; the sites stand below ``out``, else in the project."""
    return run("build", "-C", root, "-o", out or root, "--channels", CHANNELS, *flags, env=env)


def check(root: Path, *flags: str) -> Answer:
    """Check a project and answer as JSON."""
    return run("check", "-C", root, "--output-format", "json", *flags)


@cache
def example(category: str) -> str:
    """Return the filing that a shipped category gives as its example; it has no finding."""
    catalogue, _ = load_catalogue(None)
    return catalogue.categories[category].example


def notice(matter: str, more: str) -> str:
    """Return a filing of no category with what ``more`` says."""
    return (
        f"类别: 其他公示\n期间: 2026-08-24\n事项: {matter}\n上栏日期: 2026-08-24\n公开日期: 2026-08-24\n{more}{SIGNED}"
    )


def small_files() -> dict[str, str]:
    """Return a township with two villages and six filings, by path."""
    facts = "情况: {低保: 是, 耕地地力保护补贴: 是}\n"
    lease = "合同: 租赁.csv\n"
    head, _, rest = example("asset.lease").partition("合同: |\n")
    rows, _, tail = rest.partition("年租合计")
    cells = [",".join(f'"{cell.strip()}"' for cell in row.split("|")) for row in rows.strip().split("\n")]
    return {
        "content/site.yaml": SITE,
        f"{TOWN}/place.yaml": PLACE.format(name="青禾镇", level="township", slug="qinghe", more=""),
        f"{VILLAGE}/place.yaml": PLACE.format(name="石桥村", level="village", slug="shiqiao", more=facts),
        f"{OTHER}/place.yaml": PLACE.format(name="柳林村", level="village", slug="liulin", more=""),
        f"{VILLAGE}/财务/九月收支.yaml": example("fin.ledger"),
        f"{VILLAGE}/补贴/地力补贴.yaml": example("subs.arable"),
        f"{VILLAGE}/不公开/低保.yaml": example("aid.dibao.list"),
        f"{VILLAGE}/停水.yaml": example("other.notice"),
        f"{OTHER}/财务/九月收支.yaml": example("fin.ledger"),
        f"{OTHER}/租赁.yaml": f"{head}{lease}年租合计{tail}",
        f"{OTHER}/租赁.csv": "\n".join(cells) + "\n",
    }


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``root``, with old times: what is as young as a build counts as changed."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(path, ns=(10**18, 10**18))
    return root


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below ``folder`` by POSIX path."""
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files(folder)}


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below ``folder`` with its POSIX path, in order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def manifest(site: Path) -> dict[str, Any]:
    """Return manifest.json of a tree."""
    read: dict[str, Any] = json.loads((site / "manifest.json").read_text("utf-8"))
    return read
