"""The page of what became known: the usual week, any other days, and each thing with the way to its claim."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from factories import citation, document, observation
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pages_observation import aleppo, told

from dashboard.first_paint import html_of
from dashboard.pages import changes as page
from dashboard.state import view
from tracker.catalogue import Catalogue
from tracker.claims import bulletin
from tracker.claims.changes import changes
from tracker.languages import language

ENGLISH = language("en")
AUTUMN = {"since": "2016-09-28", "until": "2016-12-05"}


def shown(catalogue: Catalogue | None = None, **query: str) -> str:
    return html_of(page.layout(catalogue or aleppo(), view(query)), {})


def days_of(html: str, rel: str) -> tuple[str, str]:
    """The days that a step leads to."""
    query = parse_qs(urlsplit(step(html, rel)).query)
    return query["since"][0], query["until"][0]


def step(html: str, rel: str) -> str:
    """The address of a step."""
    found = next(link for link in re.findall(r"<a [^>]*>", html) if f'rel="{rel}"' in link)
    return unescape(found.partition('href="')[2].partition('"')[0])


def weeks(n: int) -> Iterator[dict[str, object]]:
    """Claims that became known one a day."""
    for day in range(n):
        yield observation(f"claim-{day}", said_on=str(dt.date(2016, 9, 1) + dt.timedelta(days=day)))


def test_without_days_it_shows_the_week_up_to_the_last_day_and_says_so(catalogue_of: Callable[..., Catalogue]) -> None:
    html = shown(catalogue_of(observations=list(weeks(20))))
    assert "From 14 Sep 2016 to 20 Sep 2016: 7 new claims." in told(html)
    assert "the last one on which anything became known" in told(html)


def test_the_sum_is_that_of_the_library() -> None:
    found = changes(aleppo(), dt.date(2016, 9, 28), dt.date(2016, 12, 5))
    html = shown(**AUTUMN)
    assert bulletin.summary(found, ENGLISH) in told(html)
    assert "the last one on which anything became known" not in told(html)


def test_every_change_leads_to_its_claim() -> None:
    found = changes(aleppo(), dt.date(2016, 9, 28), dt.date(2016, 12, 5))
    html = shown(**AUTUMN)
    rows = [*found.new, *(each.row for each in found.revisions), *(each.claim.row for each in found.disagreements)]
    missing = [row.observation_id for row in rows if f'href="/observation/{row.observation_id}"' not in html]  # type: ignore[attr-defined]
    assert missing == []
    for each in found.revisions:
        assert bulletin.revision(each, ENGLISH) in told(html)


def test_new_claims_stand_by_indicator_with_their_number() -> None:
    html = shown(**AUTUMN)
    assert re.search(r'<h3><a href="/indicator/children_killed">Children killed</a> <small>17 new claims', html)


def test_a_list_of_very_many_is_cut_and_says_by_how_many(catalogue_of: Callable[..., Catalogue]) -> None:
    html = shown(catalogue_of(observations=list(weeks(120))), since="2016-01-01", until="2017-12-31")
    assert html.partition("New claims</h2>")[2].count('href="/observation/') == 100
    assert "And 20 more: choose fewer days." in told(html)


def test_the_weeks_before_and_after_are_one_link_away() -> None:
    html = shown(since="2016-09-28", until="2016-10-05", indicator="children_killed", lang="ar")
    assert days_of(html, "prev") == ("2016-09-21", "2016-09-27")
    assert days_of(html, "next") == ("2016-10-06", "2016-10-12")
    assert {"indicator=children_killed", "lang=ar"} <= set(urlsplit(step(html, "prev")).query.split("&"))


def test_there_is_no_week_after_the_last_day() -> None:
    assert 'rel="next"' not in shown()


def test_days_without_news_lead_to_the_last_before_them() -> None:
    html = shown(since="2017-02-02", until="2017-02-05")
    assert "Nothing became known on these days." in told(html)
    assert "The last before them was" in told(html)


def test_days_before_everything_lead_to_the_last_week() -> None:
    html = shown(since="1990-01-01", until="1990-02-05")
    assert "Nothing became known on these days." in told(html)


@pytest.mark.parametrize("days", [{"since": "1800-01-01"}, {"until": "2200-12-31"}, {"until": "1800-01-01"}])
def test_the_first_and_the_last_day_there_are_have_a_week_before_and_after(days: dict[str, str]) -> None:
    assert "<h1>" in shown(**days)


def test_days_the_wrong_way_round_are_said_to_be_and_can_be_swapped() -> None:
    html = shown(since="2016-10-05", until="2016-09-28")
    assert "The last day is before the first." in told(html)
    assert 'href="/changes?since=2016-09-28&amp;until=2016-10-05"' in html


def test_a_past_day_hides_what_became_known_after_it() -> None:
    html = shown(since="2016-09-28", until="2016-12-05", as_of="2016-10-02")
    assert "From 28 Sep 2016 to 2 Oct 2016" in told(html)
    assert bulletin.summary(changes(aleppo(), dt.date(2016, 9, 28), dt.date(2016, 10, 2)), ENGLISH) in told(html)


def test_only_the_chosen_claims_are_looked_at_and_each_choice_can_be_taken_away() -> None:
    html = shown(indicator="children_killed", **AUTUMN)
    assert set(re.findall(r'href="/indicator/(\w+)', html)) == {"children_killed"}
    assert 'aria-label="Remove Indicator: Children killed"' in html
    assert 'href="/changes?since=2016-09-28&amp;until=2016-12-05"' in html


def test_every_month_with_news_is_offered_and_claims_without_a_day_are_counted() -> None:
    html = shown()
    counts = [int(n) for n in re.findall(r"</a> <span>(\d+)</span></li>", html.partition('class="months"')[2])]
    undated = int(aleppo().rows("claims").known_on.isna().sum())
    assert sum(counts) == len(aleppo().observations) - undated
    assert f"{undated} claims have no known day." in told(html)


def test_a_record_without_any_known_day_says_so(catalogue_of: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_of(
        observations=[observation()], citations=[citation()], documents=[document(published_on=None)]
    )
    assert "Nothing is known of these claims." in told(shown(catalogue))


DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)).map(str)


@settings(max_examples=25)
@given(since=DAYS, until=DAYS)
def test_no_days_whatever_break_the_page(since: str, until: str) -> None:
    assert "<h1>" in shown(since=since, until=until)
