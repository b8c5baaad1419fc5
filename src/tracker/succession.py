"""What a claimant said of the same thing before and after one of its figures, and what lies between them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pandas as pd

from .catalogue import Catalogue, Filter
from .increments import Increment, Withheld, increments
from .period import day
from .series import BREAKS, arrange

_SAME = ("place_id", "population")  # beside claimant, indicator, crisis and measure: what else may change is a break


@dataclass(frozen=True)
class Neighbour:
    """The figure on one side of another: its row of the query `claims`, and the days of both, the earlier first.

    `step` is the word of `series.STEPS` that leads from the earlier to the later; `change` is their difference, where
    both are running totals of one count.
    """

    row: object = field(repr=False)
    days: tuple[dt.date, dt.date]
    step: str
    change: Increment | Withheld | None = None

    @property
    def is_break(self) -> bool:
        """Whether the two cannot be compared: more than time lies between them."""
        return self.step in BREAKS and self.step != "gap"


def neighbours(catalogue: Catalogue, claim: object, *, as_of: dt.date | None = None) -> tuple[Neighbour | None, ...]:
    """The figure before a claim and the one after it, None where there is none, as known on a day.

    Only levels and running totals that still stand follow one another: see docs/method/series.md.
    """
    rows = _line(catalogue, claim, as_of)
    found = rows.index[rows.observation_id.eq(_text(claim, "observation_id"))]
    if found.empty:
        return None, None
    at = int(found[0])
    before, after = _before(rows, at), _after(rows, at)
    return (
        None if before is None else _neighbour(rows, before, at, beside=before),
        None if after is None else _neighbour(rows, at, after, beside=after),
    )


def _before(rows: pd.DataFrame, at: int) -> int | None:
    """The figure before of the same count; else the one that the claim breaks off from."""
    same = rows.index[rows.segment.eq(rows.segment[at]) & (rows.index < at)]
    if len(same):
        return int(same[-1])
    return at - 1 if at > 0 and rows.step[at] in BREAKS else None


def _after(rows: pd.DataFrame, at: int) -> int | None:
    """The next figure of the same count; else one that breaks off from the claim."""
    same = rows.index[rows.segment.eq(rows.segment[at]) & (rows.index > at)]
    if len(same):
        return int(same[0])
    return at + 1 if at + 1 < len(rows) and rows.step[at + 1] in BREAKS else None


def _line(catalogue: Catalogue, claim: object, as_of: dt.date | None) -> pd.DataFrame:
    """The figures that may stand beside the claim, in order."""
    chosen = Filter(
        crisis=(_text(claim, "crisis_id"),),
        indicator=(_text(claim, "indicator_id"),),
        claimant=(_text(claim, "claimant_id"),),
        measure=(_text(claim, "measure"),),
        as_of=as_of,
    )
    rows = catalogue.rows("claims", chosen) if all((*chosen.claimant, *chosen.crisis)) else pd.DataFrame()
    for column in _SAME if len(rows) else ():
        rows = rows[rows[column].fillna("").eq(_text(claim, column))]
    if rows.empty:
        return pd.DataFrame({"observation_id": pd.Series(dtype="str")})
    ordered = arrange(rows)
    return ordered[ordered.joins].reset_index(drop=True)


def _neighbour(rows: pd.DataFrame, earlier: int, later: int, *, beside: int) -> Neighbour:
    first, second = rows.iloc[earlier], rows.iloc[later]
    since, until = day(first.day), day(second.day)
    assert since is not None and until is not None  # what joins a line has a day
    change = next(iter(increments(rows.iloc[[earlier, later]])), None)
    return Neighbour(rows.iloc[beside], (since, until), str(second.step), change)


def _text(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""
