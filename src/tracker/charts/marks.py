"""Where each claim stands on a timeline and how it looks, before any colour: no claim is given a time or a number."""

from __future__ import annotations

import datetime as dt
from collections import namedtuple
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, starmap

import numpy as np
import pandas as pd

from ..figure import LOWER_BOUNDS, UPPER_BOUNDS, Figure
from ..period import Period, day
from ..series import Series

_DAY, _NOON = dt.timedelta(days=1), dt.timedelta(hours=12)


@dataclass(frozen=True)
class Mark:
    """One claim as it is drawn.

    `bar` is the time it speaks of: the period of events, or the days at which a level or a running total may stand
    where its source named none. `at` is where its marker stands: the middle of its bar, its day, or the one end of its
    period that was stated. `y` is the number printed, None for a range, whose ends are `low` and `high`.
    """

    row: object
    figure: Figure
    period: Period
    observation_id: str
    claimant_id: str
    measure: str
    at: dt.datetime
    bar: tuple[dt.datetime, dt.datetime] | None
    y: float | None
    low: float | None
    high: float | None
    points: tuple[str, ...]  # where arrows point: up at least, down at most, left no start, right no end
    is_about: bool
    is_projected: bool
    is_filled_in: bool  # by a compiler, where nothing was reported
    is_superseded: bool
    joins: bool  # a line may leave it or reach it
    segment: int
    break_before: str
    is_fall: bool
    is_covered: bool = False  # its bar lies on another, see lanes.py
    depth: int = 0  # how many markers stand on its very spot before it

    @property
    def is_range(self) -> bool:
        """Both ends and no best value: nothing may stand between them."""
        return self.y is None

    @property
    def is_rough(self) -> bool:
        """A running total dated to a week, a month or a year: it stands at one of the days of its bar."""
        return self.measure == "cumulative" and self.bar is not None

    @property
    def is_hollow(self) -> bool:
        """Its marker only names the claimant of a bar, or stands for no report, or at a day that is not its own."""
        is_reported = not (self.is_projected or self.is_filled_in)
        return self.measure == "flow" or not is_reported or self.is_rough or "right" in self.points

    @property
    def is_faint(self) -> bool:
        """It does not stand, since its source replaced it, or never did as a report."""
        return self.is_superseded or self.is_filled_in

    @property
    def heights(self) -> list[float]:
        """Every number of the claim."""
        return [number for number in (self.y, self.low, self.high) if number is not None]

    @property
    def stands(self) -> list[float]:
        """The heights at which its own number stands: both ends of a range, which has no number between."""
        return [self.y] if self.y is not None else self.heights

    @property
    def times(self) -> list[dt.datetime]:
        """Every time of the claim."""
        return [self.at, *(self.bar or ())]

    @property
    def kinds(self) -> list[str]:
        """What a reader needs explained: the names of the shapes it is drawn with."""
        shapes = {
            "bar": self.bar is not None and self.measure == "flow",
            "dated": self.bar is not None and self.measure == "stock",
            "rough": self.is_rough,
            "range": self.low is not None,
            "about": self.is_about,
            "faint": self.is_superseded,
            "projected": self.is_projected,
            "imputed": self.is_filled_in,
            "break": bool(self.break_before),
        }
        return [*(name for name, is_there in shapes.items() if is_there), *self.points]


def of(series: Series) -> list[Mark]:
    """The claims that can be drawn, in the order of the series."""
    return [_mark(row) for row in _rows(series.drawn)]


def runs(marks: Iterable[Mark], measure: str) -> list[list[Mark]]:
    """The figures that a line may join, one list for each count, in time."""
    joined = [mark for mark in marks if mark.joins and mark.measure == measure]
    return [list(run) for _, run in groupby(sorted(joined, key=lambda mark: mark.segment), lambda mark: mark.segment)]


def _rows(claims: pd.DataFrame) -> Iterator[object]:
    """The rows with plain values, in a third of the time that pandas takes to give them one by one."""
    cells = (_plain(claims[name].to_numpy()) for name in claims)
    return starmap(_kind(tuple(claims.columns)), zip(*cells, strict=True))


@lru_cache(maxsize=16)
def _kind(columns: tuple[str, ...]) -> type[tuple[object, ...]]:
    """Tables have few sets of columns, and to make such a class takes a millisecond."""
    return namedtuple("Claim", columns)


def _plain(column: np.ndarray) -> list[object]:
    """Days as Python's own; a blank one is None."""
    is_days = column.dtype.kind == "M"
    return list(column.astype("datetime64[us]").astype(object) if is_days else column.tolist())


def _mark(row: object) -> Mark:
    figure, period, measure = Figure.of(row), Period.of(row), str(getattr(row, "measure", ""))
    bar = _bar(period) if measure == "flow" else _stand(row)
    y, low, high = _numbers(figure)
    claimant = getattr(row, "claimant_id", "")
    return Mark(
        row=row,
        figure=figure,
        period=period,
        observation_id=str(getattr(row, "observation_id", "")),
        claimant_id=claimant if isinstance(claimant, str) else "",
        measure=measure,
        at=_at(period, bar),
        bar=bar,
        y=y,
        low=low,
        high=high,
        points=(*_bounds(figure), *_open_ends(period, measure)),
        is_about=figure.qualifier in {"about", "nearly"},
        is_projected=getattr(row, "basis", "") == "projected",
        is_filled_in=getattr(row, "basis", "") == "imputed",
        is_superseded=bool(getattr(row, "is_superseded", False)),
        joins=bool(getattr(row, "joins", False)),
        segment=int(getattr(row, "segment", 0)),
        break_before=str(getattr(row, "break_before", "")),
        is_fall=bool(getattr(row, "is_fall", False)),
    )


def _bar(period: Period) -> tuple[dt.datetime, dt.datetime] | None:
    """From the first moment of its first day to the last of its last; None where an end was not stated."""
    if period.start is None or period.end is None:
        return None
    return _midnight(period.start), _midnight(period.end) + _DAY


def _stand(row: object) -> tuple[dt.datetime, dt.datetime] | None:
    """The days that a level or a running total may stand at; None where there is only one."""
    first, last = day(getattr(row, "day_from", None)), day(getattr(row, "day", None))
    return (_midnight(first), _midnight(last) + _DAY) if first and last and first < last else None


def _at(period: Period, bar: tuple[dt.datetime, dt.datetime] | None) -> dt.datetime:
    if bar:
        return bar[0] + (bar[1] - bar[0]) / 2
    known = period.end or period.start
    assert known is not None  # a claim without any day is not drawn
    return _midnight(known) + _NOON


def _numbers(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """The number to stand at, and the ends of a whisker where the words set both or one beside the number."""
    low, high, value = figure.low, figure.high, figure.value
    if low is not None and high is not None and (value is None or figure.qualifier == "between"):
        return None, low, high
    if value is None:
        return (low if low is not None else high), None, None
    ends = [end for end in (low, high) if end is not None and end != value]
    return (value, min(value, *ends), max(value, *ends)) if ends else (value, None, None)


def _bounds(figure: Figure) -> list[str]:
    only_low = figure.value is None and figure.high is None
    only_high = figure.value is None and figure.low is None
    if figure.qualifier in LOWER_BOUNDS or only_low:
        return ["up"]
    return ["down"] if figure.qualifier in UPPER_BOUNDS or only_high else []


def _open_ends(period: Period, measure: str) -> list[str]:
    if measure == "stock":  # one day is all that a level needs
        return []
    if period.start is None:
        return ["left"]
    return ["right"] if period.end is None else []


def _midnight(found: dt.date) -> dt.datetime:
    return dt.datetime(found.year, found.month, found.day)
