"""The pages of organisations: what each claimed, what its documents carry of others, and who disagrees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from factories import citation, document, observation, organisation
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import organisation as page
from dashboard.pages import organisations
from dashboard.state import View
from tracker.catalogue import Catalogue, Filter
from tracker.errors import UnknownError


def shown(catalogue: Catalogue, name: str, view: View | None = None) -> str:
    return html_of(page.layout(catalogue, view or View(), name), {})


def test_it_is_introduced_with_its_kind_short_name_and_site() -> None:
    html = shown(aleppo(), "sohr")
    assert "Syrian Observatory for Human Rights" in html
    assert "Monitor that counts casualties or events · here called SOHR" in told(html)
    assert 'rel="noopener noreferrer nofollow"' in html


def test_the_newest_claims_are_shown_with_an_honest_count_and_the_way_to_all() -> None:
    html = shown(aleppo(), "sohr")
    assert "The 25 of 151 claims that became known last, newest first" in html
    assert 'href="/browse?claimant=sohr">Browse all 151 claims' in html
    assert html.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr") == 25


def test_disagreements_lead_to_both_claims() -> None:
    html = shown(aleppo(), "who").partition('id="disagreements"')[2].partition("</section>")[0]
    assert 'href="/observation/who-20160927-35-doctors"' in html
    assert 'href="/observation/unicef-20160928-doctors"' in html


def test_a_party_to_the_conflict_is_named_as_one_and_nobody_else_is() -> None:
    assert "A party to the conflict." in told(shown(aleppo(), "russian-defence-ministry"))
    assert "A party to the conflict." not in told(shown(aleppo(), "unicef"))


def test_what_it_belongs_to_is_a_link_both_ways() -> None:
    assert 'href="/organisation/russian-government"' in shown(aleppo(), "russian-defence-ministry")
    assert 'href="/organisation/russian-defence-ministry"' in shown(aleppo(), "russian-government")


def test_figures_of_others_stand_as_its_documents_printed_them(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation(value=96, value_low=96, qualifier="at_least")],
        citations=[
            citation(),
            citation("echo", document_id="paper-1", role="echo", value=96, qualifier="exact", wording="96 children"),
        ],
        documents=[document(), document("paper-1", publisher_id="paper", title="Children killed")],
        organisations=[organisation("paper", kind="media")],
    )
    html = shown(catalogue, "paper").partition('id="repeated"')[2]
    assert "Left out the bound: “at least 96” became “96”." in told(html)
    assert 'href="/document/paper-1"' in html
    assert 'href="/observation/unicef-20160928-children-killed#citation-echo"' in html
    assert 'id="repeated"' not in shown(catalogue, "unicef")


def test_later_claims_are_hidden_on_a_past_day() -> None:
    day = View(Filter(as_of=dt.date(2016, 9, 30)))
    html = shown(aleppo(), "sohr", day)
    assert "As known on 30 September 2016." in told(html)
    assert "Oct 2016" not in html
    assert 'href="/browse?claimant=sohr&amp;as_of=2016-09-30"' in html


def test_an_organisation_of_which_nothing_was_known_is_said_to_have_nothing() -> None:
    html = shown(aleppo(), "sohr", View(Filter(as_of=dt.date(2010, 1, 1))))
    assert "Nothing of it was known on this day." in told(html)


def test_an_organisation_that_is_not_kept_is_said_to_be_none() -> None:
    with pytest.raises(UnknownError, match="nobody"):
        page.layout(aleppo(), View(), "nobody")


def test_every_organisation_has_a_page_in_both_languages() -> None:
    for n, name in enumerate(list(aleppo().organisations.organisation_id)[::31]):
        assert "<h1>" in shown(aleppo(), name, View(lang="ar" if n % 2 else "en"))


def test_the_list_of_organisations_leads_to_claimants_and_publishers() -> None:
    html = html_of(organisations.layout(aleppo(), View()), {})
    assert 'href="/organisation/unicef"' in html
    assert 'href="/organisation/media-line"' in html
    assert "unattributed" not in html
