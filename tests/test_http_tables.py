"""Every table over HTTP in every form: the same rows, shaped as asked, page by page or whole, never sent twice."""

from __future__ import annotations

import csv
import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Visitor
from factories import citation, document, event, headline, observation

from dashboard.server import create_server
from dashboard.serving import freshness
from dashboard.serving.edition import Edition
from tracker.catalogue import Catalogue
from tracker.exports.selection import Selection
from tracker.store import Store
from tracker.tables import TABLES

ROWS = [
    observation("a", value=96, value_low=96, qualifier="at_least"),
    observation("b", value=30, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
    observation("c", value=None, qualifier="vague", claimant_id=None, indicator_id="people_killed", period_end=None),
    observation("d", value=7.5, place_id="aleppo", measure="stock", period_start=None, is_circulating=True),
    observation("e", value=30, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
]
CITED = [citation("at-a", observation_id="a"), citation("at-b", observation_id="b", document_id="sohr-20161004")]
UNCITED = document("nobody-cites-it", published_on="2016-01-01")
LATER = document("sohr-20161004", publisher_id="sohr", published_on="2016-10-04")
KNOWN_BY = [headline("people_killed", position=2), headline("children_killed"), headline(crisis_id="elsewhere")]
CAVEAT = {"caveat_id": "unicef-verified", "claimant_id": "unicef", "text": "Verified cases only."}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Store:
    from conftest import write

    folder = tmp_path_factory.mktemp("tables") / "data"
    hung = {"citations": CITED, "documents": [UNCITED, LATER], "events": [event()], "headlines": KNOWN_BY}
    hung |= {"caveats": [CAVEAT]}
    return Store(write(folder, observations=ROWS, **hung))


@pytest.fixture(scope="module")
def visitor(opened: Store, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(create_server(opened, built=tmp_path_factory.mktemp("built")))


def table_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_csv(record: dict[str, object]) -> dict[str, str]:
    def cell(value: object) -> str:
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

    return {name: cell(value) for name, value in record.items()}


@pytest.mark.parametrize("table", TABLES)
def test_every_form_of_a_table_says_the_same(visitor: Visitor, table: str) -> None:
    rows = table_of(visitor.get(f"/api/v1/{table}.csv").text)
    page = visitor.get(f"/api/v1/{table}.json").json()
    lines = [json.loads(line) for line in visitor.get(f"/api/v1/{table}.jsonl").text.splitlines()]
    assert rows
    assert page == {"data": lines, "next_cursor": None}
    assert [as_csv(record) for record in lines] == rows


@pytest.mark.parametrize("table", TABLES)
def test_a_table_begins_with_its_declared_columns_and_holds_all_its_rows(
    visitor: Visitor, opened: Store, table: str
) -> None:
    rows = table_of(visitor.get(f"/api/v1/{table}.csv").text)
    assert tuple(rows[0])[: len(TABLES[table].names)] == TABLES[table].names
    assert {row[TABLES[table].id] for row in rows} == {*getattr(Catalogue.of(opened), table)[TABLES[table].id]}


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("observations", {"b"}),
        ("citations", {"at-b"}),
        ("documents", {"sohr-20161004"}),
        ("organisations", {"sohr"}),
        ("indicators", {"children_killed"}),
        ("crises", {"aleppo-2016"}),
    ],
)
def test_a_filter_of_claims_selects_what_the_claims_are_carried_by_and_refer_to(
    visitor: Visitor, table: str, ids: set[str]
) -> None:
    sent = table_of(visitor.get(f"/api/v1/{table}.csv?claimant=sohr&as_of=2016-10-04").text)
    assert {row[TABLES[table].id] for row in sent} == ids


def test_places_come_with_those_that_hold_them(visitor: Visitor) -> None:
    sent = table_of(visitor.get("/api/v1/places.csv?claimant=sohr").text)
    names = {row["place_id"] for row in sent}
    assert "eastern-aleppo" in names
    assert all(row["parent_id"] in names for row in sent if row["parent_id"])


@pytest.mark.parametrize("table", TABLES)
def test_nothing_refers_to_what_nobody_claimed_or_knew(visitor: Visitor, table: str) -> None:
    for query in ("q=zzz", "as_of=1990-01-01"):
        assert table_of(visitor.get(f"/api/v1/{table}.csv?{query}").text) == []


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_columns_come_as_asked(visitor: Visitor, form: str) -> None:
    text = visitor.get(f"/api/v1/observations.{form}?columns=qualifier,value&observation=a").text
    assert (
        text.strip()
        == {
            "csv": "qualifier,value\r\nat_least,96",
            "json": '{"data":[{"qualifier":"at_least","value":96}],"next_cursor":null}',
            "jsonl": '{"qualifier":"at_least","value":96}',
        }[form]
    )


@pytest.mark.parametrize(
    ("sort", "order"), [("value", "dbeac"), ("-value", "abedc"), ("-value,-observation_id", "aebdc"), ("", "adbec")]
)
def test_rows_come_sorted_with_blanks_last(visitor: Visitor, sort: str, order: str) -> None:
    rows = table_of(visitor.get(f"/api/v1/observations.csv?sort={sort}").text)
    assert "".join(row["observation_id"] for row in rows) == order


@pytest.mark.parametrize("sort", ["", "value", "-value", "-period_end", "claimant_id,-value", "-is_circulating"])
@pytest.mark.parametrize("limit", [1, 2, 4])
def test_pages_join_to_the_whole(visitor: Visitor, sort: str, limit: int) -> None:
    whole = visitor.get(f"/api/v1/observations.json?sort={sort}&columns=observation_id").json()["data"]
    path, joined = f"/api/v1/observations.json?sort={sort}&columns=observation_id&limit={limit}", []
    for _ in range(10):
        answer = visitor.get(path)
        joined += answer.json()["data"]
        if "link" not in answer.headers:
            break
        path = answer.headers["link"].removeprefix("<").partition(">")[0]
    assert joined == whole
    assert answer.json()["next_cursor"] is None


@pytest.mark.parametrize("sort", ["", "crisis_id", "-crisis_id", "position"])
def test_pages_join_to_the_whole_where_a_key_has_several_columns(visitor: Visitor, sort: str) -> None:
    path, joined = f"/api/v1/headlines.json?sort={sort}", []
    while path:
        answer = visitor.get(f"{path}&limit=1")
        joined += answer.json()["data"]
        cursor = answer.json()["next_cursor"]
        path = f"/api/v1/headlines.json?sort={sort}&cursor={cursor}" if cursor else ""
    assert joined == visitor.get(f"/api/v1/headlines.json?sort={sort}").json()["data"]
    assert len(joined) == len(KNOWN_BY)


def test_a_cursor_outlives_rows_added_before_and_after_it(store: Callable[..., Store]) -> None:
    kept = store(observations=[observation(name) for name in "bdf"])
    one = Selection("observations", sort=("observation_id",))
    first, cursor = one.page(Catalogue.of(kept), "", 2)
    kept.append({"observations": [observation(name) for name in "aeg"]})
    rest, end = one.page(Catalogue.of(kept), cursor, 5)
    assert [*first.observation_id, *rest.observation_id] == [*"bdefg"]
    assert end == ""


def test_hashtags_stand_under_the_header_and_nowhere_else(visitor: Visitor) -> None:
    for table in TABLES:
        plain = visitor.get(f"/api/v1/{table}.csv").text.splitlines()
        tagged = visitor.get(f"/api/v1/{table}.csv?hxl=1").text.splitlines()
        assert [tagged[0], *tagged[2:]] == plain
        tags = tagged[1].split(",")
        assert all(tag.startswith("#") for tag in tags)
        assert tags[: len(TABLES[table].names)] == [column.hxl for column in TABLES[table].columns]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("observations.csv?columns=valeu", "there is no column 'valeu'"),
        ("observations.json?sort=-nothing", "there is no column 'nothing'"),
        ('observations.csv?columns=value"', "there is no column"),
        ("observations.json?limit=0", "limit is '0'"),
        ("observations.json?limit=5001", "limit is '5001'"),
        ("observations.json?cursor=abc", "the cursor is not one that we gave"),
        ("observations.json?cursor=%C3%A9", "the cursor is not one that we gave"),
        ("observations.json?cursor=W1tdLCBbbnVsbCwgbnVsbF1d", "the cursor is not one that we gave"),
        ("observations.json?hxl=1", "There is no parameter 'hxl'"),
        ("observations.csv?limit=1", "There is no parameter 'limit'"),
        ("places.csv?claimant=unisef", "there is no claimant 'unisef'"),
        ("crises.csv?as_of=soon", "as_of is 'soon'"),
        ("citations.csv?claimant=unisef", "there is no claimant 'unisef'"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_sentence(visitor: Visitor, query: str, words: str) -> None:
    answer = visitor.get(f"/api/v1/{query}")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(words)


def test_a_cursor_of_another_order_is_refused(visitor: Visitor) -> None:
    cursor = visitor.get("/api/v1/observations.json?limit=1&sort=value").json()["next_cursor"]
    answer = visitor.get(f"/api/v1/observations.json?sort=-value&cursor={cursor}")
    assert (answer.status_code, answer.json()["detail"][:33]) == (422, "the cursor is of another order: g")


def test_a_table_that_is_not_ours_is_not_there(visitor: Visitor) -> None:
    assert visitor.get("/api/v1/secrets.csv").status_code == 404


@pytest.mark.parametrize("path", ["places.csv", "observations.json?limit=1", "citations.jsonl"])
def test_what_has_not_changed_is_not_sent_again(
    visitor: Visitor, opened: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "edition", lambda: Edition("of old", 1_400_000_000.0))
    for table in TABLES:
        os.utime(opened.path(table), (1_475_000_000, 1_475_000_000))
    first = visitor.get(f"/api/v1/{path}")
    assert first.headers["last-modified"] == "Tue, 27 Sep 2016 18:13:20 GMT"
    asked = {"if_modified_since": first.headers["last-modified"]}
    assert visitor.get(f"/api/v1/{path}", **asked).status_code == 304
    assert visitor.get(f"/api/v1/{path}", if_none_match=first.headers["etag"]).status_code == 304
    assert visitor.get(f"/api/v1/{path}", if_none_match='"other"', **asked).status_code == 200
    assert visitor.get(f"/api/v1/{path}", if_modified_since="Mon, 26 Sep 2016 18:13:20 GMT").status_code == 200
    assert visitor.get(f"/api/v1/{path}", if_modified_since="yesterday").status_code == 200


def test_data_that_changed_this_moment_promise_no_date(store: Callable[..., Store], tmp_path: Path) -> None:
    fresh = store(observations=ROWS)
    soon = time.time() + 60  # however long the answer takes on a busy machine
    os.utime(fresh.path("places"), (soon, soon))
    answer = Visitor(create_server(fresh, built=tmp_path)).get("/api/v1/places.csv")
    assert "last-modified" not in answer.headers and "etag" in answer.headers


def test_the_description_shows_an_example_of_every_table_and_form(visitor: Visitor) -> None:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    for table in TABLES:
        for form in ("csv", "json", "jsonl"):
            described = paths[f"/api/v1/{table}.{form}"]["get"]
            content = described["responses"]["200"]["content"]
            assert all(one["example"] for one in content.values())
            assert all(one["description"] for one in described["parameters"])
            assert {"304", "422", "503"} <= set(described["responses"])
