"""Who does the work: this process, or several; one seam, so that a cluster's executor fits as well."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from concurrent.futures import Executor
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any
from typing import TypeVar

Shared = TypeVar("Shared")
Job = TypeVar("Job")
Result = TypeVar("Result")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    work: Callable[[Shared, Job], Result],
    shared: Shared,
    jobs: Sequence[Job],
    count: int,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """Yield ``work(shared, job)`` for every job in the order of the jobs, over ``count`` processes (1: in this one).

    ``work`` must be importable by name; jobs and results are plain data. ``shared`` reaches each process once. An
    ``executor`` given from outside (a cluster's) is used as it is.
    """
    if executor is not None:
        yield from executor.map(partial(work, shared), jobs)
    elif count <= 1 or len(jobs) <= 1:
        yield from map(partial(work, shared), jobs)
    else:
        size = max(1, len(jobs) // (count * 8))
        with ProcessPoolExecutor(min(count, len(jobs)), _context(), _adopt, (work, shared)) as pool:
            yield from pool.map(_call, jobs, chunksize=size)


_ADOPTED: list[Callable[[Any], Any]] = []
"""In a worker process: the work with what all jobs share; set once when the process starts."""


def _adopt(work: Callable[[Any, Any], Any], shared: Any) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _ADOPTED[:] = [partial(work, shared)]


def _end_with_parent() -> None:
    """End this process as soon as the one that started it was killed: an orphan would wait for good and hold the lock."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(job: Any) -> Any:
    return _ADOPTED[0](job)


def _context() -> multiprocessing.context.BaseContext:
    # A fork shares what is already imported (0.3 s a worker), but is unsafe beside threads such as serve's.
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")
