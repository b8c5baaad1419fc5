"""Each dossier in the shipped tables: every row once, as printed, and entering it again changes nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from shipped import DATA, FIGURE, citation, keyed, of_crisis, table

from scripts.enter_dossier import figures
from scripts.enter_dossier.conversion import Conversion, convert
from scripts.enter_dossier.report import report
from tracker.figure import Figure

ROOT = Path(__file__).parents[1]
DOSSIERS = ROOT.parent / "shared/facts"
COUNTS = {  # of rows, claims and documents
    "gaza-2023": (555, 400, 207),
    "ukraine-2022": (533, 442, 145),
    "sudan-2023": (279, 213, 94),
}
each_crisis = pytest.mark.parametrize("crisis", COUNTS)
each_dossier = pytest.mark.parametrize(
    "crisis",
    [
        pytest.param(
            crisis,
            marks=pytest.mark.skipif(
                not (DOSSIERS / crisis).is_dir(), reason=f"no dossier at {DOSSIERS / crisis}: only its tables are here"
            ),
        )
        for crisis in COUNTS
    ],
)


@cache
def made(crisis: str) -> Conversion:
    return convert(DOSSIERS / crisis, crisis, DATA, recorded_on="2026-11-22T12:00:00Z")


@each_crisis
def test_the_tables_hold_every_row_and_every_claim(crisis: str) -> None:
    rows, claims, documents = COUNTS[crisis]
    assert len({row["citation_id"] for row in of_crisis("citations", crisis)}) == rows
    assert len({row["observation_id"] for row in of_crisis("observations", crisis)}) == claims
    assert len(of_crisis("documents", crisis)) == documents


@each_dossier
def test_every_row_stands_once_in_the_tables_word_for_word(crisis: str) -> None:
    rows = [row for claim in made(crisis).claims for row in claim.rows]
    assert sorted(row.number for row in rows) == list(range(COUNTS[crisis][0]))
    for row, cells in zip(rows, made(crisis).tables["citations"], strict=True):
        kept = citation(str(cells["citation_id"]))
        document = keyed("documents")[kept["document_id"]]
        assert (kept["observation_id"], kept["wording"], kept["locator"]) == (row.claim_key, row.wording, row.locator)
        assert (document["url"], document["published_on"]) == (row.url, row.published_on)


@each_dossier
def test_the_figure_of_every_row_survives(crisis: str) -> None:
    for claim in made(crisis).claims:
        cited = [cells for cells in made(crisis).tables["citations"] if cells["observation_id"] == claim.key]
        for row, cells in zip(claim.rows, cited, strict=True):
            source = cells if cells.get("qualifier") else claim.cells
            assert Figure(*(source[name] for name in FIGURE)) == figures.figure(row), row.number  # type: ignore[arg-type]


@each_dossier
def test_entering_it_again_gives_the_shipped_rows_and_the_shipped_report(crisis: str) -> None:
    for name in ("observations", "citations"):
        shipped = {(row[f"{name[:-1]}_id"], row["revision"]): row for row in table(name)}
        for cells in made(crisis).tables[name]:
            kept = shipped[str(cells[f"{name[:-1]}_id"]), text(cells["revision"])]
            assert {column: kept[column] for column in cells} == {column: text(cell) for column, cell in cells.items()}
    assert (ROOT / f"docs/data/{crisis}.md").read_text(encoding="utf-8") == report(made(crisis), crisis)


def text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)
