"""The triangle of revisions as rows: each figure of a restated period with the day on which it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from .. import words
from ..figure import Figure
from ..languages import Language
from ..period import Period
from ..series import Series
from ..triangle import Line, triangle
from . import csv, json

_CLAIM = (
    "crisis_id",
    "place_id",
    "claimant_id",
    "measure",
    "basis",
    "population",
    "scope_note",
    "date_precision",
    "known_on_basis",
    "value",
    "value_low",
    "value_high",
    "qualifier",
    "caveat",
)
_TOLD = ("claimant", "figure", "period")
# `known_on` is the day of the vintage, `restated` what the figure did since the one before: docs/method/revisions.md.
COLUMNS = (
    "observation_id",
    "claimant",
    "figure",
    "period",
    "period_start",
    "period_end",
    "known_on",
    "restated",
    *_CLAIM,
)


def frame(series: Series, language: Language) -> pd.DataFrame:
    """A row for each figure that was said again, by claimant, by period and then by day; the undated come last."""
    lines = triangle(series.claims).lines
    rows = [row for line in lines for row in _rows(line)]
    found = pd.DataFrame(rows, columns=["observation_id", "restated"], dtype="str")
    joined = found.merge(series.claims, on="observation_id", how="left", sort=False)
    told = [_told(row, language) for row in joined.itertuples(index=False)]
    texts = {name: pd.Series([one[name] for one in told], index=joined.index, dtype="str") for name in _TOLD}
    return joined.assign(**texts)[[*COLUMNS]]


def text(series: Series, language: Language) -> str:
    """The rows as CSV."""
    return csv.text(frame(series, language))


def document(series: Series, language: Language, around: Mapping[str, object]) -> dict[str, object]:
    """The rows as JSON, under what stands around the chart, with every day on which something was said."""
    days: list[dt.date] = triangle(series.claims).days
    return {
        "indicator_id": getattr(series.indicator, "indicator_id", ""),
        **around,
        "unit": getattr(series.indicator, "unit", ""),
        "as_of": None if series.until is None else f"{series.until:%Y-%m-%d}",
        "language": language.code,
        "days": [day.isoformat() for day in days],
        "data": list(json.records(frame(series, language))),
    }


def _rows(line: Line) -> list[tuple[str, str]]:
    dated = [(vintage.observation_id, vintage.change) for vintage in line.vintages]
    return [*dated, *((str(getattr(row, "observation_id", "")), "undated") for row in line.undated)]


def _told(row: object, language: Language) -> dict[str, str]:
    return {
        "claimant": words.claimant(row, language),
        "figure": words.figure(Figure.of(row), language, unit=str(getattr(row, "indicator_unit", ""))),
        "period": words.period(Period.of(row), str(getattr(row, "measure", "")), language),
    }
