"""What a reader does: finds the figures, narrows them, shares the view, goes back, takes the rows away."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import settled

Visit = Callable[..., Page]
KILLED = "/indicator/children_killed?crisis=aleppo-2016"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 25, 31)"
UNICEF = "UNICEF"


def rows(page: Page) -> list[str]:
    return page.locator("#react-entry-point table.claims tbody tr").all_inner_texts()


def papers(page: Page) -> list[str]:
    """The grounds of the charts of a page, each once."""
    found = page.locator(".graph .main-svg:first-child").evaluate_all("all => all.map(one => one.style.background)")
    return sorted(set(found))


def choose(page: Page, control: str, name: str) -> None:
    """Pick what begins with a name from one of the lists."""
    page.get_by_label(control).first.click()
    page.get_by_role("option", name=re.compile(f"^{name}")).first.click()


def test_the_overview_shows_the_first_article_s_figures_with_hedge_claimant_and_period(visit: Visit) -> None:
    card = visit("/crisis/aleppo-2016").locator(".card").filter(has_text="Children killed")
    expect(card.locator(".hedge")).to_have_text("at least")
    expect(card.locator(".number")).to_have_text("96")
    expect(card).to_contain_text("UNICEF · 23–28 Sep 2016")


def test_a_card_leads_to_its_claim_and_from_there_to_every_document(visit: Visit) -> None:
    page = visit("/crisis/aleppo-2016")
    page.locator(".card .number").first.click()
    page.wait_for_selector("#react-entry-point h1.claim")
    assert page.locator("h1.claim").inner_text().split()[:3] == ["at", "least", "96"]
    links = page.locator(".journey a[rel]").evaluate_all("links => links.map(link => [link.href, link.rel])")
    assert len(links) > 5
    assert all(href.startswith(("http://", "https://")) and "noopener" in rel for href, rel in links)


def test_choosing_a_claimant_changes_chart_table_and_address_alike(visit: Visit) -> None:
    page = visit(KILLED)
    before = len(rows(page))
    choose(page, "Claimants", UNICEF)
    expect(page.locator(".legend li")).to_have_count(1)
    page.wait_for_url("**claimant=unicef")
    assert 0 < len(rows(page)) < before
    assert all(UNICEF in row for row in rows(page))


def test_the_address_of_a_view_shows_another_reader_the_same(visit: Visit) -> None:
    mine = visit(KILLED)
    choose(mine, "Claimants", UNICEF)
    mine.locator("#chosen-until").fill("2016-12-01")
    mine.locator("#chosen-until").press("Enter")
    mine.wait_for_url("**until=2016-12-01*")
    mine.wait_for_load_state("networkidle")
    theirs = visit(re.sub(r"^https?://[^/]+", "", mine.url))
    assert rows(theirs) == rows(mine)
    assert theirs.locator("#chosen-until").input_value() == "2016-12-01"


def test_back_shows_the_view_before_and_forward_the_one_after(visit: Visit) -> None:
    page = visit(KILLED)
    everything = rows(page)
    choose(page, "Claimants", UNICEF)
    expect(page.locator(".legend li")).to_have_count(1)
    page.go_back()
    expect(page.locator("#react-entry-point table.claims tbody tr")).to_have_count(len(everything))
    assert rows(page) == everything
    page.go_forward()
    expect(page.locator(".legend li")).to_have_count(1)


def test_a_day_hides_what_became_known_later(visit: Visit) -> None:
    page = visit(KILLED)
    everything = len(rows(page))
    page.locator("#chosen-as_of").fill("2016-09-30")
    page.locator("#chosen-as_of").press("Enter")
    page.wait_for_url("**as_of=2016-09-30*")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#react-entry-point table.claims tbody tr")).not_to_have_count(everything)
    assert not any("Oct 2016" in row.split("\t")[-1] for row in rows(page))


def test_the_file_of_a_view_has_the_rows_of_its_table(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{KILLED}&claimant=unicef")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download CSV").click()
    assert started.value.suggested_filename == "children_killed-unicef-aleppo-2016.csv"
    started.value.save_as(tmp_path / "taken.csv")
    taken = list(csv.DictReader((tmp_path / "taken.csv").open(encoding="utf-8", newline="")))
    assert len(taken) == len(rows(page))
    assert {row["claimant_id"] for row in taken} == {"unicef"}


@pytest.mark.parametrize(("name", "kind"), [("Download PNG", "png"), ("Download SVG", "svg")])
def test_the_chart_of_a_view_can_be_taken_as_an_image(visit: Visit, name: str, kind: str) -> None:
    page = visit(f"{KILLED}&claimant=unicef")
    with page.expect_download() as started:
        page.get_by_role("link", name=name).click()
    assert started.value.suggested_filename.endswith(f".{kind}")


def test_a_mark_leads_to_its_claim(visit: Visit) -> None:
    page = visit("/indicator/children_injured?claimant=unicef&as_of=2016-12-01")
    box = page.locator(".js-plotly-plot .points .point").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("UNICEF")
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/observation/unicef-20160928-children-injured?as_of=2016-12-01")


def test_the_theme_changes_at_once_and_stays(visit: Visit) -> None:
    page = visit(KILLED, alone=True)
    assert papers(page) == [LIGHT]
    page.locator("#theme-button").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.wait_for_function(f"() => document.querySelector('.graph .main-svg').style.background === '{DARK}'")
    page.reload()
    settled(page)
    assert papers(page) == [DARK]


@pytest.mark.parametrize("path", ["/crisis/aleppo-2016", KILLED])
def test_pages_and_charts_come_in_the_theme_of_the_system(visit: Visit, path: str) -> None:
    page = visit(path, theme="dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert papers(page) == [DARK]


def test_a_page_is_laid_out_once_when_it_opens(visit: Visit) -> None:
    page = visit.window(theme="dark")  # type: ignore[attr-defined]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    page.goto(visit.address(KILLED))  # type: ignore[attr-defined]
    settled(page)
    assert len(asked) == 1


def test_arabic_stays_through_links_and_reads_from_the_right(visit: Visit) -> None:
    page = visit("/?lang=ar")
    assert page.locator("html").get_attribute("dir") == "rtl"
    inside = page.locator("#react-entry-point a[href^='/']:not([hreflang])").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert inside and all("lang=ar" in address for address in inside)
    page.locator(".card .number").first.click()
    page.wait_for_selector("#react-entry-point h1.claim")
    assert page.locator("html").get_attribute("lang") == "ar"


def test_changing_the_language_keeps_the_view(visit: Visit) -> None:
    page = visit(KILLED)
    choose(page, "Claimants", UNICEF)
    page.wait_for_url("**claimant=unicef")
    page.locator("a[hreflang='ar']").click()
    page.wait_for_url("**lang=ar*")
    assert "claimant=unicef" in page.url
    expect(page.locator("#react-entry-point .legend li")).to_have_count(1)


@pytest.mark.parametrize("path", ["/indicator/nothing", "/observation/nothing", "/nowhere"])
def test_an_address_that_does_not_exist_is_answered_with_a_way_on(visit: Visit, path: str) -> None:
    page = visit(path, expects=404)
    assert page.locator("#react-entry-point main a").count() > 0


NAMED = ["/", "/crisis/aleppo-2016", KILLED, "/observation/unicef-20160928-children-killed", "/about?lang=ar"]


@pytest.mark.parametrize("path", NAMED)
def test_a_page_keeps_its_name_when_it_comes_to_life(visit: Visit, path: str) -> None:
    assert visit(path).title() == visit(path, live=False, scripts=False).title()
