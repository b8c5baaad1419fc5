"""No line and no difference crosses from one count to another: tried on a thousand records."""

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from laws.claims import FIGURES, FIRST, LAW, NUMBERS, OTHERS, frame, row

from tracker import charts
from tracker.increments import Increment, increments
from tracker.languages import language
from tracker.series import SAME_COUNT, Series, arrange

COUNTS = st.lists(
    st.tuples(
        st.integers(0, 100),
        FIGURES,
        st.sampled_from(
            [None, None, None, None, *SAME_COUNT[3:], "place_id", "claimant_id", "start", "measure", "change"]
        ),
        st.sampled_from(["cumulative", "cumulative", "stock"]),
    ),
    min_size=2,
    max_size=6,
)


TOGETHER = (
    4  # records that are arranged and drawn at once, each of an indicator of its own: it costs little more than one
)


def counted(records):
    rows = []
    for number, drawn in enumerate(records):
        for day, claimed, oddity, measure in drawn:
            cells = {
                "measure": measure,
                "period_start": FIRST - dt.timedelta(days=30),
                "indicator_id": f"count-{number}",
            }
            cells |= {oddity: OTHERS[oddity]} if oddity in OTHERS else {}
            cells |= {"start": {"period_start": FIRST}, "change": {"change": "basis_change"}}.get(oddity, {})
            cells |= {"measure": "flow"} if oddity == "measure" else {}
            rows.append(row(len(rows), day, 0, claimed, **cells))
    return frame(rows)


@settings(LAW, max_examples=LAW.max_examples // TOGETHER)
@given(st.lists(COUNTS, min_size=TOGETHER, max_size=TOGETHER).map(counted))
def test_no_line_and_no_difference_crosses_from_one_count_to_another(claims):
    rows = arrange(claims)
    known = {one.observation_id: one for one in rows.itertuples()}
    series = Series(object(), rows, ("sohr", "unicef"))
    for trace in charts.timeline(series, language=language("en"))["data"]:
        if trace["meta"]["role"] in {"line", "hold"}:
            assert_within_counts(trace, known)
        assert_claimed(trace, known)
    steps = increments(rows)
    for step in steps:
        one, other = (known[name] for name in step.observation_ids)
        assert one.segment == other.segment and {one.measure, other.measure} == {"cumulative"}
        assert one.period_start == other.period_start and step.period.end == other.period_end.date()
        if isinstance(step, Increment) and one.value == one.value and other.value == other.value:
            assert step.is_fall <= (other.value <= one.value)  # nor is a fall made where none was said
    stepped = {name for step in steps for name in step.observation_ids}
    assert set(rows[rows.is_fall].observation_id) <= stepped


def assert_within_counts(trace, known):
    points = zip(trace["customdata"], trace["y"], strict=True)
    for ((one,), y), ((other,), after) in itertools.pairwise(points):
        if y is not None and after is not None and one != other:
            first, second = known[one], known[other]
            assert first.segment == second.segment and not second.break_before
            assert first.joins and second.joins
            assert all(one_of(first, column) == one_of(second, column) for column in SAME_COUNT)


def one_of(claim, column):
    cell = getattr(claim, column)
    return cell if isinstance(cell, str) else ""


def assert_claimed(trace, known):
    """Nothing stands at a number that its claim does not have."""
    for (name,), y in zip(trace["customdata"], trace["y"], strict=True):
        if y is not None:
            assert y in {getattr(known[name], column) for column in NUMBERS}
