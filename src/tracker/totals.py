"""Totals of flows where they are true; elsewhere a refusal that names the rows and offers what still holds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from .figure import Figure
from .period import Period, day

# What must be one and the same in every claim of a sum (law 3); the words name it in a refusal.
AGREE = {
    "indicator_id": "indicators",
    "claimant_id": "claimants",
    "place_id": "places",
    "basis": "bases of counting",
    "population": "populations",
}
APPROXIMATE = frozenset({"about", "nearly"})


@dataclass(frozen=True)
class Total:
    """A sum that holds: the figure, the days from first to last, and the claims in it."""

    figure: Figure
    period: Period
    observation_ids: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """Why some claims cannot be added, as a stable code, a sentence, and the claims concerned."""

    code: str
    reason: str
    observation_ids: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """No total: every conflict found and, where one exists, the greatest number that the claims still guarantee."""

    conflicts: tuple[Conflict, ...]
    at_least: Total | None = None


def total(claims: pd.DataFrame) -> Total | Refusal:
    """The sum of the claims (rows of the query `claims`), or a refusal. No claims is not a total of zero."""
    conflicts = tuple(_conflicts(claims))
    if not conflicts:
        figures: list[Figure | None] = [Figure.of(row) for row in claims.itertuples()]
        figure = reduce(_plus, figures)
        if figure is not None:
            return Total(figure, _span(claims), _ids(claims))
        conflicts = (
            Conflict("hedges-differ", "their hedges bound opposite sides and cannot be combined", _ids(claims)),
        )
    return Refusal(conflicts, greatest_lower_bound(claims))


def greatest_lower_bound(claims: pd.DataFrame) -> Total | None:
    """The most that the claims together guarantee: the heaviest set of disjoint periods, by the least each allows.

    For nested claims ("at least 96 since Friday" inside "at least 120 this month") that is the best single one or the
    best sum of disjoint ones. None where the claims do not agree in all that law 3 asks, or none sets a floor above 0.
    """
    if claims.empty or any(_differing(claims)):
        return None
    counted = claims[(claims.measure == "flow") & claims.period_start.notna() & claims.period_end.notna()]
    counted = counted[counted.period_start <= counted.period_end]
    floors = np.array([Figure.of(row).lowest for row in counted.itertuples()], dtype=float)
    counted, floors = counted[floors > 0], floors[floors > 0]
    if counted.empty:
        return None
    best = counted.iloc[_heaviest_disjoint(counted, floors)]
    least = math.fsum(Figure.of(row).lowest for row in best.itertuples())
    return Total(Figure.claimed("at_least", least), _span(best), _ids(best))


def _conflicts(claims: pd.DataFrame) -> Iterator[Conflict]:
    if claims.empty:
        yield Conflict("no-claims", "there are no claims to add; that is not a total of zero", ())
        return
    for code, reason, wrong in (
        (
            "not-a-flow",
            "only events within a period can be added: a level or a running total cannot",
            claims.measure != "flow",
        ),
        ("no-number", "no number was given", ~_has_number(claims)),
        (
            "period-unknown",
            "the period's first or last day was not stated",
            claims[["period_start", "period_end"]].isna().any(axis=1),
        ),
        ("period-reversed", "the period ends before it starts", claims.period_end < claims.period_start),
        ("replaced", "a later claim replaced it", _filled(claims, "superseded_by")),
        ("circulating", "it circulates without a known source", _true(claims, "is_circulating")),
    ):
        if wrong.any():
            yield Conflict(code, reason, _ids(claims[wrong]))
    yield from _differing(claims)
    yield from _overlapping(claims)


def _differing(claims: pd.DataFrame) -> Iterator[Conflict]:
    for column, name in AGREE.items():
        if column in claims and claims[column].nunique(dropna=False) > 1:
            yield Conflict(f"{column.removesuffix('_id')}-differs", f"they have different {name}", _ids(claims))
    if "claimant_id" in claims and len(claims) > 1 and claims.claimant_id.isna().all():
        yield Conflict("claimant-unknown", "nobody is named as their claimant, so they may be several", _ids(claims))


def _overlapping(claims: pd.DataFrame) -> Iterator[Conflict]:
    dated = claims.dropna(subset=["period_start", "period_end"]).sort_values(
        ["period_start", "period_end", "observation_id"]
    )
    latest_before = dated.period_end.cummax().shift()
    follows = dated.period_start <= latest_before
    if follows.any():
        involved = follows | follows.shift(-1, fill_value=False)
        yield Conflict(
            "periods-overlap", "their periods share days, so events could be counted twice", _ids(dated[involved])
        )


def _heaviest_disjoint(claims: pd.DataFrame, weights: np.ndarray) -> list[int]:
    """Positions of a set of disjoint periods with the greatest sum of weights: weighted interval scheduling."""
    starts, ends = (claims[column].to_numpy("datetime64[D]").astype(int) for column in ("period_start", "period_end"))
    order = np.lexsort((starts, ends))
    before = np.searchsorted(ends[order], starts[order], side="left")  # inclusive ends: a shared day is an overlap
    best = [0.0]
    for k, position in enumerate(order):
        best.append(max(best[k], best[before[k]] + weights[position]))
    chosen, k = [], len(order)
    while k:
        taken = best[k] != best[k - 1]
        if taken:
            chosen.append(int(order[k - 1]))
        k = int(before[k - 1]) if taken else k - 1
    return sorted(chosen)


def _plus(a: Figure | None, b: Figure | None) -> Figure | None:
    """The figure of two together, which says no more than both do; None where their hedges cannot be combined."""
    if a is None or b is None:
        return None
    if {a.qualifier, b.qualifier} & APPROXIMATE:
        return _about(a, b)
    low, high = a.lowest + b.lowest, a.highest + b.highest
    is_strict = {a.qualifier, b.qualifier} & {"more_than", "less_than"}
    if low == high:
        return Figure(low)
    if math.isfinite(low) and math.isfinite(high):
        return Figure.claimed("between", low, high)
    if math.isfinite(low):
        return Figure.claimed("more_than" if is_strict else "at_least", low)
    return Figure.claimed("less_than" if is_strict else "at_most", high) if math.isfinite(high) else None


def _about(a: Figure, b: Figure) -> Figure | None:
    if not {a.qualifier, b.qualifier} <= {"exact", *APPROXIMATE} or a.value is None or b.value is None:
        return None
    return Figure(a.value + b.value, qualifier="about" if "about" in {a.qualifier, b.qualifier} else "nearly")


def _has_number(claims: pd.DataFrame) -> pd.Series[bool]:
    return claims[["value", "value_low", "value_high"]].notna().any(axis=1)


def _filled(claims: pd.DataFrame, column: str) -> pd.Series[bool]:
    return claims[column].notna() if column in claims else pd.Series(False, index=claims.index)


def _true(claims: pd.DataFrame, column: str) -> pd.Series[bool]:
    return claims[column].fillna(False).astype(bool) if column in claims else pd.Series(False, index=claims.index)


def _span(claims: pd.DataFrame) -> Period:
    return Period(day(claims.period_start.min()), day(claims.period_end.max()))


def _ids(claims: pd.DataFrame) -> tuple[str, ...]:
    return tuple(claims.observation_id)
