"""The language of a text: by its script, then by which pack's small words stand in it most."""

from __future__ import annotations

from .packs import available, pack
from .tokens import WORD, tokenise

SAMPLE = 20_000  # characters that are looked at
ENOUGH = 3  # small words below which no language is told


def language_of(text: str) -> str:
    """The code of the language of a text, of those that have a pack; empty where none fits."""
    sample = text[:SAMPLE]
    keys = [token.key for token in tokenise(sample) if token.kind == WORD]
    scores = {code: sum(pack(code).grammar.holds(key) for key in keys) for code in available()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= min(ENOUGH, max(1, len(keys) // 8)) else ""
