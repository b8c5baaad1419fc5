"""What analysts open our files with reads them without a question: HXL readers, R's guesses of types, LibreOffice."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from shipped import DATA

from tracker.catalogue import Catalogue
from tracker.exports import written
from tracker.exports.columns import column
from tracker.exports.selection import Selection
from tracker.schema import Type
from tracker.store import Store
from tracker.tables import TABLES

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
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


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_libreoffice_opens_the_files(record: Catalogue, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"observations.{form}"
    if form == "csv":
        written_csv(record, "observations", path)
    else:
        written.write(path, record, Selection("observations"), form)
    assert OFFICE is not None
    given = [OFFICE, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path / "out"), str(path)]
    told = subprocess.run(given, capture_output=True, text=True, timeout=120, check=True, env={"HOME": str(tmp_path)})
    assert "warn" not in told.stderr.lower()
    assert (tmp_path / "out/observations.ods").stat().st_size > 1000
