"""The rows of one file as text, with the row number a spreadsheet shows."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from ..errors import DataError
from ..schema import Table

csv.field_size_limit(10_000_000)  # the default would refuse a long note


def header(path: Path, table: Table) -> tuple[str, ...]:
    """The columns of a file in its own order, optional ones perhaps absent; as declared where there is no file yet."""
    if not path.exists() or path.stat().st_size == 0:
        return table.names
    first = next(_records(path, table), (1, []))[1]
    _accept(first, table)
    return tuple(first)


def rows(path: Path, table: Table, *, ids: Collection[str] | None = None) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by column name; every declared column is there, blank where the file lacks it. The header is row 1.

    With `ids`, only the rows that have one of them: finding a few rows in a long file is then much faster.
    """
    if not path.exists():
        return
    names = header(path, table)
    blank, place = dict.fromkeys(table.names, ""), names.index(table.id)
    for number, record in _records(path, table):
        if number == 1 or not record:  # the header, or a blank line
            continue
        if len(record) != len(names):
            problem = f"has {len(record)} cells where the header has {len(names)}"
            remedy = "Check its commas and quotes, or restore it from the last good copy"
            raise DataError(table.name, problem, row=number, remedy=remedy)
        if ids is None or record[place] in ids:
            yield number, blank | dict(zip(names, record, strict=True))


def line_end(path: Path) -> str:
    """How the lines of a file end: as its first one does."""
    if not path.exists():
        return "\n"
    with path.open("rb") as file:
        return "\r\n" if file.readline().endswith(b"\r\n") else "\n"


def _records(path: Path, table: Table) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, record in enumerate(csv.reader(file, strict=True), start=1):
                yield number, record
    except UnicodeDecodeError as error:
        remedy = "Save the file as UTF-8"
        raise DataError(table.name, f"is not UTF-8 ({error.reason})", row=number + 1, remedy=remedy) from None
    except csv.Error as error:
        remedy = "Check the quotes of this row and the one before"
        raise DataError(table.name, f"is not readable as CSV ({error})", row=number + 1, remedy=remedy) from None


def _accept(names: list[str], table: Table) -> None:
    expected = f"The columns are: {', '.join(table.names)}"
    if len(set(names)) < len(names):
        raise DataError(table.name, "names a column twice in its header", row=1, remedy=expected)
    if unknown := [name for name in names if name not in table]:
        raise DataError(table.name, f"has unknown columns: {', '.join(unknown)}", row=1, remedy=expected)
    missing = [column.name for column in table.columns if column.is_required and column.name not in names]
    if missing:
        raise DataError(table.name, f"lacks the columns {', '.join(missing)}", row=1, remedy=expected)
