"""Spans of days as numbers: which of them share a day, and the best set in which none do. Both ends are included."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]


def overlapping(starts: Days, ends: Days) -> npt.NDArray[np.bool_]:
    """Which of the spans share a day with another one. A shared last and first day is a shared day."""
    shares = np.zeros(len(starts), dtype=bool)
    order = np.lexsort((ends, starts))
    latest = np.maximum.accumulate(ends[order])[:-1]
    follows = starts[order][1:] <= latest
    # What lies between a long span and the last that it reaches shares days with it too: the next one always does.
    shares[order[1:]] = follows
    shares[order[:-1]] |= follows
    return shares


def heaviest_disjoint(starts: Days, ends: Days, weights: Sequence[float]) -> list[int]:
    """Positions of a set of spans that share no day, with the greatest sum of weights, which are all above zero.

    Weighted interval scheduling; of several such sets, the same one for the same order of spans.
    """
    order = np.lexsort((starts, ends))
    before = np.searchsorted(ends[order], starts[order], side="left").tolist()
    places = order.tolist()
    best: list[float] = [0]
    for k, place in enumerate(places):
        best.append(max(best[k], best[before[k]] + weights[place]))
    chosen, k = [], len(places)
    while k:
        is_taken = best[k] != best[k - 1]
        if is_taken:
            chosen.append(places[k - 1])
        k = before[k - 1] if is_taken else k - 1
    return sorted(chosen)


def most_disjoint(starts: Days, ends: Days) -> list[int]:
    """Positions of a largest set of spans that share no day; of several as large, one that covers the most days."""
    lengths = (ends - starts + 1).tolist()
    more_than_all_days = sum(lengths) + 1
    return heaviest_disjoint(starts, ends, [more_than_all_days + length for length in lengths])
