"""What a document changed is named, from what to what, and nothing is named where nothing changed."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.claims import telling
from tracker.claims.distortion import DISTORTION, Distortion, between, in_citation, without_records
from tracker.claims.nesting import Places
from tracker.claims.printed import Labels, Printed
from tracker.claims.rounding import is_rounding
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.period import Period
from tracker.vocabularies import MEASURE, QUALIFIER

ENGLISH = language("en")
NESTING = Places({"eastern-aleppo": "aleppo-city", "aleppo-city": "syria", "western-aleppo": "aleppo-city"})
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2017, 1, 1))
NUMBERS = st.integers(0, 10**7)


class Row:
    """A row with the cells a test is about."""

    def __init__(self, **cells):
        self.__dict__.update(cells)


def printed(figure=None, period="2016-09-23/2016-09-28", **given):
    cells = {"measure": "flow", "place_id": "eastern-aleppo", "indicator_id": "children_killed"} | given
    return Printed(figure=figure or claimed("at_least", 96), period=Period.parse(period), **cells)


def claimed(qualifier, *numbers):
    return Figure.claimed(qualifier, *numbers)


def kinds(before, after):
    return [found.kind for found in between(before, after, NESTING)]


@st.composite
def figures(draw):
    qualifier = draw(st.sampled_from(list(QUALIFIER)))
    return claimed(qualifier, *sorted((draw(NUMBERS), draw(NUMBERS))))


@st.composite
def forms(draw):
    return Printed(
        figure=draw(figures()),
        period=Period(draw(st.none() | DAYS), draw(st.none() | DAYS)),
        measure=draw(st.sampled_from(list(MEASURE))),
        place_id=draw(st.sampled_from(["eastern-aleppo", "western-aleppo", "aleppo-city", "syria", "mars"])),
        indicator_id=draw(st.sampled_from(["children_killed", "people_killed"])),
        population=draw(st.sampled_from(["", "children", "civilians"])),
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (claimed("at_least", 96), claimed("exact", 96), ["bound_dropped"]),
        (claimed("exact", 500_000), claimed("more_than", 500_000), ["bound_added"]),
        (claimed("at_least", 96), claimed("about", 96), ["bound_changed"]),
        (claimed("at_most", 16_000), claimed("about", 16_000), ["bound_changed"]),
        (claimed("at_most", 16_000), claimed("exact", 16_000), ["bound_dropped"]),
        (claimed("about", 30), claimed("exact", 30), ["hedge_dropped"]),
        (claimed("exact", 30), claimed("about", 30), ["hedge_added"]),
        (claimed("about", 500_000), claimed("nearly", 500_000), ["hedge_changed"]),
        (claimed("at_least", 96), claimed("nearly", 100), ["bound_changed", "rounded"]),
        (claimed("exact", 223), claimed("about", 220), ["hedge_added", "rounded"]),
        (claimed("exact", 342), claimed("more_than", 340), ["bound_added", "rounded"]),
        (claimed("exact", 96), claimed("exact", 98), ["number_changed"]),
        (claimed("between", 1500, 5000), claimed("exact", 5000), ["bound_dropped"]),
        (claimed("between", 1500, 5000), claimed("at_most", 5000), ["bound_changed"]),
        (claimed("exact", 30_000), claimed("between", 30_000, 33_000), ["bound_added"]),
        (claimed("between", 1500, 5000), claimed("exact", 3250), ["bound_dropped", "number_changed"]),
        (claimed("exact", 96), claimed("vague"), ["number_changed"]),
        (claimed("vague"), claimed("vague"), []),
    ],
)
def test_a_change_of_figure_is_named(before, after, expected):
    assert kinds(printed(before), printed(after)) == expected


@pytest.mark.parametrize(
    ("number", "words", "yes"),
    [
        (96, claimed("nearly", 100), True),
        (96, claimed("exact", 100), True),
        (338, claimed("about", 340), True),
        (338, claimed("more_than", 330), True),
        (338, claimed("nearly", 350), True),
        (338, claimed("exact", 350), False),
        (338, claimed("about", 330), False),
        (31_500, claimed("about", 31_000), True),
        (338, claimed("more_than", 340), False),  # over 340 is not so
        (342, claimed("nearly", 340), False),
        (31_500, claimed("at_most", 30_000), False),
        (36_086, claimed("about", 36_000), True),
        (292_817, claimed("exact", 293_000), True),
        (8, claimed("exact", 10), False),
        (0, claimed("about", 10), False),
        (100, claimed("about", 96), False),  # nothing is rounded to more digits
    ],
)
def test_a_rounded_number_lies_on_the_side_its_hedge_says(number, words, yes):
    assert is_rounding(number, words.value, words.qualifier) is yes


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2016-09-22/2016-09-29", ["period_widened"]),
        ("2016-09-23/2016-09-29", ["period_widened"]),
        ("../2016-09-29", ["period_widened"]),
        ("2016-09-24/..", ["period_narrowed"]),
        ("2016-09-24/2016-09-30", ["period_moved"]),
        ("../..", []),
    ],
)
def test_a_change_of_period_is_named_and_an_open_end_changes_nothing(after, expected):
    assert kinds(printed(), printed(period=after)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [("aleppo-city", "place_widened"), ("syria", "place_widened"), ("western-aleppo", "place_changed")],
)
def test_a_change_of_place_follows_the_hierarchy(after, expected):
    assert kinds(printed(), printed(place_id=after)) == [expected]


def test_a_part_of_the_place_narrows_it():
    assert kinds(printed(place_id="syria"), printed()) == ["place_narrowed"]


def test_a_flow_that_becomes_a_level_is_named_so():
    assert kinds(printed(), printed(measure="stock")) == ["flow_turned_stock"]
    assert kinds(printed(measure="stock"), printed()) == ["measure_changed"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (("children", "remaining"), "outcome_changed"),
        (("people", "killed"), "population_changed"),
        (("doctors", "left"), "indicator_changed"),
    ],
)
def test_another_indicator_is_named_by_what_differs(counts, expected):
    before = printed(indicator=Row(population="children", outcome="killed"))
    after = printed(indicator_id="other", indicator=Row(population=counts[0], outcome=counts[1]))
    assert kinds(before, after) == [expected]


def cited(claimant="unicef", **cells):
    labels = Labels(organisations={"al-jazeera": Row(name="Al Jazeera")})
    found = in_citation(Row(**cells), Row(claimant_id=claimant), (printed(), printed()), labels)
    return [telling.sentence(distortion, ENGLISH) for distortion in found]


def test_a_document_that_names_nobody_dropped_the_source():
    assert cited(attribution="none") == ["Named no source for the figure."]


def test_a_document_that_names_somebody_else_says_whom():
    assert cited(attribution="other", attributed_to="al-jazeera") == ["Named another source: Al Jazeera."]


def test_a_figure_of_nobody_has_no_source_to_lose():
    assert cited(claimant=None, attribution="none") == []


def test_a_denial_is_no_ordinary_echo():
    assert cited(role="denial") == ["Quoted the figure in order to deny it."]


def test_only_a_note_by_hand_says_that_the_meaning_was_inverted():
    note = "address shows the month only; meaning inverted: 30 doctors left became 30 doctors departed"
    assert cited(note=note) == ["Meaning inverted: 30 doctors left became 30 doctors departed"]
    assert cited(note="a sentence about meaning: inverted") == []


def test_every_sentence_of_a_note_may_record_a_distortion_and_the_rest_stays_a_note():
    note = "Headline only. Period widened: in the past week. Place not named."
    assert cited(note=note) == ["Period widened: in the past week."]
    assert without_records(note) == "Headline only. Place not named."


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (printed(claimed("exact", 96)), "Left out the bound: “at least 96” became “96”."),
        (printed(claimed("at_least", 100)), "Printed another number: “at least 96” became “at least 100”."),
        (printed(period="2016-09-23/2016-09-29"), "Widened the period: 23–28 Sep 2016 became 23–29 Sep 2016."),
        (printed(place_id="syria", place=Row(name="Syria")), "Widened the place: Eastern Aleppo became Syria."),
        (printed(measure="stock", period="2016-09-29"), "Moved the day: as of 28 Sep 2016 became as of 29 Sep 2016."),
        (printed(measure="cumulative"), "Changed how it counts: events in a period became a running total."),
    ],
)
def test_a_distortion_is_said_in_plain_words(after, sentence):
    before = replace(printed(), place=Row(name="Eastern Aleppo"))
    if after.measure == "stock":
        before = printed(measure="stock", period="2016-09-28")
    assert [telling.sentence(found, ENGLISH) for found in between(before, after, NESTING)] == [sentence]


@given(forms())
def test_an_identical_citation_has_no_distortion(form):
    assert between(form, form, NESTING) == ()


@given(forms(), forms())
def test_whatever_differs_in_figure_place_or_measure_is_named(before, after):
    if (before.figure, before.place_id, before.measure) != (after.figure, after.place_id, after.measure):
        assert between(before, after, NESTING)


@given(forms(), forms())
def test_a_distortion_never_invents_a_number(before, after):
    given = {
        number
        for form in (before, after)
        for number in (form.figure.value, form.figure.low, form.figure.high)
        if number is not None
    }
    for found in between(before, after, NESTING):
        if found.kind.startswith(("bound", "hedge", "rounded", "number")):
            said = re.findall(r"\d[\d,]*", telling.sentence(found, ENGLISH))
            assert {float(number.replace(",", "")) for number in said} <= given


@given(st.sampled_from(list(DISTORTION)), forms(), forms(), st.sampled_from(available()))
def test_every_kind_can_be_said_in_every_language(kind, before, after, code):
    found = Distortion(kind, before, after)
    assert telling.name(kind, language(code))
    assert telling.sentence(found, language(code))
