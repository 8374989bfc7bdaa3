from __future__ import annotations

from pathlib import Path

import pytest

from disclosure import cli
from disclosure.rules.registry import all_rules
from tests.rules.desk import PLACE
from tests.rules.desk import SITE


def listed(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    assert cli.main(["list", *words, "-C", str(root)]) == 0
    return capsys.readouterr().out


def test_categories_and_their_columns(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "fin.ledger" in listed(capsys, tmp_path, "categories")
    columns = listed(capsys, tmp_path, "categories", "--columns", "--category", "fin.ledger")
    assert "凭证号" in columns
    assert "subs.arable" not in columns


def test_laws_profiles_and_rules(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "村组法2025/35" in listed(capsys, tmp_path, "laws")
    assert "重庆" in listed(capsys, tmp_path, "profiles")
    rules = listed(capsys, tmp_path, "rules")
    assert len(rules.splitlines()) == len(all_rules())


def test_duties_of_a_township(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name, text in {"site.yaml": SITE.replace("2099", "2026"), "石桥村/place.yaml": PLACE}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    duties = listed(capsys, tmp_path, "duties")
    assert "财务收支明细" in duties
    assert "未公开" in duties
    assert listed(capsys, tmp_path, "duties", "--place", "石桥村") == duties
    assert cli.main(["list", "duties", "--place", "elsewhere", "-C", str(tmp_path)]) == 2
    assert "没有这样的地方" in capsys.readouterr().err


def test_what_can_be_listed_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["list", "-C", str(tmp_path)]) == 2
    assert cli.main(["list", "villages", "-C", str(tmp_path)]) == 2
    assert "categories、laws、profiles、rules、duties" in capsys.readouterr().err
