"""What claimants say of all their figures of a kind, told once for each claimant wherever its figures stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import words
from .languages import Language


def told(claims: Iterable[object], language: Language) -> tuple[str, ...]:
    """A sentence for each caveat among the rows of the query `claims`, those of one claimant together, each once."""
    found: dict[str, list[str]] = {}
    for row in claims:
        if said := language.label(row, "caveat"):
            found.setdefault(words.claimant(row, language), []).append(said)
    return tuple(_said(name, text, language) for name, texts in found.items() for text in _distinct(texts))


def of(row: object, language: Language) -> str:
    """The caveat of one claim with who says so; blank where there is none."""
    said = language.label(row, "caveat")
    return _said(words.claimant(row, language), said, language) if said else ""


def first(row: object, language: Language) -> str:
    """Its first sentence with who says so; blank where there is none."""
    said = brief(row, language)
    return _said(words.claimant(row, language), said, language) if said else ""


def brief(row: object, language: Language) -> str:
    """Its first sentence, for places with room for no more."""
    return re.split(r"(?<=[.!?؟])\s", language.label(row, "caveat"), maxsplit=1)[0]


def _said(claimant: str, text: str, language: Language) -> str:
    """Whose it is stands before it, unless it says so itself."""
    if claimant in text:
        return text
    return language.say("{claimant} on its figures: {caveat}", claimant=claimant, caveat=text)


def _distinct(texts: Iterable[str]) -> list[str]:
    """Figures of two kinds may share a part of what is said of them: the whole says it too."""
    once = list(dict.fromkeys(texts))
    return [text for text in once if not any(text != other and text in other for other in once)]
