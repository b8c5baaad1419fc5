"""The import rules of the code, enforced: what a new file must fit into before it needs a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
MAX_LINES = 300
# Low to high: an import may only point to a line above. Names on one line are blind to each other.
LAYERS = """
    tracker.errors
    tracker.schema tracker.period tracker.figure tracker.languages tracker.audit
    tracker.vocabularies tracker.accounts
    tracker.tables tracker.choices
    tracker.store
    tracker.catalogue
    tracker.words
    tracker.bounds tracker.caveats tracker.hours tracker.intervals tracker.refusals
    tracker.handovers tracker.segments
    tracker.finding tracker.series tracker.claims tracker.totals tracker.search tracker.facets tracker.reading
    tracker.agreement tracker.gaps tracker.headlines tracker.increments tracker.triangle
    tracker.citing tracker.comparability tracker.comparison tracker.matching tracker.entry tracker.succession
    tracker.checks
    tracker.review
    tracker.charts tracker.exports
    tracker.notebook
    tracker.cli
    dashboard.ids dashboard.state dashboard.serving dashboard.access
    dashboard.components
    dashboard.pages
    dashboard.shell dashboard.first_paint dashboard.api dashboard.build
    dashboard.document
    dashboard.review
    dashboard.app
    dashboard.server
""".strip().splitlines()
RANK = {unit: rank for rank, line in enumerate(LAYERS) for unit in line.split()}
ENTRY_POINTS = {"tracker", "tracker.__main__", "dashboard", "dashboard.__main__"}
WEB = {"dash", "dash_mantine_components", "fastapi", "flask", "uvicorn", "a2wsgi", "dashboard"}
SERVES = "tracker.cli.serve"  # the one command that starts the web, which it imports when it is called
HOMELESS = {"utils", "util", "helpers", "common", "misc", "models", "config", "constants"}
FILES = sorted([*SRC.glob("tracker/**/*.py"), *ROOT.glob("dashboard/**/*.py")])
WRITTEN = sorted(
    path for folder in ("src", "dashboard", "tests", "benchmarks", "scripts") for path in ROOT.glob(f"{folder}/**/*.py")
)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def parts(path: Path) -> tuple[str, ...]:
    whole = path.relative_to(SRC if path.is_relative_to(SRC) else ROOT).with_suffix("").parts
    return whole[:-1] if whole[-1] == "__init__" else whole


def name_of(path: Path) -> str:
    return ".".join(parts(path))


def unit(name: str) -> str | None:
    return next((known for known in RANK if f"{name}.".startswith(f"{known}.")), None)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """What a file imports, and whether it does so when it is loaded rather than inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        for target in targets(node, path):
            yield target, id(node) not in inside


def targets(node: ast.AST, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = parts(path) if path.stem == "__init__" else parts(path)[:-1]
        above = package[: len(package) - node.level + 1] if node.level else ()
        base = ".".join([*above, *([node.module] if node.module else [])])
        yield from (f"{base}.{alias.name}" for alias in node.names)


@each_file
def test_every_file_has_a_layer(path: Path) -> None:
    name = name_of(path)
    assert name in ENTRY_POINTS or unit(name), f"{name} is in no layer: place it, or fold it into a module that is"


@each_file
def test_imports_point_down(path: Path) -> None:
    me = unit(name_of(path))
    for target, _ in imports(path):
        them = unit(target)
        if me and them and me != them and name_of(path) != SERVES:
            assert RANK[them] < RANK[me], f"{me} may not import {them}"


@each_file
def test_the_library_knows_nothing_of_the_web(path: Path) -> None:
    if parts(path)[0] == "tracker":
        for target, at_once in imports(path):
            may = name_of(path) == SERVES and not at_once
            assert may or target.split(".")[0] not in WEB, f"{name_of(path)} imports {target}"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@each_file
def test_every_file_is_named_for_an_idea(path: Path) -> None:
    assert not HOMELESS & set(parts(path)), "name the idea, or fold it into the only caller"


@each_file
def test_every_file_says_its_idea_first(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "the first line says the idea of the file"
