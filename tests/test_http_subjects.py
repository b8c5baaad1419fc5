"""A chart by the id of a claim or of an organisation: the same as that of its indicator with the claims so chosen."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import quote

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

HOST = "http://figures.test"
CLAIM = "unicef-20160928"
ALONE = {CLAIM: f"observation={CLAIM}", "unicef": "claimant=unicef"}  # what each id stands for
each_subject = pytest.mark.parametrize("name", ALONE)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    rows = [
        observation(CLAIM, value=96, value_low=96, qualifier="at_least"),
        observation("unicef-injured", indicator_id="children_injured", value=223),
        observation("unicef-earlier", value=40, period_start="2016-08-01", period_end="2016-08-31"),
        observation("sohr-claim", claimant_id="sohr", value=30),
    ]
    cited = citation("a", observation_id=CLAIM)
    data = write(tmp_path_factory.mktemp("subjects") / "data", observations=rows, citations=[cited])
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


@each_subject
@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_image_is_that_of_the_same_claims(visitor: Visitor, name: str, form: str) -> None:
    by_name = visitor.get(f"/charts/{name}.{form}?as_of=2016-12-31")
    chosen = visitor.get(f"/charts/children_killed.{form}?as_of=2016-12-31&{ALONE[name]}")
    assert (by_name.status_code, by_name.content) == (200, chosen.content)


@each_subject
def test_the_rows_are_those_of_the_same_claims(visitor: Visitor, name: str) -> None:
    by_name = visitor.get(f"/api/v1/series/{name}.csv").text
    assert by_name == visitor.get(f"/api/v1/series/children_killed.csv?{ALONE[name]}").text
    kept = {row["observation_id"] for row in csv.DictReader(io.StringIO(by_name, newline=""))}
    assert kept == ({CLAIM} if name == CLAIM else {CLAIM, "unicef-earlier"})


@each_subject
def test_an_embed_leads_to_the_chart_of_the_same_claims(visitor: Visitor, name: str) -> None:
    link = unescape(re.findall(r'<a href="([^"]+)"', visitor.get(f"/embed/{name}").text)[0])
    assert link == f"{HOST}/indicator/children_killed?{ALONE[name]}"


@pytest.mark.parametrize("path", [f"/observation/{CLAIM}", "/organisation/unicef"])
def test_a_page_says_where_editors_ask_how_to_embed_it(visitor: Visitor, path: str) -> None:
    page = visitor.get(f"{path}?as_of=2016-12-31&utm_source=mail").text
    (asked,) = re.findall(r'application/json\+oembed" href="([^"]+)"', page)
    said = visitor.get(unescape(asked).removeprefix(HOST))
    assert said.status_code == 200
    assert ALONE[path.rpartition("/")[2]] in said.json()["html"]
    assert "as_of=2016-12-31" in said.json()["html"]
    assert quote(f"{HOST}{path}", safe="") in unescape(asked)


def test_an_organisation_is_drawn_with_what_it_claims_of_the_claims_chosen(visitor: Visitor) -> None:
    """Of August it claims only children killed; no choice of ours changes what its own choice means."""
    page = visitor.get("/embed/unicef?until=2016-08-31").text
    assert "children_killed?claimant=unicef&until=2016-08-31" in unescape(page)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/charts/nobody.svg", 404, "There is no indicator, claim or organisation 'nobody'"),
        (f"/charts/{CLAIM}.svg?observation=sohr-claim", 422, "choose no other observation"),
        ("/charts/unicef.svg?claimant=sohr", 422, "choose no other claimant"),
        ("/embed/unicef?until=2015-01-01", 404, "claims nothing that these choices keep"),
        ("/api/v1/series/unicef.csv?place=nowhere", 422, "there is no place 'nowhere'"),
    ],
)
def test_an_id_that_cannot_be_drawn_is_said_in_a_sentence(visitor: Visitor, path: str, status: int, said: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert said in answer.json()["detail"]


def test_a_day_that_is_none_is_said_in_the_language_of_the_page(visitor: Visitor) -> None:
    answer = visitor.get("/indicator/children_killed?as_of=soon&lang=ar")
    assert answer.status_code == 422
    assert "وهي ليست يومًا" in answer.text and "not a day" not in answer.text
