"""Figures, periods and claims as JSON keeps them: a figure's number never without its qualifier, and both in words."""

from __future__ import annotations

from .. import words
from ..figure import Figure
from ..languages import Language
from ..period import Period, day
from .json import Record


def figure(claimed: Figure) -> Record:
    """The number columns and the qualifier; null is a number that nobody gave."""
    return {
        "value": _plain(claimed.value),
        "value_low": _plain(claimed.low),
        "value_high": _plain(claimed.high),
        "qualifier": claimed.qualifier,
    }


def period(span: Period) -> Record:
    """Its first and last day, null where not stated, and how many days that is."""
    return {"period_start": _iso(span.start), "period_end": _iso(span.end), "days": span.days}


def claim(row: object, language: Language) -> Record:
    """A row of the query `claims`: who claims what of when and where, in codes and in words."""
    claimed, span = Figure.of(row), Period.of(row)
    measure = text(row, "measure")
    return {
        "observation_id": text(row, "observation_id"),
        "claimant_id": text(row, "claimant_id") or None,
        "claimant": words.claimant(row, language),
        "place_id": text(row, "place_id"),
        "measure": measure,
        **figure(claimed),
        **period(span),
        "date_precision": span.precision,
        "basis": text(row, "basis") or None,
        "known_on": _iso(day(getattr(row, "known_on", None))),
        "said": words.figure(claimed, language, wording=text(row, "wording"), unit=text(row, "indicator_unit")),
        "when": words.period(span, measure, language),
        "sentence": words.sentence(row, language),
    }


def text(row: object, column: str) -> str:
    """A text cell; empty where it is blank."""
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""


def _plain(number: float | None) -> float | None:
    """96.0 is written 96."""
    return int(number) if number is not None and float(number).is_integer() else number


def _iso(found: object) -> str | None:
    return str(found) if found is not None else None
