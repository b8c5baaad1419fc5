"""Several crises over HTTP: a page of each, one of them in tables, images and feeds, and a slip never read as all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from browsing import Visitor

from dashboard.server import create_server
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"
CRISES = ("aleppo-2016", "ukraine-2022", "sudan-2023", "gaza-2023")


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(create_server(Store(DATA), built=tmp_path_factory.mktemp("built")))


def test_the_first_page_leads_to_the_page_of_every_crisis(visitor: Visitor) -> None:
    first = visitor.get("/")
    assert first.status_code == 200
    for crisis in CRISES:
        assert f'href="/crisis/{crisis}"' in first.text


@pytest.mark.parametrize("crisis", CRISES)
def test_the_page_of_a_crisis_has_figures_with_who_says_so(visitor: Visitor, crisis: str) -> None:
    page = visitor.get(f"/crisis/{crisis}")
    assert page.status_code == 200
    assert page.text.count('class="card"') >= 3
    assert f'href="/browse?crisis={crisis}"' in page.text


def test_a_crisis_that_is_not_kept_has_no_page(visitor: Visitor) -> None:
    assert visitor.get("/crisis/atlantis-2016").status_code == 404


@pytest.mark.parametrize("crisis", CRISES)
def test_a_table_and_a_feed_can_be_of_one_crisis(visitor: Visitor, crisis: str) -> None:
    rows = list(csv.DictReader(io.StringIO(visitor.get(f"/api/v1/observations.csv?crisis={crisis}").text)))
    assert {row["crisis_id"] for row in rows} == {crisis}
    own = {row["observation_id"] for row in rows}
    items = json.loads(visitor.get(f"/api/v1/feed.json?crisis={crisis}").text)["items"]
    assert items and {item["id"].rpartition("/")[2] for item in items} <= own


def test_a_crisis_that_is_none_is_refused_by_tables_feeds_and_images(visitor: Visitor) -> None:
    for path in ("/api/v1/observations.csv", "/api/v1/feed.atom", "/charts/children_killed.svg"):
        assert visitor.get(f"{path}?crisis=atlantis").status_code == 422


def test_an_image_of_several_crises_has_a_panel_of_each_unless_one_is_asked_for(visitor: Visitor) -> None:
    every = visitor.get("/charts/children_killed.svg").text
    assert "Battle of Aleppo, 2016" in every and "War in Gaza, since 2023" in every
    assert "Each has its own days and its own scale" in every
    one = visitor.get("/charts/children_killed.svg?crisis=aleppo-2016").text
    assert "War in Gaza" not in one
