"""Stretches of days for which a claimant gave no figure of a count: they stay empty, and can be named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from .period import Period, day
from .segments import HOLD_DAYS, SAME_COUNT, UNREPORTED


@dataclass(frozen=True)
class Gap:
    """The days between two figures of one count for which there is none, and the claims on either side."""

    claimant_id: str
    period: Period
    before: str
    after: str


def gaps(claims: pd.DataFrame, *, silent_days: int = HOLD_DAYS) -> tuple[Gap, ...]:
    """Every stretch of at least so many days without a figure, among claims that `series.arrange` has put in order.

    A level or running total stands at its day, events at every day of their period. What was replaced, forecast, filled
    in or claimed by nobody fills no gap. Nothing is said of the time before a first figure or after a last one.
    """
    said = pd.concat([_dated(claims), _counted(claims)]).sort_values(["counted", "starts", "ends"], kind="stable")
    reached = said.groupby("counted")["ends"].cummax()
    farthest = said.observation_id.where(said["ends"].eq(reached)).groupby(said.counted).ffill()
    ahead = said.assign(reached=reached, before=farthest).groupby("counted")[["reached", "before"]].shift()
    found = said.assign(reached=ahead.reached, before=ahead.before)
    silent = (found["starts"] - found["reached"]).dt.days - 1
    return tuple(_gap(row) for row in found[silent >= silent_days].itertuples())


def _dated(claims: pd.DataFrame) -> pd.DataFrame:
    rows = claims[claims.joins]
    return _spans(rows, rows.segment.astype("str"), rows.day, rows.day)


def _counted(claims: pd.DataFrame) -> pd.DataFrame:
    """Events in known periods, by the count they are of."""
    is_said = claims.measure.eq("flow") & claims.undrawn.eq("") & ~claims.is_superseded & claims.claimant_id.notna()
    is_dated = claims.period_start.notna() & claims.period_end.notna() & ~claims.basis.isin(UNREPORTED)
    rows = claims[is_said & is_dated]
    parts = rows[["indicator_id", *SAME_COUNT]].fillna("").astype("str")
    count = parts.iloc[:, 0].str.cat(parts.iloc[:, 1:], sep="\x1f")
    return _spans(rows, count, rows.period_start, rows.period_end)


def _spans(
    rows: pd.DataFrame, count: pd.Series[str], first: pd.Series[pd.Timestamp], last: pd.Series[pd.Timestamp]
) -> pd.DataFrame:
    return rows[["observation_id", "claimant_id"]].assign(counted=count, starts=first, ends=last)


def _gap(row: object) -> Gap:
    reached, first = day(getattr(row, "reached", None)), day(getattr(row, "starts", None))
    assert reached is not None and first is not None
    one = dt.timedelta(days=1)
    claimant, before, after = (str(getattr(row, name, "")) for name in ("claimant_id", "before", "observation_id"))
    return Gap(claimant, Period(reached + one, first - one), before, after)
