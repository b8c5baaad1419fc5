"""Claims side by side: one row each, ordered by claimant, each number as it was given and none between them."""

import plotly.graph_objects as go
from charting import claim, many, series
from goldens import matches_golden
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts
from tracker.charts import marks
from tracker.figure import Figure
from tracker.languages import language

ENGLISH, ARABIC = language("en"), language("ar")
CLAIMS = [
    claim("a", claimant_id="snhr", value=57),
    claim("b", value=96, value_low=96, qualifier="at_least"),
    claim("c", claimant_id="who", period_end="2016-09-30", value=106, qualifier="about"),
    claim("d", claimant_id="ocha", value=None, value_low=80, value_high=110, qualifier="between"),
    claim("e", claimant_id="white-helmets", period_start="2016-09-20", value=100, value_high=100, qualifier="at_most"),
    claim("f", claimant_id=None, period_start=None, value=49),
    claim("g", claimant_id="who", value=90, rank="deprecated"),
]


def rows_of(figure):
    axis = figure["layout"]["yaxis"]
    return dict(zip(axis["tickvals"], axis["ticktext"], strict=True))


def test_rows_are_drawn_as_accepted():
    chosen = series(*CLAIMS)
    for name, width, compact in (("compare", 1200, False), ("compare-phone", 400, True)):
        figure = charts.compare(chosen, language=ENGLISH, compact=compact)
        svg = charts.svg.render(
            figure, title="Title", subtitle=charts.reading(chosen, ENGLISH), alt="Alt", width=width, height=100
        )
        assert matches_golden(name, svg)


def test_rows_stand_by_claimant_with_the_period_that_each_speaks_of():
    labels = list(rows_of(charts.compare(series(*CLAIMS), language=ENGLISH)).values())
    assert labels[0] == "OCHA<br>23–28 Sep 2016" and labels[-1].startswith("unattributed<br>")
    assert [label.partition("<br>")[0] for label in labels].count("WHO") == 2


def test_a_bound_points_to_where_the_number_may_be():
    def angles(**cells):
        figure = charts.compare(series(claim(**cells)), language=ENGLISH)
        return {trace["marker"]["angle"][0] for trace in figure["data"] if trace["meta"]["role"] == "arrow"}

    assert angles(value_low=96, qualifier="at_least") == {270.0}
    assert angles(value_high=96, qualifier="at_most") == {90.0}
    assert angles() == set()


def test_what_it_shows_is_told_in_words():
    said = charts.alternative(series(*CLAIMS), "Children killed", ENGLISH)
    assert said.startswith("Children killed, side by side. ") and "UNICEF: at least 96." in said
    many_more = charts.alternative(series(*(claim(f"c{n}") for n in range(14))), "T", ENGLISH)
    assert many_more.endswith("And 2 more claims.")


@settings(max_examples=30)
@given(many())
def test_every_claim_that_can_be_drawn_has_one_row_and_only_its_own_numbers(rows):
    chosen = series(*rows)
    figure = charts.compare(chosen, language=ENGLISH)
    printed = {row.observation_id: Figure.of(row) for row in chosen.drawn.itertuples()}
    found: dict[str, set[float]] = {}
    for trace in figure["data"]:
        for (name,), x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True):
            assert x in {None, printed[name].value, printed[name].low, printed[name].high}
            if y is not None:
                found.setdefault(name, set()).add(y)
    assert found.keys() == printed.keys() and all(len(places) == 1 for places in found.values())
    assert len(rows_of(figure)) == len(printed)


@settings(max_examples=30)
@given(many())
def test_the_order_of_rows_knows_no_size(rows):
    doubled = [
        {**row, **{name: row[name] and row[name] * (n + 2) for name in ("value", "value_low", "value_high")}}
        for n, row in enumerate(rows)
    ]
    orders = [[mark.observation_id for mark in marks.of(series(*some))] for some in (rows, doubled)]
    assert orders[0] == orders[1]


@settings(max_examples=30)
@given(many())
def test_no_line_joins_two_claims(rows):
    for trace in charts.compare(series(*rows), language=ENGLISH)["data"]:
        pieces: list[set[str]] = [set()]
        for (name,), x in zip(trace["customdata"], trace["x"], strict=True):
            pieces[-1:] = [pieces[-1] | {name}] if x is not None else [pieces[-1], set()]
        assert trace["mode"] != "lines" or all(len(piece) <= 1 for piece in pieces)


@settings(max_examples=20)
@given(many(), st.sampled_from([ENGLISH, ARABIC]), st.booleans())
def test_plotly_accepts_it(rows, reader, compact):
    go.Figure(charts.compare(series(*rows), language=reader, compact=compact))
