"""Held levels that are one number are told apart, and every break is drawn with its kind in words."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise

import pandas as pd
import pytest
from charting import claim, many, series
from hypothesis import given

from tracker import charts
from tracker.charts import holds, marks
from tracker.languages import available, language
from tracker.series import BREAKS

ENGLISH = language("en")
LATE = dt.datetime(2030, 1, 1)


def level(name, day, value=30, **cells):
    return claim(name, measure="stock", period_start=day, period_end=day, value=value, **cells)


def total(name, day, value=30, start="2016-01-01", **cells):
    return claim(name, measure="cumulative", period_start=start, period_end=day, value=value, **cells)


def held(*rows):
    return holds.of(marks.of(series(*rows)), LATE)


def test_two_claimants_who_hold_one_number_take_turns_in_the_dashes():
    mine, other = level("a", "2016-09-01", claimant_id="sams"), level("b", "2016-09-11", claimant_id="who")
    together = [(hold.mark.claimant_id, hold.turn) for hold in held(mine, other) if hold.of == 2]
    assert together == [("sams", 0), ("who", 1)]
    assert {hold.dash for hold in held(mine, other)} == {"3px,3px", "0px,0px,7px,13px", "0px,10px,7px,3px"}


def test_levels_of_different_numbers_keep_plain_dashes():
    rows = level("a", "2016-09-01", claimant_id="sams"), level("b", "2016-09-11", 31, claimant_id="who")
    assert {hold.dash for hold in held(*rows)} == {"3px,3px"}


@given(many())
def test_at_any_time_each_claimant_of_a_number_has_a_turn_of_its_own(rows):
    found = defaultdict(dict)
    for hold in held(*rows):
        same = found[hold.y, hold.start, hold.end] if hold.of > 1 else {}
        assert same.setdefault(hold.mark.claimant_id, hold.turn) == hold.turn < hold.of
    assert all(sorted(turns.values()) == list(range(len(turns))) for turns in found.values())


@given(many())
def test_cutting_a_hold_neither_lengthens_nor_shortens_it(rows):
    """What is drawn of each claim is one stretch from its day, and ends within the days that a level is held."""
    pieces = defaultdict(list)
    for hold in held(*rows):
        pieces[hold.mark.observation_id, hold.y].append(hold)
    for (_, number), own in pieces.items():
        assert own[0].start == max(own[0].mark.times) and number in own[0].mark.heights
        assert all(before.end == after.start for before, after in pairwise(own))
        assert own[-1].end - own[0].start <= dt.timedelta(days=45)


@pytest.mark.parametrize(
    ("kind", "later"),
    [
        ("gap", total("b", "2016-11-30", 40)),
        ("start", total("b", "2016-09-30", 40, start="2016-09-19")),
        ("basis", total("b", "2016-09-30", 40, basis="verified")),
        ("place", total("b", "2016-09-30", 40, place_id="western-aleppo")),
        ("population", total("b", "2016-09-30", 40, population="pupils")),
        ("scope", total("b", "2016-09-30", 40, scope_note="with the countryside")),
    ],
)
def test_a_break_is_drawn_and_its_kind_is_said(kind, later):
    chosen = series(total("a", "2016-09-01"), later)
    signs = [trace for trace in charts.timeline(chosen, language=ENGLISH)["data"] if trace["meta"]["role"] == "break"]
    assert [trace["customdata"] for trace in signs] == [[["b"]]]
    assert f"({charts.breaks(ENGLISH)[kind]})" in charts.describe(chosen, ENGLISH).subtitle


def test_every_kind_of_break_is_worded_in_every_language():
    for code in available():
        assert set(charts.breaks(language(code))) == set(BREAKS)


@given(many())
def test_exactly_the_breaks_have_the_sign(rows):
    chosen = series(*rows)
    signs = [trace for trace in charts.timeline(chosen, language=ENGLISH)["data"] if trace["meta"]["role"] == "break"]
    signed = {identifier for trace in signs for (identifier,) in trace["customdata"]}
    assert signed == set(chosen.claims[chosen.claims.break_before.ne("")].observation_id)
    assert (charts.traces.BREAK in charts.describe(chosen, ENGLISH).subtitle) == bool(signed)


def test_a_hold_ends_where_the_next_figure_stands():
    rows = level("a", "2016-09-01"), level("b", "2016-09-11", 31)
    assert held(*rows)[0].end == pd.Timestamp("2016-09-11T12:00")
