"""What became known between two days: new claims, revisions, claimants gone silent, new disagreements.

Both days are included: the record as of the eve of the first is compared with the record as of the last.
The rules are in docs/method/changes.md.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..catalogue import Catalogue, Filter
from ..errors import TrackerError
from ..period import day
from .compatibility import Claim
from .families import Families
from .printed import text
from .rivals import Rival, Witnesses, current, disagreements, is_attributed

REGULAR = 3  # a claimant must have spoken on this many days before silence means anything
PATIENCE = 2  # silent after twice its longest pause so far
SHORTEST = dt.timedelta(days=14)  # and never before two weeks


@dataclass(frozen=True)
class Revision:
    """A claim that replaces an earlier one; `replaced` is None where that one is not among the chosen claims."""

    kind: str
    row: object = field(repr=False)
    replaced: object = field(repr=False)


@dataclass(frozen=True)
class Silence:
    """A claimant that used to speak on an indicator in a place, and stopped. `last` is its last claim there."""

    claimant_id: str
    indicator_id: str
    place_id: str
    last_known_on: dt.date
    silent_from: dt.date
    longest_pause: int
    last: object = field(compare=False, repr=False)


@dataclass(frozen=True)
class Disagreement:
    """Two claims that cannot both be true, at least one of them new."""

    claim: Claim
    rival: Rival


@dataclass(frozen=True)
class Changes:
    """What became known from `since` to `until`. `new` are rows of the query `claims` that replace none."""

    since: dt.date
    until: dt.date
    new: tuple[object, ...] = field(repr=False)
    revisions: tuple[Revision, ...]
    silences: tuple[Silence, ...]
    disagreements: tuple[Disagreement, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.revisions or self.silences or self.disagreements)

    def of_kind(self, kind: str) -> tuple[Revision, ...]:
        """The revisions of one kind: a term of the vocabulary `CHANGE`."""
        return tuple(revision for revision in self.revisions if revision.kind == kind)


def changes(catalogue: Catalogue, since: dt.date, until: dt.date, chosen: Filter | None = None) -> Changes:
    """What became known from `since` to `until`, both included, among the chosen claims."""
    if until < since:
        raise TrackerError(f"until {until} is before since {since}: swap them")
    chosen = chosen or Filter()
    before = catalogue.rows("claims", replace(chosen, as_of=since - dt.timedelta(days=1)))
    after = catalogue.rows("claims", replace(chosen, as_of=until))
    rows: dict[str, object] = {text(row, "observation_id"): row for row in after.itertuples(index=False)}
    fresh = sorted((rows[name] for name in rows.keys() - set(before.observation_id)), key=_in_time)
    return Changes(
        since=since,
        until=until,
        new=tuple(row for row in fresh if not text(row, "revises")),
        revisions=tuple(_revision(row, rows) for row in fresh if text(row, "revises")),
        silences=tuple(silence for silence in _silences(rows) if since <= silence.silent_from <= until),
        disagreements=tuple(_new_disagreements(catalogue, fresh, until)),
    )


def _revision(row: object, rows: dict[str, object]) -> Revision:
    return Revision(text(row, "change"), row, rows.get(text(row, "revises")))


def _silences(rows: dict[str, object]) -> Iterator[Silence]:
    """Every series of claims that has paused for longer than it ever did before, whenever that was."""
    series: dict[tuple[str, str, str], list[object]] = {}
    for row in filter(is_attributed, rows.values()):
        series.setdefault((text(row, "claimant_id"), text(row, "indicator_id"), text(row, "place_id")), []).append(row)
    for key, spoken in sorted(series.items()):
        days = sorted({_known_on(row) for row in spoken})
        if len(days) >= REGULAR:
            longest = max(later - earlier for earlier, later in itertools.pairwise(days))
            last = max(spoken, key=_in_time)
            yield Silence(*key, days[-1], days[-1] + max(SHORTEST, PATIENCE * longest), longest.days, last)


def _new_disagreements(catalogue: Catalogue, fresh: list[object], until: dt.date) -> Iterator[Disagreement]:
    """Weighed against every claim known by then, chosen or not."""
    if not fresh:
        return
    names = {text(row, "observation_id") for row in fresh}
    indicators = tuple(sorted({text(row, "indicator_id") for row in fresh}))
    around = catalogue.rows("claims", Filter(indicator=indicators, as_of=until))
    claims = [claim for claim in current(around) if claim.observation_id in names]
    for claim, rival in disagreements(claims, Witnesses(around), Families.of(catalogue)):
        yield Disagreement(claim, rival)


def _in_time(row: object) -> tuple[dt.date, str]:
    return _known_on(row), text(row, "observation_id")


def _known_on(row: object) -> dt.date:
    known = day(getattr(row, "known_on", None))
    assert known is not None, "an as-of view holds only what has a day it became known"
    return known
