from __future__ import annotations

import json
from datetime import date

from disclosure.building.history import Looked
from disclosure.building.history import Trace
from disclosure.commands.history import as_findings
from disclosure.commands.history import as_json
from disclosure.commands.history import as_text
from disclosure.reporting.report import Report
from disclosure.reporting.report import formats

TRACE = Trace("0123456789abcdef", "2026-03-05", "石桥村/名单.yaml", 12, "id_card", "●" * 18)


def test_each_trace_is_a_line_and_cleaning_up_is_one_plain_sentence() -> None:
    said = as_text(Looked((TRACE, TRACE._replace(path="", kind="phone")), 3, 9, 1, stopped=True, shallow=True))
    assert "0123456789 2026-03-05 石桥村/名单.yaml:12 身份证号 ●●" in said
    assert "提交说明 个人手机号" in said
    assert "git filter-repo" in said
    assert all(words in said for words in ("没有查完", "最近的几次提交", "太大", "3 次提交、9 个文件版本"))


def test_nothing_found_is_said_too_and_long_lists_are_cut() -> None:
    assert as_text(Looked((), 1, 1, 0, stopped=False, shallow=False)).startswith("历史版本里没有发现个人号码。")
    many = Looked((TRACE,) * 60, 1, 1, 0, stopped=False, shallow=False)
    assert "还有 10 处" in as_text(many)
    assert "还有" not in as_text(many, everything=True)


def test_json_tells_whether_all_was_seen() -> None:
    read = json.loads(as_json(Looked((TRACE,), 1, 2, 0, stopped=False, shallow=True)))
    assert (read["history"][0]["line"], read["complete"], read["versions"]) == (12, False, 2)


def test_machines_get_findings_at_their_places() -> None:
    looked = Looked((TRACE, TRACE._replace(path="", line=0, kind="phone")), 3, 9, 0, stopped=False, shallow=False)
    found = as_findings(looked)
    assert [(one.slug, one.path, one.line) for one in found] == [("id-card-exposed", "石桥村/名单.yaml", 12), ("phone-exposed", "", 1)]
    assert all("提交 0123456789，2026-03-05" in one.message and "git filter-repo" in one.help for one in found)
    sarif = json.loads(formats()["sarif"](Report(date(2026, 11, 20), findings=found)))
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["PRV001", "PRV003"]
    assert formats()["github"](Report(date(2026, 11, 20), findings=found)).count("::error") == 2
