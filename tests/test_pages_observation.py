"""The page of one claim: who stands behind it, how it travelled, what replaced it, and how to cite it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from functools import cache
from html import unescape

import pytest
from factories import citation, document, observation, organisation
from shipped import DATA

from dashboard.app import create_app
from dashboard.components import links
from dashboard.first_paint import html_of
from dashboard.pages import observation as page
from dashboard.state import View
from tracker.catalogue import Catalogue, Filter, Live
from tracker.errors import UnknownError
from tracker.languages import language
from tracker.store import Store

UNICEF = "unicef-20160928-children-killed"


@cache
def aleppo() -> Catalogue:
    return Catalogue.of(Store(DATA))


def shown(catalogue: Catalogue, name: str = UNICEF, view: View | None = None) -> str:
    return html_of(page.layout(catalogue, view or View(), name), {})


def told(html: str) -> str:
    """The words of a page, as a reader has them."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_the_figure_stands_with_its_hedge_and_its_period() -> None:
    words = told(shown(aleppo()))
    assert "at least 96 Children killed, Eastern Aleppo" in words
    assert "23–28 Sep 2016 · said on 28 September 2016" in words


def test_sources_are_counted_apart_from_citations() -> None:
    words = told(shown(aleppo()))
    assert "single source · 1 source, 26 citations by 23 publishers" in words
    assert "Documents that repeat a figure do not confirm it" in words


def test_a_disputed_claim_leads_to_its_rivals_with_the_rule() -> None:
    html = shown(aleppo(), "unicef-20160928-doctors")
    assert "Disputed: the figure of WHO cannot be true as well." in told(html)
    assert 'href="/observation/who-20160927-35-doctors"' in html
    assert "No number fits the words of both." in told(html)


def test_wire_copies_are_named_where_they_stand_and_counted_together() -> None:
    html = shown(aleppo())
    assert "Watson.ch carries the text of SDA" in told(html)
    assert "5 documents carry the text of other outlets: Al Jazeera (2), CBC News, SDA, and TeleSUR." in told(html)
    assert 'carries the text of <a href="/organisation/sda">' in html


def test_every_kind_of_change_is_counted_before_the_journey() -> None:
    assert "17 changed something: place widened 10 bound dropped 8" in told(shown(aleppo()))


def test_undated_documents_stand_under_a_heading_of_their_own() -> None:
    html = shown(aleppo())
    dated, undated = html.split("<h3>No date shown</h3>")
    assert "<span>no date shown</span>" not in dated
    assert "<time" not in undated.partition("</ol>")[0]


def test_titles_lead_to_the_page_of_the_document_and_out_beside_it() -> None:
    html = shown(aleppo())
    assert 'href="/document/unicef-usa-20160928-children-aleppo-trapped-living"' in html
    assert "Untitled page of unicefusa.org" in told(html)
    outside = re.findall(r"<a [^>]*unicefusa\.org/[^>]*>", html)
    assert outside and all('rel="noopener noreferrer nofollow"' in link for link in outside)


def test_claimant_place_and_publishers_lead_to_their_pages() -> None:
    html = shown(aleppo())
    for address in ("/organisation/unicef", "/place/eastern-aleppo", "/organisation/media-line"):
        assert f'href="{address}"' in html


def test_links_keep_language_and_day() -> None:
    html = shown(aleppo(), view=View(Filter(as_of=dt.date(2016, 9, 29)), "ar"))
    assert 'href="/organisation/unicef?as_of=2016-09-29&amp;lang=ar"' in html


def test_a_past_day_is_said_and_hides_later_documents() -> None:
    words = told(shown(aleppo(), view=View(Filter(as_of=dt.date(2016, 9, 28)))))
    assert "As known on 28 September 2016." in words
    assert "The Media Line" not in words


def test_a_circulating_figure_is_explained_and_nothing_is_compared() -> None:
    words = told(shown(aleppo(), "circ-250k-east-2016"))
    assert "A circulating figure. Many repeat this round number" in words
    assert "unattributed in this document" in words
    assert "They are not compared: nobody knows which was first." in words


def test_a_party_to_the_conflict_is_named_as_one(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation(claimant_id="army")],
        organisations=[organisation("army", kind="government", is_conflict_party=True)],
    )
    assert "A party to the conflict. Army fights in it or speaks for a side that does." in told(shown(catalogue))


def test_the_whole_line_of_revisions_is_shown_from_any_of_its_claims(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[
            observation("first", value=90),
            observation("second", value=96, revises="first", change="update"),
            observation("third", value=98, revises="second", change="correction"),
        ]
    )
    for name in ("first", "second", "third"):
        line = shown(catalogue, name).partition('id="revisions"')[2].partition("</section>")[0]
        assert re.findall(r">(\d\d), ", line) == ["90", "96", "98"]
    assert "Corrected since. The source no longer stands by this figure." in told(shown(catalogue, "second"))
    assert "no longer stands by" not in told(shown(catalogue, "first"))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org", "data:text/html,x", "//x", "", None, "https://["]
)
def test_what_is_no_web_address_never_becomes_a_link(url: str | None) -> None:
    assert links.outside(url, language("en")) is None


def test_words_from_the_tables_are_never_markup(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation()],
        citations=[citation(wording="<script>1</script>", locator="<b>", note="<i>")],
        documents=[document(title="<img src=x>")],
    )
    html = shown(catalogue)
    assert not re.search(r"<(script|b|i|img)[ >]", html)


def test_the_citation_names_the_address_that_the_reader_has() -> None:
    browser = create_app(Live(Store(DATA))).server.test_client()
    html = browser.get(f"/observation/{UNICEF}", base_url="https://figures.example").get_data(as_text=True)
    assert f"https://figures.example/observation/{UNICEF}" in told(html)
    item = json.loads(unescape(re.findall(r"<pre[^>]*>(\[.*?\])</pre>", html, re.S)[0]))[0]
    assert item["URL"] == f"https://figures.example/observation/{UNICEF}"
    assert item["title"].startswith("at least 96")


def test_a_claim_cited_as_of_a_day_is_cited_at_that_view() -> None:
    words = told(shown(aleppo(), view=View(Filter(as_of=dt.date(2016, 9, 30)))))
    assert f"as of 30 September 2016: /observation/{UNICEF}?as_of=2016-09-30" in words


@pytest.mark.parametrize("name", ["nobody", "circ-", "../x"])
def test_a_claim_that_is_not_kept_is_said_to_be_none(name: str) -> None:
    with pytest.raises(UnknownError):
        page.layout(aleppo(), View(), name)


def test_every_claim_of_the_record_has_a_page() -> None:
    for name in list(aleppo().observations.observation_id)[::41]:
        assert "How it travelled" in told(shown(aleppo(), name))
