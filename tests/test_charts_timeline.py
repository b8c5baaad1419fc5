"""Each kind of claim on a timeline: the mark it gets, and what is joined, held, faint or hollow."""

import datetime as dt

import pandas as pd
import pytest
from charting import claim, series
from timelines import ENGLISH, drawn, ids, level, pieces, traces

from tracker import charts
from tracker.charts import marks
from tracker.hours import days_touched
from tracker.series import HOLD_DAYS


def heights(found):
    return [y for trace in found for y in trace["y"] if y is not None]


def total(name, day, value, **cells):
    return claim(name, measure="cumulative", period_start="2016-07-31", period_end=day, value=value, **cells)


def test_events_are_a_bar_over_their_period_with_a_hollow_marker_in_its_middle():
    figure = drawn(claim())
    (bar,), (marker,) = traces(figure, "bar"), traces(figure, "marker")
    assert (bar["x"][0], bar["x"][-1]) == ("2016-09-23T00:00", "2016-09-29T00:00")
    assert marker["x"] == ["2016-09-26T00:00"] and marker["y"] == [96]
    assert marker["marker"]["color"] == [charts.palette.LIGHT.paper]


def test_a_bound_is_an_arrow_of_one_length_whatever_the_number():
    def arrows(value):
        found = traces(drawn(claim(value=value, value_low=value, qualifier="at_least")), "arrow")
        return [(trace["marker"]["standoff"], trace["marker"]["size"], trace["marker"]["angle"]) for trace in found]

    assert arrows(5) == arrows(5000)
    assert len(arrows(5)) == 2


@pytest.mark.parametrize(
    ("points", "cells"),
    [
        ("up", {"qualifier": "at_least", "value_low": 96}),
        ("up", {"qualifier": "more_than", "value_low": 96}),
        ("up", {"qualifier": "at_least", "value": None, "value_low": 96}),
        ("down", {"qualifier": "at_most", "value_high": 96}),
        ("down", {"qualifier": "less_than", "value_high": 96}),
        ("left", {"period_start": None}),
        ("right", {"period_end": None}),
    ],
)
def test_what_was_not_stated_is_where_the_arrow_points(points, cells):
    (mark,) = marks.of(series(claim(**cells)))
    assert mark.points == (points,)


def test_a_period_without_a_start_has_a_marker_at_its_end_and_no_bar():
    figure = drawn(claim(period_start=None))
    assert not traces(figure, "bar")
    assert traces(figure, "marker")[0]["x"] == ["2016-09-28T12:00"]


def test_about_is_marked_with_its_sign():
    figure = drawn(level("a", "2016-09-28", qualifier="about"), level("b", "2016-09-29", qualifier="nearly"))
    assert traces(figure, "about")[0]["text"] == ["≈", "≈"]


def test_a_range_is_a_whisker_without_a_marker():
    figure = drawn(level("a", "2016-09-28", None, value_low=250, value_high=275, qualifier="between"))
    assert not traces(figure, "marker")
    assert set(heights(figure["data"])) == {250, 275}


def test_a_range_over_a_period_has_a_bar_at_either_end():
    figure = drawn(claim(value=None, value_low=250, value_high=275, qualifier="between"))
    assert set(heights(traces(figure, "bar"))) == {250, 275}


def test_a_number_with_bounds_stands_on_its_whisker():
    figure = drawn(level("a", "2016-09-28", 357, value_low=356, value_high=368))
    assert heights(traces(figure, "marker")) == [357]
    assert heights(traces(figure, "cap")) == [356, 368]


def test_a_level_is_held_until_the_next_and_no_longer_than_stated():
    figure = drawn(level("a", "2016-07-01"), level("b", "2016-07-11", 31), level("late", "2016-12-01", 32))
    (hold,) = traces(figure, "hold")
    limit = dt.datetime(2016, 7, 11, 12) + dt.timedelta(days=HOLD_DAYS)
    assert hold["x"][:5] == ["2016-07-01T12:00", "2016-07-11T12:00", None, "2016-07-11T12:00", limit.isoformat()[:16]]


def test_a_level_is_never_held_past_what_is_known():
    known = drawn(level("a", "2016-07-01", known_on="2016-07-04"))
    assert traces(known, "hold")[0]["x"][1] == "2016-07-05T00:00"
    figure = charts.timeline(series(level("a", "2016-07-01"), until=pd.Timestamp("2016-07-20")), language=ENGLISH)
    assert traces(figure, "hold")[0]["x"][1] == "2016-07-21T00:00"


@pytest.mark.parametrize("cells", [{"claimant_id": None}, {"basis": "projected"}, {"rank": "deprecated"}])
def test_what_nobody_claimed_or_no_longer_holds_is_not_held(cells):
    assert not traces(drawn(level("a", "2016-07-01", **cells), level("b", "2016-07-20", **cells)), "hold")


ROUGHLY = [("week", "2016-09-24"), ("month", "2016-09-01"), ("year", "2016-07-31")]  # not before its count began


@pytest.mark.parametrize(("precision", "first"), ROUGHLY)
def test_a_total_is_drawn_as_wide_as_it_is_dated(precision, first):
    figure = drawn(total("a", "2016-09-30", 90, date_precision=precision))
    (bar,), (marker,) = traces(figure, "bar"), traces(figure, "marker")
    assert (bar["x"][0], bar["x"][-1]) == (f"{first}T00:00", "2016-10-01T00:00")
    assert marker["marker"]["color"] == [charts.palette.LIGHT.paper]  # it stands at no day of its own


@pytest.mark.parametrize(("precision", "first"), [*ROUGHLY[:2], ("year", "2016-01-01")])
def test_a_level_of_one_stated_day_is_drawn_as_wide_as_it_is_dated(precision, first):
    (bar,) = traces(drawn(level("a", "2016-09-30", date_precision=precision)), "bar")
    assert (bar["x"][0], bar["x"][-1]) == (f"{first}T00:00", "2016-10-01T00:00")


def test_a_line_reaches_a_month_at_its_first_day_and_leaves_it_at_its_last():
    rough = total("b", "2016-09-30", 90, date_precision="month")
    (line,) = traces(drawn(total("a", "2016-08-20", 80), rough, total("c", "2016-10-10", 99)), "line")
    assert line["x"] == ["2016-08-20T12:00", "2016-09-01T00:00", None, "2016-10-01T00:00", "2016-10-10T12:00"]


def test_hours_that_touch_two_days_are_a_bar_of_both():
    touched = days_touched(dt.date(2016, 10, 8), 24)
    (bar,) = traces(drawn(claim(period_start=str(touched.start), period_end=str(touched.end))), "bar")
    assert (bar["x"][0], bar["x"][-1]) == ("2016-10-07T00:00", "2016-10-09T00:00")


def test_running_totals_are_joined_and_break_where_counting_starts_anew():
    rows = total("a", "2016-08-10", 10), total("b", "2016-08-31", 139), total("c", "2016-09-08", 160)
    again = claim("d", measure="cumulative", period_start="2016-09-19", period_end="2016-09-27", value=57)
    (line,) = traces(drawn(*rows, again), "line")
    assert pieces(line) == [["a", "b", "c"]]


def test_a_range_breaks_the_line_of_running_totals():
    unsure = total("b", "2016-08-20", None, value_low=20, value_high=30, qualifier="between")
    rows = total("a", "2016-08-10", 10), unsure, total("c", "2016-08-31", 40)
    assert not traces(drawn(*rows), "line")


def test_a_replaced_figure_is_faint():
    (marker,) = traces(drawn(level("a", "2016-09-28", rank="deprecated"), level("b", "2016-10-28")), "marker")
    assert marker["marker"]["opacity"] == [charts.pen.FAINT, 1.0]


def test_a_forecast_is_hollow():
    (marker,) = traces(drawn(level("a", "2016-09-28", basis="projected")), "marker")
    assert marker["marker"]["color"] == [charts.palette.LIGHT.paper]


def test_words_from_data_are_escaped():
    (marker,) = traces(drawn(claim(wording="<img src=x onerror=alert(1)> & co", claimant_short="<b>")), "marker")
    assert "<img" not in marker["hovertext"][0] and "&lt;img" in marker["hovertext"][0]
    assert "&lt;b&gt;" in marker["hovertext"][0]


def test_many_figures_of_one_claimant_have_smaller_markers_that_do_not_hide_each_other():
    days = pd.date_range("2016-08-01", periods=310).strftime("%Y-%m-%d")
    (marker,) = traces(drawn(*(total(day, day, number) for number, day in enumerate(days))), "marker")
    assert max(marker["marker"]["size"]) < 5 and set(marker["marker"]["line"]["width"]) == {0}


def test_markers_near_each_other_are_not_ringed():
    (marker,) = traces(drawn(level("a", "2016-09-28", 300), level("b", "2016-09-28", 301)), "marker")
    assert len(set(marker["marker"]["size"])) == 1


def test_what_a_compiler_filled_in_is_never_drawn_as_a_fresh_report():
    figure = drawn(level("told", "2016-09-27", 30), level("filled", "2016-09-28", 31, basis="imputed"))
    (marker,) = traces(figure, "marker")
    looks = dict(zip(ids([marker]), marker["marker"]["color"], strict=True))
    assert looks["filled"] == charts.palette.LIGHT.paper != looks["told"]
    assert marker["marker"]["opacity"][ids([marker]).index("filled")] < 1.0
    assert "filled" not in ids(traces(figure, "hold"))


def crowd(n, **cells):
    days = [dt.date(2016, 1, 1) + dt.timedelta(days=day) for day in range(n)]
    return [
        claim(f"c{at}", measure="cumulative", period_start="2015-12-31", period_end=str(day), value=9 * at, **cells)
        for at, day in enumerate(days)
    ]


def test_very_many_equal_hedges_are_signed_at_both_ends_and_now_and_then():
    rows = [*crowd(200, qualifier="about")[:150], *crowd(200)[150:]]
    figure = drawn(*rows)
    (signs,) = traces(figure, "about")
    assert {"c0", "c149"} <= set(ids([signs])) and len(ids([signs])) < 70
    assert "c150" not in ids([signs])
    assert "between two of a kind" in charts.describe(series(*rows), ENGLISH).subtitle
    assert "between two of a kind" not in charts.describe(series(*rows[:20]), ENGLISH).subtitle


def test_a_crowd_has_no_rings_around_its_markers():
    rows = [claim(f"same-{n}", claimant_id="ucdp") for n in range(120)]
    (marker,) = traces(drawn(*rows), "marker")
    assert len(set(marker["marker"]["size"])) == 1
