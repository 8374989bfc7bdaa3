from __future__ import annotations

from dataclasses import replace

import pytest

from disclosure.commands import flags
from disclosure.reporting.report import at_least
from disclosure.reporting.report import formats
from disclosure.reporting.report import last_line
from tests.reporting.made import CLOSING
from tests.reporting.made import LATE
from tests.reporting.made import report


def test_the_last_line_counts_what_was_looked_at() -> None:
    assert last_line(report(CLOSING, LATE)) == "检查 6 个地方、84 个公开件、2107 行：错误 1、警告 1"
    assert last_line(report()) == "检查 6 个地方、84 个公开件、2107 行：错误 0、警告 0"
    assert last_line(report(replace(LATE, severity="info"))).endswith("错误 0、警告 0、提示 1")


def test_every_format_is_named_after_its_file() -> None:
    assert tuple(sorted(formats())) == flags.formats() == ("concise", "github", "gitlab", "json", "sarif", "text")


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_renders_nothing_and_ends_its_line(name: str) -> None:
    assert formats()[name](report()).endswith("\n")
    assert formats()[name](report(CLOSING, LATE)).endswith("\n")


def test_the_fail_level() -> None:
    assert at_least((LATE,), "warning")
    assert not at_least((LATE,), "error")
    assert at_least((CLOSING,), "info")
    assert not at_least((), "info")
