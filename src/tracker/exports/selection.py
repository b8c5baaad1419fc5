"""What a download holds: a table, the claims chosen, its columns and their order; one for every form and caller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..catalogue import Catalogue, Filter, Slice
from ..errors import UnknownError
from ..tables import TABLES

# The query that answers for a table, and the order its rows have unless another is asked for. Observations come with
# the names of what they refer to, and how often they were cited; citations and documents with those of publishers.
_OF_CLAIMS = {"observations": "claims", "citations": "citations", "documents": "documents", "events": "events"}
ORDERS = {
    "observations": ("period_end", "known_on"),
    "citations": ("observation_id", "known_on"),
    "documents": ("-published_on",),
    "events": ("date",),
    "headlines": ("crisis_id", "position"),
}
_WHOLE = {"documents": "documents_all", "events": "events_all"}  # where no claim is chosen, also those of no claim


@dataclass(frozen=True)
class Selection:
    """Rows of one table: the chosen claims, or what they are carried by or refer to. All where nothing is chosen.

    Places come with those that hold them. `columns` and `sort` are those of `Slice`.
    """

    table: str
    chosen: Filter = field(default_factory=Filter)
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.table not in TABLES:
            raise UnknownError(f"there is no table {self.table!r}: the tables are {', '.join(TABLES)}")

    def blocks(self, catalogue: Catalogue) -> Iterator[pd.DataFrame]:
        """The rows, some thousands at a time; at least one frame, so that an empty table has its columns."""
        return catalogue.blocks(self._query, self.chosen, self._part())

    def frame(self, catalogue: Catalogue) -> pd.DataFrame:
        """All rows at once."""
        return pd.concat(list(self.blocks(catalogue)), ignore_index=True)

    def kinds(self, catalogue: Catalogue) -> dict[str, str]:
        """Every column that the table has, with its SQL type."""
        return catalogue.kinds(self._query, self.chosen)

    def names(self, catalogue: Catalogue) -> list[str]:
        """The columns that the rows have. Raises UnknownError for one that is not there."""
        kinds = self.kinds(catalogue)
        self._part().check(kinds)
        return list(self.columns or kinds)

    def page(self, catalogue: Catalogue, cursor: str, limit: int) -> tuple[pd.DataFrame, str]:
        """At most `limit` rows behind the cursor, and the cursor of the page after; blank where there is none."""
        kinds = self.kinds(catalogue)
        part = self._part(cursor, limit + 1)
        part.check(kinds)
        rows = pd.concat(list(catalogue.blocks(self._query, self.chosen, part.needed(kinds))), ignore_index=True)
        following = part.cursor_of(_row(rows, limit - 1)) if len(rows) > limit else ""
        return rows[list(self.columns or kinds)].head(limit), following

    @property
    def _query(self) -> str:
        if self.chosen == Filter():
            return _WHOLE.get(self.table) or _OF_CLAIMS.get(self.table, self.table)
        return _OF_CLAIMS.get(self.table, f"{self.table}_of")

    def _part(self, cursor: str = "", limit: int | None = None) -> Slice:
        table, sort = TABLES[self.table], self.sort or ORDERS.get(self.table, ())
        named = {name.removeprefix("-") for name in sort}
        rest = tuple(name for name in table.identity[1:] if name not in named)  # the key has more than one column
        return Slice(table.id, self.columns, (*sort, *rest), cursor, limit)


def _row(rows: pd.DataFrame, n: int) -> Mapping[str, object]:
    return {str(name): rows[name].iloc[n] for name in rows.columns}
