"""Times that another time gives a meaning: over the same period, a day earlier, the previous week, since then."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from ..period import Period
from .spoken_times import back, forward, lasting, spoken
from .time_kinds import AFTER, ONGOING, STEPS
from .times import Span

EARLIEST = 1000  # the year of the first time that others are told from
LENGTHS = {"day": (1, 1), "week": (5, 9), "fortnight": (12, 16), "month": (28, 31), "year": (360, 366)}  # in days


def resolved(spans: Sequence[Span], told_before: Period, published: dt.date) -> list[Span]:
    """The times of a sentence, each with its own days. `told_before` is the period of the figure before it.

    Times that point back do so to the nearest time before them; "three days later" is no known day where nothing
    stands before it.
    """
    found: list[Span] = []
    for span in spans:
        period = _pointed(span, found[-1].period if found else None, told_before, published)
        if period is not None:
            found.append(replace(span, period=period, kind=_kind(span, period)))
    return _ended(found, published)


def _kind(span: Span, period: Period) -> str:
    """How a time that stands so far from another is said: as a day, as the day of a level, or as a stretch."""
    if span.kind not in STEPS or period == Period():
        return span.kind
    if period.start is None:
        return "as_of"
    if period.days == 1:
        return "on"
    return f"last_{span.step[1]}" if span.kind == "unit_before" else "range"


def _pointed(span: Span, anchor: Period | None, told_before: Period, published: dt.date) -> Period | None:
    nearest = anchor or told_before
    if span.kind == "same":
        return told_before
    if span.kind == "same_of":
        return _moved_to(nearest, span.period)
    if span.kind == "that_year":
        return _year_of(nearest)
    if span.kind == "since_then":
        start = nearest.start
        return Period(start, published) if start and start <= published else Period()
    if span.kind == "earlier":
        return _earlier(anchor or Period(published, published), *span.step)
    if span.kind == "up_to_then":
        day = anchor.end if anchor and anchor.end and anchor.days == 1 else published
        return Period(lasting(day, *span.step), day)
    if span.kind == AFTER:
        return _earlier(anchor, *span.step) if anchor and anchor.days == 1 else None
    if span.kind == "later":
        return _later(anchor, *span.step, published)
    if span.kind == "unit_before":
        return _before(anchor, span.step[1] or "day", published)
    if span.kind == "unit_after":
        return _so_far(_after(nearest, span.step[1]), published)
    if span.kind == "following":
        return _so_far(_following(nearest, span.period), published)
    return span.period


def _earlier(anchor: Period, n: int, unit: str) -> Period:
    """The same days so much earlier: "up from 2,500 a year earlier", "compared with 30,000 a week before"."""
    unit = unit or "day"
    end = back(anchor.end, n, unit) if anchor.end else None
    if anchor.precision == "month" and end and anchor.end and _closes_month(anchor.end):
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return Period(back(anchor.start, n, unit) if anchor.start else None, end, anchor.precision)


def _later(anchor: Period | None, n: int, unit: str, published: dt.date) -> Period:
    if anchor is None or anchor.end is None:
        return Period()
    if anchor.precision in {"month", "year"}:  # "in May 2013 ... a year later"
        return _so_far(_earlier(anchor, -n, unit), published)
    day = forward(anchor.end, n, unit or "day")
    return _so_far(Period(day, day), published)


def _after(anchor: Period, unit: str) -> Period:
    """The day after a time, or the calendar week, month or year: "30 died in May, and 12 the following month"."""
    if anchor.end is None or unit not in LENGTHS:
        return Period()
    end = anchor.end
    if unit == "day":
        return Period(forward(end, 1, unit), forward(end, 1, unit))
    if unit == "week":
        monday = end + dt.timedelta(days=7 - end.weekday())
        return Period(monday, monday + dt.timedelta(days=6), "week")
    if unit == "month":
        first = forward(end.replace(day=1), 1, "month")
        return Period(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), "month")
    return _year_of(Period(forward(end, 1, "year"))) if unit == "year" else Period()


def _following(anchor: Period, named: Period) -> Period:
    """The first such month or weekday after a time: "in November 2012 ... the following April"."""
    if anchor.end is None or named.start is None:
        return Period()
    if named.days == 1:
        days = (named.start.weekday() - anchor.end.weekday() - 1) % 7 + 1
        day = forward(anchor.end, days, "day")
        return Period(day, day)
    months = (named.start.month - anchor.end.month - 1) % 12 + 1
    last = forward(anchor.end.replace(day=1), months, "month")
    return _after(Period(end=back(last, 1, "day")), "month")


def _so_far(period: Period, published: dt.date) -> Period:
    """A time that has come when a text is published, and none where it has not."""
    return period if period.start and period.start <= published else Period()


def _before(anchor: Period | None, unit: str, published: dt.date) -> Period:
    """The week before a week, and the calendar week before any other time: "4,500 the previous week"."""
    last = anchor.end if anchor else None
    fewest, most = LENGTHS.get(unit, (0, 0))
    if anchor and anchor.days and fewest <= anchor.days <= most:
        return _earlier(anchor, 1, unit)
    day = last or published
    if day.year < EARLIEST:
        return Period()
    return spoken(f"last_{unit}", day) or Period(back(day, 1, unit), back(day, 1, unit))


def _ended(spans: Sequence[Span], published: dt.date) -> list[Span]:
    """Lets "since January" and "this year" end on the day as of which a sentence speaks, "as of 25 September"."""
    pairs = zip_longest(spans, spans[1:])
    spans = [
        replace(span, period=replace(span.period, end=after.period.end))
        if after and _is_year_so_far(span, after)
        else span
        for span, after in pairs
    ]
    ends = [span.period.end for span in spans if span.kind == "as_of" and span.period.end]
    if len(ends) != 1 or ends[0] >= published:
        return list(spans)
    return [
        replace(span, period=replace(span.period, end=ends[0])) if _goes_on(span, ends[0], published) else span
        for span in spans
    ]


def _goes_on(span: Span, end: dt.date, published: dt.date) -> bool:
    """Whether a time would last until publication: "since January", "this year", "in 2016" in that year."""
    start, last = span.period.start, span.period.end
    if start is None or last is None or start > end:
        return False
    is_year = span.kind == "in" and span.period.precision == "year"
    return (span.kind in ONGOING and last == published) or (is_year and last >= published)


def _is_year_so_far(span: Span, after: Span | None) -> bool:
    """Whether a year is told only up to a day: "in 2023 as of 15 December"."""
    is_year = span.kind == "in" and span.period.precision == "year" and after is not None and after.kind == "as_of"
    if not is_year or after is None or after.first - span.last > 1:
        return False
    start, last, end = span.period.start, span.period.end, after.period.end
    return start is not None and last is not None and end is not None and start <= end <= last


def _moved_to(period: Period, year: Period) -> Period:
    """The same days of another year: "and 25 in the same period of 2015"."""
    if period.start is None or period.end is None or year.start is None:
        return Period()
    years = period.end.year - year.start.year
    return _earlier(period, years, "year")


def _year_of(period: Period) -> Period:
    if period.start is None:
        return Period()
    return Period(period.start.replace(month=1, day=1), period.start.replace(month=12, day=31), "year")


def _closes_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
