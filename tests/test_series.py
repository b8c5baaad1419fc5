"""A series: what is one count, where it breaks and why, what falls, and what no line may join."""

import datetime as dt

import pytest
from charting import claim, frame, many
from hypothesis import given
from pandas.testing import assert_frame_equal

from tracker.series import BREAKS, HOLD_DAYS, SAME_COUNT, STEPS, UNDRAWN, apart, arrange


def total(day, value=10, **cells):
    count = {"claimant_id": "sohr", "measure": "cumulative", "period_start": "2016-11-15", "period_end": day}
    return claim(f"sohr-{day}-{value}-{cells.get('place_id')}", **{**count, **cells}, value=value)


def level(day, value=30, **cells):
    name = f"{cells.get('claimant_id')}-{day}-{value}"
    return claim(name, **{"measure": "stock", "period_start": day, "period_end": day, **cells}, value=value)


def arranged(*rows):
    return arrange(frame(*rows), ("unicef", "sohr", "who"))


def segments(*rows):
    return arranged(*rows).segment.nunique()


def steps(*rows):
    return arranged(*rows).step.tolist()


def breaks(*rows):
    return arranged(*rows).break_before.tolist()


def test_claims_come_by_claimant_and_then_in_time():
    late, early = level("2016-09-30", claimant_id="sohr"), level("2016-09-01", claimant_id="sohr")
    rows = arranged(late, level("2016-09-28"), early)
    assert rows.claimant_id.tolist() == ["unicef", "sohr", "sohr"]
    assert rows.day.dt.day.tolist() == [28, 1, 30]


def test_running_totals_from_one_start_share_a_segment():
    assert segments(total("2016-11-22", 18), total("2016-12-08", 45), total("2016-12-12", 47)) == 1


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("start", {"period_start": "2016-09-19"}),
        ("basis", {"basis": "verified"}),
        ("basis", {"change": "basis_change"}),
        ("basis", {"change": "basis_change", "scope_note": "with names only"}),
        ("method", {"change": "method_change"}),
        ("method", {"change": "method_change", "basis": "verified"}),
        ("place", {"place_id": "western-aleppo"}),
        ("population", {"population": "schoolchildren"}),
        ("scope", {"scope_note": "air strikes only"}),
    ],
)
def test_a_change_of_what_is_counted_begins_a_segment_and_says_why(kind, changed):
    rows = total("2016-11-22", 18), total("2016-12-08", 20, **changed)
    assert segments(*rows) == 2
    assert breaks(*rows) == ["", kind]


def test_the_first_figure_of_another_crisis_breaks_off_nothing():
    other = {"crisis_id": "gaza-2023", "place_id": "gaza-strip", "period_start": "2023-10-07"}
    assert breaks(total("2016-11-22"), total("2023-11-22", 900, **other)) == ["", ""]


def test_counts_of_two_places_run_side_by_side():
    east = total("2016-11-20", 18), total("2016-12-08", 45)
    west = total("2016-11-20", 10, place_id="western-aleppo"), total("2016-12-08", 36, place_id="western-aleppo")
    rows = arranged(*east, *west)
    assert rows.groupby("place_id").segment.nunique().tolist() == [1, 1]
    assert rows.segment.nunique() == 2


def test_a_running_total_whose_start_nobody_stated_stands_alone():
    assert segments(total("2016-11-22", period_start=None), total("2016-12-08", period_start=None)) == 2


def test_a_running_total_whose_end_nobody_stated_stands_alone():
    assert segments(total("2016-11-22"), total(None, 12, known_on="2016-12-01")) == 2


def test_levels_on_another_basis_or_of_another_place_are_not_one_segment():
    assert segments(level("2016-09-28"), level("2016-09-30", basis="estimated")) == 2
    assert segments(level("2016-09-28"), level("2016-09-30", place_id="western-aleppo")) == 2
    assert segments(level("2016-09-28"), level("2016-09-30")) == 1


def test_a_long_silence_is_a_gap_in_the_same_segment():
    last = dt.date(2016, 11, 22) + dt.timedelta(days=HOLD_DAYS + 1)
    rows = total("2016-11-22", 18), total(str(last), 90)
    assert segments(*rows) == 1
    assert breaks(*rows) == ["", "gap"]


def test_a_fall_is_flagged_and_kept_as_reported():
    rows = arranged(total("2016-11-22", 45), total("2016-12-08", 36))
    assert rows.is_fall.tolist() == [False, True]
    assert rows.value.tolist() == [45, 36]


def test_a_lower_total_of_another_start_is_no_fall():
    rows = arranged(total("2016-11-22", 85), total("2016-12-08", 36, period_start="2016-12-01"))
    assert not rows.is_fall.any()


def test_a_bound_is_below_a_number_only_where_its_words_say_so():
    floor = {"qualifier": "at_least", "value_low": 36}
    assert not arranged(total("2016-11-22", 45), total("2016-12-08", 36, **floor)).is_fall.any()
    assert not arranged(total("2016-11-22", 45), total("2016-12-08", 44, qualifier="about")).is_fall.any()
    assert arranged(total("2016-11-22", 45, **floor | {"value_low": 45}), total("2016-12-08", 36)).is_fall.any()


def test_a_fall_below_a_range_is_seen():
    spread = total("2016-11-25", None, qualifier="between", value_low=110, value_high=120)
    assert arranged(total("2016-11-22", 100), spread, total("2016-12-08", 105)).is_fall.tolist() == [False, False, True]


@pytest.mark.parametrize("change", ["update", "correction", "revision"])
def test_a_stated_change_names_the_step_and_leaves_the_line(change):
    rows = total("2016-11-22", 45), total("2016-12-08", 47, change=change)
    assert steps(*rows) == ["", change]
    assert breaks(*rows) == ["", ""]


def test_the_next_figure_of_a_count_is_a_report():
    assert steps(total("2016-11-22", 45), total("2016-12-08", 47)) == ["", "report"]


def test_a_counter_set_anew_is_a_step_to_another_start():
    assert steps(total("2016-11-22", 85), total("2016-12-08", 36, period_start="2016-12-01")) == ["", "start"]


def test_a_figure_withdrawn_in_between_breaks_the_line():
    withdrawn = total("2016-11-25", 90, superseded_by="retraction", superseded_change="retraction")
    rows = total("2016-11-22", 45), withdrawn, total("2016-12-08", 47), total("2016-12-09", 48)
    assert breaks(*rows) == ["", "", "retraction", ""]
    assert segments(*rows) == 2


def test_figures_of_two_indicators_are_never_of_one_count():
    assert segments(total("2016-11-22", 18), total("2016-12-08", 45, indicator_id="people_killed")) == 2


def test_what_a_compiler_filled_in_joins_no_line():
    rows = arranged(*(total(f"2016-11-2{n}", 18, basis="imputed") for n in range(3)))
    assert not rows.joins.any() and rows.segment.nunique() == 3


@pytest.mark.parametrize(
    ("precision", "first"),
    [("day", "2016-11-22"), ("week", "2016-11-16"), ("month", "2016-11-15"), (None, "2016-11-22")],
)
def test_a_total_may_stand_as_early_as_its_precision_says_and_never_before_its_start(precision, first):
    (row,) = arranged(total("2016-11-22", date_precision=precision)).itertuples()
    assert (str(row.day_from.date()), str(row.day.date())) == (first, "2016-11-22")


def test_a_total_of_a_year_may_stand_on_any_of_its_days():
    (row,) = arranged(total("2016-12-31", period_start="2011-03-01", date_precision="year")).itertuples()
    assert str(row.day_from.date()) == "2016-01-01"


def test_a_level_of_a_period_stands_through_it():
    (row,) = arranged(level("2016-09-28", period_start="2016-09-20")).itertuples()
    assert str(row.day_from.date()) == "2016-09-20"


def test_events_within_periods_are_never_joined():
    assert segments(claim("a"), claim("b", period_start="2016-09-29", period_end="2016-10-05")) == 2


def test_claims_of_nobody_are_never_joined():
    assert segments(level("2016-09-28", claimant_id=None), level("2016-09-30", 31, claimant_id=None)) == 2


def test_claimants_are_never_merged():
    assert segments(level("2016-09-28", claimant_id="who"), level("2016-09-28", claimant_id="sohr")) == 2


def test_forecasts_are_never_joined():
    assert not arranged(level("2017-09-28", basis="projected")).joins.any()


@pytest.mark.parametrize("change", ["correction", "revision", "retraction", None])
def test_a_replaced_figure_is_kept_marked_and_leaves_the_line(change):
    rows = arranged(
        total("2016-11-22", 18, superseded_by="sohr-2016-11-22-19-None", superseded_change=change),
        total("2016-11-22", 19),
    )
    assert rows.set_index("value").is_superseded.to_dict() == {18: True, 19: False}
    assert rows.set_index("value").joins.to_dict() == {18: False, 19: True}


def test_a_newer_figure_of_a_later_day_leaves_the_earlier_as_it_was():
    newer = {"superseded_by": "sohr-2016-12-08-45-None", "superseded_change": "update"}
    rows = arranged(total("2016-11-22", 18, **newer), total("2016-12-08", 45))
    assert not rows.is_superseded.any() and rows.segment.nunique() == 1


def test_a_newer_figure_of_the_same_period_replaces_the_earlier():
    newer = {"superseded_by": "newer", "superseded_change": "update"}
    rows = arranged(claim("older", value=6, **newer), claim("newer", value=9))
    assert rows.set_index("observation_id").is_superseded.to_dict() == {"older": True, "newer": False}


@pytest.mark.parametrize(
    ("reason", "cells"),
    [
        ("no_number", {"qualifier": "vague", "value": None}),
        ("no_number", {"qualifier": "vague", "value": None, "value_low": 1}),
        ("no_number", {"measure": "status", "value": None}),
        ("no_period", {"period_start": None, "period_end": None}),
        ("disordered", {"period_start": "2016-10-01"}),
        ("withdrawn", {"change": "retraction", "value": None}),
        ("", {"period_start": None}),
        ("", {"value": None, "value_low": 30, "qualifier": "at_least"}),
        ("", {"value": 0}),
    ],
)
def test_what_cannot_be_drawn_says_why(reason, cells):
    assert arranged(claim(**cells)).undrawn.tolist() == [reason]


@given(many())
def test_every_claim_is_kept_once_as_it_was(rows):
    before = frame(*rows)
    after = arranged(*rows)[before.columns]
    key = "observation_id"
    assert after.sort_values(key).reset_index(drop=True).equals(before.sort_values(key).reset_index(drop=True))


@given(many())
def test_a_segment_is_one_count_of_one_named_claimant(rows):
    for _, segment in arranged(*rows).groupby("segment"):
        if len(segment) > 1:
            assert segment.joins.all() and segment.claimant_id.notna().all()
            assert not set(segment.measure) & {"flow", "status"}
            assert (segment[list(SAME_COUNT)].fillna("").nunique() == 1).all()
            assert segment.measure.iloc[0] == "stock" or segment.period_start.nunique() == 1
            assert segment.day.is_monotonic_increasing


@pytest.mark.parametrize("column", ["place_id", "basis", "known_on"])
@given(many())
def test_claims_taken_apart_are_as_if_the_others_were_not_there(column, rows):
    claims = frame(*rows)
    key = claims[column].astype("str").fillna("")
    whole = arrange(claims, ("unicef", "sohr"))
    for part, found in apart(whole, whole[column].astype("str").fillna("")).items():
        assert_frame_equal(found, arrange(claims[key.eq(part)], ("unicef", "sohr")))


@given(many())
def test_every_reason_has_words(rows):
    found = arranged(*rows)
    assert set(found.break_before) <= {"", *BREAKS}
    assert set(found.step) <= {"", *STEPS}
    assert set(found.undrawn) <= {"", *UNDRAWN}
