"""Files whose end is not whole are mended, and what cannot be read is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import observation, place
from storing import MakeStore, contents, end_with, rows

from tracker.errors import DataError, TrackerError
from tracker.store import Store
from tracker.tables import OBSERVATIONS, TABLES

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
