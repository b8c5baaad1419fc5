"""Times said without a date, by the day of publication: yesterday, last week, three months ago."""

from __future__ import annotations

import calendar
import datetime as dt

from ..period import Period

MOST = 2000  # of anything that can be counted back or forward
LAST_MONTH = 12 * dt.MAXYEAR + 11


def back(day: dt.date, n: int, unit: str) -> dt.date:
    """The day `n` units before, or after if `n` is negative: months as in a calendar, of hours the whole days.

    What no calendar reaches is its first day, or its last.
    """
    n = max(-MOST, min(10 * n if unit == "decade" else n, MOST))
    if unit in {"decade", "year"}:
        n, unit = 12 * n, "month"
    if unit == "month":
        year, month = divmod(max(12, min(12 * day.year + day.month - 1 - n, LAST_MONTH)), 12)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    days = {"hour": abs(n) // 24 * (1 if n > 0 else -1), "day": n, "week": 7 * n, "fortnight": 14 * n}[unit]
    return dt.date.fromordinal(max(1, min(day.toordinal() - days, dt.date.max.toordinal())))


def forward(day: dt.date, n: int, unit: str) -> dt.date:
    """The day `n` units after, counted as `back` counts."""
    return back(day, -n, unit)


def lasting(until: dt.date, n: int, unit: str) -> dt.date:
    """The day on which the last `n` units begin: hours reach into the day before, "in the past 12 hours"."""
    if unit == "hour":
        n, unit = max(1, round(min(n, 24 * MOST) / 24)), "day"
    return back(until, n, unit)


def day_of_month(number: int, published: dt.date) -> Period | None:
    """The latest such day of a month: "the 24th of this month"."""
    month = published if number <= published.day else published.replace(day=1) - dt.timedelta(days=1)
    try:
        day = month.replace(day=number)
    except ValueError:
        return None
    return Period(day, day)


def week_of_year(number: int, year: int | None, published: dt.date) -> Period | None:
    """A week by its number as ISO 8601 counts them, the latest one unless a year is said: "epidemiological week 37"."""
    for of_year in (year,) if year else (published.year, published.year - 1):
        try:
            monday = dt.date.fromisocalendar(of_year, number, 1)
        except ValueError:
            return None
        if year or monday <= published:
            return Period(monday, monday + dt.timedelta(days=6), "week")
    return None


def spoken(kind: str, published: dt.date) -> Period | None:
    """Times said without a date: yesterday, this year, last week."""
    one = dt.timedelta(days=1)
    monday = published - published.weekday() * one
    first = published.replace(day=1)
    january = first.replace(month=1)
    weekend = published - ((published.weekday() - 5) % 7) * one
    spans = {
        "today": (published, published),
        "yesterday": (published - one, published - one),
        "day_before_yesterday": (published - 2 * one, published - 2 * one),
        "overnight": (published - one, published),
        "as_of_today": (None, published),
        "as_of_yesterday": (None, published - one),
        "as_of_new_year": (None, january),
        "as_of_last_year": (None, january - one),
        "as_of_last_month": (None, first - one),
        "as_of_last_week": (None, monday - one),
        "this_week": (monday, published),
        "this_month": (first, published),
        "this_year": (january, published),
        "since_yesterday": (published - one, published),
        "last_week": (monday - 7 * one, monday - one),
        "last_month": ((first - one).replace(day=1), first - one),
        "same_of": (january.replace(year=january.year - 1), january - one),
        "last_year": (january.replace(year=january.year - 1), january - one),
        "weekend": (weekend, min(weekend + one, published)),
        "since_last_week": (monday - 7 * one, published),
        "since_last_month": ((first - one).replace(day=1), published),
        "since_last_year": (january.replace(year=january.year - 1), published),
    }
    if kind not in spans:
        return None
    precision = {"last_week": "week", "last_month": "month", "last_year": "year"}.get(kind, "day")
    return Period(*spans[kind], precision)
