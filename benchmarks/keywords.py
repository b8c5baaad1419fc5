"""What a reader without our packs would do: the words of each outcome, and the number nearest to one of them.

The peers find numbers, and say nothing of what became of those counted. So that they can be compared at all, each is
given the same keywords, written once from the names of the outcomes and not tuned to any passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NEAR = 60  # characters between a number and its keyword
STEMS = {
    "killed": "kill|dead|die[ds]?|death|fatalit|martyr|murder|perish|claimed the li",
    "injured": "injur|wound|hurt",
    "missing": "missing|unaccounted",
    "displaced": "displac|fled|flee|homeless|uproot|driven from",
    "evacuated": "evacuat",
    "rescued": "rescue",
    "trapped": "trapped|besieged|under siege|stranded",
    "detained": "detain|arrest|imprison",
    "abducted": "abduct|kidnap|hostage",
    "in_need": "in need|need(?:s|ing)? (?:of )?(?:aid|assistance|humanitarian)",
    "food_insecure": "food insecur|hungry|hunger",
    "malnourished": "malnourish|malnutrition",
    "affected": "affected",
    "destroyed": "destroy|collapsed|razed|flattened|washed away",
    "damaged": "damag",
    "closed": "closed|shut|out of service",
    "reached": "reached|received|assisted|provided",
    "sick": "cases|infect|sick|fell ill",
    "attacked": "attack|shelled|bombed|struck",
    "aid_delivered": "deliver|shipment",
    "out_of_school": "out of school",
    "lacking_access": "without|no access|lack",
    "remaining": "remain|left in",
}
KEYWORD = re.compile("|".join(f"(?P<{name}>\\b(?:{stems}))" for name, stems in STEMS.items()), re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A figure as any of the readers gives it."""

    start: int
    end: int
    value: float | None
    outcome: str


def with_nearest_keyword(text: str, numbers: Iterable[tuple[int, int, float]]) -> Iterator[Found]:
    """Each number that has a keyword near it, with the outcome of the nearest."""
    words = [(match.start(), match.end(), match.lastgroup or "") for match in KEYWORD.finditer(text)]
    for start, end, value in numbers:
        gaps = [(max(first - end, start - last), outcome) for first, last, outcome in words]
        gap, outcome = min(gaps, default=(NEAR + 1, ""))
        if gap <= NEAR:
            yield Found(start, end, value, outcome)
