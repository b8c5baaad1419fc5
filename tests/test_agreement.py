"""What claimants say of one time, side by side: every number shown is one that somebody claimed."""

import datetime as dt

import pytest
from factories import indicator, observation, organisation, place
from hypothesis import given
from hypothesis import strategies as st

from tracker import comparison
from tracker.agreement import agreement
from tracker.errors import TrackerError, UnknownError
from tracker.languages import language
from tracker.period import Period

WEEK = Period.parse("2016-09-23/2016-09-28")
BOUND = {"at_least": "value_low", "more_than": "value_low"}


def said(claimant, value, qualifier="exact", **cells):
    bound = {BOUND[qualifier]: value} if qualifier in BOUND else {}
    name = f"{claimant}-{value}-{cells.get('period_end', '')}"
    return observation(name, claimant_id=claimant, value=value, qualifier=qualifier, **bound, **cells)


def level(claimant, value, day, **cells):
    return said(claimant, value, measure="stock", period_start=day, period_end=day, **cells)


@pytest.fixture
def found(catalogue_of):
    def ask(*rows, period=WEEK, as_of=None, **tables):
        catalogue = catalogue_of(observations=rows, **tables)
        return agreement(catalogue, "children_killed", "eastern-aleppo", period=period, as_of=as_of)

    return ask


def test_claims_stand_side_by_side_by_claimant(found):
    answer = found(said("unicef", 96, "at_least"), said("sohr", 57))
    assert {who: [claim.figure.value for claim in own] for who, own in answer.claims.items()} == {
        "sohr": [57],
        "unicef": [96],
    }
    assert answer.sources == 2


def test_pairs_that_can_and_cannot_both_be_true_are_told_apart(found):
    answer = found(said("unicef", 96, "at_least"), said("sohr", 57), said("vdc", 100))
    cannot = {frozenset((pair.one.claimant_id, pair.other.claimant_id)) for pair in answer.incompatible}
    assert cannot == {frozenset(("unicef", "sohr")), frozenset(("sohr", "vdc"))}
    assert [(pair.one.claimant_id, pair.other.claimant_id) for pair in answer.compatible] == [("unicef", "vdc")]


def test_the_spread_is_shown_as_figures_of_their_claimants(found):
    (spread,) = found(said("unicef", 96, "at_least"), said("sohr", 57), said("vdc", 57), said("who", 80)).spreads
    assert [claim.claimant_id for claim in spread.lowest] == ["sohr", "vdc"]
    assert [claim.claimant_id for claim in spread.highest] == ["unicef"]
    assert comparison.spread(spread, language("en")) == (
        "lowest: 57 (Sohr) and 57 (Vdc); highest: at least 96 (UNICEF); 4 claimants in all"
    )


def test_figures_of_other_times_are_no_part_of_a_spread(found):
    answer = found(said("unicef", 96), said("sohr", 900, measure="cumulative", period_start="2011-03-15"))
    assert len(answer.claims) == 2 and not answer.spreads
    assert len(answer.pairs) == 1  # a part of the time is weighed against the whole


def test_levels_speak_of_the_days_around_them(found):
    rows = level("unicef", 30, "2016-09-28"), level("who", 35, "2016-09-30"), level("sohr", 20, "2016-10-20")
    answer = found(*rows, period=Period.parse("2016-09-28"))
    assert set(answer.claims) == {"unicef", "who"} and len(answer.incompatible) == 1
    assert not answer.spreads  # not of one day


def test_a_claimant_is_not_set_against_itself_nor_against_who_speaks_for_it(found):
    branch = organisation("unicef-syria", parent_id="unicef")
    rows = said("unicef", 96), said("unicef", 97), said("unicef-syria", 50)
    answer = found(*rows, organisations=[branch])
    assert not answer.pairs and answer.sources == 1


def test_what_nobody_claimed_stands_apart(found):
    answer = found(said("unicef", 96), said(None, 400))
    assert [claim.figure.value for claim in answer.unattributed] == [400]
    assert not answer.pairs and not answer.spreads and set(answer.claims) == {"unicef"}


def test_words_without_a_number_are_listed_and_in_no_spread(found):
    answer = found(said("unicef", None, "vague"), said("sohr", 57))
    assert set(answer.claims) == {"unicef", "sohr"} and not answer.spreads


@pytest.mark.parametrize("change", ["correction", "revision", "update"])
def test_a_figure_that_its_source_replaced_is_left_out(found, change):
    newer = observation("newer", value=60, revises="unicef-96-", change=change)
    answer = found(said("unicef", 96), newer, said("sohr", 57))
    assert [claim.figure.value for claim in answer.claims["unicef"]] == [60]


def test_only_the_place_itself_is_meant(found):
    part = said("sohr", 57, place_id="al-shaar")
    answer = found(said("unicef", 96), part, places=[place("al-shaar", parent_id="eastern-aleppo")])
    assert set(answer.claims) == {"unicef"}


def test_what_was_not_known_yet_is_not_there(found):
    rows = said("unicef", 96, said_on="2016-09-28"), said("sohr", 57, said_on="2016-10-05")
    assert set(found(*rows, as_of=dt.date(2016, 9, 30)).claims) == {"unicef"}


def test_an_open_period_and_an_unknown_indicator_are_refused(found, catalogue_of):
    with pytest.raises(TrackerError, match="both its ends"):
        found(said("unicef", 96), period=Period.parse("2016-09-23/.."))
    catalogue = catalogue_of(observations=[observation()], indicators=[indicator()])
    with pytest.raises(UnknownError, match="no indicator 'children_kiled'"):
        agreement(catalogue, "children_kiled", "eastern-aleppo", period=WEEK)
    with pytest.raises(UnknownError, match="no place 'alepo'"):
        agreement(catalogue, "children_killed", "alepo", period=WEEK)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One catalogue that holds every claim a law may ask about, on a day of its own."""
    from conftest import write

    from tracker.catalogue import Catalogue
    from tracker.store import Store

    days = [dt.date(2016, 1, 1) + dt.timedelta(days=n) for n in range(60)]
    rows = [
        said(who, (7 * n + 3 * k) % 40, period_start=str(day), period_end=str(day))
        for n, day in enumerate(days)
        for k, who in enumerate(["unicef", "sohr", "vdc", "who"][: n % 5])
    ]
    return Catalogue.of(Store(write(tmp_path_factory.mktemp("shared") / "data", observations=rows)))


@given(st.integers(0, 59), st.integers(0, 6))
def test_no_number_is_shown_that_nobody_claimed(shared, first, length):
    start = dt.date(2016, 1, 1) + dt.timedelta(days=first)
    period = Period(start, start + dt.timedelta(days=length))
    answer = agreement(shared, "children_killed", "eastern-aleppo", period=period)
    claimed = {claim for own in answer.claims.values() for claim in own}
    for spread in answer.spreads:
        shown = {*spread.lowest, *spread.highest}
        same_day = [claim for claim in claimed if claim.period == spread.lowest[0].period]
        assert shown <= claimed
        assert {claim.figure.value for claim in spread.lowest} == {min(claim.figure.value for claim in same_day)}
        assert {claim.figure.value for claim in spread.highest} == {max(claim.figure.value for claim in same_day)}
        assert len(spread.claimants) == len(same_day) > 1
