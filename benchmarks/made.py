"""Made-up claims in any number: plausible in shape, meaning nothing, the same each time."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pandas as pd

DATA = Path(__file__).parents[1] / "data"
KEPT = ("crises", "indicators", "places", "organisations", "events", "headlines", "caveats")


def folder(path: Path, n: int) -> Path:
    """A data folder with `n` claims, one citation each, over the shipped indicators, places and organisations."""
    path.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        shutil.copy(DATA / f"{name}.csv", path)
    _write(path / "documents.csv", _head("documents"), _documents(n))
    _write(path / "observations.csv", _head("observations"), _observations(n))
    _write(path / "citations.csv", _head("citations"), _citations(n))
    return path


def long(path: Path, n: int) -> Path:
    """The same, with as many documents and events as claims."""
    folder(path, n)
    _write(path / "documents.csv", _head("documents"), _documents(3 * n))
    _write(path / "events.csv", _head("events"), _events(n))
    return path


def flows(n: int) -> pd.DataFrame:
    """`n` flows of one claimant whose periods are all disjoint, as the query `claims` gives them."""
    starts = pd.Timestamp("1900-01-01") + pd.to_timedelta(np.arange(n) * 2 % 40_000, unit="D")
    return pd.DataFrame(
        {
            "observation_id": [f"c{k}" for k in range(n)],
            "indicator_id": "children_killed",
            "claimant_id": "unicef",
            "place_id": "aleppo",
            "basis": "reported",
            "population": "",
            "scope_note": "",
            "measure": "flow",
            "period_start": starts,
            "period_end": starts + pd.Timedelta(days=1),
            "value": np.arange(n) % 90 + 1.0,
            "value_low": np.arange(n) % 90 + 1.0,
            "value_high": np.nan,
            "qualifier": "at_least",
        }
    )


def days(n: int, length: int) -> pd.DataFrame:
    """`n` flows of one claimant, one from each day on for so many days, as the query `claims` gives them."""
    starts = pd.date_range("1800-01-01", periods=n)
    numbers = {"value": np.arange(n) % 90 + 1.0, "value_low": np.nan, "value_high": np.nan, "qualifier": "exact"}
    return flows(n).assign(period_start=starts, period_end=starts + pd.Timedelta(days=length - 1), **numbers)


def _documents(n: int) -> pd.DataFrame:
    ids = np.arange(max(1, n // 3))
    days = pd.Timestamp("2016-01-01") + pd.to_timedelta(ids % 365, unit="D")
    return pd.DataFrame(
        {
            "document_id": [f"d{k}" for k in ids],
            "publisher_id": "unicef",
            "url": [f"https://example.org/{k}" for k in ids],
            "published_on": days.strftime("%Y-%m-%d"),
            "published_on_basis": "printed",
            "kind": "article",
            "language": "en",
        }
    )


def _observations(n: int) -> pd.DataFrame:
    draw, ids = np.random.default_rng(7), np.arange(n)
    days = (pd.Timestamp("2016-01-01") + pd.to_timedelta(draw.integers(0, 365, n), unit="D")).strftime("%Y-%m-%d")
    names = {name: pd.read_csv(DATA / f"{name}s.csv").iloc[:, 0].to_numpy() for name in ("indicator", "place")}
    claimants = pd.read_csv(DATA / "organisations.csv").organisation_id.to_numpy()[:40]
    return pd.DataFrame(
        {
            "observation_id": [f"o{k}" for k in ids],
            "revision": 1,
            "crisis_id": "aleppo-2016",
            "indicator_id": draw.choice(names["indicator"][:20], n),
            "place_id": draw.choice(names["place"], n),
            "claimant_id": draw.choice(claimants, n),
            "measure": "flow",
            "period_start": days,
            "period_end": days,
            "date_precision": "day",
            "value": draw.integers(0, 400, n),
            "qualifier": "exact",
            "basis": "reported",
            "said_on": days,
            "rank": "normal",
            "recorded_on": "2026-01-01T00:00:00Z",
            "recorded_by": "benchmark",
        }
    )


def _citations(n: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "citation_id": [f"c{k}" for k in range(n)],
            "revision": 1,
            "observation_id": [f"o{k}" for k in range(n)],
            "document_id": [f"d{k % max(1, n // 3)}" for k in range(n)],
            "role": "echo",
            "attribution": "claimant",
            "wording": "as printed",
        }
    )


def _events(n: int) -> pd.DataFrame:
    days = pd.Timestamp("2016-01-01") + pd.to_timedelta(np.arange(n) % 365, unit="D")
    names = [f"e{k}" for k in range(n)]
    return pd.DataFrame(
        {"event_id": names, "crisis_id": "aleppo-2016", "date": days.strftime("%Y-%m-%d"), "label": "as happened"}
    )


def _head(name: str) -> list[str]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def _write(path: Path, columns: list[str], rows: pd.DataFrame) -> None:
    rows.reindex(columns=columns).to_csv(path, index=False)
