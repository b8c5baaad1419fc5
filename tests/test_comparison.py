"""What lies between two figures, in words: time, a rise or fall with its hedge, sums that are of some claims only."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import comparison
from tracker.figure import Figure
from tracker.increments import Increment, Withheld
from tracker.languages import available, language
from tracker.period import Period
from tracker.totals import Total

ENGLISH = language("en")
DAY = dt.date(2016, 9, 28)


@pytest.mark.parametrize(
    ("days", "said"), [(12, "12 days later"), (1, "1 day later"), (0, "on the same day"), (-3, "3 days earlier")]
)
def test_how_long_after_is_said_in_days(days, said):
    assert comparison.later(DAY, DAY + dt.timedelta(days=days), ENGLISH) == said


def test_a_figure_after_a_silence_says_how_long_it_was():
    assert comparison.first_in(DAY, DAY + dt.timedelta(days=40), ENGLISH) == "first figure in 40 days"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(27.0), "27 more"),
        (Figure(-9.0), "9 fewer"),
        (Figure(0.0), "no change"),
        (Figure.claimed("at_least", 16), "at least 16 more"),
        (Figure.claimed("at_most", -16), "at least 16 fewer"),
        (Figure.claimed("less_than", -16), "more than 16 fewer"),
        (Figure.claimed("between", 10, 19), "between 10 and 19 more"),
        (Figure.claimed("between", -19, -10), "between 10 and 19 fewer"),
        (Figure.claimed("between", -4, 12), "between 4 fewer and 12 more"),
        (Figure.claimed("at_least", -4), "at most 4 fewer, or any number more"),
        (Figure.claimed("at_most", 16), "at most 16 more, or any number fewer"),
        (Figure.claimed("less_than", 16), "fewer than 16 more, or any number fewer"),
        (Figure(57.0, 56.0, 68.0), "57 (56 to 68) more"),
        (Figure(5.0, -4.0, 12.0), "5 more (between 4 fewer and 12 more)"),
    ],
)
def test_a_difference_keeps_its_bounds_in_words(figure, said):
    assert comparison.change(figure, ENGLISH) == said


def test_a_step_says_its_days():
    rise = Increment(Figure(27.0), Period.parse("2016-11-23/2016-11-30"), "report", False, ("a", "b"))
    assert comparison.step(rise, ENGLISH) == "27 more in 8 days, 23–30 Nov 2016"


def test_a_step_that_cannot_be_known_says_why():
    unknown = Withheld("day-unknown", Period.parse("2016-11-23/2016-11-30"), "report", False, ("a", "b"))
    assert comparison.step(unknown, ENGLISH).startswith("difference not known in 8 days, 23–30 Nov 2016: a total is")


def test_a_sum_of_some_claims_is_named_as_such():
    some = Total(Figure(17.0), Period.parse("2016-09-04/2016-09-17"), 8, ("a", "b"))
    assert comparison.offered(some, 3, ENGLISH) == "17 in 8 days, from 2 of 3 claims, whose periods share no day"


@given(st.integers(-999, 999), st.sampled_from(["at_least", "more_than", "at_most", "less_than"]))
def test_a_bounded_difference_never_reads_as_a_plain_one(number, qualifier):
    for reader in map(language, available()):
        said = comparison.change(Figure.claimed(qualifier, number), reader)
        assert said not in {comparison.change(Figure(float(n)), reader) for n in (number, -number)}
