"""Words that a person marked in a text: the sentence around them, and the number they write with its hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..figure import Figure
from .hedges import hedge, joined
from .packs import available, pack
from .quantities import quantities
from .sentences import sentences
from .tokens import Token, tokenise

Span = tuple[int, int]
AROUND = 4_000  # characters on each side that can belong to the same sentence


def sentence_around(text: str, span: Span, language: str) -> Span:
    """Where the sentence begins and ends that holds a span of the text; the span itself where none does."""
    tokens = _sentence(text, span, language)
    return (min(span[0], tokens[0].start), max(span[1], tokens[-1].end)) if tokens else span


def figure_in(text: str, span: Span, language: str) -> Figure:
    """The figure written within a span; without a number where there is none, or more than one."""
    tokens, words = _sentence(text, span, language), pack(_spoken(language))
    if not tokens:
        return Figure()
    found = joined(tokens, quantities(tokens, words, [False] * len(tokens)), words)
    inside = [one for one in found if tokens[one.first].start < span[1] and tokens[one.last - 1].end > span[0]]
    if len(inside) != 1:
        return Figure()
    qualifier, *_ = hedge(tokens, inside[0], words)
    return Figure(*inside[0].bounds(qualifier), qualifier)


def _sentence(text: str, span: Span, language: str) -> Sequence[Token]:
    words, start = pack(_spoken(language)), max(0, span[0] - AROUND)
    tokens = tokenise(text[start : span[1] + AROUND], prefixes=words.prefixes)
    for sentence in sentences(tokens, words):
        if sentence and sentence[0].start + start <= span[0] < sentence[-1].end + start:
            return [replace(token, start=token.start + start, end=token.end + start) for token in sentence]
    return ()


def _spoken(language: str) -> str:
    """The language, or English where there are no words of it: digits are read alike."""
    return language if language in available() else "en"
