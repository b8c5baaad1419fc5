"""What a choice names must be there: an id or a code that nothing has is an error, never read as "none" or "all"."""

from __future__ import annotations

import difflib
from typing import Any, Protocol

from ..choices import CODES_OF, TABLE_OF, UNATTRIBUTED
from ..errors import UnknownError
from .catalogue import Catalogue
from .filter import Filter


class Seek(Protocol):
    """Finds a row, or raises UnknownError."""

    def __call__(self, known: Catalogue, table: str, name: str, *, what: str) -> object:
        """The row of an id."""


def require(known: Catalogue, chosen: Filter, seek: Seek | None = None) -> Filter:
    """The filter itself. Raises UnknownError for the first of its codes and ids that is none, with what is near.

    `seek` is who says so of an id, in place of `row`.
    """
    for choice, codes in CODES_OF.items():
        for name in getattr(chosen, choice):
            if name not in codes:
                raise UnknownError(f"there is no {choice} {name!r}: choose {', '.join(codes)}")
    for choice, table in TABLE_OF.items():
        for name in getattr(chosen, choice):
            if choice != "claimant" or name != UNATTRIBUTED:
                (seek or row)(known, table, name, what=choice)
    return chosen


def row(known: Catalogue, table: str, name: str, *, what: str) -> Any:
    """The row of this id, as a tuple by column names. Raises UnknownError that suggests a near id."""
    found = known.get(table, name)
    if found is None:
        ids = list(getattr(known, table).iloc[:, 0])
        near = difflib.get_close_matches(name[:100], ids, n=1)
        raise UnknownError(f"there is no {what} {name!r}.{f' Did you mean {near[0]!r}?' if near else ''}")
    return found
