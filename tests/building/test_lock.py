"""Two builds never work in one folder at the same time."""

import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.building import lock

pytestmark = pytest.mark.skipif(lock.fcntl is None, reason="no advisory locks here")

_HOLD = """
import sys, time
from pathlib import Path
from disclosure.building.lock import Lock
Lock(Path(sys.argv[1])).take()
print("held", flush=True)
time.sleep(30)
"""


def test_a_second_build_is_told_and_a_dead_one_does_not_block(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", _HOLD, str(tmp_path / "lock")], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    with holder:
        holder.stdout.readline()
        with pytest.raises(lock.Busy):
            lock.Lock(tmp_path / "lock").take()
        holder.kill()
    again = lock.Lock(tmp_path / "lock")
    again.take()
    again.free()
