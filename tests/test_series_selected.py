"""A series as it is chosen from a catalogue: of one indicator, with its claimants, documents and place."""

import datetime as dt

import pytest
from factories import citation, observation

from tracker import series
from tracker.catalogue import Filter
from tracker.errors import UnknownError

KILLED = Filter(indicator=("children_killed",))


def test_a_series_is_of_one_indicator_that_exists(catalogue_of):
    catalogue = catalogue_of(observations=[observation()])
    with pytest.raises(UnknownError, match="exactly one"):
        series.select(catalogue, Filter())
    with pytest.raises(UnknownError, match="no indicator 'children_kiled'"):
        series.select(catalogue, Filter(indicator=("children_kiled",)))


def test_a_series_of_no_claims_is_empty_and_no_error(catalogue_of):
    found = series.select(
        catalogue_of(observations=[observation()]), Filter(indicator=("children_killed",), claimant=("sohr",))
    )
    assert found.claims.empty and found.drawn.empty and found.undrawn.empty and found.place is None


def test_claimants_keep_their_order_whatever_is_chosen(catalogue_of):
    rows = [observation(f"c{n}", claimant_id=who, value=n) for n, who in enumerate(["sohr", "who", "sohr", "unicef"])]
    catalogue = catalogue_of(observations=rows)
    assert series.select(catalogue, KILLED).claimants == ("sohr", "unicef", "who")
    chosen = Filter(indicator=("children_killed",), claimant=("who",), as_of=dt.date(2016, 1, 1))
    assert series.select(catalogue, chosen).claimants == ("sohr", "unicef", "who")


def test_a_series_counts_the_documents_that_carry_it(catalogue_of):
    catalogue = catalogue_of(
        observations=[observation()],
        citations=[citation(), citation("echo", document_id="bbc-20160929", role="echo")],
    )
    assert series.select(catalogue, KILLED).documents == 2


def test_the_place_of_a_series_holds_all_of_its_claims(catalogue_of):
    from factories import place

    catalogue = catalogue_of(
        observations=[observation("a", place_id="shahba"), observation("b", place_id="al-shaar")],
        places=[
            place("aleppo"),
            place("eastern-aleppo", parent_id="aleppo"),
            place("shahba", parent_id="aleppo"),
            place("al-shaar", parent_id="eastern-aleppo"),
        ],
    )
    assert series.select(catalogue, KILLED).place.place_id == "aleppo"


def test_the_query_gives_all_that_tests_of_charts_suppose(catalogue_of):
    claims = catalogue_of(observations=[observation()]).rows("claims", KILLED)
    assert {"indicator_unit", "claimant_short", "superseded_change", "wording", "known_on"} <= set(claims.columns)
    assert claims.dtypes[["period_end", "value"]].astype(str).tolist() == ["datetime64[us]", "float64"]
