"""One problem in the data: what it is, where it stands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .tables import TABLES

ERROR = "error"  # our tables are wrong
WARNING = "warning"  # what a source really printed, kept and flagged


class Row(Protocol):
    """A row of a table, its cells as attributes; its class is named after the table."""

    @property
    def row(self) -> int:
        """Its number in a spreadsheet."""

    def __getattr__(self, column: str) -> object: ...


@dataclass(frozen=True)
class Finding:
    """`row` counts as a spreadsheet does, the header being row 1; 0 is the whole file. `message` ends in the remedy."""

    code: str
    severity: str
    table: str
    row: int
    column: str
    message: str
    id: str = ""

    @classmethod
    def at(cls, row: Row, column: str, message: str, *, severity: str = "") -> Finding:
        """What a check found in one row. The check puts its code on, and its severity where none is given."""
        table = type(row).__name__
        name = getattr(row, TABLES[table].id)
        return cls("", severity, table, int(row.row), column, message, name if isinstance(name, str) else "")

    @property
    def where(self) -> str:
        """The place to open: `observations.csv row 14, period_end`."""
        row = f" row {self.row}" if self.row else ""
        column = f", {self.column}" if self.column else ""
        return f"{self.table}.csv{row}{column}"

    @property
    def is_error(self) -> bool:
        """True when our tables are wrong, false when a source printed what is flagged."""
        return self.severity == ERROR

    @property
    def order(self) -> tuple[bool, int, int, str, str, str]:
        """Errors first, then by table, row and column, so that a report reads from top to bottom."""
        tables = list(TABLES)
        table = tables.index(self.table) if self.table in tables else len(tables)
        return (not self.is_error, table, self.row, self.column, self.code, self.message)

    def __str__(self) -> str:
        subject = f" ({self.id})" if self.id else ""
        return f"{self.where}{subject}: {self.message}"


def as_printed(row: Row) -> str:
    """The severity of what is probably our slip: a warning once a note says that the source printed it so."""
    return WARNING if isinstance(row.note, str) and row.note else ERROR
