"""The one figure a card shows: chosen by a named rule, and never one that cannot stand alone."""

from types import SimpleNamespace

import pandas as pd
import pytest
from factories import citation, observation

from tracker import headlines
from tracker.catalogue import Filter
from tracker.errors import UnknownError
from tracker.languages import available, language

CHOSEN = Filter(indicator=("children_killed",))
each_rule = pytest.mark.parametrize("rule", headlines.RULES)


def own(name):
    return citation(f"{name}-own", observation_id=name, document_id=f"{name}-release")


def echo(name, publisher):
    return citation(f"{name}-at-{publisher}", observation_id=name, document_id=f"{publisher}-on-{name}", role="echo")


def claim(name, day, **cells):
    return observation(name, measure="stock", period_start=day, period_end=day, **cells)


EARLY, LATE = claim("early", "2016-09-20", value=10), claim("late", "2016-09-28", value=20)


def chosen(catalogue, rule):
    found = headlines.headline(catalogue, CHOSEN, rule)
    return found and found.row.observation_id


def test_the_latest_figure_of_the_claimants_own_document_is_of_the_last_day(catalogue_of):
    catalogue = catalogue_of(observations=[EARLY, LATE], citations=[own("early"), own("late")])
    assert chosen(catalogue, "latest-origin") == "late"


def test_a_figure_that_only_others_print_needs_the_rule_that_says_so(catalogue_of):
    catalogue = catalogue_of(observations=[EARLY, LATE], citations=[own("early"), echo("late", "a-paper")])
    assert chosen(catalogue, "latest-origin") == "early"
    assert chosen(catalogue, "latest-any") == "late"


def test_a_preferred_figure_is_chosen_over_a_later_one(catalogue_of):
    catalogue = catalogue_of(observations=[{**EARLY, "rank": "preferred"}, LATE], citations=[own("early"), own("late")])
    assert chosen(catalogue, "preferred") == "early"


def test_the_most_carried_figure_has_most_publishers_not_most_documents(catalogue_of):
    documents = [
        {
            "document_id": f"{paper}-on-{name}",
            "publisher_id": paper,
            "kind": "article",
            "url": f"https://example.org/{paper}-{name}",
        }
        for name, paper in (("early", "a-paper"), ("early", "b-paper"), ("late", "c-paper"))
    ]
    again = citation("late-at-c-paper-again", observation_id="late", document_id="c-paper-on-late", role="echo")
    catalogue = catalogue_of(
        observations=[EARLY, LATE],
        citations=[echo("early", "a-paper"), echo("early", "b-paper"), echo("late", "c-paper"), again],
        documents=documents,
    )
    assert chosen(catalogue, "most-carried") == "early"


@each_rule
@pytest.mark.parametrize(
    "cells",
    [
        {"value": None, "qualifier": "vague"},
        {"basis": "projected"},
        {"rank": "deprecated"},
        {"is_circulating": True, "claimant_id": None},
    ],
    ids=lambda cells: next(iter(cells)),
)
def test_what_cannot_stand_alone_is_never_a_headline(catalogue_of, rule, cells):
    later = claim("later", "2016-10-05", **cells)
    catalogue = catalogue_of(
        observations=[{**EARLY, "rank": "preferred"}, later], citations=[own("early"), own("later")]
    )
    assert chosen(catalogue, rule) == "early"


@each_rule
def test_a_figure_its_source_took_back_is_never_a_headline(catalogue_of, rule):
    wrong = {**claim("wrong", "2016-10-05"), "rank": "preferred"}
    right = {**claim("right", "2016-10-05", value=80, revises="wrong", change="correction"), "rank": "preferred"}
    catalogue = catalogue_of(observations=[wrong, right], citations=[own("wrong"), own("right")])
    assert chosen(catalogue, rule) == "right"


@each_rule
def test_no_claim_is_no_headline(catalogue_of, rule):
    assert headlines.headline(catalogue_of(), CHOSEN, rule) is None


def test_a_rule_that_is_none_is_refused_with_those_there_are(catalogue_of):
    with pytest.raises(UnknownError, match="most-carried"):
        headlines.headline(catalogue_of(), CHOSEN, "largest")


def test_a_lasting_crisis_shows_the_newest_and_a_past_one_the_most_carried():
    assert headlines.rule_for(SimpleNamespace(end=None)) == "latest-origin"
    assert headlines.rule_for(SimpleNamespace(end=pd.Timestamp("2017-03-31"))) == "most-carried"


@each_rule
@pytest.mark.parametrize("lang", available())
def test_every_rule_is_said_in_words(rule, lang):
    assert headlines.described(rule, language(lang))
