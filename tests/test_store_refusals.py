"""Retries write nothing, revisions follow on each other, and a row that does not fit is refused with its reason."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from factories import citation, document, observation, organisation, place
from storing import MakeStore, contents, end_with, rows

from tracker.errors import DataError, RefusedError

# Retries and revisions


def test_a_retry_writes_nothing(store: MakeStore) -> None:
    made = store(observations=[observation()], citations=[citation()])
    before = contents(made)
    later = observation(recorded_on="2026-02-01T00:00:00Z", value=96.0)  # a retry is entered later than the first try
    done = made.append({"observations": [later], "citations": [citation()]})
    assert done.written == {}
    assert contents(made) == before


def test_the_same_row_twice_in_one_append_is_written_once(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    made.append({"observations": [observation("b"), observation("b")]})
    assert [row["observation_id"] for row in rows(made)] == ["a", "b"]


def test_another_content_under_the_same_key_is_refused_and_the_way_out_named(store: MakeStore) -> None:
    made = store(observations=[observation(value=96)])
    with pytest.raises(RefusedError, match=r"another value, qualifier.*next revision"):
        made.append({"observations": [observation(value=100, qualifier="nearly")]})


def test_another_content_in_a_table_edited_in_place_says_where_to_edit(store: MakeStore) -> None:
    made = store(documents=[document()])
    with pytest.raises(RefusedError, match=r"another title: documents are edited in place, in documents\.csv"):
        made.append({"documents": [document(title="Another")]})


def test_the_next_revision_is_taken(store: MakeStore) -> None:
    made = store(observations=[observation(value=69)])
    made.append({"observations": [observation(value=96, revision=2)]})
    assert [(row["revision"], row["value"]) for row in rows(made)] == [("1", "69"), ("2", "96")]


@pytest.mark.parametrize(("name", "revision"), [("new", 2), ("unicef-20160928-children-killed", 3)])
def test_a_revision_that_skips_one_is_refused(store: MakeStore, name: str, revision: int) -> None:
    made = store(observations=[observation()])
    with pytest.raises(RefusedError, match="give it revision"):
        made.append({"observations": [observation(name, revision=revision)]})


# Refusals


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("observations", observation("x", value="about 96"), "value 'about 96' is not a number"),
        ("observations", observation("x", value="250,000"), "no separators"),
        ("observations", observation("x", value=math.inf), "value 'inf' is not a number"),
        ("observations", observation("x", value=True), "value 'True' is not a number"),
        ("observations", observation("x", period_end="28/09/2016"), "period_end '28/09/2016' is not a day"),
        ("observations", observation("x", period_end="2016-02-30"), "period_end '2016-02-30' is not a day"),
        ("observations", observation("x", period_end="infinity"), "is not a day"),
        ("observations", observation("x", period_end=dt.datetime(2016, 9, 28, 14)), "is not a day"),
        ("observations", observation("x", qualifier="circa"), "qualifier 'circa' is not in its vocabulary.*at_least"),
        ("observations", observation("x", is_circulating="maybe"), "is_circulating 'maybe' is not a yes or no"),
        ("observations", observation("x", indicator_id=""), "indicator_id is blank"),
        ("observations", observation("x", recorded_by="  "), "recorded_by is blank"),
        ("observations", observation("x", figure=96), "figure is not a column"),
        ("observations", observation("x y"), "'x y' is not an id"),
        ("observations", observation("x", note="two\nlines"), "note .* holds a line break"),
        ("observations", observation("x", note="two\rlines"), "note .* holds a line break"),
        ("observations", observation("x", note="a\x00b"), "cannot be printed"),
        ("observations", observation("x", note="\ud800"), "cannot be printed"),
        ("observations", observation("x", place_id="atlantis"), "place_id 'atlantis' is not in places"),
        ("observations", observation("x", revises="nothing"), "revises 'nothing' is not in observations"),
        ("citations", citation("x", document_id="none"), "document_id 'none' is not in documents"),
        ("documents", document("x", url="javascript:alert(1)"), "is not a web address"),
        ("documents", document("x", url="http://a b"), "is not a web address"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_reason_and_nothing_is_written(
    store: MakeStore, table: str, row: dict[str, Any], reason: str
) -> None:
    made = store(observations=[observation()], citations=[citation()])
    before = contents(made)
    with pytest.raises(RefusedError, match=reason):
        made.append({"places": [place("idlib")], table: [row]})
    assert contents(made) == before


def test_every_reason_is_given_at_once(store: MakeStore) -> None:
    with pytest.raises(RefusedError, match=r"a: value 'x'.*b: parent_id 'nobody' is not in organisations"):
        store().append(
            {
                "observations": [observation("a", value="x")],
                "organisations": [organisation("b", parent_id="nobody")],
            }
        )


def test_a_row_may_refer_to_another_of_the_same_append(store: MakeStore) -> None:
    made = store(observations=[observation()])
    made.append(
        {
            "observations": [observation("b", place_id="idlib", revises="c"), observation("c")],
            "places": [place("idlib")],
        }
    )
    assert len(rows(made)) == 3


def test_a_ledger_that_cannot_be_read_is_not_written_to(store: MakeStore) -> None:
    made = store(observations=[observation()])
    end_with(made, "observations", "half,a,row\n")
    with pytest.raises(DataError, match="row 3"):
        made.append({"observations": [observation("b")]})
