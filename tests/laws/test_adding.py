"""What is never added, and that a sum or a difference says no more than its claims: each law on a thousand records."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from laws.claims import FIGURES, LAW, OTHERS, PARENTS, frame, row, sums

from tracker.figure import Figure
from tracker.increments import difference
from tracker.period import Period
from tracker.totals import AGREE, Refusal, Total, greatest_lower_bound, largest_disjoint, total

BOUNDS = {"at_least": "low", "more_than": "low", "at_most": "high", "less_than": "high"}


# (first day, further days, figure, what is unusual about the claim)
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 9), FIGURES)


ODD = st.sampled_from([None, None, None, *OTHERS, "stock", "cumulative", "superseded_by", "undated"])


def odd(number, span, oddity):
    if oddity in OTHERS:
        return row(number, *span, **{oddity: OTHERS[oddity]})
    if oddity == "undated":
        return row(number, *span, period_start=None)
    if oddity == "superseded_by":
        return row(number, *span, superseded_by="later", superseded_change="correction")
    return row(number, *span, **({"measure": oddity} if oddity else {}))


def records(least=1, most=5):
    spans = st.lists(st.tuples(SPANS, ODD), min_size=least, max_size=most)
    return spans.map(lambda drawn: frame([odd(n, span, oddity) for n, (span, oddity) in enumerate(drawn)]))


@given(records())
def test_what_a_refusal_offers_can_be_asked_for_by_itself(claims):
    answer = total(claims)
    if isinstance(answer, Refusal):
        assert (greatest_lower_bound(claims), largest_disjoint(claims)) == (answer.at_least, answer.largest_disjoint)


@LAW
@given(records())
def test_only_events_of_one_count_and_place_that_share_no_day_are_ever_added(claims):
    """Levels and running totals never, overlapping periods never, claimants, places and ways of counting never."""
    for _, added in sums(claims):
        assert added.measure.eq("flow").all()
        spans = [Period.of(one) for one in added.itertuples()]
        assert not any(one.overlaps(other) in {True, None} for one, other in itertools.combinations(spans, 2))
        assert all(added[column].fillna("").nunique() == 1 for column in AGREE)
        assert added.superseded_by.isna().all()


@LAW
@given(st.lists(st.sampled_from(["al-shaar", "eastern-aleppo", "aleppo", "idlib"]), min_size=2, max_size=4))
def test_a_part_and_its_whole_are_never_added_and_the_refusal_says_so(places):
    claims = frame([row(n, 2 * n, 1, Figure(5.0), place_id=where) for n, where in enumerate(places)])
    answer = total(claims, parents=PARENTS)
    assert isinstance(answer, Total) == (len(set(places)) == 1)
    nests = len(set(places) - {"idlib"}) > 1
    assert nests == (isinstance(answer, Refusal) and "places-nest" in {found.code for found in answer.conflicts})


def hedged(truth, qualifier, slack):
    """A figure whose words allow the truth."""
    if qualifier == "between":
        return Figure.claimed("between", truth - slack, truth + slack)
    if qualifier in BOUNDS:
        strict = qualifier in {"more_than", "less_than"}
        away = slack + (1 if strict else 0)
        return Figure.claimed(qualifier, truth - away if BOUNDS[qualifier] == "low" else truth + away)
    return Figure(float(truth))


TRUTHS = st.tuples(st.integers(0, 99), st.sampled_from(["exact", "between", *BOUNDS]), st.integers(0, 9))


def allows(claimed, truth):
    strict = {"more_than", "less_than"}
    inside = claimed.lowest <= truth <= claimed.highest
    return inside and not (claimed.qualifier in strict and truth in {claimed.low, claimed.high})


@LAW
@given(st.lists(TRUTHS, min_size=1, max_size=5))
def test_a_sum_says_no_more_than_its_claims_do(truths):
    claims = frame([row(n, 3 * n, 1, hedged(*truth)) for n, truth in enumerate(truths)])
    answer = total(claims)
    if isinstance(answer, Total):
        assert allows(answer.figure, sum(truth for truth, _, _ in truths))
        is_plain = all(Figure.of(one).lowest == Figure.of(one).highest for one in claims.itertuples())
        assert (answer.figure.lowest == answer.figure.highest) == is_plain  # no hedge is lost on the way
    elif answer.at_least:
        assert answer.at_least.figure.low <= sum(truth for truth, _, _ in truths)


@LAW
@given(TRUTHS, TRUTHS)
def test_a_difference_says_no_more_than_its_two_totals_do(later, earlier):
    found = difference(hedged(*later), hedged(*earlier))
    if found is not None:
        assert allows(found, later[0] - earlier[0])
