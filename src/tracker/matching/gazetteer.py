"""The places and organisations of the tables, as the reader wants them: by every name they go by."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from ..catalogue import Catalogue
from ..reading import Known, Named

_NAMES = ("name", "short")  # how the columns of names begin, in every language


def known(catalogue: Catalogue) -> Known:
    """Everything in `places` and `organisations` that a text may name."""
    return Known(
        _named(catalogue.places.to_dict("records"), "place_id"),
        _named(catalogue.organisations.to_dict("records"), "organisation_id"),
    )


def _named(rows: Iterable[Mapping[Hashable, object]], key: str) -> tuple[Named, ...]:
    texts = [{str(column): cell for column, cell in row.items() if isinstance(cell, str) and cell} for row in rows]
    return tuple(Named(row[key], tuple(_names(row)), row.get("parent_id", "")) for row in texts)


def _names(row: dict[str, str]) -> list[str]:
    given = [text for column, text in row.items() if column.split("_")[0] in _NAMES]
    return [*given, *(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip())]
