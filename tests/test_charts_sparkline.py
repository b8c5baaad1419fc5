"""A drawing the size of a word: the same marks as the chart, and no more than the source said."""

import re
import xml.etree.ElementTree as ET

import pytest
from charting import claim, many, series
from goldens import matches_golden
from hypothesis import given

from tracker import charts
from tracker.charts.sparkline import SAME, course, sparkline, stencil, told
from tracker.languages import language

ENGLISH = language("en")


def total(name, day, value, start="2016-07-31", **cells):
    return claim(name, measure="cumulative", period_start=start, period_end=day, value=value, **cells)


TOTALS = [
    total("a", "2016-08-12", 60),
    total("b", "2016-08-31", 139),
    total("c", "2016-09-08", 160),
    total("d", "2016-10-12", 116, start="2016-09-19"),
    total("e", "2016-11-06", None, start="2016-09-19", value_low=180, value_high=204, qualifier="between"),
]


def test_fewer_than_three_figures_have_no_course():
    assert sparkline(series(*TOTALS[:2]), language=ENGLISH) is None


def test_a_course_is_drawn_as_accepted():
    figure = sparkline(series(*TOTALS), language=ENGLISH)
    assert matches_golden("sparkline", stencil(figure, width=120, height=34))


def test_it_has_no_words_and_no_numbers_and_they_stand_beside_it():
    chosen = series(*TOTALS)
    svg = stencil(sparkline(chosen, language=ENGLISH), width=120, height=34)
    assert "<text" not in svg and "<title" not in svg
    assert told(chosen, ENGLISH) == "5 figures of this source, 31 Jul – 6 Nov 2016"


@pytest.mark.parametrize("column", SAME)
def test_a_figure_stands_among_those_of_its_own_kind_only(column):
    rows = [claim("a"), claim("b", claimant_id="who", place_id="syria", measure="stock", population="pupils")]
    mixed = [{**rows[0], "observation_id": "c", column: rows[1].get(column)}]
    chosen = series(*rows, *mixed)
    row = next(one for one in chosen.claims.itertuples() if one.observation_id == "a")
    assert set(course(chosen, row).claims.observation_id) == {"a"}


@given(many())
def test_it_has_the_marks_of_the_chart_and_no_line_that_the_chart_has_not(rows):
    chosen = series(*rows)
    figure = sparkline(chosen, language=ENGLISH)
    if figure is None:
        return
    ET.fromstring(stencil(figure, width=120, height=34))
    whole = charts.timeline(chosen, language=ENGLISH, compact=True)["data"]
    shapes = [(trace["meta"]["role"], trace["x"], trace["y"]) for trace in whole]
    assert all((trace["meta"]["role"], trace["x"], trace["y"]) in shapes for trace in figure["data"])


@given(many())
def test_it_stays_within_its_little_frame(rows):
    figure = sparkline(series(*rows), language=ENGLISH)
    if figure is None:
        return
    svg = stencil(figure, width=120, height=34)
    moved = [tuple(map(float, found)) for found in re.findall(r"translate\(([\d.-]+) ([\d.-]+)\)", svg)]
    assert all(-0.1 <= y <= 34.1 for _, y in moved) and all(-0.1 <= x <= 120.1 for x, _ in moved)
