"""One claim as a person types it, turned into the rows that keep it: an observation, its citation, its document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .figure import LOWER_BOUNDS, UPPER_BOUNDS
from .schema import Column
from .tables import TABLES

Cells = dict[str, str]
Given = Mapping[str, str]

# Filled in by the program, or asked for under a name of its own.
_OURS = {"observation_id", "citation_id", "revision", "recorded_on", "recorded_by", "document_id"}
_OURS |= {"span_start", "span_end", "text_sha256", "read_by", "reviewed_by", "reviewed_on"}  # said by a review
_PREFIXES = {"observations": "", "citations": "cited_", "documents": "document_"}
_USUAL = {"rank": "normal", "basis": "reported"}


@dataclass(frozen=True)
class Field:
    """One thing that can be given: a column of one of the three tables, under a name that is its own."""

    name: str
    table: str
    column: Column


def _fields() -> Iterator[Field]:
    """A column that two tables have gets its table's prefix in the second: `value`, and `cited_value` as printed."""
    taken: set[str] = set()
    for table, prefix in _PREFIXES.items():
        for column in TABLES[table].columns:
            if column.name not in _OURS:
                name = column.name.removesuffix("_id")
                name = f"{prefix}{name}" if name in taken else name
                taken.add(name)
                yield Field(name, table, column)


FIELDS: dict[str, Field] = {field.name: field for field in _fields()}


def rows(given: Given, publisher: str, *, is_own: bool, now: dt.datetime, by: str) -> dict[str, list[Cells]]:
    """The rows to append; without `given["document"]` with a new document.

    `publisher` is the document's; `is_own` says that it is the claimant or speaks for it.
    """
    observation = _observation(given)
    observation |= {"recorded_on": f"{now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}", "recorded_by": by}
    new = {} if given.get("document") else document(given)
    observation["observation_id"] = given.get("id") or _claim_id(observation, given.get("published_on", ""))
    citation = {
        **_citation(given, has_claimant=bool(observation.get("claimant_id")), is_own=is_own),
        "citation_id": f"{observation['observation_id']}-at-{publisher}",
        "revision": "1",
        "observation_id": observation["observation_id"],
        "document_id": given.get("document") or new["document_id"],
    }
    made = {"observations": [observation], "citations": [citation]}
    return made | ({"documents": [new]} if new else {})


def _observation(given: Given) -> Cells:
    cells = {"revision": "1", **_USUAL, **_cells(given, "observations")}
    qualifier, value = cells.get("qualifier", ""), cells.get("value", "")
    if value and qualifier in LOWER_BOUNDS:
        cells.setdefault("value_low", value)
    if value and qualifier in UPPER_BOUNDS:
        cells.setdefault("value_high", value)
    days = [cells[name] for name in ("period_start", "period_end") if cells.get(name)]
    if days:
        cells.setdefault("date_precision", "day")
    if len(days) == 1 and cells.get("measure") in {"stock", "status"}:  # a level holds on one day
        cells |= {"period_start": days[0], "period_end": days[0]}
    return cells


def _citation(given: Given, *, has_claimant: bool, is_own: bool) -> Cells:
    usual = {"role": "origin" if is_own else "echo", "attribution": "claimant" if has_claimant else "none"}
    return usual | _cells(given, "citations")


def document(given: Given) -> Cells:
    """The row of a new document, named after its publisher, day and title."""
    cells = _cells(given, "documents")
    day = cells.get("published_on", "undated").replace("-", "")
    parts = [cells.get("publisher_id", ""), day, _slug(cells.get("title", ""))]
    return {"document_id": "-".join(part for part in parts if part), **cells}


def _cells(given: Given, table: str) -> Cells:
    chosen = (field for field in FIELDS.values() if field.table == table)
    return {field.column.name: given[field.name] for field in chosen if given.get(field.name)}


def _claim_id(observation: Cells, published_on: str) -> str:
    day = observation.get("said_on") or observation.get("period_end") or published_on
    parts = [observation.get("claimant_id", "unattributed"), day.replace("-", ""), observation.get("indicator_id", "")]
    return "-".join(part.replace("_", "-") for part in parts if part)


def _slug(title: str) -> str:
    """The first words of a title as they stand in an id."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())[:5])
