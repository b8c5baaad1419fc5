"""One indicator's claims in order: who said what of when, which figures a line may join, and where it must break."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from . import segments
from .catalogue import Catalogue, Filter
from .errors import UnknownError
from .handovers import Handover, handovers
from .segments import BREAKS, HOLD_DAYS, SAME_COUNT, STEPS

__all__ = ["BREAKS", "HOLD_DAYS", "SAME_COUNT", "STEPS", "UNDRAWN", "Series", "arrange", "select"]

UNDRAWN = {
    "withdrawn": "the source withdrew a figure, and gave none",
    "no_number": "no number was given",
    "no_period": "no date was stated, so it has no place in time",
    "no_end": "up to which day it counts was not stated, so it has no place in time",
    "disordered": "its period ends before it starts",
}
_READ = (
    *("observation_id", "crisis_id", "indicator_id", "claimant_id", "place_id", "measure", "population", "basis"),
    *("scope_note", "period_start", "period_end", "date_precision", "value", "value_low", "value_high", "qualifier"),
    *("change", "rank", "known_on", "superseded_by", "superseded_change"),
)
# Changes after which the earlier figure is not wrong.
_STILL_HOLDS = frozenset({"update", "basis_change", "method_change"})


@dataclass(frozen=True)
class Series:
    """One indicator's claims. `claims` has every column of the query `claims` and those that `arrange` adds."""

    indicator: object
    claims: pd.DataFrame
    claimants: tuple[str, ...]  # all who ever claimed it, chosen or not, most claims first: colours follow this
    place: object | None = None  # the smallest place that holds every claim
    documents: int = 0  # how many documents carry the claims
    until: pd.Timestamp | None = None  # the as-of day; nothing is drawn as known after it
    handovers: tuple[Handover, ...] = ()  # where its claimants began or ended this count for another

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """The claims that have a number and a place in time."""
        return self.claims[self.claims.undrawn.eq("")]

    @cached_property
    def undrawn(self) -> pd.DataFrame:
        """The claims that no chart can place; `undrawn` says why, in a word of `UNDRAWN`."""
        return self.claims[self.claims.undrawn.ne("")]


def select(catalogue: Catalogue, chosen: Filter) -> Series:
    """The chosen claims of one indicator, by claimant and then in time."""
    indicator = _indicator(catalogue, chosen)
    claimants = _claimants(catalogue, chosen.indicator)
    claims = arrange(catalogue.rows("claims", chosen), claimants)
    return Series(
        indicator,
        claims,
        claimants,
        place=catalogue.get("places", _shared_place(catalogue.places, claims.place_id.unique())),
        documents=int(catalogue.rows("extent", chosen).n_documents.iloc[0]),
        until=pd.Timestamp(chosen.as_of) if chosen.as_of else None,
        handovers=handovers(catalogue, catalogue.rows("events", chosen), claims),
    )


def arrange(claims: pd.DataFrame, claimants: Iterable[str] = ()) -> pd.DataFrame:
    """The claims by claimant and then in time, each with

    - `day`: the day a level or a running total stands at; blank for events within a period,
    - `day_from`: the first day it may stand at, earlier than `day` where its source dated it more coarsely,
    - `undrawn`: why it cannot be drawn, or blank,
    - `is_superseded`: a later claim of its source replaced it,
    - `joins`: a line may leave it or reach it: a level or running total of a named claimant that stands at a day,
    - `segment`: rows that share one are figures of one count,
    - `break_before`: why no line comes from the claimant's figure before, a word of `BREAKS`, or blank,
    - `step`: what leads to it from the claimant's figure before, a word of `STEPS`, or blank,
    - `is_fall`: the running total is below the one before it.
    """
    rows = claims[list(_READ)]  # a frame of few columns: whole rows are moved once, at the end
    rows = rows.assign(day=_day(rows), undrawn=_undrawn(rows), part="").astype({"part": "str"})
    order = _order(rows, claimants)
    rows = rows.loc[order].reset_index(drop=True)
    added = {name: rows[name] for name in ("day", "undrawn")} | {"day_from": _day_from(rows)} | _lines(rows)
    return claims.loc[order].reset_index(drop=True).assign(**added)


def apart(claims: pd.DataFrame, part: pd.Series[str]) -> dict[str, pd.DataFrame]:
    """What `arrange` gave, anew for the claims of each part as if those of the others were not there: all in one go."""
    found = claims.assign(**_lines(claims[[*_READ, "day", "undrawn"]].assign(part=part)))
    each = {str(name): found[part.eq(name)].reset_index(drop=True) for name in part.unique()}
    return {name: rows.assign(segment=pd.factorize(rows.segment)[0]) for name, rows in each.items()}


def _lines(rows: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """What lines are drawn by: nothing is of one count with, or replaced by, what is in another `part`."""
    rows = rows.assign(is_superseded=superseded(rows))
    rows = rows.assign(joins=segments.joins(rows), count=segments.count(rows))
    rows = rows.assign(segment=segments.segments(rows))
    rows = rows.assign(break_before=segments.breaks(rows))
    found = rows[["is_superseded", "joins", "segment", "break_before"]]
    return {**found, "step": segments.steps(rows), "is_fall": segments.falls(rows)}


def _indicator(catalogue: Catalogue, chosen: Filter) -> object:
    if len(chosen.indicator) != 1:
        raise UnknownError("a series is of one indicator: choose exactly one")
    row = catalogue.get("indicators", chosen.indicator[0])
    if row is None:
        raise UnknownError(f"there is no indicator {chosen.indicator[0]!r}")
    return row


def _claimants(catalogue: Catalogue, indicator: tuple[str, ...]) -> tuple[str, ...]:
    """Everyone who claimed it, as of any day and under any filter, so that a colour never moves to another.

    Those with a dated claim come first, then those with more claims: the first have the colours that differ most.
    """
    return tuple(catalogue.rows("claimants", Filter(indicator=indicator)).claimant_id)


def _shared_place(places: pd.DataFrame, chosen: Iterable[str]) -> str:
    """The smallest kept place that holds all the chosen; blank where none does."""
    parents = dict(zip(places.place_id, places.parent_id.fillna(""), strict=True))
    paths = [list(_upwards(place, parents)) for place in chosen]
    return next((place for place in paths[0] if all(place in path for path in paths)), "") if paths else ""


def _upwards(place: str, parents: Mapping[str, str]) -> Iterable[str]:
    seen: set[str] = set()
    while place and place not in seen:  # a place within itself is a finding, and must not hang a chart
        seen.add(place)
        yield place
        place = parents.get(place, "")


def _day(rows: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    level = rows.period_end.fillna(rows.period_start).where(rows.measure.eq("stock"))
    return level.fillna(rows.period_end.where(rows.measure.eq("cumulative")))


def _day_from(rows: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """A level holds for its whole period; what is dated to a month may stand at any of its days from the start on."""
    rough = _first_of(rows.day, rows.date_precision)
    level = rows.period_start.where(rows.period_start < rows.day, rough)
    total = rough.mask(rough < rows.period_start, rows.period_start)
    return level.where(rows.measure.eq("stock"), total).where(rows.day.notna())


def _first_of(days: pd.Series[pd.Timestamp], precision: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    """The first day of the week, month or year that ends on a day or, dated no finer, holds it."""
    if not precision.isin(["week", "month", "year"]).any():
        return days
    week = days - pd.Timedelta(days=6)
    month = days.dt.to_period("M").dt.start_time.astype(days.dtype)
    year = days.dt.to_period("Y").dt.start_time.astype(days.dtype)
    return days.mask(precision.eq("week"), week).mask(precision.eq("month"), month).mask(precision.eq("year"), year)


def _undrawn(rows: pd.DataFrame) -> pd.Series[str]:
    words_only = rows.qualifier.eq("vague") | rows.measure.eq("status")
    no_number = words_only | rows[["value", "value_low", "value_high"]].isna().all(axis=1)
    reason = pd.Series("", index=rows.index, dtype="str")
    reason = reason.mask(rows.period_end < rows.period_start, "disordered")
    is_endless = rows.measure.eq("cumulative") & rows.period_end.isna()  # a total drawn at its start would mislead
    reason = reason.mask(is_endless, "no_end")
    reason = reason.mask(rows.period_start.isna() & rows.period_end.isna(), "no_period")
    return reason.mask(no_number, "no_number").mask(rows.change.eq("retraction"), "withdrawn")


def superseded(rows: pd.DataFrame) -> pd.Series[bool]:
    """Replaced or known to be wrong. A newer figure of a later day does not make the earlier one wrong.

    Where rows have a `part`, the newer figure counts if it is of the same one.
    """
    same = [name for name in ("period_end", "part") if name in rows]
    by = rows.drop_duplicates("observation_id").set_index("observation_id")[same].reindex(rows.superseded_by)
    replaced = rows.superseded_by.fillna("").ne("")
    same_day = by.set_axis(rows.index).eq(rows[same]).all(axis=1)
    holds = rows.superseded_change.isin(_STILL_HOLDS) & ~(rows.superseded_change.eq("update") & same_day)
    return (replaced & ~holds) | rows["rank"].eq("deprecated")


def _order(rows: pd.DataFrame, claimants: Iterable[str]) -> pd.Index:
    named = list(dict.fromkeys([*claimants, *sorted(rows.claimant_id.dropna().unique())]))
    place = {claimant: number for number, claimant in enumerate(named)}
    keys = rows[["known_on", "observation_id"]].assign(
        _claimant=rows.claimant_id.map(place).fillna(len(place)),
        _time=rows.period_end.fillna(rows.period_start).fillna(rows.known_on),
    )
    return keys.sort_values(["_claimant", "_time", "known_on", "observation_id"], kind="stable").index
