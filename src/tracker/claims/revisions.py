"""A claim within the line of its revisions: what it replaced, and what replaced it, oldest first."""

from __future__ import annotations

import datetime as dt

from ..catalogue import Catalogue, Filter
from .printed import text


def chain(catalogue: Catalogue, claim: object, *, as_of: dt.date | None = None) -> list[object]:
    """The rows of the query `claims` that lead to this one and on from it, itself included, as known on a day."""
    before = _walk(catalogue, claim, "revises", as_of)
    after = _walk(catalogue, claim, "superseded_by", as_of)
    return [*reversed(before), claim, *after]


def _walk(catalogue: Catalogue, claim: object, column: str, as_of: dt.date | None) -> list[object]:
    """The claims one after another in one direction. A circle of revisions ends where it began."""
    found: list[object] = []
    seen, name = {text(claim, "observation_id")}, text(claim, column)
    while name and name not in seen:
        seen.add(name)
        rows = catalogue.rows("claims", Filter(observation=(name,), as_of=as_of))
        row = next(rows.itertuples(index=False), None)
        if row is None:
            break
        found.append(row)
        name = text(row, column)
    return found
