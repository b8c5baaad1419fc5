"""The one figure of a card: chosen by a rule with a name, as old as it is, with who stands behind it."""

import datetime as dt

import pytest
from factories import citation, document, observation
from factories import headline as listed

from tracker import headlines
from tracker.catalogue import Filter
from tracker.claims.standing import Status
from tracker.errors import UnknownError
from tracker.headlines import RULES, VERSION, behind, headline, rule_for
from tracker.languages import available, language

KILLED = Filter(indicator=("children_killed",))


def claim(name, day, value=10, **cells):
    return observation(name, value=value, period_start=day, period_end=day, said_on=day, **cells)


def carried(name, by="unicef", role="origin", day="2016-09-28"):
    at = f"{by}-{name}"
    return (
        citation(f"{name}-at-{by}", observation_id=name, document_id=at, role=role),
        document(at, publisher_id=by, published_on=day),
    )


@pytest.fixture
def chosen(catalogue_of):
    def choose(rows, carriers, rule="latest-origin", chosen=KILLED):
        cited = [carried(*carrier) for carrier in carriers]
        catalogue = catalogue_of(
            observations=rows, citations=[one for one, _ in cited], documents=[other for _, other in cited]
        )
        return catalogue, headline(catalogue, chosen, rule)

    return choose


ROWS = [
    claim("own", "2016-09-20"),
    claim("echoed", "2016-09-25", claimant_id="sohr"),
    claim("preferred", "2016-09-10", rank="preferred"),
    claim("much-carried", "2016-09-01", claimant_id="who"),
]
CARRIERS = [
    ("own", "unicef", "origin"),
    ("echoed", "bbc", "echo"),
    ("preferred", "unicef", "origin"),
    ("much-carried", "bbc", "echo"),
    ("much-carried", "cnn", "echo"),
    ("much-carried", "afp", "echo"),
]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("latest-origin", "own"),
        ("latest-any", "echoed"),
        ("preferred", "preferred"),
        ("most-carried", "much-carried"),
    ],
)
def test_each_rule_chooses_by_its_name(chosen, rule, expected):
    _, found = chosen(ROWS, CARRIERS, rule)
    assert (found.row.observation_id, found.rule, found.version, found.of) == (expected, rule, VERSION, 4)


def test_where_nothing_is_preferred_the_latest_of_a_claimant_s_own_is_shown(chosen):
    _, found = chosen(ROWS[:2], CARRIERS[:2], "preferred")
    assert found.row.observation_id == "own"


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        ({"claimant_id": "who"}, "total"),
        ({"claimant_id": "who", "measure": "flow"}, "event"),
        ({"claimant_id": "who", "measure": "cumulative", "basis": "identified"}, "names"),
        ({"claimant_id": "who", "measure": "cumulative", "period_start": "2016-07-01"}, "anew"),
        ({"claimant_id": "sohr"}, "own"),  # no such figure: the latest of a claimant's own
    ],
)
def test_the_card_follows_the_series_that_its_crisis_names(catalogue_of, follows, expected):
    total = {"claimant_id": "who", "measure": "cumulative"}
    rows = [
        {**claim("anew", "2016-09-17", 9, **total), "period_start": "2016-07-01"},
        claim("total", "2016-09-20", 300, **total),
        claim("names", "2016-09-19", 200, basis="identified", **total),
        claim("event", "2016-09-18", 5, claimant_id="who"),
        claim("own", "2016-09-25"),
    ]
    cited = [carried(*carrier) for carrier in [("total", "bbc", "echo"), ("own", "unicef", "origin")]]
    catalogue = catalogue_of(
        observations=rows,
        citations=[one for one, _ in cited],
        documents=[other for _, other in cited],
        headlines=[listed(indicator_id="children_killed", **follows)],
    )
    assert headline(catalogue, KILLED, "preferred").row.observation_id == expected


def test_a_total_whose_last_day_is_not_stated_is_as_new_as_the_day_it_became_known(chosen):
    since = {"measure": "cumulative", "period_start": "2016-07-01"}
    rows = [
        {**claim("stated", "2016-09-20", 300), **since},
        {**claim("unstated", "2016-12-20", 900), **since, "period_end": None},
    ]
    _, found = chosen(rows, [("stated", "unicef"), ("unstated", "unicef")])
    assert found.row.observation_id == "unstated"


@pytest.mark.parametrize(
    "cells",
    [
        {"value": None, "qualifier": "vague"},
        {"basis": "projected"},
        {"rank": "deprecated"},
        {"is_circulating": True},
        {"change": "retraction"},
    ],
)
@pytest.mark.parametrize("rule", sorted(RULES))
def test_no_rule_shows_what_is_no_figure_or_no_longer_holds(chosen, rule, cells):
    rows = [claim("own", "2016-09-20"), claim("later", "2016-09-30", **cells)]
    _, found = chosen(rows, [("own", "unicef"), ("later", "unicef")], rule)
    assert found.row.observation_id == "own"


@pytest.mark.parametrize("change", ["correction", "revision"])
def test_what_its_source_replaced_is_never_shown(chosen, change):
    rows = [claim("older", "2016-09-30"), claim("newer", "2016-09-20", 12, revises="older", change=change)]
    _, found = chosen(rows, [("older", "unicef"), ("newer", "unicef")])
    assert found.row.observation_id == "newer"


@pytest.mark.parametrize("change", ["update", "basis_change", "method_change"])
@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_figure_after_which_its_source_counts_otherwise_stays_true_of_its_day(chosen, rule, change):
    rows = [
        claim("early", "2016-09-10", 90),
        claim("whole", "2016-09-20", 100),
        claim("named", "2016-09-30", 70, population="children, identified only", revises="whole", change=change),
    ]
    _, found = chosen(rows, [("early", "unicef"), ("whole", "unicef"), ("named", "unicef")], rule)
    assert found.row.observation_id == "whole"


def test_a_figure_of_a_part_is_shown_where_there_is_no_other(chosen):
    _, found = chosen([claim("boys", "2016-09-20", population="boys")], [("boys", "unicef")])
    assert found.row.observation_id == "boys"


def test_as_of_a_day_the_card_shows_what_was_known_then(chosen):
    rows = [claim("early", "2016-09-20"), claim("late", "2016-09-30")]
    carriers = [("early", "unicef", "origin", "2016-09-20"), ("late", "unicef", "origin", "2016-09-30")]
    _, found = chosen(rows, carriers, chosen=Filter(indicator=KILLED.indicator, as_of=dt.date(2016, 9, 25)))
    assert found.row.observation_id == "early" and found.of == 1


def test_where_no_claim_fits_there_is_no_figure(chosen):
    _, found = chosen([claim("vague", "2016-09-20", None, qualifier="vague")], [("vague", "unicef")])
    assert found is None


def test_a_rule_that_does_not_exist_is_refused_with_those_that_do(catalogue_of):
    with pytest.raises(UnknownError, match="latest-origin"):
        headline(catalogue_of(observations=[observation()]), KILLED, "newest")


def test_the_age_of_a_figure_is_in_days_since_it_became_known(chosen):
    _, found = chosen([claim("own", "2016-09-20")], [("own", "unicef")])
    assert found.age(dt.date(2016, 10, 2)) == 12


def test_a_figure_that_became_known_nobody_knows_when_has_no_age(chosen):
    row = {**claim("own", "2016-09-20"), "said_on": None}
    _, found = chosen([row], [("own", "unicef", "origin", None)])
    assert found.age(dt.date(2016, 10, 2)) is None


def test_the_card_can_say_how_many_sources_and_citations_and_whether_it_is_disputed(chosen):
    rows = [claim("own", "2016-09-20", 10), claim("other", "2016-09-20", 99, claimant_id="sohr")]
    catalogue, found = chosen(rows, [("own", "unicef"), ("own", "bbc", "echo"), ("other", "bbc", "echo")])
    (standing,) = behind(catalogue, [found])
    assert found.row.observation_id == "own"
    assert (standing.sources, standing.citations, standing.status) == (1, 2, Status.DISPUTED)


def test_standing_is_as_of_the_day_of_the_card(chosen):
    rows = [
        claim("own", "2016-09-20", 10),
        {**claim("other", "2016-09-20", 99, claimant_id="sohr"), "said_on": "2016-10-05"},
    ]
    as_of = Filter(indicator=KILLED.indicator, as_of=dt.date(2016, 9, 30))
    catalogue, found = chosen(rows, [("own", "unicef"), ("other", "sohr", "origin", "2016-10-05")], chosen=as_of)
    assert behind(catalogue, [found])[0].status is Status.SINGLE


def test_a_crisis_that_lasts_shows_the_series_followed_and_a_past_one_the_most_carried():
    class Lasting:
        end = None

    class Past:
        end = dt.date(2016, 12, 22)

    assert (rule_for(Lasting), rule_for(Past)) == ("preferred", "most-carried")


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_is_said_in_every_language(rule):
    assert all(headlines.described(rule, language(code)) for code in available())
