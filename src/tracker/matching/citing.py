"""What a citation must say of its own: where the document differs from the claim it carries, and whom it names."""

from __future__ import annotations

import datetime as dt

from ..claims.families import Families
from ..claims.printed import Labels, Printed, text
from .proposed import Proposed

Value = str | float | dt.date
_EVENTS = frozenset({"flow", "cumulative"})  # both count events in a period: "since Friday" is no other measure


def citation_cells(proposed: Proposed, claim: object, labels: Labels, families: Families) -> dict[str, Value]:
    """The typed cells of a citation of this claim by the document; what agrees with the claim is left blank."""
    own = Printed.of_claim(claim, labels)
    return {
        **_figure(proposed, own),
        **_period(proposed, own),
        **_subject(proposed, own),
        **_attribution(proposed, text(claim, "claimant_id"), families),
    }


def _figure(proposed: Proposed, own: Printed) -> dict[str, Value]:
    printed = proposed.figure
    if printed == own.figure or not (printed.has_number or own.figure.has_number):
        return {}
    numbers = {"value": printed.value, "value_low": printed.low, "value_high": printed.high}
    kept: dict[str, Value] = {name: number for name, number in numbers.items() if number is not None}
    return kept | {"qualifier": printed.qualifier}


def _period(proposed: Proposed, own: Printed) -> dict[str, Value]:
    """Both ends together: one of them alone would be read with the claim's other one."""
    ends = {"period_start": proposed.period.start, "period_end": proposed.period.end}
    claimed = {"period_start": own.period.start, "period_end": own.period.end}
    differs = any(day is not None and day != claimed[name] for name, day in ends.items())
    return {name: day for name, day in ends.items() if day is not None} if differs else {}


def _subject(proposed: Proposed, own: Printed) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    if proposed.place_id not in {"", own.place_id}:
        kept["place_id"] = proposed.place_id
    if proposed.indicator_id not in {"", own.indicator_id}:
        kept["indicator_id"] = proposed.indicator_id
    if proposed.measure != own.measure and not {proposed.measure, own.measure} <= _EVENTS:
        kept["measure"] = proposed.measure
    if proposed.population not in {"", own.population}:
        kept["population"] = proposed.population
    return kept


def _attribution(proposed: Proposed, claimant: str, families: Families) -> dict[str, Value]:
    is_own = bool(claimant) and bool(proposed.publisher_id) and families.are_one(claimant, proposed.publisher_id)
    role: dict[str, Value] = {"role": "origin" if is_own else "echo"}
    if is_own or (proposed.claimant_id and claimant and families.are_one(claimant, proposed.claimant_id)):
        return role | {"attribution": "claimant"}
    if not proposed.claimant_id:
        return role | {"attribution": "none"}
    return role | {"attribution": "other", "attributed_to": proposed.claimant_id}
