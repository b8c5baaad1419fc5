"""The page of one document: where it came from, where to read it, and every figure as it printed them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from browsing import Visitor
from factories import citation, document, observation
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import document as page
from dashboard.server import create_server
from dashboard.state import View
from tracker.catalogue import Catalogue, Filter
from tracker.errors import UnknownError
from tracker.store import Store

MEDIA_LINE = "media-line-20160929-tensions-us-russia-growing"


def shown(catalogue: Catalogue, name: str = MEDIA_LINE, view: View | None = None) -> str:
    return html_of(page.layout(catalogue, view or View(), name), {})


def test_it_says_who_put_it_out_and_how_its_day_is_known() -> None:
    words = told(shown(aleppo()))
    assert "Publisher The Media Line" in words
    assert "29 September 2016 (date worked out from the text)" in words
    assert "Language English" in words


def test_it_is_read_elsewhere_without_telling_where_the_reader_came_from() -> None:
    assert 'href="https://themedialine.org" rel="noopener noreferrer nofollow"' in shown(aleppo())


def test_every_figure_stands_as_printed_with_what_it_changed() -> None:
    html = shown(aleppo())
    kept = aleppo().citations
    assert html.count('id="citation-') == int((kept.document_id == MEDIA_LINE).sum())
    assert "Widened the period: 23–28 Sep 2016 became 23–29 Sep 2016." in told(html)


def test_a_figure_leads_to_its_step_in_the_journey_of_its_claim() -> None:
    step = "unicef-20160928-children-killed-at-media-line"
    assert f'href="/observation/unicef-20160928-children-killed#citation-{step}"' in shown(aleppo())


def test_a_figure_without_a_named_source_is_marked(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation()],
        citations=[citation(), citation("bare", document_id="paper-1", role="echo", attribution="none")],
        documents=[document(), document("paper-1", publisher_id="paper")],
    )
    assert "unattributed in this document" in told(shown(catalogue, "paper-1"))


def test_a_copy_of_another_text_and_a_stored_copy_are_named(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation()],
        citations=[citation()],
        documents=[document(text_from_id="afp", archive_url="https://archive.example/1")],
    )
    html = shown(catalogue, "unicef-20160928")
    assert "Carries the text of Afp" in told(html)
    assert 'href="https://archive.example/1"' in html


def test_figures_not_known_yet_are_hidden_and_said_to_be() -> None:
    words = told(shown(aleppo(), view=View(Filter(as_of=dt.date(2016, 9, 1)))))
    assert "No figure from this document was known on this day." in words


def test_an_address_is_shown_readable_unless_that_would_deceive(catalogue_of: Callable[..., Catalogue]) -> None:
    def address(url: str) -> str:
        rows = {"observations": [observation()], "citations": [citation()], "documents": [document(url=url)]}
        return told(shown(catalogue_of(**rows), "unicef-20160928"))

    assert "https://example.org/حلب" in address("https://example.org/%D8%AD%D9%84%D8%A8")
    assert "%E2%80%AE" in address("https://example.org/%E2%80%AEgpj")


def test_every_document_has_a_page() -> None:
    for name in list(aleppo().documents.document_id)[::29]:
        assert "as printed here" in told(shown(aleppo(), name))


def test_a_document_that_is_not_kept_is_said_to_be_none() -> None:
    with pytest.raises(UnknownError, match="nothing"):
        page.layout(aleppo(), View(), "nothing")


def test_the_pages_answer_over_http_and_unknown_ones_with_404(store: Callable[..., Store]) -> None:
    visitor = Visitor(create_server(store(observations=[observation()], citations=[citation()])))
    found = ["/organisation", "/organisation/unicef", "/place", "/place/eastern-aleppo", "/document/unicef-20160928"]
    missing = ["/organisation/x", "/place/x", "/document/x"]
    assert [visitor.get(path).status_code for path in found] == [200] * len(found)
    assert [visitor.get(path).status_code for path in missing] == [404] * len(missing)
