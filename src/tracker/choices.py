"""The choices by which claims are kept, under the names that addresses, options and notebooks give them."""

from __future__ import annotations

import datetime as dt

from .errors import TrackerError
from .vocabularies import BASIS, MEASURE, QUALIFIER

UNATTRIBUTED = "unattributed"  # stands for a blank claimant, which no id can
# The choices that name a row of a table, and the table.
TABLE_OF = {
    "crisis": "crises",
    "indicator": "indicators",
    "claimant": "organisations",
    "place": "places",
    "publisher": "organisations",
    "observation": "observations",
    "document": "documents",
}
CODES_OF = {"measure": MEASURE, "qualifier": QUALIFIER, "basis": BASIS}
# All that take several values, in the order in which an address says them.
LISTS = (
    "crisis",
    "indicator",
    "claimant",
    "place",
    "publisher",
    "measure",
    "qualifier",
    "basis",
    "observation",
    "document",
)
DAYS = ("since", "until", "as_of")
WORDS = "q"  # of names and wording: `text` of a filter
YEARS = range(1800, 2201)  # a chart needs room beyond its last day, and calendars end


def day(choice: str, text: str) -> dt.date:
    """The day a choice was given. Raises TrackerError for what is none, or lies where no chart could show it."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        raise TrackerError(
            "{choice} is {text!r}, which is not a day: write it as 2016-09-28", choice=choice, text=text
        ) from None
    if found.year not in YEARS:
        raise TrackerError(
            "{choice} is {day}: years run from {first} to {last}",
            choice=choice,
            day=found,
            first=YEARS[0],
            last=YEARS[-1],
        )
    return found
