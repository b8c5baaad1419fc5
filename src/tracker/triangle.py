"""Figures of one period that their claimant said again on later days: each value by the day on which it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pandas as pd

from .figure import Figure
from .period import Period, day
from .segments import SAME_COUNT

# One figure is said again where all of these are the same: whose, of what, where, of whom, how counted, and of when.
_ONE_FIGURE = ["crisis_id", "indicator_id", *SAME_COUNT, "period_start", "period_end"]


@dataclass(frozen=True)
class Vintage:
    """The figure as it was said on one day. `row` is one of the query `claims`.

    `change` is what the figure did since the day before: `first`, `same`, `higher`, `lower`, `hedged` (the same number
    in other words), `withdrawn`, or `open` where the words leave it open. Figures are compared as printed.
    """

    row: object = field(repr=False)
    observation_id: str
    said: dt.date
    figure: Figure
    change: str


@dataclass(frozen=True)
class Line:
    """One period of one count: what was said of it, by day. `undated` are claims of it of which no day is known."""

    period: Period
    measure: str
    vintages: tuple[Vintage, ...]
    undated: tuple[object, ...] = field(repr=False)

    def known(self, on: dt.date) -> tuple[Vintage, ...]:
        """What stood on a day: the figure said last by then; several of one day, none before the first."""
        said = [vintage for vintage in self.vintages if vintage.said <= on]
        return tuple(vintage for vintage in said if vintage.said == said[-1].said)

    @property
    def lowered(self) -> tuple[tuple[Vintage, Vintage], ...]:
        """Each time a lower number was said than the day before, with the one before."""
        days = self.days
        return tuple(
            (self.known(days[days.index(vintage.said) - 1])[-1], vintage)
            for vintage in self.vintages
            if vintage.change == "lower"
        )

    @property
    def days(self) -> list[dt.date]:
        """The days on which something was said of it."""
        return list(dict.fromkeys(vintage.said for vintage in self.vintages))


@dataclass(frozen=True)
class Triangle:
    """Every restated figure among some claims, by claimant and then by period."""

    lines: tuple[Line, ...]

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def days(self) -> list[dt.date]:
        """Every day on which something was said, in order."""
        return sorted({said for line in self.lines for said in line.days})


def triangle(claims: pd.DataFrame) -> Triangle:
    """The figures among rows of the query `claims` that were said on two days or more.

    Left out: what nobody claimed, what circulates without a source, what is known to be wrong, and what is not dated.
    Nothing is filled in: a day on which a period was not spoken of has no vintage.
    """
    named = claims.claimant_id.notna() & ~claims.is_circulating.fillna(False).astype(bool)
    begins = claims.period_start.notna() | claims.measure.eq("stock")
    whole = begins & claims.period_end.notna() & claims.measure.ne("status")
    fit = claims[named & whole & ~claims["rank"].eq("deprecated")]
    texts = [name for name in _ONE_FIGURE if not name.startswith("period")]
    keys = fit.assign(**{name: fit[name].fillna("") for name in texts})
    keys = keys[keys.duplicated(_ONE_FIGURE, keep=False)]
    keys = keys.sort_values(["claimant_id", "period_start", "period_end", "place_id", "known_on", "observation_id"])
    number = keys.groupby(_ONE_FIGURE, dropna=False, sort=False).ngroup()
    rows = zip(number, claims.loc[keys.index].itertuples(index=False), strict=True)
    together: dict[int, list[object]] = {}
    for one, row in rows:
        together.setdefault(one, []).append(row)
    lines = map(_line, together.values())
    said_again = (line for line in lines if len(line.days) > 1 and any(one.figure.has_number for one in line.vintages))
    return Triangle(tuple(said_again))


def _line(rows: Sequence[object]) -> Line:
    known = [(day(getattr(row, "known_on", None)), row) for row in rows]
    dated = [(said, row) for said, row in known if said is not None]
    return Line(
        Period.of(rows[0]),
        str(getattr(rows[0], "measure", "")),
        tuple(_vintages(dated)),
        tuple(row for said, row in known if said is None),
    )


def _vintages(dated: Sequence[tuple[dt.date, object]]) -> Iterator[Vintage]:
    before: list[Figure] = []
    for said, group in groupby(dated, lambda one: one[0]):
        rows = [row for _, row in group]
        figures = [Figure.of(row) for row in rows]
        for row, figure in zip(rows, figures, strict=True):
            yield Vintage(row, str(getattr(row, "observation_id", "")), said, figure, _change(before, figure))
        before = list(dict.fromkeys(figures))


def _change(before: list[Figure], now: Figure) -> str:
    """Against what was said last; open where that day gave several figures, and none of them goes first."""
    if not now.has_number:
        return "withdrawn"
    if not before:
        return "first"
    if len(before) > 1 or not before[0].has_number:
        return "open"
    return _compared(before[0], now)


def _compared(before: Figure, now: Figure) -> str:
    """The number printed of each; of two ranges both ends, of a number and a range nothing can be said."""
    if before == now:
        return "same"
    one, other = _ends(before), _ends(now)
    if len(one) != len(other):
        return "open"
    if one == other:
        return "hedged"
    pairs = list(zip(one, other, strict=True))
    if all(b >= a for a, b in pairs):
        return "higher"
    return "lower" if all(b <= a for a, b in pairs) else "open"


def _ends(figure: Figure) -> list[float]:
    is_range = figure.value is None or figure.qualifier == "between"
    return sorted(figure.numbers) if is_range else [figure.value or 0.0]
