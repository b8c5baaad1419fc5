"""The slider over the days on which the record grew: by keyboard, played, in step with the address, without motion."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import sent

Visit = Callable[..., Page]
EAST = "/indicator/children_killed?place=eastern-aleppo"


def claims(page: Page) -> int:
    return page.locator("#react-entry-point table.claims tbody tr").count()


def test_the_day_moves_by_keyboard_and_is_said(visit: Visit) -> None:
    page = visit(f"{EAST}&as_of=2016-10-12")
    slider = page.get_by_label("Move through what was known")
    expect(slider).to_have_attribute("aria-valuetext", "12 Oct 2016: 11 of 30 figures known")
    assert claims(page) == 11
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**as_of=2016-10-14*")
    expect(page.locator(".days output")).to_have_text("14 Oct 2016: 12 of 30 figures known")
    expect(page.locator("#react-entry-point table.claims tbody tr")).to_have_count(12)
    expect(slider).to_be_focused()
    page.keyboard.press("End")
    page.wait_for_url(lambda address: "as_of" not in address)
    expect(page.locator("#react-entry-point table.claims tbody tr")).to_have_count(30)


def test_the_date_field_and_the_slider_say_the_same_day(visit: Visit) -> None:
    page = visit(EAST)
    slider = page.get_by_label("Move through what was known")
    expect(slider).to_have_attribute("aria-valuetext", "Whole record")
    page.get_by_label("As known on").fill("2016-10-01")
    page.keyboard.press("Enter")
    expect(slider).to_have_attribute("aria-valuetext", "30 Sep 2016: 9 of 30 figures known")
    page.go_back()
    expect(slider).to_have_attribute("aria-valuetext", "Whole record")


def test_the_days_can_be_played_and_stopped(visit: Visit) -> None:
    page = visit(EAST)
    button = page.locator(".days button")
    expect(button).to_have_text("Play")
    button.click()
    page.wait_for_url("**as_of=2016-07-18*")
    button.click()
    expect(button).to_have_text("Play")


def test_nothing_plays_for_who_wants_less_motion(visit: Visit) -> None:
    page = visit("/about")
    page.emulate_media(reduced_motion="reduce")
    page.goto(page.url.replace("/about", EAST))
    expect(page.get_by_label("Move through what was known")).to_be_visible()
    expect(page.locator(".days button")).to_be_hidden()


def test_without_javascript_there_is_the_date_field_and_no_empty_place(visit: Visit) -> None:
    page = visit(EAST, scripts=False, live=False)
    assert page.locator(".days:visible").count() == 0
    page.locator("input[name=as_of]").fill("2016-10-12")
    sent(page)
    assert "as_of=2016-10-12" in page.url and page.locator("table.claims tbody tr").count() == 11
