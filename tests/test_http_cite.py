"""Citations over HTTP: the words of the claim's page in the form that is asked for, as of the day that is asked for."""

from __future__ import annotations

import json
from html import unescape

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

CLAIM = "/cite/unicef-20160928-children-killed"
FORMS = ["txt", "bib", "json"]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    rows = [observation(value=96, value_low=96, qualifier="at_least")]
    data = write(tmp_path_factory.mktemp("cite") / "data", observations=rows, citations=[citation()])
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_citation_says_what_the_page_of_the_claim_says(visitor: Visitor, lang: str) -> None:
    query = f"?as_of=2016-10-01&lang={lang}"
    page = unescape(visitor.get(f"/observation/unicef-20160928-children-killed{query}").text)
    for part in visitor.get(f"{CLAIM}.txt{query}").text.strip().split("\n\n"):
        assert part in page
    assert visitor.get(f"{CLAIM}.bib{query}").text.strip() in page
    assert visitor.get(f"{CLAIM}.json{query}").text.strip() in page


@pytest.mark.parametrize("form", FORMS)
def test_every_form_keeps_the_hedge_and_an_address_with_the_day(visitor: Visitor, form: str) -> None:
    text = visitor.get(f"{CLAIM}.{form}?as_of=2016-10-01").text
    assert "at least 96" in text
    assert "http://figures.test/observation/unicef-20160928-children-killed?as_of=2016-10-01" in text


def test_csl_json_is_json_of_its_own_type(visitor: Visitor) -> None:
    answer = visitor.get(f"{CLAIM}.json?as_of=2016-10-01")
    assert answer.headers["content-type"].startswith("application/vnd.citationstyles.csl+json")
    assert json.loads(answer.text)[0]["accessed"] == {"date-parts": [[2016, 10, 1]]}


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_may_be_read_by_any_site_and_is_not_sent_twice(visitor: Visitor, form: str) -> None:
    sent = visitor.get(f"{CLAIM}.{form}?as_of=2016-10-01")
    assert sent.headers["access-control-allow-origin"] == "*"
    assert visitor.get(f"{CLAIM}.{form}?as_of=2016-10-01", if_none_match=sent.headers["etag"]).status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/cite/nobody.txt", 404, "nobody"),
        ("/cite/nobody.bib?lang=ar", 404, "nobody"),
        (f"{CLAIM}.ris", 404, ".txt, .bib and .json"),
        (f"{CLAIM}.txt?as_of=2016-01-01", 404, "was not known on 2016-01-01"),
        (f"{CLAIM}.txt?as_of=yesterday", 422, "yesterday"),
        (f"{CLAIM}.txt?as_of=9999-12-31", 422, "2200"),
        (f"{CLAIM}.json?lang=tlh", 422, "tlh"),
        (f"{CLAIM}.bib?claimant=unicef", 422, "claimant"),
    ],
)
def test_what_cannot_be_cited_is_said_in_a_sentence(visitor: Visitor, path: str, status: int, said: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert said in answer.json()["detail"]


def test_a_chart_is_cited_as_compiled_in_the_words_of_its_image(visitor: Visitor) -> None:
    query = "?claimant=unicef&as_of=2016-10-01"
    text = visitor.get(f"/cite/children_killed.txt{query}").text
    assert "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016." in text
    assert f"http://figures.test/indicator/children_killed{query}" in text
    (item,) = visitor.get(f"/cite/children_killed.json{query}").json()
    assert item["author"] == [{"literal": "Humanitarian Figures Tracker"}]
    assert item["title"] in visitor.get(f"/charts/children_killed.svg{query}").text


def test_the_record_of_an_organisation_can_be_cited(visitor: Visitor) -> None:
    assert "Figures claimed by UNICEF" in visitor.get("/cite/unicef.bib").text
