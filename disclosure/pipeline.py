"""The whole on one screen: read → check → show → render each place, join them, render what joins them, publish.

Every stage is a plain function. Work is cut by place: ``make`` takes one place from its files to its artifacts and can
run in any process; what depends on today (duties, home, missing items) is told afterwards, from briefs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from disclosure.basis.diagnostic import Diagnostic
from disclosure.board.duties import duties
from disclosure.board.load import load_shelf
from disclosure.board.model import Board
from disclosure.building import filings
from disclosure.building import site
from disclosure.building import workers
from disclosure.building.answer import answer
from disclosure.building.revision import content_at
from disclosure.building.run import Run
from disclosure.building.run import content_folder
from disclosure.building.task import PlaceResult
from disclosure.building.task import Task
from disclosure.options import Options
from disclosure.rules.engine import check_board
from disclosure.rules.engine import check_shelf
from disclosure.rules.engine import check_survey
from disclosure.rules.engine import held


def build(options: Options) -> int:
    """Make site/ and print/; returns 0, or 1 when artifacts failed or were held back."""
    with Run(options) as run:
        task = run.timed("读目录", run.survey)
        results = run.timed("逐村检查、制作", lambda: gather(run, task))
        board = run.timed("汇总应公开项", lambda: join(task, results))
        index = run.timed("首页和缺项页", lambda: site.render(task, board, results))
        run.timed("发布", lambda: run.publish(results, index))
        code, last_line = answer(options, board, results, building=True, keep=run.write_findings)
        run.remember(results, code, last_line)
        return code


def check(options: Options) -> int:
    """Report every finding; returns 0, or 1 when one is at or above the fail level."""
    with Run(options, render=False) as run:
        task = run.survey()
        results = gather(run, task)
        board = join(task, results)
        known = before(options, board.today) if options.diff else ()
        return answer(options, board, results, known=known)[0]


def before(options: Options, today: date) -> tuple[Diagnostic, ...]:
    """Return what was wrong on the same day with the content of an earlier revision: ``check --diff``."""
    with content_at(content_folder(options.root), options.diff) as root, Run(replace(options, root=root, output=root, today=today), render=False) as run:
        task = run.survey()
        return join(task, gather(run, task)).diagnostics


def gather(run: Run, task: Task) -> tuple[PlaceResult, ...]:
    """Return the result of every place: kept ones as they were, the others made anew over all processors."""
    todo = run.todo(task)
    fresh = {result.place: result for result in run.counted(workers.run(make, task, todo, run.jobs), task, todo)}
    return tuple(run.kept.get(place) or fresh[place] for place in sorted(task.survey.places))


def make(task: Task, place: str) -> PlaceResult:
    """Take one place from its files to its artifacts; a filing in which a person's number stands is held back whole."""
    loaded = load_shelf(task.survey, place, task.today)
    shelf = replace(loaded.shelf, coverage=task.coverage)
    diagnostics = check_shelf(shelf, loaded.diagnostics, loaded.sources)
    if task.render:
        briefs, records, printing = filings.show(task, place, shelf, held(diagnostics))
    else:
        briefs, records, printing = filings.briefs(task, place, shelf, held(diagnostics)), (), ()
    days = [brief_day for brief in briefs if (brief_day := filings.first_day(brief))]
    return PlaceResult(
        place, briefs, (*diagnostics, *printing), records, loaded.rows, max(days, default=None), loaded.arrives
    )


def join(task: Task, results: tuple[PlaceResult, ...]) -> Board:
    """Cross what every place filed with what the law and the calendar ask of it today."""
    survey = task.survey
    briefs = tuple(brief for result in results for brief in result.briefs)
    due = duties(survey.settings, survey.catalogue, survey.places, briefs, task.today)
    at_large = check_survey(survey.diagnostics, survey.places, survey.settings, survey.catalogue, survey.sources)
    found = (*at_large, *(one for result in results for one in result.diagnostics))
    board = Board(survey.settings, survey.catalogue, survey.places, briefs, due, found, task.today, task.fixed)
    return board.with_findings(check_board(board))
