"""The page as first sent: the same components as HTML, readable without a script, and inert where data tries more."""

from html.parser import HTMLParser

import dash_mantine_components as dmc
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.filters import filters
from dashboard.first_paint import html_of
from dashboard.state import view
from tracker.facets import Choice


class Reader(HTMLParser):
    """Collects what a browser would see: the tags, their attributes, and the text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.seen = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.seen += data


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_text_from_data_is_never_markup(words, label):
    read = Reader(html_of(html.P(words, title=label), {}))
    assert read.tags == [("p", {"title": label})]
    assert read.seen == words


def test_names_of_attributes_are_those_of_html():
    node = html.Label("Day", htmlFor="day", className="a", tabIndex=0, **{"aria-label": "x"})
    assert Reader(html_of(node, {})).tags == [
        ("label", {"for": "day", "class": "a", "tabindex": "0", "aria-label": "x"})
    ]


def test_an_absent_attribute_is_left_out_and_a_flag_stands_alone():
    assert html_of(html.Details("x", open=True, lang=None), {}) == "<details open>x</details>"


def test_what_only_the_live_page_needs_is_left_out():
    assert html_of([dcc.Store(id="a", data=1), None, dcc.Location(id="b")], {}) == ""


def test_a_provider_draws_what_it_holds():
    assert html_of(dmc.MantineProvider(html.P("x")), {}) == "<p>x</p>"


def test_the_controls_are_a_form_that_any_browser_can_send():
    asked = view({"claimant": "unicef", "until": "2016-10-01", "lang": "ar"})
    claimants = [Choice("unicef", "UNICEF", 3), Choice("sohr", "SOHR <b>", 9)]
    read = Reader(html_of(filters(asked, claimants, []), {"lang": "ar"}))
    names = {given["name"]: given for _, given in read.tags if "name" in given}
    assert ("form", "get") in [(tag, given.get("method")) for tag, given in read.tags]
    assert set(names) == {"claimant", "place", "since", "until", "as_of", "lang"}
    assert names["until"]["value"] == "2016-10-01"
    assert [
        given["value"] for tag, given in read.tags if tag == "option" and "selected" in given and given["value"]
    ] == ["unicef"]
    assert "SOHR <b> (9)" in read.seen
