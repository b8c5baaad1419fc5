"""Frames as JSON: one object a row, days as ISO 8601, null where nothing is known, numbers as numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pandas as pd

from ..schema import Type
from ..tables import TABLES

_TIMES = {column.name for table in TABLES.values() for column in table.columns if column.type is Type.TIMESTAMP}
Cell = str | float | bool | None
Record = dict[str, Cell]


def records(frame: pd.DataFrame) -> Iterator[Record]:
    """The rows in order, each with every column."""
    names = [str(name) for name in frame.columns]
    cells = [_cells(frame[name]) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True))


def lines(frames: Iterable[pd.DataFrame]) -> Iterator[str]:
    """JSON Lines: each row an object on a line of its own, a frame at a time."""
    for frame in frames:
        yield "".join(f"{text(record)}\n" for record in records(frame))


def listed(frames: Iterable[pd.DataFrame]) -> Iterator[str]:
    """One JSON array of all rows, a frame at a time."""
    before = "["
    for frame in frames:
        for record in records(frame):
            yield f"{before}\n{text(record)}"
            before = ","
    yield "]\n" if before == "," else "[]\n"


def text(value: object) -> str:
    """JSON without spaces, in UTF-8 rather than escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _cells(column: pd.Series) -> list[Cell]:
    missing = column.isna()
    if pd.api.types.is_datetime64_any_dtype(column):
        form = "%Y-%m-%dT%H:%M:%SZ" if column.name in _TIMES else "%Y-%m-%d"
        column = column.dt.strftime(form)
    cells: list[Cell] = [
        None if is_missing else _plain(cell) for cell, is_missing in zip(column.tolist(), missing, strict=True)
    ]
    return cells


def _plain(cell: Cell) -> Cell:
    """96.0 is written 96, as in CSV."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
