"""What else is asked of a catalogue: pages, the latest of each claimant, extents, documents and events."""

from __future__ import annotations

from cataloguing import MakeCatalogue, day, journey, only
from factories import citation, document, event, observation

from tracker.catalogue import Filter

# The other queries


def test_a_page_is_a_stretch_of_the_claims_with_the_same_columns(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation(f"o{n}", value=n) for n in range(7)])
    page = made.rows("page", limit=3, offset=2, order="-value")
    assert list(page.value) == [4, 3, 2]
    assert list(page.columns) == list(made.rows("claims").columns)
    assert only(made.rows("count")).n == 7


def test_the_latest_of_each_claimant_indicator_and_place_is_picked(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[
            observation("u1", period_end="2016-09-28"),
            observation("u2", period_end="2016-10-05"),
            observation("u3", period_end=None),
            observation("w1", claimant_id="who"),
            observation("n1", claimant_id=None, period_end="2016-09-28"),
            observation("n2", claimant_id=None, period_end="2016-09-29"),
        ]
    )
    assert set(made.rows("latest_by_claimant").observation_id) == {"u2", "w1", "n2"}


def test_the_extent_of_a_selection_counts_who_and_when(catalogue_of: MakeCatalogue) -> None:
    row = only(journey(catalogue_of).rows("extent"))
    assert (row.n, row.n_claimants, row.n_documents, row.n_publishers) == (1, 1, 4, 3)
    assert (str(row.first_day.date()), str(row.last_day.date())) == ("2016-09-23", "2016-09-28")


def test_documents_are_those_that_carry_the_claims_chosen(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation("a"), observation("b", indicator_id="children_injured")],
        documents=[document("one", publisher_id="outlet"), document("two")],
        citations=[
            citation("1", observation_id="a", document_id="one"),
            citation("2", observation_id="b", document_id="one"),
            citation("3", observation_id="b", document_id="two"),
        ],
    )
    assert dict(made.rows("documents").set_index("document_id").n_observations) == {"one": 2, "two": 1}
    killed = only(made.rows("documents", Filter(indicator=("children_killed",))))
    assert (killed.document_id, killed.publisher_short, killed.n_observations) == ("one", "Outlet", 1)


def test_events_are_those_of_the_crises_chosen_within_the_dates(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation()],
        events=[event("a", date="2016-09-22"), event("b", date="2016-12-13"), event("c", crisis_id="gaza-2023")],
    )
    assert list(made.rows("events").event_id) == ["a", "b"]
    assert list(made.rows("events", Filter(as_of=day("2016-10-01"))).event_id) == []  # no claim was known by then
    assert list(made.rows("events", Filter(until=day("2016-10-01"))).event_id) == ["a"]
