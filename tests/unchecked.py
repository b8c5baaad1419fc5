"""Rows as they are, right or wrong, in files that the store would not have written; for tests of checks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factories import Row, citation, indicator, observation, tables

from tracker import checks
from tracker.finding import Finding
from tracker.store import Store
from tracker.tables import TABLES

Rows = dict[str, list[Row]]


def write(folder: Path, rows: Mapping[str, Iterable[Row]]) -> Store:
    """Rows as they are, right or wrong: the store would refuse the wrong ones."""
    folder.mkdir(exist_ok=True)
    for table in TABLES.values():
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.names, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.get(table.name, ()))
    return Store(folder)


def found(folder: Path, **rows: Iterable[Row]) -> list[Finding]:
    return checks.run(write(folder / "data", tables(**rows)))


def claim(**cells: Any) -> Rows:
    return {"observations": [observation(**cells)]}


def printed(**cells: Any) -> Rows:
    return {"observations": [observation()], "citations": [citation(**cells)]}


def figure(value: Any = "", low: Any = "", high: Any = "", qualifier: str = "exact", **cells: Any) -> Row:
    return {"value": value, "value_low": low, "value_high": high, "qualifier": qualifier, **cells}


def pair(part: Row, whole: Row, **cells: Any) -> Rows:
    """Children killed beside the people killed whom they are a part of."""
    return {
        "observations": [
            observation("part", **part, **cells),
            observation("whole", indicator_id="people_killed", **whole),
        ],
        "indicators": [indicator(part_of="people_killed"), indicator("people_killed")],
    }


def totals(first: Row, then: Row, **cells: Any) -> Rows:
    """Two running totals of one count, a day apart."""
    start = {"measure": "cumulative", "period_start": "2016-09-01"}
    return {
        "observations": [
            observation("first", **start, period_end="2016-09-27", **first),
            observation("then", **{**start, "period_end": "2016-09-28", **then, **cells}),
        ]
    }


def replacing(**cells: Any) -> Rows:
    after = {"revises": "before", "change": "correction", **cells}
    return {"observations": [observation("before"), observation("after", **after)]}
