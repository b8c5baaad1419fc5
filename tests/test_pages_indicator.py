"""The page of an indicator: split into panels where one scale would flatten the near figures, and as a reader asks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from factories import observation
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import indicator as page
from dashboard.state import View
from tracker.catalogue import Catalogue

KILLED = "children_killed"


def shown(view: View | None = None, name: str = KILLED) -> str:
    return html_of(page.layout(aleppo(), (view or View()).choosing(crisis=("aleppo-2016",)), name), {})


def panels(html: str) -> list[str]:
    return re.findall(r"<figcaption>([^<]*)</figcaption>", html)


def test_the_toll_of_a_country_does_not_flatten_that_of_a_city() -> None:
    html = shown()
    assert panels(html) == ["Within Aleppo", "Aleppo city and countryside", "Syria"]
    assert "each has its own scale" in told(html) and "from the place of the crisis outwards" in told(html)


def test_a_chosen_place_is_one_chart() -> None:
    assert panels(shown(View().choosing(place=("eastern-aleppo",)))) == []


def test_a_reader_can_have_the_claims_split_otherwise() -> None:
    html = shown(View().having(by="claimant"))
    assert {"SOHR", "WHO"} < set(panels(html))
    assert 'href="/indicator/children_killed?crisis=aleppo-2016&amp;by=place"' in html
    assert re.search(r'by=claimant" aria-current="true">By claimant', html)
    assert panels(shown(View().having(by="together"))) == []


def test_the_links_that_split_keep_the_rest_of_the_view() -> None:
    html = shown(View(lang="ar").choosing(claimant=("sohr",)))
    assert 'href="/indicator/children_killed?crisis=aleppo-2016&amp;claimant=sohr&amp;by=place&amp;lang=ar"' in html


def test_a_way_that_is_none_is_the_one_that_fits() -> None:
    assert panels(shown(View().having(by="colour"))) == panels(shown())


def test_small_panels_are_drawn_once_and_wide_ones_for_pages_and_phones() -> None:
    small, wide = shown(View().having(by="claimant")), shown()
    assert small.count('class="drawing"') == len(panels(small)) and 'class="drawing wide"' not in small
    assert wide.count('class="drawing wide"') == wide.count('class="drawing narrow"') == len(panels(wide))


@pytest.mark.parametrize("by", ["", "place"])
def test_a_phone_has_graphs_laid_out_for_it(by: str) -> None:
    """What the live page draws: the first page has a drawing for each width."""
    html = shown(View().having(by=by).narrowed(True))
    assert 'class="drawing"' in html and "drawing wide" not in html


def test_claims_of_one_place_can_be_read_side_by_side() -> None:
    view = View().choosing(place=("eastern-aleppo",), claimant=("unicef", "who"))
    assert "by=compare" in shown(view) and "by=compare" not in shown()
    html = shown(view.having(by="compare"))
    assert "One row for each claim, by claimant" in told(html) and "side by side. UNICEF: at least 96." in html


def test_running_totals_say_what_they_rose_by_and_long_silences_are_named() -> None:
    words = told(shown(View().choosing(place=("eastern-aleppo",), claimant=("sohr",))))
    assert "22 more in 25 days, 13 Oct – 6 Nov 2016" in words
    assert "steps of running totals" in words


def test_who_agrees_about_a_place_is_told_with_the_rule_and_no_figure_is_made() -> None:
    words = told(shown(View().choosing(place=("eastern-aleppo",)), name="doctors_remaining"))
    assert "Who agrees, and who cannot" in words and "No figure is made from several." in words
    assert "No number fits the words of both." in words
    assert "WHO: 35, as of 27 Sep 2016" in words


def test_figures_of_one_time_are_laid_out_from_the_lowest_to_the_highest(
    catalogue_of: Callable[..., Catalogue],
) -> None:
    rows = [observation(f"of-{who}", claimant_id=who, value=n) for who, n in (("unicef", 96), ("sohr", 106))]
    made = html_of(page.layout(catalogue_of(observations=rows), View(), KILLED), {})
    assert "23–28 Sep 2016: lowest: 96 (UNICEF); highest: 106 (Sohr); 2 claimants in all" in told(made)


def test_figures_of_several_places_are_not_weighed_against_each_other() -> None:
    assert "Who agrees, and who cannot" not in told(shown())
