"""Passages with their figures marked in the text, for tests and benchmarks of the reader. See passages/own.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIGURE = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")


@dataclass(frozen=True)
class Marked:
    """One figure as a person marked it. `period` is None where it does not matter."""

    start: int
    end: int
    outcome: str
    populations: tuple[str, ...]
    qualifier: str
    period: str | None
    claimant: str


@dataclass(frozen=True)
class Passage:
    name: str
    language: str
    published_on: str
    text: str
    figures: tuple[Marked, ...]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file: a line with two hashes names each, the next holds it."""
    name = language = day = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name, language, day = line[3:].split()
        elif line and not line.startswith("#"):
            text, figures = unmarked(line)
            yield Passage(name, language, day, text, figures)


def unmarked(line: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its marks, and the figures with their places in it."""
    text, figures, last = "", [], 0
    for match in FIGURE.finditer(line):
        text += line[last : match.start()]
        figures.append(marked(len(text), match[1], match[2].split("|")))
        text, last = text + match[1], match.end()
    return text + line[last:], tuple(figures)


def marked(start: int, printed: str, fields: list[str]) -> Marked:
    what, qualifier, period, claimant = (*fields, "", "", "")[:4]
    outcome, populations = what.split(" ")
    matters = not period.endswith("?")
    return Marked(
        start,
        start + len(printed),
        outcome,
        tuple(populations.split("/")),
        qualifier or "exact",
        period if matters else None,
        claimant,
    )
