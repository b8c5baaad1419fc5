"""The page that lists every row: counts that hold, links that keep the view, and nothing that needs a script."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import Visitor
from factories import citation, document, observation
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import DATA
from test_pages_observation import aleppo, told

from dashboard.components.paging import SIZE, Paging
from dashboard.first_paint import html_of
from dashboard.pages import browse
from dashboard.server import create_server
from dashboard.state import View, view
from tracker.catalogue import Catalogue, Filter
from tracker.languages import language
from tracker.store import Store


def shown(query: str = "", catalogue: Catalogue | None = None) -> str:
    return html_of(browse.layout(catalogue or aleppo(), view(parse_qs(query))), {})


def links(html: str, within: str = "") -> dict[str, str]:
    """Where each link text leads; of the element of a class, where one is given."""
    part = html.partition(f'class="{within}"')[2] if within else html
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', part, flags=re.DOTALL)
    return {told(text).strip(): unescape(href) for href, text in found}


@pytest.fixture(scope="module")
def visitor() -> Visitor:
    return Visitor(create_server(Store(DATA)))


def test_it_says_how_many_claims_there_are_and_where_in_them_the_page_is() -> None:
    n = len(aleppo().observations)
    html = shown()
    assert f"1–50 of {n:,}" in told(html)
    assert html.count('<a href="/observation/') == SIZE


def test_every_claim_stands_on_exactly_one_page() -> None:
    n = len(aleppo().observations)
    pages = [shown(f"page={page}") for page in range(1, -(-n // SIZE) + 1)]
    ids = [name for html in pages for name in re.findall(r'<li><a href="/observation/([^"]*)"', html)]
    assert sorted(ids) == sorted(aleppo().observations.observation_id)


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "9" * 400, "²"])
def test_what_is_no_page_shows_the_nearest_one(page: str) -> None:
    assert '<li><a href="/observation/' in shown(f"page={page}")


@pytest.mark.parametrize("total", [0, 1, 50, 51, 608])
def test_the_last_page_ends_with_the_last_row(total: int) -> None:
    last = Paging.asked(view({"page": "99999"}), total)
    assert last.said(language("en")).endswith(f"–{total} of {total}") or total == 0
    assert last.offset < max(total, 1)


def test_a_link_of_a_facet_keeps_the_rest_of_the_view_and_starts_at_the_first_page() -> None:
    html = shown("claimant=unicef&q=children&sort=-value&page=2&as_of=2016-12-31&lang=ar")
    query = parse_qs(urlsplit(links(html, "facets")["الأطفال القتلى"]).query)
    assert query == {
        "indicator": ["children_killed"],
        "claimant": ["unicef"],
        "as_of": ["2016-12-31"],
        "q": ["children"],
        "sort": ["-value"],
        "lang": ["ar"],
    }


FACETS = ["indicator", "claimant", "place", "publisher", "measure", "qualifier", "basis", "since"]


@pytest.mark.parametrize("facet", FACETS)
def test_the_number_beside_a_choice_is_what_its_page_then_lists(facet: str) -> None:
    offered = re.findall(r'<li><a href="/browse\?([^"]*)"[^>]*>[^<]*</a> <span>([\d,]+)</span>', shown())
    mine = [(unescape(query), n) for query, n in offered if query.startswith(f"{facet}=")]
    assert len(mine) > 1
    for query, n in mine[:4]:
        count = aleppo().rows("count", view(parse_qs(query)).chosen).n[0]
        assert f"{count:,}" == n


def test_what_is_chosen_can_be_taken_away_piece_by_piece() -> None:
    html = shown("claimant=unicef,sohr&since=2016-01-01&until=2016-12-31&q=children&page=2&sort=value")
    taken = links(html.partition("Remove all")[0], "chosen")
    assert set(taken) == {"Claimant: UNICEF ×", "Claimant: SOHR ×", "Year: 2016 ×", "Words: “children” ×"}
    left = parse_qs(urlsplit(taken["Claimant: UNICEF ×"]).query)
    assert left == {
        "claimant": ["sohr"],
        "since": ["2016-01-01"],
        "until": ["2016-12-31"],
        "q": ["children"],
        "sort": ["value"],
    }


def test_everything_chosen_can_be_taken_away_at_once() -> None:
    assert links(shown("claimant=unicef&q=x&as_of=2016-10-01&lang=ar"), "chosen")["إزالة الكل"] == "/browse?lang=ar"


def test_the_csv_holds_exactly_the_claims_that_are_listed(visitor: Visitor) -> None:
    query = "claimant=unicef&place=eastern-aleppo&qualifier=at_least,about&sort=-value&page=1&show=claims"
    html = visitor.get(f"/browse?{query}").text
    rows = list(csv.DictReader(io.StringIO(visitor.get(links(html)["Download CSV"]).text)))
    listed = re.findall(r'<li><a href="/observation/([^"]*)"', html)
    assert sorted(row["observation_id"] for row in rows) == sorted(listed)


def test_the_form_sends_along_what_it_does_not_show() -> None:
    form = shown("claimant=unicef&show=citations&sort=publisher&page=3&lang=ar").partition("</form>")[0]
    hidden = re.findall(r'<input value="([^"]*)" type="hidden" name="([^"]*)">', form)
    assert sorted(hidden) == [("ar", "lang"), ("citations", "show"), ("publisher", "sort"), ("unicef", "claimant")]
    assert [name for name in ("q", "since", "until", "as_of") if f'name="{name}"' not in form] == []


@pytest.mark.parametrize("sort", ["value", "-value", "known_on", "-known_on", "claimant", "nonsense", ""])
def test_any_order_lists_the_same_number(sort: str) -> None:
    assert shown(f"crisis=aleppo-2016&claimant=unicef&sort={sort}").count('<li><a href="/observation/') == 26


def test_the_smallest_number_is_first_when_asked_for() -> None:
    first = re.findall(r'class="number">([^<]*)<', shown("sort=value"))[0]
    assert first == "0"


def test_a_citation_leads_to_its_document_and_to_its_place_in_the_journey() -> None:
    html = shown("show=citations&document=media-line-20160929-tensions-us-russia-growing")
    assert 'href="/document/media-line-20160929-tensions-us-russia-growing"' in html
    step = "unicef-20160928-children-killed-at-media-line"
    assert f'href="/observation/unicef-20160928-children-killed#citation-{step}"' in html
    assert "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016." in told(html)


def test_choosing_a_publisher_lists_its_own_citations_only(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation()],
        citations=[citation(), citation("echo", document_id="paper-1", role="echo", wording="almost 100")],
        documents=[document(), document("paper-1", publisher_id="paper")],
    )
    words = told(shown("show=citations&publisher=paper", catalogue))
    assert "1–1 of 1" in words
    assert "almost 100" in words
    assert "96 children" not in words


def test_a_day_hides_claims_and_citations_of_later(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation(), observation("later", period_start=None, period_end="2016-11-30")],
        citations=[citation(), citation("late", observation_id="later", document_id="late-1")],
        documents=[document(), document("late-1", published_on="2016-12-01")],
    )
    assert "1–1 of 1" in told(shown("as_of=2016-10-01", catalogue))
    assert "1–1 of 1" in told(shown("as_of=2016-10-01&show=citations", catalogue))
    assert "1–2 of 2" in told(shown("", catalogue))


def test_where_nothing_fits_the_page_says_so_and_leads_back() -> None:
    html = shown("indicator=no_such_thing")
    assert "Nothing in the record fits all of these choices." in told(html)
    assert links(html)["Show all"] == "/browse"
    assert "Indicator: no_such_thing ×" in links(html)


def test_a_number_never_stands_without_its_hedge() -> None:
    item = html_of(browse.layout(aleppo(), View(Filter(observation=("unicef-20160928-children-killed",)))), {})
    assert "at least 96 Children killed, Eastern Aleppo" in told(item)


def test_a_figure_in_words_shows_its_words_and_no_number(catalogue_of: Callable[..., Catalogue]) -> None:
    rows = {"observations": [observation(value=None, qualifier="vague")], "citations": [citation(wording="dozens")]}
    words = told(shown("", catalogue_of(**rows)))
    assert "in words only Children killed" in words
    assert "dozens" in words


def test_a_claimant_that_fights_and_a_figure_taken_back_are_marked(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[
            observation(),
            observation("corrected", value=90, revises="unicef-20160928-children-killed", change="correction"),
        ],
        citations=[citation(), citation("again", observation_id="corrected")],
    )
    assert told(shown("", catalogue)).count("corrected later") == 1


QUERIES = st.dictionaries(
    st.sampled_from(["indicator", "claimant", "place", "q", "sort", "page", "show", "lang", "measure", "document"]),
    st.one_of(st.sampled_from(["unicef", "children_killed", "2", "citations", "ar", "flow"]), st.text(max_size=6)),
    max_size=4,
)


@settings(max_examples=40)
@given(query=QUERIES)
def test_no_choice_whatever_breaks_the_page(query: dict[str, str]) -> None:
    assert "<h1>" in html_of(browse.layout(aleppo(), view(query)), {})


@pytest.mark.parametrize("path", ["/browse", "/search?q=aleppo", "/changes", "/quality"])
def test_the_pages_answer_and_need_no_script(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 200
    assert "<h1>" in answer.text.partition('id="react-entry-point"')[0]


@pytest.mark.parametrize("path", ["/browse", "/search", "/changes", "/quality"])
def test_a_day_that_is_none_is_refused(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"{path}?as_of=2016-13-01").status_code == 422


def test_the_years_offered_are_whole_years() -> None:
    years = {name: href for name, href in links(shown(), "facets").items() if re.fullmatch(r"20\d\d", name)}
    chosen = view(parse_qs(urlsplit(years["2016"]).query)).chosen
    assert (chosen.since, chosen.until) == (dt.date(2016, 1, 1), dt.date(2016, 12, 31))
