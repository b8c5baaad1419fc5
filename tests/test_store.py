"""The files are read as they stand, grow only by rows that fit, and are mended when their end is not whole."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from factories import citation, document, observation, organisation, place
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import DataError, RefusedError, TrackerError, UnknownError
from tracker.store import Store, cells
from tracker.tables import OBSERVATIONS, TABLES

MakeStore = Callable[..., Store]
TEXTS = st.one_of(
    st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=40),
    st.sampled_from(
        [
            'in the "past week", she said',
            "=SUM(A1:A9)",
            "+1",
            "@cmd",
            "حلب الشرقية, ٩٦ طفلاً",
            "🏥,🏥",
            "a;b\tc",
            " x ",
            "''",
        ]
    ),
)


def contents(store: Store) -> dict[str, bytes]:
    return {name: store.path(name).read_bytes() for name in TABLES}


def rows(store: Store, table: str = "observations") -> list[dict[str, str]]:
    return [row for _, row in store.raw(table)]


def end_with(store: Store, table: str, text: str) -> None:
    with store.path(table).open("a", encoding="utf-8", newline="") as file:
        file.write(text)


# Opening


def test_a_missing_folder_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="is not a folder"):
        Store(tmp_path / "nowhere")


def test_a_folder_without_observations_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"holds no observations\.csv"):
        Store(tmp_path)


def test_a_table_that_has_no_file_is_empty(store: MakeStore) -> None:
    made = store(observations=[observation()])
    made.path("events").unlink()
    assert rows(made, "events") == []


def test_an_unknown_table_is_named_with_those_there_are(store: MakeStore) -> None:
    with pytest.raises(UnknownError, match=r"'figures'.*observations"):
        store().path("figures")


# Writing and reading back


@given(text=TEXTS)
def test_what_is_written_is_read_back(store: MakeStore, text: str) -> None:
    made = store(observations=[observation(note=text)])
    assert rows(made)[0]["note"] == (text if text.strip() else "")


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_as_the_same_number(value: float) -> None:
    text = cells.written(OBSERVATIONS["value"], value)
    assert float(text) == value
    assert cells.fault(OBSERVATIONS["value"], text) is None


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        ("value", 96.0, "96"),
        ("value", "96.0", "96"),
        ("value", 12.5, "12.5"),
        ("value", 1e-7, "0.0000001"),
        ("value", 1e21, "1000000000000000000000"),
        ("value", np.float64(30), "30"),
        ("value", 0, "0"),
        ("value", math.nan, ""),
        ("value", None, ""),
        ("value", pd.NA, ""),
        ("revision", np.int64(2), "2"),
        ("period_end", dt.date(2016, 9, 28), "2016-09-28"),
        ("period_end", pd.Timestamp("2016-09-28"), "2016-09-28"),
        ("period_end", pd.NaT, ""),
        (
            "recorded_on",
            dt.datetime(2016, 9, 28, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=3))),
            "2016-09-28T11:30:00Z",
        ),
        ("recorded_on", pd.Timestamp("2016-09-28"), "2016-09-28T00:00:00Z"),
        ("is_circulating", True, "true"),
        ("is_circulating", np.True_, "true"),
        ("is_circulating", False, "false"),
        ("note", "  ", ""),
        ("note", "nan", "nan"),
    ],
)
def test_a_cell_is_written_in_one_way(column: str, value: object, text: str) -> None:
    assert cells.written(OBSERVATIONS[column], value) == text


def test_a_list_is_one_cell(store: MakeStore) -> None:
    made = store(organisations=[organisation(aliases=["Unicef", "UN Children's Fund"])])
    assert rows(made, "organisations")[0]["aliases"] == "Unicef | UN Children's Fund"


def test_rows_carry_the_number_a_spreadsheet_shows(store: MakeStore) -> None:
    made = store(observations=[observation("a"), observation("b")])
    assert [number for number, _ in made.raw("observations")] == [2, 3]


def test_an_append_counts_what_it_wrote(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    done = made.append({"observations": [observation("a"), observation("b"), observation("c")]})
    assert done.written == {"observations": 2}
    assert done.already == {"observations": 1}


def test_a_file_in_another_column_order_keeps_it(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    header, *lines = made.path("places").read_text(encoding="utf-8").splitlines()
    turned = [",".join(reversed(line.split(","))) for line in (header, *lines)]
    made.path("places").write_text("\n".join(turned) + "\n", encoding="utf-8")
    made.append({"places": [place("idlib", latitude=35.93)]})
    assert {row["place_id"]: row["latitude"] for row in rows(made, "places")} == {
        "eastern-aleppo": "",
        "idlib": "35.93",
    }


def test_an_optional_column_may_be_absent_until_a_row_needs_it(store: MakeStore) -> None:
    made = store()
    made.path("places").write_text("place_id,name,kind\n", encoding="utf-8")
    made.append({"places": [place("idlib")]})
    with pytest.raises(RefusedError, match=r"places\.csv has no column latitude"):
        made.append({"places": [place("homs", latitude=34.7)]})


def test_line_ends_of_a_spreadsheet_are_kept(store: MakeStore) -> None:
    made = store(places=[place("idlib")])
    made.path("places").write_bytes(made.path("places").read_bytes().replace(b"\n", b"\r\n"))
    made.append({"places": [place("homs")]})
    assert made.path("places").read_bytes().count(b"\r\n") == 3
    assert [row["place_id"] for row in rows(made, "places")] == ["idlib", "homs"]


def test_the_version_changes_with_any_file(store: MakeStore) -> None:
    made = store(observations=[observation()])
    before = made.version()
    assert made.version() == before
    made.append({"places": [place("idlib")]})
    assert made.version() != before


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


# Files that are not whole


def test_a_half_written_last_line_is_cut_off_kept_aside_and_reported(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    whole = made.path("observations").read_bytes()
    end_with(made, "observations", 'b,1,"half a')
    reopened = Store(made.folder)
    assert made.path("observations").read_bytes() == whole
    assert "observations.csv: a half-written last line was cut off" in reopened.repaired[0]
    assert [path.read_text() for path in (made.folder / ".tracker").glob("cut-*")] == ['b,1,"half a']


def test_a_half_written_line_is_cut_off_where_it_begins_though_a_cell_before_it_holds_line_breaks(
    store: MakeStore,
) -> None:
    made = store(places=[place("idlib")])
    end_with(made, "places", 'homs,Homs,,city,,,,,,,"one\ntwo"\n')
    whole = made.path("places").read_bytes()
    end_with(made, "places", 'hama,"Ha\nma')
    assert Store(made.folder).repaired
    assert made.path("places").read_bytes() == whole


def test_a_whole_last_row_without_its_line_end_is_kept(store: MakeStore) -> None:
    made = store(places=[place("idlib")])
    end_with(made, "places", "homs,Homs,,city,,,,,,,")
    reopened = Store(made.folder)
    assert "complete and was kept" in reopened.repaired[0]
    assert [row["place_id"] for row in rows(reopened, "places")] == ["idlib", "homs"]


def test_a_header_without_its_line_end_is_kept(store: MakeStore) -> None:
    made = store(observations=[observation()])
    header = ",".join(TABLES["events"].names)
    made.path("events").write_text(header, encoding="utf-8")
    Store(made.folder)
    assert made.path("events").read_text(encoding="utf-8") == f"{header}\n"


def test_whole_files_need_no_repair_and_get_no_folder(store: MakeStore, tmp_path: Path) -> None:
    made = store(observations=[observation()])
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in TABLES:
        (copy / f"{name}.csv").write_bytes(made.path(name).read_bytes())
    assert Store(copy).repaired == ()
    assert rows(Store(copy)) == rows(made)
    assert not (copy / ".tracker").exists()


def test_a_folder_that_cannot_be_written_is_read_and_says_what_it_could_not_mend(
    store: MakeStore, tmp_path: Path
) -> None:
    made = store(observations=[observation("a")])
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in TABLES:
        (bare / f"{name}.csv").write_bytes(made.path(name).read_bytes())
    (bare / ".tracker").touch()  # where the folder for the lock should be: stands for a disk that refuses it
    end_with(Store(bare), "places", "torn")
    opened = Store(bare)
    assert "was left so" in opened.repaired[0]
    assert [row["observation_id"] for row in rows(opened)] == ["a"]
    with pytest.raises(TrackerError, match="cannot be written"):
        opened.append({"places": [place("idlib")]})


def test_an_unfinished_append_does_not_touch_a_file_replaced_since(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    size = made.path("places").stat().st_size
    (made.folder / ".tracker" / "append.journal").write_text(
        f'{{"places.csv": {{"size": {size - 5}, "inode": 1, "addition": 99}}}}', encoding="utf-8"
    )
    before = contents(made)
    Store(made.folder)
    assert contents(made) == before
    assert not (made.folder / ".tracker" / "append.journal").exists()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("observation_id\n", "lacks the columns"),
        (f"{','.join(OBSERVATIONS.names)},extra\n", "unknown columns: extra"),
        (f"{','.join(OBSERVATIONS.names)},note\n", "twice"),
        (f'{",".join(OBSERVATIONS.names)}\n"a"b,1\n', "row 2.*not readable as CSV"),
    ],
)
def test_a_broken_file_says_where_and_what(store: MakeStore, text: str, problem: str) -> None:
    made = store()
    made.path("observations").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=problem):
        rows(made)


def test_a_file_in_another_encoding_says_so(store: MakeStore) -> None:
    made = store()
    with made.path("places").open("ab") as file:
        file.write("alep,Alèp,,city,,,,,,,\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"not UTF-8.*Save the file as UTF-8"):
        rows(made, "places")
