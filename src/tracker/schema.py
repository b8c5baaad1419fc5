"""What a column, a vocabulary and a table are. `tables.py` declares ours with these; everything else is derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Type(StrEnum):
    """What a cell may hold. A blank cell always means unknown, never zero."""

    ID = "id"  # a readable slug, unique with the rest of the key
    REFERENCE = "reference"  # the id of a row in another table
    CODE = "code"  # one term of a vocabulary
    TEXT = "text"
    LIST = "list"  # several texts separated by " | "
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"  # ISO 8601 calendar day
    TIMESTAMP = "timestamp"  # ISO 8601 in UTC, to the second
    FLAG = "flag"  # true or false
    URL = "url"  # http or https only


@dataclass(frozen=True)
class Vocabulary:
    """The terms a code column may hold, each with its meaning; `source` is the standard it follows, if any."""

    name: str
    terms: Mapping[str, str]
    source: str = ""

    def __contains__(self, term: object) -> bool:
        return term in self.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)


@dataclass(frozen=True)
class Column:
    """One column: what it is called, what it holds, what it means, and the HXL hashtag it exports under."""

    name: str
    type: Type
    meaning: str
    hxl: str = ""
    unit: str = ""
    vocabulary: Vocabulary | None = None
    references: str = ""
    is_required: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its columns in file order and its key. A ledger only grows; other tables are edited in place."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    is_ledger: bool = False
    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {column.name: column for column in self.columns})

    def __getitem__(self, name: str) -> Column:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in file order."""
        return tuple(self._by_name)

    @property
    def id(self) -> str:
        """The column that names a row: the first of the key."""
        return self.key[0]

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that together name what a row is about: the key, without the revision of a ledger."""
        return tuple(name for name in self.key if not (self.is_ledger and name == "revision"))

    def references(self) -> Iterator[Column]:
        """The columns that point into another table."""
        return (column for column in self.columns if column.references)
