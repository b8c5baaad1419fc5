"""Law 3: flows are added only when that is true; else the call refuses and says what still holds."""

import datetime as dt
import itertools
import math
import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.figure import Figure
from tracker.languages import language
from tracker.totals import Refusal, Total, greatest_lower_bound, largest_disjoint, total

START = dt.date(2016, 9, 1)


def claim(name="a", first=0, last=0, figure=None, **given):
    figure = figure or Figure(10.0)
    return {
        "observation_id": name,
        "indicator_id": "children_killed",
        "claimant_id": "unicef",
        "place_id": "eastern-aleppo",
        "basis": "reported",
        "population": None,
        "scope_note": None,
        "measure": "flow",
        "period_start": pd.Timestamp(START + dt.timedelta(first)),
        "period_end": pd.Timestamp(START + dt.timedelta(last)),
        "value": figure.value,
        "value_low": figure.low,
        "value_high": figure.high,
        "qualifier": figure.qualifier,
    } | given


def frame(*claims):
    table = pd.DataFrame(claims)
    return table.astype({"value": float, "value_low": float, "value_high": float})


def codes(answer):
    assert isinstance(answer, Refusal)
    return {conflict.code for conflict in answer.conflicts}


def test_flows_over_disjoint_periods_add_up():
    answer = total(frame(claim("a", 0, 5), claim("b", 6, 9, Figure(3.0))))
    assert isinstance(answer, Total)
    assert answer.figure == Figure(13.0)
    assert str(answer.period) == "2016-09-01/2016-09-10"


def test_a_sum_with_one_bound_keeps_the_bound():
    answer = total(frame(claim("a", 0, 1), claim("b", 2, 3, Figure.claimed("at_least", 96))))
    assert answer.figure == Figure.claimed("at_least", 106)


def test_a_range_and_a_number_make_a_range_and_not_its_middle():
    answer = total(frame(claim("a", 0, 1), claim("b", 2, 3, Figure.claimed("between", 30, 40))))
    assert answer.figure == Figure.claimed("between", 40, 50)


def test_best_figures_keep_their_bounds_and_stay_best_figures():
    rows = claim("a", 0, 1, Figure(357.0, 356.0, 368.0)), claim("b", 2, 3, Figure(5.0))
    assert total(frame(*rows)).figure == Figure(362.0, 361.0, 373.0)


def test_a_total_says_how_many_days_it_counts():
    answer = total(frame(claim("a", 0, 1), claim("b", 8, 9)))
    assert (answer.period.days, answer.days) == (10, 4)


def test_bounds_on_opposite_sides_are_refused():
    a, b = Figure.claimed("at_least", 5), Figure.claimed("at_most", 5)
    assert codes(total(frame(claim("a", 0, 1, a), claim("b", 2, 3, b)))) == {"hedges-differ"}


def test_periods_that_share_a_day_are_never_added():
    answer = total(frame(claim("a", 0, 5), claim("b", 5, 9), claim("c", 20, 21)))
    assert codes(answer) == {"periods-overlap"}
    assert answer.conflicts[0].observation_ids == ("a", "b")


def test_nested_at_least_claims_offer_the_greatest_lower_bound():
    answer = total(
        frame(
            claim("week", 0, 6, Figure.claimed("at_least", 96)),
            claim("month", 0, 29, Figure.claimed("at_least", 120)),
            claim("later", 10, 12, Figure.claimed("at_least", 40)),
        )
    )
    assert codes(answer) == {"periods-overlap"}
    assert answer.at_least.figure == Figure.claimed("at_least", 136)
    assert answer.at_least.observation_ids == ("week", "later")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"claimant_id": "sohr"}, "claimant-differs"),
        ({"place_id": "aleppo"}, "place-differs"),
        ({"basis": "verified"}, "basis-differs"),
        ({"population": "girls"}, "population-differs"),
        ({"scope_note": "air strikes only"}, "scope-differs"),
        ({"indicator_id": "people_killed"}, "indicator-differs"),
        ({"measure": "stock"}, "not-a-flow"),
        ({"measure": "cumulative"}, "not-a-flow"),
        ({"period_start": pd.NaT}, "period-unknown"),
        ({"value": math.nan, "qualifier": "vague"}, "no-number"),
        ({"superseded_by": "c"}, "replaced"),
        ({"revises": "a"}, "replaced"),
        ({"rank": "deprecated"}, "withdrawn"),
        ({"value": math.nan, "value_low": 40, "value_high": 30, "qualifier": "between"}, "bounds-reversed"),
        ({"period_start": pd.Timestamp("2016-09-20")}, "period-reversed"),
        ({"is_circulating": True}, "circulating"),
    ],
)
def test_what_does_not_agree_is_refused_with_its_reason(change, code):
    assert code in codes(total(frame(claim("a", 0, 1), claim("b", 2, 3) | change)))


PARENTS = {"eastern-aleppo": "aleppo", "aleppo": "syria", "loop": "loop"}


def test_a_part_is_never_added_to_its_whole():
    places = {"a": "eastern-aleppo", "b": "syria", "c": "idlib"}
    rows = [claim(name, 2 * k, 2 * k + 1, place_id=where) for k, (name, where) in enumerate(places.items())]
    answer = total(frame(*rows), parents=PARENTS)
    assert codes(answer) == {"place-differs", "places-nest"}
    assert next(c for c in answer.conflicts if c.code == "places-nest").observation_ids == ("a", "b")
    assert answer.at_least is None and answer.largest_disjoint is None


def test_places_side_by_side_are_not_said_to_nest():
    rows = claim("a", 0, 1, place_id="idlib"), claim("b", 2, 3, place_id="loop")
    assert codes(total(frame(*rows), parents=PARENTS)) == {"place-differs"}


def test_a_refusal_offers_the_sum_of_a_largest_disjoint_set_with_the_claims_in_it():
    month, day, week = claim("month", 0, 29, Figure(99.0)), claim("day", 3, 3), claim("week", 10, 16, Figure(7.0))
    offered = total(frame(month, day, week)).largest_disjoint
    assert offered.observation_ids == ("day", "week")
    assert (offered.figure, offered.days) == (Figure(17.0), 8)


def test_of_sets_as_large_the_one_that_covers_most_days_is_offered():
    offered = total(frame(claim("short", 0, 1), claim("long", 0, 29, Figure(99.0)))).largest_disjoint
    assert offered.observation_ids == ("long",)


def test_nothing_that_was_replaced_or_withdrawn_is_offered():
    old = claim("old", 0, 5, Figure.claimed("at_least", 96), superseded_by="new")
    new = claim("new", 0, 5, Figure.claimed("at_least", 60))
    answer = total(frame(old, new))
    assert answer.at_least.figure == Figure.claimed("at_least", 60)
    assert answer.largest_disjoint.observation_ids == ("new",)


def test_claims_without_a_column_to_agree_in_are_refused_by_name():
    with pytest.raises(TrackerError, match="claimant_id"):
        total(frame(claim()).drop(columns="claimant_id"))


def test_reasons_are_told_in_the_reader_s_language():
    (conflict,) = total(frame(claim("a", 0, 5), claim("b", 5, 9))).conflicts
    assert conflict.told(language("en")) == conflict.reason
    assert "share days" in conflict.reason


def test_a_hundred_thousand_periods_are_judged_in_well_under_a_second():
    days = pd.date_range("1800-01-01", periods=100_000)
    one = frame(claim())
    rows = one.loc[[0] * len(days)].reset_index(drop=True)
    rows = rows.assign(period_start=days, period_end=days, observation_id=days.astype("str"))
    overlapping = rows.assign(period_end=rows.period_end + pd.Timedelta(days=3))
    begun = time.process_time()
    assert total(rows).figure == Figure(1_000_000.0)
    assert len(total(overlapping).largest_disjoint.observation_ids) == 25_000
    assert time.process_time() - begun < 2  # two answers and the offers, on a machine that does other work too


def test_unattributed_claims_are_never_taken_for_one_claimant():
    rows = frame(claim("a", 0, 1, claimant_id=None), claim("b", 2, 3, claimant_id=None))
    assert codes(total(rows)) == {"claimant-unknown"}
    assert greatest_lower_bound(rows) is None and largest_disjoint(rows) is None


def test_no_claims_is_not_a_total_of_zero():
    assert codes(total(frame(claim()).iloc[:0])) == {"no-claims"}


FLOORS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10), st.integers(0, 500)), min_size=1, max_size=7)


@given(FLOORS)
def test_the_greatest_lower_bound_is_the_best_of_all_disjoint_sets(spans):
    rows = [claim(str(k), a, a + n, Figure.claimed("at_least", v)) for k, (a, n, v) in enumerate(spans)]
    best = max(
        sum(spans[k][2] for k in chosen)
        for size in range(len(rows) + 1)
        for chosen in itertools.combinations(range(len(rows)), size)
        if disjoint([rows[k] for k in chosen])
    )
    bound = greatest_lower_bound(frame(*rows))
    assert (bound.figure.low if bound else 0) == best


@given(FLOORS)
def test_no_larger_set_of_claims_is_disjoint_than_the_one_offered(spans):
    rows = [claim(str(k), a, a + n, Figure(float(v))) for k, (a, n, v) in enumerate(spans)]
    offered = largest_disjoint(frame(*rows))
    assert disjoint([rows[int(name)] for name in offered.observation_ids])
    assert offered.figure.value == sum(spans[int(name)][2] for name in offered.observation_ids)
    for larger in itertools.combinations(rows, len(offered.observation_ids) + 1):
        assert not disjoint(larger)


@given(FLOORS)
def test_a_total_is_given_exactly_when_no_two_periods_share_a_day(spans):
    rows = [claim(str(k), a, a + n, Figure(float(v))) for k, (a, n, v) in enumerate(spans)]
    answer = total(frame(*rows))
    assert isinstance(answer, Total) == disjoint(rows)
    if isinstance(answer, Total):
        assert answer.figure.value == sum(v for _, _, v in spans)


@given(FLOORS, st.permutations(range(7)))
def test_the_answer_does_not_depend_on_the_order_of_rows(spans, order):
    rows = [claim(str(k), a, a + n, Figure(float(v))) for k, (a, n, v) in enumerate(spans)]
    shuffled = [rows[k] for k in order if k < len(rows)]
    one, other = total(frame(*rows)), total(frame(*shuffled))
    assert type(one) is type(other)
    if isinstance(one, Refusal):
        assert {c.code for c in one.conflicts} == {c.code for c in other.conflicts}
        assert (one.at_least and one.at_least.figure) == (other.at_least and other.at_least.figure)


def disjoint(rows):
    return all(
        a["period_end"] < b["period_start"] or b["period_end"] < a["period_start"]
        for a, b in itertools.combinations(rows, 2)
    )
