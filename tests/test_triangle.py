"""A figure of one period, said again on later days: each stays on its day, and the one said last is what was known."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from charting import claim, figure_cells, frame, many
from hypothesis import given
from hypothesis import strategies as st

from tracker.figure import Figure
from tracker.triangle import triangle

MARCH = {"period_start": "2022-03-01", "period_end": "2022-03-31"}


def table(*rows):
    return frame(*rows).assign(is_circulating=False)


def said(day, value=10, **cells):
    return claim(f"{day}-{value}-{cells.get('period_start')}", known_on=day, value=value, **{**MARCH, **cells})


def changes(*rows):
    return [vintage.change for line in triangle(table(*rows)).lines for vintage in line.vintages]


def test_a_month_restated_is_one_line_in_the_order_it_was_said():
    found = triangle(table(said("2023-02-05", 3378), said("2022-11-06", 3298), said("2022-11-20", 3333)))
    (line,) = found.lines
    assert str(line.period) == "2022-03-01/2022-03-31"
    assert [vintage.figure.value for vintage in line.vintages] == [3298, 3333, 3378]
    assert found.days == [dt.date(2022, 11, 6), dt.date(2022, 11, 20), dt.date(2023, 2, 5)]


def test_a_month_said_once_is_no_line_and_nor_is_one_said_twice_on_a_day():
    april = {"period_start": "2022-04-01", "period_end": "2022-04-30"}
    assert not triangle(table(said("2022-11-06"), said("2022-11-20", **april), said("2022-11-06", 12)))


@pytest.mark.parametrize(
    "cells",
    [
        {"basis": "estimated"},
        {"claimant_id": "sohr"},
        {"place_id": "western-aleppo"},
        {"population": "boys"},
        {"scope_note": "Mariupol left out"},
        {"measure": "cumulative"},
        {"period_start": "2022-03-02"},
    ],
)
def test_what_is_counted_otherwise_is_not_the_same_figure_said_again(cells):
    assert not triangle(table(said("2022-11-06"), said("2022-11-20", **cells)))


def test_a_restatement_downwards_is_told_with_what_stood_before():
    rows = [said("2022-11-06", 353), said("2023-02-05", 362), said("2023-03-05", 358), said("2023-05-01", 374)]
    assert changes(*rows) == ["first", "higher", "lower", "higher"]
    ((before, after),) = triangle(table(*rows)).lines[0].lowered
    assert (before.figure.value, after.figure.value) == (362, 358)


def test_hedges_stay_and_another_hedge_is_no_other_number():
    rows = [said("2022-11-06", 96), said("2022-11-20", **figure_cells("at_least", 96, 0))]
    assert changes(*rows) == ["first", "hedged"]
    assert triangle(table(*rows)).lines[0].vintages[-1].figure == Figure.claimed("at_least", 96)


def test_ranges_are_compared_with_ranges_only():
    wide, low = figure_cells("between", 90, 20), figure_cells("between", 80, 20)
    assert changes(said("2022-11-06", **wide), said("2022-11-20", **low)) == ["first", "lower"]
    assert changes(said("2022-11-06", **wide), said("2022-11-20", 70)) == ["first", "open"]


def test_a_withdrawn_figure_ends_the_comparison():
    gone = said("2022-11-20", None, qualifier="exact", change="retraction")
    assert changes(said("2022-11-06", 90), gone, said("2022-12-01", 80)) == ["first", "withdrawn", "open"]


def test_two_figures_of_one_day_both_stand_and_neither_goes_first():
    rows = [said("2022-11-06", 90), said("2022-11-20", 91), said("2022-11-20", 95), said("2022-12-01", 96)]
    assert changes(*rows) == ["first", "higher", "higher", "open"]
    (line,) = triangle(table(*rows)).lines
    assert {vintage.figure.value for vintage in line.known(dt.date(2022, 11, 25))} == {91, 95}


def test_a_claim_of_which_no_day_is_known_is_kept_aside():
    (line,) = triangle(table(said("2022-11-06"), said("2022-11-20", 12), said(None, 15))).lines
    assert len(line.vintages) == 2
    assert [row.value for row in line.undated] == [15]


def test_before_the_first_day_nothing_was_known():
    (line,) = triangle(table(said("2022-11-06"), said("2022-11-20", 12))).lines
    assert line.known(dt.date(2022, 11, 5)) == ()
    assert [vintage.figure.value for vintage in line.known(dt.date(2022, 11, 19))] == [10]


RESTATED = st.lists(
    st.builds(
        said,
        st.sampled_from([None, *(f"2022-11-0{day}" for day in range(1, 7))]),
        st.integers(0, 5),
        period_start=st.sampled_from(["2022-03-01", "2022-03-15"]),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda row: row["observation_id"],
)


@given(RESTATED, st.dates(dt.date(2022, 10, 31), dt.date(2022, 11, 8)))
def test_what_was_known_on_a_day_is_what_the_record_of_that_day_says_last(rows, day):
    claims = table(*rows)
    then = claims[claims.known_on <= pd.Timestamp(day)]
    for line in triangle(claims).lines:
        own = then[then.period_start.dt.date.eq(line.period.start)]
        last = own[own.known_on.eq(own.known_on.max())]
        assert {vintage.observation_id for vintage in line.known(day)} == set(last.observation_id)


@given(RESTATED)
def test_every_figure_is_one_that_was_said_on_a_day_it_was_said(rows):
    claims = table(*rows)
    printed = {
        (row.observation_id, row.known_on.date(), row.value) for row in claims[claims.known_on.notna()].itertuples()
    }
    for line in triangle(claims).lines:
        assert {(one.observation_id, one.said, one.figure.value) for one in line.vintages} <= printed
        assert len(line.days) > 1


@given(many(), st.randoms())
def test_the_order_of_the_rows_changes_nothing(rows, chance):
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert triangle(table(*rows)) == triangle(table(*shuffled))
