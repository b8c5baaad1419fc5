"""Claimants and places that the tables do not have yet: named by a reviewer, and entered with their first figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..catalogue import Catalogue
from ..errors import RefusedError
from .session import Cells

FIELDS = ("claimant_name", "claimant_kind", "place_name", "place_kind", "place_parent")
_KINDS = {"claimant": "other", "place": "area"}  # where nobody said what it is
Rows = dict[str, list[Cells]]


def slug(name: str) -> str:
    """A name as it stands in an id; of a script that ids cannot hold, nothing is left."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60].strip("-")


def with_newcomers(fields: Mapping[str, str]) -> Cells:
    """The fields with the ids that newcomers will have. Whoever is chosen from the list goes before a name typed."""
    ids = {
        what: slug(fields.get(f"{what}_name", ""))
        for what in _KINDS
        if not fields.get(what) and fields.get(f"{what}_name")
    }
    return {**fields, **{what: name for what, name in ids.items() if name}}


def newcomers(fields: Mapping[str, str], catalogue: Catalogue) -> Rows:
    """The rows of those that are named and not in the tables yet."""
    known, rows = with_newcomers(fields), Rows()
    claimant, place = (fields.get(f"{what}_name", "") if not fields.get(what) else "" for what in _KINDS)
    for name in filter(None, (claimant, place)):
        if not slug(name):
            raise RefusedError("write “{name}” in Latin letters: its id in the tables is made from them", name=name)
    if claimant and catalogue.get("organisations", known.get("claimant", "")) is None:
        rows["organisations"] = [organisation(claimant, fields.get("claimant_kind", "") or _KINDS["claimant"])]
    if place and catalogue.get("places", known.get("place", "")) is None:
        kind, parent = fields.get("place_kind", "") or _KINDS["place"], fields.get("place_parent", "")
        rows["places"] = [{"place_id": known.get("place", ""), "name": place, "kind": kind, "parent_id": parent}]
    return rows


def organisation(name: str, kind: str) -> Cells:
    """The row of an organisation of which only the name and the kind are known."""
    return {"organisation_id": slug(name), "name": name, "short_name": name, "kind": kind}
