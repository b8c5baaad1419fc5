"""`tracker cite` says what the claim's page says, in four styles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factories import citation, observation

from tracker.cli import main

ID = "unicef-20160928-children-killed"
AT_LEAST = observation(value=96, value_low=96, qualifier="at_least")


@pytest.fixture
def data(folder: Callable[..., Path]) -> Path:
    return folder(observations=[AT_LEAST], citations=[citation()])


def cite(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["cite", *words, "--data", str(data)])


@pytest.mark.parametrize("style", ["plain", "quote", "bibtex", "csl"])
def test_every_style_keeps_hedge_claimant_period_and_address(data: Path, style: str) -> None:
    text = cite(data, ID, "--style", style, "--as-of", "2016-10-01", "--site", "https://figures.example/").stdout
    page = f"https://figures.example/observation/{ID}?as_of=2016-10-01"
    for part in ("at least 96", "UNICEF", "23–28 Sep 2016", page):
        assert part in text


def test_csl_is_json_and_words_follow_the_language(data: Path) -> None:
    assert json.loads(cite(data, ID, "--style", "csl").stdout)[0]["id"] == ID
    assert "lang=ar" in cite(data, ID, "--lang", "ar").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["unicef-20160928-children-kiled"], f"Did you mean '{ID}'"),
        ([ID, "--as-of", "2016-01-01"], "was not known on 2016-01-01"),
        ([ID, "--lang", "xx"], "'xx' is not one of"),
        ([ID, "--style", "apa"], "'apa' is not one of"),
    ],
)
def test_what_cannot_be_cited_is_said_in_one_line(data: Path, words: list[str], said: str) -> None:
    answer = cite(data, *words)
    assert answer.exit_code != 0
    assert said in answer.output
