"""Restated figures as a chart: every mark on the day it was said, no number between two, a fall told in words."""

from __future__ import annotations

import csv
import datetime as dt
import io

import plotly.graph_objects as go
import pytest
from browsing import Visitor
from charting import claim, series
from conftest import write
from factories import observation
from goldens import matches_golden

from dashboard.server import create_server
from tracker import charts
from tracker.charts import restated
from tracker.languages import available, language
from tracker.store import Store

ENGLISH = language("en")
MARCH, APRIL = ("2022-03-01", "2022-03-31"), ("2022-04-01", "2022-04-30")


def said(day, value, month=MARCH, **cells):
    name = f"{month[0]}-{day}-{value}"
    start, end = month
    own = {"period_start": start, "period_end": end, "date_precision": "month", "claimant_id": "ohchr"}
    return claim(name, **{**own, "known_on": day, "value": value, "is_circulating": False, "caveat": None, **cells})


ROWS = [
    said("2022-11-06", 3298, value_low=3298, qualifier="at_least"),
    said("2022-11-20", 3333),
    said("2023-03-05", 3951),
    said(None, 4289),
    said("2022-11-06", 362, APRIL, qualifier="about"),
    said("2022-11-20", 358, APRIL),
    said("2023-03-05", 374, APRIL),
]


def made(*rows, **look):
    return charts.triangle(series(*rows), language=look.pop("reader", ENGLISH), **look)


def points(figure, *roles):
    return [
        (time, number)
        for trace in figure["data"]
        if trace["meta"]["role"] in roles
        for time, number in zip(trace["x"], trace["y"], strict=True)
        if time is not None
    ]


def test_each_period_has_a_panel_and_each_mark_the_day_it_was_said():
    found = made(*ROWS)
    assert [panel.name for panel in found.panels] == ["Mar 2022", "Apr 2022"]
    assert points(found.panels[0].figure, "marker") == [
        ("2022-11-06T12:00", 3298.0),
        ("2022-11-20T12:00", 3333.0),
        ("2023-03-05T12:00", 3951.0),
    ]


def test_a_number_is_held_until_the_next_and_no_line_has_a_number_of_its_own():
    (march, _) = made(*ROWS).panels
    marks = points(march.figure, "marker")
    held = points(march.figure, "hold")
    assert {number for _, number in held} <= {number for _, number in marks}
    assert max(time for time, _ in held) == max(time for time, _ in marks)


def test_the_panels_share_their_days_and_begin_at_zero():
    panels = made(*ROWS).panels
    assert len({tuple(panel.figure["layout"]["xaxis"]["range"]) for panel in panels}) == 1
    assert all(panel.figure["layout"]["yaxis"]["range"][0] == 0 for panel in panels)


def test_hedges_stand_at_the_marks_and_in_the_words():
    march, april = made(*ROWS).panels
    assert points(march.figure, "arrow") and points(april.figure, "about")
    assert "at least 3,298 on 6 Nov 2022" in march.alt and "about 362 on 6 Nov 2022" in april.alt
    marks = [trace for trace in march.figure["data"] if trace["meta"]["role"] == "marker"]
    assert marks[0]["hovertext"][0].startswith("Said on 6 Nov 2022.")


@pytest.mark.parametrize("code", available())
def test_the_words_tell_of_what_fell_and_what_has_no_day(code):
    reader = language(code)
    chosen = series(*ROWS)
    told = charts.telling(chosen, charts.triangle(chosen, language=reader), reader)
    assert len(told.notes) == 2
    assert all(note in told.alt for note in told.notes)
    if code == "en":
        assert told.notes == (
            "OHCHR gave a lower figure for Apr 2022 on 20 Nov 2022: 358, after about 362.",
            "1 figure for these periods has no known day and is not drawn.",
        )


def test_where_nothing_was_said_again_there_is_no_chart():
    assert made(said("2022-11-06", 3298), said("2022-11-20", 700, APRIL)) is None


def test_plotly_takes_every_figure():
    found = made(*ROWS, theme="dark", compact=True)
    for figure in (found.whole, *(panel.figure for panel in found.panels)):
        go.Figure(figure)


def test_the_image_is_as_accepted():
    assert matches_golden("triangle", restated.drawer(series(*ROWS), language=ENGLISH)(1200, 675))


@pytest.fixture(scope="module")
def visitor(tmp_path_factory) -> Visitor:
    month = {"period_start": MARCH[0], "period_end": MARCH[1]}
    rows = [
        observation("first", value=3298, value_low=3298, qualifier="at_least", said_on="2022-11-06", **month),
        observation("second", value=3200, said_on="2022-11-20", revises="first", change="revision", **month),
        observation("alone", value=3, said_on="2022-11-20"),
    ]
    caveat = {"caveat_id": "only-verified", "claimant_id": "unicef", "text": "UNICEF verifies each. More may be dead."}
    folder = tmp_path_factory.mktemp("restated")
    data = write(folder / "data", observations=rows, caveats=[caveat])
    return Visitor(create_server(Store(data), built=folder / "built"))


def test_the_rows_come_as_csv_and_json_with_what_each_did(visitor):
    text = visitor.get("/api/v1/revisions/children_killed.csv").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["observation_id"], row["known_on"], row["restated"]) for row in rows] == [
        ("first", "2022-11-06", "first"),
        ("second", "2022-11-20", "lower"),
    ]
    assert {row["caveat"] for row in rows} == {"UNICEF verifies each. More may be dead."}
    found = visitor.get("/api/v1/revisions/children_killed.json").json()
    assert found["days"] == ["2022-11-06", "2022-11-20"]
    assert [row["figure"] for row in found["data"]] == ["at least 3,298", "3,200"]
    assert found["notes"][0].startswith("UNICEF gave a lower figure for 1–31 Mar 2022")


def test_as_of_a_day_only_what_was_said_by_then_is_there(visitor):
    found = visitor.get(f"/api/v1/revisions/children_killed.json?as_of={dt.date(2022, 11, 10)}").json()
    assert (found["data"], found["days"]) == ([], [])


def test_an_image_is_refused_where_nothing_was_restated(visitor):
    assert visitor.get("/charts/children_killed.svg?by=revision").status_code == 200
    refused = visitor.get("/charts/children_killed.svg?by=revision&observation=alone")
    assert refused.status_code == 422 and "none of these figures was restated" in refused.json()["detail"]
    assert visitor.get("/api/v1/revisions/nothing.csv").status_code == 404


def test_the_page_leads_to_the_view_and_shows_figure_and_day_in_a_table(visitor):
    page = visitor.get("/indicator/children_killed").text
    assert "by=revision" in page
    shown = visitor.get("/indicator/children_killed?by=revision").text
    assert "at least 3,298" in shown and "lower than before" in shown and "20 Nov 2022" in shown
    assert "UNICEF verifies each. More may be dead." in shown
