"""Findings: what they say, in which order, about which rows; and that bad data never raises."""

from factories import citation, indicator, observation, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from unchecked import figure, found, pair, printed, totals, write

from tracker import checks
from tracker.checks import CHECKS
from tracker.finding import ERROR, WARNING, Finding
from tracker.tables import TABLES


def test_right_data_brings_no_finding(tmp_path):
    assert found(tmp_path, observations=[observation(**figure(96, 96, "", "at_least"))], citations=[citation()]) == []


def test_a_reference_to_nothing_is_found_with_its_table(tmp_path):
    rows = tables(**printed())
    rows["organisations"] = []
    unknown = [finding for finding in checks.run(write(tmp_path, rows)) if finding.code == "reference-unknown"]
    assert [(finding.table, finding.column) for finding in unknown] == [
        ("observations", "claimant_id"),
        ("documents", "publisher_id"),
    ]
    assert "organisations.csv" in unknown[0].message


def test_a_finding_says_where_what_and_how_to_mend_it(tmp_path):
    (finding,) = found(tmp_path, **printed(attribution="other"))
    assert finding == Finding(
        "attribution-unnamed",
        ERROR,
        "citations",
        2,
        "attributed_to",
        "is blank though attribution is other: name whom the document names",
        "unicef-20160928-children-killed-at-unicef",
    )
    assert str(finding).startswith("citations.csv row 2, attributed_to (unicef-20160928-children-killed-at-unicef): is")


def test_what_a_source_printed_wrongly_is_kept_with_a_note_and_flagged(tmp_path):
    backwards = {"period_start": "2016-09-29", "period_end": "2016-09-28"}
    (slip,) = [finding for finding in found(tmp_path, **printed(**backwards)) if finding.code == "period-order"]
    kept = found(tmp_path, **printed(**backwards, note="printed so"))
    (noted,) = [finding for finding in kept if finding.code == "period-order"]
    assert (slip.severity, noted.severity) == (ERROR, WARNING)


def test_only_the_row_in_force_is_judged(tmp_path):
    mended = [observation(qualifier="atleast"), observation(revision=2)]
    assert found(tmp_path, observations=mended, citations=[citation()]) == []


def test_a_cell_that_cannot_be_read_is_found_in_a_replaced_row_too(tmp_path):
    mended = [observation(value="many"), observation(revision=2)]
    (finding,) = found(tmp_path, observations=mended, citations=[citation()])
    assert (finding.code, finding.row) == ("cell-type", 2)


def test_parts_of_parts_stay_inside_the_whole(tmp_path):
    rows = pair({"value": 97}, {"value": 96})
    rows["indicators"] = [
        indicator(part_of="civilians_killed"),
        indicator("civilians_killed", part_of="people_killed"),
        indicator("people_killed"),
    ]
    assert "part-above-whole" in {finding.code for finding in found(tmp_path, **rows)}


def test_a_corrected_whole_binds_its_parts_no_longer(tmp_path):
    rows = pair({"value": 97}, {"value": 96})
    newer = observation("newer", indicator_id="people_killed", value=100, revises="whole", change="correction")
    rows["observations"].append(newer)
    assert "part-above-whole" not in {finding.code for finding in found(tmp_path, **rows)}


def test_a_fall_is_seen_past_another_figure_of_the_same_day(tmp_path):
    rows = totals({"value": 100}, {"value": 110})
    start = {"measure": "cumulative", "period_start": "2016-09-01", "period_end": "2016-09-28"}
    rows["observations"].append(observation("lower", value=90, **start))
    falls = [finding.id for finding in found(tmp_path, **rows) if finding.code == "total-falls"]
    assert falls == ["lower"]


def test_figures_in_a_finding_keep_their_hedge(tmp_path):
    breach = pair(figure(97, 97, "", "at_least"), figure(96, "", 96, "at_most"))
    (finding,) = [finding for finding in found(tmp_path, **breach) if finding.code == "part-above-whole"]
    assert "at least 97 is above at most 96" in finding.message


def test_an_unreadable_file_is_a_finding_and_says_nothing_of_the_others(tmp_path):
    store = write(tmp_path, tables(**printed(role="echo")))
    store.path("organisations").write_text("organisation_id,name\nunicef\n", encoding="utf-8")
    findings = checks.run(store)
    assert {finding.code for finding in findings} == {"file-unreadable"}
    assert findings[0].where == "organisations.csv row 1"


def test_a_warning_never_stands_above_an_error(tmp_path):
    findings = found(tmp_path, **printed(role="echo", attribution="other"))
    assert [finding.severity for finding in findings] == [ERROR, WARNING]


def test_rows_are_judged_before_they_are_written(tmp_path):
    store = write(tmp_path, tables(**printed(role="echo")))
    new = {name: str(cell) for name, cell in observation("new", place_id="nowhere").items()}
    brought = checks.brought_by({"observations": [new]}, store)
    assert [(finding.code, finding.row, finding.id) for finding in brought] == [
        ("citation-missing", 3, "new"),
        ("reference-unknown", 3, "new"),
    ]


def test_codes_are_readable_and_titles_are_sentences():
    for check in CHECKS.values():
        assert check.code.replace("-", "").isalnum() and check.code.islower()
        assert check.title[0].isupper() and not check.title.endswith(".")
        assert check.severity in {ERROR, WARNING}


CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["-1", "0", "2016-09-28", "2016-02-31", "unicef", "a", "1e999", "nan"])
)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(sorted(TABLES)), st.integers(0, 40), CELLS), max_size=6))
def test_bad_data_never_raises_and_is_reported_the_same_way_twice(tmp_path, changes):
    rows = tables(**totals({"value": 100}, {"value": 99}), citations=[citation(observation_id="then")])
    rows["events"] = [{"event_id": "e", "crisis_id": "aleppo-2016", "date": "2016-09-28", "label": "x"}]
    rows["headlines"] = [{"crisis_id": "aleppo-2016", "indicator_id": "children_killed", "position": 1}]
    rows["caveats"] = [{"caveat_id": "c", "claimant_id": "unicef", "text": "Only what it could verify."}]
    for table, column, cell in changes:
        names = TABLES[table].names
        rows[table][0][names[column % len(names)]] = cell.replace("\x00", "")
    store = write(tmp_path, rows)
    findings = checks.run(store)
    assert findings == sorted(checks.run(store), key=lambda finding: finding.order)
