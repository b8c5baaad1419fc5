"""The tables as checks see them: every cell as text, and the rows in force typed, each with its spreadsheet row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias, cast

import pandas as pd

from ..errors import DataError
from ..figure import Figure
from ..finding import Row
from ..schema import Column, Table, Type
from ..store import Store
from ..tables import TABLES

NUMBERS = ["value", "value_low", "value_high"]
Rows: TypeAlias = Mapping[str, Sequence[Mapping[str, str]]]


class Sheet:
    """One table. Frames carry a `row` column beside the declared ones."""

    def __init__(self, table: Table, cells: Sequence[tuple[str, ...]], numbers: Sequence[int]) -> None:
        """`cells` are whole rows in the order of the table's columns; `numbers` are their spreadsheet rows."""
        self.table = table
        self.text = pd.DataFrame(cells, columns=list(table.names), dtype=object)
        self.text["row"] = pd.Series(numbers, dtype="int64")

    @cached_property
    def in_force(self) -> pd.DataFrame:
        """The rows that readers see, as text: of a ledger, the highest revision of each id."""
        if not self.table.is_ledger:
            return self.text
        revision = pd.to_numeric(self.text["revision"], errors="coerce").fillna(0)
        order = revision.sort_values(kind="stable").index
        return self.text.loc[order].drop_duplicates(self.table.id, keep="last").sort_index()

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows that readers see, typed; a cell that does not fit its type is blank here, and found elsewhere."""
        typed = {column.name: _typed(self.in_force[column.name], column) for column in self.table.columns}
        return pd.DataFrame({**typed, "row": self.in_force["row"]})

    def each(self, frame: pd.DataFrame) -> Iterator[Row]:
        """The rows of a frame cut from this sheet, ready for `Finding.at`."""
        if frame.empty:  # most are, and pandas takes a millisecond to say so
            return iter(())
        return cast("Iterator[Row]", frame.itertuples(index=False, name=self.table.name))

    def __contains__(self, column: object) -> bool:
        return column in self.table


class Book:
    """All tables of a store, and what could not be read of them."""

    def __init__(self, sheets: Mapping[str, Sheet], broken: Sequence[DataError] = ()) -> None:
        self._sheets, self.broken = sheets, tuple(broken)

    @classmethod
    def read(cls, store: Store, adding: Rows | None = None) -> Book:
        """The tables on disk, with the rows of `adding` below them as if they had been appended."""
        sheets, broken = {}, []
        for table in TABLES.values():
            cells, numbers, problem = _read(store, table)
            for row in (adding or {}).get(table.name, ()):
                cells.append(tuple(row.get(name, "") for name in table.names))
                numbers.append(numbers[-1] + 1 if numbers else 2)
            sheets[table.name] = Sheet(table, cells, numbers)
            broken += [problem] if problem else []
        return cls(sheets, broken)

    def __getitem__(self, table: str) -> Sheet:
        return self._sheets[table]

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self._sheets.values())

    @cached_property
    def figures(self) -> list[tuple[Sheet, pd.DataFrame]]:
        """Claims, and the citations that print a figure of their own; what a citation leaves blank is its claim's."""
        claims, citations = self["observations"], self["citations"]
        borrowed = claims.rows.drop_duplicates("observation_id").set_index("observation_id")
        own = citations.rows[citations.rows[[*NUMBERS, "qualifier"]].notna().any(axis=1)]
        filled = {
            name: own[name].fillna(own["observation_id"].map(borrowed[name])) for name in ("measure", "indicator_id")
        }
        change = own["observation_id"].map(borrowed["change"])
        return [(claims, claims.rows), (citations, own.assign(**filled, change=change))]

    def having(self, *columns: str) -> Iterable[Sheet]:
        """The tables that have all these columns."""
        return [sheet for sheet in self if all(column in sheet for column in columns)]


def figure(row: Row, suffix: str = "") -> Figure:
    """The figure in a row of a merged frame, where the columns of the other side end in a suffix."""
    value, low, high = (_number(getattr(row, f"{name}{suffix}")) for name in NUMBERS)
    return Figure(value, low, high, str(getattr(row, f"qualifier{suffix}")))


def standing(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that no source has since called wrong; a later figure of a running count leaves the earlier right."""
    wrong = claims.loc[claims["change"].isin(["correction", "revision", "retraction"]), "revises"]
    return claims[~claims["observation_id"].isin(wrong) & (claims["rank"] != "deprecated")]


def _number(cell: object) -> float | None:
    return cell if isinstance(cell, float) and cell == cell else None


def _read(store: Store, table: Table) -> tuple[list[tuple[str, ...]], list[int], DataError | None]:
    in_order = itemgetter(*table.names)
    cells: list[tuple[str, ...]] = []
    numbers: list[int] = []
    try:
        for number, row in store.raw(table.name):
            cells.append(in_order(row))
            numbers.append(number)
    except DataError as problem:
        return cells, numbers, problem
    return cells, numbers, None


def _typed(cells: pd.Series[str], column: Column) -> pd.Series:
    if column.type in {Type.NUMBER, Type.INTEGER}:
        return pd.to_numeric(cells, errors="coerce").astype("float64")
    if column.type is Type.DATE:
        return pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
    return cells.where(cells != "")
