"""A figure as it was claimed: value, bounds and qualifier, which never travel apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .errors import TrackerError

LOWER_BOUNDS = frozenset({"at_least", "more_than"})
UPPER_BOUNDS = frozenset({"at_most", "less_than"})
APPROXIMATE = frozenset({"about", "nearly"})
FLOORED = frozenset({"exact"})  # the number itself is the least the words allow: "about" and "nearly" set no floor
CAPPED = frozenset({"exact", "nearly"})  # and the most: "nearly 100" is below 100


@dataclass(frozen=True)
class Figure:
    """What was printed. `value` is the printed number; a range has only bounds; `vague` and a status have no number."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"

    @classmethod
    def of(cls, row: object) -> Figure:
        """The figure in a row that has `value`, `value_low`, `value_high` and `qualifier`; NaN and None are blank."""
        low, high = _number(getattr(row, "value_low", None)), _number(getattr(row, "value_high", None))
        qualifier = getattr(row, "qualifier", None)
        return cls(
            _number(getattr(row, "value", None)), low, high, qualifier if isinstance(qualifier, str) else "exact"
        )

    @classmethod
    def claimed(cls, qualifier: str, *numbers: float) -> Figure:
        """The figure for words and the numbers they carry: `claimed("at_least", 96)`, `claimed("between", 30, 40)`."""
        if qualifier == "between":
            if len(numbers) != 2:
                raise TrackerError("a range needs two numbers, its low and its high")
            return cls(None, numbers[0], numbers[1], qualifier)
        if qualifier == "vague" or not numbers:
            return cls(qualifier=qualifier)
        value = numbers[0]
        low = value if qualifier in LOWER_BOUNDS else None
        high = value if qualifier in UPPER_BOUNDS else None
        return cls(value, low, high, qualifier)

    @property
    def has_number(self) -> bool:
        """False for "dozens" and "out of service"."""
        return not (self.value is None and self.low is None and self.high is None)

    @property
    def numbers(self) -> frozenset[float]:
        """Every number printed: a range has two, words of quantity none."""
        return frozenset(number for number in (self.value, self.low, self.high) if number is not None)

    @property
    def lowest(self) -> float:
        """The least the words allow; minus infinity where they set no floor."""
        if self.low is not None:
            return self.low
        return self.value if self.value is not None and self.qualifier in FLOORED else -math.inf

    @property
    def highest(self) -> float:
        """The most the words allow; infinity where they set no ceiling."""
        if self.high is not None:
            return self.high
        return self.value if self.value is not None and self.qualifier in CAPPED else math.inf


def _number(cell: object) -> float | None:
    if isinstance(cell, int | float) and not (isinstance(cell, float) and math.isnan(cell)):
        return float(cell)
    return None
