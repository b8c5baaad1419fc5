"""The open data over HTTP: the rows that the catalogue selects, as they are, and not sent twice."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from browsing import Visitor
from factories import citation, observation

from dashboard.server import create_server
from dashboard.state import chosen
from tracker.catalogue import Catalogue
from tracker.store import Store
from tracker.tables import TABLES

ROOT = Path(__file__).parents[1]
CSV = "/api/v1/observations.csv"
TROUBLE = '=HYPERLINK("https://example.org";"click"), said "he", and they'
ROWS = [
    observation("a", value=96),
    observation("b", value=30, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
    observation("c", value=None, qualifier="vague", claimant_id=None, indicator_id="people_killed", note=TROUBLE),
    observation("d", value=7, place_id="aleppo", measure="stock", period_start=None),
]
QUERIES = [
    "",
    "indicator=children_killed",
    "claimant=unicef",
    "claimant=unattributed",
    "claimant=unicef,sohr&indicator=children_killed",
    "place=aleppo",
    "measure=stock",
    "qualifier=vague",
    "since=2016-10-01",
    "until=2016-09-30",
    "as_of=2016-09-28",
    "q=children",
    "observation=a,b",
]


@pytest.fixture
def opened(store: Callable[..., Store]) -> Store:
    return store(observations=ROWS, citations=[citation("at-a", observation_id="a")])


@pytest.fixture
def visitor(opened: Store, tmp_path: Path) -> Visitor:
    return Visitor(create_server(opened, built=tmp_path))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_are_those_the_catalogue_selects_in_its_order(visitor: Visitor, opened: Store, query: str) -> None:
    parameters = dict(part.split("=") for part in query.split("&") if part)
    wanted = Catalogue.of(opened).rows("claims", chosen(parameters))
    sent = rows(visitor.get(f"{CSV}?{query}").text)
    assert [row["observation_id"] for row in sent] == wanted.observation_id.to_list()


def test_the_columns_are_those_declared_and_then_readable_names(visitor: Visitor) -> None:
    header = visitor.get(CSV).text.splitlines()[0].split(",")
    declared = list(TABLES["observations"].names)
    assert header[: len(declared)] == declared
    assert {"indicator_label", "claimant_name", "place_name", "wording", "n_citations"} <= set(header[len(declared) :])


def test_a_value_is_given_with_its_hedge_beside_it_and_blank_where_none_was_said(visitor: Visitor) -> None:
    by_id = {row["observation_id"]: row for row in rows(visitor.get(CSV).text)}
    assert (by_id["a"]["value"], by_id["a"]["qualifier"]) == ("96", "exact")
    assert (by_id["c"]["value"], by_id["c"]["qualifier"]) == ("", "vague")


def test_a_text_that_looks_like_a_formula_is_data_and_stays_as_it_is(visitor: Visitor) -> None:
    assert rows(visitor.get(f"{CSV}?observation=c").text)[0]["note"] == TROUBLE


def test_lines_end_as_rfc_4180_says_and_the_type_says_there_is_a_header(visitor: Visitor) -> None:
    answer = visitor.get(f"{CSV}?observation=a")
    assert answer.content.count(b"\r\n") == 2
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "observations.csv"),
        ("indicator=children_killed", "children_killed.csv"),
        (
            "indicator=children_killed&claimant=unicef&since=2016-09-01&as_of=2016-12-01",
            "children_killed-unicef-since-2016-09-01-as-of-2016-12-01.csv",
        ),
    ],
)
def test_the_file_is_named_for_what_it_holds(visitor: Visitor, query: str, name: str) -> None:
    assert visitor.get(f"{CSV}?{query}").headers["content-disposition"] == f'attachment; filename="{name}"'


def test_nothing_chosen_gives_a_header_and_no_rows(visitor: Visitor) -> None:
    answer = visitor.get(f"{CSV}?q=zzz")
    assert (answer.status_code, rows(answer.text)) == (200, [])


CACHED = [CSV, "/charts/children_killed.svg", "/charts/children_killed.png?width=640"]


@pytest.mark.parametrize("path", CACHED)
def test_what_a_reader_has_already_is_not_sent_again(visitor: Visitor, path: str) -> None:
    first = visitor.get(path)
    again = visitor.get(path, if_none_match=first.headers["etag"])
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


@pytest.mark.parametrize("path", CACHED)
def test_new_data_are_sent_at_once(visitor: Visitor, opened: Store, path: str) -> None:
    first = visitor.get(path)
    opened.append({"observations": [observation("e", value=1000, revises="a", period_end="2016-09-30")]})
    again = visitor.get(path, if_none_match=first.headers["etag"])
    assert again.status_code == 200
    assert again.content != first.content


@pytest.mark.parametrize("path", CACHED)
def test_another_choice_is_another_answer(visitor: Visitor, path: str) -> None:
    other = f"{path}{'&' if '?' in path else '?'}claimant=sohr"
    assert visitor.get(path).headers["etag"] != visitor.get(other).headers["etag"]


@pytest.mark.parametrize("path", [CSV, "/charts/children_killed.svg", "/api/openapi.json", "/fonts/fonts.css"])
def test_texts_are_compressed_for_who_accepts_it_and_the_same_inside(visitor: Visitor, path: str) -> None:
    plain, packed = visitor.get(path), visitor.get(path, accept_encoding="gzip, br;q=0.9")
    assert packed.headers["content-encoding"] == "br"
    assert packed.text == plain.text
    assert "content-encoding" not in plain.headers
    assert {plain.headers["vary"], packed.headers["vary"]} == {"Accept-Encoding"}


def test_an_image_in_pixels_is_not_compressed_again(visitor: Visitor) -> None:
    image = visitor.get("/charts/children_killed.png", accept_encoding="br")
    assert image.content.startswith(b"\x89PNG")
    assert "content-encoding" not in image.headers


@pytest.mark.parametrize(
    ("accepts", "gets"),
    [("br", "br"), ("gzip", "gzip"), ("*", "br"), ("gzip, br;q=0", "gzip"), ("identity", None), ("br;q=x", None)],
)
def test_the_encoding_is_one_that_was_asked_for(visitor: Visitor, accepts: str, gets: str | None) -> None:
    assert visitor.get("/", accept_encoding=accepts).headers.get("content-encoding") == gets


def test_a_long_table_is_sent_in_pieces_and_arrives_whole(store: Callable[..., Store], tmp_path: Path) -> None:
    many = store(observations=[observation(f"o{n}", value=n, note="x" * 200) for n in range(300)])
    sent = Visitor(create_server(many, built=tmp_path)).get(CSV, accept_encoding="br")
    assert len(rows(sent.text)) == 300
    assert "content-length" not in sent.headers


def test_the_image_says_the_hedge_and_the_claimant_and_follows_the_language(visitor: Visitor) -> None:
    english, arabic = (visitor.get(f"/charts/children_killed.svg?lang={lang}") for lang in ("en", "ar"))
    assert "UNICEF" in english.text
    assert english.text != arabic.text
    assert visitor.get("/charts/children_killed.svg?theme=dark").text != english.text


def test_an_image_of_no_claims_is_still_an_image(visitor: Visitor) -> None:
    answer = visitor.get("/charts/children_killed.svg?measure=status")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")


def test_the_address_of_every_download_on_a_page_answers(visitor: Visitor) -> None:
    page = visitor.get("/indicator/children_killed?claimant=unicef&since=2016-01-01&lang=ar").text
    links = [unescape(link) for link in re.findall(r'href="((?:/api|/charts)/[^"]+)"', page)]
    assert len(links) >= 3
    assert {visitor.get(link).status_code for link in links} == {200}


def test_every_parameter_and_every_added_column_is_in_the_docs(visitor: Visitor) -> None:
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "api.md").read_text(encoding="utf-8")))
    paths = visitor.get("/api/openapi.json").json()["paths"]
    every = (one for path in paths.values() for one in path["get"].get("parameters", ()))
    parameters = {one["name"] for one in every if one["in"] == "query"}  # those in a path stand in its address
    columns = set(visitor.get(CSV).text.splitlines()[0].split(",")) - set(TABLES["observations"].names)
    assert (parameters | columns) - documented == set()
