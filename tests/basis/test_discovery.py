from __future__ import annotations

from pathlib import Path

import disclosure
from disclosure.basis.discovery import modules_in
from disclosure.basis.discovery import packages_in
from disclosure.basis.discovery import resource_folder
from disclosure.basis.discovery import resources


def test_modules_are_sorted_and_the_same_by_name_or_module() -> None:
    names = [module.__name__ for module in modules_in("disclosure.basis")]
    assert names == sorted(names)
    assert "disclosure.basis.period" in names
    assert modules_in(packages_in(disclosure)[0]) == modules_in(packages_in("disclosure")[0])


def test_packages() -> None:
    names = [package.__name__ for package in packages_in(disclosure)]
    assert names == sorted(names)
    assert "disclosure.basis" in names


def test_shipped_folders_lie_inside_or_beside_the_package() -> None:
    home = Path(disclosure.__file__).parent
    assert resource_folder("catalogue", "categories") == home / "catalogue" / "categories"
    assert resource_folder("no such folder") == home.parent / "no such folder"


def test_resources_are_sorted_files(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.txt", "deep/0.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in resources(tmp_path, ".yaml")] == [
        "a.yaml",
        "b.yaml",
        "deep/0.yaml",
    ]
