"""Fixtures every test may use: a folder of valid tables, its store, and a catalogue of rows."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from factories import Row, tables
from hypothesis import HealthCheck, settings

from tracker.catalogue import Catalogue
from tracker.store import Store
from tracker.tables import TABLES

settings.register_profile(
    "ci", deadline=None, derandomize=True, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile("law", settings.get_profile("ci"), max_examples=1000)
settings.load_profile("ci")


def write(folder: Path, **rows: Iterable[Row]) -> Path:
    """A data folder with these rows and all they refer to, written through the store as anybody's would be."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES.values():
        (folder / f"{table.name}.csv").write_text(",".join(table.names) + "\n", encoding="utf-8")
    Store(folder).append(tables(**rows))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """`folder(observations=[observation(value=96)])` is a new data folder with these rows and all they refer to."""
    numbers = itertools.count(1)
    return lambda **rows: write(tmp_path / f"data{next(numbers)}", **rows)


@pytest.fixture
def store(folder: Callable[..., Path]) -> Callable[..., Store]:
    """`store(observations=[...])` is the store of such a folder."""
    return lambda **rows: Store(folder(**rows))


@pytest.fixture
def catalogue_of(store: Callable[..., Store]) -> Callable[..., Catalogue]:
    """`catalogue_of(observations=[...], citations=[...])` is the catalogue of such a folder."""
    return lambda **rows: Catalogue.of(store(**rows))
