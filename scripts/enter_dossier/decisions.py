"""What a person decided where no rule can: one field of one claim or one row, each with its reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.tables import CITATIONS, OBSERVATIONS

DECIDES = "decides"  # the row that a claim takes its figure from


@dataclass(frozen=True)
class Decision:
    """`value` for `field` of the claim, or of the citation that comes from `row` where there is one."""

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
            table = CITATIONS if decision.row else OBSERVATIONS
            if decision.field != DECIDES and decision.field not in table:
                raise DataError("decisions", f"{decision.field!r} is not a column of {table.name}")
            if not decision.reason:
                raise DataError("decisions", f"{decision.claim_key} {decision.field} gives no reason")

    def for_claim(self, key: str) -> dict[str, str]:
        """Field and value of each decision on an observation."""
        return {item.field: item.value for item in self.all if item.claim_key == key and not item.row}

    def for_row(self, number: int) -> dict[str, str]:
        """Field and value of each decision on a citation."""
        return {item.field: item.value for item in self.all if item.row == str(number)}
