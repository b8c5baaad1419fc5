"""The files are read as they stand and grow by rows that are read back as they were written."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from factories import observation, organisation, place
from hypothesis import given
from hypothesis import strategies as st
from storing import MakeStore, rows

from tracker.errors import RefusedError, TrackerError, UnknownError
from tracker.store import Store, cells
from tracker.tables import OBSERVATIONS

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
