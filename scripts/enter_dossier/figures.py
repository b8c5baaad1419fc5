"""The figure in a row of a dossier: what was printed, with the hedge its words carry.

The dossier keeps strict and loose bounds together, and "nearly" with "about"; the printed words, of which `words.csv`
lists those that matter in each language, tell them apart.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tracker.errors import DataError
from tracker.figure import Figure

from .dossier import Row

FINER = {"at_least": "more_than", "at_most": "less_than", "about": "nearly"}
JOINED = {"ar", "fa", "zh", "ja", "ko"}  # written without spaces, or with prefixes and suffixes
WORDS = Path(__file__).with_name("words.csv")


def figure(row: Row, *, qualifier: str = "") -> Figure:
    """What the row printed. `qualifier` overrules the one read from the words."""
    numbers = [float(text) for text in (row.value_low, row.value_high) if text]
    if row.qualifier == "range":
        if len(numbers) != 2:
            raise DataError("figures", "a range lacks one of its ends", row=row.number + 2)
        return Figure.claimed("between", *numbers)
    if not row.value:  # "dozens", or a bound that nobody printed
        return Figure.claimed("vague")
    return Figure.claimed(qualifier or hedge(row), float(row.value))


def hedge(row: Row) -> str:
    """The qualifier that the printed words carry, within what the dossier says of them."""
    finer = FINER.get(row.qualifier)
    return finer if finer and _says(row, "qualifier", finer) else row.qualifier


def basis(row: Row) -> str:
    """`estimated` where the printed words say so, else `reported`."""
    return "estimated" if _says(row, "basis", "estimated") else "reported"


def _says(row: Row, column: str, code: str) -> bool:
    pattern = _PATTERNS.get((row.language, column, code))
    return bool(pattern and pattern.search(row.wording))


def _patterns() -> dict[tuple[str, str, str], re.Pattern[str]]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return {
            (line["language"], line["column"], line["code"]): _pattern(line["words"].split(" | "), line["language"])
            for line in csv.DictReader(file)
        }


def _pattern(words: list[str], language: str) -> re.Pattern[str]:
    """Whole words; one that ends in * or an apostrophe may go on."""
    start = "" if language in JOINED else r"(?<!\w)"
    ends = ("" if language in JOINED or word.endswith(("*", "'", "’")) else r"(?!\w)" for word in words)
    parts = (start + re.escape(word.rstrip("*")) + end for word, end in zip(words, ends, strict=True))
    return re.compile("|".join(parts), re.IGNORECASE)


_PATTERNS = _patterns()
