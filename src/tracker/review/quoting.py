"""The few words that carry a figure, as printed: the sentence, or what stands around the figure in a long one."""

from __future__ import annotations

import re

MOST = 25  # words, as our tables allow
BEFORE = 10  # of them may stand before the figure


def quotation(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> str:
    """At most 25 words of the sentence with the figure among them, in one line."""
    found = list(re.finditer(r"\S+", text[slice(*sentence)]))
    place = next((i for i, word in enumerate(found) if word.end() + sentence[0] > span[0]), 0)
    first = max(0, min(place - BEFORE, len(found) - MOST)) if len(found) > MOST else 0
    kept = " ".join(word.group() for word in found[first : first + MOST])
    return kept.strip(" .,;:–—")
