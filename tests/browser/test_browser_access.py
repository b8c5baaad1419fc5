"""Pages for everyone: no rule of axe-core broken, every control by keyboard, and room on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.pages import PAGES
from dashboard.serving.folder import build_folder

from .conftest import Visits, settled

PHONE = {"width": 390, "height": 844}
# One of each kind that a page can be about.
NAMES = {
    "crisis_id": "aleppo-2016",
    "indicator_id": "children_killed",
    "observation_id": "unicef-20160928-children-killed",
    "organisation_id": "unicef",
    "place_id": "eastern-aleppo",
    "document_id": "media-line-20160929-tensions-us-russia-growing",
}
PATHS = (
    *(re.sub(r"<(\w+)>", lambda name: NAMES[name[1]], page.PATH) for page in PAGES),
    "/indicator/civilians_trapped?claimant=unicef&as_of=2016-11-01",
    "/indicator/bakeries_functional",
    "/indicator/civilians_killed?crisis=ukraine-2022&by=revision",
    "/indicator/children_killed?crisis=gaza-2023&by=together",
    "/search?q=hospitals&crisis=gaza-2023",
    "/observation/mansour-201609-syria-killed",
)
# Counts the moments at which a heading that was there is gone, or stands there twice.
WATCH = """(() => {
    window.blank = 0;
    let seen = false;
    const look = () => {
        const heads = [...document.querySelectorAll('main h1')].filter(one => one.offsetHeight > 0);
        if (heads.length === 1) seen = true;
        else if (seen) window.blank += 1;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""
# Each page is seen in both languages: in one on a desk and in the other on a phone, page by page the other way round.
on_a_desk = pytest.mark.parametrize(("path", "lang"), [(path, ("en", "ar")[n % 2]) for n, path in enumerate(PATHS)])
on_a_phone = pytest.mark.parametrize(("path", "lang"), [(path, ("ar", "en")[n % 2]) for n, path in enumerate(PATHS)])


def in_language(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.fixture(scope="session")
def axe() -> str:
    script = build_folder() / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not there: run `python -m dashboard.build` where npm is installed")
    return Path(script).read_text(encoding="utf-8")


def broken(page: Page, axe: str, *rules: str) -> list[str]:
    """The rules a page breaks, each with the elements that do; all rules, or those that are named."""
    page.evaluate(axe)
    found = page.evaluate(
        """rules => axe.run(document, {resultTypes: ['violations'], ...(rules.length ? {runOnly: rules} : {})})
            .then(told => told.violations)""",
        list(rules),
    )
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def darkened(page: Page) -> Page:
    """The page in the dark, by its own button. The choice is forgotten at once: others visit by light."""
    page.locator("#theme-button").click()
    page.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")
    page.evaluate("() => { localStorage.removeItem('theme'); document.cookie = 'theme=light; path=/'; }")
    page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished)).then(() => true)")
    return page


@on_a_desk
def test_it_never_goes_blank_and_breaks_no_rule_of_axe_in_light_nor_in_the_dark(
    visit: Visits, axe: str, path: str, lang: str
) -> None:
    page = visit.window()
    page.add_init_script(WATCH)
    page.goto(visit.address(in_language(path, lang)))
    settled(page)
    assert broken(page, axe) == []
    assert broken(darkened(page), axe, "color-contrast", "link-in-text-block") == []
    assert page.evaluate("window.blank") == 0


def test_no_rule_is_broken_while_a_list_is_open(visit: Visits, axe: str) -> None:
    page = visit("/indicator/children_killed?claimant=unicef")
    page.locator("#chosen-claimant").click()
    page.get_by_role("option").first.wait_for()
    assert broken(page, axe) == []


def test_no_rule_is_broken_where_there_is_no_page(visit: Visits, axe: str) -> None:
    assert broken(visit("/nowhere", expects=404), axe) == []


@on_a_phone
def test_a_phone_shows_all_of_it_for_every_finger_and_breaks_no_rule_of_axe(
    visit: Visits, axe: str, path: str, lang: str
) -> None:
    page = visit(in_language(path, lang), size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = page.evaluate(
        """() => [...document.querySelectorAll('.button, .filter input, .filter select, .top nav a')]
            .filter(one => one.offsetParent && one.getBoundingClientRect().height < 40
                && !one.closest('[class*=Pill]'))
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
    assert broken(page, axe) == []


def focused(page: Page, most: int) -> Iterator[str]:
    """What the tab key reaches, one press after the other."""
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.evaluate(
            "document.activeElement.id || document.activeElement.className || '' + document.activeElement"
        )


def test_the_keyboard_reaches_every_control(visit: Visits) -> None:
    page = visit("/indicator/children_injured")
    reached = list(focused(page, 70))
    assert reached[0] == "skip"
    wanted = {"theme-button", "chosen-claimant", "chosen-place", "chosen-since", "chosen-until", "chosen-as_of"}
    assert wanted <= set(reached)
    assert "button only-live" in reached  # copies the address of the view


def test_the_first_stop_leads_past_the_navigation(visit: Visits) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_screen_reader_is_told_when_a_list_is_open(visit: Visits) -> None:
    page = visit("/indicator/children_killed")
    page.locator("#chosen-place").click()
    field = page.get_by_role("combobox", name="Place")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
