"""Finding what a folder holds: the modules of a package (one rule, one channel a file) and the data that ships with us."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parent.parent


def modules_in(package: str | ModuleType) -> list[ModuleType]:
    """Return every public module directly inside ``package`` (a module or its dotted name), imported, sorted by name."""
    home = importlib.import_module(package) if isinstance(package, str) else package
    names = sorted(
        entry.name
        for entry in pkgutil.iter_modules(home.__path__)
        if not entry.ispkg and not entry.name.startswith("_")
    )
    return [importlib.import_module(f"{home.__name__}.{name}") for name in names]


def packages_in(package: str | ModuleType) -> list[ModuleType]:
    """Return every package directly inside ``package``, imported, sorted by name."""
    home = importlib.import_module(package) if isinstance(package, str) else package
    names = sorted(entry.name for entry in pkgutil.iter_modules(home.__path__) if entry.ispkg)
    return [importlib.import_module(f"{home.__name__}.{name}") for name in names]


def resource_folder(*parts: str) -> Path:
    """Return a folder of shipped data: inside the package (as installed), else beside it (themes/ in a checkout)."""
    inside = PACKAGE.joinpath(*parts)
    return inside if inside.is_dir() else PACKAGE.parent.joinpath(*parts)


def resources(folder: Path, suffix: str) -> list[Path]:
    """Return the files in ``folder`` and below that end in ``suffix``, sorted by their path."""
    return sorted(path for path in folder.rglob(f"*{suffix}") if path.is_file())
