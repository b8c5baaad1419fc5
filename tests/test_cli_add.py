"""`tracker add`: a claim is checked, shown in words and then written, from options or from answers."""

import csv

import pytest
from click.testing import CliRunner
from factories import citation, indicator, observation, organisation
from hypothesis import given
from hypothesis import strategies as st

from tracker import entry
from tracker.audit import audit_for
from tracker.cli import main, questions
from tracker.tables import TABLES

CLAIM = {
    "indicator": "children_killed",
    "place": "eastern-aleppo",
    "claimant": "unicef",
    "measure": "flow",
    "period-start": "2016-09-23",
    "period-end": "2016-09-29",
    "qualifier": "at_least",
    "value": "100",
    "wording": "at least 100 children",
    "document": "unicef-20160928",
    "by": "tests",
}
NEW_DOCUMENT = {
    "document": None,
    "publisher": "cnn",
    "url": "https://example.org/a",
    "title": "At least 100 children killed in Aleppo, says the UN",
    "published-on": "2016-09-30",
    "published-on-basis": "printed",
    "language": "en",
    "kind": "article",
}
TODAY = entry.dt.datetime(2026, 1, 15, 12, tzinfo=entry.dt.UTC)


@pytest.fixture
def data(folder):
    """One claim of UNICEF with its own document, and CNN as an organisation."""
    organisations = [organisation(), organisation("cnn", kind="media"), organisation("unicef-usa", parent_id="unicef")]
    return folder(observations=[observation()], citations=[citation()], organisations=organisations)


def add(data, *flags, answers=None, **changes):
    asked = {**CLAIM, **{name.replace("_", "-"): value for name, value in changes.items()}}
    words = [word for name, value in asked.items() if value is not None for word in (f"--{name}", value)]
    return CliRunner().invoke(main, ["add", "--data", str(data), *words, *flags], input=answers)


def last(data, table):
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[-1]


def contents(data):
    return {name: (data / f"{name}.csv").read_bytes() for name in TABLES}


def test_a_claim_is_shown_in_words_and_written_with_its_citation(data):
    answer = add(data)
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.splitlines()[0] == "UNICEF: at least 100. Children killed, Eastern Aleppo, 23–29 Sep 2016."
    written = last(data, "observations")
    assert written["observation_id"] == "unicef-20160929-children-killed"
    assert (written["value"], written["value_low"], written["value_high"]) == ("100", "100", "")
    assert (written["rank"], written["basis"], written["recorded_by"]) == ("normal", "reported", "tests")
    cited = last(data, "citations")
    assert (cited["observation_id"], cited["role"]) == (written["observation_id"], "origin")
    assert (cited["wording"], cited["qualifier"]) == ("at least 100 children", "")


def test_a_new_document_comes_with_its_claim(data):
    answer = add(data, **NEW_DOCUMENT)
    assert answer.exit_code == 0, answer.output
    assert last(data, "documents")["document_id"] == "cnn-20160930-at-least-100-children-killed"
    assert last(data, "citations")["role"] == "echo"


def test_a_national_committee_is_its_organisations_own_voice(data):
    answer = add(data, **{**NEW_DOCUMENT, "publisher": "unicef-usa"})
    assert answer.exit_code == 0, answer.output
    assert last(data, "citations")["role"] == "origin"


def test_what_the_document_printed_is_kept_beside_what_was_claimed(data):
    answer = add(data, **NEW_DOCUMENT, cited_value="100", cited_qualifier="exact")
    assert answer.exit_code == 0, answer.output
    assert (last(data, "citations")["value"], last(data, "citations")["qualifier"]) == ("100", "exact")
    assert last(data, "observations")["qualifier"] == "at_least"


def test_a_figure_of_nobody_has_no_claimant(data):
    answer = add(data, claimant="unattributed")
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.startswith("unattributed: at least 100.")
    assert last(data, "observations")["claimant_id"] == ""
    assert (last(data, "citations")["role"], last(data, "citations")["attribution"]) == ("echo", "none")


def test_words_without_a_number_get_none(data):
    answer = add(data, qualifier="vague", value=None, wording="dozens of children")
    assert answer.stdout.startswith("UNICEF: “dozens of children”.")
    assert last(data, "observations")["value"] == ""


def test_a_level_stands_on_one_day(data):
    add(data, measure="stock", period_start=None)
    assert last(data, "observations")["period_start"] == "2016-09-29"


def test_errors_are_shown_and_nothing_is_written(data):
    before = contents(data)
    answer = add(data, place="nowhere", period_start="2016-10-01")
    assert answer.exit_code == 1
    assert "error: observations, place_id: 'nowhere' is not in places.csv" in answer.stderr
    assert "error: observations, period_end: ends on 2016-09-29, before it starts" in answer.stderr
    assert answer.stderr.splitlines()[-1] == "Error: nothing was written: 2 errors to correct first"
    assert contents(data) == before


def test_warnings_are_shown_and_the_claim_is_written(data):
    answer = add(data, period_start=None, period_end=None, said_on="2016-09-29")
    assert answer.exit_code == 0, answer.output
    assert "warning: observations, period_end: no day is known" in answer.stderr
    assert last(data, "observations")["said_on"] == "2016-09-29"


def test_a_dry_run_shows_the_rows_and_writes_nothing(data):
    before = contents(data)
    answer = add(data, "--dry-run")
    assert answer.exit_code == 0
    assert "Would add to observations:" in answer.stdout
    assert "value_low       100" in answer.stdout
    assert contents(data) == before


def test_a_second_claim_under_the_same_id_is_refused(data):
    add(data)
    before = contents(data)
    answer = add(data)
    assert answer.exit_code == 1
    assert "already (tracker show unicef-20160929-children-killed): give another claim its --id" in answer.stderr
    assert contents(data) == before
    assert add(data, id="unicef-20160929-again").exit_code == 0


def test_what_is_missing_is_named_where_nobody_can_be_asked(data):
    answer = add(data, claimant=None, value=None, document=None)
    assert answer.exit_code == 2
    assert answer.stderr.splitlines()[-1].startswith(
        "Error: missing --claimant, --value, --publisher, --kind: give them"
    )


@pytest.mark.parametrize(
    ("option", "text"), [("value", "1,000"), ("period-end", "30/9/2016"), ("kind", "tweet"), ("url", "javascript:x")]
)
def test_a_slip_in_an_option_is_a_usage_error(data, option, text):
    answer = add(data, **{option: text})
    assert answer.exit_code == 2
    assert f"'--{option}'" in answer.stderr


def test_a_document_that_is_not_there_is_said(data):
    answer = add(data, document="unicef-2016092")
    assert answer.exit_code == 1
    assert "Did you mean 'unicef-20160928'?" in answer.stderr


def test_on_a_terminal_what_is_missing_is_asked_for(data, monkeypatch):
    monkeypatch.setattr(questions, "is_terminal", lambda: True)
    said = [
        "2016-09-23",
        "30/9/2016",
        "2016-09-29",
        "at_least",
        "many",
        "100",
        "at least 100 children",
        "unicef-20160928",
    ]
    missing = dict.fromkeys(["period_start", "period_end", "qualifier", "value", "wording", "document"])
    answer = add(data, answers="\n".join(said) + "\n", **missing)
    assert answer.exit_code == 0, answer.output
    assert "'many' is not a number" in answer.output
    assert last(data, "observations")["value_low"] == "100"


def test_on_a_terminal_a_new_document_is_asked_for_and_blanks_stay_blank(data, monkeypatch):
    monkeypatch.setattr(questions, "is_terminal", lambda: True)
    said = ["", "cnn", "", "A title", "", "", "en", "article"]
    answer = add(data, answers="\n".join(said) + "\n", document=None)
    assert answer.exit_code == 0, answer.output
    assert last(data, "documents")["document_id"] == "cnn-undated-a-title"
    assert last(data, "documents")["url"] == ""


def test_on_a_terminal_an_unknown_name_is_asked_for_again(data, monkeypatch):
    monkeypatch.setattr(questions, "is_terminal", lambda: True)
    answer = add(data, answers="estern-aleppo\neastern-aleppo\n", place=None)
    assert answer.exit_code == 0, answer.output
    assert "there is no place 'estern-aleppo'. Did you mean 'eastern-aleppo'?" in answer.output


NAMES = st.sampled_from(sorted(entry.FIELDS))


@given(st.dictionaries(NAMES, st.text("abc", min_size=1, max_size=5)))
def test_everything_given_lands_in_its_own_column_and_nowhere_else(given_):
    rows = entry.rows(given_, "cnn", is_own=False, now=TODAY, by="tests")
    for name, text in given_.items():
        field = entry.FIELDS[name]
        assert rows[field.table][0][field.column.name] == text
    for table, (row,) in rows.items():
        assert set(row) <= set(TABLES[table].names)


def test_the_bounds_of_a_range_are_asked_for_and_its_middle_is_not(data):
    answer = add(data, qualifier="between", value=None)
    assert "missing --value-low, --value-high:" in answer.stderr
    assert add(data, qualifier="between", value=None, value_low="100", value_high="120").exit_code == 0
    assert last(data, "observations")["value"] == ""


def test_a_share_is_shown_as_one(folder):
    data = folder(
        observations=[observation()],
        citations=[citation()],
        indicators=[indicator(), indicator("share", unit="per cent")],
    )
    answer = add(data, indicator="share", value="40")
    assert answer.stdout.startswith("UNICEF: at least 40%.")


def test_what_is_added_is_logged_before_and_after_it_is_written(data):
    add(data)
    log = list(audit_for(data))
    assert [(one.action, one.by) for one in log] == [("is adding", "tests"), ("added", "tests")]
    assert "unicef-20160929-children-killed" in log[0].ids and log[0].after == log[1].after
    add(data, "--dry-run", id="another")
    assert len(list(audit_for(data))) == 2
