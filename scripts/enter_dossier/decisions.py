"""What a person decided where no rule can: one field of one claim, row or document, each with its reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.tables import CITATIONS, DOCUMENTS, OBSERVATIONS

DECIDES = "decides"  # the row that a claim takes its figure from
HEDGE = "qualifier"  # of a row: the hedge its words print, where the dossier's cell lost it


@dataclass(frozen=True)
class Decision:
    """`value` for `field` of the claim; where there is a `row`, of its citation, or of its document."""

    claim_key: str
    row: str
    field: str
    value: str
    reason: str


class Decisions:
    """The decisions for one dossier."""

    def __init__(self, path: Path) -> None:
        """Reads decisions.csv; refuses a field that no table has."""
        with path.open(encoding="utf-8", newline="") as file:
            self.all = tuple(Decision(**cells) for cells in csv.DictReader(file))
        for decision in self.all:
            tables = (CITATIONS, DOCUMENTS) if decision.row else (OBSERVATIONS,)
            if decision.field != DECIDES and not any(decision.field in table for table in tables):
                raise DataError("decisions", f"{decision.field!r} is not a column of {tables[0].name}")
            if not decision.reason:
                raise DataError("decisions", f"{decision.claim_key} {decision.field} gives no reason")

    def for_claim(self, key: str) -> dict[str, str]:
        """Field and value of each decision on an observation."""
        return {item.field: item.value for item in self.all if item.claim_key == key and not item.row}

    def for_row(self, number: int) -> dict[str, str]:
        """Field and value of each decision on a citation."""
        found = {item.field: item.value for item in self.all if item.row == str(number) and item.field in CITATIONS}
        found.pop(HEDGE, None)
        return found

    def hedges(self) -> dict[int, str]:
        """The qualifier of each row whose printed words carry another hedge than the dossier's cell."""
        return {int(item.row): item.value for item in self.all if item.row and item.field == HEDGE}

    def for_documents(self) -> dict[str, dict[str, str]]:
        """Field and value of each decision on a document, by one of its rows."""
        found: dict[str, dict[str, str]] = {}
        for item in self.all:
            if item.row and item.field in DOCUMENTS and item.field not in CITATIONS:
                found.setdefault(item.row, {})[item.field] = item.value
        return found
