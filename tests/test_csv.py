"""CSV out: what stands in a frame stands in the file, and nothing runs when it is opened."""

import csv as reader
import io

import pandas as pd
import pytest
from factories import citation, observation
from hypothesis import given
from hypothesis import strategies as st

from tracker.exports import csv
from tracker.tables import OBSERVATIONS

TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)


def read(text):
    return list(reader.reader(io.StringIO(text, newline="")))


def texts(*cells):
    return pd.DataFrame({"note": pd.Series(list(cells), dtype="str")})


@given(st.lists(TEXTS, max_size=5))
def test_what_is_written_is_what_is_read(cells):
    assert read(csv.text(texts(*cells))) == [["note"], *([cell] for cell in cells)]


def test_lines_end_as_the_standard_says():
    assert csv.text(texts("a", "b,c")) == 'note\r\na\r\n"b,c"\r\n'


def test_columns_of_a_table_come_in_declared_order(catalogue_of):
    frame = catalogue_of(observations=[observation()], citations=[citation()]).rows("claims")
    header, row = read(csv.text(frame, OBSERVATIONS.names))
    assert header == list(OBSERVATIONS.names)
    assert dict(zip(header, row, strict=True))["period_start"] == "2016-09-23"


def test_a_table_comes_out_as_it_was_written(folder, catalogue_of):
    rows = [
        observation(value=96.5, value_low="", said_on="2016-09-28", note='a "quoted" note, with a comma'),
        observation("none", value="", qualifier="vague", period_start="", is_circulating=True),
    ]
    given = folder(observations=rows)
    out = csv.text(catalogue_of(observations=rows).observations, OBSERVATIONS.names)
    kept = read((given / "observations.csv").read_text(encoding="utf-8"))
    assert sorted(read(out)) == sorted(kept)


@pytest.mark.parametrize(
    ("cell", "written"),
    [(96.0, "96"), (0.0, "0"), (1234567.0, "1234567"), (12.5, "12.5"), (1e16, "10000000000000000"), (None, "")],
)
def test_numbers_have_no_tail_and_blank_is_not_zero(cell, written):
    frame = pd.DataFrame({"value": pd.Series([cell], dtype="float64"), "n": pd.Series([1], dtype="Int64")})
    assert read(csv.text(frame))[1] == [written, "1"]


def test_days_and_times_are_iso_8601():
    day = pd.Series(pd.to_datetime(["2016-09-28", None])).astype("datetime64[us]")
    frame = pd.DataFrame(
        {"known_on": day, "recorded_on": day, "is_circulating": pd.Series([True, None], dtype="boolean")}
    )
    assert read(csv.text(frame))[1:] == [["2016-09-28", "2016-09-28T00:00:00Z", "true"], ["", "", ""]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])
def test_a_spreadsheet_form_runs_nothing_and_plain_csv_changes_nothing(cell):
    assert read(csv.text(texts(cell)))[1] == [cell]
    assert read(csv.text(texts(cell), spreadsheet=True))[1] == [f"'{cell}"]


def test_a_spreadsheet_form_leaves_numbers_and_plain_texts_alone():
    frame = texts("at least 96").assign(latitude=[-36.2])
    assert read(csv.text(frame, spreadsheet=True))[1] == ["at least 96", "-36.2"]


def test_a_long_frame_comes_in_blocks_that_join_to_the_whole():
    frame = texts(*map(str, range(csv.BLOCK + 1)))
    blocks = list(csv.blocks(frame))
    assert len(blocks) == 3
    assert len(read("".join(blocks))) == csv.BLOCK + 2


def test_an_empty_frame_has_its_header():
    assert csv.text(texts()) == "note\r\n"
