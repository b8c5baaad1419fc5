"""A window of hours as the days it may touch: a period holds days, and no finer time is invented for it.

A report of "the past 24 hours" printed on 8 October reaches back into 7 October. Its period is both days: the hour
at which it was cut is not known, so no part of it can be given to one day. Two such reports in a row share a day, and
their figures are not added; where the source prints a running total too, that one tells what was added between them.
"""

from __future__ import annotations

import datetime as dt
import math

from .errors import TrackerError
from .period import Period

_DAY, _INSTANT = dt.timedelta(days=1), dt.timedelta.resolution


def days_touched(until: dt.date, hours: float) -> Period:
    """The days that the hours up to `until` may touch: a day where only that is known, or the moment itself.

    A window that ends at midnight does not touch the day that begins then.
    """
    if not (math.isfinite(hours) and hours > 0):
        raise TrackerError(f"a window of {hours} hours counts nothing: leave the period blank")
    window = dt.timedelta(hours=hours)
    if isinstance(until, dt.datetime):
        return Period((until - window).date(), (until - _INSTANT).date())
    return Period(until - math.ceil(window / _DAY) * _DAY, until)
