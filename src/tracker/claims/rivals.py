"""The claims of others that a claim can be weighed against, each with the verdict on the pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from .compatibility import Claim, Result, Verdict, verdict
from .families import Families
from .printed import text

REPLACING = frozenset({"correction", "revision", "retraction"})  # an update leaves what was true on its day


@dataclass(frozen=True)
class Rival:
    """Another claimant's claim about the same thing, and what it is to ours."""

    claim: Claim
    verdict: Verdict


class Witnesses:
    """The claims that count as a source's word, laid out by what they are about."""

    def __init__(self, claims: pd.DataFrame) -> None:
        """`claims` are rows of the query `claims`."""
        self._by_subject: dict[tuple[str, str], list[Claim]] = {}
        for claim in sorted(current(claims), key=lambda claim: (claim.claimant_id, claim.observation_id)):
            self._by_subject.setdefault(_subject(claim), []).append(claim)

    def rivals(self, claim: Claim, families: Families) -> Iterator[Rival]:
        """The comparable claims of other claimants, by claimant and name."""
        for other in self._by_subject.get(_subject(claim), ()):
            if other.observation_id != claim.observation_id and not families.are_one(
                claim.claimant_id, other.claimant_id
            ):
                found = verdict(claim, other)
                if found.result is not Result.NOT_COMPARABLE:
                    yield Rival(other, found)


def current(claims: pd.DataFrame) -> Iterator[Claim]:
    """The claims that count as a source's word: attributed, and neither replaced, withdrawn nor deprecated."""
    for row in claims.itertuples(index=False):
        is_replaced = text(row, "superseded_change") in REPLACING or text(row, "change") == "retraction"
        if is_attributed(row) and not is_replaced and text(row, "rank") != "deprecated":
            yield Claim.of(row)


def is_attributed(row: object) -> bool:
    """Whether somebody made the claim: a circulating figure has no claimed origin, whoever it is filed under."""
    return bool(text(row, "claimant_id")) and not getattr(row, "is_circulating", False)


def disagreements(claims: Iterable[Claim], witnesses: Witnesses, families: Families) -> Iterator[tuple[Claim, Rival]]:
    """Each pair of a claim and another that cannot both be true, once."""
    seen: set[frozenset[str]] = set()
    for claim in claims:
        for rival in witnesses.rivals(claim, families):
            pair = frozenset((claim.observation_id, rival.claim.observation_id))
            if rival.verdict.result is Result.INCOMPATIBLE and pair not in seen:
                seen.add(pair)
                yield claim, rival


def _subject(claim: Claim) -> tuple[str, str]:
    return claim.indicator_id, claim.place_id
