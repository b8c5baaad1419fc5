import datetime as dt
from types import SimpleNamespace

import pandas as pd
import pytest
from charting import claim, many, series
from hypothesis import given
from hypothesis import strategies as st

from tracker import charts, words
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.series import UNDRAWN

ENGLISH = language("en")


def described(*rows, **cells):
    return charts.describe(series(*rows, **cells), ENGLISH)


def test_the_title_states_what_where_and_when():
    later = claim("b", period_start="2016-11-15", period_end="2016-12-12")
    assert described(claim("a"), later).title == "Children killed, Eastern Aleppo, 23 Sep – 12 Dec 2016"


def test_the_time_of_running_totals_reaches_back_to_where_they_count_from():
    total = claim("a", measure="cumulative", period_start="2016-09-19", period_end="2016-10-12")
    assert described(total).title.endswith(", 19 Sep – 12 Oct 2016")


def test_several_places_are_counted_within_the_one_that_holds_them():
    rows = claim("a"), claim("b", place_id="western-aleppo", place_name="Western Aleppo")
    aleppo = SimpleNamespace(name="Aleppo")
    assert "2 places in Aleppo, " in described(*rows, place=aleppo).title
    assert "2 places, " in described(*rows).title


def test_a_bar_ends_on_the_last_day_counted():
    assert described(claim(period_start="2016-09-27", period_end="2016-09-27")).title.endswith(", 27 Sep 2016")


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        ("Each bar spans", {}),
        ("Arrow up: at least", {"qualifier": "at_least", "value_low": 96}),
        ("Arrow down: at most", {"qualifier": "at_most", "value_high": 96}),
        ("≈: about", {"qualifier": "about"}),
        ("Whisker: a range", {"qualifier": "between", "value": None, "value_low": 90, "value_high": 100}),
        ("start not stated", {"period_start": None}),
        ("end not stated", {"period_end": None}),
        ("since replaced", {"rank": "deprecated"}),
        ("a forecast", {"basis": "projected"}),
        ("45 days", {"measure": "stock"}),
        ("running totals", {"measure": "cumulative"}),
    ],
)
def test_the_subtitle_explains_the_marks_that_are_there_and_no_others(said, cells):
    assert said in described(claim(**cells)).subtitle
    level = described(claim(measure="stock", period_start="2016-09-28")).subtitle
    assert said in {"45 days"} or said not in level


def test_the_source_line_names_claimants_and_counts_documents():
    rows = [claim("a"), claim("b", claimant_id="sohr"), claim("c", claimant_id=None)]
    assert described(*rows).source == "Sources: SOHR, UNICEF, and reports that name no source; 3 documents."
    assert described(claim(), documents=1).source == "Source: UNICEF; 1 document."


def test_a_long_source_line_counts_the_rest():
    rows = [claim(f"c{number:02}", claimant_id=f"c{number:02}") for number in range(15)]
    named = ", ".join(f"C{number:02}" for number in range(12))
    assert described(*rows).source == f"Sources: {named}, and 3 others; 3 documents."


def test_the_alt_text_says_how_many_by_whom_and_the_newest_in_words():
    newest = claim("b", claimant_id="who", period_end="2016-09-30", value=106, value_low=106, qualifier="at_least")
    assert described(claim("a"), newest).alt == (
        "Children killed, Eastern Aleppo, 23–30 Sep 2016. 2 figures by 2 sources. The latest: WHO: at least 106. "
        "Children killed, Eastern Aleppo, 23–30 Sep 2016."
    )


def test_a_replaced_figure_is_not_the_latest():
    replaced = claim("b", value=106, rank="deprecated", known_on="2016-10-09")
    assert "The latest: UNICEF: 96." in described(claim("a", value=96), replaced).alt


def test_figures_that_nobody_claimed_have_no_sources():
    alt = described(claim(claimant_id=None)).alt
    assert "1 figure, attributed to nobody." in alt and "source" not in alt


def test_nobody_is_not_counted_as_a_source():
    assert (
        "2 figures by 1 source and reports that name no source."
        in described(claim("a"), claim("b", claimant_id=None)).alt
    )


def test_what_cannot_be_drawn_is_listed_with_its_words_and_the_reason():
    vague = claim("words", qualifier="vague", value=None, wording="dozens")
    undated = claim("undated", period_start=None, period_end=None)
    found = described(claim("a"), vague, undated)
    assert {(one.observation_id, one.reason) for one in found.undrawn} == {
        ("words", "no number given"),
        ("undated", "period not stated"),
    }
    assert any("“dozens”" in one.sentence for one in found.undrawn)
    assert found.note.startswith("2 figures are not drawn: ") and "no number given (1)" in found.note


def total(name, start, end, value):
    return claim(name, claimant_id="sohr", measure="cumulative", period_start=start, period_end=end, value=value)


def test_a_fall_is_told_in_words():
    rows = total("a", "2016-07-31", "2016-08-31", 160), total("b", "2016-07-31", "2016-09-08", 139)
    assert described(*rows).remarks == (
        "SOHR: the running total of 31 Jul – 8 Sep 2016, 139, is lower than the one before.",
    )


def test_a_new_count_is_told_in_words():
    rows = total("a", "2016-07-31", "2016-09-08", 160), total("b", "2016-09-19", "2016-10-12", 116)
    assert described(*rows).remarks == ("SOHR: a new count starts on 19 Sep 2016.",)


def test_many_falls_are_counted():
    rows = [total(f"c{day}", "2016-07-31", f"2016-08-{day}", 100 - day) for day in range(10, 16)]
    found = described(*rows).remarks
    assert len(found) == 4 and found[-1] == "2 more such breaks or falls."


def test_nothing_to_draw_is_said():
    assert described(claim(qualifier="vague", value=None)).alt.endswith("No figure can be drawn.")


def test_every_reason_is_worded_in_every_language():
    for code in available():
        assert set(charts.reasons(language(code))) == set(UNDRAWN)


@given(many(), st.sampled_from(available()))
def test_words_and_picture_agree_on_what_is_drawn(rows, code):
    chosen = series(*rows, until=pd.Timestamp(dt.date(2017, 1, 1)))
    found = charts.describe(chosen, language(code))
    assert {one.observation_id for one in found.undrawn} == set(chosen.undrawn.observation_id)
    assert bool(found.note) == bool(found.undrawn)


@given(many())
def test_the_alt_text_has_the_newest_figure_with_its_hedge(rows):
    chosen = series(*rows)
    alt = charts.describe(chosen, ENGLISH).alt
    said = [words.figure(Figure.of(row), ENGLISH) for row in chosen.drawn.itertuples()]
    assert any(f": {figure}. " in alt for figure in said) or not said


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        ({}, {"period_start": "2016-01-01", "period_end": "2017-12-31", "date_precision": "year"}, "2016 – 2017"),
        (
            {},
            {"period_start": "2016-10-01", "period_end": "2016-10-31", "date_precision": "month"},
            "23 Sep 2016 – Oct 2016",
        ),
    ],
)
def test_the_title_names_no_day_of_a_month_or_a_year(first, last, title):
    assert described(claim("a", **first), claim("b", **last)).title.endswith(f", {title}")


def test_what_is_not_drawn_is_not_explained():
    forecast = claim("a", measure="stock", basis="projected", period_start="2016-12-15", period_end="2016-12-15")
    assert "dashed line" not in described(forecast).subtitle
    month = claim("a", measure="stock", date_precision="month", period_start="2016-11-01", period_end="2016-11-30")
    assert "period that its source counted" not in described(month).subtitle
    assert "A bar at a level: its source dates it no more finely." in described(month).subtitle
