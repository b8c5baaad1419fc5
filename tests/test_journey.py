"""A claim's citations in time order, origin first, each compared with the form the claim set out in."""

import datetime as dt

import pytest
from factories import citation, document, observation, organisation, place

from tracker.catalogue import Filter
from tracker.claims.journey import journey, journeys
from tracker.errors import UnknownError

UNICEF = "unicef-20160928-children-killed"


def travelled(catalogue_of, *echoes, claim=None, **rows):
    """The journey of UNICEF's 96 with its origin and these echoes."""
    origin = citation(wording="At least 96 children")
    claim = claim or observation(value_low=96, qualifier="at_least")
    return journey(catalogue_of(observations=[claim], citations=[origin, *echoes], **rows), UNICEF)


def echo(name, **cells):
    return citation(name, document_id=name, role="echo", **cells)


def page(name, day=None, **cells):
    return document(name, publisher_id=name, published_on=day, published_on_basis="url" if day else None, **cells)


def test_the_origin_comes_first_then_time_then_the_undated(catalogue_of):
    found = travelled(
        catalogue_of,
        echo("a-undated"),
        echo("b-late"),
        echo("c-early"),
        documents=[page("a-undated"), page("b-late", "2016-10-06"), page("c-early", "2016-09-27")],
    )
    assert [(step.document_id, step.days) for step in found.steps] == [
        ("unicef-20160928", 0),
        ("c-early", -1),
        ("b-late", 8),
        ("a-undated", None),
    ]
    assert [step.is_start for step in found.steps] == [True, False, False, False]


def test_an_echo_is_compared_with_the_origin_as_printed(catalogue_of):
    found = travelled(catalogue_of, echo("cbc", value=96, qualifier="exact"))
    assert found.steps[0].distortions == ()
    assert found.steps[1].kinds == ("bound_dropped",)
    assert found.distorted == 1 and found.carrying("bound_dropped") == (found.steps[1],)


def test_blank_cells_of_a_citation_mean_as_the_observation(catalogue_of):
    assert travelled(catalogue_of, echo("xinhua")).steps[1].printed.figure.low == 96


def test_a_later_version_of_the_origin_may_differ_from_the_first(catalogue_of):
    french = citation("unicef-fr", document_id="unicef-fr", value=96, qualifier="exact")
    found = travelled(catalogue_of, french, documents=[document("unicef-fr", published_on="2016-09-28")])
    assert [step.kinds for step in found.steps] == [(), ("bound_dropped",)]


def test_without_an_origin_the_earliest_echo_that_prints_the_claim_as_recorded_is_the_start(catalogue_of):
    rows = catalogue_of(
        observations=[observation(value_low=96, qualifier="at_least")],
        citations=[echo("late"), echo("later"), echo("early", value=96, qualifier="exact"), echo("undated")],
        documents=[
            page("late", "2016-10-01"),
            page("later", "2016-10-02"),
            page("early", "2016-09-29"),
            page("undated"),
        ],
    )
    found = journey(rows, UNICEF)
    assert [(step.document_id, step.days) for step in found.steps] == [
        ("late", 0),
        ("early", -2),
        ("later", 1),
        ("undated", None),
    ]
    assert [step.kinds for step in found.steps] == [(), ("bound_dropped",), (), ()]


def test_where_no_document_prints_the_claim_as_recorded_the_earliest_dated_one_is_the_start(catalogue_of):
    rows = catalogue_of(
        observations=[observation(value_low=96, qualifier="at_least")],
        citations=[echo("one", value=97, qualifier="exact"), echo("two", value=98, qualifier="exact")],
        documents=[page("one", "2016-10-01"), page("two", "2016-09-29")],
    )
    found = journey(rows, UNICEF)
    assert [(step.document_id, step.kinds) for step in found.steps] == [("two", ()), ("one", ("number_changed",))]


def test_of_one_days_origins_the_one_in_the_language_it_travelled_in_is_the_start(catalogue_of):
    found = travelled(
        catalogue_of,
        citation("a-french", document_id="a-french"),
        echo("cbc"),
        documents=[document("a-french", language="fr"), document("cbc", publisher_id="cbc", language="en")],
    )
    assert [step.language for step in found.steps] == ["en", "fr", "en"]


def test_a_note_says_only_what_the_distortions_do_not(catalogue_of):
    found = travelled(catalogue_of, echo("cbc", note="No day shown. Period widened: in the past week."))
    assert found.steps[1].kinds == ("period_widened",)
    assert found.steps[1].note == "No day shown."


def test_a_document_that_names_nobody_is_never_the_start(catalogue_of):
    rows = catalogue_of(
        observations=[observation()],
        citations=[echo("guess", attribution="none"), echo("sure")],
        documents=[page("guess", "2016-09-28"), page("sure", "2016-09-29")],
    )
    found = journey(rows, UNICEF)
    assert found.steps[0].document_id == "sure"
    assert found.unattributed == 1


def test_a_circulating_figure_has_no_origin_and_no_distortion(catalogue_of):
    rows = catalogue_of(
        observations=[observation(claimant_id=None, is_circulating=True, value=250_000)],
        citations=[echo("one", attribution="none"), echo("two", value=300_000, qualifier="about")],
        documents=[page("one", "2016-10-01"), page("two", "2016-10-02")],
    )
    found = journey(rows, UNICEF)
    assert not any(step.is_start or step.distortions for step in found.steps)
    assert found.steps[1].printed.figure.value == 300_000


def test_the_first_dated_document_to_print_a_variant_is_marked(catalogue_of):
    plain = {"value": 96, "qualifier": "exact"}
    found = travelled(
        catalogue_of,
        echo("first", **plain),
        echo("again", **plain),
        echo("undated", value=100, qualifier="nearly"),
        documents=[page("first", "2016-09-29"), page("again", "2016-09-30"), page("undated")],
    )
    marked = {step.document_id for step in found.steps if step.is_first_variant}
    assert marked == {"first"}


def test_publishers_and_languages_are_counted_once(catalogue_of):
    found = travelled(
        catalogue_of,
        echo("un-1"),
        echo("un-2"),
        documents=[
            document("un-1", publisher_id="un-news", language="fr", published_on="2016-09-29"),
            document("un-2", publisher_id="un-news", language="en", published_on="2016-09-30"),
        ],
    )
    assert found.publishers == 2
    assert found.languages == ("en", "fr")


def test_places_are_compared_through_their_hierarchy(catalogue_of):
    places = [place("syria"), place("eastern-aleppo", parent_id="syria")]
    found = travelled(catalogue_of, echo("xinhua", place_id="syria"), places=places)
    assert found.steps[1].kinds == ("place_widened",)


def test_a_copy_of_an_agencys_text_is_named(catalogue_of):
    copy = document("gulf-time", publisher_id="gulf-time", text_from_id="ap", published_on="2016-09-29")
    found = travelled(catalogue_of, echo("gulf-time"), documents=[copy], organisations=[organisation("ap", name="AP")])
    assert found.steps[1].text_from.name == "AP"
    assert found.steps[0].text_from is None


def test_a_past_day_shows_only_the_citations_known_then(catalogue_of):
    rows = catalogue_of(
        observations=[observation()],
        citations=[citation(), echo("late"), echo("undated")],
        documents=[document(), page("late", "2016-10-06"), page("undated")],
    )
    then = journey(rows, UNICEF, as_of=dt.date(2016, 10, 5))
    assert [step.document_id for step in then.steps] == ["unicef-20160928"]
    with pytest.raises(UnknownError, match="known by 2016-09-01"):
        journey(rows, UNICEF, as_of=dt.date(2016, 9, 1))


def test_a_claim_without_citations_has_a_journey_without_steps(catalogue_of):
    found = journey(catalogue_of(observations=[observation()]), UNICEF)
    assert found.steps == () and found.publishers == 0


def test_journeys_follow_the_filter(catalogue_of):
    rows = catalogue_of(observations=[observation(), observation("other", indicator_id="doctors_remaining")])
    assert [found.observation_id for found in journeys(rows, Filter(indicator=("doctors_remaining",)))] == ["other"]
