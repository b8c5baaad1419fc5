"""Feeds tell each new or revised figure in words, the same in both forms, and only those that were chosen."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Visitor
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

ATOM = "{http://www.w3.org/2005/Atom}"
ROWS = [
    observation("a", value=96, value_low=96, qualifier="at_least", recorded_on="2026-01-01T08:00:00Z"),
    observation("b", value=100, revises="a", change="correction", recorded_on="2026-01-03T08:00:00Z"),
    observation(
        "c",
        value=None,
        qualifier="vague",
        claimant_id=None,
        place_id="aleppo",
        indicator_id="people_killed",
        recorded_on="2026-01-02T08:00:00Z",
    ),
]
CITED = [citation("at-a", observation_id="a"), citation("at-c", observation_id="c", wording="<dozens> & more")]


@pytest.fixture
def visitor(store: Callable[..., Store], tmp_path: Path) -> Visitor:
    return Visitor(create_server(store(observations=ROWS, citations=CITED), built=tmp_path))


def items(visitor: Visitor, query: str = "") -> list[dict[str, str]]:
    return visitor.get(f"/api/v1/feed.json{query}").json()["items"]


def ids(visitor: Visitor, query: str = "") -> str:
    return "".join(item["url"].partition("?")[0][-1] for item in items(visitor, query))


def test_the_newest_entry_comes_first_with_its_sentence_in_words(visitor: Visitor) -> None:
    assert ids(visitor) == "bca"
    first, second, third = items(visitor)
    assert third["title"] == "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016."
    assert (third["date_published"], third["date_modified"]) == ("2016-09-28T00:00:00Z", "2026-01-01T08:00:00Z")
    assert second["title"].startswith("unattributed: “<dozens> & more”.")
    assert first["title"].startswith("Correction: UNICEF: 100.")


def test_a_revised_figure_is_told_with_the_one_before_and_that_one_as_replaced(visitor: Visitor) -> None:
    revised, _, replaced = items(visitor)
    assert "Before: at least 96" in revised["content_text"]
    assert replaced["content_text"].endswith("Its source has replaced this figure since.")


def test_a_figure_whose_day_nobody_knows_is_told_without_one(visitor: Visitor) -> None:
    assert "date_published" not in items(visitor)[0]


@pytest.mark.parametrize(
    ("query", "told", "title"),
    [
        ("", "bca", "New and revised figures"),
        ("?indicator=people_killed", "c", "New and revised figures: People killed"),
        ("?place=aleppo", "c", "New and revised figures: Aleppo"),
        ("?claimant=unicef", "ba", "New and revised figures: UNICEF"),
        ("?q=zzz", "", "New and revised figures"),
    ],
)
def test_a_feed_follows_what_was_chosen(visitor: Visitor, query: str, told: str, title: str) -> None:
    assert ids(visitor, query) == told
    assert visitor.get(f"/api/v1/feed.json{query}").json()["title"] == title


@pytest.mark.parametrize("query", ["", "?lang=ar", "?q=zzz"])
def test_both_forms_tell_the_same(visitor: Visitor, query: str) -> None:
    root = ET.fromstring(visitor.get(f"/api/v1/feed.atom{query}").text)
    told = [
        {name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "content", "updated")}
        for entry in root.iter(f"{ATOM}entry")
    ]
    assert told == [
        {
            "id": item["id"],
            "title": item["title"],
            "content": item["content_text"],
            "updated": item["date_modified"],
        }
        for item in items(visitor, query)
    ]
    assert all(root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))


def test_every_entry_leads_to_a_page_that_answers(visitor: Visitor) -> None:
    for item in items(visitor, "?lang=ar"):
        assert visitor.get(item["url"].removeprefix("http://figures.test")).status_code == 200


@pytest.mark.parametrize("form", ["atom", "json"])
def test_a_feed_is_not_sent_twice_and_refuses_slips(visitor: Visitor, form: str) -> None:
    first = visitor.get(f"/api/v1/feed.{form}")
    assert visitor.get(f"/api/v1/feed.{form}", if_none_match=first.headers["etag"]).status_code == 304
    refused = visitor.get(f"/api/v1/feed.{form}?indicator=children_kiled")
    assert (refused.status_code, refused.json()["detail"][:44]) == (422, "there is no indicator 'children_kiled'. Did ")
