"""What pages offer to take away: every form answers, of exactly the claims that the page shows, with every text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

CLAIM = "unicef-20160928-children-killed"
PAGES = {
    "/indicator/children_killed?claimant=unicef&until=2016-10-01&by=claimant": "claimant=unicef&until=2016-10-01",
    "/indicator/children_killed?place=eastern-aleppo&by=compare&lang=ar": "place=eastern-aleppo",
    f"/observation/{CLAIM}?as_of=2016-10-01": "as_of=2016-10-01",
    "/organisation/unicef": "claimant=unicef",
}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    rows = [
        observation(value=96, value_low=96, qualifier="at_least"),
        observation("other", claimant_id="sohr", value=30),
    ]
    data = write(tmp_path_factory.mktemp("share") / "data", observations=rows, citations=[citation()])
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


def panel(visitor: Visitor, path: str) -> str:
    found = re.search(r'<section class="share".*?</section>', visitor.get(path).text, re.S)
    assert found is not None
    return found[0]


def links(visitor: Visitor, path: str) -> list[str]:
    return [unescape(address) for address in re.findall(r'href="([^"]+)"', panel(visitor, path))]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_answers_with_the_claims_of_the_view(visitor: Visitor, path: str) -> None:
    for address in links(visitor, path):
        assert visitor.get(address).status_code == 200, address
        of_claims = not address.startswith("/cite/") or "indicator" in path
        assert PAGES[path] in address or not of_claims


@pytest.mark.parametrize("path", PAGES)
def test_images_tables_citations_and_feeds_are_all_there(visitor: Visitor, path: str) -> None:
    found = " ".join(links(visitor, path))
    images = ["size=social", "size=square", "size=tall", "size=2x", "fonts=embedded", ".pdf"]
    tables = [f"observations.{form}" for form in ("csv", "json", "jsonl", "xlsx", "parquet")] + [
        "hxl=1",
        "citations.csv",
    ]
    for part in [*images, *tables, "/api/v1/series/", ".txt", ".bib", "feed.atom", "feed.json"]:
        assert part in found


def test_the_image_and_the_series_are_those_of_the_page(visitor: Visitor) -> None:
    found = links(visitor, f"/observation/{CLAIM}?as_of=2016-10-01")
    series = next(one for one in found if "/series/" in one and ".json" in one)
    assert [row["observation_id"] for row in visitor.get(series).json()["data"]] == [CLAIM]


@pytest.mark.parametrize("path", PAGES)
def test_each_text_can_be_selected_and_each_button_names_a_text_that_is_there(visitor: Visitor, path: str) -> None:
    page, shown = visitor.get(path).text, panel(visitor, path)
    names = re.findall(r'data-copies="([^"]*)"', page)
    assert "" in names  # the address of the view
    assert all(f'id="{name}"' in page for name in names if name)
    assert "&lt;iframe" in shown and "figures.test/embed/children_killed?" in unescape(shown)
    assert "tabindex=" in shown
    assert len(re.findall(r'role="status"', shown)) == len(re.findall("data-copies", shown))


def test_the_page_of_a_claim_says_once_how_it_is_cited(visitor: Visitor) -> None:
    page = visitor.get(f"/observation/{CLAIM}").text
    assert page.count("Recorded by the Humanitarian Figures Tracker") == 1


def test_a_chart_is_cited_with_the_hedge_of_its_latest_figure(visitor: Visitor) -> None:
    shown = unescape(panel(visitor, "/indicator/children_killed?claimant=unicef"))
    assert "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016." in shown
