"""Whether two claims can both be true, by stated rules. The rules are in docs/method/agreement.md."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from dataclasses import dataclass, field
from enum import StrEnum

from ..figure import Figure
from ..period import Period
from .printed import text

STOCK_DAYS = 3  # two levels this many days apart, or fewer, speak of the same situation
TOLERANCE = 0.1  # "about 30" allows a tenth more or less; "nearly 30" a tenth less; a bound is confirmed within a tenth
NOT_COUNTS = frozenset({"projected", "imputed"})  # nobody counted these: they neither support nor contradict a count
UNSTATED = frozenset({"", "reported"})


class Result(StrEnum):
    """What two claims are to each other."""

    COMPATIBLE = "compatible"
    INCOMPATIBLE = "incompatible"
    NOT_COMPARABLE = "not_comparable"


class Reason(StrEnum):
    """The rule that decided."""

    NUMBERS_MEET = "numbers_meet"
    NUMBERS_FAR = "numbers_far"
    NUMBERS_APART = "numbers_apart"
    PART_WITHIN_WHOLE = "part_within_whole"
    PART_ABOVE_WHOLE = "part_above_whole"
    OTHER_INDICATOR = "other_indicator"
    OTHER_POPULATION = "other_population"
    OTHER_PLACE = "other_place"
    OTHER_SCOPE = "other_scope"
    OTHER_BASIS = "other_basis"
    OTHER_MEASURE = "other_measure"
    NO_NUMBER = "no_number"
    NO_PERIOD = "no_period"
    OTHER_PERIOD = "other_period"


_RESULTS = {
    Reason.NUMBERS_MEET: Result.COMPATIBLE,
    Reason.NUMBERS_FAR: Result.COMPATIBLE,
    Reason.PART_WITHIN_WHOLE: Result.COMPATIBLE,
    Reason.NUMBERS_APART: Result.INCOMPATIBLE,
    Reason.PART_ABOVE_WHOLE: Result.INCOMPATIBLE,
}


@dataclass(frozen=True)
class Verdict:
    """What two claims are to each other, and by which rule."""

    reason: Reason

    @property
    def result(self) -> Result:
        """Compatible, incompatible or not comparable."""
        return _RESULTS.get(self.reason, Result.NOT_COMPARABLE)

    @property
    def confirms(self) -> bool:
        """Whether each supports the other. Neither a figure for a part of the time nor a far-off bound does."""
        return self.reason is Reason.NUMBERS_MEET


@dataclass(frozen=True)
class Claim:
    """What decides whether a claim agrees with another one. `row` is where it comes from, for its words."""

    observation_id: str
    claimant_id: str
    indicator_id: str
    place_id: str
    population: str
    basis: str
    measure: str
    period: Period
    figure: Figure
    scope: str = ""
    row: object = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, row: object) -> Claim:
        """The claim in a row of `observations` or of the query `claims`."""
        columns = ("observation_id", "claimant_id", "indicator_id", "place_id", "population", "basis", "measure")
        texts = {column: text(row, column) for column in columns}
        scope = text(row, "scope_note")
        return cls(**texts, period=Period.of(row), figure=Figure.of(row), scope=scope, row=row)


def verdict(one: Claim, other: Claim) -> Verdict:
    """What two claims are to each other; the same whichever comes first."""
    return Verdict(_obstacle(one, other) or _compared(one, other))


def allowed(figure: Figure) -> tuple[float, float]:
    """The least and the most that the words allow, both included; "about" and "nearly" within `TOLERANCE`."""
    low, high, value = figure.lowest, figure.highest, figure.value
    if value is None or figure.qualifier not in {"about", "nearly"}:
        return low, high
    slack = abs(value) * TOLERANCE
    low = value - slack if figure.low is None else low
    high = value + slack if figure.high is None and figure.qualifier == "about" else high
    return low, high


def _obstacle(one: Claim, other: Claim) -> Reason | None:
    """Why the two speak of different things, if they do."""
    if one.indicator_id != other.indicator_id:
        return Reason.OTHER_INDICATOR
    if one.population != other.population:
        return Reason.OTHER_POPULATION
    if one.place_id != other.place_id:
        return Reason.OTHER_PLACE
    if one.scope != other.scope:
        return Reason.OTHER_SCOPE
    if not _comparable_bases(one.basis, other.basis):
        return Reason.OTHER_BASIS
    if not (_is_number(one.figure) and _is_number(other.figure)):
        return Reason.NO_NUMBER
    return Reason.OTHER_MEASURE if _counts(one.measure) != _counts(other.measure) else None


def _is_number(figure: Figure) -> bool:
    """Neither words alone nor bounds that were printed the wrong way round."""
    return figure.has_number and figure.lowest <= figure.highest


def _comparable_bases(one: str, other: str) -> bool:
    """A basis that was not stated may be any; a forecast or a filled gap is comparable only with its like."""
    if {one, other} & NOT_COUNTS:
        return one == other
    return one == other or bool({one, other} & UNSTATED)


def _counts(measure: str) -> str:
    """A running total since a start counts events in a period, as a flow does."""
    return "flow" if measure == "cumulative" else measure


def _compared(one: Claim, other: Claim) -> Reason:
    return _levels(one, other) if one.measure == "stock" else _events(one, other)


def _levels(one: Claim, other: Claim) -> Reason:
    days = _days_apart(one.period, other.period)
    if days is None:
        return Reason.NO_PERIOD
    return _meeting(one.figure, other.figure) if days <= STOCK_DAYS else Reason.OTHER_PERIOD


def _events(one: Claim, other: Claim) -> Reason:
    if not all(claim.period.is_known and claim.period.is_ordered for claim in (one, other)):
        return Reason.NO_PERIOD
    if _ends(one.period) == _ends(other.period):
        return _meeting(one.figure, other.figure)
    for part, whole in ((one, other), (other, one)):
        if whole.period.contains(part.period):
            is_above = allowed(part.figure)[0] > allowed(whole.figure)[1]
            return Reason.PART_ABOVE_WHOLE if is_above else Reason.PART_WITHIN_WHOLE
    return Reason.OTHER_PERIOD


def _meeting(one: Figure, other: Figure) -> Reason:
    low, high = allowed(one)
    other_low, other_high = allowed(other)
    if max(low, other_low) > min(high, other_high):
        return Reason.NUMBERS_APART
    is_closed = math.isfinite(high - low) and math.isfinite(other_high - other_low)
    return Reason.NUMBERS_MEET if is_closed or _are_near(one, other) else Reason.NUMBERS_FAR


def _are_near(one: Figure, other: Figure) -> bool:
    """ "At least 12" is true where 40 died, but does not support "more than 40"."""
    pairs = itertools.product(one.numbers, other.numbers)
    return any(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a, b in pairs)


def _days_apart(one: Period, other: Period) -> int | None:
    """Whole days between two levels; none where they share a day. A level with one stated day stands on it."""
    (start, end), (other_start, other_end) = _ends(one), _ends(other)
    if start is None or end is None or other_start is None or other_end is None:
        return None
    return max(0, (other_start - end).days, (start - other_end).days)


def _ends(period: Period) -> tuple[dt.date | None, dt.date | None]:
    return period.start or period.end, period.end or period.start
