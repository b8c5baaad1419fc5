"""A full-text index of one version of the data, in memory, by SQLite's FTS5."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ..catalogue import Catalogue
from ..period import day
from .folding import fold

KINDS = ("crisis", "indicator", "organisation", "place", "document", "claim")
ALWAYS = "0000-00-00"  # what no day has to wait for
# Names weigh more than aliases, and aliases more than the words around them.
_SEARCH = """
    select kind, id, bm25(texts, 0, 0, 0, 0, 10, 4, 1) as score, wording from texts
    where texts match ? and (? is null or known_on <= ?) order by score, kind, id, wording
"""


class Entry(NamedTuple):
    """One thing that can be found, with what is read of it. `known_on` is None where no day is known."""

    kind: str
    id: str
    known_on: str | None
    wording: str
    names: str
    aliases: str
    words: str


class Match(NamedTuple):
    """One entry that holds every word asked for; a lower score fits better."""

    kind: str
    id: str
    score: float
    wording: str


class Index:
    """The entries of one catalogue. Safe for threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(
            "create virtual table texts using fts5(kind unindexed, id unindexed, known_on unindexed, wording unindexed,"
            " names, aliases, words, tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._connection.executemany("insert into texts values (?, ?, ?, ?, ?, ?, ?)", _entries(catalogue))

    def matches(self, text: str, *, as_of: dt.date | None = None) -> list[Match]:
        """The entries that hold every word of the text, best first; the last word may be unfinished."""
        asked = _asked(text)
        if not asked:
            return []
        known = str(as_of) if as_of else None
        with self._lock:
            return [Match(*row) for row in self._connection.execute(_SEARCH, (asked, known, known))]


_INDEXES: WeakKeyDictionary[Catalogue, Index] = WeakKeyDictionary()
_BUILDING = threading.Lock()


def index_of(catalogue: Catalogue) -> Index:
    """The index of a catalogue, built when it is first asked for and forgotten with it."""
    with _BUILDING:
        if catalogue not in _INDEXES:
            _INDEXES[catalogue] = Index(catalogue)
        return _INDEXES[catalogue]


def _asked(text: str) -> str:
    """Every word quoted, so that none is read as an operator of the index; the last one as a beginning."""
    found = fold(text[:500])
    return " ".join(f'"{word}"' for word in found) + "*" if found else ""


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    for table, kind, names, aliases, words in (
        (catalogue.crises, "crisis", ("title",), (), ("crisis_id", "summary")),
        (catalogue.indicators, "indicator", ("label",), ("population", "outcome"), ("indicator_id", "definition")),
        (catalogue.organisations, "organisation", ("name", "short_name"), ("aliases",), ("organisation_id",)),
        (catalogue.places, "place", ("name",), ("aliases",), ("place_id", "pcode")),
    ):
        for row in table.itertuples(index=False):
            cells = (_cells(row, columns) for columns in (names, aliases, words))
            yield Entry(kind, str(getattr(row, f"{kind}_id")), ALWAYS, "", *cells)
    yield from _documents(catalogue)
    yield from _claims(catalogue)


def _documents(catalogue: Catalogue) -> Iterator[Entry]:
    """Each document by its title and publisher."""
    organisations = catalogue.organisations.itertuples(index=False)
    publishers = {row.organisation_id: _cells(row, ("name", "short_name")) for row in organisations}
    for row in catalogue.documents.itertuples(index=False):
        known, publisher = _day(row, "published_on"), publishers.get(row.publisher_id, "")
        names, words = _cells(row, ("title",)), _cells(row, ("document_id", "url", "note"))
        yield Entry("document", str(row.document_id), known, "", names, publisher, words)


def _claims(catalogue: Catalogue) -> Iterator[Entry]:
    """Each claim by itself, and once for each document's words, so that a past day finds only the words of its time."""
    claims = {str(row.observation_id): row for row in catalogue.rows("claims").itertuples(index=False)}
    own = {name: _claim(row) for name, row in claims.items()}
    yield from own.values()
    for row in catalogue.rows("citations").itertuples(index=False):
        entry, known = own.get(str(row.observation_id)), _day(row, "known_on")
        if entry and (wording := _texts([getattr(row, "wording", None)])):
            day_known = max(known, entry.known_on) if known and entry.known_on else None
            publisher = _cells(row, ("publisher_name", "publisher_short"))
            yield entry._replace(
                known_on=day_known, wording=" ".join(wording), words=f"{_fold(wording)} {publisher} {entry.words}"
            )


def _claim(row: object) -> Entry:
    return Entry(
        "claim",
        str(getattr(row, "observation_id", "")),
        _day(row, "known_on"),
        "",
        _cells(row, ("indicator_label", "place_name", "claimant_name", "claimant_short")),
        _fold(_figures(row)),
        _cells(row, ("observation_id", "population", "scope_note", "note")),
    )


def _figures(row: object) -> list[str]:
    """A number as people type it, with and without commas."""
    numbers = (getattr(row, column) for column in ("value", "value_low", "value_high"))
    return [text for number in numbers if number == number for text in (f"{number:.10g}", f"{number:,.10g}")]


def _cells(row: object, columns: Iterable[str]) -> str:
    """The folded texts of some columns, in every language the row has them in."""
    fields: tuple[str, ...] = getattr(row, "_fields", ())
    wanted = [field for column in columns for field in fields if field == column or _is_translation(field, column)]
    return _fold(_texts(getattr(row, field) for field in wanted))


def _is_translation(field: str, column: str) -> bool:
    return field.startswith(f"{column}_") and len(field) == len(column) + 3


def _texts(cells: Iterable[object]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str)]


def _fold(texts: Iterable[str]) -> str:
    return " ".join(word for text in texts for word in fold(text))


def _day(row: object, column: str) -> str | None:
    known = day(getattr(row, column, None))
    return str(known) if known else None
