"""How well and how fast figures are read from English news, beside other ways: `python -m benchmarks.reading`.

The sets are our own passages in tests/passages and, where they lie beside the repository, the labelled ones. The peers
are optional: pip install ".[bench]". What concerns only ours, in every language, benchmarks.reading_scores prints.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.reading import extract
from tracker.reading.batch import figure

from .keywords import Found
from .reading_peers import readers

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "extraction"
sys.path.insert(0, str(ROOT / "tests"))

from marked_passages import FOLDER, passages  # noqa: E402

OWN = ("agencies", "sealed", "languages", "wires", "last", "later", "fresh", "unseen", "widened", "own", "forms")
ROUNDS = 5
HEAD = """| passages | reader | precision | recall | F1 | characters a second |
|---|---|---:|---:|---:|---:|"""

Figures = list[dict[str, Any]]


@dataclass(frozen=True)
class Text:
    """A passage, and what a person marked in it as a scorer wants it, given an answer."""

    text: str
    published_on: dt.date
    language: str
    gold: Callable[[Figures], dict[str, Any]]


def labelled() -> list[Text]:
    """The labelled passages beside the repository, or none."""
    path = SHARED / "dev.jsonl"
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return [
        Text(row["text"], dt.date.fromisoformat(row["published_on"]), row["language"], lambda found, row=row: row)
        for row in rows
    ]


def own(name: str) -> list[Text]:
    """Our own passages of one file."""
    return [
        Text(one.text, dt.date.fromisoformat(one.published_on), one.language, one.gold)
        for one in passages(FOLDER / f"{name}.txt")
    ]


def sets() -> dict[str, list[Text]]:
    """Every set there is, by its name."""
    return {
        name: texts for name, texts in {"labelled": labelled(), **{name: own(name) for name in OWN}}.items() if texts
    }


def ours(text: Text) -> Figures:
    """What we read, in the fields of the labelling guideline."""
    found = extract(text.text, text.published_on, text.language)
    return [figure(one) for one in found if one.measure != "status"]


def shaped(found: Found) -> dict[str, Any]:
    """What a peer reads, in the same fields."""
    bounds = {"low": None, "high": None}
    return {"span": [found.start, found.end], "value": found.value, "outcome": found.outcome, **bounds}


def is_right(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """The outcome is right, and the value: for a range or a vague word, its bounds."""
    if gold["outcome"] != found["outcome"]:
        return False
    if gold["value"] is None:
        return found["value"] is None and (gold["low"], gold["high"]) == (found["low"], found["high"])
    return bool(gold["value"] == found["value"])


def aligned(gold: Figures, found: Figures) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Figures at the same words, one to one, in the order of the text."""
    left = list(found)
    for marked in gold:
        for one in left:
            if one["span"][0] < marked["span"][1] and marked["span"][0] < one["span"][1]:
                left.remove(one)
                yield marked, one
                break


def row(name: str, reader: str, texts: Sequence[Text], answers: Sequence[Figures], seconds: float) -> str:
    """One line of the table."""
    golds = [text.gold(found)["figures"] for text, found in zip(texts, answers, strict=True)]
    right = sum(is_right(*pair) for gold, found in zip(golds, answers, strict=True) for pair in aligned(gold, found))
    marked, total = sum(map(len, golds)), sum(map(len, answers))
    speed = sum(len(text.text) for text in texts) / seconds
    scores = f"{right / max(total, 1):.3f} | {right / marked:.3f} | {2 * right / (total + marked):.3f}"
    return f"| {name}, {marked} figures | {reader} | {scores} | {speed:,.0f} |"


def timed(read: Callable[[Any], Any], given: Sequence[Any]) -> tuple[list[Any], float]:
    """The answers, and the seconds of the best of some rounds."""
    answers = [read(one) for one in given]
    return answers, min(clocked(read, given) for _ in range(ROUNDS))


def clocked(read: Callable[[Any], Any], given: Sequence[Any]) -> float:
    """The seconds that one round takes."""
    start = time.perf_counter()
    for one in given:
        read(one)
    return time.perf_counter() - start


def rows() -> Iterator[str]:
    """The table: for every set with English in it, ours and each peer, or a word that the peer is not installed."""
    peers = readers()
    for name, every in sets().items():
        texts = [text for text in every if text.language == "en"]
        if not texts:
            continue
        answers, seconds = timed(ours, texts)
        yield row(name, "ours", texts, answers, seconds)
        for reader, read in peers.items():
            if read is None:
                yield f"| {name} | {reader} | not installed | | | |"
                continue
            found, seconds = timed(read, [text.text for text in texts])
            yield row(name, reader, texts, [[shaped(one) for one in answer] for answer in found], seconds)


def main() -> None:
    """Print the table as it comes."""
    print(HEAD)
    for line in rows():
        print(line, flush=True)


if __name__ == "__main__":
    main()
