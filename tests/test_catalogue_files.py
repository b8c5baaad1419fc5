"""A catalogue follows its files: what changes is seen, and what cannot be read is named with its place."""

from __future__ import annotations

import pytest
from cataloguing import MakeStore, only
from factories import document, observation

from tracker.catalogue import Catalogue, Live
from tracker.errors import DataError
from tracker.store import Store

# Following the files


def test_a_change_on_disk_is_seen_without_a_restart(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    live = Live(made)
    first = live.catalogue()
    assert live.catalogue() is first
    Store(made.folder).append({"observations": [observation("b")]})
    assert len(live.catalogue().observations) == 2
    assert len(first.observations) == 1  # what was taken stays as it was


def test_files_of_passed_versions_are_removed(store: MakeStore) -> None:
    made = store(observations=[observation("a")])
    for name in ("b", "c"):
        Catalogue.of(made)
        made.append({"observations": [observation(name)]})
    Catalogue.of(made)
    assert len(list((made.folder / ".tracker").glob("*.duckdb"))) == 1


def test_a_database_that_cannot_be_read_is_built_again(store: MakeStore) -> None:
    made = store(observations=[observation()])
    Catalogue.of(made)
    (file,) = (made.folder / ".tracker").glob("*.duckdb")
    file.write_bytes(b"not a database" * 1000)
    assert len(Catalogue.of(made).observations) == 1


def test_a_folder_that_cannot_be_written_is_served_from_elsewhere(
    store: MakeStore, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = store(observations=[observation()])
    for path in (made.folder / ".tracker").iterdir():
        path.unlink()
    (made.folder / ".tracker").rmdir()
    (made.folder / ".tracker").touch()  # stands for a disk that refuses the folder
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    assert len(Catalogue.of(Store(made.folder)).observations) == 1
    assert list(elsewhere.rglob("*.duckdb"))


@pytest.mark.parametrize(
    ("table", "column", "cell", "problem"),
    [
        ("observations", "value", "about 96", "'about 96' is not a number"),
        ("observations", "value", "nan", "'nan' is not a number"),
        ("observations", "value", "1_000", "is not a number"),
        ("observations", "period_end", "28/09/2016", "'28/09/2016' is not a day. Write it as 2016-09-28"),
        ("observations", "period_end", "2016-02-30", "'2016-02-30' is not a day"),
        ("observations", "period_end", "infinity", "'infinity' is not a day"),
        ("observations", "recorded_on", "yesterday", "is not a time in UTC"),
        ("observations", "is_circulating", "yes", "write true or false|Write true or false"),
        ("documents", "url", "javascript:alert(1)", "is not a web address"),
    ],
)
def test_a_cell_that_does_not_fit_its_type_is_named_with_its_place_and_remedy(
    store: MakeStore, table: str, column: str, cell: str, problem: str
) -> None:
    made = store(observations=[observation("a"), observation("b")], documents=[document("x"), document("y")])
    header, first, second = made.path(table).read_text(encoding="utf-8").splitlines()
    cells = second.split(",")
    cells[header.split(",").index(column)] = cell
    made.path(table).write_text("\n".join([header, "", first, ",".join(cells)]) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=problem) as caught:
        Live(made).catalogue()
    assert (caught.value.table, caught.value.row, caught.value.column) == (table, 4, column)


def test_a_broken_file_raises_until_it_is_mended(store: MakeStore) -> None:
    made = store(observations=[observation()])
    whole = made.path("observations").read_bytes()
    live = Live(made)
    made.path("observations").write_bytes(whole + b"one,two\n")
    for _ in range(2):
        with pytest.raises(DataError, match="row 3: has 2 cells"):
            live.catalogue()
    made.path("observations").write_bytes(whole)
    assert len(live.catalogue().observations) == 1


def test_files_as_spreadsheets_save_them_are_read(store: MakeStore) -> None:
    made = store(observations=[observation(note="“quoted”, é, حلب")])
    text = made.path("observations").read_bytes().replace(b"\n", b"\r\n")
    made.path("observations").write_bytes(b"\xef\xbb\xbf" + text)
    row = only(Catalogue.of(made).observations)
    assert row.note == "“quoted”, é, حلب"
    assert row.recorded_by == "tests"
