"""`tracker search` lists what it finds by kind, best first."""

import json

import pytest
from click.testing import CliRunner
from factories import citation, observation

from tracker import search
from tracker.cli import main
from tracker.cli.search import KINDS


@pytest.fixture
def look(folder):
    data = folder(observations=[observation()], citations=[citation(wording="96 niños")])
    return lambda *asked: CliRunner().invoke(main, ["search", *asked, "--data", str(data)])


def test_a_claim_is_found_by_its_words_in_any_spelling(look):
    found = look("ninos").output
    assert found.splitlines() == [
        "claim: 1",
        "  unicef-20160928-children-killed",
        "    UNICEF: 96. Children killed, Eastern Aleppo, 23–28 Sep 2016.",
        "    “96 niños”",
    ]


def test_kinds_can_be_chosen(look):
    assert json.loads(look("aleppo", "--kind", "place", "--format", "json").output)["counts"] == {"place": 1}


def test_nothing_found_is_no_error(look):
    found = look("mars")
    assert found.exit_code == 0
    assert found.output == "Nothing found.\n"


def test_the_command_offers_every_kind():
    assert KINDS == search.KINDS
