from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from disclosure.building import history
from disclosure.building.history import look
from disclosure.options import Unfit
from tests.basis.invented import id_card
from tests.reading.test_papers import book

NUMBER = id_card("500113", date(1961, 3, 5), "012")
PHONE = "138" + "00138123"


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words], cwd=root, check=True, capture_output=True)


def commit(root: Path, message: str, **files: str | bytes) -> None:
    for name, text in files.items():
        path = root / "content" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    git(root, "add", "-A")
    git(root, "commit", "-qm", message, "--allow-empty")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "一", 村__甲_yaml="标题: 好\n")
    return tmp_path


def test_numbers_that_are_gone_by_now_are_found_where_they_came_in(repository: Path) -> None:
    commit(repository, "二", 村__甲_yaml=f"标题: 好\n# 备忘 {NUMBER}\n", 村__行_csv="户主,存折号\n王甲一,201234567890\n", 村__书_xlsx=book(spots=("cell",)))
    commit(repository, "三", 村__甲_yaml=f"标题: 新\n\n# 备忘 {NUMBER}\n")
    (repository / "content/村/书.xlsx").unlink()
    commit(repository, "四", 村__甲_yaml="标题: 好\n", 村__行_csv="户主\n")
    looked = look(repository / "content")
    assert {(one.path, one.line, one.kind, one.cell) for one in looked.traces} == {
        ("content/村/甲.yaml", 2, "id_card", ""),
        ("content/村/行.csv", 2, "account", ""),
        ("content/村/书.xlsx", 2, "phone", "B2"),
    }
    assert NUMBER not in str(looked)
    assert PHONE not in str(looked)
    assert (looked.stopped, looked.left_out) == (False, 0)


def test_words_of_commits_other_branches_and_names_of_files_are_read(repository: Path) -> None:
    git(repository, "checkout", "-qb", "旁支")
    commit(repository, f"给王甲一 {PHONE}", **{f"村__{NUMBER}_yaml": "标题: 好\n"})
    git(repository, "checkout", "-q", "-")
    looked = look(repository / "content")
    assert {(one.path != "", one.kind) for one in looked.traces} == {(False, "phone"), (True, "id_card")}
    assert NUMBER not in str(looked)


def test_office_lines_may_stand(repository: Path) -> None:
    commit(repository, "二", 村__甲_yaml=f"监督电话: {PHONE}\n")
    assert look(repository / "content").traces == ()


def test_time_and_size_are_bounded_and_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LARGEST", 15)
    commit(repository, "二", 村__甲_yaml=f"# {NUMBER}\n", 村__乙_yaml="a: 1\n")
    looked = look(repository / "content")
    assert (looked.left_out, looked.traces) == (1, ())
    assert look(repository / "content", longest=-1).stopped


def test_where_there_is_nothing_to_look_through_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Unfit, match="不在 git 仓库里"):
        look(tmp_path)
    git(tmp_path, "init", "-q")
    with pytest.raises(Unfit, match="还没有提交"):
        look(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unfit, match="没有装 git"):
        look(tmp_path)
