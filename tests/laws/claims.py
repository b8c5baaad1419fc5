"""Claims of every kind, as Hypothesis draws them for the laws."""

import datetime as dt

import numpy as np
import pandas as pd
import record
from hypothesis import settings
from hypothesis import strategies as st

from tracker.figure import Figure
from tracker.totals import Refusal, total

LAW = settings.get_profile("law")


FIRST = record.FIRST


PARENTS = {"al-shaar": "eastern-aleppo", "eastern-aleppo": "aleppo"}


NUMBERS = ("value", "value_low", "value_high")


HEDGES = ["exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "between", "vague"]


USUAL = {
    "crisis_id": "aleppo-2016",
    "indicator_id": "children_killed",
    "claimant_id": "sohr",
    "place_id": "eastern-aleppo",
    "basis": "reported",
    "population": None,
    "scope_note": None,
    "measure": "flow",
    "date_precision": "day",
    "change": None,
    "superseded_by": None,
    "superseded_change": None,
    "rank": "normal",
    "wording": None,
    "indicator_label": "Children killed",
    "indicator_unit": "people",
    "place_name": "Eastern Aleppo",
    "claimant_short": "SOHR",
}


OTHERS = {
    "indicator_id": "people_killed",
    "claimant_id": "unicef",
    "place_id": "aleppo",
    "basis": "verified",
    "population": "girls",
    "scope_note": "air strikes only",
}


def figure(qualifier, number, more=0):
    return (
        Figure.claimed(qualifier, number, number + more)
        if qualifier == "between"
        else Figure.claimed(qualifier, number)
    )


FIGURES = st.builds(figure, st.sampled_from(HEDGES), st.integers(0, 60).map(float), st.integers(0, 9).map(float))


def row(number, first, days, claimed, **cells):
    start = FIRST + dt.timedelta(days=first)
    figures = {"value": claimed.value, "value_low": claimed.low, "value_high": claimed.high}
    dates = {"period_start": start, "period_end": start + dt.timedelta(days=days)}
    return {**USUAL, "observation_id": f"c{number}", **dates, **figures, "qualifier": claimed.qualifier, **cells}


def frame(rows):
    """The types that a catalogue gives, made as fast as a law needs it."""
    columns = {name: [one[name] for one in rows] for name in rows[0]}
    for name in NUMBERS:
        columns[name] = np.array([np.nan if cell is None else cell for cell in columns[name]])
    for name in ("period_start", "period_end"):
        columns[name] = np.array([cell or "NaT" for cell in columns[name]], dtype="datetime64[us]")
    for name in ("change", "superseded_by", "superseded_change", "population", "scope_note", "claimant_id", "wording"):
        columns[name] = pd.array(columns[name], dtype="str")
    return pd.DataFrame(columns).assign(known_on=columns["period_end"])


def sums(claims):
    """Every number that adding gives: the total, or what a refusal offers in its place."""
    answer = total(claims, parents=PARENTS)
    found = (answer.at_least, answer.largest_disjoint) if isinstance(answer, Refusal) else (answer,)
    return [(one, claims[claims.observation_id.isin(one.observation_ids)]) for one in found if one]


DAYS = st.dates(FIRST, FIRST + dt.timedelta(days=60))
