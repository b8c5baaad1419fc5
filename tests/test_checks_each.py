"""Each check finds what it is for, at the right cell, and leaves the right data beside it alone."""

import pytest
from factories import citation, crisis, document, event, indicator, observation, organisation, place, tables
from unchecked import claim, figure, pair, printed, replacing, totals, write

from tracker.checks import CHECKS
from tracker.checks.sheets import Book

PART, WHOLE = {"value": 97}, {"value": 96}
HUNDRED, FEWER = {"value": 100}, {"value": 99}
TO = {"next_indicator_id": "doctors_remaining", "claimant_id": "unicef"}
HANDOVER = {"next_indicator_id": "doctors_remaining", "indicator_id": "children_killed"}
ACCEPTED = {"reviewed_by": "rana", "reviewed_on": "2026-01-15T12:00:00Z"}  # when `observation` was recorded
AGAIN = {"reviewed_by": "rana", "reviewed_on": "2026-02-02T08:00:00Z"}
LATER = {"recorded_on": "2026-02-01T08:00:00Z", "value": 97}
WHOSE = {"claimant_id": "unicef"}
SHARE = {"indicators": [indicator(unit="per cent")]}

# Code, column it points at, rows it finds something in, rows beside them that are right.
CASES = [
    ("cell-type", "value", claim(value="1,000"), claim(value=1000)),
    ("cell-type", "period_end", claim(period_end="30 September 2016"), claim(period_end="2016-09-30")),
    ("cell-type", "period_end", claim(period_end="2016-09-31"), claim(period_end="2016-09-30")),
    ("cell-type", "is_circulating", claim(is_circulating="yes"), claim(is_circulating="true")),
    ("cell-type", "revision", claim(revision="first"), claim(revision=1)),
    ("id-form", "observation_id", claim(observation_id="96 children"), claim(observation_id="96-children")),
    (
        "url-not-web",
        "url",
        {"documents": [document(url="javascript:alert(1)")]},
        {"documents": [document(url="https://example.org/a")]},
    ),
    ("code-unknown", "qualifier", claim(qualifier="atleast"), claim(qualifier="exact")),
    ("cell-missing", "measure", claim(measure=""), claim(measure="flow")),
    ("cell-missing", "recorded_by", claim(recorded_by="  "), claim(recorded_by="tests")),
    ("wording-long", "wording", printed(wording="word " * 26), printed(wording="word " * 25)),
    (
        "key-twice",
        "observation_id",
        {"observations": [observation(), observation(value=97)]},
        {"observations": [observation(), observation(value=97, revision=2)]},
    ),
    (
        "key-twice",
        "place_id",
        {"places": [place("aleppo"), place("aleppo")]},
        {"places": [place("aleppo"), place("anadan")]},
    ),
    (
        "revision-gap",
        "revision",
        {"observations": [observation(), observation(revision=3)]},
        {"observations": [observation(), observation(revision=2)]},
    ),
    ("revision-gap", "revision", claim(revision=2), claim(revision=1)),
    ("handover-unclear", "claimant_id", {"events": [event(**HANDOVER)]}, {"events": [event(**HANDOVER | WHOSE)]}),
    ("handover-unclear", "indicator_id", {"events": [event(**TO)]}, {"events": [event()]}),
    (
        "circle",
        "parent_id",
        {"places": [place("a", parent_id="b"), place("b", parent_id="a")]},
        {"places": [place("a", parent_id="b"), place("b")]},
    ),
    (
        "circle",
        "part_of",
        {"indicators": [indicator("a", part_of="a")]},
        {"indicators": [indicator("a", part_of="b")]},
    ),
    (
        "circle",
        "revises",
        {"observations": [observation("a", revises="b"), observation("b", revises="a")]},
        replacing(),
    ),
    ("revision-mismatch", "revises", replacing(claimant_id="who"), replacing()),
    (
        "revision-mismatch",
        "revises",
        replacing(indicator_id="children_injured"),
        replacing(indicator_id="children_injured", note="corrected from killed to injured"),
    ),
    ("change-missing", "change", replacing(change=""), replacing()),
    ("change-missing", "revises", claim(change="update"), claim()),
    ("figure-half-filled", "qualifier", printed(value=100), printed(value=100, qualifier="nearly")),
    ("number-missing", "value", claim(**figure()), claim(**figure(qualifier="vague"))),
    ("number-missing", "value", claim(**figure()), claim(**figure(measure="status"))),
    ("number-missing", "value", printed(qualifier="about"), printed(qualifier="vague")),
    ("number-missing", "value", claim(**figure()), replacing(**figure(change="retraction"))),
    ("number-invented", "value", claim(**figure(24, qualifier="vague")), claim(**figure(qualifier="vague"))),
    ("number-invented", "value", claim(**figure(0, measure="status")), claim(**figure(measure="status"))),
    ("number-invented", "value", printed(**figure(low=24, qualifier="vague")), printed(**figure(qualifier="vague"))),
    ("range-with-value", "value", claim(**figure(35, 30, 40, "between")), claim(**figure("", 30, 40, "between"))),
    ("range-with-value", "value", claim(**figure(35, 30, 40, "between")), claim(**figure(35, 30, 40, "about"))),
    (
        "qualifier-bounds",
        "qualifier",
        claim(**figure(96, qualifier="at_least")),
        claim(**figure(96, 96, "", "at_least")),
    ),
    (
        "qualifier-bounds",
        "qualifier",
        claim(**figure(96, 90, "", "at_least")),
        claim(**figure(96, 96, "", "more_than")),
    ),
    ("qualifier-bounds", "qualifier", claim(**figure(96, 96, 99, "at_least")), claim(**figure("", 96, 99, "between"))),
    ("qualifier-bounds", "qualifier", claim(**figure(96, 96, "", "at_most")), claim(**figure(96, "", 96, "at_most"))),
    ("qualifier-bounds", "qualifier", claim(**figure(96, 90, "", "about")), claim(**figure(96, 90, 99, "about"))),
    ("qualifier-bounds", "qualifier", claim(**figure("", 30, "", "between")), claim(**figure("", 30, 40, "between"))),
    ("qualifier-bounds", "qualifier", printed(**figure(96, qualifier="at_least")), printed()),
    ("bound-without-value", "value", claim(**figure("", 96, "", "at_least")), claim(**figure(96, 96, "", "at_least"))),
    ("bound-without-value", "value", claim(**figure("", 96, "", "at_least")), claim(**figure("", 96, 99, "between"))),
    ("low-above-high", "value_low", claim(**figure("", 40, 30, "between")), claim(**figure("", 30, 30, "between"))),
    ("value-outside-bounds", "value", claim(**figure(50, 30, 40, "about")), claim(**figure(40, 30, 40, "about"))),
    ("number-negative", "value", claim(value=-1), claim(value=0)),
    (
        "percent-over-100",
        "value",
        {**claim(value=101), **SHARE},
        {**claim(value=100), **SHARE},
    ),
    ("percent-over-100", "value", {**claim(value=101), **SHARE}, claim(value=101)),
    ("period-order", "period_end", claim(period_end="2016-09-22"), claim(period_end="2016-09-23")),
    ("period-order", "period_end", printed(period_start="2016-09-29", period_end="2016-09-28"), printed()),
    (
        "crisis-order",
        "end",
        {"crises": [crisis(start="2016-07-01", end="2016-06-30")]},
        {"crises": [crisis(start="2016-07-01")]},
    ),
    (
        "level-over-days",
        "period_end",
        claim(measure="stock"),
        claim(measure="stock", period_start="2016-09-28"),
    ),
    ("level-over-days", "period_end", claim(measure="stock"), claim(measure="stock", date_precision="week")),
    ("period-missing", "period_end", claim(period_start="", period_end=""), claim(period_start="")),
    ("start-missing", "period_start", claim(measure="cumulative", period_start=""), claim(measure="cumulative")),
    ("said-too-early", "said_on", claim(said_on="2016-09-27"), claim(said_on="2016-09-28")),
    ("said-too-early", "said_on", claim(said_on="2016-09-27"), claim(said_on="2016-09-27", basis="projected")),
    ("said-too-early", "said_on", claim(said_on="2016-09-27"), claim(said_on="2016-09-27", date_precision="month")),
    (
        "published-too-early",
        "document_id",
        {**printed(), "documents": [document(published_on="2016-09-27")]},
        {**printed(period_end="2016-09-27"), "documents": [document(published_on="2016-09-27")]},
    ),
    ("citation-missing", "observation_id", claim(), printed()),
    ("origin-missing", "observation_id", printed(role="echo"), printed(role="origin")),
    (
        "accepted-changed",
        "reviewed_by",
        {"observations": [observation()], "citations": [citation(**ACCEPTED), citation(revision=2)]},
        {"observations": [observation()], "citations": [citation(**ACCEPTED), citation(revision=2, **ACCEPTED)]},
    ),
    (
        "accepted-changed",
        "revision",
        {"observations": [observation(), observation(revision=2, **LATER)], "citations": [citation(**ACCEPTED)]},
        {
            "observations": [observation(), observation(revision=2, **LATER)],
            "citations": [
                citation(**ACCEPTED),
                citation(revision=2, **AGAIN),
            ],
        },
    ),
    (  # only the citation was accepted, long after the claim was entered: a change of the claim is none of its own
        "accepted-changed",
        "reviewed_by",
        {"observations": [observation()], "citations": [citation(**ACCEPTED), citation(revision=2)]},
        {
            "observations": [observation(), observation(revision=2, **LATER)],
            "citations": [citation(**ACCEPTED | {"reviewed_on": "2026-01-20T08:00:00Z"})],
        },
    ),
    (
        "origin-missing",
        "observation_id",
        printed(role="echo"),
        {"observations": [observation(claimant_id="")], "citations": [citation(role="echo")]},
    ),
    (
        "origin-not-claimant",
        "role",
        {**printed(), "documents": [document(publisher_id="cnn")]},
        {
            **printed(),
            "documents": [document(publisher_id="unicef-usa")],
            "organisations": [organisation("unicef-usa", parent_id="unicef")],
        },
    ),
    (
        "origin-not-claimant",
        "role",
        {"observations": [observation(claimant_id="")], "citations": [citation(role="origin")]},
        printed(),
    ),
    (
        "attribution-unnamed",
        "attributed_to",
        printed(attribution="other"),
        printed(attribution="other", attributed_to="who"),
    ),
    (
        "attribution-unnamed",
        "attributed_to",
        printed(attribution="none", attributed_to="who"),
        printed(attribution="none"),
    ),
    (
        "document-twice",
        "url",
        {"documents": [document("a", url="https://example.org/x"), document("b", url="http://www.example.org/x/")]},
        {"documents": [document("a", url="https://example.org/x"), document("b", url="https://example.org/y")]},
    ),
    (
        "document-twice",
        "url",
        {"documents": [document("a", url="https://example.org/x"), document("b", url="https://example.org/x")]},
        {
            "documents": [
                document("a", url="https://example.org/x"),
                document("b", url="https://example.org/x", published_on="2016-10-01"),
            ]
        },
    ),
    (
        "coordinate-range",
        "latitude",
        {"places": [place(latitude=95, longitude=37)]},
        {"places": [place(latitude=36.2, longitude=37.2)]},
    ),
    ("coordinate-half", "longitude", {"places": [place(latitude=36.2)]}, {"places": [place()]}),
    ("part-above-whole", "value", pair(PART, WHOLE), pair({"value": 96}, {"value": 96})),
    (
        "part-above-whole",
        "value",
        pair(figure(97, 97, "", "at_least"), {"value": 96}),
        pair(PART, figure(96, 96, "", "at_least")),
    ),
    (
        "part-above-whole",
        "value",
        pair(PART, figure(97, "", 97, "less_than") | {"value": 90, "value_high": 90}),
        pair(PART, figure(96, qualifier="about")),
    ),
    ("part-above-whole", "value", pair(PART, WHOLE), pair(PART, WHOLE, place_id="aleppo")),
    ("part-above-whole", "value", pair(PART, WHOLE), pair(PART, WHOLE, claimant_id="who")),
    ("part-above-whole", "value", pair(PART, WHOLE), pair(PART, WHOLE, basis="verified")),
    (
        "part-above-whole",
        "value",
        pair(PART, WHOLE),
        pair(PART, {"value": 96, "population": "doctors"}),
    ),
    ("total-falls", "value", totals(HUNDRED, FEWER), totals(HUNDRED, {"value": 100})),
    (
        "part-above-whole",
        "value",
        pair(PART, WHOLE),
        pair(PART | {"scope_note": "air strikes"}, WHOLE | {"scope_note": "shelling"}),
    ),
    (
        "total-falls",
        "value",
        totals(figure(100, 100, "", "at_least"), figure(99, 99, "", "at_least")),
        totals(HUNDRED, figure(99, 99, "", "at_least")),
    ),
    ("total-falls", "value", totals(HUNDRED, FEWER), totals(figure(100, qualifier="about"), {"value": 99})),
    ("total-falls", "value", totals(HUNDRED, FEWER), totals(HUNDRED, FEWER, place_id="x")),
    ("total-falls", "value", totals(HUNDRED, FEWER), totals(HUNDRED, FEWER, basis="verified")),
    ("total-falls", "value", totals(HUNDRED, FEWER), totals(HUNDRED, FEWER, scope_note="shelling")),
    (
        "total-falls",
        "value",
        totals(HUNDRED, FEWER),
        totals(HUNDRED, FEWER, period_start="2016-09-02"),
    ),
]


def found_by(code, folder, **rows):
    return list(CHECKS[code].findings(Book.read(write(folder, tables(**rows)))))


@pytest.mark.parametrize(("code", "column", "wrong", "right"), CASES)
def test_a_check_finds_what_it_is_for_and_nothing_else(tmp_path, code, column, wrong, right):
    assert {finding.column for finding in found_by(code, tmp_path / "wrong", **wrong)} == {column}
    assert found_by(code, tmp_path / "right", **right) == []


def test_every_check_has_a_case():
    elsewhere = {"file-unreadable", "reference-unknown"}
    assert {code for code, *_ in CASES} | elsewhere == set(CHECKS)
