"""The series of a chart over HTTP: every claim of the view, drawn or not, in its words, its numbers and its counts."""

from __future__ import annotations

import csv
import io

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

SERIES = "/api/v1/series/children_killed"
TOTAL = {"measure": "cumulative", "claimant_id": "sohr", "period_start": "2016-09-19"}
ROWS = [
    observation("a", value=96, value_low=96, qualifier="at_least"),
    observation("b", period_end="2016-10-12", value=116, **TOTAL),
    observation("c", period_end="2016-11-06", value=110, **TOTAL),
    observation("d", value=None, qualifier="vague", claimant_id=None, period_end=None),
]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    cited = [citation("at-a", observation_id="a"), citation("at-d", observation_id="d", wording="dozens of children")]
    data = write(tmp_path_factory.mktemp("drawn") / "data", observations=ROWS, citations=cited)
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


def rows(visitor: Visitor, query: str = "") -> dict[str, dict[str, str]]:
    text = visitor.get(f"{SERIES}.csv{query}").text
    return {row["observation_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_a_claim_comes_in_words_and_in_numbers(visitor: Visitor) -> None:
    found = rows(visitor)
    assert (found["a"]["claimant"], found["a"]["figure"], found["a"]["period"]) == (
        "UNICEF",
        "at least 96",
        "23–28 Sep 2016",
    )
    assert (found["a"]["value"], found["a"]["qualifier"]) == ("96", "at_least")


def test_what_is_of_one_count_shares_a_segment_and_a_fall_is_told(visitor: Visitor) -> None:
    found = rows(visitor)
    assert found["b"]["segment"] == found["c"]["segment"] != found["a"]["segment"]
    assert [found[one]["is_fall"] for one in "bc"] == ["false", "true"]


def test_what_no_chart_can_place_is_there_with_the_reason(visitor: Visitor) -> None:
    assert (rows(visitor)["d"]["undrawn"], rows(visitor)["d"]["value"]) == ("no_number", "")


def test_both_forms_hold_the_same_and_json_has_the_words_of_the_chart(visitor: Visitor) -> None:
    said = visitor.get(f"{SERIES}.json?claimant=sohr").json()
    assert [row["observation_id"] for row in said["data"]] == [*rows(visitor, "?claimant=sohr")]
    assert said["title"] == "Children killed, Eastern Aleppo, 19 Sep – 6 Nov 2016"
    assert (said["as_of"], said["unit"], said["language"]) == (None, "people", "en")
    assert visitor.get(said["page"].removeprefix("http://figures.test")).status_code == 200
    assert said["title"] in visitor.get(said["image"].removeprefix("http://figures.test")).text


def test_a_view_without_claims_is_a_table_without_rows(visitor: Visitor) -> None:
    assert visitor.get(f"{SERIES}.json?q=zzz").json()["data"] == []
    assert visitor.get(f"{SERIES}.csv?q=zzz").text.count("\r\n") == 1


@pytest.mark.parametrize("form", ["json", "csv"])
def test_it_is_not_sent_twice(visitor: Visitor, form: str) -> None:
    sent = visitor.get(f"{SERIES}.{form}")
    assert visitor.get(f"{SERIES}.{form}", if_none_match=sent.headers["etag"]).status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/v1/series/nobody.json", 404, "nobody"),
        (f"{SERIES}.csv?claimant=unisef", 422, "Did you mean 'unicef'"),
        (f"{SERIES}.csv?theme=dark", 422, "theme"),
        (f"{SERIES}.xml", 404, "/api/openapi.json"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(visitor: Visitor, path: str, status: int, said: str) -> None:
    answer = visitor.get(path)
    assert (answer.status_code, said in answer.json()["detail"]) == (status, True)
