"""The laws of the house: imports go down, no cycles, nothing hidden, floors 0 to 5 are pure and know no floats."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "disclosure"

FLOORS = {
    "basis": 0,
    "reading": 1,
    "catalogue": 2,
    "board": 3,
    "rules": 4,
    "views": 5,
    "theming": 6,
    "channels": 7,
    "reporting": 7,
    "building": 8,
    "pipeline": 9,
    "cli": 10,
    "commands": 10,
    "serve": 10,
    "doctor": 10,
    "__main__": 11,
}
EVERYWHERE = ("options", "__init__")
"""Records that any floor may use: what a command was asked to do."""

READERS = {"board/load.py", "catalogue/load.py", "catalogue/compiled.py", "basis/discovery.py"}
"""The only files of floors 0 to 5 that open anything."""

STARTERS = {"reading/pdftext.py"}
"""The only file of floors 0 to 5 that starts a process: a PDF is opened by one that may be killed."""

FLOATS = {
    "basis/text.py", "reading/ooxml.py", "reading/sheet.py", "reading/serialdate.py", "reading/workbooks.py", "reading/oldbook.py", "views/model.py", "views/charts.py"}
"""Where libraries or pictures bring floats: workbooks, widths of letters, lengths of bars."""

LONGEST_FUNCTION = 50
LONGEST_MODULE = 400
HEAVY = {"jinja2", "weasyprint", "markdown", "nh3", "watchdog", "xlsxwriter", "segno", "python_calamine", "fontTools", "chinese_calendar", "pypdfium2"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def top(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def own_imports(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.ImportFrom) and (child.module or "").startswith("disclosure"):
            yield child.module or ""
        elif isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names if alias.name.startswith("disclosure"))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in ast.walk(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_module_has_a_floor_and_imports_only_down(path: Path) -> None:
    if top(path) in EVERYWHERE:
        return
    here = FLOORS[top(path)]
    for imported in own_imports(tree(path)):
        parts = imported.split(".")
        if len(parts) > 1 and parts[1] not in EVERYWHERE:
            assert FLOORS[parts[1]] <= here, f"{name_of(path)} imports {imported} from a floor above"


def test_no_cycles() -> None:
    names = {f"disclosure.{name_of(path).removesuffix('.py').replace('/', '.')}".removesuffix(".__init__"): path for path in modules()}
    graph: dict[str, set[str]] = {}
    for name, path in names.items():
        typing_only = {
            imported
            for node in ast.walk(tree(path))
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
            for imported in own_imports(node)
        }
        graph[name] = {imported for imported in own_imports(tree(path)) if imported in names and imported != name} - typing_only
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for imported in sorted(graph[name]):
                visit(imported, (*trail, name))
            done.add(name)

    sys.setrecursionlimit(5000)
    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_own_import_hides_in_a_function(path: Path) -> None:
    for function in functions(tree(path)):
        assert not list(own_imports(function)), f"{name_of(path)}:{function.name}"


@pytest.mark.parametrize("path", [path for path in modules() if FLOORS.get(top(path), 9) <= 5], ids=name_of)
def test_floors_below_six_are_pure(path: Path) -> None:
    """They open no file, ask no clock and no environment, start no process, and hold no float."""
    text = tree(path)
    imported = {alias.name for node in ast.walk(text) if isinstance(node, ast.Import) for alias in node.names}
    assert name_of(path) in STARTERS or not imported & {"subprocess", "multiprocessing", "socket"}, name_of(path)
    if name_of(path) not in READERS:
        for node in ast.walk(text):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called != "open", f"{name_of(path)} opens a file"
                assert not called.endswith((".read_text", ".read_bytes", ".today", ".now", ".getenv")), f"{name_of(path)}: {called}"
            if isinstance(node, ast.Attribute):
                assert ast.unparse(node) != "os.environ", name_of(path)
    if name_of(path) not in FLOATS:
        for node in ast.walk(text):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), f"{name_of(path)}:{node.lineno} a float"
            assert not (isinstance(node, ast.Name) and node.id == "float"), f"{name_of(path)}:{node.lineno} float"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_outgrows_the_budget(path: Path) -> None:
    """Modules of at most 400 lines, functions of at most 50: a reader sees a whole at once."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE, name_of(path)
    for function in functions(ast.parse(text)):
        assert length(function) <= LONGEST_FUNCTION, f"{name_of(path)}:{function.name} has {length(function)} lines"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_public_names_say_what_they_are_for(path: Path) -> None:
    text = tree(path)
    assert ast.get_docstring(text), name_of(path)
    for node in text.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name_of(path)}:{node.name}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_heavy_libraries_load_only_when_needed(path: Path) -> None:
    """Start-up stays quick: nothing heavy is imported at the top of a module (markupsafe and yaml are light)."""
    for node in tree(path).body:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names] if isinstance(node, ast.Import) else []
        assert not {name.split(".")[0] for name in names} & HEAVY, f"{name_of(path)} imports {names}"


def test_nothing_names_a_machine_or_a_session() -> None:
    """What is committed reads the same everywhere: no path of one machine, no folder of working papers."""
    words = ("/" + "work/", "/" + "root/", ".." + "/shared", "." + "library")
    for path in [*modules(), *(ROOT / "tests").rglob("*.py"), ROOT / "build.py", *ROOT.glob("*.md")]:
        text = path.read_text("utf-8")
        assert not [word for word in words if word in text], path
