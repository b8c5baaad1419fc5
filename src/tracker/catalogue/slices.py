"""Some columns of a query's rows, in another order, from one row on: what tables on paper and pages of JSON ask for."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import TrackerError, UnknownError
from .filter import Values

Kinds = Mapping[str, str]  # the columns that a query has, with their SQL type
_UNSET = "the cursor is not one that we gave: begin again without it"


@dataclass(frozen=True)
class Slice:
    """`columns` none means all. `sort` names columns, with - before one for the greatest first; blanks come last.

    `key` settles the order of rows that are equal otherwise. `cursor` is what `cursor_of` made of the row before.
    """

    key: str
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    cursor: str = ""
    limit: int | None = None

    def text(self, query: str, kinds: Kinds) -> tuple[str, Values]:
        """The SQL around a query, and the values to bind. Names of columns stand in it only if the query has them."""
        self.check(kinds)
        order = self.order()
        names = ", ".join(map(_quoted, self.columns or kinds))
        condition, bound = self._after(kinds) if self.cursor else ("true", {})
        if self.limit is not None:
            bound, order = {**bound, "at_most": self.limit}, f"{order} limit $at_most"
        return f"select {names} from ({query}) where {condition} order by {order}", bound  # noqa: S608  (checked names)

    def order(self) -> str:
        """The order of the rows, as SQL. Use it after `check`."""
        return ", ".join(
            f"{_quoted(name)} {'desc' if is_down else 'asc'} nulls last" for name, is_down in self._order()
        )

    def ordered_by(self) -> set[str]:
        """The columns that the order looks at."""
        return {name for name, _ in self._order()}

    def check(self, kinds: Kinds) -> None:
        """Raises UnknownError for the first column that the query does not have."""
        for name in (*self.columns, *(name for name, _ in self._order())):
            if name not in kinds:
                raise UnknownError(f"there is no column {name[:100]!r}: there are {', '.join(kinds)}")

    def needed(self, kinds: Kinds) -> Slice:
        """The same rows with the columns that a cursor is made of."""
        wanted = self.columns or tuple(kinds)
        names = tuple(dict.fromkeys((*wanted, *(name for name, _ in self._order()))))
        return Slice(self.key, names, self.sort, self.cursor, self.limit)

    def cursor_of(self, row: Mapping[str, object]) -> str:
        """What stands for this row: the page after it begins behind it, whatever rows were added meanwhile."""
        cells = [_plain(row[name]) for name, _ in self._order()]
        return base64.urlsafe_b64encode(json.dumps([self.sort, cells]).encode()).decode().rstrip("=")

    def _order(self) -> list[tuple[str, bool]]:
        named = [(name.removeprefix("-"), name.startswith("-")) for name in self.sort]
        return [*named, (self.key, False)]

    def _after(self, kinds: Kinds) -> tuple[str, Values]:
        """Rows behind the cursor's: equal to it in the first columns, and behind it in the next."""
        cells = self._cells()
        same: list[str] = []
        behind: list[str] = []
        for n, ((name, is_down), cell) in enumerate(zip(self._order(), cells, strict=True)):
            value, column = f"try_cast($after_{n} as {kinds[name]})", _quoted(name)
            if cell is not None:
                beyond = f"({column} {'<' if is_down else '>'} {value} or {column} is null)"
                behind.append(" and ".join([*same, beyond]))
            same.append(f"{column} is not distinct from {value}")
        bound: Values = {f"after_{n}": cell for n, cell in enumerate(cells)}
        return "(" + " or ".join(f"({part})" for part in behind) + ")", bound

    def _cells(self) -> Sequence[str | None]:
        try:
            padded = self.cursor + "=" * (-len(self.cursor) % 4)
            sort, cells = json.loads(base64.urlsafe_b64decode(padded.encode()))
            is_ours = len(cells) == len(self._order()) and all(cell is None or isinstance(cell, str) for cell in cells)
        except (ValueError, TypeError, binascii.Error):
            raise TrackerError(_UNSET) from None
        if not is_ours or cells[-1] is None:
            raise TrackerError(_UNSET)
        if tuple(sort) != self.sort:
            raise TrackerError(
                "the cursor is of another order: give the sort it was made with, or begin again without it"
            )
        return list(cells)


def _plain(cell: object) -> str | None:
    """A cell as a text that SQL reads back as the same."""
    if cell is None or (str(cell) in {"nan", "NaT", "<NA>"} and not isinstance(cell, str)):
        return None
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ")
    return repr(float(cell)) if isinstance(cell, float) else str(cell)


def _quoted(name: str) -> str:
    """Some of our names are words of SQL: `end`, `date`."""
    return f'"{name}"'
