"""Adding 100,000 flows, or refusing to: beside a loop over the rows and beside the intervals of pandas."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from tracker import intervals, totals

from . import made
from .contest import Result, contest

FLOWS = 100_000
LOOP = "a loop over pandas rows"


def results() -> Iterator[Result]:
    """Each answer is checked against the peer's before it is timed."""
    apart, shared = made.days(FLOWS, 1), made.days(FLOWS, 4)
    ends = spans(shared)
    answer = totals.total(apart)
    assert isinstance(answer, totals.Total) and answer.figure.value == added(apart)
    assert isinstance(totals.total(shared), totals.Refusal) and added(shared) is None
    assert set(shared.observation_id[intervals.overlapping(*ends)]) == overlaps(shared)
    yield contest(
        f"the total of {FLOWS:,} flows, every law checked", lambda: totals.total(apart), LOOP, lambda: added(apart)
    )
    yield contest(
        f"a refusal to add {FLOWS:,} flows that overlap, with all that still holds",
        lambda: totals.total(shared),
        f"{LOOP}, without the most that they guarantee",
        lambda: (overlaps(shared), len(disjoint(shared))),
    )
    yield contest(
        f"which of {FLOWS:,} periods share a day", lambda: intervals.overlapping(*ends), LOOP, lambda: overlaps(shared)
    )
    yield contest(
        f"whether any of {FLOWS:,} periods share a day",
        lambda: intervals.overlapping(*ends).any(),
        "pandas.IntervalIndex",
        lambda: in_tree(shared),
    )


def spans(rows: pd.DataFrame) -> tuple[intervals.Days, intervals.Days]:
    start, end = (rows[name].to_numpy("datetime64[D]").astype("int64") for name in ("period_start", "period_end"))
    return start, end


def added(rows: pd.DataFrame) -> float | None:
    """What a careful analyst would write: in order, refusing a period that starts before the last one has ended."""
    reached, total, first = None, 0.0, None
    for row in rows.sort_values("period_start").itertuples():
        what = row.claimant_id, row.indicator_id, row.place_id, row.basis, row.population, row.scope_note, row.measure
        first = first or what
        if what != first or row.qualifier != "exact" or (reached is not None and row.period_start <= reached):
            return None
        reached, total = row.period_end, total + row.value
    return total


def overlaps(rows: pd.DataFrame) -> set[str]:
    found, before = set(), None
    for row in rows.sort_values("period_start").itertuples():
        if before is not None and row.period_start <= before.period_end:
            found |= {before.observation_id, row.observation_id}
        before = row if before is None or row.period_end > before.period_end else before
    return found


def disjoint(rows: pd.DataFrame) -> list[str]:
    """Greedily by end: a largest set of periods that share no day."""
    chosen, reached = [], None
    for row in rows.sort_values("period_end").itertuples():
        if reached is None or row.period_start > reached:
            chosen.append(row.observation_id)
            reached = row.period_end
    return chosen


def in_tree(rows: pd.DataFrame) -> bool:
    return bool(pd.IntervalIndex.from_arrays(rows.period_start, rows.period_end, closed="both").is_overlapping)
