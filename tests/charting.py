"""Claims as the query `claims` gives them, without a store: for laws that need thousands of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
from factories import observation
from hypothesis import strategies as st

from tracker.series import Series, arrange
from tracker.vocabularies import BASIS, CHANGE, MEASURE, QUALIFIER

_DATES = ("period_start", "period_end", "known_on")
_NUMBERS = ("value", "value_low", "value_high")
_TEXTS = ("claimant_id", "population", "scope_note", "change", "basis", "wording", "superseded_by", "superseded_change")
_BOUNDS = {"at_least": "value_low", "more_than": "value_low", "at_most": "value_high", "less_than": "value_high"}


def claim(observation_id: str = "claim", **cells: Any) -> dict[str, Any]:
    """One row of the query `claims`. State only what matters."""
    row = observation(observation_id, **cells)
    known = {name: row.get(name) for name in (*_NUMBERS, *_TEXTS)}
    named = {
        "indicator_label": "Children killed",
        "indicator_unit": "people",
        "place_name": "Eastern Aleppo",
        "claimant_short": str(row["claimant_id"]).upper() if row["claimant_id"] else None,
        "known_on": row["period_end"] or row["period_start"],
    }
    return {**row, **known, **named, **cells}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """Claims with the types that a catalogue gives."""
    claims = pd.DataFrame(rows)
    dates = {name: pd.to_datetime(claims[name]).astype("datetime64[us]") for name in _DATES}
    numbers = {name: claims[name].astype("float64") for name in _NUMBERS}
    texts = {name: claims[name].astype("str").where(claims[name].notna()) for name in _TEXTS}
    return claims.assign(**dates, **numbers, **texts)


def series(*rows: dict[str, Any], **cells: Any) -> Series:
    """The series of some claims, as `select` would give it."""
    claims = frame(*rows)
    claimants = tuple(sorted(claims.claimant_id.dropna().unique()))
    indicator = SimpleNamespace(label="Children killed", label_ar="الأطفال الذين قُتلوا", unit="people")
    given = {"indicator": indicator, "claimants": claimants, "documents": 3, **cells}
    return Series(claims=arrange(claims, given["claimants"]), **given)


def figure_cells(qualifier: str, number: float, more: float) -> dict[str, Any]:
    """The number columns of a figure with a qualifier."""
    if qualifier == "vague":
        return {"qualifier": qualifier, "value": None, "wording": "dozens"}
    if qualifier == "between":
        return {"qualifier": qualifier, "value": None, "value_low": number, "value_high": number + more}
    bound = {_BOUNDS[qualifier]: number} if qualifier in _BOUNDS else {}
    return {"qualifier": qualifier, "value": number, **bound}


_DAYS = st.none() | st.dates(pd.Timestamp("2016-07-01").date(), pd.Timestamp("2016-12-31").date()).map(str)


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    """Any claim a source may make: every measure, hedge and basis, with and without dates."""
    start, end = draw(_DAYS), draw(_DAYS)
    if start and end and draw(st.integers(0, 9)):
        start, end = min(start, end), max(start, end)
    qualifier = draw(st.sampled_from(sorted(QUALIFIER)))
    return claim(
        claimant_id=draw(st.sampled_from(["unicef", "sohr", "who", None])),
        place_id=draw(st.sampled_from(["eastern-aleppo", "western-aleppo"])),
        measure=draw(st.sampled_from(sorted(MEASURE))),
        period_start=draw(st.sampled_from([start, "2016-07-01"])),
        period_end=end,
        basis=draw(st.sampled_from(["reported", "reported", *sorted(BASIS)])),
        change=draw(st.none() | st.sampled_from(sorted(CHANGE))),
        rank=draw(st.sampled_from(["normal", "normal", "normal", "deprecated"])),
        **figure_cells(qualifier, draw(st.integers(0, 400)), draw(st.integers(1, 90))),
    )


def many(most: int = 14) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some claims, each with an id of its own."""
    return st.lists(claims(), min_size=1, max_size=most).map(
        lambda rows: [{**row, "observation_id": f"claim-{number}"} for number, row in enumerate(rows)]
    )
