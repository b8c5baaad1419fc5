"""A figure found in a text, with the words it came from, waiting for a person's yes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from ..period import Period
from .figures import Figure
from .outcomes import OUTCOMES

TIERS = ("high", "medium", "low")
LONG_AGO = 120  # days before publication after which an event is another, older one


@dataclass(frozen=True)
class Candidate:
    """One figure as a text states it. Nothing in it is certain: `tier` says how far to trust it and `rule` why.

    `value`, `low` and `high` are as in our tables: a range has no value, and words like dozens have no number at all.
    """

    outcome: str
    population: str
    wording: str  # the number as printed, or the words of a statement without one
    span: tuple[int, int]  # of the wording, in characters of the text
    sentence: tuple[int, int]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    floor: float | None = None  # the least that "dozens" is commonly taken to mean: for scoring, never a claim
    measure: str = "flow"
    period: Period = field(default_factory=Period)
    place: str = ""  # as printed
    place_id: str = ""
    claimant: str = ""  # as printed, with a pronoun resolved
    claimant_id: str = ""
    flags: tuple[str, ...] = ()  # part, delta, previous, historical
    tier: str = "low"
    rule: str = ""

    @property
    def indicator(self) -> str:
        """The indicator its population and outcome point to, by our habit of naming them."""
        return f"{self.population}_{self.outcome}"


def measure(figure: Figure, period: Period, kind: str) -> str:
    """How the figure may be used over time: one of our measures, told by its outcome, its period and its words."""
    if figure.is_status:
        return "status"
    if kind in {"since", "since_yesterday", "since_last_week", "since_last_month", "since_last_year", "this_year"}:
        return "cumulative"
    if OUTCOMES[figure.outcome].is_level:
        return "flow" if period.start is not None else "stock"
    return "cumulative" if figure.rule == "toll" or (period.start is None and period.end is not None) else "flow"


def flags(figure: Figure, period: Period, published_on: dt.date) -> tuple[str, ...]:
    """What keeps the figure from standing on its own: part, delta, previous, historical."""
    found = {figure.flag} if figure.flag else set()
    if figure.counted.is_more and figure.counted.inner and figure.counted.inner.role == "noun":
        found.add("delta")
    if period.end is not None and (published_on - period.end).days > LONG_AGO:
        found.add("historical")
    return tuple(sorted(found))
