"""How well the reader does on whole passages: those written to hold it to, and the labelled set beside the repo."""

import datetime as dt
import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from marked_passages import FOLDER, NOBODY, Marked, Passage, passages

from tracker.reading import Candidate, extract
from tracker.reading.batch import predictions

SHARED = Path(__file__).parents[2] / "shared" / "extraction"


def pairs(passage: Passage, found: list[Candidate]) -> list[tuple[Marked, Candidate]]:
    """Marked figures with the candidates at the same words."""
    return [
        (marked, candidate)
        for marked in passage.figures
        for candidate in found
        if candidate.span[0] < marked.end and marked.start < candidate.span[1]
    ]


def read(passage: Passage) -> list[Candidate]:
    found = extract(passage.text, dt.date.fromisoformat(passage.published_on), passage.language)
    return [candidate for candidate in found if candidate.measure != "status"]


def period(candidate: Candidate) -> str:
    start, end = candidate.period.start, candidate.period.end
    return f"{start or ''}/{end or ''}" if start or end else ""


def is_right(marked: Marked, candidate: Candidate) -> bool:
    number = (candidate.value, candidate.low if candidate.floor is None else candidate.floor, candidate.high)
    is_same = not marked.has_number or (
        number[0] == marked.value and (marked.value is not None or number == marked.number)
    )
    return is_same and candidate.outcome in marked.outcomes and candidate.population in marked.populations


def is_whole(marked: Marked, candidate: Candidate) -> bool:
    """Whether everything marked was read: what, whom, the hedge, when and who says so."""
    when = marked.period is None or period(candidate) == marked.period
    names = [name.lower() for name in marked.claimants]
    who = any(name in candidate.claimant.lower() for name in names) if candidate.claimant else not set(names) - {NOBODY}
    return is_right(marked, candidate) and candidate.qualifier == marked.qualifier and when and who


def counts(name: str) -> Counter[str]:
    """Figures marked, found, right and wholly right over a file of our own passages, and those of the high tier."""
    total: Counter[str] = Counter()
    for passage in passages(FOLDER / f"{name}.txt"):
        found = read(passage)
        matched = pairs(passage, found)
        high = [pair for pair in matched if pair[1].tier == "high"]
        total.update(
            marked=len(passage.figures),
            found=len(found),
            right=sum(is_right(*pair) for pair in matched),
            whole=sum(is_whole(*pair) for pair in matched),
            high=sum(candidate.tier == "high" for candidate in found),
            high_right=sum(is_right(*pair) for pair in high),
        )
    return total


def f1(right: int, found: int, marked: int) -> float:
    return 2 * right / (found + marked)


@pytest.mark.parametrize(
    ("name", "right", "whole", "high"),
    [
        ("own", 0.97, 0.95, 0.97),
        ("widened", 0.97, 0.94, 0.97),
        ("unseen", 0.96, 0.91, 0.97),
        ("forms", 0.96, 0.93, 0.97),
        ("fresh", 0.95, 0.89, 0.97),
        ("later", 0.91, 0.83, 0.97),
        ("last", 0.91, 0.82, 0.95),
        ("wires", 0.94, 0.88, 0.97),
        ("languages", 0.84, 0.60, 0.93),
        ("agencies", 0.90, 0.80, 0.95),
        ("sealed", 0.93, 0.87, 0.97),
        ("turns_ar", 1.0, 1.0, 1.0),
        ("turns_fr", 1.0, 0.93, 1.0),
        ("turns_es", 1.0, 0.93, 1.0),
    ],
)
def test_passages_are_read(name, right, whole, high):
    count = counts(name)
    assert f1(count["right"], count["found"], count["marked"]) >= right
    assert f1(count["whole"], count["found"], count["marked"]) >= whole
    assert count["high_right"] / count["high"] >= high


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "scorer.py"
    if not path.exists():
        pytest.skip("the labelled passages lie beside the repository, in ../shared/extraction, and are not here")
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_labelled_passages_are_read(scorer):
    lines = (SHARED / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    predicted = {row["id"]: row["figures"] for row in map(json.loads, predictions(lines))}
    counts = [scorer.count(document, predicted[document["id"]])[0] for document in documents]
    levels = scorer.summarise(counts)["levels"]
    assert levels["value+out"]["F1"] >= 0.96
    assert levels["tuple"]["F1"] >= 0.92


def test_the_high_tier_of_the_labelled_passages_can_be_trusted(scorer):
    right = total = 0
    lines = (SHARED / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for document, answer in zip(map(json.loads, lines), map(json.loads, predictions(lines)), strict=True):
        _, rows = scorer.count(document, answer["figures"])
        is_right = {j: bool(result["value+out"]) for _, j, result in rows}
        high = [j for j, figure in enumerate(answer["figures"]) if figure["tier"] == "high"]
        right, total = right + sum(is_right.get(j, False) for j in high), total + len(high)
    assert right / total >= 0.97
