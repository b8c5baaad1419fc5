"""What claimants say of one place and time, as JSON: their claims, which can both be true, and how far apart."""

from __future__ import annotations

from .. import comparison
from ..agreement import Agreement, Pair, Spread
from ..claims import verdicts
from ..languages import Language
from . import cells

Part = dict[str, object]


def document(found: Agreement, language: Language) -> Part:
    """Each claim by its claimant, the pairs that were compared, the spreads and the counts. No number is made."""
    return {
        "claimants": [
            {"claimant_id": claimant, "claims": [cells.claim(claim.row, language) for claim in own]}
            for claimant, own in found.claims.items()
        ],
        "unattributed": [cells.claim(claim.row, language) for claim in found.unattributed],
        "pairs": [_pair(pair, language) for pair in found.pairs],
        "spreads": [_spread(spread, language) for spread in found.spreads],
        "n_claims": sum(map(len, found.claims.values())),
        "n_claimants": len(found.claims),
        "n_sources": found.sources,
        "n_compatible": len(found.compatible),
        "n_incompatible": len(found.incompatible),
    }


def _pair(pair: Pair, language: Language) -> Part:
    return {
        "one": pair.one.observation_id,
        "other": pair.other.observation_id,
        "result": pair.verdict.result.value,
        "confirms": pair.verdict.confirms,
        "rule": pair.verdict.reason.value,
        "said": verdicts.reason(pair.verdict.reason, language),
    }


def _spread(spread: Spread, language: Language) -> Part:
    return {
        "lowest": [claim.observation_id for claim in spread.lowest],
        "highest": [claim.observation_id for claim in spread.highest],
        "claimants": list(spread.claimants),
        "said": comparison.spread(spread, language),
    }
