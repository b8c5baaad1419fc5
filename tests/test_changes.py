"""What became known between two days, both included."""

import datetime as dt

import pytest
from factories import observation
from hypothesis import given
from hypothesis import strategies as st

from tracker.catalogue import Filter
from tracker.claims.changes import changes
from tracker.errors import TrackerError

SINCE, UNTIL = dt.date(2016, 9, 28), dt.date(2016, 10, 5)


def claim(name, known_on, claimant="unicef", value=96, **cells):
    return observation(name, claimant_id=claimant, value=value, said_on=str(known_on), **cells)


def names(rows):
    return [row.observation_id for row in rows]


def test_both_days_are_included_and_the_days_around_them_are_not(catalogue_of):
    days = {"eve": 27, "first": 28}
    rows = [claim(name, dt.date(2016, 9, day)) for name, day in days.items()]
    rows += [claim("last", UNTIL), claim("after", dt.date(2016, 10, 6))]
    assert names(changes(catalogue_of(observations=rows), SINCE, UNTIL).new) == ["first", "last"]


def test_a_claim_that_replaces_another_is_a_revision_of_its_kind(catalogue_of):
    old, new = claim("old", "2016-09-01"), claim("new", "2016-09-30", revises="old", change="correction")
    found = changes(catalogue_of(observations=[old, new]), SINCE, UNTIL)
    assert found.new == ()
    (revision,) = found.of_kind("correction")
    assert (revision.row.observation_id, revision.replaced.observation_id) == ("new", "old")
    assert found.of_kind("update") == ()


def test_a_revision_published_later_is_not_seen(catalogue_of):
    old, new = claim("old", "2016-09-30"), claim("new", "2016-10-06", revises="old", change="update")
    found = changes(catalogue_of(observations=[old, new]), SINCE, UNTIL)
    assert names(found.new) == ["old"] and found.revisions == ()


def test_a_disagreement_is_new_when_one_of_the_two_is(catalogue_of):
    rows = catalogue_of(
        observations=[
            claim("a", "2016-09-01"),
            claim("b", "2016-09-02", "sohr", 57),
            claim("c", "2016-09-30", "aleppo-24", 57),
        ]
    )
    found = changes(rows, SINCE, UNTIL).disagreements
    assert [(pair.claim.observation_id, pair.rival.claim.observation_id) for pair in found] == [("c", "a")]


def test_a_pair_of_new_claims_that_disagree_is_told_once(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "2016-09-29"), claim("b", "2016-09-30", "sohr", 57)])
    assert len(changes(rows, SINCE, UNTIL).disagreements) == 1


def spoken(*days, claimant="unicef"):
    return [claim(f"{claimant}-{day}", dt.date(2016, 9, 1) + dt.timedelta(day), claimant) for day in days]


def test_a_claimant_is_silent_after_twice_its_longest_pause(catalogue_of):
    rows = catalogue_of(observations=spoken(0, 4, 14))
    (silence,) = changes(rows, dt.date(2016, 10, 5), dt.date(2016, 10, 5)).silences
    assert (silence.claimant_id, silence.longest_pause) == ("unicef", 10)
    assert (silence.last_known_on, silence.silent_from) == (dt.date(2016, 9, 15), dt.date(2016, 10, 5))
    assert silence.last.observation_id == "unicef-14"
    assert changes(rows, dt.date(2016, 10, 6), dt.date(2016, 10, 30)).silences == ()


def test_no_claimant_is_silent_within_two_weeks(catalogue_of):
    rows = catalogue_of(observations=spoken(0, 1, 2))
    assert changes(rows, dt.date(2016, 9, 3), dt.date(2016, 9, 16)).silences == ()
    assert changes(rows, dt.date(2016, 9, 3), dt.date(2016, 9, 17)).silences != ()


def test_two_claims_are_no_habit_that_silence_could_break(catalogue_of):
    rows = catalogue_of(observations=spoken(0, 1))
    assert changes(rows, dt.date(2016, 9, 3), dt.date(2017, 9, 17)).silences == ()


def test_a_claimant_that_speaks_again_is_not_silent(catalogue_of):
    rows = catalogue_of(observations=spoken(0, 4, 14, 30))
    assert changes(rows, dt.date(2016, 10, 1), dt.date(2016, 10, 6)).silences == ()


def test_the_filter_chooses_what_is_told(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "2016-09-29"), claim("b", "2016-09-30", "sohr", 57)])
    found = changes(rows, SINCE, UNTIL, Filter(claimant=("sohr",)))
    assert names(found.new) == ["b"] and len(found.disagreements) == 1


def test_nothing_new_is_nothing(catalogue_of):
    assert not changes(catalogue_of(observations=[claim("a", "2016-09-01")]), SINCE, UNTIL)


def test_days_the_wrong_way_round_are_refused(catalogue_of):
    with pytest.raises(TrackerError, match="swap them"):
        changes(catalogue_of(observations=[observation()]), UNTIL, SINCE)


def test_every_claim_becomes_known_once(catalogue_of):
    """Cut anywhere, the two parts tell together what the whole tells, and each claim in one of them."""
    rows = catalogue_of(observations=spoken(*range(0, 30, 3)))
    first, last = dt.date(2016, 8, 31), dt.date(2016, 10, 1)
    whole = names(changes(rows, first, last).new)

    @given(st.dates(first, last - dt.timedelta(1)))
    def cut(day):
        parts = changes(rows, first, day), changes(rows, day + dt.timedelta(1), last)
        assert [name for part in parts for name in names(part.new)] == whole

    cut()
