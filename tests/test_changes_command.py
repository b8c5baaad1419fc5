"""`tracker changes` tells in words what became known between two days."""

import json

import pytest
from click.testing import CliRunner
from factories import observation

from tracker.claims import bulletin
from tracker.cli import main
from tracker.languages import available, language
from tracker.vocabularies import CHANGE


@pytest.fixture
def tell(folder):
    def run(*rows, form="text", since="2016-09-28", until="2016-10-05", more=()):
        data = folder(observations=rows)
        asked = ["changes", "--since", since, "--until", until, "--format", form, "--data", str(data), *more]
        return CliRunner().invoke(main, asked)

    return run


def claim(name, known_on, claimant="unicef", value=96, **cells):
    return observation(name, claimant_id=claimant, value=value, said_on=known_on, **cells)


def test_new_claims_revisions_and_disagreements_are_told_under_headings(tell):
    told = tell(
        claim("old", "2016-09-01"),
        claim("new", "2016-09-30", value=98, revises="old", change="correction"),
        claim("rival", "2016-10-01", "sohr", 57),
    ).output
    assert told.startswith("From 28 Sep 2016 to 5 Oct 2016: 1 new claim, 1 correction, and 1 new disagreement.")
    assert "2016-10-01  Sohr: 57. Children killed, Eastern Aleppo, 23–28 Sep 2016." in told
    assert "UNICEF: 98. Children killed, Eastern Aleppo, 23–28 Sep 2016. Before: 96, 23–28 Sep 2016." in told
    assert "No number fits the words of both." in told


def test_programs_get_ids(tell):
    told = json.loads(tell(claim("a", "2016-09-30"), claim("b", "2016-10-01", "sohr", 57), form="json").output)
    assert [each["observation_id"] for each in told["new"]] == ["a", "b"]
    assert told["disagreements"] == [{"observation_id": "a", "other": "b", "reason": "numbers_apart"}]


def test_a_claimant_gone_silent_is_told_with_its_longest_pause(tell):
    rows = [claim(f"c{day}", f"2016-09-{day:02}") for day in (1, 5, 15)]
    told = tell(*rows, since="2016-10-01", until="2016-10-31").output
    assert "UNICEF has given no figure since 15 Sep 2016: Children killed, Eastern Aleppo." in told
    assert "Its longest pause before: 10 days." in told


def test_nothing_new_is_said(tell):
    assert tell(claim("a", "2016-09-01")).output == "From 28 Sep 2016 to 5 Oct 2016: nothing new.\n"


@pytest.mark.parametrize("more", [["--indicator", "childen_killed"], ["--until", "2016-09-01"]])
def test_a_slip_is_one_line_and_an_error(tell, more):
    told = tell(claim("a", "2016-09-30"), more=more)
    assert told.exit_code == 1
    assert len(told.output.strip().splitlines()) == 1


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("kind", [*CHANGE, ""])
def test_every_kind_of_revision_has_a_name(kind, code):
    assert kind in bulletin.KINDS
    assert "3" in bulletin.revisions(kind, 3, language(code))
