"""Fewer marks where there are more than a screen can show: the extremes, the ends and the breaks always stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from .marks import Mark

MOST = 5000  # marks that a page draws without growing slow
_KEPT = 4  # of each source and stretch of time: the first, the last, the highest and the lowest
Stretch = tuple[str, str, int]


def thin(marks: Sequence[Mark], most: int = MOST) -> list[Mark]:
    """The same marks where they are not too many. Else about `most`: no mark is moved, and none is made up."""
    if len(marks) <= most:
        return list(marks)
    stretches: dict[Stretch, list[Mark]] = {}
    for mark, stretch in zip(marks, _stretches(marks, most), strict=True):
        stretches.setdefault(stretch, []).append(mark)
    kept = {mark.observation_id for stretch in stretches.values() for mark in _telling(stretch)}
    return [mark for mark in marks if mark.observation_id in kept]


def _stretches(marks: Sequence[Mark], most: int) -> Iterator[Stretch]:
    """Of which source, measure and stretch of time each mark is; all stretches are equally long."""
    sources = len({(mark.claimant_id, mark.measure) for mark in marks})
    number = max(1, most // (_KEPT * sources))
    first, last = min(mark.at for mark in marks), max(mark.at for mark in marks)
    long = (last - first) / number or dt.timedelta(days=1)
    return ((mark.claimant_id, mark.measure, min((mark.at - first) // long, number - 1)) for mark in marks)


def _telling(stretch: list[Mark]) -> Iterator[Mark]:
    yield min(stretch, key=lambda mark: mark.at)
    yield max(stretch, key=lambda mark: mark.at)
    yield max(stretch, key=lambda mark: max(mark.heights))
    yield min(stretch, key=lambda mark: min(mark.heights))
    yield from (mark for mark in stretch if mark.break_before)
