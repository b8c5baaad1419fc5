"""The page of an indicator: chart, downloads and table speak of the same claims, in the words of their claimants."""

import datetime as dt
import html
import re

import pytest
from factories import citation, observation

from dashboard.first_paint import html_of
from dashboard.pages import indicator as page
from dashboard.state import View
from tracker.catalogue import Filter
from tracker.errors import UnknownError

ROWS = {
    "observations": [
        observation("at-least", value=96, value_low=96, qualifier="at_least"),
        observation("range", value=None, value_low=30, value_high=40, qualifier="between", claimant_id="who"),
        observation("dozens", value=None, qualifier="vague", claimant_id=None, period_start=None, period_end=None),
    ],
    "citations": [
        citation("one", observation_id="at-least", wording="at least 96 children"),
        citation("two", observation_id="dozens", wording="des dizaines d’enfants", document_id="french", role="echo"),
    ],
    "documents": [{"document_id": "french", "publisher_id": "afp", "kind": "article", "language": "fr"}],
}


@pytest.fixture
def catalogue(catalogue_of):
    return catalogue_of(**ROWS)


def shown(catalogue, name="children_killed", **more):
    return html_of(page.layout(catalogue, View(**more), name), {})


def words(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def figures(text):
    table = text.partition("<tbody>")[2]
    return [words(cell) for cell in re.findall(r'<th[^>]*scope="row".*?</th>', table, re.S)]


def test_every_claim_stands_in_the_table_with_its_hedge(catalogue):
    assert set(figures(shown(catalogue))) == {"at least 96", "between 30 and 40", "“des dizaines d’enfants”"}


def test_words_are_marked_with_the_language_they_were_printed_in(catalogue):
    assert re.search(r'<q[^>]* lang="fr"[^>]*>des dizaines', shown(catalogue))


def test_what_no_chart_can_place_is_listed_with_the_reason(catalogue):
    listed = words(re.search(r'<details class="undrawn">.*?</details>', shown(catalogue), re.S)[0])
    assert "no number given" in listed
    assert "dizaines" in listed


def test_a_choice_narrows_table_and_downloads_alike(catalogue):
    text = shown(catalogue, chosen=Filter(claimant=("who",), as_of=dt.date(2016, 12, 1)))
    assert figures(text) == []  # the range was in no document, so nobody knows when it became known
    text = shown(catalogue, chosen=Filter(claimant=("who",)))
    assert figures(text) == ["between 30 and 40"]
    for address in ("/charts/children_killed.png", "/charts/children_killed.svg"):
        assert f'href="{address}?claimant=who"' in text
    assert 'href="/api/v1/observations.csv?indicator=children_killed&amp;claimant=who"' in text


def test_a_choice_that_leaves_nothing_says_so(catalogue):
    text = shown(catalogue, chosen=Filter(claimant=("nobody-we-know",)))
    assert "No figure can be drawn for this choice." in words(text)


def test_figures_lead_to_their_claims_and_keep_the_language(catalogue):
    assert 'href="/observation/at-least?lang=ar"' in shown(catalogue, lang="ar")


def test_an_indicator_that_is_not_kept_is_refused_by_name(catalogue):
    with pytest.raises(UnknownError, match="dogs_lost"):
        shown(catalogue, "dogs_lost")
