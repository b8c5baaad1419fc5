"""The whole of one dossier as rows of our tables. The same dossier, names and decisions always give the same rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import DataError

from . import dossier
from .citations import citations
from .claims import Claim, claim
from .decisions import Decisions
from .documents import dated, documents, page, standing
from .dossier import Row
from .names import Names

Cells = dict[str, object]
RECORDER = "dossier conversion"


@dataclass(frozen=True)
class Conversion:
    """What became of a dossier: its rows, its claims, and the rows for each table."""

    rows: tuple[Row, ...]
    claims: tuple[Claim, ...]
    tables: dict[str, list[Cells]]
    pages: int  # documents, those that stood already included
    names: Names
    decisions: Decisions


def convert(folder: Path, crisis: str, data: Path, *, recorded_on: str, indicators: Collection[str] = ()) -> Conversion:
    """Turn the dossier in `folder` into rows; with `indicators`, only the claims that have one of them."""
    beside = Path(__file__).parent / crisis
    names = Names(data, beside / "names.csv")
    decisions = Decisions(beside / "decisions.csv")
    rows = _hedged(dated(_chosen(dossier.read(folder), indicators), decisions), decisions)
    _refuse_strays(decisions, rows)
    pages = documents(rows, names, decisions, standing(data))
    claims = tuple(claim(key, members, names, decisions) for key, members in dossier.claims(rows))
    entry = {"crisis_id": crisis, "recorded_on": recorded_on, "recorded_by": RECORDER}
    of_row = {row.number: pages[page(row)]["document_id"] for row in rows}
    tables: dict[str, list[Cells]] = {
        "documents": [dict(cells) for cells in pages.values() if len(cells) > 1],
        "observations": [found.cells | entry for found in claims],
        "citations": [cells for found in claims for cells in citations(found, of_row, names, decisions)],
    }
    return Conversion(rows, claims, tables, len(pages), names, decisions)


def _chosen(rows: tuple[Row, ...], indicators: Collection[str]) -> tuple[Row, ...]:
    if not indicators:
        return rows
    keys = {row.claim_key for row in rows if row.indicator in indicators}
    return tuple(row for row in rows if row.claim_key in keys)


def _hedged(rows: tuple[Row, ...], decisions: Decisions) -> tuple[Row, ...]:
    hedges = decisions.hedges()
    return tuple(replace(row, qualifier=hedges.get(row.number, row.qualifier)) for row in rows)


def _refuse_strays(decisions: Decisions, rows: tuple[Row, ...]) -> None:
    """A decision on a row or claim that is not in the whole dossier is a slip."""
    known = {row.claim_key for row in rows}
    numbers = {str(row.number): row.claim_key for row in rows}
    for item in decisions.all:
        if item.claim_key in known and item.row and numbers.get(item.row) != item.claim_key:
            raise DataError("decisions", f"row {item.row} does not belong to {item.claim_key}")
