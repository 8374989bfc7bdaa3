"""The wheel is whole: themes, catalogue and guide travel inside, and it works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=out, env=alone, check=True, capture_output=True)  # not from ROOT: there «build» is build.py
    return next(out.glob("*.whl"))


def test_it_carries_themes_catalogue_and_guide(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for wanted in (
        "disclosure/themes/default/base.html",
        "disclosure/themes/default/site.css",
        "disclosure/themes/default/poster.css",
        "disclosure/catalogue/categories/fin.ledger.yaml",
        "disclosure/catalogue/laws.yaml",
        "disclosure/catalogue/profiles/chongqing.yaml",
        "disclosure/guide/format.md",
        "disclosure/rules/finance/closing_balance_off.py",
    ):
        assert wanted in names


def test_it_checks_and_builds_from_elsewhere(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    project = tmp_path / "project"
    village = project / "content" / "白塘村"
    village.mkdir(parents=True)
    (project / "content" / "site.yaml").write_text("格式: 1\n标题: 试\n截止: 2026-11-21\n", "utf-8")
    (village / "place.yaml").write_text("名称: 白塘村\n级别: village\nslug: baitang\n监督电话: 0000-6123345\n", "utf-8")
    text = "类别: 意见建议及答复\n期间: 2026-Q3\n公开日期: 2026-10-09\n上栏日期: 2026-10-09\n收到件数: 0\n已答复件数: 0\n本期无: 没有\n"
    (village / "意见.yaml").write_text(text + "签字: {制表: 甲, 监委会审核: 乙, 负责人: 丙}\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(home)}
    for words in (["check"], ["build", "--channels", "page,table,data"]):
        command = [sys.executable, "-m", "disclosure", *words, "-C", str(project)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site" / "baitang" / "feedback" / "2026-Q3" / "index.html").is_file()
