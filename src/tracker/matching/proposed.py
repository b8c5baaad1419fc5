"""A figure as a reviewer would enter it: typed, with the day of its document, ready to be compared with the tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..claims.compatibility import Claim
from ..figure import LOWER_BOUNDS, UPPER_BOUNDS, Figure
from ..period import Period

LEVELS = frozenset({"stock", "status"})


@dataclass(frozen=True)
class Proposed:
    """One figure of one document. Blank is not stated; a level on one day has it at both ends."""

    indicator_id: str = ""
    place_id: str = ""
    claimant_id: str = ""
    measure: str = "flow"
    period: Period = field(default_factory=Period)
    figure: Figure = field(default_factory=Figure)
    population: str = ""
    scope: str = ""
    basis: str = "reported"
    wording: str = ""
    sentence: str = ""
    published_on: dt.date | None = None
    publisher_id: str = ""
    document_id: str = ""  # where the document stands in the tables already

    @classmethod
    def of(cls, given: Mapping[str, str], **about: object) -> Proposed:
        """The figure in fields as a person fills them; raises TrackerError for a day that is none.

        `about` are the attributes that come with its document: published_on, publisher_id, document_id and sentence.
        """
        measure = given.get("measure", "") or "flow"
        return cls(
            indicator_id=given.get("indicator", ""),
            place_id=given.get("place", ""),
            claimant_id=given.get("claimant", ""),
            measure=measure,
            period=_period(given, measure),
            figure=_figure(given),
            population=given.get("population", ""),
            scope=given.get("scope_note", ""),
            basis=given.get("basis", "") or "reported",
            wording=given.get("wording", ""),
            **about,  # type: ignore[arg-type]
        )

    @property
    def is_level(self) -> bool:
        """Whether it holds on a day, so that no days of it can be counted."""
        return self.measure in LEVELS

    @property
    def day(self) -> dt.date | None:
        """The day it speaks of last: the end of its period, else that of its document."""
        return self.period.end or self.period.start or self.published_on

    def claim(self) -> Claim:
        """It as a claim that can be weighed against others."""
        return Claim(
            observation_id="",
            claimant_id=self.claimant_id,
            indicator_id=self.indicator_id,
            place_id=self.place_id,
            population=self.population,
            basis=self.basis,
            measure=self.measure,
            period=self.period,
            figure=self.figure,
            scope=self.scope,
        )


def _period(given: Mapping[str, str], measure: str) -> Period:
    span = Period.parse(f"{given.get('period_start', '')}/{given.get('period_end', '')}")
    day = span.end or span.start
    precision = given.get("date_precision", "") or "day"
    if measure in LEVELS and day and None in {span.start, span.end}:
        return Period(day, day, precision)
    return Period(span.start, span.end, precision)


def _figure(given: Mapping[str, str]) -> Figure:
    value, low, high = (_number(given.get(name, "")) for name in ("value", "value_low", "value_high"))
    qualifier = given.get("qualifier", "") or "exact"
    low = value if low is None and qualifier in LOWER_BOUNDS else low
    high = value if high is None and qualifier in UPPER_BOUNDS else high
    return Figure(value, low, high, qualifier)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if text else None
    except ValueError:
        return None  # said as a finding when the rows are checked
