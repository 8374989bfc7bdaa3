"""The compiled catalogue is the catalogue, and is read anew when anything it follows from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue import compiled
from disclosure.catalogue import load
from disclosure.catalogue.load import compile_shipped
from disclosure.catalogue.load import load_catalogue


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "catalogue.bin"
    monkeypatch.setattr(compiled, "_path", lambda: path)
    load._recalled.cache_clear()
    return path


def test_what_is_recalled_is_what_is_read(kept: Path) -> None:
    read = load_catalogue()
    kept.unlink(missing_ok=True)
    compile_shipped()
    assert kept.is_file()
    load._recalled.cache_clear()
    assert load_catalogue() == read


def test_a_local_file_may_extend_what_was_recalled(kept: Path, tmp_path: Path) -> None:
    compile_shipped()
    local = tmp_path / "catalogue"
    local.mkdir()
    (local / "fin.ledger.yaml").write_text("extends: fin.ledger\npurpose: 看账。\n", "utf-8")
    (local / "fee.yaml").write_text("id: fee\nname: 收费\nsubject: finance\npurpose: 收费。\n", "utf-8")
    catalogue, found = load_catalogue(local)
    assert not found
    assert catalogue.categories["fin.ledger"].purpose == "看账。"
    assert catalogue.categories["fin.ledger"].tables == load_catalogue()[0].categories["fin.ledger"].tables
    assert "fee" in catalogue.categories


def test_a_local_file_cannot_take_an_id_that_was_recalled(kept: Path, tmp_path: Path) -> None:
    compile_shipped()
    local = tmp_path / "catalogue"
    local.mkdir()
    (local / "x.yaml").write_text("id: fin.ledger\nname: 账\nsubject: finance\npurpose: 账。\n", "utf-8")
    assert [one.slug for one in load_catalogue(local)[1]] == ["category-redefined"]


def test_what_was_kept_for_another_program_is_not_believed(kept: Path) -> None:
    compile_shipped()
    assert compiled.recall(compiled.key()) is not None
    assert compiled.recall("other") is None


@pytest.mark.parametrize("data", [b"", b"\x80", b"cos\nsystem\n", b"not a pickle at all"])
def test_a_broken_file_is_as_none(kept: Path, data: bytes) -> None:
    kept.write_bytes(data)
    assert compiled.recall(compiled.key()) is None
    assert load_catalogue()[0].categories


def test_nothing_is_left_where_python_leaves_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    load_catalogue()
    assert not kept.exists()
