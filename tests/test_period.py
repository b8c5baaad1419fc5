import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.period import Period

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
PERIODS = st.builds(Period, st.none() | DAYS, st.none() | DAYS)


@given(PERIODS)
def test_a_period_reads_back_as_it_was_written(period):
    assert Period.parse(str(period)) == period


@given(PERIODS, PERIODS)
def test_overlap_does_not_depend_on_the_order_asked(a, b):
    assert a.overlaps(b) == b.overlaps(a)


@given(DAYS, st.integers(0, 400))
def test_both_ends_count_as_days(start, length):
    assert Period(start, start + dt.timedelta(length)).days == length + 1


def test_an_unknown_end_leaves_overlap_open():
    assert Period(dt.date(2016, 9, 1), None).overlaps(Period(dt.date(2016, 9, 5), dt.date(2016, 9, 6))) is None


def test_an_unknown_end_can_still_rule_overlap_out():
    assert Period(None, dt.date(2016, 9, 1)).overlaps(Period(dt.date(2016, 9, 2), None)) is False


def test_periods_that_share_one_day_overlap():
    week = Period(dt.date(2016, 9, 23), dt.date(2016, 9, 28))
    assert week.overlaps(Period(dt.date(2016, 9, 28), dt.date(2016, 10, 2))) is True


def test_a_period_that_ends_before_it_starts_is_kept_and_known_as_such():
    assert not Period(dt.date(2016, 9, 28), dt.date(2016, 9, 23)).is_ordered


def test_a_day_that_is_none_says_how_to_write_it():
    with pytest.raises(TrackerError, match="2016-09-28"):
        Period.parse("28.9.2016")
