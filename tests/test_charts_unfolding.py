"""The days on which a record grew: played one after the other, they give the series as of any day."""

import datetime as dt
import json

import pytest
from factories import citation, document, observation
from test_pages_observation import aleppo

from tracker import series
from tracker.catalogue import Filter
from tracker.charts import Moment, unfolding

KILLED = Filter(indicator=("children_killed",))


def said(name, day, **cells):
    return observation(name, said_on=day, **cells)


def played(found, day):
    """What is known, and what of it is no longer right, at the end of a day."""
    shown, wrong = set(), set()
    for moment in found.moments:
        if moment.day <= day:
            shown |= set(moment.appeared)
            wrong |= set(moment.superseded)
    return shown, wrong


def test_each_day_has_what_appeared_and_what_it_replaced(catalogue_of):
    catalogue = catalogue_of(
        observations=[
            said("first", "2016-09-28"),
            said("second", "2016-09-28", claimant_id="who", value=106),
            said("better", "2016-10-09", value=98, revises="first", change="correction"),
        ]
    )
    assert unfolding(catalogue, KILLED).moments == (
        Moment(dt.date(2016, 9, 28), ("first", "second"), ()),
        Moment(dt.date(2016, 10, 9), ("better",), ("first",)),
    )


def test_a_newer_figure_of_a_later_day_replaces_nothing(catalogue_of):
    rows = [
        said("before", "2016-09-28"),
        said("after", "2016-10-09", period_end="2016-10-08", revises="before", change="update"),
    ]
    assert [moment.superseded for moment in unfolding(catalogue_of(observations=rows), KILLED).moments] == [(), ()]


def test_what_nobody_can_date_is_named_apart(catalogue_of):
    catalogue = catalogue_of(
        observations=[observation("undated"), said("dated", "2016-09-28")],
        citations=[citation("c", observation_id="undated")],
        documents=[document(published_on=None, published_on_basis=None)],
    )
    found = unfolding(catalogue, KILLED)
    assert found.undated == ("undated",) and [moment.appeared for moment in found.moments] == [("dated",)]


def test_a_day_ends_the_record_there(catalogue_of):
    rows = [
        said("first", "2016-09-28"),
        said("better", "2016-10-09", value=98, revises="first", change="correction"),
    ]
    as_of = Filter(indicator=("children_killed",), as_of=dt.date(2016, 10, 1))
    assert len(unfolding(catalogue_of(observations=rows), as_of).moments) == 1


def test_it_can_be_sent(catalogue_of):
    sent = json.loads(json.dumps(unfolding(catalogue_of(observations=[said("a", "2016-09-28")]), KILLED).as_json()))
    assert sent["days"] == [{"day": "2016-09-28", "appeared": ["a"], "superseded": []}]


@pytest.mark.parametrize("indicator", ["children_killed", "people_evacuated", "civilians_killed", "doctors_remaining"])
def test_played_to_a_day_it_is_the_series_as_of_that_day(indicator):
    catalogue = aleppo()
    found = unfolding(catalogue, Filter(indicator=(indicator,)))
    for moment in found.moments:
        known = series.select(catalogue, Filter(indicator=(indicator,), as_of=moment.day)).claims
        shown, wrong = played(found, moment.day)
        assert shown == set(known.observation_id)
        assert wrong == set(known[known.is_superseded].observation_id)


def test_what_was_corrected_stays_corrected_whatever_revises_it_later(catalogue_of):
    rows = [
        said("first", "2016-09-28"),
        said("corrected", "2016-10-01", value=98, revises="first", change="correction"),
        said("updated", "2016-10-09", value=99, period_end="2016-10-08", revises="first", change="update"),
    ]
    catalogue = catalogue_of(observations=rows)
    found = unfolding(catalogue, KILLED)
    for moment in found.moments:
        known = series.select(catalogue, Filter(indicator=("children_killed",), as_of=moment.day)).claims
        assert played(found, moment.day)[1] == set(known[known.is_superseded].observation_id)
    assert played(found, dt.date(2016, 9, 30))[1] == set()
    assert played(found, dt.date(2016, 10, 2))[1] == played(found, dt.date(2016, 10, 30))[1] == {"first"}
