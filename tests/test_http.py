"""What every address answers: its status, its headers, and that a wrong request is told so in one sentence."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation
from hypothesis import given
from hypothesis import strategies as st

from dashboard.server import create_server
from tracker.store import Store

PAGES = ["/", "/indicator/children_killed", "/observation/unicef-20160928-children-killed", "/about"]
OPEN = ["/api/v1/observations.csv", "/charts/children_killed.svg", "/charts/children_killed.png"]
OTHERS = ["/healthz", "/robots.txt", "/api/openapi.json", "/fonts/fonts.css"]
NOWHERE = ["/nowhere", "/api/nowhere", "/api/v2/observations.csv", "/charts/nowhere.svg", "/charts/x.gif"]
SCRIPTS = ["/_dash-component-suites/nobody/nothing.js"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("http") / "data", observations=[observation()], citations=[citation()])


@pytest.fixture(scope="module")
def visitor(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


@pytest.mark.parametrize("path", [*PAGES, *OPEN, *OTHERS])
def test_an_address_that_exists_answers_200(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("path", [*PAGES, *OPEN])
def test_an_address_answers_in_arabic_too(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"{path}?lang=ar").status_code == 200


@pytest.mark.parametrize("path", [*NOWHERE, *SCRIPTS])
def test_an_address_that_does_not_exist_answers_404(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/api/nowhere", "/charts/nowhere.svg", "/charts/nowhere"])
def test_a_program_is_told_in_json_that_there_is_nothing(visitor: Visitor, path: str) -> None:
    assert "nowhere" in visitor.get(path).json()["detail"]


@pytest.mark.parametrize("path", [*PAGES, *OPEN, *OTHERS, *NOWHERE])
def test_head_answers_as_get_without_the_body(visitor: Visitor, path: str) -> None:
    head, whole = visitor.get(path, method="HEAD"), visitor.get(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")


@pytest.mark.parametrize("path", [*PAGES, *OPEN, *OTHERS, *NOWHERE])
def test_every_answer_carries_the_headers_that_keep_readers_safe(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert {"object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'"} <= set(policy(headers))


def test_no_script_may_stand_inline_unless_it_is_ours(visitor: Visitor) -> None:
    sources = next(part for part in policy(visitor.get("/").headers) if part.startswith("script-src"))
    assert "unsafe" not in sources
    assert re.fullmatch(r"script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", sources)


def test_the_first_page_sent_already_allows_every_inline_script_it_holds(store: Callable[..., Store]) -> None:
    page = Visitor(create_server(store(observations=[observation()]))).get("/")
    allowed = page.headers["content-security-policy"]
    assert [script for script in inline_scripts(page.text) if hashed(script) not in allowed] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_loads_anything_from_another_host(visitor: Visitor, path: str) -> None:
    text = visitor.get(path).text
    loaded = re.findall(r'<(?:script|img|iframe|source)[^>]* src="([^"]+)"', text)
    loaded += re.findall(r'<link[^>]* rel="(?:stylesheet|preload|icon)"[^>]* href="([^"]+)"', text)
    assert loaded
    assert [address for address in loaded if not re.match(r"/(?!/)|data:", address)] == []


def test_other_sites_may_read_the_open_data(visitor: Visitor) -> None:
    assert {visitor.get(path).headers.get("access-control-allow-origin") for path in OPEN} == {"*"}
    assert "access-control-allow-origin" not in visitor.get("/").headers


def test_health_says_how_much_there_is(visitor: Visitor) -> None:
    said = visitor.get("/healthz").json()
    assert said["status"] == "ok"
    assert (said["counts"]["observations"], said["counts"]["citations"]) == (1, 1)


def test_health_says_which_cell_cannot_be_read(store: Callable[..., Store], tmp_path: Path) -> None:
    opened = store(observations=[observation()])
    visitor = Visitor(create_server(opened, built=tmp_path))
    path = opened.path("observations")
    path.write_text(path.read_text(encoding="utf-8").replace("2016-09-23", "23 Sep"), encoding="utf-8")
    answer = visitor.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "error")
    assert "observations.csv row 2, period_start" in answer.json()["detail"]
    assert visitor.get("/api/v1/observations.csv").status_code == 503


WRONG = [
    ("since=yesterday", "yesterday"),
    ("as_of=2016-13-01", "2016-13-01"),
    ("until=9999-12-31", "2200"),
    ("claimant=unisef", "Did you mean 'unicef'"),
    ("measure=sum", "stock"),
    ("claiment=unicef", "claiment"),
    ("q=" + "a" * 501, "500"),
]


@pytest.mark.parametrize("path", OPEN)
@pytest.mark.parametrize(("query", "said"), WRONG, ids=lambda text: text[:20])
def test_a_choice_that_cannot_be_meant_is_refused_in_a_sentence(
    visitor: Visitor, path: str, query: str, said: str
) -> None:
    answer = visitor.get(f"{path}?{query}")
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


@pytest.mark.parametrize("query", ["width=12", "width=wide", "theme=pink", "lang=tlh", "size=huge"])
def test_an_image_that_cannot_be_drawn_is_refused_in_a_sentence(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/charts/children_killed.png?{query}")
    assert (answer.status_code, query.partition("=")[2] in answer.json()["detail"]) == (422, True)


def test_an_image_of_two_sizes_is_refused_rather_than_drawn_in_one_of_them(visitor: Visitor) -> None:
    answer = visitor.get("/charts/children_killed.png?size=social&width=800")
    assert (answer.status_code, answer.json()["detail"]) == (422, "size and width cannot both be given: choose one")


@pytest.mark.parametrize("size", ["standard", "2x", "social", "square", "tall"])
def test_an_image_comes_in_every_size_and_is_not_sent_twice(visitor: Visitor, size: str) -> None:
    for path in (f"/charts/children_killed.png?size={size}", f"/charts/children_killed.svg?fonts=embedded&size={size}"):
        sent = visitor.get(path)
        assert sent.status_code == 200
        assert visitor.get(path, if_none_match=sent.headers["etag"]).status_code == 304


KEYS = [
    "size",
    "fonts",
    "indicator",
    "claimant",
    "place",
    "measure",
    "since",
    "until",
    "as_of",
    "q",
    "lang",
    "theme",
    "width",
]
VALUES = st.one_of(st.sampled_from(["unicef", "unattributed", "2016-09-28", "flow", "360", "ar"]), st.text(max_size=8))


@given(path=st.sampled_from(OPEN), query=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=3))
def test_no_choice_whatever_makes_the_server_fail(visitor: Visitor, path: str, query: dict[str, str]) -> None:
    assert visitor.get(f"{path}?{urlencode(query)}").status_code in {200, 422}


def test_requests_made_at_once_all_get_their_own_answer(visitor: Visitor) -> None:
    paths = [*PAGES, *OPEN, "/healthz"]
    alone = [visitor.get(path) for path in paths]
    together = visitor.together(paths)
    assert [one.status_code for one in together] == [200] * 8
    assert [one.headers["content-type"] for one in together] == [one.headers["content-type"] for one in alone]
    assert [one.content for one in together[4:7]] == [one.content for one in alone[4:7]]


def policy(headers: Mapping[str, str]) -> list[str]:
    return headers["content-security-policy"].split("; ")


def inline_scripts(page: str) -> list[str]:
    """What a browser would run: scripts without an address that are not data."""
    found = re.findall(r"<script([^>]*)>(.*?)</script>", page, flags=re.DOTALL)
    return [body for attributes, body in found if "src=" not in attributes and "json" not in attributes]


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


KEPT = [  # pages are not: Dash puts a token of the moment into each
    "/embed/children_killed",
    "/cite/unicef-20160928-children-killed.txt",
    "/cite/children_killed.json",
    "/charts/children_killed.svg",
    "/charts/children_killed.png",
    "/charts/children_killed.pdf",
    "/api/v1/series/children_killed.json",
    "/api/v1/observations.parquet",
    "/api/v1/organisations.csv",
    "/api/v1/datapackage.zip",
    "/api/v1/feed.atom",
    "/oembed?url=http://figures.test/indicator/children_killed",
]


@pytest.mark.parametrize("path", KEPT)
def test_nothing_is_sent_to_who_holds_it(visitor: Visitor, path: str) -> None:
    tag = visitor.get(path).headers["etag"]
    held = visitor.get(path, if_none_match=tag)
    assert (held.status_code, held.content, held.headers["etag"]) == (304, b"", tag)
    assert visitor.get(path, if_none_match='"other"').status_code == 200


def test_the_description_shows_what_every_address_answers(visitor: Visitor) -> None:
    for path, described in visitor.get("/api/openapi.json").json()["paths"].items():
        get = described.get("get")
        if get and path != "/healthz":
            assert get["summary"], path
            good = get["responses"]["200"]
            assert any("example" in one or one.get("schema") for one in good.get("content", {}).values()), path
            assert all(one.get("description") for one in get.get("parameters", []) if one["in"] == "query"), path


def test_a_page_that_was_kept_gives_way_when_the_data_change(tmp_path: Path) -> None:
    folder = write(tmp_path / "data", observations=[observation()], citations=[citation()])
    opened = Store(folder)
    visitor = Visitor(create_server(opened, built=tmp_path / "built"))
    assert "4,321" not in visitor.get("/indicator/children_killed").text
    opened.append({"observations": [observation("later", value=4321)]})
    assert "4,321" in visitor.get("/indicator/children_killed").text


def test_a_page_that_was_kept_names_the_address_it_is_asked_under(visitor: Visitor) -> None:
    path = "/indicator/children_killed"
    for host in ("one.example", "other.example"):
        text = visitor.get(path, host=host).text
        assert f"http://{host}/" in text and text.count(".example/") == text.count(f"{host}/")
