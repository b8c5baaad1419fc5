"""What the claimants say of one thing, one place and one time: who agrees with whom, and how far apart they are.

The rules are in docs/method/agreement.md. Every number here is one that somebody claimed.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import series
from .catalogue import Catalogue, Filter
from .claims.compatibility import NOT_COUNTS, STOCK_DAYS, Claim, Result, Verdict, verdict
from .claims.families import Families
from .claims.rivals import current, is_attributed
from .errors import TrackerError, UnknownError
from .period import Period


@dataclass(frozen=True)
class Pair:
    """Two claims of different claimants, and what they are to each other."""

    one: Claim
    other: Claim
    verdict: Verdict


@dataclass(frozen=True)
class Spread:
    """The lowest and the highest figures claimed of one time, each as its claimants gave it: several where they tie."""

    lowest: tuple[Claim, ...]
    highest: tuple[Claim, ...]
    claimants: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """The claims of one indicator in one place that speak of a time, and how they stand to each other.

    `claims` has each claimant's, in time; `unattributed` those that reports repeat and nobody is known to have made.
    `sources` counts the claimants that are known to be independent origins.
    """

    claims: Mapping[str, tuple[Claim, ...]]
    unattributed: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    spreads: tuple[Spread, ...]
    sources: int

    @property
    def compatible(self) -> tuple[Pair, ...]:
        """The pairs that can both be true."""
        return tuple(pair for pair in self.pairs if pair.verdict.result is Result.COMPATIBLE)

    @property
    def incompatible(self) -> tuple[Pair, ...]:
        """The pairs that cannot both be true."""
        return tuple(pair for pair in self.pairs if pair.verdict.result is Result.INCOMPATIBLE)


def agreement(
    catalogue: Catalogue, indicator: str, place: str, *, period: Period, as_of: dt.date | None = None
) -> Agreement:
    """What is claimed of a day or period in exactly this place, as it was known on a day.

    Claims speak of a time when their period touches it; levels also when they stand within a few days of it.
    """
    _check(catalogue, indicator, place, period)
    rows = catalogue.rows("claims", Filter(indicator=(indicator,), place=(place,), as_of=as_of))
    rows = series.arrange(rows[rows.place_id.eq(place)])
    rows = rows[~rows.is_superseded]
    claims = [claim for claim in current(rows) if _speaks_of(claim, period)]
    nobody = [Claim.of(row) for row in rows.itertuples(index=False) if not is_attributed(row)]
    families = Families.of(catalogue)
    return Agreement(
        claims=_by_claimant(claims),
        unattributed=tuple(sorted((claim for claim in nobody if _speaks_of(claim, period)), key=_in_time)),
        pairs=tuple(_pairs(claims, families)),
        spreads=tuple(_spreads(claims)),
        sources=len({families.top(claim.claimant_id) for claim in claims if claim.claimant_id not in families.unnamed}),
    )


def _check(catalogue: Catalogue, indicator: str, place: str, period: Period) -> None:
    for table, identifier in (("indicators", indicator), ("places", place)):
        if catalogue.get(table, identifier) is None:
            raise UnknownError(f"there is no {table.removesuffix('s')} {identifier!r}")
    if not (period.is_known and period.is_ordered):
        raise TrackerError(f"agreement is about a day or a period with both its ends, in order: {period} is not")


def _speaks_of(claim: Claim, asked: Period) -> bool:
    """Whether the claim is of that time; one whose own time is not fully stated is of no time in particular."""
    start, end = claim.period.start or claim.period.end, claim.period.end or claim.period.start
    is_level = claim.measure == "stock"
    if start is None or end is None or not (claim.period.is_known or is_level):
        return False
    slack = dt.timedelta(days=STOCK_DAYS if is_level else 0)
    assert asked.start is not None and asked.end is not None
    return start <= asked.end + slack and asked.start - slack <= end


def _by_claimant(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    ordered = sorted(claims, key=lambda claim: (claim.claimant_id, *_in_time(claim)))
    groups = itertools.groupby(ordered, key=lambda claim: claim.claimant_id)
    return {claimant: tuple(own) for claimant, own in groups}


def _in_time(claim: Claim) -> tuple[str, str]:
    return str(claim.period.end or claim.period.start or ""), claim.observation_id


def _pairs(claims: Iterable[Claim], families: Families) -> Iterator[Pair]:
    """Every two comparable claims of claimants that do not speak for each other."""
    ordered = sorted(claims, key=lambda claim: (claim.claimant_id, claim.observation_id))
    for one, other in itertools.combinations(ordered, 2):
        found = verdict(one, other)
        if found.result is not Result.NOT_COMPARABLE and not families.are_one(one.claimant_id, other.claimant_id):
            yield Pair(one, other, found)


def _spreads(claims: Iterable[Claim]) -> Iterator[Spread]:
    """One for each time of which two or more claimants gave a number of the same thing."""
    numbered = [claim for claim in claims if claim.figure.numbers and claim.period.is_ordered]
    for _, group in itertools.groupby(sorted(numbered, key=_subject), key=_subject):
        like = sorted(group, key=lambda claim: (claim.claimant_id, claim.observation_id))
        claimants = tuple(dict.fromkeys(claim.claimant_id for claim in like))
        if len(claimants) > 1:
            least, most = min(map(_least, like)), max(map(_most, like))
            lowest = tuple(claim for claim in like if _least(claim) == least)
            yield Spread(lowest, tuple(claim for claim in like if _most(claim) == most), claimants)


def _subject(claim: Claim) -> tuple[str, ...]:
    """What must be one and the same for two numbers to lie apart: a running total counts the events of its period."""
    kind = "flow" if claim.measure == "cumulative" else claim.measure
    basis = claim.basis if claim.basis in NOT_COUNTS else ""
    times = claim.period.start or claim.period.end, claim.period.end or claim.period.start
    return (*map(str, times), kind, claim.population, claim.scope, basis)


def _least(claim: Claim) -> float:
    return min(claim.figure.numbers)


def _most(claim: Claim) -> float:
    return max(claim.figure.numbers)
