"""A chart of very many figures leaves some out, keeps the extremes, and says so."""

import pandas as pd
from charting import claim, many, series
from hypothesis import given
from hypothesis import strategies as st

from tracker import charts
from tracker.charts import marks, thinning
from tracker.languages import language

ENGLISH = language("en")


def test_as_many_as_fit_are_all_drawn():
    found = marks.of(series(*(claim(f"c{number}") for number in range(20))))
    assert thinning.thin(found, 20) == found


@given(many(40), st.integers(4, 12))
def test_thinning_keeps_the_extremes_the_ends_and_the_breaks_of_every_source(rows, most):
    found = marks.of(series(*rows))
    kept = thinning.thin(found, most)
    assert [mark for mark in found if mark in kept] == kept  # none is new, none is moved, the order stays
    for source in {(mark.claimant_id, mark.measure) for mark in found}:
        mine = [mark for mark in found if (mark.claimant_id, mark.measure) == source]
        left = [mark for mark in kept if (mark.claimant_id, mark.measure) == source]
        for edge in (min, max):
            assert edge(edge(mark.heights) for mark in left) == edge(edge(mark.heights) for mark in mine)
            assert edge(mark.at for mark in left) == edge(mark.at for mark in mine)
        assert [mark for mark in left if mark.break_before] == [mark for mark in mine if mark.break_before]


def test_a_full_chart_says_how_many_it_draws(monkeypatch):
    monkeypatch.setattr(thinning.thin, "__defaults__", (40,))
    days = pd.date_range("2016-01-01", periods=100).strftime("%Y-%m-%d")
    rows = [
        claim(day, measure="cumulative", period_start="2015-12-01", period_end=day, value=n)
        for n, day in enumerate(days)
    ]
    chosen = series(*rows)
    (marker,) = [trace for trace in charts.timeline(chosen, language=ENGLISH)["data"] if trace["mode"] == "markers"]
    assert len(marker["x"]) <= 40 and {0, 99} <= set(marker["y"])
    assert charts.describe(chosen, ENGLISH).remarks[0].startswith(f"{len(marker['x'])} of 100 figures are drawn")


def test_a_level_that_is_left_out_does_not_lengthen_the_one_before(monkeypatch):
    monkeypatch.setattr(thinning.thin, "__defaults__", (4,))
    days = pd.date_range("2016-09-01", periods=9).strftime("%Y-%m-%d")
    rows = [
        claim(day, measure="stock", period_start=day, period_end=day, value=50 if n in {0, 8} else 60 + n)
        for n, day in enumerate(days)
    ]
    (hold,) = [
        trace for trace in charts.timeline(series(*rows), language=ENGLISH)["data"] if "hold" in str(trace["meta"])
    ]
    assert hold["x"][:2] == ["2016-09-01T12:00", "2016-09-02T12:00"]
