"""Many passages at once, in the fields that the scorer of extractions reads: one JSON object a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from .candidates import Candidate
from .packs import available
from .reader import extract


def predictions(lines: Iterable[str]) -> Iterator[str]:
    """For each line with `id`, `text`, `published_on` and `language`, a line with its `id` and `figures`."""
    for line in lines:
        if line.strip():
            passage = json.loads(line)
            language = passage.get("language", "en")
            found = []
            if language in available():
                found = extract(passage["text"], dt.date.fromisoformat(passage["published_on"]), language)
            figures = [figure(candidate) for candidate in found if candidate.measure != "status"]
            yield json.dumps({"id": passage["id"], "figures": figures}, ensure_ascii=False)


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
