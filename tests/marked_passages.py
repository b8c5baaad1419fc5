"""Passages with their figures marked in the text, for tests and benchmarks of the reader. See passages/own.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "passages"
FIGURE = re.compile(r"\{([^{}|=]*)(?:=([^{}|]*))?\|([^{}]*)\}")
NOBODY = "-"  # among the claimants: naming none is as good
GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0]\d{3})+|\d+")


@dataclass(frozen=True)
class Marked:
    """One figure as a person marked it. `period` is None where it does not matter, `value` where it is not said.

    Where a person would take either of two outcomes, populations or claimants, both are marked.
    """

    start: int
    end: int
    outcomes: tuple[str, ...]
    populations: tuple[str, ...]
    qualifier: str
    period: str | None
    claimants: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None

    @property
    def has_number(self) -> bool:
        """Whether the number is marked: in own.txt those printed in words are not."""
        return self.number != (None, None, None)

    @property
    def number(self) -> tuple[float | None, float | None, float | None]:
        """Value, low and high."""
        return self.value, self.low, self.high

    def gold(self, found: dict[str, Any]) -> dict[str, Any]:
        """The mark as a labelled figure, for a scorer: what was left open is taken as `found` has it."""
        start, _, end = (self.period or "/").partition("/")
        number = {"value": self.value, "low": self.low, "high": self.high}
        return {
            "span": [self.start, self.end],
            **(number if self.has_number else {name: found.get(name) for name in number}),
            "outcome": found.get("outcome") if found.get("outcome") in self.outcomes else self.outcomes[0],
            "population": self.populations[0],
            "population_alt": list(self.populations[1:]),
            "qualifier": None if self.qualifier == "exact" else self.qualifier,
            "period_start": found.get("period_start") if self.period is None else start or None,
            "period_end": found.get("period_end") if self.period is None else end or None,
            "place": found.get("place"),
            "attributed_source": self.claimants[0] if self.claimants else None,
            "source_alt": [name for name in self.claimants[1:] if name != NOBODY],
            "source_none_ok": NOBODY in self.claimants,
        }


@dataclass(frozen=True)
class Passage:
    name: str
    language: str
    published_on: str
    text: str
    figures: tuple[Marked, ...]

    def gold(self, answer: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """The passage as a labelled document, for a scorer of that answer."""
        figures = [
            mark.gold(next((one for one in answer if one["span"][0] < mark.end and mark.start < one["span"][1]), {}))
            for mark in self.figures
        ]
        return {"id": self.name, "text": self.text, "figures": figures, "negatives": []}


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file: a line with two hashes names each, the lines up to the next are its text."""
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = block.splitlines()
        name, language, day = head.split()
        kept = [line for line in lines if not line.startswith("#")]
        yield Passage(name, language, day, *unmarked("\n".join(kept).strip("\n")))


def unmarked(line: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its marks, and the figures with their places in it."""
    text, figures, last = "", [], 0
    for match in FIGURE.finditer(line):
        text += line[last : match.start()]
        figures.append(marked(len(text), match[1], match[2] or "", match[3].split("|")))
        text, last = text + match[1], match.end()
    return text + line[last:], tuple(figures)


def marked(start: int, printed: str, number: str, fields: list[str]) -> Marked:
    what, qualifier, period, claimant = (*fields, "", "", "")[:4]
    outcome, populations = what.split(" ")
    value, low, high = amount(number or printed)
    return Marked(
        start,
        start + len(printed),
        tuple(outcome.split("/")),
        tuple(populations.split("/")),
        qualifier or "exact",
        None if period.endswith("?") else period,
        tuple(claimant.split("/")) if claimant else (),
        value,
        low,
        high,
    )


def amount(number: str) -> tuple[float | None, float | None, float | None]:
    """A number as value, low and high: `1200`, `40-60` for a range, `200+` for hundreds; a word gives none."""
    low, dash, high = number.partition("-")
    if dash and low.isdigit() and high.isdigit():
        return None, float(low), float(high)
    if number.endswith("+") and number[:-1].isdigit():
        return None, float(number[:-1]), None
    return (float(re.sub(r"\D", "", number)) if GROUPED.fullmatch(number) else None), None, None
