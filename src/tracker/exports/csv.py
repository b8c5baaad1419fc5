"""Frames as CSV: RFC 4180, UTF-8, ISO 8601 days, blank where nothing is known, and the data unchanged."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

import pandas as pd

from ..schema import Column, Type
from ..store.cells import written
from ..tables import TABLES

BLOCK = 10_000  # rows turned to text at a time, so that a long table can be sent while it is made
_TIMES = {column.name for table in TABLES.values() for column in table.columns if column.type is Type.TIMESTAMP}
Tags = Callable[[Sequence[str]], Sequence[str]]
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text(frame: pd.DataFrame, columns: Sequence[str] = (), *, spreadsheet: bool = False) -> str:
    """The whole frame, header first; see `blocks`."""
    return "".join(blocks(frame, columns, spreadsheet=spreadsheet))


def blocks(frame: pd.DataFrame, columns: Sequence[str] = (), *, spreadsheet: bool = False) -> Iterator[str]:
    """The frame's columns, or those named, in their order: first the header, then the rows, some thousands at a time.

    Texts that begin like a formula are left as they are, since these are data. `spreadsheet` puts an apostrophe before
    them, so that opening the file runs nothing.
    """
    chosen = frame[list(columns)] if columns else frame
    pieces = (chosen.iloc[start : start + BLOCK] for start in range(0, len(chosen), BLOCK))
    return joined(itertools.chain([chosen.iloc[:0]], pieces), spreadsheet=spreadsheet)


def joined(frames: Iterable[pd.DataFrame], *, tags: Tags | None = None, spreadsheet: bool = False) -> Iterator[str]:
    """Frames of the same columns as one table. `tags` makes a second row of the names, for programs that read HXL."""
    for n, frame in enumerate(frames):
        if n == 0:
            names = [str(name) for name in frame.columns]
            yield _lines([names, tags(names)] if tags else [names])
        if len(frame):
            cells = [_cells(frame[name], spreadsheet) for name in frame.columns]
            yield _lines(zip(*cells, strict=True))


def _lines(rows: Iterable[Sequence[str]]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return lines.getvalue()


def _cells(column: pd.Series, spreadsheet: bool) -> list[str]:
    if column.dtype == "str":
        texts: list[str] = column.fillna("").tolist()
        return [_defused(text) for text in texts] if spreadsheet else texts
    if pd.api.types.is_datetime64_any_dtype(column):
        form = "%Y-%m-%dT%H:%M:%SZ" if column.name in _TIMES else "%Y-%m-%d"
        return [*column.dt.strftime(form).fillna("")]
    as_declared = Column("", Type.FLAG if column.dtype == "boolean" else Type.NUMBER, "")
    return [written(as_declared, cell) for cell in column]


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
