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


def test_one_crisis_can_be_searched_and_found(folder):
    rows = [observation("a"), observation("g", crisis_id="gaza-2023", place_id="gaza")]
    data = str(folder(observations=rows, citations=[citation(observation_id="a"), citation("c", observation_id="g")]))

    def look(*asked):
        answer = CliRunner().invoke(main, ["search", *asked, "--data", data, "--format", "json"])
        return {(hit["kind"], hit["id"]) for hit in json.loads(answer.output)["hits"]}

    assert look("children", "--kind", "claim") == {("claim", "a"), ("claim", "g")}
    assert look("children", "--kind", "claim", "--crisis", "gaza-2023") == {("claim", "g")}
    assert look("gaza", "--crisis", "aleppo-2016") == set()
    assert ("crisis", "gaza-2023") in look("gaza")


def test_a_crisis_that_is_not_kept_is_refused(look):
    answer = look("children", "--crisis", "gaza")
    assert answer.exit_code == 1 and "there is no crisis 'gaza'" in answer.output


def test_nothing_found_is_no_error(look):
    found = look("mars")
    assert found.exit_code == 0
    assert found.output == "Nothing found.\n"


def test_the_command_offers_every_kind():
    assert KINDS == search.KINDS
