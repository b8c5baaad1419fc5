"""Which claims may stand side by side: where unit, count, people, basis and measure agree; else the reason is said."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import words
from tracker.comparability import comparability
from tracker.languages import available, language

INDICATORS = pd.DataFrame(
    [
        ("children_killed", "people", "children", "killed"),
        ("minors_killed", "people", "children", "killed"),
        ("children_injured", "people", "children", "injured"),
        ("civilians_killed", "people", "civilians", "killed"),
        ("children_share", "per cent", "children", "killed"),
    ],
    columns=["indicator_id", "unit", "population", "outcome"],
)


def row(**cells):
    usual = {
        "indicator_id": "children_killed",
        "crisis_id": "gaza-2023",
        "measure": "cumulative",
        "basis": "reported",
        "population": None,
        "scope_note": None,
        "value": 100.0,
        "value_low": None,
        "value_high": None,
        "qualifier": "exact",
        "period_start": pd.Timestamp("2023-10-07"),
        "period_end": pd.Timestamp("2023-12-31"),
    }
    return SimpleNamespace(**usual | cells)


def judged(*rows):
    return comparability(rows, INDICATORS)


def test_figures_of_two_crises_that_agree_in_all_may_stand_side_by_side():
    found = judged(row(), row(crisis_id="sudan-2023", value=7.0), row(indicator_id="minors_killed"))
    assert found
    assert found.told(language("en")) == ""


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"basis": "verified"}, "they have different bases of counting (reported and verified case by case)"),
        ({"basis": None}, "how one of them was counted is not known"),
        ({"population": "boys"}, "they have different populations (boys and children)"),
        ({"indicator_id": "civilians_killed"}, "they have different populations (children and civilians)"),
        ({"indicator_id": "children_injured"}, "they count different things (injured and killed)"),
        ({"indicator_id": "children_share"}, "they have different units (people and per cent)"),
        (
            {"measure": "flow"},
            "a level, events in a period and a running total are different kinds of figure "
            "(a running total and events in a period)",
        ),
        ({"value": None}, "no number was given"),
    ],
)
def test_what_differs_is_named_with_what_each_has(cells, reason):
    found = judged(row(), row(**cells))
    assert not found
    assert [obstacle.reason for obstacle in found.obstacles] == [reason]
    assert found.told(language("en")) == f"These figures cannot be compared: {reason}."


def test_a_figure_that_nobody_is_set_beside_is_always_fit():
    assert judged(row(basis=None, value=None))
    assert judged()


def test_what_may_be_compared_is_compared_with_care_where_scope_or_length_differ():
    found = judged(row(), row(scope_note="Missing people included", period_end=pd.Timestamp("2024-12-31")))
    assert found
    assert found.warned(language("en")) == (
        "Compare with care: they include or leave out different things and their periods are not equally long, "
        "or not known to be."
    )
    assert judged(row(), row()).warned(language("en")) == ""


def test_levels_have_no_length():
    dates = pd.Timestamp("2024-01-01"), pd.Timestamp("2024-01-01")
    one = row(measure="stock", period_start=dates[0], period_end=dates[1])
    assert judged(one, row(measure="stock", period_start=None, period_end=dates[1])).cautions == ()


@pytest.mark.parametrize("code", available())
def test_every_reason_is_said_in_every_language(code):
    pairs = [{"basis": "verified"}, {"basis": None}, {"population": "boys"}, {"measure": "flow"}, {"value": None}]
    pairs += [{"indicator_id": name} for name in ("civilians_killed", "children_injured", "children_share")]
    for cells in pairs:
        assert judged(row(), row(**cells)).told(language(code))
    assert words.bases(language(code))["verified"] in judged(row(), row(basis="verified")).told(language(code))


CLAIMS = st.builds(
    row,
    indicator_id=st.sampled_from([*INDICATORS.indicator_id]),
    basis=st.sampled_from(["reported", "verified", None]),
    measure=st.sampled_from(["cumulative", "flow", "stock"]),
    population=st.sampled_from([None, "children", "boys"]),
    value=st.sampled_from([None, 0.0, 3.0]),
)


@given(st.lists(CLAIMS, max_size=5))
def test_many_may_stand_together_exactly_where_each_two_may(rows):
    pairs = all(judged(one, other) for one, other in itertools.combinations(rows, 2))
    assert bool(judged(*rows)) == pairs


@given(st.lists(CLAIMS, max_size=5), st.randoms())
def test_their_order_changes_nothing(rows, chance):
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert judged(*rows) == judged(*shuffled)


@given(st.lists(CLAIMS, min_size=2, max_size=4), CLAIMS)
def test_one_more_claim_takes_no_obstacle_away(rows, more):
    before, after = judged(*rows), judged(*rows, more)
    assert {obstacle.code.split("-")[0] for obstacle in before.obstacles} <= {
        obstacle.code.split("-")[0] for obstacle in after.obstacles
    }


@given(CLAIMS, CLAIMS)
def test_two_that_may_be_compared_agree_in_basis_and_measure(one, other):
    if judged(one, other):
        assert one.basis == other.basis is not None
        assert one.measure == other.measure
