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
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    work: Callable[[Job], Result], jobs: Sequence[Job], count: int, executor: Executor | None = None
) -> Iterator[Result]:
    """Yield ``work(job)`` for every job in the order of the jobs, over ``count`` processes (1: in this one).

    ``work`` must be importable by name, jobs and results plain data. An ``executor`` given from outside (a
    cluster's) is used as it is.
    """
    if executor is not None:
        yield from executor.map(work, jobs)
    elif count <= 1 or len(jobs) <= 1:
        yield from map(work, jobs)
    else:
        with ProcessPoolExecutor(min(count, len(jobs)), mp_context=_context()) as pool:
            yield from pool.map(work, jobs, chunksize=max(1, len(jobs) // (count * 8)))


def _context() -> multiprocessing.context.BaseContext:
    # A fork shares what is already imported (0.3 s a worker), but is unsafe beside threads such as serve's.
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")
