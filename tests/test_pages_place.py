"""The pages of places: what holds each, its parts, and the claims about it and within it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from factories import observation, place
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import place as page
from dashboard.pages import places
from dashboard.state import View
from tracker.catalogue import Catalogue, Filter
from tracker.errors import UnknownError


def shown(catalogue: Catalogue, name: str, view: View | None = None) -> str:
    return html_of(page.layout(catalogue, view or View(), name), {})


def test_the_way_down_to_a_place_is_a_line_of_links() -> None:
    line = shown(aleppo(), "eastern-aleppo").partition("</nav>")[0]
    assert re.findall(r'href="/place/?([^"]*)"', line) == ["", "syria", "aleppo-governorate", "aleppo", "aleppo-city"]


def test_claims_about_a_place_are_told_from_claims_about_its_parts(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[
            observation("whole", place_id="city"),
            observation("east", place_id="east"),
            observation("street", place_id="street"),
        ],
        places=[place("city"), place("east", parent_id="city"), place("street", parent_id="east")],
    )
    words = told(shown(catalogue, "city"))
    assert "1 claim is about the place itself, 2 about parts of it." in words
    assert "1 claim is about the place itself." in told(shown(catalogue, "street"))


def test_indicators_and_parts_stand_with_their_counts() -> None:
    html = shown(aleppo(), "eastern-aleppo")
    address = "/indicator/children_killed?crisis=aleppo-2016&amp;place=eastern-aleppo"
    assert re.search(rf'href="{re.escape(address)}">Children killed</a><span>\d+ claims', html)
    assert re.search(r'href="/place/bab-al-nairab">Bab al-Nairab</a><span>5 claims', html)


def test_the_rest_of_the_claims_is_one_link_away() -> None:
    html = shown(aleppo(), "eastern-aleppo")
    assert re.search(r'href="/browse\?place=eastern-aleppo">Browse all \d+ claims', html)


def test_a_place_that_no_map_has_is_said_to_be_unclear() -> None:
    assert "Not one clear area" in told(shown(aleppo(), "aleppo-countryside"))


def test_places_that_hold_each_other_do_not_hang_the_page(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation(place_id="one")],
        places=[place("one", parent_id="two"), place("two", parent_id="one")],
    )
    assert "<h1>One</h1>" in shown(catalogue, "one")


def test_an_empty_place_says_so() -> None:
    assert "No claim was known on this day." in told(shown(aleppo(), "syria", View(Filter(as_of=dt.date(2001, 1, 1)))))


def test_a_place_that_is_not_kept_is_said_to_be_none() -> None:
    with pytest.raises(UnknownError, match="nowhere"):
        page.layout(aleppo(), View(), "nowhere")


def test_every_place_has_a_page_and_stands_in_the_tree() -> None:
    tree = html_of(places.layout(aleppo(), View(lang="ar")), {})
    for n, name in enumerate(aleppo().places.place_id):
        assert n % 5 or "<h1>" in shown(aleppo(), name, View(lang="ar"))
        assert f'href="/place/{name}?lang=ar"' in tree
