"""The shipped tables as rows of text, for tests that read the real data."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from tracker.tables import TABLES

DATA = Path(__file__).parents[1] / "data"
Cells = dict[str, str]
FIGURE = ("value", "value_low", "value_high", "qualifier")


@cache
def table(name: str) -> tuple[Cells, ...]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def keyed(name: str) -> dict[str, Cells]:
    return {row[TABLES[name].id]: row for row in table(name)}


def observation(key: str) -> Cells:
    return keyed("observations")[key]


def citation(key: str) -> Cells:
    return keyed("citations")[key]


def citations(observation_id: str) -> list[Cells]:
    return [row for row in table("citations") if row["observation_id"] == observation_id]


def printed(cells: Cells) -> tuple[str, ...]:
    """The figure of an observation, or the one a citation gives itself; four blanks where it repeats the claim's."""
    return tuple(cells[name] for name in FIGURE)


def of_crisis(name: str, crisis: str) -> list[Cells]:
    """The observations of one crisis, or the citations or documents that carry them."""
    observations = [row for row in table("observations") if row["crisis_id"] == crisis]
    if name == "observations":
        return observations
    ids = {row["observation_id"] for row in observations}
    cited = [row for row in table("citations") if row["observation_id"] in ids]
    if name == "citations":
        return cited
    carrying = {row["document_id"] for row in cited}
    return [row for row in table("documents") if row["document_id"] in carrying]


SAME = ("", "", "", "")
