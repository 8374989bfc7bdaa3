"""Work comes back in the order of the jobs, whoever does it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from disclosure.building import workers


def add(shared: int, job: int) -> int:
    return shared + job


@pytest.mark.parametrize("count", [1, 2])
def test_results_stand_in_the_order_of_the_jobs(count: int) -> None:
    assert list(workers.run(add, 100, range(20), count)) == list(range(100, 120))


def test_an_executor_from_outside_is_used_as_it_is() -> None:
    with ThreadPoolExecutor(2) as cluster:
        assert list(workers.run(add, 1, range(5), 1, cluster)) == [1, 2, 3, 4, 5]
