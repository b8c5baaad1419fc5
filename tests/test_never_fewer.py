"""A change of what is counted reads as a change of counting everywhere: no card, change or word makes it a fall."""

from __future__ import annotations

import datetime as dt
import itertools
from functools import cache

import pytest
from shipped import DATA

from tracker import charts, headlines, increments, series
from tracker.catalogue import Catalogue, Filter
from tracker.charts import hover, marks
from tracker.claims import bulletin
from tracker.claims.changes import changes
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.store import Store

GAZA = "gaza-2023"
DAYS = [dt.date(2024, 5, day) for day in (5, 7, 8, 9, 12, 14, 31)]
ENGLISH = language("en")


@cache
def catalogue() -> Catalogue:
    return Catalogue.of(Store(DATA))


def killed(who: str, **choices) -> Filter:
    return Filter(crisis=(GAZA,), indicator=(f"{who}_killed",), **choices)


@pytest.mark.parametrize("who", ["children", "women", "people"])
@pytest.mark.parametrize("rule", headlines.RULES)
def test_no_card_shows_a_lower_number_of_killed_after_may_2024_than_before(who, rule):
    found = [headlines.headline(catalogue(), killed(who, as_of=day), rule) for day in DAYS]
    shown = [one for one in found if one is not None]
    figures = [Figure.of(one.row) for one in shown]
    assert all(later.highest >= earlier.lowest for earlier, later in itertools.pairwise(figures))
    assert not {"identified"} & {one.row.basis for one in shown}


@pytest.mark.parametrize("who", ["children", "women"])
def test_the_changes_of_the_week_say_that_the_two_are_not_compared(who):
    found = changes(catalogue(), dt.date(2024, 5, 6), dt.date(2024, 5, 14), killed(who))
    (change,) = found.of_kind("basis_change")
    assert "not to be compared" in bulletin.revision(change, ENGLISH)
    assert not found.disagreements


@pytest.mark.parametrize("who", ["children", "women", "people"])
def test_no_difference_leads_to_the_identified(who):
    steps = increments.increments(series.select(catalogue(), killed(who)).claims)
    claims = catalogue().rows("claims", killed(who)).set_index("observation_id")
    for step in steps:
        assert len({str(claims.basis[name]) for name in step.observation_ids}) == 1


@pytest.mark.parametrize("who", ["children", "women"])
@pytest.mark.parametrize("code", available())
def test_the_chart_its_words_and_its_pointer_say_that_counting_changed(who, code):
    reader = language(code)
    chosen = killed(who, since=dt.date(2024, 4, 1), until=dt.date(2024, 6, 30))
    found = series.select(catalogue(), chosen)
    said = charts.describe(found, reader)
    rule = reader.say("What stood before cannot be compared with it: the difference is no rise or fall.")
    note = catalogue().get("observations", f"ocha-{who}--20240508-identified").note
    for text in (said.alt, " ".join(said.notes)):
        assert rule in text
        assert note in text
    (mark,) = [one for one in marks.of(found) if one.observation_id == f"ocha-{who}--20240508-identified"]
    assert not mark.is_fall
    pointed = " ".join(hover.remarks(mark, reader))
    assert reader.say("Counted on another basis than the figure before.") in pointed
    assert note[:40] in pointed


@pytest.mark.parametrize("indicator", ["refugees_fled", "refugees_recorded"])
def test_each_count_of_refugees_leads_to_the_other(indicator):
    chosen = Filter(crisis=("ukraine-2022",), indicator=(indicator,))
    found = series.select(catalogue(), chosen)
    (handover,) = found.handovers
    other = {"refugees_fled": "refugees_recorded", "refugees_recorded": "refugees_fled"}[indicator]
    assert handover.other(indicator).indicator_id == other
    said = charts.describe(found, ENGLISH)
    assert handover.told(ENGLISH) in said.notes and handover.told(ENGLISH) in said.alt
    days = catalogue().rows("events", chosen).set_index("event_id").date
    assert str(days["ukraine-2022-unhcr-method"].date()) == "2022-06-09"


def test_the_change_of_counting_refugees_stands_on_no_other_chart():
    chosen = Filter(crisis=("ukraine-2022",), indicator=("children_killed",))
    assert "ukraine-2022-unhcr-method" not in set(catalogue().rows("events", chosen).event_id)
    assert not series.select(catalogue(), chosen).handovers


def test_a_month_in_ukraine_is_drawn_as_it_was_known_on_the_day():
    march = Filter(crisis=("ukraine-2022",), indicator=("civilians_killed",), as_of=dt.date(2023, 2, 10))
    claims = series.select(catalogue(), march).claims
    own = claims[claims.observation_id.str.startswith("hrmmu-202203-killed")]
    assert own[~own.is_superseded].value.tolist() == [3378]
    assert own[own.is_superseded].value.tolist() == [3298, 3333]
