"""Workbooks and Parquet files hold the rows of the CSV, with real days and numbers, and nothing in them runs."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import nanoarrow
import pandas as pd
import pytest
from browsing import Visitor
from click.testing import CliRunner
from factories import citation, observation
from nanoarrow import ipc
from python_calamine import CalamineWorkbook

from dashboard.server import create_server
from tracker.catalogue import Catalogue, Filter
from tracker.cli import main
from tracker.errors import TrackerError, UnknownError
from tracker.exports import codebook, parquet, xlsx
from tracker.exports.selection import Selection
from tracker.store import Store
from tracker.tables import TABLES

TROUBLE = '=HYPERLINK("https://example.org";"click")'
ROWS = [
    observation("a", value=96, value_low=96, qualifier="at_least", note=TROUBLE, is_circulating=True),
    observation("b", value=None, qualifier="vague", period_start=None, note="+1 said"),
]
ALL = Selection("observations")


@pytest.fixture
def kept(store: Callable[..., Store]) -> Store:
    return store(observations=ROWS, citations=[citation("at-a", observation_id="a")])


@pytest.fixture
def known(kept: Store) -> Catalogue:
    return Catalogue.of(kept)


def sheets(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def records(book: CalamineWorkbook, sheet: str) -> list[dict[str, object]]:
    header, *rows = book.get_sheet_by_name(sheet).to_python()
    return [dict(zip(header, row, strict=True)) for row in rows]


def workbook(catalogue: Catalogue, wanted: Selection, folder: Path, *, tagged: bool = False) -> CalamineWorkbook:
    xlsx.write(folder / "a.xlsx", catalogue, wanted, tagged=tagged)
    return sheets((folder / "a.xlsx").read_bytes())


def test_a_workbook_says_how_to_read_it_and_explains_every_column(known: Catalogue, tmp_path: Path) -> None:
    book = workbook(known, Selection("observations", Filter(claimant=("unicef",))), tmp_path)
    assert book.sheet_names == ["README", "observations", "codebook"]
    assert "claimant: unicef" in str(book.get_sheet_by_name("README").to_python())
    explained = [row["column"] for row in records(book, "codebook")]
    assert explained == book.get_sheet_by_name("observations").to_python()[0]
    assert all(row["meaning"] for row in records(book, "codebook"))


def test_days_and_numbers_of_a_workbook_are_real_and_blank_stays_blank(known: Catalogue, tmp_path: Path) -> None:
    first, second = records(workbook(known, ALL, tmp_path), "observations")
    assert (first["period_end"], first["value"], first["is_circulating"]) == (dt.date(2016, 9, 28), 96.0, True)
    assert first["recorded_on"] == dt.datetime(2026, 1, 15, 12)
    assert (second["value"], second["period_start"]) == ("", "")


def test_no_text_of_a_workbook_is_a_formula_and_every_text_is_whole(known: Catalogue, tmp_path: Path) -> None:
    notes = [row["note"] for row in records(workbook(known, ALL, tmp_path), "observations")]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
    assert notes == [TROUBLE, "+1 said"]


def test_the_header_of_a_workbook_stays_in_sight(known: Catalogue, tmp_path: Path) -> None:
    workbook(known, ALL, tmp_path)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert b'ySplit="1"' in parts.read("xl/worksheets/sheet2.xml")


def test_a_workbook_of_no_rows_has_its_header_and_tags_stand_under_it(known: Catalogue, tmp_path: Path) -> None:
    none = Selection("observations", Filter(text="zzz"), columns=("value", "qualifier"))
    assert workbook(known, none, tmp_path).get_sheet_by_name("observations").to_python() == [["value", "qualifier"]]
    tagged = workbook(known, none, tmp_path, tagged=True).get_sheet_by_name("observations").to_python()
    assert tagged[1] == ["#indicator+num+value", "#indicator+qualifier"]


def test_a_table_too_long_for_a_sheet_is_refused(
    known: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 1)
    with pytest.raises(TrackerError, match="a sheet holds 1 rows at most"):
        xlsx.write(tmp_path / "a.xlsx", known, ALL)


def test_parquet_has_the_types_of_the_columns_and_says_what_they_mean(known: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    assert parquet.write(path, known, ALL) == 2
    with duckdb.connect() as reader:
        file = reader.read_parquet(str(path))
        types = dict(zip(file.columns, map(str, file.types), strict=True))
        meta = reader.execute("select key, value from parquet_kv_metadata(?)", [str(path)]).fetchall()
        rows = file.select("value, note, period_start").fetchall()
    assert types["period_end"] == "DATE" and types["value"] == "DOUBLE" and types["n_citations"] == "BIGINT"
    assert types["recorded_on"].startswith("TIMESTAMP") and types["is_circulating"] == "BOOLEAN"
    assert rows == [(96.0, TROUBLE, dt.date(2016, 9, 23)), (None, "+1 said", None)]
    fields = json.loads(dict(meta)[b"fields"])
    assert [one["name"] for one in fields] == list(types) and all(one["description"] for one in fields)


def test_readers_that_know_arrow_find_what_each_column_means(known: Catalogue, tmp_path: Path) -> None:
    parquet.write(tmp_path / "a.parquet", known, ALL)
    with duckdb.connect() as reader:
        asked = "select value from parquet_kv_metadata(?) where key = 'ARROW:schema'"
        (packed,) = reader.execute(asked, [str(tmp_path / "a.parquet")]).fetchone() or (b"",)
    stream = nanoarrow.ArrayStream(ipc.InputStream.from_readable(io.BytesIO(base64.b64decode(packed))))
    said = {field.name: field.metadata or {} for field in stream.schema.fields}
    assert all(one[b"description"] for one in said.values())
    assert b"at_least: The number or more" in said["qualifier"][b"codes"]
    assert said["period_end"][b"hxl"] == b"#date+end"


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_table_is_declared(known: Catalogue, table: str) -> None:
    names = Selection(table).names(known)
    assert [row["column"] for row in codebook.rows(table, names)] == names


def test_a_column_that_is_not_there_is_refused_in_every_form(known: Catalogue, tmp_path: Path) -> None:
    for write in (xlsx.write, parquet.write):
        with pytest.raises(UnknownError, match="there is no column 'valeu'"):
            write(tmp_path / "a", known, Selection("observations", columns=("valeu",)))


@pytest.mark.parametrize("table", TABLES)
def test_the_server_sends_both(kept: Store, tmp_path: Path, table: str) -> None:
    visitor = Visitor(create_server(kept, built=tmp_path))
    book = visitor.get(f"/api/v1/{table}.xlsx?hxl=1")
    assert book.headers["content-disposition"].endswith(f'{table}.xlsx"')
    assert len(records(sheets(book.content), table)) == len(visitor.get(f"/api/v1/{table}.jsonl").text.splitlines()) + 1
    packed = visitor.get(f"/api/v1/{table}.parquet")
    assert packed.content[:4] == packed.content[-4:] == b"PAR1"
    assert visitor.get(f"/api/v1/{table}.parquet", if_none_match=packed.headers["etag"]).status_code == 304


def run(*words: object) -> str:
    answer = CliRunner().invoke(main, [str(word) for word in words])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "xlsx", "parquet"])
def test_the_command_line_writes_the_form_that_the_file_is_named_for(kept: Store, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"claims.{form}"
    run("export", "--data", kept.folder, "--columns", "observation_id,value", "--sort", "-value", "--out", out)
    begins = {
        "csv": b"observation_id,value\r\na,96",
        "json": b'[\n{"observation_id":"a"',
        "jsonl": b'{"observation_id"',
    }
    assert out.read_bytes().startswith(begins.get(form, b"PK" if form == "xlsx" else b"PAR1"))
    assert [*tmp_path.glob("*.part")] == []


def test_json_on_the_screen_is_one_list(kept: Store) -> None:
    rows = json.loads(run("export", "--data", kept.folder, "--format", "json"))
    assert [row["observation_id"] for row in rows] == ["a", "b"]
    assert json.loads(run("export", "--data", kept.folder, "--format", "json", "--text", "zzz")) == []


@pytest.mark.parametrize("words", [["--format", "xlsx"], ["--format", "json", "--hxl"], ["--columns", "valeu"]])
def test_what_cannot_be_written_is_refused(kept: Store, words: list[str]) -> None:
    assert CliRunner().invoke(main, ["export", "--data", str(kept.folder), *words]).exit_code != 0


def test_a_long_table_is_written_within_what_may_be_held(
    known: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million rows wait on the disk; here fewer do, with less held. Packing too many at once would not fit."""
    block = pd.concat([ALL.frame(known)] * 10_000, ignore_index=True)
    block["note"] = [f"{n} said {n * n}" for n in range(len(block))]
    monkeypatch.setattr(Selection, "blocks", lambda self, catalogue: (block for _ in range(6)))
    monkeypatch.setattr(parquet, "HELD", "40MB")
    assert parquet.write(tmp_path / "long.parquet", known, ALL) == 6 * len(block)
