"""What a catalogue answers: the newest revisions, with their names, citations and the day they became known."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from cataloguing import MakeCatalogue, MakeStore, day, journey, only
from factories import citation, crisis, document, event, indicator, observation, organisation, place

from tracker.catalogue import Catalogue, Filter
from tracker.errors import UnknownError

# Frames


def test_frames_have_the_declared_columns_and_types(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation(is_circulating=True)])
    types = made.observations.dtypes.astype(str)
    assert types["observation_id"] == "str"
    assert types["value"] == "float64"
    assert types["revision"] == "Int64"
    assert types["period_end"] == "datetime64[us]"
    assert types["is_circulating"] == "boolean"
    assert types["recorded_on"] == "datetime64[us]"


def test_empty_frames_have_the_same_types_as_full_ones(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation()], citations=[citation()])
    nothing = Filter(indicator=("nothing",))
    for query in ("claims", "citations", "documents", "observations"):
        assert made.rows(query, nothing).empty
        assert list(made.rows(query, nothing).dtypes) == list(made.rows(query).dtypes)


def test_every_table_is_a_frame(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation()], citations=[citation()], events=[event()])
    frames = (made.observations, made.citations, made.documents, made.organisations)
    assert [len(frame) for frame in (*frames, made.indicators, made.places, made.crises, made.events)] == [1] * 8


def test_a_blank_number_is_missing_and_zero_is_zero(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation("a", value=None, qualifier="vague"), observation("b", value=0)])
    values = made.rows("claims").set_index("observation_id").value
    assert pd.isna(values["a"])
    assert values["b"] == 0


def test_readers_see_the_highest_revision(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation(value=69), observation(value=96, revision=2)])
    assert only(made.observations).value == 96
    assert only(made.rows("claims")).value == 96


def test_two_rows_with_one_key_are_read_as_the_last_of_them(store: MakeStore) -> None:
    made = store(places=[place("idlib", name="Idlib")])
    with made.path("places").open("a", encoding="utf-8") as file:
        file.write("idlib,Edlib,,city,,,,,,,\n")
    assert only(Catalogue.of(made).places).name == "Edlib"


def test_a_callers_changes_stay_the_callers(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation(value=96)])
    frame = made.rows("claims")
    frame.loc[0, "value"] = 1
    frame["extra"] = 1
    assert only(made.rows("claims")).value == 96
    assert "extra" not in made.rows("claims")


def test_one_row_is_got_by_its_id(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(observations=[observation()])
    found = made.get("indicators", "children_killed")
    assert found is not None
    assert found.label == "Children killed"  # type: ignore[attr-defined]
    assert made.get("indicators", "no' or '1'='1") is None


@pytest.mark.parametrize(
    "ask", [lambda c: c.get("figures", "x"), lambda c: c.rows("figures"), lambda c: c.rows("page")]
)
def test_what_does_not_exist_is_said(catalogue_of: MakeCatalogue, ask: Callable[[Catalogue], object]) -> None:
    with pytest.raises(UnknownError):
        ask(catalogue_of())


# What a claim carries


def test_a_claim_carries_the_names_of_what_it_refers_to(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation()],
        indicators=[indicator(label_ar="أطفال قُتلوا")],
        places=[place(name_ar="حلب الشرقية")],
        organisations=[organisation("unicef", name="United Nations Children's Fund", short_name="UNICEF")],
        crises=[crisis(title="Battle of Aleppo")],
    )
    row = only(made.rows("claims"))
    assert (row.indicator_label, row.indicator_label_ar, row.indicator_unit) == (
        "Children killed",
        "أطفال قُتلوا",
        "people",
    )
    assert (row.place_name, row.place_name_ar) == ("Eastern Aleppo", "حلب الشرقية")
    assert (row.claimant_name, row.claimant_short) == ("United Nations Children's Fund", "UNICEF")
    assert row.crisis_title == "Battle of Aleppo"
    assert not row.is_conflict_party


def test_a_claim_attributed_to_nobody_has_no_claimant(catalogue_of: MakeCatalogue) -> None:
    row = only(catalogue_of(observations=[observation(claimant_id=None)]).rows("claims"))
    assert pd.isna(row.claimant_id) and pd.isna(row.claimant_short)
    assert not row.is_conflict_party


@pytest.mark.parametrize(
    ("said", "published", "known", "basis"),
    [
        ("2016-09-27", ["2016-09-28"], "2016-09-27", "said"),
        (None, ["2016-10-02", "2016-09-29", None], "2016-09-29", "published"),
        (None, [None], None, ""),
        (None, [], None, ""),
    ],
)
def test_a_claim_is_known_from_when_it_was_said_else_first_printed(
    catalogue_of: MakeCatalogue, said: str | None, published: list[str | None], known: str | None, basis: str
) -> None:
    made = catalogue_of(
        observations=[observation(said_on=said)],
        documents=[document(f"d{n}", published_on=on) for n, on in enumerate(published)],
        citations=[citation(f"c{n}", document_id=f"d{n}") for n in range(len(published))],
    )
    row = only(made.rows("claims"))
    assert (None if pd.isna(row.known_on) else str(row.known_on.date())) == known
    assert row.known_on_basis == basis


def test_a_claim_counts_its_citations_and_speaks_in_the_words_of_its_origin(catalogue_of: MakeCatalogue) -> None:
    row = only(journey(catalogue_of).rows("claims"))
    assert (row.n_citations, row.n_publishers, row.n_unattributed, row.n_denials) == (4, 3, 1, 1)
    assert (row.wording, row.wording_language, row.document_id) == ("At least 96", "en", "origin")


def test_without_an_origin_the_earliest_echo_speaks(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation()],
        documents=[document("late", published_on="2016-10-01"), document("early", published_on="2016-09-29")],
        citations=[
            citation("a", document_id="late", role="echo", wording="96"),
            citation("b", document_id="early", role="echo", wording="at least 96"),
        ],
    )
    assert only(made.rows("claims")).wording == "at least 96"


def test_as_of_a_day_only_what_was_known_is_counted(catalogue_of: MakeCatalogue) -> None:
    made = journey(catalogue_of)
    row = only(made.rows("claims", Filter(as_of=day("2016-09-29"))))
    assert (row.n_citations, row.n_publishers, row.n_unattributed, row.n_denials) == (2, 2, 0, 0)
    assert list(made.rows("citations", Filter(as_of=day("2016-09-29"))).citation_id) == ["c", "b"]
    assert made.rows("claims", Filter(as_of=day("2016-09-27"))).empty


def test_as_of_a_day_words_printed_later_are_not_shown(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation(said_on="2016-09-20")],
        documents=[document("late", published_on="2016-10-01"), document("undated", published_on=None)],
        citations=[
            citation("a", document_id="late", role="origin", wording="at least 96"),
            citation("b", document_id="undated", role="echo", wording="96"),
        ],
    )
    assert only(made.rows("claims")).wording == "at least 96"
    assert only(made.rows("claims", Filter(as_of=day("2016-09-25")))).wording == "96"


def test_citations_come_origin_first_then_by_date_with_the_undated_last(catalogue_of: MakeCatalogue) -> None:
    rows = journey(catalogue_of).rows("citations", Filter(observation=("unicef-20160928-children-killed",)))
    assert list(rows.citation_id) == ["c", "b", "d", "a"]
    assert list(rows.publisher_id) == ["unicef", "outlet", "outlet", "blog"]


def test_a_claim_names_the_later_one_that_revises_it_once_that_is_known(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[
            observation("first", said_on="2016-09-28"),
            observation("second", said_on="2016-10-02", revises="first", change="correction"),
        ]
    )
    now = made.rows("claims").set_index("observation_id")
    assert now.superseded_by["first"] == "second"
    assert now.superseded_change["first"] == "correction"
    assert pd.isna(now.superseded_by["second"])
    assert pd.isna(only(made.rows("claims", Filter(as_of=day("2016-10-01")))).superseded_by)


def test_a_later_update_does_not_make_a_corrected_figure_right_again(catalogue_of: MakeCatalogue) -> None:
    revising = {"revises": "first", "place_id": "eastern-aleppo"}
    rows = [
        observation("first", said_on="2016-09-28"),
        observation("corrected", said_on="2016-10-01", change="correction", **revising),
        observation("updated", said_on="2016-10-09", change="update", period_end="2016-10-08", **revising),
    ]
    first = catalogue_of(observations=rows).rows("claims").set_index("observation_id").loc["first"]
    assert (first.superseded_by, first.superseded_change) == ("corrected", "correction")


def test_claims_come_by_period_end_then_known_on_with_the_undated_last(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[
            observation("undated", period_start=None, period_end=None, said_on="2016-01-01"),
            observation("c", period_end="2016-10-02"),
            observation("b", said_on="2016-10-05"),
            observation("a", said_on="2016-10-04"),
            observation("z", said_on="2016-10-04"),
        ]
    )
    assert list(made.rows("claims").observation_id) == ["a", "z", "b", "c", "undated"]
