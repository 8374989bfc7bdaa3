"""``disclosure mark``: row files handed back to the accountant, a comment in every faulty cell; originals are not touched.

A verb of its own and no flag of ``check``: what writes files is a verb here (``fix``, ``redact``, ``report``), while
``check`` only tells. Workbooks get comments and coloured cells, texts a last column 「核对意见」.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.private import scrub_path
from disclosure.basis.span import Span
from disclosure.board.load import Stat
from disclosure.board.load import Survey
from disclosure.board.model import Board
from disclosure.building.answer import is_asked
from disclosure.building.run import Run
from disclosure.building.run import content_folder
from disclosure.channels.marking import book
from disclosure.channels.marking import texts
from disclosure.channels.marking.remark import Place
from disclosure.channels.marking.remark import Remark
from disclosure.commands.redact import named
from disclosure.commands.report import FOLDER
from disclosure.commands.report import write_whole
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.options import typed
from disclosure.pipeline import gather
from disclosure.pipeline import join
from disclosure.reading.rowfile import SUFFIXES
from disclosure.reporting.report import one_line
from disclosure.rules.engine import in_order
from disclosure.rules.engine import standing
from disclosure.rules.finding import finding
from disclosure.rules.severity import wanted

RETURNED = "退回"
_TEXTS = (".csv", ".txt")
Found = dict[str, dict[Place, list[Remark]]]
"""Remarks by the path of the row file and by place."""


def run(options: Options) -> int:
    """Write a marked copy of every row file with findings; returns 1 where one could not be marked."""
    content = content_folder(options.root)
    into = options.output if options.output != options.root else options.output / FOLDER / RETURNED
    if into == content or content in into.parents:
        raise Unfit("退回的副本不能放在 content/ 里，会被当成公开件；请用 -o 写别的文件夹。")
    asked = {named(options.root, content, word) for word in options.words}
    with Run(options, render=False) as here:
        task = here.survey()
        board = join(task, gather(here, task))
    found = remarks(options, board, _row_files(task.survey, content, asked))
    failed = sum(not _returned(content, into, task.survey.by_path[path], found[path]) for path in sorted(found))
    if not found:
        sys.stdout.write("明细文件里没有要退回去改的。\n")
    elif not options.quiet:
        sys.stderr.write("副本里的内容和原件一样，有个人信息的只交给填表的人，不要上传。\n")
    return int(failed > 0)


def _row_files(survey: Survey, content: Path, asked: set[Path]) -> frozenset[str]:
    """Return the files that can hold rows, of those named only; raises Unfit for a name that is none of them."""
    files = {path: (content / stat.disk).resolve() for path, stat in survey.by_path.items() if path.lower().endswith(SUFFIXES)}
    strange = asked - set(files.values())
    if strange:
        raise Unfit(f"不是 content/ 里的明细文件：{scrub_path(min(strange).name)}")
    return frozenset(path for path, file in files.items() if not asked or file in asked)


def remarks(options: Options, board: Board, paths: Iterable[str]) -> Found:
    """Return what is to be said of these row files: the findings that stand today and that the flags leave in."""
    files = frozenset(paths)
    found: Found = {}
    for one in in_order(standing(board.diagnostics, board.today)):
        if one.span.path in files and wanted(one.slug, options.select, options.ignore):
            told = _told(one, options, board)
            here = found.setdefault(one.span.path, {}).setdefault(_place(one.span), []) if told else []
            here += [told] if told and told not in here else []
    return found


def _told(one: Diagnostic, options: Options, board: Board) -> Remark | None:
    shown = finding(one, board.catalogue, board.settings)
    return Remark(shown.severity, shown.title, shown.message, shown.help) if is_asked(shown, options, board) else None


def _place(span: Span) -> Place:
    """Return where to write: a cell of a workbook, a line of a text; what has no place of its own is said of the file."""
    if span.cell:
        return Place(span.cell.rpartition("!")[0], span.line, span.column)
    whole = (span.line, span.column) == (1, 1) and span.end <= span.start
    return Place() if whole or not span.path.lower().endswith(_TEXTS) else Place("", span.line, span.column)


def _returned(content: Path, into: Path, stat: Stat, told: dict[Place, list[Remark]]) -> bool:
    """Write one copy and say so; False (and why) where it cannot be marked."""
    shown = one_line(scrub_path(stat.path))
    try:
        data = (content / stat.disk).read_bytes()
        made = texts.marked(data, stat.path, told) if stat.path.lower().endswith(_TEXTS) else book.marked(data, told)
    except OSError:
        made, why = None, "打不开"
    except book.Unmarkable as fault:
        made, why = None, str(fault)
    else:
        why = "读不出文字"
    if made is None:
        sys.stderr.write(f"{shown}：写不进批注（{why}），没有做。问题见 {typed('check')}。\n")
        return False
    write_whole(into / stat.disk, made)
    sys.stdout.write(f"{shown} → {into / scrub_path(stat.disk)}：{sum(map(len, told.values()))} 条意见\n")
    return True
