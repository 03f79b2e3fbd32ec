"""The rooms of the house and the direction of their doors (docs/decisions/001-rooms.md)."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400

COMMON = {"__version__", "errors", "files", "i18n", "khmer", "paths"}
BELOW_WINDOW = {"models", "db", "paper", "exchange", "sync"}
MAY_USE = {
    "errors": set(),
    "khmer": {"paths"},
    "paths": set(),
    "files": {"errors", "i18n"},
    "i18n": {"paths"},
    "models": COMMON,
    "db": COMMON | {"models"},
    "paper": COMMON | {"models", "db"},
    "exchange": COMMON | {"models", "db"},
    "sync": COMMON | {"models", "db"},
    "ui": COMMON | BELOW_WINDOW,
}
DOORS = {"__init__", "__main__", "app", "cli", "demo"}  # they open every room


@dataclass(frozen=True)
class Import:
    """One import statement: where it stands, and the module it names."""

    file: Path
    line: int
    module: str
    inside_function: bool

    @property
    def here(self) -> tuple[str, ...]:
        """Where it stands, as the parts of a module's name below cspdesk."""
        return self.file.relative_to(ROOT / "cspdesk").with_suffix("").parts

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


@functools.cache
def modules() -> dict[Path, ast.Module]:
    """Return every module of cspdesk, parsed."""
    files = sorted((ROOT / "cspdesk").rglob("*.py"))
    return {file: ast.parse(file.read_text("utf-8")) for file in files}


@functools.cache
def imports() -> tuple[Import, ...]:
    return tuple(_imports())


def _imports() -> Iterator[Import]:
    for file, tree in modules().items():
        inside = {
            child
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
            for child in ast.walk(function)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{file}:{node.lineno}: say the whole name of the module"
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            else:
                continue
            for name in names:
                yield Import(file, node.lineno, name, node in inside)


def offenders(*packages: str) -> list[Import]:
    """Return the imports of any of ``packages``."""
    return [found for found in imports() if found.module.split(".")[0] in packages]


def test_every_module_stands_in_a_known_room() -> None:
    rooms = {file.relative_to(ROOT / "cspdesk").with_suffix("").parts[0] for file in modules()}
    assert rooms <= MAY_USE.keys() | DOORS


@pytest.mark.parametrize("room", MAY_USE)
def test_rooms_are_used_in_one_direction(room: str) -> None:
    used = [
        found
        for found in imports()
        if found.here[0] == room
        and found.module.startswith("cspdesk.")
        and found.module.split(".")[1] not in MAY_USE[room] | {room}
    ]
    assert not [str(found) for found in used]


def test_qt_stays_in_the_window() -> None:
    """The doors that need no window load Qt only where they show one."""
    outside = [
        found
        for found in offenders("PySide6", "shiboken6")
        if found.here[0] not in {"ui", "app"}
        and not (found.here[0] in {"cli", "demo"} and found.inside_function)
    ]
    assert not [str(found) for found in outside]


def test_sql_stays_in_the_store() -> None:
    sql = offenders("sqlite3", "sqlcipher3", "sqlite_utils")
    assert not [str(found) for found in sql if found.here[0] != "db"]
    asked = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in modules().items()
        if not file.is_relative_to(ROOT / "cspdesk" / "db")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"rows", "execute"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "store"
    ]
    assert not asked


def test_reportlab_stays_in_the_pdf_renderer() -> None:
    reportlab = offenders("reportlab")
    assert not [str(found) for found in reportlab if found.here[:2] != ("paper", "pdf")]


def test_nobody_pumps_the_event_loop() -> None:
    pumps = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]
    assert not pumps


def test_files_stay_short_enough_to_read() -> None:
    folders = ("cspdesk", "tests", "tools", "benchmarks")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    lengths = {str(f.relative_to(ROOT)): len(f.read_text("utf-8").splitlines()) for f in files}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}
