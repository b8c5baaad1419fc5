"""A journey as dots: one for each citation that shows a date, on its own day, and what changed in another look."""

import datetime as dt
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from conftest import write
from factories import citation, document, observation
from goldens import matches_golden
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts
from tracker.catalogue import Catalogue
from tracker.charts.strip import told
from tracker.claims.journey import Journey, journey
from tracker.languages import language
from tracker.store import Store

ENGLISH, ARABIC = language("en"), language("ar")
UNICEF = "unicef-20160928-children-killed"
AT_LEAST = {"value": 96, "value_low": 96, "qualifier": "at_least"}


@pytest.fixture(scope="module")
def travelled(tmp_path_factory) -> Journey:
    """An origin, a faithful echo, one that dropped the bound, and one that shows no date."""
    echo = {"role": "echo"}
    folder = write(
        tmp_path_factory.mktemp("journey") / "data",
        observations=[observation(**AT_LEAST)],
        citations=[
            citation(),
            citation("at-cbc", document_id="cbc", **echo),
            citation("at-rt", document_id="rt", value=96, qualifier="exact", **echo),
            citation("at-blog", document_id="blog", **echo),
        ],
        documents=[
            document(),
            document("cbc", publisher_id="cbc", published_on="2016-09-28"),
            document("rt", publisher_id="rt", published_on="2016-10-09"),
            document("blog", publisher_id="blog", published_on=None, published_on_basis=None),
        ],
    )
    return journey(Catalogue.of(Store(folder)), UNICEF)


def dots(figure):
    """Look, day and height of each dot."""
    return {
        identifier: (trace["legendgroup"], trace["x"][n][:10], trace["y"][n])
        for trace in figure["data"]
        for n, (identifier,) in enumerate(trace["customdata"])
    }


def strip(found, **options):
    return charts.strip(found, **{"language": ENGLISH, **options})


def test_each_dated_citation_is_a_dot_on_its_day_and_shows_whether_it_changed_something(travelled):
    assert dots(strip(travelled)) == {
        "unicef-20160928-children-killed-at-unicef": ("start", "2016-09-28", 1.0),
        "at-cbc": ("same", "2016-09-28", 2.0),
        "at-rt": ("changed", "2016-10-09", 1.0),
    }


def test_looks_differ_in_shape_too(travelled):
    legend = charts.legend(strip(travelled))
    assert len({one["symbol"] for one in legend}) == len({one["color"] for one in legend}) == 3


def test_it_says_in_words_what_it_shows_and_what_it_cannot(travelled):
    assert told(travelled, ENGLISH) == (
        "3 citations with a date, 28 Sep 2016 to 9 Oct 2016. 1 changed something. 1 shows no date and has no dot."
    )
    assert told(replace(travelled, steps=travelled.steps[-1:]), ENGLISH) == "No document shows a date."


def test_one_dated_citation_is_no_journey(travelled):
    assert strip(replace(travelled, steps=travelled.steps[:1])) is None


def test_a_strip_is_drawn_as_accepted(travelled):
    svg = charts.svg.render(strip(travelled), width=760, height=90, framed=False)
    assert matches_golden("strip", svg)


@st.composite
def journeys(draw, travelled):
    days = st.none() | st.dates(dt.date(2016, 9, 1), dt.date(2022, 12, 31))
    kinds = st.sampled_from([step.distortions for step in travelled.steps])
    steps = [
        replace(travelled.steps[1], citation_id=f"c{n}", published_on=day, distortions=draw(kinds))
        for n, day in enumerate(draw(st.lists(days, max_size=40)))
    ]
    return replace(travelled, steps=tuple(steps))


@settings(max_examples=60)
@given(data=st.data(), compact=st.booleans())
def test_every_dated_citation_has_one_dot_on_its_own_day_and_no_other_covers_it(travelled, data, compact):
    found = data.draw(journeys(travelled))
    dated = {step.citation_id: str(step.published_on) for step in found.steps if step.published_on}
    figure = strip(found, compact=compact)
    if len(dated) < 2:
        assert figure is None
        return
    placed = dots(figure)
    assert {name: day for name, (_, day, _) in placed.items()} == dated
    assert len({(day, height) for _, day, height in placed.values()}) == len(placed)


@settings(max_examples=20)
@given(data=st.data(), reader=st.sampled_from([ENGLISH, ARABIC]))
def test_plotly_accepts_it(travelled, data, reader):
    figure = strip(data.draw(journeys(travelled)), language=reader)
    if figure is not None:
        go.Figure(figure)
