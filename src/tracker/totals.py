"""Totals of flows where they are true; elsewhere a refusal that names the rows and offers what still holds."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from . import bounds, intervals, refusals
from .errors import TrackerError
from .figure import APPROXIMATE, Figure
from .languages import Language, language
from .period import Period, day

# What must be one and the same in every claim of a sum (law 3), and the word for it in the codes of conflicts.
AGREE = {
    "indicator_id": "indicator",
    "claimant_id": "claimant",
    "place_id": "place",
    "basis": "basis",
    "population": "population",
    "scope_note": "scope",
}
NEEDED = ("observation_id", "measure", "period_start", "period_end", "value", "value_low", "value_high", "qualifier")
_STRICT = frozenset({"more_than", "less_than"})


@dataclass(frozen=True)
class Total:
    """A sum that holds: the figure, the days from first to last, how many of them are counted, and the claims in it."""

    figure: Figure
    period: Period
    days: int
    observation_ids: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """Why some claims cannot be added, as a stable code, and the claims concerned."""

    code: str
    observation_ids: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reason in English."""
        return self.told(language("en"))

    def told(self, reader: Language) -> str:
        """The reason in the reader's language."""
        return refusals.reason(self.code, reader)


@dataclass(frozen=True)
class Refusal:
    """No total: every conflict found and, where they exist, what can still be said of the claims that can be added.

    `at_least` is the greatest number that they guarantee. `largest_disjoint` is the sum of as many of them as share no
    day, and not of all: say so wherever it is shown.
    """

    conflicts: tuple[Conflict, ...]
    at_least: Total | None = None
    largest_disjoint: Total | None = None


def total(claims: pd.DataFrame, *, parents: Mapping[str, str] | None = None) -> Total | Refusal:
    """The sum of the claims (rows of the query `claims`), or a refusal. No claims is not a total of zero.

    `parents` maps a place to the one around it, so that a refusal can say which claims are of a part and its whole.
    """
    _complete(claims)
    unsound = _unsound(claims)
    conflicts = tuple(_conflicts(claims, unsound, parents or {}))
    if not conflicts:
        figure = _sum(claims)
        if figure is not None:
            return _total(claims, figure)
        conflicts = (Conflict("hedges-differ", _ids(claims)),)
    like = _alike(claims, unsound)
    return Refusal(conflicts, _guaranteed(like), _disjoint(like))


def greatest_lower_bound(claims: pd.DataFrame) -> Total | None:
    """The most that the claims together guarantee: the heaviest set of disjoint periods, by the least each allows.

    For nested claims ("at least 96 since Friday" inside "at least 120 this month") that is the best single one or the
    best sum of disjoint ones. None where the claims do not agree in all that law 3 asks, or none sets a floor above 0.
    """
    _complete(claims)
    return _guaranteed(_alike(claims, _unsound(claims)))


def largest_disjoint(claims: pd.DataFrame) -> Total | None:
    """The sum of a largest set of claims whose periods share no day; of several, of one that covers the most days.

    It leaves claims out, and is no total of them all. None where the claims do not agree in all that law 3 asks, or
    the hedges in the set cannot be combined.
    """
    _complete(claims)
    return _disjoint(_alike(claims, _unsound(claims)))


def _guaranteed(alike: pd.DataFrame) -> Total | None:
    floors = bounds.lowest(alike)
    alike, floors = alike[floors > 0], floors[floors > 0]
    if alike.empty:
        return None
    chosen = intervals.heaviest_disjoint(*_days(alike), floors.tolist())
    return _total(alike.iloc[chosen], Figure.claimed("at_least", math.fsum(floors.iloc[chosen])))


def _disjoint(alike: pd.DataFrame) -> Total | None:
    if alike.empty:
        return None
    chosen = alike.iloc[intervals.most_disjoint(*_days(alike))]
    figure = _sum(chosen)
    return None if figure is None else _total(chosen, figure)


def _complete(claims: pd.DataFrame) -> None:
    """A column that is not there cannot be seen to agree."""
    missing = [column for column in (*NEEDED, *AGREE) if column not in claims]
    if missing:
        raise TrackerError(f"claims without {', '.join(missing)} cannot be added: pass rows of the query `claims`")


def _conflicts(
    claims: pd.DataFrame, unsound: Mapping[str, pd.Series[bool]], parents: Mapping[str, str]
) -> Iterator[Conflict]:
    if claims.empty:
        yield Conflict("no-claims", ())
        return
    for code, wrong in unsound.items():
        if wrong.any():
            yield Conflict(code, _ids(claims[wrong]))
    yield from _differing(claims, parents)
    dated = claims.dropna(subset=["period_start", "period_end"])
    shares = intervals.overlapping(*_days(dated))
    if shares.any():
        yield Conflict("periods-overlap", _ids(dated[shares].sort_values(["period_start", "observation_id"])))


def _unsound(claims: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """What keeps a claim out of any sum, whatever it is added to."""
    return {
        "not-a-flow": claims.measure.ne("flow"),
        "no-number": claims[["value", "value_low", "value_high"]].isna().all(axis=1) | claims.qualifier.eq("vague"),
        "bounds-reversed": bounds.lowest(claims) > bounds.highest(claims),
        "period-unknown": claims.period_start.isna() | claims.period_end.isna(),
        "period-reversed": claims.period_end < claims.period_start,
        "replaced": _text(claims, "superseded_by").ne("") | claims.observation_id.isin(set(_text(claims, "revises"))),
        "withdrawn": _text(claims, "rank").eq("deprecated") | _text(claims, "change").eq("retraction"),
        "circulating": _true(claims, "is_circulating"),
    }


def _alike(claims: pd.DataFrame, unsound: Mapping[str, pd.Series[bool]]) -> pd.DataFrame:
    """The claims that may stand in a sum, in time; none of them where they do not agree in all that law 3 asks."""
    sound = claims[~functools.reduce(operator.or_, unsound.values())]
    alike = sound.iloc[:0] if any(_differing(sound, {})) else sound
    return alike.sort_values(["period_end", "period_start", "observation_id"])


def _differing(claims: pd.DataFrame, parents: Mapping[str, str]) -> Iterator[Conflict]:
    for column, name in AGREE.items():
        if _text(claims, column).nunique() > 1:
            yield Conflict(f"{name}-differs", _ids(claims))
    if len(claims) > 1 and _text(claims, "claimant_id").eq("").all():
        yield Conflict("claimant-unknown", _ids(claims))
    if nested := _nested(set(_text(claims, "place_id")), parents):
        yield Conflict("places-nest", _ids(claims[claims.place_id.isin(nested)]))


def _nested(places: set[str], parents: Mapping[str, str]) -> set[str]:
    """Those of the places that lie within another of them, and those that hold another."""
    pairs = [(place, whole) for place in places for whole in _above(place, parents) & places if whole != place]
    return {place for pair in pairs for place in pair}


def _above(place: str, parents: Mapping[str, str]) -> set[str]:
    """Every place around a place. A place within itself is a finding, and must not hang a sum."""
    above: set[str] = set()
    while (place := parents.get(place, "")) and place not in above:
        above.add(place)
    return above


def _sum(claims: pd.DataFrame) -> Figure | None:
    """The figure of all together, which says no more than they do; None where their hedges cannot be combined."""
    hedges, values = set(claims.qualifier), claims.value
    best = math.fsum(values) if values.notna().all() else None
    if hedges & APPROXIMATE:
        is_near = hedges <= {"exact", *APPROXIMATE} and best is not None
        return Figure(best, qualifier="about" if "about" in hedges else "nearly") if is_near else None
    low, high = math.fsum(bounds.lowest(claims)), math.fsum(bounds.highest(claims))
    if low == high:
        return Figure(low)
    if math.isfinite(low) and math.isfinite(high):
        return Figure(best, low, high, "exact") if best is not None and hedges == {"exact"} else _between(low, high)
    if math.isfinite(low):
        return Figure.claimed("more_than" if hedges & _STRICT else "at_least", low)
    return Figure.claimed("less_than" if hedges & _STRICT else "at_most", high) if math.isfinite(high) else None


def _between(low: float, high: float) -> Figure:
    return Figure.claimed("between", low, high)


def _total(claims: pd.DataFrame, figure: Figure) -> Total:
    """For claims whose periods share no day."""
    span = Period(day(claims.period_start.min()), day(claims.period_end.max()))
    days = int(((claims.period_end - claims.period_start).dt.days + 1).sum())
    return Total(figure, span, days, _ids(claims))


def _days(claims: pd.DataFrame) -> tuple[intervals.Days, intervals.Days]:
    start, end = (claims[column].to_numpy("datetime64[D]").astype("int64") for column in ("period_start", "period_end"))
    return start, end


def _text(claims: pd.DataFrame, column: str) -> pd.Series[str]:
    return claims[column].fillna("") if column in claims else pd.Series("", index=claims.index, dtype="str")


def _true(claims: pd.DataFrame, column: str) -> pd.Series[bool]:
    return claims[column].fillna(False).astype(bool) if column in claims else pd.Series(False, index=claims.index)


def _ids(claims: pd.DataFrame) -> tuple[str, ...]:
    return tuple(claims.observation_id)
