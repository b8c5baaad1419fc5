"""A small record in which everything happens that honest time must survive, for laws that are tried on a catalogue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from factories import citation, observation, place

FIRST = dt.date(2016, 7, 1)
CHANGES = ("revision", "correction", "update")


def rows() -> dict[str, list[dict[str, Any]]]:
    """Claims of every kind, claims side by side on the same days, their citations, and a place within another."""
    claims = [_claim(number) for number in range(120)]
    cited = [citation(f"at-{one['observation_id']}", observation_id=one["observation_id"]) for one in claims[::2]]
    places = [place("aleppo"), place("eastern-aleppo", parent_id="aleppo")]
    return {"observations": claims + _side_by_side(), "citations": cited, "places": places}


def _claim(number: int) -> dict[str, Any]:
    """A claim of some day, of every kind in turn, some of them replaced by later ones, some by two."""
    day = FIRST + dt.timedelta(days=number % 45)
    who = ["sohr", "unicef", "who", None][number % 4]
    is_vague = number % 7 == 6
    return observation(
        f"c{number}",
        claimant_id=who,
        measure=["flow", "stock", "cumulative"][number % 3],
        value=None if is_vague else (number * 13) % 40,
        qualifier="vague" if is_vague else ["exact", "at_least", "about"][number % 3],
        period_start=str(day - dt.timedelta(days=number % 4)),
        period_end=str(day),
        said_on=str(day + dt.timedelta(days=number % 6)) if number % 5 else None,
        **_replacing(number),
    )


def _replacing(number: int) -> dict[str, str]:
    """Of nine claims in a row two replace an earlier one, both the same."""
    back = {8: 12, 2: 6}.get(number % 9)
    if back is None or number <= back:
        return {}
    return {"revises": f"c{number - back}", "change": CHANGES[(number // 9 + back) % 3]}


def _side_by_side() -> list[dict[str, Any]]:
    claimants = ["unicef", "sohr", "vdc", "who"]
    days = [str(FIRST + dt.timedelta(days=n)) for n in range(20)]
    return [
        observation(
            f"s{n}-{who}",
            claimant_id=who,
            value=(7 * n + 3 * k) % 40,
            period_start=day,
            period_end=day,
            said_on=day,
            indicator_id="people_killed",
        )
        for n, day in enumerate(days)
        for k, who in enumerate(claimants[: n % 5])
    ]
