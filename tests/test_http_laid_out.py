"""What the library finds in the claims, over HTTP: agreement, headlines, what lies between figures, and the days."""

from __future__ import annotations

import json
from typing import Any

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, crisis, headline, observation

from dashboard.server import create_server
from tracker import headlines
from tracker.store import Store

DAY = {"period_start": "2016-09-28", "period_end": "2016-09-28", "measure": "stock"}


def doctors(name: str, who: str, value: int, **cells: Any) -> dict[str, Any]:
    return observation(name, indicator_id="doctors_remaining", claimant_id=who, value=value, **{**DAY, **cells})


def total(day: str, value: int, **cells: Any) -> dict[str, Any]:
    cells = {"claimant_id": "sohr", "measure": "cumulative", "period_start": "2016-09-19", **cells}
    return observation(f"total-{day}", value=value, period_end=day, said_on=day, **cells)


ROWS = [
    doctors("thirty", "unicef", 30, said_on="2016-09-28"),
    doctors("thirty-five", "who", 35, said_on="2016-09-28"),
    doctors("some", "msf", 25, said_on="2016-10-20", qualifier="at_least", value_low=25),
    total("2016-10-01", 100),
    total("2016-10-09", 127),
    total("2016-10-12", 120),
    total("2016-12-20", 190),
    total("2016-12-21", 12, period_start="2016-12-15"),
]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    data = write(
        tmp_path_factory.mktemp("laid") / "data",
        observations=ROWS,
        citations=[citation(f"at-{row['observation_id']}", observation_id=row["observation_id"]) for row in ROWS],
        crises=[crisis()],
        headlines=[headline(indicator_id="doctors_remaining"), headline(indicator_id="children_killed", position=2)],
    )
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


def asked(visitor: Visitor, path: str) -> Any:
    answer = visitor.get(path)
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


def test_agreement_names_each_claimant_s_claim_and_who_cannot_both_be_right(visitor: Visitor) -> None:
    found = asked(visitor, "/api/v1/agreement/doctors_remaining.json?place=eastern-aleppo&since=2016-09-28")
    said = {who["claimant_id"]: [claim["said"] for claim in who["claims"]] for who in found["claimants"]}
    assert said == {"msf": ["at least 25"], "unicef": ["30"], "who": ["35"]}
    results = {(pair["one"], pair["other"]): pair["result"] for pair in found["pairs"]}
    assert results["thirty", "thirty-five"] == "incompatible"
    assert results["some", "thirty"] == "compatible"
    assert (found["n_claims"], found["n_compatible"], found["n_incompatible"]) == (3, 2, 1)
    (spread,) = found["spreads"]
    assert (spread["lowest"], spread["highest"]) == (["some"], ["thirty-five"])
    assert "at least 25" in spread["said"]


def test_agreement_is_as_of_a_day(visitor: Visitor) -> None:
    path = "/api/v1/agreement/doctors_remaining.json?place=eastern-aleppo&since=2016-09-28&as_of=2016-10-01"
    assert asked(visitor, path)["n_claims"] == 2


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("place=nowhere&since=2016-09-28", 422),
        ("place=eastern-aleppo", 422),
        ("place=eastern-aleppo&since=soon", 422),
        ("place=eastern-aleppo&since=2016-09-28&until=2016-09-01", 422),
        ("place=eastern-aleppo&since=2016-09-28&lang=tlh", 422),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_a_sentence(visitor: Visitor, query: str, status: int) -> None:
    answer = visitor.get(f"/api/v1/agreement/doctors_remaining.json?{query}")
    assert answer.status_code == status and json.loads(answer.text)["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "agreement/nothing.json?place=eastern-aleppo&since=2016-09-28",
        "unfolding/nothing.json",
        "headlines/nothing.json",
    ],
)
def test_what_is_not_kept_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"/api/v1/{path}").status_code == 404


@pytest.mark.parametrize("rule", headlines.RULES)
def test_a_card_says_which_rule_chose_it_how_old_it_is_and_who_stands_behind_it(visitor: Visitor, rule: str) -> None:
    found = asked(visitor, f"/api/v1/headlines/aleppo-2016.json?rule={rule}&as_of=2016-10-01")
    assert set(found["rules"]) == set(headlines.RULES)
    for card in found["data"]:
        assert (card["rule"], card["rule_version"]) == (rule, headlines.VERSION)
        assert card["rule_meaning"] == found["rules"][rule]
        assert card["n_citations"] >= 1 and card["n_sources"] == 1
    ages = {card["indicator_id"]: card["age_days"] for card in found["data"]}
    if rule == "latest-any":
        assert ages == {"doctors_remaining": 3, "children_killed": 0}
        assert {card["indicator_id"]: card["is_disputed"] for card in found["data"]}["doctors_remaining"]


def test_a_rule_that_is_none_is_refused(visitor: Visitor) -> None:
    assert visitor.get("/api/v1/headlines/aleppo-2016.json?rule=loudest").status_code == 422


def test_a_headline_can_be_asked_for_of_any_indicator(visitor: Visitor) -> None:
    found = asked(visitor, "/api/v1/headlines/aleppo-2016.json?indicator=children_killed&rule=latest-any")
    assert [card["observation_id"] for card in found["data"]] == ["total-2016-12-21"]


def test_a_series_says_what_lies_between_its_figures(visitor: Visitor) -> None:
    found = asked(visitor, "/api/v1/series/children_killed.json")
    steps = {(step["before"][6:], step["after"][6:]): step for step in found["steps"]}
    rise, fall = steps["2016-10-01", "2016-10-09"], steps["2016-10-09", "2016-10-12"]
    assert (rise["value"], rise["days"], rise["said"]) == (27, 8, "27 more in 8 days, 2–9 Oct 2016")
    assert (fall["value"], fall["is_fall"]) == (-7, True)
    assert len(steps) == 3  # none to the count that starts anew
    kinds = {one["observation_id"]: one["kind"] for one in found["breaks"]}
    assert kinds == {"total-2016-12-20": "gap", "total-2016-12-21": "start"}
    (gap,) = found["gaps"]
    assert (gap["period_start"], gap["period_end"], gap["days"]) == ("2016-10-13", "2016-12-19", 68)


def test_the_days_of_a_record_can_be_played(visitor: Visitor) -> None:
    found = asked(visitor, "/api/v1/unfolding/doctors_remaining.json")
    assert [day["day"] for day in found["days"]] == ["2016-09-28", "2016-10-20"]
    assert found["days"][0]["appeared"] == ["thirty", "thirty-five"]
    assert found["said"] == ["28 Sep 2016: 2 of 3 figures known", "20 Oct 2016: 3 of 3 figures known"]


@pytest.mark.parametrize(
    "path",
    [
        "agreement/doctors_remaining.json?place=eastern-aleppo&since=2016-09-28",
        "headlines/aleppo-2016.json?as_of=2016-10-20",
        "unfolding/doctors_remaining.json",
    ],
)
def test_an_answer_that_is_held_already_is_not_sent_again(visitor: Visitor, path: str) -> None:
    tag = visitor.get(f"/api/v1/{path}").headers["etag"]
    assert visitor.get(f"/api/v1/{path}", if_none_match=tag).status_code == 304
