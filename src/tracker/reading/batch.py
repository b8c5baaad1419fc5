"""Many passages at once, in the fields that the scorer of extractions reads: one JSON object a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from ..errors import TrackerError
from .candidates import Candidate
from .packs import available
from .reader import extract

_NEEDED = "each needs id, text, published_on as 2016-09-28, and language"


def predictions(lines: Iterable[str]) -> Iterator[str]:
    """For each line with `id`, `text`, `published_on` and `language`, a line with its `id` and `figures`."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json.dumps(_answer(json.loads(line)), ensure_ascii=False)
            except (ValueError, KeyError, TypeError) as problem:
                raise TrackerError(f"line {number} of the passages cannot be read ({problem}): {_NEEDED}") from None


def _answer(passage: dict[str, str]) -> dict[str, object]:
    language = passage.get("language", "en")
    found: list[Candidate] = []
    if language in available():
        found = extract(passage["text"], dt.date.fromisoformat(passage["published_on"]), language)
    return {"id": passage["id"], "figures": [figure(one) for one in found if one.measure != "status"]}


def figure(candidate: Candidate) -> dict[str, object]:
    """A candidate in the fields of the labelling guideline, which writes a bound also where a value is printed."""
    start, end = candidate.period.start, candidate.period.end
    return {
        "span": list(candidate.span),
        "outcome": candidate.outcome,
        "population": candidate.population,
        "value": candidate.value,
        "low": candidate.low if candidate.floor is None else candidate.floor,
        "high": candidate.value if candidate.qualifier == "nearly" else candidate.high,
        "qualifier": None if candidate.qualifier == "exact" else candidate.qualifier,
        "period_start": start.isoformat() if start else None,
        "period_end": end.isoformat() if end else None,
        "place": candidate.place or None,
        "attributed_source": candidate.claimant or None,
        "indicator": candidate.indicator,
        "flags": list(candidate.flags),
        "tier": candidate.tier,
        "rule": candidate.rule,
    }
