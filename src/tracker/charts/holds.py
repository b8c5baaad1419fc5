"""Held levels: each number until its claimant's next, for some days at most, and told apart where several are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ..series import HOLD_DAYS
from .marks import Mark, runs

_DASH, _GAP = 3, 3  # pixels
_TURN = 7  # a dash of one claimant among several, long enough to tell its colour


@dataclass(frozen=True)
class Hold:
    """One stretch of a held number. Where `of` claimants hold it at once, each has its `turn` in the dashes."""

    mark: Mark
    start: dt.datetime
    end: dt.datetime
    y: float
    turn: int = 0
    of: int = 1

    @property
    def dash(self) -> str:
        """The dashes, as plotly takes them. All stretches of one time start together, so that the turns hold."""
        if self.of == 1:
            return f"{_DASH}px,{_GAP}px"
        before, after = (_TURN + _GAP) * self.turn, (_TURN + _GAP) * (self.of - 1 - self.turn) + _GAP
        return f"0px,{before}px,{_TURN}px,{after}px"


def of(marks: Sequence[Mark], until: dt.datetime) -> list[Hold]:
    """The held levels of all claimants; none is held past the last moment that is known."""
    whole = [
        Hold(mark, start, end, y)
        for run in runs(marks, "stock")
        for mark, after in zip(run, [*run[1:], None], strict=True)
        for start, end in [_held(mark, after, until)]
        if end > start
        for y in mark.stands
    ]
    return [piece for _, same in groupby(sorted(whole, key=_number), _number) for piece in _told_apart(list(same))]


def _number(hold: Hold) -> float:
    return hold.y


def _held(mark: Mark, after: Mark | None, until: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    start = max(mark.times)
    limit = min(start + dt.timedelta(days=HOLD_DAYS), until)
    return start, min(limit, *after.times) if after else limit


def _told_apart(holds: list[Hold]) -> Iterable[Hold]:
    """Holds of one number, cut wherever one begins or ends if several claimants have it."""
    if len({hold.mark.claimant_id for hold in holds}) == 1:
        return holds
    return sorted(_cut(holds), key=lambda hold: (hold.mark.observation_id, hold.start))


def _cut(holds: list[Hold]) -> Iterator[Hold]:
    waiting = sorted(holds, key=lambda hold: hold.start, reverse=True)
    active: list[Hold] = []
    for start, end in pairwise(sorted({moment for hold in holds for moment in (hold.start, hold.end)})):
        active = [hold for hold in active if hold.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        claimants = sorted({hold.mark.claimant_id for hold in active})
        for hold in active:
            yield replace(hold, start=start, end=end, turn=claimants.index(hold.mark.claimant_id), of=len(claimants))
