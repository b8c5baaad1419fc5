"""`tracker read --review`: a person is asked about the document, then about each figure."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from factories import citation, observation

from tracker.cli import main
from tracker.review import Reviews
from tracker.store import Store

TEXT = (
    "Daily Post\n\nFigures from Aleppo\n\n"
    "UNICEF said at least 96 children were killed in eastern Aleppo since Friday.\n\nSome 12 schools were closed."
)
# Title, publisher, day, how it is known, address, language, kind, crisis.
ABOUT = ["Figures from Aleppo", "Daily Post", "2016-09-28", "printed", "https://post.example/aleppo", "", "", ""]


@pytest.fixture
def data(folder):
    return folder(observations=[observation(value_low=96, qualifier="at_least")], citations=[citation()])


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def review(report, data, *answers):
    words = ["read", str(report), "--review", "--by", "Rana", "--data", str(data)]
    return CliRunner().invoke(main, words, input="\n".join(answers) + "\n")


def kept(data):
    return next(iter(Reviews(data.parent / "reviews")))


def cited(data):
    return [row for _, row in Store(data).raw("citations") if row["reviewed_by"]]


def test_figures_are_accepted_edited_and_rejected_one_by_one(report, data):
    done = review(report, data, *ABOUT, "e", "scope_note=in hospitals", "", "a", "r", "no place is named")
    assert done.exit_code == 0, done.output
    assert "“UNICEF said at least [96] children were killed in eastern Aleppo since Friday.”" in done.output
    assert "-> filed=echo:unicef-20160928-children-killed" in done.output
    assert "1 accepted, 1 rejected, 0 open." in done.output
    (row,) = cited(data)
    assert (row["reviewed_by"], row["observation_id"]) == ("Rana", "unicef-20160928-children-killed")
    assert row["read_by"].endswith(", edited")


def test_leaving_keeps_what_was_done_and_asks_for_the_document_no_more(report, data):
    assert "0 accepted, 0 rejected, 2 open." in review(report, data, *ABOUT, "q").output
    done = review(report, data, "a", "q")
    assert "1 accepted, 0 rejected, 1 open." in done.output
    assert kept(data).about["title"] == "Figures from Aleppo"


def test_a_document_without_its_day_is_asked_about_again(report, data):
    without = [*ABOUT[:2], " ", *ABOUT[3:]]
    again = ["", "", "2016-09-28", "", "", "", "", ""]  # what was said before stands
    done = review(report, data, *without, *again, "q")
    assert "Not yet: say on which day it was published" in done.output
    assert kept(data).is_confirmed and kept(data).about["publisher_name"] == "Daily Post"


def test_a_figure_is_added_by_hand_by_its_words(report, data):
    done = review(report, data, *ABOUT, "h", "no such words", "h", "Figures from Aleppo", "q")
    assert "these words do not stand in the text" in done.output
    assert [item.origin for item in kept(data).items] == ["hand", "reader", "reader"]


def test_a_figure_that_is_not_complete_is_refused_with_the_reason(report, data):
    done = review(report, data, *ABOUT, "n", "a", "q")
    assert "Not done: say what it counts: choose an indicator" in done.output
    assert not cited(data)
