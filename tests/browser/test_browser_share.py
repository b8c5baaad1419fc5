"""The share panel in a browser: one click copies what it says, of the view as it stands, and says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visits

PAGE = "/indicator/children_killed?claimant=unicef&by=place"


def opened(visit: Visits, path: str) -> Page:
    page = visit(path, alone=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".share summary").click()
    return page


@pytest.mark.parametrize(
    ("button", "held"),
    [
        ("Copy link", PAGE),
        ("Copy: Code to embed it", '<iframe src="http'),
        ("Copy: For a list of references", "Humanitarian Figures Tracker (CC BY 4.0)"),
    ],
)
def test_a_click_copies_and_says_so(visit: Visits, button: str, held: str) -> None:
    page = opened(visit, PAGE)
    pressed = page.get_by_role("button", name=button, exact=True)
    pressed.click()
    expect(pressed.locator("xpath=../*[@role='status']")).to_have_text("Copied")
    assert held in page.evaluate("() => navigator.clipboard.readText()")


def test_where_nothing_can_be_copied_the_text_is_shown(visit: Visits) -> None:
    page = opened(visit, PAGE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    pressed = page.get_by_role("button", name="Copy link", exact=True)
    pressed.click()
    expect(pressed.locator("xpath=../*[@role='status']")).to_have_text(f"Copy this: {page.url}")


def test_what_is_offered_follows_the_controls(visit: Visits) -> None:
    page = opened(visit, PAGE)
    page.locator("#chosen-until").fill("2016-10-01")
    page.locator("#chosen-until").press("Enter")
    page.wait_for_function("() => location.search.includes('until')")
    page.wait_for_function("() => document.querySelector('.share a').href.includes('until=2016-10-01')")
    links = page.locator(".share a").evaluate_all("links => links.map(link => link.href)")
    assert all("claimant=unicef" in one and "until=2016-10-01" in one for one in links)


def test_without_scripts_texts_can_still_be_selected(visit: Visits) -> None:
    page = visit(PAGE, scripts=False, live=False)
    page.locator(".share summary").click()
    expect(page.locator("#share-embed")).to_be_visible()
    assert not page.get_by_role("button", name="Copy link").is_visible()
