"""What stands around the marks of a timeline: axes, ticks, events, colours, and room for marks on one spot."""

import datetime as dt
from types import SimpleNamespace

import pandas as pd
import plotly.graph_objects as go
import pytest
from charting import claim, many, series
from hypothesis import given
from hypothesis import strategies as st
from timelines import ARABIC, ENGLISH, EVENTS, drawn, level, traces

from tracker import charts
from tracker.errors import UnknownError


def test_numbers_start_at_zero_and_are_written_for_readers():
    axis = drawn(level("a", "2016-09-28", 250_000))["layout"]["yaxis"]
    assert axis["range"][0] == 0 and axis["ticktext"][:2] == ["0", "50,000"]


def test_few_people_are_counted_in_whole_numbers():
    assert drawn(level("a", "2016-09-28", 2))["layout"]["yaxis"]["ticktext"] == ["0", "1", "2"]


def test_shares_are_labelled_with_their_unit():
    shares = series(level("a", "2016-09-28", 43.5), indicator=SimpleNamespace(label="Share", unit="per cent"))
    assert charts.timeline(shares, language=ENGLISH)["layout"]["yaxis"]["ticktext"][1].endswith("%")


def test_arabic_has_its_values_on_the_right_and_its_own_months():
    layout = drawn(claim(), language=ARABIC)["layout"]
    assert layout["yaxis"]["side"] == "right"
    assert any("أيلول" in label for label in layout["xaxis"]["ticktext"])


@given(st.dates(dt.date(1950, 1, 1), dt.date(2080, 1, 1)), st.integers(0, 40_000), st.booleans())
def test_ticks_are_few_and_lie_within_the_time_shown(first, days, compact):
    last = min(first + dt.timedelta(days=days), dt.date(2150, 1, 1))
    axis = drawn(claim(period_start=str(first), period_end=str(last)), compact=compact)["layout"]["xaxis"]
    assert 1 <= len(axis["tickvals"]) <= (6 if compact else 11)
    assert all(axis["range"][0] <= tick + "T00:00" <= axis["range"][1] for tick in axis["tickvals"])


def test_events_are_numbered_within_the_time_shown_and_keyed():
    layout = drawn(claim(period_start="2016-09-01"), events=EVENTS)["layout"]
    key = [event["text"] for event in layout["meta"]["events"]]
    assert key == ["Ceasefire, 12 Sep 2016", "Convoy hit, 19 Sep 2016"]
    assert [note["text"] for note in layout["annotations"]] == ["1", "2"]
    assert [line["x0"] for line in layout["shapes"]] == ["2016-09-12T12:00", "2016-09-19T12:00"]


def test_colour_and_symbol_follow_the_claimant_whatever_is_chosen():
    of_all, who = ("sohr", "unicef", "who"), claim("b", claimant_id="who")
    alone = charts.timeline(series(who, claimants=of_all), language=ENGLISH)
    beside = charts.timeline(series(claim("a"), who, claimants=of_all), language=ENGLISH)
    assert charts.legend(alone) == charts.legend(beside)[1:]


def test_thirty_six_claimants_all_look_different_and_nobody_like_none_of_them():
    claimants = [f"c{number}" for number in range(36)]
    styles = {charts.palette.style(claimant, claimants, charts.palette.LIGHT) for claimant in [*claimants, ""]}
    assert len(styles) == 37


def test_an_unknown_theme_is_refused():
    with pytest.raises(UnknownError, match="choose light, dark, screen"):
        drawn(claim(), theme="sepia")


def test_markers_of_bars_at_one_height_move_along_their_bars():
    (mine,), (other,) = (trace["x"] for trace in traces(drawn(claim("a"), claim("b", claimant_id="who")), "marker"))
    assert mine != other
    assert all("2016-09-23" <= x <= "2016-09-29" for x in (mine, other))


def test_levels_on_one_spot_ring_each_other():
    figure = drawn(level("a", "2016-09-28"), level("b", "2016-09-28", claimant_id="who"))
    inner, outer = sorted(trace["marker"]["size"][0] for trace in traces(figure, "marker"))
    assert outer - inner >= 5


def test_nothing_to_draw_is_still_a_figure():
    figure = drawn(claim(period_start=None, period_end=None), events=EVENTS)
    go.Figure(figure)
    assert figure["data"] == [] and charts.legend(figure) == []


@given(many())
def test_no_line_of_an_event_leaves_the_time_that_is_drawn(rows):
    days = pd.date_range("2016-06-01", "2016-12-31")
    events = pd.DataFrame({"date": days, "label": "Some day"})
    layout = drawn(*rows, events=events)["layout"]
    first, last = map(pd.Timestamp, layout["xaxis"]["range"])
    assert all(first <= pd.Timestamp(line["x0"]) <= last for line in layout["shapes"])
