"""A dossier becomes rows: nothing is lost, nothing is added, and the same dossier always gives the same bytes."""

from __future__ import annotations

import csv
import shutil
from functools import cache
from pathlib import Path

import pytest
from shipped import of_crisis

from scripts.enter_dossier import dossier, figures
from scripts.enter_dossier.claims import Claim
from scripts.enter_dossier.conversion import RECORDER, Conversion, convert
from scripts.enter_dossier.decisions import DECIDES
from scripts.enter_dossier.dossier import Row
from scripts.enter_dossier.report import report
from tracker.errors import DataError
from tracker.figure import Figure
from tracker.store import Store

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
ALEPPO = ROOT.parent / "shared/facts/aleppo-2016"
RECORDED_ON = "2026-11-22T12:00:00Z"
FIGURE = ("value", "value_low", "value_high", "qualifier")

pytestmark = pytest.mark.skipif(not ALEPPO.is_dir(), reason=f"the dossier is not at {ALEPPO}: only its tables are here")


@cache
def made(data: Path = DATA) -> Conversion:
    return convert(ALEPPO, "aleppo-2016", data, recorded_on=RECORDED_ON)


def citation_of() -> dict[int, dict[str, object]]:
    """The citation of each row of the dossier, by the row's number."""
    rows = [row for claim in made().claims for row in claim.rows]
    return {row.number: cells for row, cells in zip(rows, made().tables["citations"], strict=True)}


def without_other_crises(folder: Path) -> Path:
    """A copy of the tables that knows nothing of what happened elsewhere."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns(".tracker"))
    for name in ("documents", "observations", "citations"):
        kept = {row[f"{name[:-1]}_id"] for row in of_crisis(name, "aleppo-2016")}
        path = folder / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(
            "".join(lines[:1] + [line for line in lines if line.partition(",")[0] in kept]), encoding="utf-8"
        )
    return folder


def before_entry(folder: Path) -> Path:
    """The tables of this crisis without what the conversion entered: what people keep by hand."""
    without_other_crises(folder)
    ids = {name: {str(cells[f"{name[:-1]}_id"]) for cells in rows} for name, rows in made(folder).tables.items()}
    ids["documents"] = {str(cells["document_id"]) for cells in made().tables["citations"]}
    for name, entered in ids.items():
        path = folder / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.partition(",")[0] not in entered or "by hand" in line]
        path.write_text("".join(kept), encoding="utf-8")
    made.cache_clear()
    return folder


def test_every_row_becomes_exactly_one_citation() -> None:
    rows = dossier.read(ALEPPO)
    assert len(rows) == len(made().tables["citations"]) == 1101
    assert sorted(citation_of()) == [row.number for row in rows]


def test_every_claim_becomes_exactly_one_observation() -> None:
    keys = {row.claim_key for row in dossier.read(ALEPPO)}
    assert sorted(keys) == sorted(str(cells["observation_id"]) for cells in made().tables["observations"])


def test_every_citation_stands_in_the_tables_as_converted() -> None:
    with (DATA / "citations.csv").open(encoding="utf-8", newline="") as file:
        standing = {row["citation_id"]: row for row in csv.DictReader(file)}
    for row in made().rows:
        cells = citation_of()[row.number]
        kept = standing[str(cells["citation_id"])]
        assert (kept["observation_id"], kept["wording"], kept["locator"]) == (row.claim_key, row.wording, row.locator)


@pytest.mark.parametrize("number", range(0, 1101, 7))
def test_the_figure_of_a_row_survives_in_its_citation(number: int) -> None:
    row = next(row for row in made().rows if row.number == number)
    cells = citation_of()[number]
    claim = next(claim for claim in made().claims if claim.key == row.claim_key)
    source = cells if cells.get("qualifier") else claim.cells
    assert Figure(*(source[name] for name in FIGURE)) == figures.figure(row)  # type: ignore[arg-type]


def test_a_citation_gives_all_of_a_figure_or_none_of_it() -> None:
    for cells in made().tables["citations"]:
        given = [cells.get(name) not in {"", None} for name in FIGURE]
        assert given[3] or not any(given[:3]), cells["citation_id"]


def test_no_observation_says_more_than_its_deciding_row() -> None:
    for claim in made().claims:
        assert Figure(*(claim.cells[name] for name in FIGURE)) == figures.figure(claim.deciding)  # type: ignore[arg-type]
        decided = made().decisions.for_claim(claim.key)
        for name in ("period_start", "period_end", "measure"):
            assert name in decided or claim.cells[name] == getattr(claim.deciding, name), (claim.key, name)


def test_a_number_that_was_not_printed_is_not_entered() -> None:
    for claim in made().claims:
        if not claim.deciding.value and claim.deciding.qualifier != "range":
            assert claim.cells["qualifier"] == "vague"
            assert (claim.cells["value"], claim.cells["value_low"], claim.cells["value_high"]) == (None, None, None)


def test_the_claimants_own_document_decides_where_there_is_one_and_nobody_decided_otherwise() -> None:
    decided = {item.claim_key for item in made().decisions.all if item.field == DECIDES}
    for claim in made().claims:
        if claim.key not in decided and not claim.is_circulating and _has_origin(claim):
            assert claim.rule == "the claimant's own document", claim.key


def test_every_decision_names_a_claim_a_reason_and_a_row_of_that_claim() -> None:
    rows = {str(row.number): row.claim_key for row in made().rows}
    for item in made().decisions.all:
        assert item.reason
        assert item.claim_key in set(rows.values())
        assert not item.row or rows[item.row] == item.claim_key


def test_running_it_again_changes_no_byte(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns(".tracker"))
    Store(folder).append(convert(ALEPPO, "aleppo-2016", folder, recorded_on=RECORDED_ON).tables)
    for path in sorted(DATA.glob("*.csv")):
        assert (folder / path.name).read_bytes() == path.read_bytes(), path.name


def test_entering_it_anew_gives_the_shipped_bytes(tmp_path: Path) -> None:
    shipped, folder = without_other_crises(tmp_path / "shipped"), before_entry(tmp_path / "data")
    assert RECORDER not in (folder / "observations.csv").read_text(encoding="utf-8")
    Store(folder).append(convert(ALEPPO, "aleppo-2016", folder, recorded_on=RECORDED_ON).tables)
    for name in ("documents", "observations", "citations"):
        assert (folder / f"{name}.csv").read_bytes() == (shipped / f"{name}.csv").read_bytes(), name


def test_the_report_in_the_docs_is_that_of_this_conversion() -> None:
    written = (ROOT / "docs/data/aleppo-2016.md").read_text(encoding="utf-8")
    assert written == report(made(), "aleppo-2016")


@pytest.mark.parametrize("column", ["publisher", "attributed_source", "place", "indicator"])
def test_a_name_in_no_table_is_an_error_that_names_it(tmp_path: Path, column: str) -> None:
    folder = _one_row(tmp_path, **{column: "Nowhere Gazette"})
    with pytest.raises(DataError, match="Nowhere Gazette"):
        convert(folder, "aleppo-2016", DATA, recorded_on=RECORDED_ON)


def test_the_four_headline_indicators_can_be_entered_alone() -> None:
    chosen = convert(ALEPPO, "aleppo-2016", DATA, recorded_on=RECORDED_ON, indicators={"children_killed"})
    assert {row.claim_key for row in chosen.rows} == {
        row.claim_key for row in made().rows if row.indicator == "children_killed"
    }


def _has_origin(claim: Claim) -> bool:
    numbers = {row.number for row in claim.rows}
    return any(cells["role"] == "origin" for number, cells in citation_of().items() if number in numbers)


def _one_row(folder: Path, **changed: str) -> Path:
    columns = [name for name in Row.__dataclass_fields__ if name != "number"]
    with (ALEPPO / "figures.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    with (folder / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerow(first | {"claim_key": "nobody-2016-nothing"} | changed)
    return folder
