"""What a figure counts, in the indicators of the tables: from the reader's closed lists to our rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..claims.printed import text
from ..reading import Candidate

# The reader's word for what happened, and the words that indicators have for the same.
_OUTCOMES = {
    "casualties": ("killed or injured",),
    "remaining": ("remaining", "working", "left"),
    "lacking_access": ("without", "short of"),
    "aid_delivered": ("delivered",),
    "out_of_school": ("out of school",),
    "in_need": ("in need",),
    "reached": ("reached", "served", "supported"),
    "attacked": ("attacked", "hit"),
}
# Of a facility that stands still, what we keep is whether any works: a state, never a number of those that do not.
_STATES = {"closed": ("closed", "working"), "destroyed": ("destroyed", "working"), "damaged": ("damaged", "working")}


@dataclass(frozen=True)
class Subjects:
    """The indicators of the tables, by what they count."""

    indicators: Mapping[str, object]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Subjects:
        """Those of a catalogue."""
        return cls({text(row, "indicator_id"): row for row in catalogue.indicators.itertuples(index=False)})

    def indicator_of(self, candidate: Candidate) -> str:
        """The indicator a candidate belongs under; empty where the tables have none and a person must choose."""
        if candidate.indicator in self.indicators:
            return candidate.indicator
        population = candidate.population.replace("_", " ")
        for outcome in _outcomes(candidate):
            for name, row in self.indicators.items():
                if text(row, "population") == population and text(row, "outcome") == outcome:
                    return name
        return ""

    def kin(self, indicator_id: str) -> Iterator[str]:
        """The indicator, then those with the same outcome that it is a part of or that are parts of it."""
        yield indicator_id
        outcome = text(self.indicators.get(indicator_id), "outcome")
        for name, row in self.indicators.items():
            is_related = name in self.wholes(indicator_id) or indicator_id in self.wholes(name)
            if name != indicator_id and is_related and text(row, "outcome") == outcome:
                yield name

    def wholes(self, indicator_id: str) -> tuple[str, ...]:
        """The wider indicators that one is a part of, nearest first."""
        found: list[str] = []
        while (indicator_id := text(self.indicators.get(indicator_id), "part_of")) and indicator_id not in found:
            found.append(indicator_id)
        return tuple(found)


def _outcomes(candidate: Candidate) -> tuple[str, ...]:
    if candidate.measure == "status" and candidate.outcome in _STATES:
        return _STATES[candidate.outcome]
    return _OUTCOMES.get(candidate.outcome, (candidate.outcome,))
