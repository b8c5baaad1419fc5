"""What a claimant said before and after a figure: of the same count where there is one, else with why it breaks off."""

import datetime as dt

import pytest
from factories import observation

from dashboard.components.before_after import before_after
from dashboard.first_paint import html_of
from dashboard.state import View
from tracker.catalogue import Filter
from tracker.figure import Figure
from tracker.succession import neighbours

TOTAL = {"claimant_id": "sohr", "measure": "cumulative", "period_start": "2016-09-19"}


def total(day, value, **cells):
    return observation(f"t-{day}", value=value, period_end=day, said_on=day, **{**TOTAL, **cells})


ROWS = [
    total("2016-10-01", 100),
    total("2016-10-09", 127),
    total("2016-10-12", 120, place_id="idlib"),
    total("2016-11-13", 130),
    total("2016-11-20", 12, period_start="2016-11-15"),
]


@pytest.fixture
def catalogue(catalogue_of):
    return catalogue_of(observations=ROWS)


def claim(catalogue, name):
    return next(catalogue.rows("claims", Filter(observation=(name,))).itertuples(index=False))


def told(catalogue, name):
    return html_of(before_after(neighbours(catalogue, claim(catalogue, name)), View()), {})


def test_a_total_knows_the_one_before_and_the_one_after_of_its_place(catalogue):
    before, after = neighbours(catalogue, claim(catalogue, "t-2016-10-09"))
    assert (before.row.observation_id, after.row.observation_id) == ("t-2016-10-01", "t-2016-11-13")
    assert (before.change.figure, after.change.figure) == (Figure(27.0), Figure(3.0))
    assert after.days == (dt.date(2016, 10, 9), dt.date(2016, 11, 13))


def test_a_new_count_is_not_compared_with_the_one_before_and_says_why(catalogue):
    before, after = neighbours(catalogue, claim(catalogue, "t-2016-11-20"))
    assert before.is_break and before.step == "start" and before.change is None and after is None
    assert "7 days later · not to be compared: counted from another day" in told(catalogue, "t-2016-11-20")


def test_the_words_say_how_long_and_how_much(catalogue):
    html = told(catalogue, "t-2016-10-09")
    assert "8 days later · 27 more in 8 days, 2–9 Oct 2016" in html
    assert "first figure in 35 days · 3 more in 35 days" in html


def test_what_became_known_later_is_not_known_yet(catalogue):
    as_of = dt.date(2016, 10, 20)
    _, after = neighbours(catalogue, claim(catalogue, "t-2016-10-09"), as_of=as_of)
    assert after is None


def test_events_in_periods_and_figures_of_nobody_have_no_neighbours(catalogue_of):
    rows = [observation("a"), observation("b", period_start="2016-10-01", period_end="2016-10-02")]
    nobody = total("2016-10-05", 7, claimant_id=None)
    catalogue = catalogue_of(observations=[*rows, nobody])
    for name in ("a", "t-2016-10-05"):
        assert neighbours(catalogue, claim(catalogue, name)) == (None, None)
    assert before_after((None, None), View()) is None
