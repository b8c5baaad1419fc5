"""Room for claims that fall on each other: nothing moves up, down or to another day, yet each stays to be seen."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .marks import Mark

# Where on a bar its marker may stand when another is in the middle.
_SHARES = (1 / 4, 3 / 4, 3 / 8, 5 / 8, 1 / 8, 7 / 8)


@dataclass(frozen=True)
class Room:
    """How close two marks may come before one hides the other, in time and in number."""

    time: dt.timedelta
    value: float

    @cached_property
    def seconds(self) -> float:
        """The time, in seconds; at least one."""
        return max(self.time.total_seconds(), 1.0)

    def column(self, at: dt.datetime) -> int:
        """The strip of time that a marker covers when it stands there."""
        return int((at - dt.datetime.min).total_seconds() // self.seconds)

    def row(self, mark: Mark) -> int:
        """The strip of the chart that a bar covers."""
        return round(mark.heights[0] / self.value)


def settle(marks: Sequence[Mark], room: Room) -> list[Mark]:
    """The same marks with room to be seen: markers seated, covered bars and nested markers known as such."""
    seats, covered = _seats(marks, room), _covered(marks, room)
    count: Counter[tuple[dt.datetime, float]] = Counter()
    settled = []
    for mark in marks:
        spot = seats[mark.observation_id], mark.heights[0]
        is_covered = mark.observation_id in covered
        is_moved = is_covered or count[spot] or spot[0] != mark.at
        settled.append(replace(mark, at=spot[0], is_covered=is_covered, depth=count[spot]) if is_moved else mark)
        count[spot] += not mark.is_range
    return settled


def _seats(marks: Sequence[Mark], room: Room) -> dict[str, dt.datetime]:
    """Where markers would coincide, one moves along its own bar. The shortest bars choose first."""
    hidden: set[tuple[int, int]] = set()
    seats: dict[str, dt.datetime] = {}
    for mark in sorted(marks, key=_length):
        row = room.row(mark)
        free = (at for at in _choices(mark) if (room.column(at), row) not in hidden) if mark.bar else ()
        seats[mark.observation_id] = at = next(iter(free), mark.at)
        hidden |= _neighbours(room.column(at), row)
    return seats


def _covered(marks: Sequence[Mark], room: Room) -> set[str]:
    """Bars that lie on an earlier one at the same height."""
    strips: dict[int, _Span] = {}
    return {
        mark.observation_id
        for mark in marks
        if mark.bar and strips.setdefault(room.row(mark), _Span()).meets(*mark.bar)
    }


class _Span:
    """The time that bars of one strip cover, as disjoint pieces in order."""

    def __init__(self) -> None:
        self.starts: list[dt.datetime] = []
        self.ends: list[dt.datetime] = []

    def meets(self, start: dt.datetime, end: dt.datetime) -> bool:
        """Whether it shares time with what is covered; it is covered from now on."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        is_met = first < last
        if is_met:
            start, end = min(start, self.starts[first]), max(end, self.ends[last - 1])
        self.starts[first:last], self.ends[first:last] = [start], [end]
        return is_met


def _length(mark: Mark) -> dt.timedelta:
    return mark.bar[1] - mark.bar[0] if mark.bar else dt.timedelta()


def _choices(mark: Mark) -> Iterator[dt.datetime]:
    yield mark.at
    if mark.bar is not None:
        yield from (mark.bar[0] + (mark.bar[1] - mark.bar[0]) * share for share in _SHARES)


def _neighbours(across: int, up: int) -> set[tuple[int, int]]:
    """The squares of the chart in which another marker would touch the one in this square."""
    return {(across + x, up + y) for x in (-1, 0, 1) for y in (-1, 0, 1)}
