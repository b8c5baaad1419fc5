"""`tracker read`: figures of a text on the terminal, in JSON, and for many passages at once."""

import json

import pytest
from click.testing import CliRunner
from factories import organisation, place

from tracker.cli import main

TEXT = "At least 96 children have been killed in eastern Aleppo since Friday, UNICEF said."


def run(*words, **options):
    return CliRunner().invoke(main, ["read", *(str(word) for word in words)], **options)


@pytest.fixture
def tables(folder):
    return folder(organisations=[organisation()], places=[place()])


def test_a_figure_is_shown_with_its_hedge_period_place_claimant_and_sentence(tmp_path, tables):
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    answer = run(report, "--published-on", "2016-09-28", "--data", tables)
    assert answer.exit_code == 0
    line, quoted = answer.stdout.splitlines()
    assert line == "at least 96 children_killed · 23–28 Sep 2016 · eastern-aleppo · unicef · high (subject)"
    assert TEXT in quoted


def test_it_works_without_tables(tmp_path):
    answer = run("--text", TEXT, "--published-on", "2016-09-28", "--data", tmp_path / "none")
    assert "eastern Aleppo · UNICEF" in answer.stdout


def test_json_holds_the_span_and_the_rule(tmp_path):
    options = ("--published-on", "2016-09-28", "--format", "json", "--data", tmp_path / "none")
    [found] = json.loads(run("--text", TEXT, *options).stdout)
    assert TEXT[slice(*found["span"])] == found["wording"] == "96"
    assert (found["indicator"], found["tier"], found["rule"]) == ("children_killed", "high", "subject")


def test_a_batch_answers_every_line():
    passages = [
        {"id": "a", "text": TEXT, "published_on": "2016-09-28", "language": "en"},
        {"id": "b", "text": "Ende.", "published_on": "2016-09-28", "language": "de"},
    ]
    answer = run("--batch", "-", input="\n".join(json.dumps(passage) for passage in passages))
    first, second = (json.loads(line) for line in answer.stdout.splitlines())
    assert (first["id"], first["figures"][0]["value"]) == ("a", 96)
    assert (first["figures"][0]["period_start"], first["figures"][0]["attributed_source"]) == ("2016-09-23", "UNICEF")
    assert second == {"id": "b", "figures": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Give a FILE"),
        (("--text", TEXT, "--batch", "-"), "Give a FILE"),
        (("--text", TEXT), "give --published-on"),
        (("--text", "12", "--published-on", "2016-09-28"), "give --language"),
        (("--text", TEXT, "--published-on", "2016-09-28", "--language", "de"), "no pack for the language"),
        (("https://example.org/news",), "save the page"),
        (("missing.html",), "No such file"),
    ],
)
def test_what_is_missing_is_asked_for(words, said, tmp_path):
    answer = run(*words, "--data", tmp_path / "none")
    assert answer.exit_code != 0
    assert said in answer.output


def test_a_broken_passage_is_named():
    answer = run("--batch", "-", input='{"id": "a"}\n')
    assert answer.exit_code == 1
    assert "line 1" in answer.output
