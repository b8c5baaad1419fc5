"""The two axes: round values from zero, and days that begin something, with their words written out."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from .. import words
from ..languages import Language
from .bidi import isolated

# A tick every so many days, months or years; the first that gives few enough is taken.
STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("day", 14),
    ("month", 1), ("month", 2), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 25), ("year", 100),
)  # fmt: skip
_DAYS = {"day": 1.0, "month": 30.4, "year": 365.2}


def time_ticks(first: dt.datetime, last: dt.datetime, language: Language, *, most: int) -> list[tuple[dt.date, str]]:
    """Days to mark and their words: "1 Aug"; the year on a second line where it is first met or changes."""
    span = (last - first).total_seconds() / 86_400
    unit, every = next((step for step in STEPS if span / (_DAYS[step[0]] * step[1]) <= most), STEPS[-1])
    days = [day for day in _days(first.date(), last.date(), unit, every) if _midnight(day) >= first]
    if unit == "year":
        return [(day, str(day.year)) for day in days]
    names = [isolated(language.date(day, style="day"), is_rtl=language.direction == "rtl") for day in days]
    years = [0, *(day.year for day in days)]
    return [
        (day, name + (f"<br>{day.year}" if day.year != before else ""))
        for day, name, before in zip(days, names, years, strict=False)
    ]


def value_ticks(top: float, language: Language, *, unit: str, most: int, whole: bool) -> list[tuple[float, str]]:
    """Round values from zero up to the top, with their words."""
    rough = max(top, 1e-9) / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))
    step = max(1.0, math.ceil(step)) if whole else step
    sign = "%" if unit == words.PERCENT else ""
    return [(number * step, language.number(number * step) + sign) for number in range(int(top / step + 1e-9) + 1)]


def _days(first: dt.date, last: dt.date, unit: str, every: int) -> Iterator[dt.date]:
    if unit == "day":
        # Counted from one fixed Monday, so that ticks stay where they are when the dates change.
        start = first.toordinal() + (1 - first.toordinal()) % every
        yield from (dt.date.fromordinal(day) for day in range(start, last.toordinal() + 1, every))
        return
    months = every if unit == "month" else 12 * every
    number = first.year * 12 + first.month - 1
    for month in range(number - number % months, last.year * 12 + last.month, months):
        if month >= 12:
            yield dt.date(month // 12, month % 12 + 1, 1)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day)
