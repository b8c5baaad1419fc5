"""Two claims agree, disagree or cannot be compared, by stated rules and whichever comes first."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.claims import verdicts
from tracker.claims.compatibility import Claim, Reason, Result, allowed, verdict
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.period import Period
from tracker.vocabularies import BASIS, MEASURE, QUALIFIER

DAYS = st.dates(dt.date(2016, 9, 1), dt.date(2016, 9, 20))
NUMBERS = st.integers(0, 120)


def claim(figure=None, period="2016-09-23/2016-09-28", **given):
    cells = {
        "observation_id": "a",
        "claimant_id": "unicef",
        "indicator_id": "children_killed",
        "place_id": "eastern-aleppo",
        "population": "",
        "basis": "reported",
        "measure": "flow",
    }
    return Claim(**cells | given, figure=figure or Figure(96.0), period=Period.parse(period))


def level(number, day, **given):
    return claim(Figure.claimed("exact", number), day, measure="stock", **given)


def said(qualifier, *numbers):
    return claim(Figure.claimed(qualifier, *numbers))


@st.composite
def claims(draw):
    qualifier = draw(st.sampled_from(list(QUALIFIER)))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Claim(
        observation_id="any",
        claimant_id="any",
        indicator_id=draw(st.sampled_from(["children_killed", "people_killed"])),
        place_id=draw(st.sampled_from(["eastern-aleppo", "aleppo-city"])),
        population=draw(st.sampled_from(["", "civilians"])),
        basis=draw(st.sampled_from(["", *BASIS])),
        measure=draw(st.sampled_from(list(MEASURE))),
        period=Period(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None]))),
        figure=Figure.claimed(qualifier, *sorted((draw(NUMBERS), draw(NUMBERS)))),
    )


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        (said("at_least", 96), said("exact", 106), Result.COMPATIBLE),
        (said("at_least", 96), said("exact", 57), Result.INCOMPATIBLE),
        (said("at_least", 96), said("more_than", 90), Result.COMPATIBLE),
        (said("at_most", 900), said("at_least", 1000), Result.INCOMPATIBLE),
        (said("about", 30), said("exact", 33), Result.COMPATIBLE),
        (said("about", 30), said("exact", 35), Result.INCOMPATIBLE),
        (said("nearly", 100), said("exact", 96), Result.COMPATIBLE),
        (said("nearly", 100), said("exact", 103), Result.INCOMPATIBLE),
        (said("between", 250, 275), said("exact", 275), Result.COMPATIBLE),
        (said("between", 250, 275), said("exact", 300), Result.INCOMPATIBLE),
        (said("exact", 0), said("at_least", 1), Result.INCOMPATIBLE),
        (said("vague"), said("exact", 1), Result.NOT_COMPARABLE),
    ],
)
def test_figures_agree_where_one_number_fits_the_words_of_both(one, other, result):
    assert verdict(one, other).result is result


def test_bounds_printed_the_wrong_way_round_are_not_weighed():
    assert verdict(claim(Figure(None, 40, 30, "between")), claim()).reason is Reason.NO_NUMBER


@pytest.mark.parametrize(
    ("one", "other", "yes"),
    [
        (said("at_least", 96), said("exact", 106), True),
        (said("at_least", 96), said("exact", 300), False),
        (said("more_than", 12), said("more_than", 40), False),
        (said("at_most", 8000), said("between", 6000, 8000), True),
        (said("between", 100, 300), said("exact", 200), True),
        (said("about", 30), said("exact", 33), True),
    ],
)
def test_a_bound_is_confirmed_only_by_a_number_near_it(one, other, yes):
    assert verdict(one, other).result is Result.COMPATIBLE
    assert verdict(one, other).confirms is yes


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2016-09-28", Reason.NUMBERS_APART),
        ("2016-10-01", Reason.NUMBERS_APART),
        ("2016-10-02", Reason.OTHER_PERIOD),
        ("2016-10-02/..", Reason.OTHER_PERIOD),
        ("../..", Reason.NO_PERIOD),
    ],
)
def test_levels_are_compared_within_three_days(day, reason):
    assert verdict(level(30, "2016-09-28"), level(35, day)).reason is reason


@pytest.mark.parametrize(
    ("figure", "reason"),
    [(Figure(90.0), Reason.PART_WITHIN_WHOLE), (Figure(120.0), Reason.PART_ABOVE_WHOLE)],
)
def test_a_part_of_the_time_may_contradict_the_whole_but_never_confirms_it(figure, reason):
    part = claim(figure, "2016-09-24/2016-09-25")
    found = verdict(part, claim(Figure(96.0)))
    assert found.reason is reason and not found.confirms


def test_an_at_least_for_a_part_above_the_whole_contradicts_it():
    part = claim(Figure.claimed("at_least", 100), "2016-09-24/2016-09-25")
    assert verdict(part, claim(Figure(96.0))).result is Result.INCOMPATIBLE
    assert verdict(part, claim(Figure.claimed("at_least", 96))).result is Result.COMPATIBLE


def test_a_running_total_is_weighed_as_events_in_its_period():
    assert verdict(claim(), claim(measure="cumulative")).confirms


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"indicator_id": "people_killed"}, Reason.OTHER_INDICATOR),
        ({"population": "boys"}, Reason.OTHER_POPULATION),
        ({"place_id": "aleppo-city"}, Reason.OTHER_PLACE),
        ({"scope": "Air strikes only."}, Reason.OTHER_SCOPE),
        ({"basis": "projected"}, Reason.OTHER_BASIS),
        ({"basis": "imputed"}, Reason.OTHER_BASIS),
        ({"measure": "stock"}, Reason.OTHER_MEASURE),
        ({"period": "2016-09-24/2016-09-30"}, Reason.OTHER_PERIOD),
        ({"period": "../2016-09-28"}, Reason.NO_PERIOD),
    ],
)
def test_claims_about_different_things_are_not_compared(changed, reason):
    found = verdict(claim(), claim(**changed))
    assert found.reason is reason and found.result is Result.NOT_COMPARABLE


def test_two_stated_ways_of_counting_are_not_compared_but_an_unstated_one_may_be_any():
    assert verdict(claim(basis="verified"), claim(basis="estimated")).reason is Reason.OTHER_BASIS
    assert verdict(claim(basis="verified"), claim(basis="reported")).confirms
    assert verdict(claim(basis="projected"), claim(basis="projected")).confirms


@given(claims(), claims())
def test_agreement_is_symmetric(one, other):
    assert verdict(one, other) == verdict(other, one)


@given(claims())
def test_a_claim_never_contradicts_itself(one):
    assert verdict(one, one).result is not Result.INCOMPATIBLE


@given(claims())
def test_the_words_of_a_figure_allow_its_own_number(one):
    low, high = allowed(one.figure)
    if one.figure.value is not None:
        assert low <= one.figure.value <= high


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("reason", list(Reason))
def test_every_rule_can_be_said_in_every_language(reason, code):
    assert verdicts.reason(reason, language(code))
