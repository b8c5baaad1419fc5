"""A filter keeps exactly the claims that a person would pick by hand, and counts what each other choice would give."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from cataloguing import PARENTS
from conftest import write
from factories import Row, citation, document, observation, place
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.catalogue import Catalogue, Filter
from tracker.store import Store

DAYS = [dt.date(2016, 9, 1) + dt.timedelta(days=n) for n in range(0, 60, 3)]


CHOICES: dict[str, list[Any]] = {
    "indicator_id": ["children_killed", "children_injured", "doctors_remaining"],
    "claimant_id": ["unicef", "sohr", "who", None],
    "place_id": list(PARENTS),
    "measure": ["stock", "flow", "cumulative"],
    "qualifier": ["exact", "at_least", "about"],
    "basis": ["reported", "verified", None],
}


PUBLISHERS = ["unicef", "sohr", "reuters", "blog"]


def some_rows(chance: random.Random) -> dict[str, list[Row]]:
    """Sixty claims, twenty documents and a hundred citations, with blanks in every date."""

    def maybe_day() -> dt.date | None:
        return chance.choice([*DAYS, None, None, None])

    claims = [
        observation(
            f"o{n}",
            **{column: chance.choice(values) for column, values in CHOICES.items()},
            period_start=maybe_day(),
            period_end=maybe_day(),
            said_on=maybe_day(),
        )
        for n in range(60)
    ]
    papers = [document(f"d{n}", published_on=maybe_day(), publisher_id=chance.choice(PUBLISHERS)) for n in range(20)]
    cited = [
        citation(
            f"c{n}", observation_id=f"o{chance.randrange(60)}", document_id=f"d{chance.randrange(20)}", role="echo"
        )
        for n in range(100)
    ]
    places = [place(name, parent_id=parent) for name, parent in PARENTS.items()]
    return {"observations": claims, "documents": papers, "citations": cited, "places": places}


ROWS = some_rows(random.Random(2016))


PAPERS = {row["document_id"]: row for row in ROWS["documents"]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return Catalogue.of(Store(write(tmp_path_factory.mktemp("filter") / "data", **ROWS)))


def citations_known(claim: Row, as_of: dt.date | None) -> list[Row]:
    """By hand: the papers that carry a claim, known by a day."""
    papers = [
        PAPERS[row["document_id"]] for row in ROWS["citations"] if row["observation_id"] == claim["observation_id"]
    ]
    return [paper for paper in papers if as_of is None or (paper["published_on"] and paper["published_on"] <= as_of)]


def known_on(claim: Row) -> dt.date | None:
    """By hand: when a claim became known."""
    printed = [paper["published_on"] for paper in citations_known(claim, None) if paper["published_on"]]
    return claim["said_on"] or min(printed, default=None)


def lies_in(name: str | None, chosen: tuple[str, ...]) -> bool:
    return name is not None and (name in chosen or lies_in(PARENTS[name], chosen))


def is_kept(claim: Row, chosen: Filter) -> bool:
    """By hand: what the filter promises."""
    start, end, known = claim["period_start"], claim["period_end"], known_on(claim)
    first, last = start or end or known, end or start or known
    publishers = {paper["publisher_id"] for paper in citations_known(claim, chosen.as_of)}
    return all(
        [
            not chosen.indicator or claim["indicator_id"] in chosen.indicator,
            not chosen.claimant or (claim["claimant_id"] or "unattributed") in chosen.claimant,
            not chosen.place or lies_in(claim["place_id"], chosen.place),
            not chosen.publisher or publishers & set(chosen.publisher),
            not chosen.measure or claim["measure"] in chosen.measure,
            not chosen.qualifier or claim["qualifier"] in chosen.qualifier,
            not chosen.basis or claim["basis"] in chosen.basis,
            not chosen.since or (last and last >= chosen.since),
            not chosen.until or (first and first <= chosen.until),
            not chosen.as_of or (known and known <= chosen.as_of),
        ]
    )


def some_of(values: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


FILTERS = st.builds(
    Filter,
    indicator=some_of(CHOICES["indicator_id"]),
    claimant=some_of(["unicef", "sohr", "unattributed"]),
    place=some_of(list(PARENTS)),
    publisher=some_of(PUBLISHERS),
    measure=some_of(CHOICES["measure"]),
    qualifier=st.just(()),
    basis=some_of(["reported", "verified"]),
    since=st.none() | st.sampled_from(DAYS),
    until=st.none() | st.sampled_from(DAYS),
    as_of=st.none() | st.sampled_from(DAYS),
)


@settings(max_examples=60)
@given(chosen=FILTERS)
def test_a_filter_keeps_what_filtering_by_hand_keeps(made: Catalogue, chosen: Filter) -> None:
    by_hand = {claim["observation_id"] for claim in ROWS["observations"] if is_kept(claim, chosen)}
    assert set(made.rows("claims", chosen).observation_id) == by_hand
    assert made.rows("count", chosen).n[0] == len(by_hand)
    assert set(made.rows("observations", chosen).observation_id) == by_hand


@given(as_of=st.sampled_from(DAYS))
def test_as_of_a_day_is_the_same_as_filtering_by_hand_and_counting_what_was_known(
    made: Catalogue, as_of: dt.date
) -> None:
    shown = made.rows("claims", Filter(as_of=as_of)).set_index("observation_id")
    by_hand = {c["observation_id"]: c for c in ROWS["observations"] if (known_on(c) or dt.date.max) <= as_of}
    assert set(shown.index) == set(by_hand)
    for name, claim in by_hand.items():
        papers = citations_known(claim, as_of)
        assert shown.n_citations[name] == len(papers)
        assert shown.n_publishers[name] == len({paper["publisher_id"] for paper in papers})


@given(as_of=st.sampled_from(DAYS), later=st.sampled_from(DAYS))
def test_nothing_known_on_a_day_is_unknown_later(made: Catalogue, as_of: dt.date, later: dt.date) -> None:
    early, late = sorted((as_of, later))
    before = set(made.rows("claims", Filter(as_of=early)).observation_id)
    assert before <= set(made.rows("claims", Filter(as_of=late)).observation_id)


def facet_counts(made: Catalogue, chosen: Filter, facet: str) -> dict[str, int]:
    rows = made.rows("facets", chosen)
    return {row.key: row.n for row in rows[rows.facet == facet].itertuples()}  # type: ignore[misc]


@settings(max_examples=40)
@given(chosen=FILTERS, facet=st.sampled_from(["indicator", "claimant", "place", "publisher", "measure", "basis"]))
def test_a_facet_counts_what_choosing_it_instead_would_give(made: Catalogue, chosen: Filter, facet: str) -> None:
    for key, n in facet_counts(made, chosen, facet).items():
        instead = Filter(**{**vars(chosen), facet: (key,)})
        assert n == made.rows("count", instead).n[0]


@settings(max_examples=20)
@given(chosen=FILTERS)
def test_the_facet_of_years_ignores_the_dates_chosen(made: Catalogue, chosen: Filter) -> None:
    undated = Filter(**{**vars(chosen), "since": None, "until": None})
    kept = [claim for claim in ROWS["observations"] if is_kept(claim, undated)]
    counted = Counter(year for claim in kept for year in years(claim))
    assert facet_counts(made, chosen, "year") == counted


def years(claim: Row) -> list[str]:
    """By hand: every year that a period touches; none for one that ends before it starts."""
    first = claim["period_start"] or claim["period_end"] or known_on(claim)
    last = claim["period_end"] or claim["period_start"] or known_on(claim)
    return [str(year) for year in range(first.year, last.year + 1)] if first and last else []


@given(chosen=FILTERS)
def test_citations_are_listed_by_the_page_each_once_and_of_the_chosen_publishers_only(
    made: Catalogue, chosen: Filter
) -> None:
    n = made.rows("citations_count", chosen).n[0]
    pages = [made.rows("citations_page", chosen, limit=7, offset=first) for first in range(0, n + 7, 7)]
    listed = [name for page in pages for name in page.citation_id]
    kept = {claim["observation_id"] for claim in ROWS["observations"] if is_kept(claim, chosen)}
    assert len(listed) == len(set(listed)) == n
    assert set(listed) == {
        row["citation_id"]
        for row in ROWS["citations"]
        if row["observation_id"] in kept and is_listed(PAPERS[row["document_id"]], chosen)
    }


def is_listed(paper: Row, chosen: Filter) -> bool:
    """By hand: a citation's document is by a chosen publisher and was known on the day."""
    is_known = chosen.as_of is None or (paper["published_on"] is not None and paper["published_on"] <= chosen.as_of)
    return is_known and (not chosen.publisher or paper["publisher_id"] in chosen.publisher)


@settings(max_examples=8)
@given(chosen=FILTERS, size=st.sampled_from([7, 20]))
def test_pages_laid_end_to_end_are_all_the_claims(made: Catalogue, chosen: Filter, size: int) -> None:
    whole = made.rows("claims", chosen)
    pages = [made.rows("page", chosen, limit=size, offset=start) for start in range(0, len(whole) + 1, size)]
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole)


# Values are values


HOSTILE = st.sampled_from(
    [
        "x'; drop table claimed; --",
        "{where}",
        "$indicator_0",
        "%(x)s",
        "?",
        "\\' or 1=1",
        "é\u202e",
        '"',
        "\x00",
        "{known}",
    ]
)


@settings(max_examples=40)
@given(text=HOSTILE | st.text(max_size=30))
def test_a_value_that_looks_like_sql_is_only_a_value(made: Catalogue, text: str) -> None:
    assert made.rows("claims", Filter(indicator=(text,), place=(text,), publisher=(text,), text=text)).empty
    assert made.get("places", text) is None
    assert made.rows("count").n[0] == 60
