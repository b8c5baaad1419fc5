"""Spans of days, judged by brute force and by the book."""

import datetime as dt
import itertools

import numpy as np
import pandas as pd
import pytest
from charting import figure_cells
from hypothesis import given
from hypothesis import strategies as st

from tracker import bounds
from tracker.errors import TrackerError
from tracker.figure import Figure
from tracker.hours import days_touched
from tracker.intervals import heaviest_disjoint, most_disjoint, overlapping
from tracker.vocabularies import QUALIFIER

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8)), max_size=7).map(
    lambda spans: (np.array([a for a, _ in spans], dtype="int64"), np.array([a + n for a, n in spans], dtype="int64"))
)


def share(spans, a, b):
    starts, ends = spans
    return starts[a] <= ends[b] and starts[b] <= ends[a]


@given(SPANS)
def test_a_span_overlaps_where_it_shares_a_day_with_any_other(spans):
    every = range(len(spans[0]))
    assert overlapping(*spans).tolist() == [any(share(spans, a, b) for b in every if a != b) for a in every]


@given(SPANS, st.data())
def test_the_heaviest_set_is_the_heaviest_of_all_disjoint_sets(spans, data):
    every = range(len(spans[0]))
    weights = [data.draw(st.integers(1, 50)) for _ in every]
    sets = [chosen for size in range(len(weights) + 1) for chosen in itertools.combinations(every, size)]
    disjoint = [chosen for chosen in sets if not any(share(spans, a, b) for a, b in itertools.combinations(chosen, 2))]
    found = heaviest_disjoint(*spans, weights)
    assert tuple(found) in disjoint
    assert sum(weights[k] for k in found) == max(sum(weights[k] for k in chosen) for chosen in disjoint)


def test_the_most_spans_are_chosen_and_then_the_most_days():
    starts, ends = np.array([0, 0, 5, 5]), np.array([9, 1, 6, 8])
    assert most_disjoint(starts, ends) == [1, 3]


@given(st.lists(st.tuples(st.sampled_from(sorted(QUALIFIER)), st.integers(0, 99), st.integers(0, 9)), min_size=1))
def test_columns_of_bounds_say_what_each_figure_says(figures):
    rows = [{"value": None, "value_low": None, "value_high": None} | figure_cells(*figure) for figure in figures]
    table = pd.DataFrame(rows).astype({"value": float, "value_low": float, "value_high": float})
    each = [Figure.of(row) for row in table.itertuples()]
    assert bounds.lowest(table).tolist() == [figure.lowest for figure in each]
    assert bounds.highest(table).tolist() == [figure.highest for figure in each]


@pytest.mark.parametrize(
    ("until", "hours", "days"),
    [
        (dt.date(2023, 10, 8), 24, "2023-10-07/2023-10-08"),
        (dt.date(2023, 10, 8), 6, "2023-10-07/2023-10-08"),
        (dt.date(2023, 10, 8), 48, "2023-10-06/2023-10-08"),
        (dt.date(2023, 10, 8), 30, "2023-10-06/2023-10-08"),
        (dt.datetime(2023, 10, 8, 15), 6, "2023-10-08"),
        (dt.datetime(2023, 10, 8, 15), 24, "2023-10-07/2023-10-08"),
        (dt.datetime(2023, 10, 8, 0), 24, "2023-10-07"),
    ],
)
def test_hours_are_held_as_the_days_they_may_touch(until, hours, days):
    assert str(days_touched(until, hours)) == days


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2030, 1, 1)), st.floats(0.5, 500))
def test_a_moment_never_touches_more_days_than_its_date_alone(until, hours):
    assert days_touched(until.date(), hours).contains(days_touched(until, hours))


@pytest.mark.parametrize("hours", [0, -24, float("nan"), float("inf")])
def test_a_window_of_no_hours_is_refused(hours):
    with pytest.raises(TrackerError, match="counts nothing"):
        days_touched(dt.date(2023, 10, 8), hours)
