"""As time passes, rows only appear or become superseded, and every number is somebody’s: a thousand days a law."""

import datetime as dt
import functools

import pytest
import record
from conftest import write
from hypothesis import given
from hypothesis import strategies as st
from laws.claims import DAYS, FIRST, LAW, NUMBERS

from tracker.agreement import agreement
from tracker.catalogue import Catalogue, Filter
from tracker.exports import csv
from tracker.period import Period
from tracker.series import superseded
from tracker.store import Store


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory):
    """The same rows twice, entered in another order."""
    rows = record.rows()
    backwards = {name: given_rows[::-1] for name, given_rows in rows.items()}
    folder = tmp_path_factory.mktemp("laws")
    stores = [Store(write(folder / name, **given_rows)) for name, given_rows in (("a", rows), ("b", backwards))]
    return [Catalogue.of(one) for one in stores]


@pytest.fixture(scope="module")
def known(catalogues):
    """The claims as of a day."""

    @functools.cache
    def ask(day):
        claims = catalogues[0].rows("claims", Filter(as_of=day))
        return claims.assign(is_wrong=superseded(claims)).set_index("observation_id")

    return ask


@LAW
@given(DAYS, DAYS)
def test_as_time_passes_rows_only_appear_or_become_superseded(known, one, other):
    before, after = known(min(one, other)), known(max(one, other))
    assert set(before.index) <= set(after.index)
    said = [*NUMBERS, "qualifier", "period_start", "period_end", "claimant_id", "known_on"]
    assert before[said].equals(after.loc[before.index, said])
    assert after.superseded_by[before.index][before.superseded_by.notna()].notna().all()
    assert set(before.index[before.is_wrong]) <= set(after.index[after.is_wrong])  # and never right again


@pytest.fixture(scope="module")
def written(catalogues):
    return functools.cache(lambda number, day: csv.text(catalogues[number].rows("claims", Filter(as_of=day))))


@LAW
@given(DAYS)
def test_one_day_over_the_same_rows_gives_the_same_bytes(written, day):
    assert written(0, day) == written(1, day)


@pytest.fixture(scope="module")
def agreed(catalogues):
    @functools.cache
    def ask(first, length):
        start = FIRST + dt.timedelta(days=first)
        period = Period(start, start + dt.timedelta(days=length))
        return agreement(catalogues[0], "people_killed", "eastern-aleppo", period=period)

    return ask


@LAW
@given(st.integers(0, 19), st.integers(0, 3))
def test_claimants_are_never_averaged_every_number_is_somebody_s(agreed, first, length):
    answer = agreed(first, length)
    claims = {claim for own in answer.claims.values() for claim in own}
    for spread in answer.spreads:
        together = [claim.figure.value for claim in claims if claim.period == spread.lowest[0].period]
        assert {*spread.lowest, *spread.highest} <= claims
        assert {claim.figure.value for claim in spread.lowest} == {min(together)}
        assert {claim.figure.value for claim in spread.highest} == {max(together)}
        assert len(spread.claimants) == len(together) > 1
