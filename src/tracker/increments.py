"""What a running total rose or fell by from one reported figure to the next of the same count, over its true days."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from . import refusals
from .figure import Figure
from .languages import Language, language
from .period import Period, day

_STRICT = frozenset({"more_than", "less_than", "nearly"})


@dataclass(frozen=True)
class Increment:
    """The difference of two reported totals. `figure` is below zero where the total fell: nothing is clipped.

    `period` holds the days after the earlier total's, up to the later total's. `step` is the word of `series.STEPS`
    that leads to the later one. A fall is one that `series.arrange` flags.
    """

    figure: Figure
    period: Period
    step: str
    is_fall: bool
    observation_ids: tuple[str, str]


@dataclass(frozen=True)
class Withheld:
    """Two totals of one count whose difference cannot be known, and why, as a stable code."""

    code: str
    period: Period
    step: str
    is_fall: bool
    observation_ids: tuple[str, str]

    @property
    def reason(self) -> str:
        """The reason in English."""
        return self.told(language("en"))

    def told(self, reader: Language) -> str:
        """The reason in the reader's language."""
        return refusals.reason(self.code, reader)


_READ = ["observation_id", "day", "day_from", "value", "value_low", "value_high", "qualifier", "step", "is_fall"]


def increments(claims: pd.DataFrame) -> tuple[Increment | Withheld, ...]:
    """Every step of every running total among the claims, which `series.arrange` has put in order.

    There is none where a count starts anew, at another place, on another basis or of other people, and none from or to
    a figure that was replaced, withdrawn, forecast, filled in, or claimed by nobody.
    """
    totals = claims.loc[claims.joins & claims.measure.eq("cumulative"), ["segment", *_READ]]
    return tuple(step for _, count in totals.groupby("segment", sort=False) for step in _steps(count))


def difference(later: Figure, earlier: Figure) -> Figure | None:
    """What the words of both allow the later less the earlier to be; None where that may be any number.

    Bounds give bounds: "at least 96" less "80" is "at least 16", and "96" less "at least 80" is "at most 16". What two
    totals of "about" differ by may be nothing but their rounding.
    """
    if _is_reversed(later) or _is_reversed(earlier):
        return None
    low, high = later.lowest - earlier.highest, later.highest - earlier.lowest
    if low == high:
        return Figure(low)
    if math.isfinite(low) and math.isfinite(high):
        return _within(low, high, later, earlier)
    is_strict = bool({later.qualifier, earlier.qualifier} & _STRICT)
    if math.isfinite(low):
        return Figure.claimed("more_than" if is_strict else "at_least", low)
    return Figure.claimed("less_than" if is_strict else "at_most", high) if math.isfinite(high) else None


def _steps(count: pd.DataFrame) -> Iterator[Increment | Withheld]:
    """The figures of one segment, two by two. A day whose figures agree counts once."""
    distinct = count.drop_duplicates(["day", "value", "value_low", "value_high", "qualifier"])
    crowded = set(distinct.day[distinct.duplicated("day", keep=False)])
    once = count[~count.duplicated("day") | count.day.isin(crowded)]
    for earlier, later in itertools.pairwise(once.itertuples()):
        yield _step(earlier, later, is_crowded=bool(crowded & {earlier.day, later.day}))


def _step(earlier: object, later: object, *, is_crowded: bool) -> Increment | Withheld:
    before, now = Figure.of(earlier), Figure.of(later)
    period, step, is_fall = _between(earlier, later), str(_cell(later, "step")), bool(_cell(later, "is_fall"))
    ids = str(_cell(earlier, "observation_id")), str(_cell(later, "observation_id"))
    figure = difference(now, before)
    if is_crowded:
        return Withheld("same-day", period, step, is_fall, ids)
    if not (_is_dated(earlier) and _is_dated(later)):
        return Withheld("day-unknown", period, step, is_fall, ids)
    if figure is None:
        code = "bounds-reversed" if _is_reversed(before) or _is_reversed(now) else "hedges-open"
        return Withheld(code, period, step, is_fall, ids)
    return Increment(figure, period, step, is_fall, ids)


def _between(earlier: object, later: object) -> Period:
    """From the day after the earlier total's to the later's; of two totals of one day, that day."""
    before, last = day(_cell(earlier, "day")), day(_cell(later, "day"))
    assert before is not None and last is not None  # what joins has a day
    return Period(min(before + dt.timedelta(days=1), last), last)


def _is_dated(row: object) -> bool:
    """Whether the total's own day is known, and not only its week, month or year."""
    return bool(_cell(row, "day") == _cell(row, "day_from"))


def _is_reversed(figure: Figure) -> bool:
    return figure.lowest > figure.highest


def _within(low: float, high: float, later: Figure, earlier: Figure) -> Figure:
    """A best figure beside its bounds stays one; two ranges give a range and nothing in it."""
    are_best = {later.qualifier, earlier.qualifier} == {"exact"}
    if are_best and later.value is not None and earlier.value is not None:
        return Figure(later.value - earlier.value, low, high)
    return Figure.claimed("between", low, high)


def _cell(row: object, column: str) -> object:
    return getattr(row, column)
