"""Without JavaScript pages still show figures, chart and table, and their forms still choose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .conftest import sent

Visit = Callable[..., Page]
PLAIN = {"scripts": False, "live": False}


@pytest.fixture
def read(visit: Visit) -> Visit:
    return lambda path, **options: visit(path, **PLAIN, **options)


def test_the_overview_shows_cards_and_drawings(read: Visit) -> None:
    page = read("/crisis/aleppo-2016")
    assert "at least" in page.locator(".card").first.inner_text()
    assert page.locator(".drawing svg:visible").count() >= 1


def test_each_drawing_has_its_text_for_screen_readers(read: Visit) -> None:
    page = read("/indicator/children_injured?claimant=unicef")
    named = page.locator("[role=img]:visible").first.get_attribute("aria-label")
    assert named and "UNICEF" in named


def test_the_form_chooses_claims(read: Visit) -> None:
    page = read("/indicator/children_killed?crisis=aleppo-2016")
    before = page.locator("table.claims tbody tr").count()
    page.locator("select[name=claimant]").select_option("unicef")
    sent(page)
    assert "claimant=unicef" in page.url
    chosen = page.locator("table.claims tbody tr").all_inner_texts()
    assert 0 < len(chosen) < before
    assert all("UNICEF" in row for row in chosen)
    assert "crisis=aleppo-2016" in page.url


def test_the_form_keeps_the_language(read: Visit) -> None:
    page = read("/indicator/children_killed?lang=ar")
    sent(page)
    assert "lang=ar" in page.url
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_a_claim_shows_its_journey(read: Visit) -> None:
    page = read("/observation/unicef-20160928-children-killed")
    assert page.locator("h1.claim").inner_text().startswith("at least")
    assert page.locator(".journey > li").count() > 5


def test_nothing_is_offered_that_only_a_script_can_do(read: Visit) -> None:
    page = read("/indicator/children_killed")
    assert not page.locator("#theme-button").is_visible()
    assert not page.locator("button[data-copies]").first.is_visible()
