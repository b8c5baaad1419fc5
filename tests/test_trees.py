"""Every page in every language as a tree: it can be built, its ids are its own, and no number stands bare."""

import re
from collections import Counter
from pathlib import Path

import pytest
from dash.development.base_component import Component
from factories import observation

from dashboard import pages, shell
from dashboard.app import create_app
from dashboard.first_paint import html_of
from dashboard.state import view
from tracker.catalogue import Catalogue, Live
from tracker.languages import available, language
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"
NAMES = {
    "crisis_id": "aleppo-2016",
    "indicator_id": "children_killed",
    "observation_id": "unicef-20160928-children-killed",
    "organisation_id": "unicef",
    "place_id": "eastern-aleppo",
    "document_id": "media-line-20160929-tensions-us-russia-growing",
}


@pytest.fixture(scope="module")
def app():
    return create_app(Live(Store(DATA)))


def laid_out(app, page, query):
    live = app.server.config["TRACKER_LIVE"]
    names = {name: NAMES[name] for name in re.findall(r"<(\w+)>", page.PATH)}
    with app.server.test_request_context(page.PATH):
        content = page.layout(live.catalogue(), view(query), **names)
        return shell.page(content, view(query), page.PATH)


def walk(node):
    if isinstance(node, list | tuple):
        for child in node:
            yield from walk(child)
    elif isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))


each_page = pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.__name__.rpartition(".")[2])
each_language = pytest.mark.parametrize("lang", available())


@each_page
@each_language
def test_every_page_can_be_built_and_its_ids_are_its_own(app, page, lang):
    tree = laid_out(app, page, {"lang": lang})
    ids = Counter(str(node.id) for node in walk(tree) if getattr(node, "id", None))
    assert [name for name, count in ids.items() if count > 1] == []


@each_page
def test_a_page_says_the_same_when_sent_twice(app, page):
    once, twice = (html_of(laid_out(app, page, {"as_of": "2016-10-01"}), {}) for _ in range(2))
    assert once == twice


@each_page
@each_language
def test_at_least_96_never_stands_as_a_bare_96(app, page, lang):
    """A link to the claim names its hedge; a card has it right above the number."""
    text = html_of(laid_out(app, page, {"lang": lang, "as_of": "2016-09-30"}), {})
    hedge = language(lang).say("at least")
    card = rf'class="hedge">{hedge}</span><a[^>]*>96<'
    links = re.findall(r'<a[^>]*href="/observation/unicef-20160928-children-killed[^"]*"[^>]*>([^<]*)<', text)
    assert links.count("96") == len(re.findall(card, text))
    assert all(text == "96" or hedge in text for text in links if "96" in text)


def test_every_page_is_reached_by_its_path():
    for page in pages.PAGES:
        found = pages.match(re.sub(r"<(\w+)>", lambda name: NAMES[name[1]], page.PATH))
        assert found is not None
        assert found[0] is page


def test_two_apps_in_one_process_show_their_own_data(folder):
    here = create_app(Live(Store(folder(observations=[observation(observation_id="only-here")]))))
    there = create_app(Live(Store(DATA)))
    ask = "/observation/only-here"
    assert here.server.test_client().get(ask).status_code == 200
    assert there.server.test_client().get(ask).status_code == 404
    assert isinstance(there.server.config["TRACKER_LIVE"].catalogue(), Catalogue)
