"""Who speaks in a quotation of several sentences: the one named before it goes on, or when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .claimants import Source
from .tokens import Token

OPENING, CLOSING, EITHER = frozenset({"“", "«", "„"}), frozenset({"”", "»"}), '"'
LONGEST = 8  # sentences of one quotation: behind more, a mark has been left out


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence: who is named in it, whether it begins inside a quotation, and whether it ends in one."""

    sources: Sequence[Source]
    begins_inside: bool
    ends_inside: bool
    is_quoting: bool


def speakers(sentences: Sequence[tuple[Sequence[Token], Sequence[Source]]]) -> list[Source | None]:
    """For each sentence without a source of its own that stands in a quotation, who is quoted; else None."""
    said = list(_marked(sentences))
    found: list[Source | None] = []
    for place, one in enumerate(said):
        speaker = None
        if not one.sources and one.begins_inside:
            before = (found[-1] or _last(said[place - 1])) if place else None
            speaker = _ahead(said, place) or before
        found.append(speaker)
    return found


def _marked(sentences: Sequence[tuple[Sequence[Token], Sequence[Source]]]) -> Iterator[_Said]:
    is_open, run = False, 0
    for tokens, sources in sentences:
        is_open = is_open and run < LONGEST
        begins = is_open or (bool(tokens) and (tokens[0].key in OPENING or tokens[0].key == EITHER))
        is_quoting = is_open
        for token in tokens:
            if token.key in OPENING or token.key in CLOSING or token.key == EITHER:
                is_open = token.key in OPENING or (token.key == EITHER and not is_open)
                is_quoting = True
        run = run + 1 if is_open else 0
        yield _Said(sources, begins, is_open, is_quoting)


def _ahead(said: Sequence[_Said], place: int) -> Source | None:
    """The one named where the quotation goes on: "... Forty are missing," said X."""
    for at in range(place, min(len(said) - 1, place + LONGEST)):
        if not said[at].ends_inside:
            return None
        if said[at + 1].sources:
            return said[at + 1].sources[0]
    return None


def _last(one: _Said) -> Source | None:
    return one.sources[-1] if one.sources else None
