"""Under which claim a figure is filed: as a further citation, as what replaces it, or as a claim of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..matching import Kind, Match

FIELD = "filed"  # the field of a figure that holds the code below; blank leaves it to the likeliest match
ECHO, REVISION, NEW = "echo", "revision", "new"


@dataclass(frozen=True)
class Filing:
    """`claim_id` is the claim that is cited again, or that is replaced; empty for a claim of its own."""

    kind: str = NEW
    claim_id: str = ""
    change: str = ""

    @property
    def code(self) -> str:
        """It in one word, as forms send it: `new`, `echo:ID`, `revision:ID`."""
        return f"{self.kind}:{self.claim_id}" if self.claim_id else NEW


def filing(fields: Mapping[str, str], matches: Sequence[Match]) -> Filing:
    """Where a figure goes: where a person said, else by its likeliest match."""
    kind, _, claim_id = fields.get(FIELD, "").partition(":")
    if kind == NEW:
        return Filing()
    if kind in {ECHO, REVISION} and claim_id:
        change = next((one.change for one in matches if one.observation_id == claim_id and one.change), "update")
        return Filing(kind, claim_id, change if kind == REVISION else "")
    return of_match(matches[0]) if matches else Filing()


def of_match(match: Match) -> Filing:
    """Where a match would put it."""
    if match.kind is Kind.ECHO:
        return Filing(ECHO, match.observation_id)
    if match.kind is Kind.REVISION:
        return Filing(REVISION, match.observation_id, match.change)
    return Filing()
