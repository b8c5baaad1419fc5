"""One contest: ours and a peer's way to the same answer, timed in turns so that neither has the quieter machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True)
class Result:
    """Medians in milliseconds."""

    task: str
    peer: str
    ours_ms: float
    peer_ms: float

    @property
    def ratio(self) -> float:
        """Our time over the peer's: below one, ours is quicker."""
        return self.ours_ms / self.peer_ms


def contest(task: str, ours: Callable[[], object], peer: str, theirs: Callable[[], object]) -> Result:
    """Time both, after one round that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for way, kept in zip((ours, theirs), times, strict=True):
            start = time.perf_counter()
            way()
            if turn:
                kept.append((time.perf_counter() - start) * 1000)
    return Result(task, peer, statistics.median(times[0]), statistics.median(times[1]))
