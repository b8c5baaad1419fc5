"""A span of days with its precision. Both ends are included; an end that nobody stated is blank."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .errors import TrackerError

PRECISIONS = ("day", "week", "month", "year")


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both included, either of them unknown. `precision` says how finely the source dated it."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: str = "day"

    @classmethod
    def of(cls, row: object) -> Period:
        """The period in a row that has `period_start`, `period_end` and, where it is kept, `date_precision`."""
        precision = getattr(row, "date_precision", None)
        return cls(
            day(getattr(row, "period_start", None)),
            day(getattr(row, "period_end", None)),
            precision if isinstance(precision, str) else "day",
        )

    @classmethod
    def parse(cls, text: str) -> Period:
        """The inverse of `str()`: an ISO 8601 interval, `2016-09-23/2016-09-28`, `../2016-09-28`, or one day."""
        start, slash, end = text.partition("/")
        if not slash:
            return cls(_iso(start), _iso(start))
        return cls(_iso(start), _iso(end))

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start or "../..")
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def is_known(self) -> bool:
        """True when both ends were stated."""
        return self.start is not None and self.end is not None

    @property
    def is_ordered(self) -> bool:
        """False only when it ends before it starts: kept as printed, and flagged."""
        return self.start is None or self.end is None or self.start <= self.end

    @property
    def days(self) -> int | None:
        """How many days it spans, both ends counted; None where an end is unknown."""
        return (self.end - self.start).days + 1 if self.start is not None and self.end is not None else None

    def overlaps(self, other: Period) -> bool | None:
        """Whether they share a day; None where an unknown end leaves it open."""
        if self._ends_before(other) or other._ends_before(self):
            return False
        return True if self.is_known and other.is_known else None

    def contains(self, other: Period) -> bool | None:
        """Whether every day of `other` is a day of this one; None where an unknown end leaves it open."""
        if not (self.is_known and other.is_known):
            return None
        assert self.start and self.end and other.start and other.end
        return self.start <= other.start and other.end <= self.end

    def _ends_before(self, other: Period) -> bool:
        return self.end is not None and other.start is not None and self.end < other.start


def day(cell: object) -> dt.date | None:
    """The calendar day in a cell of a frame, or None where it is blank."""
    if isinstance(cell, dt.datetime):
        return cell.date() if cell == cell else None  # NaT is a datetime that does not equal itself
    return cell if isinstance(cell, dt.date) else None


def _iso(text: str) -> dt.date | None:
    if text in {"..", ""}:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise TrackerError(f"{text!r} is not a day: write it as 2016-09-28") from None
