"""What lies between the figures of a series, as JSON: what running totals rose by, and the time without a figure."""

from __future__ import annotations

from .. import comparison, words
from ..gaps import Gap, gaps
from ..increments import Increment, Withheld, increments
from ..languages import Language
from ..series import STEPS, Series
from . import cells
from .json import Record


def document(series: Series, language: Language) -> dict[str, list[Record]]:
    """Its `steps` from one running total to the next, its `breaks` and its `gaps`, each by the claims on either side.

    A difference that cannot be known has a null figure, and says why in `withheld` and `said`.
    """
    unit = str(getattr(series.indicator, "unit", "") or "")
    named = {str(row.claimant_id): words.claimant(row, language) for row in series.claims.itertuples()}
    return {
        "steps": [_step(found, language, unit) for found in increments(series.claims)],
        "breaks": [_break(row, language) for row in series.claims[series.claims.break_before.ne("")].itertuples()],
        "gaps": [_gap(found, named, language) for found in gaps(series.claims)],
    }


def _step(found: Increment | Withheld, language: Language, unit: str) -> Record:
    before, after = found.observation_ids
    blank: Record = {"value": None, "value_low": None, "value_high": None, "qualifier": None}
    return {
        "before": before,
        "after": after,
        **(cells.figure(found.figure) if isinstance(found, Increment) else blank),
        **cells.period(found.period),
        "step": found.step,
        "is_fall": found.is_fall,
        "withheld": found.code if isinstance(found, Withheld) else None,
        "said": comparison.step(found, language, unit=unit),
    }


def _break(row: object, language: Language) -> Record:
    kind = cells.text(row, "break_before")
    return {
        "observation_id": cells.text(row, "observation_id"),
        "claimant_id": cells.text(row, "claimant_id"),
        "kind": kind,
        "meaning": STEPS[kind],
        "sentence": words.sentence(row, language),
    }


def _gap(found: Gap, named: dict[str, str], language: Language) -> Record:
    claimant = named.get(found.claimant_id, "")
    return {
        "claimant_id": found.claimant_id,
        **cells.period(found.period),
        "before": found.before,
        "after": found.after,
        "said": comparison.silence(found, claimant, language),
    }
