"""The contests, each against the tool that an analyst would otherwise reach for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from tracker import charts, series, totals
from tracker.catalogue import Catalogue, Filter
from tracker.exports import csv
from tracker.languages import language
from tracker.store import Store

from . import adding, made
from .contest import Result, contest

CLAIMS, INTERVALS = 100_000, 100_000


def results() -> Iterator[Result]:
    """Every contest in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = made.folder(Path(name) / "data", CLAIMS)
        yield from _selections(folder)
    yield from _intervals()
    yield from adding.results()
    yield from _charts()


def _selections(folder: Path) -> Iterator[Result]:
    """Uncached: each round asks a catalogue that has not been asked before."""
    store = Store(folder)
    Catalogue.of(store)  # builds the database once, as the first reader does
    observations = pd.read_csv(folder / "observations.csv", dtype=str)
    citations = pd.read_csv(folder / "citations.csv", dtype=str)
    chosen = Filter(indicator=(observations.indicator_id.iloc[0],))

    def theirs() -> pd.DataFrame:
        rows = observations[observations.indicator_id == chosen.indicator[0]]
        counts = citations.groupby("observation_id").size().rename("n_citations")
        return rows.join(counts, on="observation_id").sort_values(["period_end", "observation_id"])

    yield contest(
        f"claims of one indicator of {CLAIMS:,}, with their citations counted",
        lambda: Catalogue.of(store).rows("claims", chosen),
        "pandas, frames in memory",
        theirs,
    )
    yield contest(
        f"counts for every choice of {CLAIMS:,} claims",
        lambda: Catalogue.of(store).rows("facets"),
        "pandas value_counts, frames in memory",
        lambda: [observations[name].value_counts() for name in ("indicator_id", "claimant_id", "place_id", "measure")],
    )
    rows = Catalogue.of(store).rows("claims", chosen)
    yield contest(
        f"CSV of {len(rows):,} claims", lambda: csv.text(rows), "pandas to_csv", lambda: rows.to_csv(index=False)
    )


def _intervals() -> Iterator[Result]:
    claims = made.flows(INTERVALS)

    def theirs() -> list[tuple[str, ...]]:
        """Sort by end and take greedily: what a careful analyst would write, row by row."""
        taken, last = [], pd.Timestamp.min
        for row in claims.sort_values("period_end").itertuples():
            if row.period_start > last:
                taken.append(row)
                last = row.period_end
        return taken

    yield contest(
        f"the most that {INTERVALS:,} overlapping periods guarantee together",
        lambda: totals.greatest_lower_bound(claims),
        "a loop over pandas rows (greedy, so not even the most)",
        theirs,
    )


def _charts() -> Iterator[Result]:
    catalogue, english = Catalogue.of(Store(made.DATA)), language("en")
    found = series.select(catalogue, Filter(indicator=("children_killed",)))
    figure = charts.timeline(found, language=english)
    yield contest(
        f"a chart of {len(found.drawn)} claims",
        lambda: charts.timeline(found, language=english),
        "plotly.graph_objects, the same figure",
        lambda: go.Figure(figure),
    )
