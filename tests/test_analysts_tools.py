"""What analysts open our files with reads them without a question: HXL readers, R's guesses of types, LibreOffice."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from shipped import DATA

from tracker.catalogue import Catalogue
from tracker.exports import written
from tracker.exports.columns import column
from tracker.exports.selection import Selection
from tracker.schema import Type
from tracker.store import Store
from tracker.tables import TABLES

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # as its cells are shown
RUNS = ["=1+1", '=HYPERLINK("https://example.org";"click")', "+1", "-1+2", "@SUM(1;2)"]
R = shutil.which("Rscript")
if R and subprocess.run([R, "--vanilla", "-e", "library(readr)"], capture_output=True).returncode:
    R = None
IN_R = """
options(warn = 2)
kinds <- c(numeric = "double", Date = "date", POSIXct = "datetime", logical = "logical", character = "character")
for (path in list.files(commandArgs(TRUE)[1], "[.]csv$", full.names = TRUE)) {
  rows <- readr::read_csv(path, show_col_types = FALSE, progress = FALSE)
  stopifnot(nrow(readr::problems(rows)) == 0)
  found <- kinds[sapply(rows, function(column) class(column)[1])]
  cat(sub("[.]csv$", "", basename(path)), paste0("rows=", nrow(rows)), paste0(names(rows), "=", found), "\n")
}
"""
# How readr::read_csv guesses a column from its cells: the first of these that every cell fits; blanks are missing.
GUESSES = {
    "logical": r"T|F|TRUE|FALSE|true|false",
    "double": r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?",
    "date": r"\d{4}-\d{2}-\d{2}",
    "datetime": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z",
    "character": r"(?s).*",
}
EXPECTED = {
    Type.NUMBER: "double",
    Type.INTEGER: "double",
    Type.DATE: "date",
    Type.TIMESTAMP: "datetime",
    Type.FLAG: "logical",
}


@pytest.fixture(scope="module")
def record() -> Catalogue:
    return Catalogue.of(Store(DATA))


def written_csv(record: Catalogue, table: str, path: Path, *, tagged: bool = False) -> Path:
    text = "".join(written.pieces(Selection(table).blocks(record), table, "csv", tagged=tagged))
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("table", TABLES)
def test_an_hxl_reader_finds_every_row_and_every_hashtag(record: Catalogue, tmp_path: Path, table: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader's own code
        import hxl

        path = written_csv(record, table, tmp_path / "tagged.csv", tagged=True)
        found = hxl.data(str(path), hxl.InputOptions(allow_local=True))
        assert [one.display_tag for one in found.columns] == [
            column(table, one.header).hxl.replace(" ", "") for one in found.columns
        ]
        assert len(list(found)) == len(Selection(table).frame(record))


def test_an_hxl_reader_can_count_by_a_tag(record: Catalogue, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import hxl

        path = written_csv(record, "observations", tmp_path / "tagged.csv", tagged=True)
        rows = hxl.data(str(path), hxl.InputOptions(allow_local=True)).with_rows("#indicator+code=children_killed")
        expected = record.observations.indicator_id.eq("children_killed").sum()
        assert len(list(rows)) == expected


@pytest.mark.parametrize("table", TABLES)
def test_the_types_that_r_guesses_are_those_that_are_declared(record: Catalogue, tmp_path: Path, table: str) -> None:
    path = written_csv(record, table, tmp_path / "plain.csv")
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    for n, name in enumerate(header):
        cells = [row[n] for row in rows if row[n] not in {"", "NA"}]
        guess = next(kind for kind, form in GUESSES.items() if all(re.fullmatch(form, cell) for cell in cells))
        assert not cells or guess == EXPECTED.get(column(table, name).type, "character"), (name, guess, cells[:3])


@pytest.mark.skipif(R is None, reason="R is not installed here, or not its package readr")
def test_r_reads_every_table_with_those_types_and_without_a_problem(record: Catalogue, tmp_path: Path) -> None:
    for table in TABLES:
        written_csv(record, table, tmp_path / f"{table}.csv")
    assert R is not None
    asked = [R, "--vanilla", "-e", IN_R, str(tmp_path)]
    told = subprocess.run(asked, capture_output=True, text=True, timeout=120, check=True)
    found = {table: dict(part.split("=") for part in rest) for table, *rest in map(str.split, told.stdout.splitlines())}
    assert found.keys() == TABLES.keys()
    for table, kinds in found.items():
        wanted = Selection(table).frame(record)
        assert (int(kinds.pop("rows")), [*kinds]) == (len(wanted), [*wanted.columns])
        for name, kind in kinds.items():
            declared = EXPECTED.get(column(table, name).type, "character")
            assert kind == declared or wanted[name].isna().all(), (table, name, kind)


@pytest.fixture(scope="module")
def office(record: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where LibreOffice has opened every table in both forms and saved them in the other."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed here")
    folder = tmp_path_factory.mktemp("office")
    for table in TABLES:
        written_csv(record, table, folder / f"{table}.csv")
        written.write(folder / f"{table}.xlsx", record, Selection(table), "xlsx")
    safe = "".join(written.pieces([pd.DataFrame({"note": RUNS})], "citations", "csv", spreadsheet=True))
    (folder / "safe.csv").write_text(safe, encoding="utf-8", newline="")
    for sort, into in (("xlsx", [EVERY_SHEET]), ("csv", ["xlsx", "--infilter=CSV:44,34,76,1"])):
        convert = [OFFICE, "--headless", "--convert-to", into[0], "--outdir", str(folder / "out"), *into[1:]]
        given = [*convert, *map(str, sorted(folder.glob(f"*.{sort}")))]
        home = {"HOME": str(folder), "PATH": os.environ["PATH"]}
        told = subprocess.run(given, capture_output=True, text=True, timeout=240, check=True, env=home)
        said = [line for line in told.stderr.splitlines() if line.strip() and "javaldx" not in line]
        assert said == []  # but that Java, which no table needs, is not there
    return folder


def lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("table", TABLES)
def test_libreoffice_reads_every_cell_of_a_workbook_as_it_was_written(office: Path, table: str) -> None:
    header, *sent = lines(office / f"{table}.csv")
    shown, *read = lines(office / f"out/{table}-{table}.csv")
    kinds = [column(table, name).type for name in header]
    assert shown == header
    assert read == [[as_shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in sent]
    for sheet in ("README", "codebook"):
        assert len(lines(office / f"out/{table}-{sheet}.csv")) > 4


def as_shown(cell: str, kind: Type) -> str:
    """How a sheet shows what the CSV holds."""
    if kind is Type.TIMESTAMP:
        return cell.replace("T", " ").removesuffix("Z")
    return cell.upper() if kind is Type.FLAG else cell


@pytest.mark.parametrize("table", TABLES)
def test_libreoffice_reads_ids_days_and_numbers_of_a_csv_as_such(office: Path, table: str) -> None:
    header, *sent = lines(office / f"{table}.csv")
    _, *read = CalamineWorkbook.from_path(str(office / f"out/{table}.xlsx")).get_sheet_by_index(0).to_python()
    assert len(read) == len(sent)
    for n, name in enumerate(header):
        kind = column(table, name).type
        if kind not in {Type.TEXT, Type.TIMESTAMP}:  # its own guesses of texts are those of any spreadsheet
            assert [as_text(row[n], kind) for row in read] == [row[n] for row in sent], name


def as_text(cell: object, kind: Type) -> str:
    """What the CSV holds, of what the sheet does; the wrong sort of cell is another text."""
    if kind in {Type.NUMBER, Type.INTEGER} and isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell)
    if kind is Type.FLAG and isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if kind is Type.DATE and isinstance(cell, dt.date) else str(cell)


def test_what_looks_like_a_formula_is_a_text_in_libreoffice_where_a_spreadsheet_is_asked_for(office: Path) -> None:
    _, *read = CalamineWorkbook.from_path(str(office / "out/safe.xlsx")).get_sheet_by_index(0).to_python()
    assert read == [[f"'{cell}"] for cell in RUNS]
    with zipfile.ZipFile(office / "out/safe.xlsx") as parts:
        assert not any(b"<f" in parts.read(name) for name in parts.namelist() if "sheet" in name)
