"""The series of an indicator as its chart draws it: each claim in words and numbers, with what joins it to others."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from .. import words
from ..figure import Figure
from ..languages import Language
from ..period import Period
from ..series import Series
from . import csv, json

_SAID = ("claimant", "figure", "period", "place", "sentence")
# Of the claims as they are, then what `series.arrange` finds: the data dictionary and docs/api.md explain each.
_CLAIM = (
    "observation_id",
    "claimant_id",
    "place_id",
    "measure",
    "period_start",
    "period_end",
    "date_precision",
    "value",
    "value_low",
    "value_high",
    "qualifier",
    "basis",
    "known_on",
    "caveat",
)
_FOUND = ("day", "undrawn", "segment", "break_before", "step", "is_fall", "is_superseded")
COLUMNS = ("observation_id", *_SAID, *_CLAIM[1:], *_FOUND)


def frame(series: Series, language: Language) -> pd.DataFrame:
    """A row for each claim, drawn or not, by claimant and then in time."""
    claims = series.claims
    told = [_told(row, language) for row in claims.itertuples(index=False)]
    texts = {name: pd.Series([one[name] for one in told], index=claims.index, dtype="str") for name in _SAID}
    flags = {name: claims[name].astype("boolean") for name in ("is_fall", "is_superseded")}
    return claims.assign(**texts, **flags, segment=claims.segment.astype("Int64"))[[*COLUMNS]]


def text(series: Series, language: Language) -> str:
    """The rows as CSV."""
    return csv.text(frame(series, language))


def document(series: Series, language: Language, around: Mapping[str, object]) -> dict[str, object]:
    """The rows as JSON, under what stands `around` the chart: its words, and where the same is in other forms."""
    return {
        "indicator_id": getattr(series.indicator, "indicator_id", ""),
        **around,
        "unit": getattr(series.indicator, "unit", ""),
        "as_of": None if series.until is None else f"{series.until:%Y-%m-%d}",
        "language": language.code,
        "data": list(json.records(frame(series, language))),
    }


def _told(row: object, language: Language) -> dict[str, str]:
    wording, unit = getattr(row, "wording", ""), getattr(row, "indicator_unit", "")
    return {
        "claimant": words.claimant(row, language),
        "figure": words.figure(Figure.of(row), language, wording=_text(wording), unit=_text(unit)),
        "period": words.period(Period.of(row), _text(getattr(row, "measure", "")), language),
        "place": language.label(row, "place_name"),
        "sentence": words.sentence(row, language),
    }


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
