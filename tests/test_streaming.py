"""Long tables go out in pieces, so that little is held at a time: the same rows in the same order as all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest
from factories import citation, observation

from tracker.catalogue import Catalogue, Filter, catalogue
from tracker.exports.selection import Selection

ROWS = [
    observation(f"c{n:02}", value=n % 5, period_end=f"2016-10-{n % 9 + 1:02}", said_on="2016-10-20", note="x" * n)
    for n in range(30)
]
CITED = [citation(f"at-{n}", observation_id=f"c{n:02}", wording=f"{n} children") for n in range(0, 30, 2)]


@pytest.fixture
def known(catalogue_of: Callable[..., Catalogue], monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    monkeypatch.setattr(catalogue, "BATCH", 7)
    monkeypatch.setattr(catalogue, "BLOCK", 3)
    return catalogue_of(observations=ROWS, citations=CITED)


@pytest.mark.parametrize("sort", [(), ("value",), ("-value", "period_end"), ("-period_end",), ("-n_citations",)])
@pytest.mark.parametrize("chosen", [Filter(), Filter(text="children"), Filter(text="zzz")])
def test_pieces_join_to_what_one_query_gives(known: Catalogue, sort: tuple[str, ...], chosen: Filter) -> None:
    whole = known.rows("claims", chosen)
    joined = Selection("observations", chosen, sort=sort).frame(known)
    assert [*joined.columns] == [*whole.columns]
    for name, is_down in ((one.removeprefix("-"), one.startswith("-")) for one in sort[:1]):
        assert joined[name].tolist() == sorted(joined[name], reverse=is_down)
    pieced = joined.set_index("observation_id").sort_index()
    at_once = whole.set_index("observation_id").sort_index()
    assert pieced.equals(at_once)


def test_no_piece_is_longer_than_it_may_be(known: Catalogue) -> None:
    lengths = [len(frame) for frame in Selection("observations").blocks(known)]
    assert sum(lengths) == len(ROWS)
    assert max(lengths) == 3


def test_what_is_counted_is_of_the_day_that_is_asked_for_in_every_piece(known: Catalogue) -> None:
    day = Filter(as_of=dt.date(2016, 10, 20))
    found = Selection("observations", day).frame(known).set_index("observation_id").n_citations
    assert found.sort_index().equals(known.rows("claims", day).set_index("observation_id").n_citations.sort_index())


def test_a_reader_holds_no_more_than_its_data_need(catalogue_of: Callable[..., Catalogue]) -> None:
    held = catalogue_of(observations=ROWS)._answer("select current_setting('memory_limit') as held", {}).held[0]
    assert float(held.split()[0]) < 200 and held.endswith("MiB")


@pytest.mark.parametrize("chosen", [Filter(), Filter(text="children")])
def test_many_claims_are_gathered_in_pieces_with_nothing_told_apart(
    known: Catalogue, monkeypatch: pytest.MonkeyPatch, chosen: Filter
) -> None:
    at_once = known.rows("claims", chosen)
    monkeypatch.setattr(catalogue, "LONG", 10)
    pd.testing.assert_frame_equal(known.rows("claims", chosen), at_once)
