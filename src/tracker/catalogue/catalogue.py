"""One version of the data that answers named queries, and the catalogue that follows the files as they change."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Hashable, Iterator
from functools import cached_property
from typing import NamedTuple

import duckdb
import pandas as pd

from ..errors import TrackerError, UnknownError
from ..store import Store
from ..tables import TABLES
from .database import connect
from .filter import Filter, Values
from .queries import filled
from .recent import Recent
from .slices import Slice

_DTYPES = {
    "VARCHAR": "str",
    "DOUBLE": "float64",
    "BIGINT": "Int64",
    "DATE": "datetime64[us]",
    "TIMESTAMP": "datetime64[us]",
    "BOOLEAN": "boolean",
}
_ENRICHED = "claims"  # the query that counts and looks up for each claim, which for all at once takes much memory
BATCH, BLOCK = 20_000, 10_000  # claims it is asked for, and handed on, at a time
LONG = 200_000  # claims; more are not enriched all at once even where somebody wants them so
_WITHIN = "o.observation_id in (select key from batch where nth > $from and nth <= $to)"
VECTORS = 5  # of 2,048 rows each that a block of a long answer holds


class Catalogue:
    """The data as they stood when it was made. Frames it returns are the caller's own to change."""

    def __init__(self, version: str, connection: duckdb.DuckDBPyConnection) -> None:
        self.version = version
        self._connection = connection
        self._recent = Recent()

    @classmethod
    def of(cls, store: Store) -> Catalogue:
        """The data of a store as they are now. Raises DataError for a cell that does not fit its type."""
        return cls(*connect(store))

    def rows(self, query: str, chosen: Filter | None = None, **values: object) -> pd.DataFrame:
        """The rows of a named query (queries.py) for a filter; missing texts are NaN, days datetime64."""
        text, bound = filled(query, chosen or Filter(), values)
        if query == _ENRICHED and "order" not in values and self._is_long(chosen or Filter()):
            return self._gathered(chosen or Filter())
        return self._answer(text, bound)

    def kinds(self, query: str, chosen: Filter | None = None) -> dict[str, str]:
        """The columns of a named query, each with its SQL type."""
        text, bound = filled(query, chosen or Filter(), {})
        cursor = self._connection.cursor()
        try:
            cursor.execute(f"select * from ({text}) limit 0", bound)  # noqa: S608  (our own query)
            return {name: str(kind) for name, kind, *_ in cursor.description or ()}
        finally:
            cursor.close()

    def blocks(self, query: str, chosen: Filter, part: Slice) -> Iterator[pd.DataFrame]:
        """The rows of a slice of a query, some thousands at a time, so that a long table needs little memory.

        The first block is made at once, so that what cannot be answered is said before anything is sent.
        """
        kinds = self.kinds(query, chosen)
        text, bound = filled(query, chosen, {}, is_ordered=False)
        text, more = part.text(text, kinds)
        is_long = query == _ENRICHED and part.limit is None and not part.cursor and part.ordered_by() <= self._claimed
        blocks = self._in_batches(chosen, part, kinds) if is_long else self._streamed(text, bound | more)
        return itertools.chain([next(blocks)], blocks)

    def get(self, table: str, identifier: str) -> NamedTuple | None:
        """The row of a table that has this id, its newest revision; None where there is none."""
        if table not in TABLES:
            raise UnknownError(f"there is no table {table!r}: the tables are {', '.join(TABLES)}")
        text = f"select * from {table} where {TABLES[table].id} = $id"  # noqa: S608  (declared names)
        found = self._answer(text, {"id": identifier})
        return next(found.itertuples(index=False, name="Row"), None)  # type: ignore[return-value]

    @property
    def observations(self) -> pd.DataFrame:
        """Every observation, newest revisions only."""
        return self._table("observations")

    @property
    def citations(self) -> pd.DataFrame:
        """Every citation, newest revisions only."""
        return self._table("citations")

    @property
    def documents(self) -> pd.DataFrame:
        """Every document."""
        return self._table("documents")

    @property
    def organisations(self) -> pd.DataFrame:
        """Every organisation."""
        return self._table("organisations")

    @property
    def indicators(self) -> pd.DataFrame:
        """Every indicator."""
        return self._table("indicators")

    @property
    def places(self) -> pd.DataFrame:
        """Every place."""
        return self._table("places")

    @property
    def crises(self) -> pd.DataFrame:
        """Every crisis."""
        return self._table("crises")

    @property
    def events(self) -> pd.DataFrame:
        """Every event that charts annotate."""
        return self._table("events")

    @property
    def headlines(self) -> pd.DataFrame:
        """Which indicators each crisis is known by, and in which order."""
        return self._table("headlines")

    @property
    def caveats(self) -> pd.DataFrame:
        """Every caveat that goes with a claimant's figures."""
        return self._table("caveats")

    def _table(self, name: str) -> pd.DataFrame:
        return self._answer(f"select * from {name}", {})  # noqa: S608  (declared names)

    def _answer(self, text: str, bound: Values) -> pd.DataFrame:
        asked: Hashable = (text, tuple(sorted(bound.items())))
        frame = self._recent.get(asked)
        if frame is None:
            frame = self._run(text, bound)
            self._recent.keep(asked, frame)
        return frame.copy(deep=False)  # pandas copies a column when either side writes to it

    def _run(self, text: str, bound: Values) -> pd.DataFrame:
        """On a cursor of its own: one connection shared by threads gives wrong answers without an error."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(text, bound)
            return cursor.df().astype(_dtypes(cursor))
        finally:
            cursor.close()

    def _is_long(self, chosen: Filter) -> bool:
        if self._total <= LONG:
            return False
        text, bound = filled("count", chosen, {})
        return _counted(self._answer(text, bound)) > LONG

    def _gathered(self, chosen: Filter) -> pd.DataFrame:
        part = Slice("observation_id", sort=("period_end", "known_on"))
        return pd.concat(self._in_batches(chosen, part, self.kinds(_ENRICHED, chosen)), ignore_index=True)

    @cached_property
    def _total(self) -> int:
        return _counted(self._answer("select count(*) as n from claimed", {}))

    @cached_property
    def _claimed(self) -> set[str]:
        """The columns that claims have before anything is counted or looked up for them."""
        return set(self._answer("select * from claimed limit 0", {}).columns)

    def _in_batches(self, chosen: Filter, part: Slice, kinds: dict[str, str]) -> Iterator[pd.DataFrame]:
        """Claims in their order, some thousands at a time: only their ids are sorted all at once.

        What is counted and looked up for each is then so for those of one batch alone, whatever their number.
        """
        cursor = self._connection.cursor()
        try:
            where, bound = filled("chosen", chosen, {})
            cursor.execute(
                f"create temp table batch as select row_number() over (order by {part.order()}) as nth, "  # noqa: S608
                f"observation_id as key from ({where})",
                bound,
            )
            (total,) = cursor.execute("select count(*) from batch").fetchone() or (0,)
            text, bound = filled(_ENRICHED, Filter(as_of=chosen.as_of), {"from": 0, "to": 0}, within=_WITHIN)
            text, _ = part.text(text, kinds)
            for start in range(0, max(total, 1), BATCH):
                cursor.execute(text, {**bound, "from": start, "to": start + BATCH})
                frame = cursor.df().astype(_dtypes(cursor))
                yield from (frame.iloc[at : at + BLOCK] for at in range(0, max(len(frame), 1), BLOCK))
        finally:
            cursor.close()

    def _streamed(self, text: str, bound: Values) -> Iterator[pd.DataFrame]:
        """At least one frame, which may have no rows."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(text, bound)
            dtypes = _dtypes(cursor)
            frame = cursor.fetch_df_chunk(VECTORS)
            yield frame.astype(dtypes)
            while len(frame) and len(frame := cursor.fetch_df_chunk(VECTORS)):
                yield frame.astype(dtypes)
        finally:
            cursor.close()


def _counted(answer: pd.DataFrame) -> int:
    return int(answer.to_numpy()[0, 0])


def _dtypes(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return {name: _DTYPES[str(kind)] for name, kind, *_ in cursor.description or ()}


class Live:
    """The catalogue of a store, made anew whenever its files have changed. Safe for threads."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = threading.Lock()
        self._catalogue: Catalogue | None = None
        self._failure: tuple[str, TrackerError] | None = None

    def catalogue(self) -> Catalogue:
        """The data as they are now. A file that cannot be read raises its DataError until it is mended."""
        version = self.store.version()
        current = self._catalogue
        if current is not None and current.version == version:
            return current
        with self._lock:
            return self._renewed(version)

    def _renewed(self, version: str) -> Catalogue:
        if self._catalogue is not None and self._catalogue.version == version:
            return self._catalogue  # another thread was faster
        if self._failure is not None and self._failure[0] == version:
            raise self._failure[1].with_traceback(None)
        try:
            self._catalogue = Catalogue.of(self.store)
        except TrackerError as error:
            self._failure = (version, error)
            raise
        return self._catalogue
