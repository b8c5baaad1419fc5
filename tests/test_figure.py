import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.figure import Figure
from tracker.vocabularies import QUALIFIER

NUMBERS = st.floats(0, 1e9, allow_nan=False)


def test_at_least_keeps_its_floor_and_has_no_ceiling():
    claimed = Figure.claimed("at_least", 96)
    assert (claimed.value, claimed.low, claimed.high) == (96, 96, None)
    assert (claimed.lowest, claimed.highest) == (96, math.inf)


def test_a_range_has_no_best_value():
    assert Figure.claimed("between", 250_000, 275_000) == Figure(None, 250_000, 275_000, "between")


def test_dozens_has_no_number():
    assert not Figure.claimed("vague", 36).has_number


def test_nearly_is_below_the_number_but_has_no_floor():
    assert Figure.claimed("nearly", 100).highest == 100
    assert Figure.claimed("nearly", 100).lowest == -math.inf


def test_a_range_with_one_number_is_refused():
    with pytest.raises(TrackerError, match="two numbers"):
        Figure.claimed("between", 30)


@given(st.sampled_from(sorted(QUALIFIER)), NUMBERS, NUMBERS)
def test_the_words_always_allow_the_number_they_carry(qualifier, a, b):
    claimed = Figure.claimed(qualifier, min(a, b), max(a, b))
    assert claimed.lowest <= claimed.highest
    if claimed.value is not None:
        assert claimed.lowest <= claimed.value <= claimed.highest


@given(NUMBERS)
def test_blank_cells_are_unknown_and_zero_is_zero(number):
    class Row:
        value, value_low, value_high, qualifier = number, math.nan, None, "exact"

    assert Figure.of(Row) == Figure(number)
    assert Figure(0.0).has_number
