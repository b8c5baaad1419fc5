"""The many ways in which reports say who gives a figure, and of which days it is."""

import datetime as dt
from pathlib import Path

import pytest

from tracker.reading import extract
from tracker.reading.candidates import Candidate

FOLDER = Path(__file__).parent / "passages"
DAY = dt.date(2016, 9, 28)  # a Wednesday


def forms(name: str) -> list[object]:
    """The lines of a file as sentence and what each of its figures should have."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    parted = [line.rpartition("|") for line in lines if not line.startswith("#")]
    return [
        pytest.param(sentence.strip(), [one.strip() for one in wanted.split(";")], id=sentence[:60])
        for sentence, _, wanted in parted
    ]


def figures(sentence: str, wanted: list[str]) -> list[tuple[Candidate, str]]:
    """Each figure of a sentence with what it should have; one wish is of all."""
    found = [one for one in extract(sentence, DAY) if one.measure != "status"]
    assert found, "no figure was read"
    return list(zip(found, wanted if len(wanted) > 1 else wanted * len(found), strict=True))


def is_named(claimant: str, wanted: str) -> bool:
    """Whether a claimant is one of those that are right, by any part of the name; a dash allows none."""
    names = [one.strip().casefold() for one in wanted.split("/")]
    if not claimant:
        return not wanted or "-" in names
    return any(name and (name in claimant.casefold() or claimant.casefold() in name) for name in names)


@pytest.mark.parametrize(("sentence", "wanted"), forms("said_by.txt"))
def test_whoever_is_said_to_give_a_figure_is_its_claimant(sentence, wanted):
    for figure, name in figures(sentence, wanted):
        assert is_named(figure.claimant, name), figure.claimant


@pytest.mark.parametrize(("sentence", "wanted"), forms("dated.txt"))
def test_a_figure_is_of_the_days_that_its_sentence_says(sentence, wanted):
    for figure, days in figures(sentence, wanted):
        said = f"{figure.period.start or ''}/{figure.period.end or ''}"
        assert days in {"", said}, said
