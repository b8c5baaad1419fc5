"""Who stands behind a claim: independent sources that agree, others that do not, and the documents that repeat it.

The rules are in docs/method/agreement.md. Echoes confirm nothing: only claimants are counted as sources.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..catalogue import Catalogue, Filter
from ..errors import UnknownError
from .compatibility import Claim, Result
from .families import Families
from .journey import texts_from
from .printed import text
from .rivals import Rival, Witnesses, is_attributed


class Status(StrEnum):
    """What the independent sources make of a claim together."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SINGLE = "single"
    UNATTRIBUTED = "unattributed"


@dataclass(frozen=True)
class Standing:
    """Who stands behind one claim. `row` is its row of the query `claims`, which counts its citations."""

    claim: Claim
    confirming: tuple[Rival, ...]
    contradicting: tuple[Rival, ...]
    sources: int
    copies: Mapping[str, int]
    row: object = field(compare=False, repr=False)

    @property
    def status(self) -> Status:
        """Disputed where any claimant contradicts it, corroborated by a second independent source, single else."""
        if not self.sources:
            return Status.UNATTRIBUTED
        if self.contradicting:
            return Status.DISPUTED
        return Status.CORROBORATED if self.sources > 1 else Status.SINGLE

    @property
    def citations(self) -> int:
        """The documents' mentions of it."""
        return _count(self.row, "n_citations")

    @property
    def publishers(self) -> int:
        """The organisations that put those documents out."""
        return _count(self.row, "n_publishers")

    @property
    def unattributed(self) -> int:
        """Those of its citations whose document names no source: filed here by judgement, to be counted apart."""
        return _count(self.row, "n_unattributed")


def standing(catalogue: Catalogue, observation_id: str, *, as_of: dt.date | None = None) -> Standing:
    """Who stands behind one claim, as it was known on a day."""
    found = standings(catalogue, Filter(observation=(observation_id,), as_of=as_of))
    if observation_id not in found:
        raise UnknownError(f"there is no observation {observation_id!r}" + (f" known by {as_of}" if as_of else ""))
    return found[observation_id]


def standings(catalogue: Catalogue, chosen: Filter) -> dict[str, Standing]:
    """Who stands behind each chosen claim, weighed against all that was known, chosen or not."""
    rows = catalogue.rows("claims", chosen)
    if rows.empty:
        return {}
    around = catalogue.rows("claims", Filter(indicator=tuple(sorted(set(rows.indicator_id))), as_of=chosen.as_of))
    witnesses, families, copies = Witnesses(around), Families.of(catalogue), _copies(catalogue, chosen)
    return {
        text(row, "observation_id"): _standing(row, witnesses, families, copies) for row in rows.itertuples(index=False)
    }


def _standing(
    row: object, witnesses: Witnesses, families: Families, copies: Mapping[str, Mapping[str, int]]
) -> Standing:
    claim = Claim.of(row)
    rivals = list(witnesses.rivals(claim, families))
    confirming = tuple(
        rival
        for rival in rivals
        if rival.verdict.confirms and families.are_independent(claim.claimant_id, rival.claim.claimant_id)
    )
    origins = {families.top(rival.claim.claimant_id) for rival in confirming}
    return Standing(
        claim=claim,
        confirming=confirming,
        contradicting=tuple(rival for rival in rivals if rival.verdict.result is Result.INCOMPATIBLE),
        sources=1 + len(origins) if is_attributed(row) else 0,
        copies=copies.get(claim.observation_id, {}),
        row=row,
    )


def _copies(catalogue: Catalogue, chosen: Filter) -> dict[str, dict[str, int]]:
    """For each claim, how many of its documents carry whose text, where they say so."""
    carried = texts_from(catalogue)
    citations = catalogue.rows("citations", chosen).drop_duplicates(["observation_id", "document_id"])
    counts: dict[str, dict[str, int]] = {}
    for row in citations.itertuples(index=False):
        if source := carried.get(text(row, "document_id")):
            sources = counts.setdefault(text(row, "observation_id"), {})
            sources[source] = sources.get(source, 0) + 1
    return counts


def _count(row: object, column: str) -> int:
    return int(getattr(row, column))
