"""What an earlier commit held is laid out as it was; where git cannot tell, one sentence says why."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.diagnostic import Subject
from disclosure.basis.span import Span
from disclosure.building.answer import new_since
from disclosure.building.revision import content_at
from disclosure.cli import main
from disclosure.options import Unfit

SITE = "格式: 1\n名称: 青禾镇\n起: 2026-07-01\n"
PLACE = "名称: 石桥村\n级别: village\nslug: shiqiao\n"
NOTICE = "类别: 其他公示\n期间: 2026-08\n上栏日期: 2026-08-06\n公开日期: 2026-08-06\n标题: 停水\n正文: 检修。\n"


def git(folder: Path, *words: str) -> None:
    person = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *person, *words], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "仓库" / "里面"
    (root / "content/石桥村").mkdir(parents=True)
    (root / "content/site.yaml").write_text(SITE, "utf-8")
    (root / "content/石桥村/place.yaml").write_text(PLACE, "utf-8")
    (root / "content/石桥村/停水.yaml").write_text(NOTICE.replace("08-06\n标", "08-06\n陌生: 甲\n标"), "utf-8")
    git(tmp_path / "仓库", "init", "-q")
    git(tmp_path / "仓库", "add", "-A")
    git(tmp_path / "仓库", "commit", "-qm", "一")
    return root


def test_files_are_as_they_were(project: Path) -> None:
    (project / "content/石桥村/停水.yaml").write_text("别的\n", "utf-8")
    (project / "content/石桥村/新的.yaml").write_text("新\n", "utf-8")
    with content_at(project / "content", "HEAD") as root:
        files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yaml")}
    assert files.keys() == {"content/site.yaml", "content/石桥村/place.yaml", "content/石桥村/停水.yaml"}
    assert files["content/site.yaml"] == SITE
    assert "陌生" in files["content/石桥村/停水.yaml"]
    assert not root.exists()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-", "HEAD~7", "HEAD:content"])
def test_no_such_revision(project: Path, revision: str) -> None:
    with pytest.raises(Unfit, match="没有「"), content_at(project / "content", revision):
        pass


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="不在 git 仓库里"), content_at(tmp_path, "HEAD"):
        pass


def test_no_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unfit, match="没有装 git"), content_at(project / "content", "HEAD"):
        pass


def test_only_new_findings_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["check", "-C", str(project), "-j", "1", "--ignore", "DUE", "--output-format", "concise", "--diff", "HEAD"]
    assert main(asked) == 0
    assert "unknown-key" not in capsys.readouterr().out
    file = project / "content/石桥村/停水.yaml"
    file.write_text("# 一行\n" + file.read_text("utf-8") + "另一: 乙\n", "utf-8")
    main(asked)
    told = [line for line in capsys.readouterr().out.splitlines() if "unknown-key" in line]
    assert len(told) == 1
    assert "另一" in told[0]


def late(line: int, row: str = "", days: int = 3) -> Diagnostic:
    return Diagnostic("late-filing", Span("a.yaml", line), {"days": days}, subject=Subject(filing_id="a", row=row))


def test_one_that_was_there_once_excuses_one() -> None:
    assert list(new_since([late(1)], [late(5), late(6)])) == [late(6)]
    assert list(new_since([late(1)], [late(5, days=4)])) == [late(5, days=4)]
    assert not list(new_since([late(1), late(2)], [late(9)]))
