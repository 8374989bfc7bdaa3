"""One run from lock to last line: what is kept from the last one, what is published, what is said and remembered."""

from __future__ import annotations

import gc
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from typing import TypeVar

from disclosure.basis.coverage import Coverage
from disclosure.basis.digest import sha256
from disclosure.board import load
from disclosure.building import lock
from disclosure.building import noop
from disclosure.building import state
from disclosure.building.asked import place_asked
from disclosure.building.asked import refuse_channels
from disclosure.building.asked import refuse_missing
from disclosure.building.asked import refuse_unknown
from disclosure.building.manifest import Record
from disclosure.building.manifest import manifest
from disclosure.building.plain import from_plain
from disclosure.building.plain import to_plain
from disclosure.building.publish import publish
from disclosure.building.publish import recover
from disclosure.building.task import NOTHING_KNOWN
from disclosure.building.task import PlaceResult
from disclosure.building.task import Task
from disclosure.building.workers import processors
from disclosure.channels import poster
from disclosure.channels.printing.coverage import installed
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from disclosure.theming.theme import theme_span

CHANNELS = ("page", "poster", "table", "data", "feed")
Result = TypeVar("Result")


class Run:
    """A build or check in progress; ``with`` takes the lock, rolls a killed run forward and removes the stage."""

    def __init__(self, options: Options, *, render: bool = True) -> None:
        refuse_missing(content_folder(options.root))
        refuse_channels(options.channels, CHANNELS)
        self.options = options
        self.render = render
        self.kept: dict[str, PlaceResult] = {}
        self.jobs = options.jobs or processors()
        self._folder = state.state_folder(options.output) if render else options.output / state.FOLDER
        self._stage = self._folder / f"stage-{os.getpid()}"
        self._made_ns = time.time_ns()
        self._last_ns = 0
        self._keys: dict[str, str] = {}
        self._inputs: dict[str, state.Stat] = {}
        self._saved: dict[str, Any] = {}
        self._results: dict[str, PlaceResult] = {}
        self._records: tuple[Record, ...] = ()
        self._lock = lock.Lock(self._folder / "lock")
        self._thresholds = gc.get_threshold()

    def __enter__(self) -> Run:
        gc.set_threshold(200_000, 20, 100)  # few cycles are made here, and looking for them often takes a tenth of the time
        if self.render:
            self._take_lock()
            for tree in noop.outputs(self.options):
                recover(tree, self._folder)
            self._clear_stages()
        return self

    def __exit__(self, *_: object) -> None:
        gc.set_threshold(*self._thresholds)
        if self.render:
            self._clear_stages()
            self._lock.free()

    def _clear_stages(self) -> None:
        """Remove what this run and killed ones before it had staged."""
        for old in self._folder.glob("stage-*"):
            shutil.rmtree(old, ignore_errors=True)

    def _take_lock(self) -> None:
        try:
            self._lock.take()
        except lock.Busy:
            raise Unfit("这里正有另一次构建，等它结束再来。") from None

    def timed(self, name: str, stage: Callable[[], Result]) -> Result:
        """Run one stage and say on stderr how long it took."""
        began = time.perf_counter()
        result = stage()
        if not self.options.quiet:
            sys.stderr.write(f"{name} {time.perf_counter() - began:.2f} 秒\n")
        return result

    def counted(self, results: Iterable[PlaceResult], task: Task, todo: Sequence[str]) -> Iterator[PlaceResult]:
        """Yield results as they come, saying how far the work is: first that posters take their time, then on a terminal a count."""
        shown, count = self.render and not self.options.quiet, len(todo)
        if shown and count and "poster" in task.channels:
            sys.stderr.write(f"{self._printed(task, todo)}；海报多的时候要几分钟。只想先看网页：--channels page,table,data\n")
        for done, result in enumerate(results, 1):
            if shown and count > 1 and sys.stderr.isatty():
                sys.stderr.write(f"\r做好 {done} / {count} 个地方" + ("\n" if done == count else ""))
            yield result

    def _printed(self, task: Task, todo: Sequence[str]) -> str:
        """Return how many places are made, and of how many posters, where only some were asked for."""
        if not noop.is_partial(self.options):
            return f"{len(todo)} 个地方要做，连同海报"
        asked = sum(place_asked(self.options, place, task.survey.places) for place in todo)
        return f"要看 {len(todo)} 个地方，只给其中 {asked} 个排海报，而且只排筛选出来的"

    def survey(self) -> Task:
        """Return what every worker is given: the survey of content/, the day, the theme, what is published already."""
        self._inputs = state.snapshot(noop.inputs(self.options)) if self.render else {}
        survey = load.survey(content_folder(self.options.root))
        refuse_unknown(self.options, survey.places, survey.catalogue)
        roots = theme_roots(self.options.root, survey.root)
        site = survey.sources.get(survey.settings.span.path)
        theme, found = load_theme(survey.settings.theme or "default", roots, theme_span(site.text, site.path) if site else None)
        survey = replace(survey, diagnostics=(*survey.diagnostics, *found))
        return Task(
            options=self.options,
            survey=survey,
            today=today_of(self.options, survey.settings.as_of),
            fixed=survey.settings.as_of is not None and noop.day_asked(self.options).startswith("clock "),
            theme=replace(theme, compiled=self._templates()),
            stage=self._stage,
            channels=self._channels() if self.render else (),
            secret=self._secret() if self.render else secrets.token_bytes(32),
            known=self._known(),
            fonts=str(self._folder / "fonts"),
            coverage=self._coverage(),
            program=sha256(repr(self._program()).encode()),
            render=self.render,
        )

    def todo(self, task: Task) -> list[str]:
        """Return the places to be made anew; the results of the others stand in ``kept``."""
        base = sha256(repr(self._base(task)).encode())
        self._keys = {place: sha256(repr((base, files_of(task, place))).encode()) for place in task.survey.places}
        if self.render and not self.options.no_cache:
            self._keep(task)
        return [place for place in sorted(task.survey.places) if place not in self.kept]

    def publish(self, results: Iterable[PlaceResult], index: Iterable[Record]) -> None:
        """Put what was staged in place of what was there, tree by tree."""
        self._records = tuple(index)
        records = [record for result in results for record in result.records] + list(self._records)
        for tree in noop.outputs(self.options):
            mine = {record.path: record for record in records if record.tree == tree.name}
            staged = self._stage / tree.name
            kept = [path for path in mine if not (staged / path).is_file()]
            publish(tree, staged, kept, manifest(mine.values()), state=self._folder)

    def remember(self, results: Iterable[PlaceResult], exit_code: int, last_line: str) -> None:
        """Save what the next build may leave alone; of a partial one only which files it published."""
        partial = noop.is_partial(self.options)
        keys = {place: "" if partial and place not in self.kept else key for place, key in self._keys.items()}
        plain = {place: self._saved[place][1] for place in self.kept}
        places = {one.place: (keys[one.place], plain.get(one.place) or to_plain(one)) for one in results}
        state.save(self._folder, "places", (places, to_plain(self._records)))
        outputs = state.snapshot(noop.outputs(self.options))
        key, day = "" if partial else noop.key(self.options), noop.day_asked(self.options)
        last = state.State(key, day, self._made_ns, state.digest(self._inputs), outputs, exit_code, last_line)
        state.save(self._folder, "state", tuple(last))

    def write_findings(self, text: str, records: str) -> None:
        """Leave the findings where the preview shows them, as text and as records."""
        (self._folder / "findings.txt").write_text(text, "utf-8")
        (self._folder / state.FINDINGS).write_text(records, "utf-8")

    def _channels(self) -> tuple[str, ...]:
        asked = self.options.channels or CHANNELS
        if "poster" in asked and (reason := poster.available()):
            sys.stderr.write(f"这次不做海报：{reason}\n")
            asked = tuple(name for name in asked if name != "poster")
        return tuple(asked)

    def _templates(self) -> str:
        """Return the folder where compiled templates are kept, '' when nothing is."""
        if self.options.no_cache or not self.render:
            return ""
        folder = self._folder / "templates"
        folder.mkdir(exist_ok=True)
        return os.fspath(folder)

    def _coverage(self) -> Coverage:
        """Return what this machine's fonts can print, where posters are made or checked for."""
        asked = self.options.channels or CHANNELS
        return installed() if "poster" in asked else NOTHING_KNOWN

    def _secret(self) -> bytes:
        path = self._folder / "secret"
        with suppress(OSError):
            return path.read_bytes()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secret := secrets.token_bytes(32))
        return secret

    def _last(self) -> tuple[dict[str, Any], tuple[Record, ...]]:
        saved = state.load(self._folder, "places")
        if saved is None or self.options.no_cache or not self.render:
            return {}, ()
        with suppress(KeyError, ValueError, TypeError):
            return saved[0], from_plain(saved[1])
        return {}, ()

    def _known(self) -> dict[tuple[str, str], Record]:
        """Return the published files that are still as the last build left them."""
        self._saved, index = self._last()
        value = state.load(self._folder, "state") if self._saved else None
        if value is None:
            return {}
        last = state.State(*value)
        was, now, self._last_ns = last.outputs, state.snapshot(noop.outputs(self.options)), last.made_ns
        self._results = {place: from_plain(plain) for place, (_, plain) in self._saved.items()}
        records = [record for result in self._results.values() for record in result.records] + list(index)
        root = self.options.output
        paths = {(one.tree, one.path): os.fspath(root / one.tree / one.path) for one in records}
        whole = {key for key, path in paths.items() if path in now and was.get(path) == now[path]}
        return {(record.tree, record.path): record for record in records if (record.tree, record.path) in whole}

    def _keep(self, task: Task) -> None:
        """Keep the results of places whose files, law, theme and day are as they were, and whose artifacts are whole."""
        for place, (key, _) in self._saved.items():
            result = self._results.get(place) if task.known else None
            if result is None or self._keys.get(place) != key or not holds_on(result, task.today):
                continue
            young = any(stat.mtime_ns >= self._last_ns for stat in files_of(task, place))
            whole = all((record.tree, record.path) in task.known for record in result.records)
            if whole and not young:
                self.kept[place] = result

    def _base(self, task: Task) -> object:
        """Return what every place depends on: the program, the catalogue, site.yaml and all place.yaml."""
        return noop.key(self.options), task.program, task.survey.config, task.channels, task.theme.digest, task.coverage

    def _program(self) -> list[tuple[str, state.Stat]]:
        """Return what is known of the program's files and the themes."""
        content = os.fspath(content_folder(self.options.root)) + os.sep
        return sorted((path, stat) for path, stat in self._inputs.items() if not path.startswith(content))


def files_of(task: Task, place: str) -> tuple[load.Stat, ...]:
    """Return the files a place's result comes from: its own and those of the places it succeeds."""
    files = task.survey.files
    return (*files[place], *(stat for old in task.survey.places[place].succeeds for stat in files.get(old, ())))


def holds_on(result: PlaceResult, today: date) -> bool:
    """Tell whether a result is as true today as on the day it was made for."""
    begun = result.seen_from is None or result.seen_from <= today
    return begun and (result.seen_until is None or today < result.seen_until)


def content_folder(root: Path) -> Path:
    """Return the folder of content: content/ below ``root``, or ``root`` itself when it holds site.yaml."""
    if not (root / "content").is_dir() and (root / "site.yaml").is_file():
        return root
    return root / "content"


def today_of(options: Options, as_of: date | None) -> date:
    """Return the day of this run: --today, SOURCE_DATE_EPOCH, 截止 of site.yaml, else the clock's."""
    asked = noop.day_asked(options)
    if not asked.startswith("clock "):
        return date.fromisoformat(asked)
    return as_of or date.fromisoformat(asked.removeprefix("clock "))
