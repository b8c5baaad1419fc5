"""The figure that a named rule puts on a card, as JSON: the claim, the rule, its age, and who stands behind it."""

from __future__ import annotations

import datetime as dt

from .. import headlines
from ..claims import verdicts
from ..claims.standing import Standing
from ..headlines import Headline
from ..languages import Language
from . import cells

Part = dict[str, object]


def document(found: Headline, behind: Standing, language: Language, *, today: dt.date) -> Part:
    """One card. `age_days` counts from the day the figure became known to `today`; null where no such day is known."""
    return {
        "indicator_id": cells.text(found.row, "indicator_id"),
        "rule": found.rule,
        "rule_version": found.version,
        "rule_meaning": headlines.described(found.rule, language),
        "chosen_from": found.of,
        **cells.claim(found.row, language),
        "age_days": found.age(today),
        "status": behind.status.value,
        "is_disputed": bool(behind.contradicting),
        "contradicted_by": [rival.claim.observation_id for rival in behind.contradicting],
        "n_sources": behind.sources,
        "n_citations": behind.citations,
        "n_publishers": behind.publishers,
        "counts": verdicts.counts(behind, language),
    }
