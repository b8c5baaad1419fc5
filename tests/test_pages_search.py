"""The page of what was found: honest counts, links to every kind of thing, and advice where nothing was."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pages_observation import aleppo, told

from dashboard import shell
from dashboard.first_paint import html_of
from dashboard.pages import search
from dashboard.state import view
from tracker.search import find, marked


def shown(**query: str) -> str:
    return html_of(search.layout(aleppo(), view(query)), {})


def test_the_counts_are_of_everything_found_not_of_what_is_shown() -> None:
    counts = find(aleppo(), "children killed").counts
    words = told(shown(q="children killed"))
    assert f"Claims {counts['claim']}" in words
    assert f"Show all {counts['claim']}" in words


def test_every_claim_found_stands_on_one_of_the_pages_of_its_kind() -> None:
    everything = [hit.id for hit in find(aleppo(), "children", kinds=("claim",), limit=1000).hits]
    pages = [shown(q="children", kind="claim", page=str(page)) for page in range(1, len(everything) // 50 + 2)]
    assert [name for html in pages for name in re.findall(r'<li><a href="/observation/([^"]*)"', html)] == everything


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("doctors remaining", "/indicator/doctors_remaining"),
        ("white helmets", "/organisation/syrian-civil-defence"),
        ("eastern aleppo", "/place/eastern-aleppo"),
        ("tensions us russia growing", "/document/media-line-20160929-tensions-us-russia-growing"),
        ("almost 100 children", "/observation/unicef-20160928-children-killed"),
    ],
)
def test_each_kind_of_thing_leads_to_its_own_page(text: str, address: str) -> None:
    assert f'href="{address}"' in shown(q=text)


def test_the_words_looked_for_are_marked_in_the_quote_that_holds_them() -> None:
    html = shown(q="ninos", kind="claim")
    assert re.search(r"<q[^>]*>[^<]*<mark>niños", html)


def test_accents_and_arabic_forms_are_marked_as_they_are_printed() -> None:
    assert ("niños", True) in marked("al menos 96 niños", "NINOS")
    assert ("الأطفال", True) in marked("قتل الأطفال", "اطفال")


@given(st.text(), st.text(max_size=10))
def test_marking_changes_no_letter(text: str, asked: str) -> None:
    assert "".join(piece for piece, _ in marked(text, asked)) == text


def test_nothing_typed_gives_advice() -> None:
    assert "Type one word or several" in told(shown())
    assert "Type one word or several" in told(shown(q="   "))


def test_nothing_found_says_so_and_what_else_to_try() -> None:
    words = told(shown(q="zebras"))
    assert "Nothing in the record holds all of these words." in words
    assert "try fewer" in words


@pytest.mark.parametrize("text", ["!!!", '"', "*", "a OR b", "NEAR(", "' or 1=1 --"])
def test_signs_are_words_like_others_and_never_break_the_page(text: str) -> None:
    assert "<h1>" in shown(q=text)


@settings(max_examples=50)
@given(text=st.text(max_size=20), kind=st.sampled_from(["", "claim", "place", "nonsense"]), page=st.text(max_size=3))
def test_no_words_whatever_break_the_page(text: str, kind: str, page: str) -> None:
    assert "<h1>" in shown(q=text, kind=kind, page=page)


def test_a_past_day_is_kept_said_and_can_be_left() -> None:
    html = shown(q="children killed", as_of="2016-09-30", lang="ar")
    links = [unescape(link) for link in re.findall(r'href="(/observation/[^"]*)"', html)]
    assert links
    assert all(link.endswith("?as_of=2016-09-30&lang=ar") for link in links)
    later = shown(q="children killed", as_of="2016-09-30")
    assert "Only what was known on 30 September 2016." in told(later)
    assert 'href="/search?q=children%20killed"' in later


def test_every_page_has_the_box_and_it_keeps_language_and_day() -> None:
    asked = view({"as_of": "2016-09-30", "lang": "ar", "claimant": "unicef"})
    form = html_of(shell.page("", asked, "/browse"), {}).partition('role="search"')[2].partition("</form>")[0]
    assert re.search(r'<label for="search-q">[^<]+</label><input id="search-q" name="q"', form)
    assert sorted(re.findall(r'value="([^"]*)" type="hidden" name="([^"]*)"', form)) == [
        ("2016-09-30", "as_of"),
        ("ar", "lang"),
    ]


def test_the_box_holds_the_words_only_where_they_were_looked_for() -> None:
    asked = view(parse_qs(urlencode({"q": '"><b>'})))
    there, elsewhere = (html_of(shell.page("", asked, path), {}) for path in ("/search", "/browse"))
    assert 'value="&quot;&gt;&lt;b&gt;"' in there
    assert 'value="&quot;&gt;&lt;b&gt;"' not in elsewhere.partition("</form>")[0]
