"""What docs/method/reading.md quotes: every level of the scorer, tiers, confusions and speed, in every language.

Run it as `python -m benchmarks.reading_scores`. The scorer lies beside the repository, in ../shared/extraction.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from .reading import SHARED, Text, aligned, is_right, ours, sets, timed

LEVELS = ("value+out", "+pop", "+qual", "tuple")


def scorer() -> Any:
    """The shared scorer as it is, or None where it is not."""
    path = SHARED / "scorer.py"
    if not path.exists():
        return None
    spec: Any = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def levels(texts: Sequence[Text], judge: Any) -> Iterator[str]:
    """Precision, recall and F1 at each level, and how often periods and claimants are right where there are any."""
    counts, held, right = [], Counter[str](), Counter[str]()
    for text in texts:
        found = ours(text)
        gold = text.gold(found)
        count, pairs = judge.count(gold, found)
        counts.append(count)
        for i, _, result in pairs:
            one = gold["figures"][i]
            has = {"period": one["period_start"] or one["period_end"], "source": one["attributed_source"]}
            held.update(name for name, value in has.items() if value)
            right.update(name for name, value in has.items() if value and result[name])
    for level in LEVELS:
        score = judge.summarise(counts)["levels"][level]
        low, high = judge.bootstrap(counts, level)
        yield f"{level}: P {score['P']:.3f}, R {score['R']:.3f}, F1 {score['F1']:.3f} ({low} to {high})"
    yield ", ".join(f"{name} right {right[name]} of {held[name]}" for name in sorted(held))


def tiers(texts: Sequence[Text]) -> Iterator[str]:
    """How far each tier can be trusted: value and outcome right."""
    right, total = Counter[str](), Counter[str]()
    for text in texts:
        found = ours(text)
        total.update(one["tier"] for one in found)
        pairs = aligned(text.gold(found)["figures"], found)
        right.update(one["tier"] for marked, one in pairs if is_right(marked, one))
    for tier in ("high", "medium", "low"):
        yield f"{tier}: {right[tier]} of {total[tier]} right"


def confusions(texts: Sequence[Text]) -> Iterator[str]:
    """Outcomes read for others, the commonest first."""
    wrong = Counter[tuple[str, str]]()
    for text in texts:
        found = ours(text)
        pairs = aligned(text.gold(found)["figures"], found)
        wrong.update(
            (marked["outcome"], one["outcome"]) for marked, one in pairs if marked["outcome"] != one["outcome"]
        )
    for (meant, read), times in wrong.most_common():
        yield f"{meant} read as {read}: {times}"


def main() -> None:
    """Print all of it, set by set."""
    judge = scorer()
    if judge is None:
        print("The scorer lies in ../shared/extraction beside the repository, and is not here.\n")
    for name, texts in sets().items():
        _, seconds = timed(ours, texts)
        characters = sum(len(text.text) for text in texts)
        print(f"{name}: {len(texts)} passages, {characters / seconds:,.0f} characters a second")
        print(*(levels(texts, judge) if judge else ()), *tiers(texts), *confusions(texts), sep="\n  ", end="\n\n")


if __name__ == "__main__":
    main()
