"""A workbook of one table: a sheet that says how to read it, the rows with real days, and a codebook."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pandas as pd

from ..catalogue import Catalogue
from ..errors import TrackerError
from ..schema import Type
from . import codebook, descriptor
from .columns import column
from .selection import Selection

MOST_ROWS = 1_048_575  # that a sheet holds under its header
LONGEST = 32_767  # characters that a cell holds
_READING = (
    "A number stands in value, value_low or value_high and its hedge in qualifier: quote them together.",
    "A blank cell means unknown; zero is a claim of zero. One row is one claim of one claimant: do not add rows up.",
    "Every text is stored as a text: nothing that looks like a formula runs. The codebook explains each column.",
)
Cell = str | float | bool | dt.date | None


def write(path: Path, catalogue: Catalogue, wanted: Selection, *, tagged: bool = False) -> int:
    """Write the file and return how many rows it holds. Raises TrackerError for more than a sheet can hold."""
    from rustpy_xlsxwriter import FastExcel, Format

    names = wanted.names(catalogue)
    rows = _Rows(catalogue, wanted, names, tagged=tagged)
    kinds = {name: column(wanted.table, name).type for name in names}
    formats = {Type.DATE: "yyyy-mm-dd", Type.TIMESTAMP: "yyyy-mm-dd hh:mm:ss"}
    days = {name: Format().set_num_format(formats[kind]) for name, kind in kinds.items() if kind in formats}
    book = FastExcel(str(path)).format(bold_headers=True)
    book = book.sheet("README", _readme(wanted), column_widths={"About": 16, "Text": 110})
    book = book.sheet(wanted.table, rows.all(), column_formats=days, column_width=18)
    book = book.sheet("codebook", codebook.rows(wanted.table, names), column_width=24)
    for sheet in (wanted.table, "codebook"):
        book = book.freeze(row=1, sheet=sheet)
    book.save()
    return rows.written


class _Rows:
    """The rows as the sheet takes them, counted on the way."""

    def __init__(self, catalogue: Catalogue, wanted: Selection, names: list[str], *, tagged: bool) -> None:
        self._names, self._frames, self.written = names, wanted.blocks(catalogue), 0
        self._tags = {name: column(wanted.table, name).hxl for name in names} if tagged else {}

    def all(self) -> pd.DataFrame | Iterator[dict[str, Cell]]:
        """A frame where there are no rows, as the header of no rows at all cannot be known."""
        first = next(self._frames)
        return self._each(first) if len(first) or self._tags else first

    def _each(self, first: pd.DataFrame) -> Iterator[dict[str, Cell]]:
        if self._tags:
            yield {**self._tags}
        for frame in itertools.chain([first], self._frames):
            yield from self._of(frame)

    def _of(self, frame: pd.DataFrame) -> Iterator[dict[str, Cell]]:
        self.written += len(frame)
        if self.written > MOST_ROWS:
            raise TrackerError(f"a sheet holds {MOST_ROWS:,} rows at most: choose fewer claims, or take CSV or Parquet")
        cells = [_cells(frame[name]) for name in self._names]
        for row in zip(*cells, strict=True):
            yield dict(zip(self._names, row, strict=True))


def _cells(cells: pd.Series) -> list[Cell]:
    """Python's own values; what is missing is no cell."""
    if pd.api.types.is_datetime64_any_dtype(cells):
        return [None if pd.isna(cell) else cell.to_pydatetime() for cell in cells]
    if cells.dtype == "str":
        return [None if pd.isna(cell) else str(cell)[:LONGEST] for cell in cells]
    return [None if missing else cell for cell, missing in zip(cells.tolist(), cells.isna(), strict=True)]


def _readme(wanted: Selection) -> list[dict[str, str]]:
    chosen = {one.name: getattr(wanted.chosen, one.name) for one in fields(wanted.chosen)}
    said = "; ".join(f"{name}: {_said(value)}" for name, value in chosen.items() if value)
    lines = [
        ("Title", descriptor.TITLE),
        ("What it is", descriptor.DESCRIPTION),
        ("Table", wanted.table),
        ("Chosen", said or "every row"),
        ("Licence", "Creative Commons Attribution 4.0 International (CC BY 4.0)"),
        *(("How to read it", line) for line in _READING),
    ]
    return [{"About": about, "Text": text} for about, text in lines]


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
