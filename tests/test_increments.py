"""Law 4: running totals are differenced only inside one count, between two reported figures, over their true days."""

import datetime as dt

import pytest
from charting import claim, frame
from hypothesis import given
from hypothesis import strategies as st

from tracker.figure import Figure
from tracker.gaps import gaps
from tracker.increments import Increment, Withheld, difference, increments
from tracker.languages import language
from tracker.series import arrange


def total(day, value=10, **cells):
    count = {"claimant_id": "sohr", "measure": "cumulative", "period_start": "2016-11-15", "period_end": day}
    return claim(f"sohr-{day}-{value}", **{**count, **cells}, value=value)


def found(*rows):
    return increments(arrange(frame(*rows)))


def test_a_rise_is_the_difference_over_the_days_after_the_earlier_figure():
    (rise,) = found(total("2016-11-22", 18), total("2016-11-30", 45))
    assert rise.figure == Figure(27.0)
    assert str(rise.period) == "2016-11-23/2016-11-30" and rise.period.days == 8
    assert rise.observation_ids == ("sohr-2016-11-22-18", "sohr-2016-11-30-45")


def test_a_fall_is_kept_with_what_explains_it():
    (fall,) = found(total("2016-11-22", 45), total("2016-11-23", 36, change="correction"))
    assert fall == Increment(Figure(-9.0), fall.period, "correction", True, fall.observation_ids)


def test_a_count_of_no_change_rose_by_zero():
    assert found(total("2016-11-22", 18), total("2016-11-23", 18))[0].figure == Figure(0.0)


@pytest.mark.parametrize(
    "changed",
    [
        {"period_start": "2016-11-20"},
        {"basis": "verified"},
        {"change": "basis_change"},
        {"place_id": "western-aleppo"},
        {"population": "schoolchildren"},
        {"scope_note": "air strikes only"},
        {"claimant_id": "unicef"},
        {"indicator_id": "people_killed"},
    ],
)
def test_two_counts_are_never_subtracted(changed):
    assert found(total("2016-11-22", 18), total("2016-11-30", 45, **changed)) == ()


@pytest.mark.parametrize("cells", [{"measure": "stock"}, {"measure": "flow"}, {"period_start": None}])
def test_levels_events_and_totals_without_a_start_are_never_subtracted(cells):
    assert found(total("2016-11-22", 18, **cells), total("2016-11-30", 45, **cells)) == ()


@pytest.mark.parametrize("cells", [{"basis": "imputed"}, {"rank": "deprecated"}, {"qualifier": "vague"}])
def test_a_figure_that_nobody_reports_is_stepped_over(cells):
    (rise,) = found(total("2016-11-22", 18), total("2016-11-25", 30, **cells), total("2016-11-30", 45))
    assert rise.figure == Figure(27.0) and rise.period.days == 8


def test_a_total_dated_to_a_month_says_nothing_about_days():
    (step,) = found(total("2016-11-22", 18), total("2016-12-31", 45, date_precision="month"))
    assert isinstance(step, Withheld) and step.code == "day-unknown"


def test_two_totals_of_one_day_that_differ_are_not_chosen_between():
    first, second, third = found(
        total("2016-11-22", 18), total("2016-11-25", 30), total("2016-11-25", 31), total("2016-11-30", 45)
    )
    assert {first.code, second.code, third.code} == {"same-day"}


def test_one_total_reported_twice_counts_once():
    rows = total("2016-11-22", 18), total("2016-11-25", 30), {**total("2016-11-25", 30), "observation_id": "again"}
    assert [step.figure for step in found(*rows)] == [Figure(12.0)]


def test_a_withheld_step_says_why_in_the_reader_s_language():
    floor = {"qualifier": "at_least", "value_low": 18}
    (step,) = found(total("2016-11-22", 18, **floor), total("2016-11-25", 18, **floor))
    assert step.code == "hedges-open" and "any number" in step.reason
    assert step.told(language("en")) == step.reason


@pytest.mark.parametrize(
    ("later", "earlier", "allowed"),
    [
        (Figure(96.0), Figure(80.0), Figure(16.0)),
        (Figure.claimed("at_least", 96), Figure(80.0), Figure.claimed("at_least", 16)),
        (Figure(96.0), Figure.claimed("at_least", 80), Figure.claimed("at_most", 16)),
        (Figure.claimed("more_than", 96), Figure(80.0), Figure.claimed("more_than", 16)),
        (Figure(96.0), Figure.claimed("more_than", 80), Figure.claimed("less_than", 16)),
        (Figure(96.0), Figure.claimed("nearly", 100), Figure.claimed("more_than", -4)),
        (Figure.claimed("between", 90, 99), Figure(80.0), Figure.claimed("between", 10, 19)),
        (Figure(357.0, 356.0, 368.0), Figure(300.0), Figure(57.0, 56.0, 68.0)),
        (Figure.claimed("at_least", 96), Figure.claimed("at_least", 80), None),
        (Figure.claimed("about", 96), Figure(80.0), None),
        (Figure(None, 40.0, 30.0, "between"), Figure(10.0), None),
    ],
)
def test_hedges_bound_a_difference_or_leave_it_open(later, earlier, allowed):
    assert difference(later, earlier) == allowed


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 500)), min_size=1, max_size=6))
def test_the_steps_of_a_count_lead_from_its_first_figure_to_its_last(figures):
    days = [dt.date(2016, 11, 16) + dt.timedelta(days=5 * k + gap) for k, (gap, _) in enumerate(figures)]
    steps = found(*(total(str(day), value) for day, (_, value) in zip(days, figures, strict=True)))
    assert sum(step.figure.value for step in steps) == figures[-1][1] - figures[0][1]
    assert sum(step.period.days for step in steps) == (days[-1] - days[0]).days
    assert [step.is_fall for step in steps] == [step.figure.value < 0 for step in steps]


def test_a_gap_is_the_days_between_two_figures_of_one_count():
    (gap,) = gaps(arrange(frame(total("2016-11-22", 18), total("2016-11-30", 45))), silent_days=7)
    assert str(gap.period) == "2016-11-23/2016-11-29"
    assert (gap.claimant_id, gap.before, gap.after) == ("sohr", "sohr-2016-11-22-18", "sohr-2016-11-30-45")
    assert gaps(arrange(frame(total("2016-11-22", 18), total("2016-11-30", 45))), silent_days=8) == ()


def test_a_long_period_leaves_no_gap_that_shorter_ones_inside_it_seem_to_leave():
    spans = {"month": ("2016-09-01", "2016-09-30"), "day": ("2016-09-02", "2016-09-02"), "late": ("2016-10-05",) * 2}
    rows = [claim(name, period_start=start, period_end=end) for name, (start, end) in spans.items()]
    (gap,) = gaps(arrange(frame(*rows)), silent_days=1)
    assert (gap.before, gap.after, str(gap.period)) == ("month", "late", "2016-10-01/2016-10-04")


def test_what_was_filled_in_fills_no_gap():
    rows = [total(f"2016-11-{day}", 18, basis=basis) for day, basis in ((20, None), (21, "imputed"), (22, None))]
    assert len(gaps(arrange(frame(*rows)), silent_days=1)) == 1


def test_another_claimant_fills_no_gap():
    other = total("2016-11-25", 18, claimant_id="unicef")
    assert len(gaps(arrange(frame(total("2016-11-22"), other, total("2016-11-30"))), silent_days=1)) == 1
