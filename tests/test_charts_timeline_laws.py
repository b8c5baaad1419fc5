"""What every timeline holds to, whatever is claimed: no number, no time and no line that nobody stated."""

import pandas as pd
import plotly.graph_objects as go
from charting import many, series
from hypothesis import given, settings
from hypothesis import strategies as st
from timelines import ARABIC, ENGLISH, EVENTS, drawn, ids, pieces, traces

from tracker import charts, words
from tracker.figure import Figure


@settings(max_examples=25)  # plotly takes a hundred times longer to check a figure than we to draw it
@given(many(), st.sampled_from(["light", "dark"]), st.sampled_from([ENGLISH, ARABIC]), st.booleans())
def test_plotly_accepts_every_figure(rows, theme, reader, compact):
    go.Figure(drawn(*rows, theme=theme, language=reader, compact=compact, events=EVENTS))


@given(many())
def test_every_drawable_claim_has_its_mark_and_no_other_has(rows):
    chosen = series(*rows)
    figure = charts.timeline(chosen, language=ENGLISH)
    stands, whiskers = ids(traces(figure, "marker")), ids(traces(figure, "cap"))
    assert len(stands) == len(set(stands))
    assert set(stands) | set(whiskers) == set(chosen.drawn.observation_id)
    assert set(ids(figure["data"])) == set(chosen.drawn.observation_id)


@given(many())
def test_nothing_stands_at_a_number_that_nobody_printed(rows):
    """No middle of a range, no interpolation, no zero for words."""
    chosen = series(*rows)
    printed = {row.observation_id: Figure.of(row) for row in chosen.drawn.itertuples()}
    for trace in charts.timeline(chosen, language=ENGLISH)["data"]:
        for (identifier,), y in zip(trace["customdata"], trace["y"], strict=True):
            figure = printed[identifier]
            assert y in {None, figure.value, figure.low, figure.high}


@given(many())
def test_no_line_crosses_segments_or_gaps(rows):
    chosen = series(*rows)
    claims = chosen.claims.set_index("observation_id")
    for line in traces(charts.timeline(chosen, language=ENGLISH), "line"):
        for piece in pieces(line):
            assert claims.loc[piece].segment.nunique() == 1
            assert (claims.loc[piece].claimant_id == line["meta"]["claimant_id"]).all()
            assert (claims.loc[piece[1:]].break_before == "").all()


@given(many())
def test_every_other_path_is_of_one_claim(rows):
    figure = charts.timeline(series(*rows), language=ENGLISH)
    paths = [piece for role in ("bar", "hold", "whisker") for trace in traces(figure, role) for piece in pieces(trace)]
    assert all(len(set(piece)) == 1 for piece in paths)


@given(many())
def test_no_claim_stands_at_a_time_that_nobody_stated(rows):
    chosen = series(*rows)
    claims = chosen.claims.set_index("observation_id")
    for trace in traces(charts.timeline(chosen, language=ENGLISH), "marker"):
        for (identifier,), x in zip(trace["customdata"], trace["x"], strict=True):
            stated = claims.loc[identifier, ["period_start", "period_end"]].dropna()
            assert stated.min() <= pd.Timestamp(x) <= stated.max() + pd.Timedelta(days=1)


@given(many())
def test_what_a_mark_says_keeps_the_hedge(rows):
    chosen = series(*rows)
    claims = chosen.claims.set_index("observation_id")
    for trace in traces(charts.timeline(chosen, language=ENGLISH), "marker"):
        for (identifier,), said in zip(trace["customdata"], trace["hovertext"], strict=True):
            assert f"<b>{words.figure(Figure.of(claims.loc[identifier]), ENGLISH)}</b>" in said
