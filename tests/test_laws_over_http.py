"""The laws over HTTP: no address adds, averages, fills in, strips a hedge or joins two counts."""

import csv
import functools
import io
import json
import re

import pytest
import record
from browsing import Visitor
from conftest import write
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.server import create_server
from tracker import words
from tracker.figure import Figure
from tracker.headlines import RULES
from tracker.increments import difference
from tracker.languages import language
from tracker.store import Store

LAW = settings.get_profile("law")
NUMBERS = ("value", "value_low", "value_high")
ENGLISH = language("en")


@pytest.fixture(scope="module")
def entered():
    return {one["observation_id"]: one for one in record.rows()["observations"]}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What the server answers to an address, asked once."""
    folder = tmp_path_factory.mktemp("served")
    visitor = Visitor(create_server(Store(write(folder / "data", **record.rows())), built=folder))
    return functools.cache(lambda address: visitor.get(f"/api/v1/{address}").text)


def query(**choices):
    """Addresses' choices, each of them or none."""
    one_of = {name: st.sampled_from(["", *values]) for name, values in choices.items()}
    return st.fixed_dictionaries(one_of).map(lambda drawn: "&".join(f"{k}={v}" for k, v in drawn.items() if v))


CLAIMANTS, DAYS = ["sohr", "unattributed", "sohr,who"], ["2016-07-10", "2016-07-25"]
TABLES = query(indicator=["children_killed"], claimant=CLAIMANTS[1:], as_of=DAYS, measure=["cumulative"])
SERIES = st.tuples(st.sampled_from(["children_killed", "people_killed"]), query(claimant=CLAIMANTS[:2], as_of=DAYS))
CARDS = query(rule=list(RULES), as_of=DAYS)


def figure(cells):
    return Figure(*(None if cells[name] is None else float(cells[name]) for name in NUMBERS), cells["qualifier"])


def assert_claimed(cells, claim):
    """The figure that somebody entered, blank where nobody gave a number, with the hedge in numbers and in words."""
    assert figure(cells) == Figure(claim["value"], qualifier=claim["qualifier"])
    said = cells.get("said", cells.get("figure"))
    assert said == words.figure(figure(cells), ENGLISH, wording="") or claim["qualifier"] == "vague"


@LAW
@given(TABLES)
def test_the_open_data_hold_every_figure_as_claimed_and_none_that_nobody_claimed(asked, entered, query):
    answer = list(csv.DictReader(io.StringIO(asked(f"observations.csv?{query}"), newline="")))
    assert len({cells["observation_id"] for cells in answer}) == len(answer)
    for cells in answer:
        claim = entered[cells["observation_id"]]
        assert cells["value"] == ("" if claim["value"] is None else str(claim["value"]))
        assert (cells["qualifier"], cells["measure"]) == (claim["qualifier"], claim["measure"])
        assert (cells["value_low"], cells["value_high"]) == ("", "")


@LAW
@given(SERIES)
def test_a_series_holds_what_was_claimed_and_subtracts_only_within_a_count(asked, entered, chosen):
    indicator, query = chosen
    answer = json.loads(asked(f"series/{indicator}.json?{query}"))
    rows = {row["observation_id"]: row for row in answer["data"]}
    for name, row in rows.items():
        assert_claimed(row, entered[name])
    for step in answer["steps"]:
        before, after = rows[step["before"]], rows[step["after"]]
        assert before["segment"] == after["segment"] and {before["measure"], after["measure"]} == {"cumulative"}
        assert before["claimant_id"] == after["claimant_id"] and before["place_id"] == after["place_id"]
        found = difference(figure(after), figure(before))
        assert (step["qualifier"] is None) == (step["withheld"] is not None)
        assert step["withheld"] or figure(step) == found
    kinds = {one["observation_id"]: one["kind"] for one in answer["breaks"]}
    assert kinds == {name: row["break_before"] for name, row in rows.items() if row["break_before"]}


@LAW
@given(st.integers(0, 9), st.integers(0, 1), query(as_of=DAYS))
def test_agreement_makes_no_number_and_merges_no_claimants(asked, entered, first, length, query):
    days = [f"2016-07-{first + 1:02}", f"2016-07-{first + 1 + length:02}"]
    address = f"agreement/people_killed.json?place=eastern-aleppo&since={days[0]}&until={days[1]}&{query}"
    answer = json.loads(asked(address))
    claims = [claim for who in answer["claimants"] for claim in who["claims"]]
    for claim in claims:
        assert_claimed(claim, entered[claim["observation_id"]])
    assert answer["n_claims"] == len(claims) and answer["n_sources"] <= answer["n_claimants"] == len(
        answer["claimants"]
    )
    names = {claim["observation_id"] for claim in claims}
    values = {float(claim["value"]) for claim in claims}
    for spread in answer["spreads"]:
        assert {*spread["lowest"], *spread["highest"]} <= names
        said = spread["said"].rpartition(";")[0]
        assert {float(number) for number in re.findall(r"\d+", said)} <= values
    assert {name for pair in answer["pairs"] for name in (pair["one"], pair["other"])} <= names


@LAW
@given(CARDS)
def test_a_card_shows_one_claim_as_it_is_and_none_that_was_taken_back(asked, entered, query):
    answer = json.loads(asked(f"headlines/aleppo-2016.json?indicator=children_killed,people_killed&{query}"))
    for card in answer["data"]:
        assert_claimed(card, entered[card["observation_id"]])
        assert card["value"] is not None and card["rule"] in RULES
        assert card["is_disputed"] == (card["status"] == "disputed")


@LAW
@given(st.sampled_from(["children_killed", "people_killed"]), query(claimant=CLAIMANTS))
def test_day_by_day_claims_only_appear_or_are_taken_back_for_good(asked, entered, indicator, query):
    answer = json.loads(asked(f"unfolding/{indicator}.json?{query}"))
    shown, wrong = set(), set()
    for day in answer["days"]:
        assert not shown & set(day["appeared"]) and not wrong & set(day["superseded"])
        shown, wrong = shown | set(day["appeared"]), wrong | set(day["superseded"])
        assert wrong <= shown
    assert shown | set(answer["undated"]) <= set(entered)
