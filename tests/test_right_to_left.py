"""Names in a line of Arabic keep their own direction: a Latin one must not draw the number behind it along."""

from __future__ import annotations

import re

import pytest
from charting import claim, series
from test_pages_observation import aleppo

from dashboard.components.cards import cards
from dashboard.components.changed import changes
from dashboard.components.claim_list import claim_list
from dashboard.first_paint import html_of
from dashboard.pages import search
from dashboard.state import View
from tracker import charts, headlines
from tracker.catalogue import Filter
from tracker.claims.journey import journey
from tracker.languages import language

ARABIC = View(lang="ar")


def test_the_claimant_on_a_card_is_set_apart_from_the_days_behind_it() -> None:
    chosen = Filter(indicator=("children_killed",), crisis=("aleppo-2016",))
    found = headlines.headline(aleppo(), chosen, "latest-any")
    assert found is not None
    html = html_of(cards(aleppo(), [found], ARABIC), {})
    assert re.search(r"<bdi>[^<]+</bdi> · ", html)


def test_the_claimant_in_a_list_is_set_apart_from_the_days_behind_it() -> None:
    rows = aleppo().rows("page", Filter(claimant=("sohr",)), limit=3, offset=0, order="-known_on")
    assert re.search(r"<bdi><a [^>]+>[^<]+</a></bdi> · ", html_of(claim_list(rows.itertuples(index=False), ARABIC), {}))


def test_what_a_search_finds_in_english_only_runs_as_english_does() -> None:
    html = html_of(search.layout(aleppo(), ARABIC.choosing(text="children")), {})
    assert '<div class="about"><p dir="auto">' in html


@pytest.mark.parametrize(("code", "apart"), [("ar", True), ("en", False)])
def test_a_label_of_a_mark_sets_its_claimant_apart(code: str, apart: bool) -> None:
    figure = charts.timeline(series(claim()), language=language(code))
    (label,) = {text for trace in figure["data"] for text in trace.get("hovertext", [])}
    assert ("· \u2068UNICEF\u2069" in label) == apart


def test_what_was_noted_by_hand_in_english_is_marked_as_english() -> None:
    noted = [
        step
        for name in ("unicef-20160928-doctors", "unicef-20160928-children-killed")
        for step in journey(aleppo(), name).steps
        if any(found.words for found in step.distortions)
    ]
    assert noted
    html = html_of(changes(noted[0], language("ar")), {})
    assert '<bdi dir="ltr" lang="en">30 doctors left' in html
