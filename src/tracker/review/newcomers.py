"""Indicators, claimants and places new to the tables: named by a reviewer, and entered with their first figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..catalogue import Catalogue
from ..errors import RefusedError
from .session import Cells

TABLE_OF = {"indicator": "indicators", "claimant": "organisations", "place": "places"}
INDICATOR = ("indicator_definition", "indicator_unit", "indicator_population", "indicator_outcome")
FIELDS = (
    *("indicator_name", *INDICATOR),
    *("claimant_name", "claimant_kind"),
    *("place_name", "place_kind", "place_parent"),
)
Rows = dict[str, list[Cells]]


def slug(name: str) -> str:
    """A name as it stands in an id; of a script that ids cannot hold, nothing is left."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60].strip("-")


def with_newcomers(fields: Mapping[str, str]) -> Cells:
    """The fields with the ids that newcomers will have. Whatever is chosen from a list goes before a name typed."""
    return {**fields, **{what: name for what, name in _ids(fields).items() if name}}


def newcomers(fields: Mapping[str, str], catalogue: Catalogue) -> Rows:
    """The rows of those that are named and not in the tables yet. Raises RefusedError for one that says too little."""
    rows = Rows()
    _refuse_both(fields)
    for what, name in _ids(fields).items():
        named, table = fields[f"{what}_name"], TABLE_OF[what]
        if not name:
            raise RefusedError("write “{name}” in Latin letters: its id in the tables is made from them", name=named)
        if catalogue.get(table, name) is None:
            rows[table] = [_ROW_OF[what](name, fields)]
    return rows


def organisation(name: str, kind: str) -> Cells:
    """The row of an organisation of which only the name and the kind are known."""
    return {"organisation_id": slug(name), "name": name, "short_name": name, "kind": kind}


def _refuse_both(fields: Mapping[str, str]) -> None:
    for what in TABLE_OF:
        if fields.get(what) and (name := fields.get(f"{what}_name", "").strip()) and slug(name) != fields[what]:
            raise RefusedError(
                "“{name}” is named, and another is chosen from the list: choose none there, or clear the name",
                name=name,
            )


def _ids(fields: Mapping[str, str]) -> dict[str, str]:
    """Of each that is named and not chosen, the id that it has or will have; blank where its name gives none."""
    named = {what: fields.get(f"{what}_name", "").strip() for what in TABLE_OF if not fields.get(what)}
    ids = {what: slug(name) for what, name in named.items() if name}
    return {what: name.replace("-", "_") if what == "indicator" else name for what, name in ids.items()}


def _claimant(name: str, fields: Mapping[str, str]) -> Cells:
    return organisation(fields["claimant_name"].strip(), fields.get("claimant_kind", "") or "other")


def _place(name: str, fields: Mapping[str, str]) -> Cells:
    kind, parent = fields.get("place_kind", "") or "area", fields.get("place_parent", "")
    return {"place_id": name, "name": fields["place_name"].strip(), "kind": kind, "parent_id": parent}


def _indicator(name: str, fields: Mapping[str, str]) -> Cells:
    definition, unit, population, outcome = (fields.get(field, "").strip() for field in INDICATOR)
    if not definition:
        raise RefusedError("say what the new indicator counts, and what it leaves out")
    if not unit:
        raise RefusedError("say in what the new indicator is counted, such as people or facilities")
    if not (population and outcome):
        raise RefusedError("say whom or what the new indicator counts, and what happened to them")
    said = {"definition": definition, "unit": unit, "population": population, "outcome": outcome}
    return {"indicator_id": name, "label": fields["indicator_name"].strip(), **said}


_ROW_OF = {"indicator": _indicator, "claimant": _claimant, "place": _place}
