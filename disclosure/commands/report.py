"""``disclosure report``: a workbook for the yearly or quarterly assessment, beside the site and never in it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from disclosure.board.model import Board
from disclosure.building.answer import asked_findings
from disclosure.building.asked import place_asked
from disclosure.building.run import Run
from disclosure.channels.workbook import workbook
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.pipeline import gather
from disclosure.pipeline import join
from disclosure.views.assessment import sheets
from disclosure.views.assessment import title
from disclosure.views.faults import sheets as fault_sheets

FOLDER = "report"


def run(options: Options) -> int:
    """Write ``report/考核_<day>.xlsx`` below the output folder and say where; returns 0, raises Unfit where it cannot."""
    with Run(options, render=False) as here:
        task = here.survey()
        board = join(task, gather(here, task))
    path = options.output / FOLDER / f"考核_{board.today.isoformat()}.xlsx"
    write_whole(path, made(options, board))
    sys.stdout.write(f"{path}\n")
    return 0


def made(options: Options, board: Board) -> bytes:
    """Return the workbook for the places --place leaves in."""
    asked = [path for path in board.places if place_asked(options, path, board.places)]
    found = asked_findings(options, board)
    return workbook(title(board), (*sheets(board, asked), *fault_sheets(board, found, asked)))


def write_whole(path: Path, data: bytes) -> None:
    """Put the file there whole or not at all; raises Unfit where it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise Unfit(f"写不进 {path}。文件正开着的话，先关掉再来。") from None
