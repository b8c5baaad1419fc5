"""Small multiples: every claim in exactly one panel, the same days in all, and the scale said in words."""

from collections import Counter
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import pytest
from charting import claim, many, series
from conftest import write
from factories import crisis, observation, place
from goldens import matches_golden
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts
from tracker.catalogue import Catalogue
from tracker.charts import groups
from tracker.errors import UnknownError
from tracker.languages import language
from tracker.store import Store

ENGLISH = language("en")
PLACES = [
    place("syria", name="Syria", parent_id=None),
    place("aleppo", name="Aleppo", parent_id="syria"),
    place("eastern-aleppo", name="Eastern Aleppo", parent_id="aleppo"),
    place("western-aleppo", name="Western Aleppo", parent_id="aleppo"),
    place("turkey", name="Turkey", parent_id=None),
]
NEAR, FAR = {"place_id": "eastern-aleppo"}, {"place_id": "syria", "place_name": "Syria"}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    folder = write(
        tmp_path_factory.mktemp("places") / "data",
        observations=[observation()],
        places=PLACES,
        crises=[crisis("aleppo-2016", place_id="aleppo")],
    )
    return Catalogue.of(Store(folder))


def split(catalogue, by, *rows):
    return charts.split(series(*rows), by, catalogue=catalogue, language=ENGLISH)


def made(catalogue, by, *rows, **options):
    chosen = series(*rows)
    parts = charts.split(chosen, by, catalogue=catalogue, language=ENGLISH)
    return charts.panels(chosen, parts, by, **{"language": ENGLISH, **options})


@st.composite
def anywhere(draw):
    """Claims of near and far places."""
    return [{**row, "place_id": draw(st.sampled_from([one["place_id"] for one in PLACES]))} for row in draw(many())]


def names(found):
    return [group.name for group in found]


def ids(figure, *roles):
    found = [trace for trace in figure["data"] if trace["meta"]["role"] in roles]
    return {identifier for trace in found for (identifier,) in trace["customdata"]}


def test_near_places_come_before_those_that_reach_further(places):
    rows = claim("far", **FAR), claim("near", **NEAR), claim("beside", place_id="western-aleppo")
    assert names(split(places, "reach", *rows)) == ["Within Aleppo", "Syria"]
    rows = (
        *rows,
        claim("out", place_id="turkey", place_name="Turkey"),
        claim("in", place_id="syria", place_name="Syria"),
    )
    assert names(split(places, "reach", *rows)) == ["Within Aleppo", "Syria", "Turkey"]


def test_a_chart_is_split_of_itself_only_where_wide_places_would_flatten_near_ones(places):
    fitting = partial(charts.fitting, catalogue=places, language=ENGLISH)
    assert fitting(series(claim("a", value=96, **NEAR), claim("b", value=14_711, **FAR))) == "reach"
    assert fitting(series(claim("a", value=96, **NEAR), claim("b", value=200, **FAR))) == "together"
    assert fitting(series(claim("a", value=14_711, **NEAR), claim("b", value=96, **FAR))) == "together"
    assert fitting(series(claim(qualifier="vague", value=None))) == "together"


ELSEWHERE = {"crisis_id": "gaza-2023", "crisis_title": "Gaza", "place_id": "gaza", "place_name": "Gaza"}
LATER = {**ELSEWHERE, "period_start": "2023-10-07", "period_end": "2024-01-05"}


def test_several_crises_share_a_chart_only_where_that_is_asked_for(places):
    rows = [claim("a", value=96), claim("b", value=100, **LATER)]
    assert charts.fitting(series(*rows), places, ENGLISH) == "crisis"
    found = made(places, "crisis", *rows)
    assert [ids(panel.figure, "marker", "cap") for panel in found.panels] == [{"a"}, {"b"}]
    assert len({tuple(panel.figure["layout"]["xaxis"]["range"]) for panel in found.panels}) == 2
    assert "its own days and its own scale" in charts.told(found, ENGLISH)


def test_events_of_one_crisis_never_stand_in_the_panel_of_another(places):
    events = pd.DataFrame(
        {"event_id": ["e"], "crisis_id": ["aleppo-2016"], "date": pd.to_datetime(["2016-09-25"]), "label": ["Truce"]}
    )
    now = {**LATER, "period_start": "2016-09-20", "period_end": "2016-09-30"}
    found = made(places, "crisis", claim("a"), claim("b", **now), events=events)
    assert [panel.figure["layout"]["meta"]["events"] for panel in found.panels] == [[], []]


def test_claims_that_name_nobody_have_a_panel_of_their_own_behind_the_others(places):
    assert names(split(places, "claimant", claim("a", claimant_id=None), claim("b"))) == ["UNICEF", "unattributed"]


def test_the_smallest_parts_share_the_last_panel(places):
    rows = [claim(f"c{n}-{m}", claimant_id=f"c{n:02}") for n in range(12) for m in range(2 if n < 8 else 1)]
    found = split(places, "claimant", *rows)
    assert names(found)[-1] == "4 other claimants" and len(found) == groups.MOST + 1


def test_an_unknown_way_is_refused(places):
    with pytest.raises(UnknownError, match="choose together, crisis, reach, place, claimant"):
        split(places, "colour", claim())


def test_one_scale_unless_a_panel_would_lie_flat_and_either_is_said(places):
    alike = made(places, "place", claim("a", value=96, **NEAR), claim("b", value=200, **FAR))
    assert len({tuple(panel.figure["layout"]["yaxis"]["range"]) for panel in alike.panels}) == 1
    assert "on the same scale" in charts.told(alike, ENGLISH)
    uneven = made(places, "place", claim("a", value=9, **NEAR), claim("b", value=200, **FAR))
    assert len({tuple(panel.figure["layout"]["yaxis"]["range"]) for panel in uneven.panels}) == 2
    assert "its own scale" in charts.told(uneven, ENGLISH)


@settings(max_examples=25)
@given(rows=anywhere(), by=st.sampled_from(charts.WAYS))
def test_every_claim_that_can_be_drawn_has_its_mark_in_exactly_one_panel(places, by, rows):
    drawn = Counter(name for panel in made(places, by, *rows).panels for name in ids(panel.figure, "marker", "cap"))
    assert drawn == Counter(series(*rows).drawn.observation_id)


@settings(max_examples=25)
@given(rows=anywhere(), by=st.sampled_from(charts.WAYS))
def test_no_line_in_a_panel_joins_what_the_whole_does_not(places, by, rows):
    segment = series(*rows).claims.set_index("observation_id").segment
    for panel in made(places, by, *rows).panels:
        for trace in (one for one in panel.figure["data"] if one["meta"]["role"] == "line"):
            joined: set[int] = set()
            for (name,), y in zip(trace["customdata"], trace["y"], strict=True):
                joined = joined | {segment[name]} if y is not None else set()
                assert len(joined) <= 1


@settings(max_examples=25)
@given(rows=anywhere(), by=st.sampled_from(charts.WAYS))
def test_all_panels_show_the_same_days_on_one_line_of_sight(places, by, rows):
    layouts = [panel.figure["layout"] for panel in made(places, by, *rows).panels]
    assert len({tuple(layout["xaxis"]["range"]) for layout in layouts}) <= 1
    assert len({(layout["margin"]["l"], layout["margin"]["r"]) for layout in layouts}) <= 1


@settings(max_examples=30)
@given(rows=anywhere(), by=st.sampled_from(charts.WAYS))
def test_a_colour_is_the_same_in_every_panel_and_plotly_takes_them_all(places, rows, by):
    found = made(places, by, *rows)
    legend = {one["claimant_id"]: one for one in charts.legend(found.whole)}
    for panel in found.panels:
        go.Figure(panel.figure)
        assert all(legend[one["claimant_id"]] == one for one in charts.legend(panel.figure))


PICTURED = [
    claim("a", value=96, value_low=96, qualifier="at_least", **NEAR),
    claim("b", claimant_id="who", period_end="2016-09-30", value=106, **NEAR),
    claim("c", claimant_id="sohr", place_id="western-aleppo", place_name="Western Aleppo", value=49),
    claim(
        "d", claimant_id="sohr", measure="cumulative", period_start=None, period_end="2016-07-31", value=14_711, **FAR
    ),
]


@pytest.mark.parametrize(
    ("name", "by", "width"), [("reach", "reach", 1200), ("claimants", "claimant", 1200), ("narrow", "place", 400)]
)
def test_panels_are_drawn_as_accepted(places, name, by, width):
    chosen = series(*PICTURED)
    parts = charts.split(chosen, by, catalogue=places, language=ENGLISH)
    svg = charts.picture(chosen, language=ENGLISH, groups=parts, by=by, width=width)
    assert matches_golden(f"panels-{name}", svg)
