"""The overview: cards with hedge, claimant and period, the rule that chose them, and a chart of each headline."""

import datetime as dt
import html
import re

import pytest
from factories import citation, crisis, headline, observation

from dashboard.first_paint import html_of
from dashboard.pages import overview as page
from dashboard.state import View
from tracker import headlines
from tracker.catalogue import Filter
from tracker.errors import UnknownError

HEADLINES = [headline("doctors_remaining", position=2), headline("children_killed")]
ROWS = {
    "observations": [
        observation("killed", value=96, value_low=96, qualifier="at_least"),
        observation("doctors", indicator_id="doctors_remaining", value=30, qualifier="about", measure="stock"),
    ],
    "citations": [
        citation("killed-own", observation_id="killed"),
        citation("doctors-own", observation_id="doctors", document_id="later"),
    ],
    "documents": [
        {"document_id": "later", "publisher_id": "unicef", "kind": "article", "published_on": "2016-10-05"},
    ],
    "headlines": HEADLINES,
    "crises": [crisis(end="2017-03-31")],
}


@pytest.fixture
def catalogue(catalogue_of):
    return catalogue_of(**ROWS)


def shown(catalogue, **more):
    return html_of(page.layout(catalogue, View(**more), "aleppo-2016"), {})


def words(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def cards(text):
    return [words(card) for card in re.findall(r'<li class="card">.*?</li>', text, re.S)]


def test_a_card_says_hedge_number_what_where_who_and_when(catalogue):
    first = cards(shown(catalogue))[0]
    assert first.startswith("at least 96 Children killed, Eastern Aleppo UNICEF · 23–28 Sep 2016")


def test_cards_stand_in_the_order_of_the_headlines(catalogue):
    assert ["killed" in card for card in cards(shown(catalogue))] == [True, False]


def test_the_rule_that_chose_the_cards_is_said_and_the_others_offered(catalogue):
    text = shown(catalogue)
    assert "Each card shows the figure carried by the most publishers." in words(text)
    offered = set(re.findall(r'href="/crisis/aleppo-2016\?rule=([\w-]+)"', text))
    assert offered == set(headlines.RULES) - {"most-carried"}


def test_the_rule_of_the_address_is_the_one_used(catalogue):
    text = shown(catalogue, more=(("rule", "latest-any"),))
    assert "Each card shows the latest figure in any document." in words(text)


def test_a_rule_that_is_none_is_refused(catalogue):
    with pytest.raises(UnknownError, match="most-carried"):
        shown(catalogue, more=(("rule", "largest"),))


def test_a_day_hides_cards_of_what_became_known_later(catalogue):
    text = shown(catalogue, chosen=Filter(as_of=dt.date(2016, 9, 30)))
    assert len(cards(text)) == 1
    assert "as known on 30 September 2016" in words(text)


def test_a_day_before_everything_says_so_and_leads_back(catalogue):
    text = shown(catalogue, chosen=Filter(as_of=dt.date(2016, 1, 1)), lang="ar")
    assert cards(text) == []
    assert re.search(r'class="empty">.*?href="/crisis/aleppo-2016\?lang=ar"', text, re.S)


def test_the_heading_of_a_chart_leads_to_the_chart_it_stands_over(catalogue):
    assert 'href="/indicator/children_killed?crisis=aleppo-2016&amp;place=eastern-aleppo"' in shown(catalogue)


def test_tables_without_headlines_make_a_page_that_says_so(catalogue_of):
    assert cards(shown(catalogue_of(observations=[observation()]))) == []
