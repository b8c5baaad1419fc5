"""From the first page to one crisis and back: links, the chosen crisis in the address, and charts that follow."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
CARDS = "#react-entry-point .card"


def test_a_reader_finds_a_crisis_and_what_is_counted_there(visit: Visit) -> None:
    page = visit("/")
    assert page.locator("#react-entry-point .crisis").count() == 4
    page.locator("#gaza-2023 h2 a").click()
    page.wait_for_url("**/crisis/gaza-2023")
    expect(page.locator("#react-entry-point h1")).to_contain_text("Gaza")
    page.locator("#react-entry-point .ways-on a", has_text="indicators").click()
    page.wait_for_url("**/indicator?crisis=gaza-2023")
    expect(page.locator("#react-entry-point .crises [aria-current]")).to_contain_text("Gaza")


def test_a_control_moved_on_the_page_of_an_indicator_keeps_the_crisis(visit: Visit) -> None:
    page = visit("/indicator/children_killed?crisis=aleppo-2016")
    page.get_by_label("Claimants").first.click()
    page.get_by_role("option", name="UNICEF").first.click()
    page.wait_for_url("**crisis=aleppo-2016**claimant=unicef**")
    table = page.locator("#react-entry-point table.claims")
    expect(table).not_to_contain_text("Gaza")
    expect(table.locator("thead")).not_to_contain_text("Crisis")


def test_the_charts_of_a_crisis_stay_its_own_in_the_other_theme(visit: Visit) -> None:
    page = visit("/crisis/sudan-2023")
    before = page.locator("#react-entry-point .panel h2").all_inner_texts()
    page.locator("#theme-button").click()
    page.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")
    expect(page.locator("#react-entry-point .panel h2")).to_have_text(before)


def test_three_figures_of_each_crisis_stand_on_a_phone_one_below_the_other(visit: Visit) -> None:
    page = visit("/", size=PHONE)
    lefts = page.locator(CARDS).evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().left))")
    assert len(lefts) == 12 and len(set(lefts)) == 1
