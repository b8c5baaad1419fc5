"""The page of an indicator: split into panels where one scale would flatten the near figures, and as a reader asks."""

from __future__ import annotations

import re

import pytest
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import indicator as page
from dashboard.state import View

KILLED = "children_killed"


def shown(view: View | None = None, name: str = KILLED) -> str:
    return html_of(page.layout(aleppo(), view or View(), name), {})


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
    assert {"SOHR", "UNICEF", "WHO"} < set(panels(html))
    assert 'href="/indicator/children_killed?by=place"' in html
    assert re.search(r'by=claimant" aria-current="true">By claimant', html)
    assert panels(shown(View().having(by="together"))) == []


def test_the_links_that_split_keep_the_rest_of_the_view() -> None:
    html = shown(View(lang="ar").choosing(claimant=("sohr",)))
    assert 'href="/indicator/children_killed?claimant=sohr&amp;by=place&amp;lang=ar"' in html


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
