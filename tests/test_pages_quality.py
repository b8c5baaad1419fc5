"""The page of what is doubtful: every finding counted, in words for readers, with the way to the claims."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from factories import citation, document, observation
from shipped import DATA
from test_pages_observation import aleppo, told

from dashboard.app import create_app
from dashboard.components.check_words import told as meaning
from dashboard.first_paint import html_of
from dashboard.pages import quality
from dashboard.state import View, view
from tracker import checks
from tracker.catalogue import Catalogue, Live
from tracker.finding import ERROR, WARNING, Finding
from tracker.languages import language
from tracker.store import Store

ENGLISH = language("en")


def shown(catalogue: Catalogue, *findings: Finding, **query: str) -> str:
    return html_of(quality.page(catalogue, findings, view(query)), {})


def test_the_numbers_are_those_of_the_checks() -> None:
    found = checks.run(Store(DATA))
    html = shown(aleppo(), *found)
    errors = sum(finding.is_error for finding in found)
    assert f"{errors} errors and {len(found) - errors:,} warnings" in told(html)
    for code in {finding.code for finding in found}:
        n = sum(finding.code == code for finding in found)
        block = told(html.partition(f'id="{code}"')[2])
        assert f"{meaning(code, ENGLISH).title} {n:,}" in block


def test_errors_stand_apart_from_warnings() -> None:
    wrong = Finding("cell-type", ERROR, "observations", 2, "value", "is no number: write one", "no-such-claim")
    html = shown(aleppo(), wrong)
    errors, _, warnings = html.partition('id="warnings"')
    assert "is no number: write one" in told(errors)
    assert "is no number" not in told(warnings)


def test_without_errors_the_page_says_so() -> None:
    assert "None: no check found a mistake in the tables." in told(shown(aleppo()))


def test_an_example_is_a_claim_in_words_that_leads_to_it() -> None:
    name = "unicef-20160928-children-killed"
    html = shown(aleppo(), Finding("period-missing", WARNING, "observations", 2, "period_end", "no day is known", name))
    assert f'<a href="/observation/{name}">UNICEF: at least 96. Children killed' in html
    assert "no day is known" not in told(html)


def test_a_citation_leads_to_the_claim_it_carries() -> None:
    row = next(aleppo().citations.itertuples())
    found = Finding("low-above-high", WARNING, "citations", 2, "value_low", "is above 3", str(row.citation_id))
    html = shown(aleppo(), found)
    assert f'href="/observation/{row.observation_id}"' in html.partition('id="low-above-high"')[2]
    assert "is above 3" in told(html)


def test_a_finding_about_a_whole_file_names_the_file() -> None:
    assert "places.csv" in told(shown(aleppo(), Finding("file-unreadable", ERROR, "places", 0, "", "cannot be read")))


@pytest.mark.parametrize("code", [check.code for check in checks.CHECKS.values() if check.severity == WARNING])
def test_every_warning_has_words_for_readers(code: str) -> None:
    assert checks.CHECKS[code].title not in meaning(code, ENGLISH).title


@pytest.mark.parametrize("code", list(checks.CHECKS))
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_check_can_be_told(code: str, lang: str) -> None:
    words = meaning(code, language(lang))
    assert words.title
    assert words.meaning.endswith(".")


def test_checks_that_found_nothing_are_listed() -> None:
    failed = Finding("period-missing", WARNING, "observations", 2, "period_end", "no day", "x")
    words = told(shown(aleppo(), failed).partition('class="held"')[2])
    assert f"{len(checks.CHECKS) - 1} checks found nothing" in words
    assert "A key names one row" in words
    assert "A figure says when" not in words


def test_what_is_not_known_is_counted(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[
            observation(),
            observation("nobody", claimant_id=None),
            observation("round", claimant_id=None, is_circulating=True),
        ],
        citations=[
            citation(),
            citation("bare-1", observation_id="nobody", document_id="paper-1", role="echo", attribution="none"),
            citation("bare-2", observation_id="nobody", document_id="paper-2", role="echo", attribution="none"),
        ],
        documents=[document(), document("paper-1"), document("paper-2", published_on=None)],
    )
    words = told(shown(catalogue))
    assert "Claims without a known day 1" in words
    assert "Documents that name no source 2" in words
    assert "Claims attributed to nobody 1" in words
    assert "Circulating figures 1" in words


def test_what_is_all_known_is_not_mentioned(catalogue_of: Callable[..., Catalogue]) -> None:
    html = shown(catalogue_of(observations=[observation()], citations=[citation()]))
    assert "Circulating figures" not in told(html)


def test_no_day_follows_its_links_since_they_are_of_the_whole_record() -> None:
    html = shown(aleppo(), *checks.run(Store(DATA)), as_of="2016-09-30", lang="ar")
    links = re.findall(r'href="(/observation/[^"]*)"', html)
    assert links
    assert all(link.endswith("?lang=ar") for link in links)


def test_each_app_checks_its_own_data_and_again_when_they_change(store: Callable[..., Store]) -> None:
    kept = store(observations=[observation(period_end=None, period_start=None)], citations=[citation()])
    app = create_app(Live(kept))
    create_app(Live(Store(DATA)))
    before = app.server.test_client().get("/quality").text
    assert meaning("period-missing", ENGLISH).title in before
    kept.append({"observations": [observation("later", period_end=None, period_start=None)]})
    after = app.server.test_client().get("/quality").text
    assert before.count("/observation/later") == 0
    assert after.count("/observation/later") > 0


def test_the_title_is_in_the_reader_s_language() -> None:
    assert quality.title(aleppo(), View()) == "Quality of the record"
