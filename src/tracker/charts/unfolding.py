"""How an indicator's record grew: each day on which something became known, with what appeared and what it replaced.

A reader who moves the as-of day sees these steps: a chart of all claims can be played from them without asking again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

import pandas as pd

from ..catalogue import Catalogue, Filter
from ..languages import Language
from ..series import superseded


@dataclass(frozen=True)
class Moment:
    """One day: the ids of claims that became known, and of those that are no longer right from then on, for good."""

    day: dt.date
    appeared: tuple[str, ...]
    superseded: tuple[str, ...]


@dataclass(frozen=True)
class Unfolding:
    """The days in order. `undated` are claims of which nobody can say when they became known: no day shows them."""

    moments: tuple[Moment, ...]
    undated: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The same as plain lists and texts."""
        days = [
            {
                "day": moment.day.isoformat(),
                "appeared": list(moment.appeared),
                "superseded": list(moment.superseded),
            }
            for moment in self.moments
        ]
        return {"days": days, "undated": list(self.undated)}


def told(found: Unfolding, language: Language) -> list[str]:
    """What each day shows, in words for who moves the day: "12 Oct 2016: 14 of 67 figures known"."""
    known = list(accumulate(len(moment.appeared) for moment in found.moments))
    whole = language.number((known[-1] if known else 0) + len(found.undated))
    return [
        language.say_many(
            "{day}: {n} of {all} figures known",
            "{day}: {n} of {all} figures known",
            n,
            day=language.date(moment.day),
            all=whole,
        )
        for moment, n in zip(found.moments, known, strict=True)
    ]


def unfolding(catalogue: Catalogue, chosen: Filter) -> Unfolding:
    """The days of the chosen claims. On each, the series as of that day has the claims that appeared up to then."""
    claims = catalogue.rows("claims", replace(chosen, as_of=None))
    known = claims[claims.known_on.notna()]
    states = _states(known, catalogue.rows("claims", Filter(indicator=chosen.indicator)))
    moments: dict[dt.date, _Happened] = {}
    for name, found in zip(known.observation_id, known.known_on.dt.date, strict=True):
        moments.setdefault(found, _Happened()).appeared.append(name)
    for name, found in _turns(states):
        moments.setdefault(found, _Happened()).superseded.append(name)
    last = chosen.as_of or dt.date.max
    return Unfolding(
        tuple(moments[found].on(found) for found in sorted(moments) if found <= last),
        tuple(sorted(claims[claims.known_on.isna()].observation_id)),
    )


@dataclass(frozen=True)
class _Happened:
    """A day that is being filled."""

    appeared: list[str] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)

    def on(self, found: dt.date) -> Moment:
        """The finished day."""
        return Moment(found, *(tuple(sorted(names)) for names in (self.appeared, self.superseded)))


def _turns(states: pd.DataFrame) -> Iterator[tuple[str, dt.date]]:
    """The day on which each claim comes to be wrong: when it or the first that takes it back becomes known."""
    first = states[states.is_wrong].groupby("observation_id").from_day.min()
    return zip(first.index, first.dt.date, strict=True)


def _states(known: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Each claim from the day it became known, and from each day on which a revision of it did."""
    revising = others.loc[others.known_on.notna(), ["revises", "observation_id", "change", "known_on"]].set_axis(
        ["observation_id", "superseded_by", "superseded_change", "revised_on"], axis=1
    )
    alone = known.drop(columns=["superseded_by", "superseded_change"])
    revised = alone.merge(revising, on="observation_id")
    revised = revised[revised.superseded_by.ne(revised.observation_id)]
    both = pd.concat(
        [
            alone.assign(superseded_by="", superseded_change="", from_day=alone.known_on),
            revised.assign(from_day=revised[["known_on", "revised_on"]].max(axis=1)),
        ],
        ignore_index=True,
    )
    return both.assign(is_wrong=superseded(both))
