"""A dossier as it was handed over: one row for each figure on each page, numbered from 0 below the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from tracker.errors import DataError


@dataclass(frozen=True)
class Row:
    """One figure as one page printed it. Every field but `number` is the text of a cell; blank is unknown."""

    number: int
    claim_key: str
    indicator: str
    population: str
    place: str
    measure: str
    period_start: str
    period_end: str
    value: str
    value_low: str
    value_high: str
    qualifier: str
    wording: str
    attributed_source: str
    publisher: str
    url: str
    published_on: str
    title: str
    locator: str
    language: str
    note: str

    @property
    def remarks(self) -> tuple[str, ...]:
        """The note taken apart: each thing it says."""
        return tuple(part.strip() for part in self.note.split(";") if part.strip())


def read(folder: Path) -> tuple[Row, ...]:
    """The rows of `figures.csv` in the folder, in their order."""
    path = folder / "figures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        expected = [field.name for field in fields(Row) if field.name != "number"]
        if table.fieldnames != expected:
            raise DataError("figures", f"{path} has the columns {table.fieldnames}, not {expected}")
        return tuple(Row(number, **_stripped(cells)) for number, cells in enumerate(table))


def claims(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Each claim with its rows, in the order in which the dossier first names it."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.claim_key, []).append(row)
    for key, members in grouped.items():
        yield key, tuple(members)


def _stripped(cells: dict[str, str]) -> dict[str, str]:
    return {name: (text or "").strip() for name, text in cells.items()}
