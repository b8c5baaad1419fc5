"""The shipped record as it was known on any day: the same rows as by hand, the same bytes each time."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.catalogue import Catalogue, Filter
from tracker.claims.journey import journey
from tracker.exports import csv
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"
DAYS = st.dates(dt.date(2016, 6, 1), dt.date(2017, 3, 31))
thirty_days = settings(max_examples=30, deadline=None)


@pytest.fixture(scope="module")
def record():
    return Catalogue.of(Store(DATA))


@pytest.fixture(scope="module")
def again():
    return Catalogue.of(Store(DATA))


@pytest.fixture(scope="module")
def files():
    """The tables as text, read without the catalogue; each id has one revision in the shipped record or its newest."""
    read = {
        name: pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("observations", "citations", "documents")
    }
    for name, key in (("observations", "observation_id"), ("citations", "citation_id")):
        rows = read[name].assign(revision=read[name].revision.astype(int)).sort_values("revision")
        read[name] = rows.drop_duplicates(key, keep="last")
    return read


def known_by_hand(files, day):
    """Said on the day or before; where nobody wrote that down, printed by then in some document."""
    printed = files["citations"].merge(files["documents"], on="document_id")
    first = printed[printed.published_on != ""].groupby("observation_id").published_on.min()
    rows = files["observations"]
    known = rows.said_on.where(rows.said_on != "", rows.observation_id.map(first).fillna(""))
    return set(rows[(known != "") & (known <= day.isoformat())].observation_id)


@thirty_days
@given(day=DAYS)
def test_a_day_shows_the_rows_that_filtering_by_hand_shows(record, files, day):
    assert set(record.rows("claims", Filter(as_of=day)).observation_id) == known_by_hand(files, day)


@thirty_days
@given(day=DAYS)
def test_one_day_gives_the_same_bytes_from_another_reading_of_the_files(record, again, day):
    assert csv.text(record.rows("claims", Filter(as_of=day))) == csv.text(again.rows("claims", Filter(as_of=day)))


@thirty_days
@given(day=DAYS, later=DAYS)
def test_rows_only_appear_or_become_replaced(record, day, later):
    early, late = sorted((day, later))
    before = record.rows("claims", Filter(as_of=early)).set_index("observation_id")
    after = record.rows("claims", Filter(as_of=late)).set_index("observation_id").loc[before.index]
    assert (after.n_citations >= before.n_citations).all()
    assert after[before.superseded_by.notna()].superseded_by.notna().all()


def test_a_figure_is_not_replaced_before_the_one_that_replaces_it_is_known(record):
    claims = record.rows("claims")
    replaced = claims[claims.revises.notna() & claims.known_on.notna()]
    assert len(replaced)
    for row in replaced.itertuples():
        eve = row.known_on.date() - dt.timedelta(days=1)
        earlier = record.rows("claims", Filter(observation=(row.revises,), as_of=eve))
        assert earlier.superseded_by.isna().all(), row.observation_id


def test_a_journey_on_a_day_ends_on_that_day(record):
    until = dt.date(2016, 9, 29)
    steps = journey(record, "unicef-20160928-children-killed", as_of=until).steps
    assert steps
    assert all(step.published_on is not None and step.published_on <= until for step in steps)


def test_on_29_september_2016_the_record_says_what_the_first_article_said(record):
    shown = record.rows("claims", Filter(as_of=dt.date(2016, 9, 29), claimant=("unicef",))).set_index("observation_id")
    assert shown.loc["unicef-20160928-children-killed", "qualifier"] == "at_least"
    assert shown.loc["unicef-20160928-children-killed", "value"] == 96
    assert shown.loc["unicef-20160928-children-injured", "value"] == 223
    assert shown.loc["unicef-20160928-doctors", "value"] == 30
