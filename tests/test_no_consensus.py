"""No number is made from several claims: nothing we offer is named for a middle, and nothing computes one."""

import ast
import json
import re
from pathlib import Path

import pytest
from browsing import Visitor
from factories import observation

from dashboard.server import create_server

ROOT = Path(__file__).parents[1]
MIDDLES = {"mean", "median", "medians", "average", "averages", "averaged", "avg", "midpoint", "midpoints", "consensus"}
MIDDLES |= {"quantile", "smoothed"}
FILES = sorted([*ROOT.glob("src/tracker/**/*.py"), *ROOT.glob("dashboard/**/*.py")])


def middles(name):
    """The words of a name, whichever way it joins them, that are a middle."""
    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return set(re.split(r"[^A-Za-z]+", parts.lower())) & MIDDLES


def names(tree):
    """Everything a file defines or calls: functions, classes, parameters, fields and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg | ast.keyword):
            yield node.arg or ""
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (alias.name for alias in node.names)


def labels(described):
    """Every name in a description of an API: of addresses, parameters, fields and choices, and no prose."""
    if isinstance(described, dict):
        for key, value in described.items():
            yield key
            if key in {"name", "title", "operationId", "enum", "tags"}:
                yield str(value)
            yield from labels(value)
    elif isinstance(described, list):
        for value in described:
            yield from labels(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_name_in_the_code_is_of_a_middle(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {name for name in names(tree) if middles(name)}
    assert not found, f"{path.relative_to(ROOT)} has {found}: law 1 and law 5"


@pytest.mark.parametrize("path", sorted(ROOT.glob("src/tracker/**/*.sql")), ids=lambda path: path.name)
def test_no_query_computes_a_middle(path):
    queries = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
    assert not middles(queries)


def test_no_address_parameter_or_answer_of_the_api_is_of_a_middle(store, tmp_path):
    visitor = Visitor(create_server(store(observations=[observation()]), built=tmp_path))
    described = visitor.get("/api/openapi.json").json()
    assert described["paths"]
    assert not middles(" ".join(labels(described)))
    assert not middles(json.dumps(described)) - {"mean"}  # which in a sentence is a verb


@pytest.mark.parametrize("name", ["mean_value", "valueMedian", "AVG", "midpoint", "get_consensus"])
def test_a_middle_is_recognised_however_it_is_written(name):
    assert middles(name)


@pytest.mark.parametrize("name", ["meaning", "meant", "_MEANINGS", "demean"])
def test_other_words_are_not_taken_for_one(name):
    assert not middles(name)
