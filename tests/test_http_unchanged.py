"""What a reader holds is not sent again, whichever address it is of; and what says something new always is."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from browsing import Visitor
from conftest import write
from factories import citation, headline, observation

from dashboard.pages import PAGES
from dashboard.server import create_server
from dashboard.serving import edition, etags, freshness
from tracker.store import Store
from tracker.tables import TABLES

HOST = "http://figures.test"
IDS = {
    "crisis_id": "aleppo-2016",
    "indicator_id": "children_killed",
    "observation_id": "a",
    "organisation_id": "unicef",
    "place_id": "eastern-aleppo",
    "document_id": "unicef-20160928",
    "name": "children_killed",
}
ASKING = {
    "/api/v1/agreement/children_killed.json": "?place=eastern-aleppo&since=2016-09-28",
    "/oembed": f"?url={HOST}/indicator/children_killed",
}
OTHERS = ["/api/docs", "/api/openapi.json", "/robots.txt", "/fonts/fonts.css", "/_dash-layout", "/_dash-dependencies"]
NEVER_KEPT = {"/healthz", "/review"}  # how the server is now, and what is for one reader alone
SHOWN = ["/", "/indicator/children_killed", "/organisation/unicef", "/observation/a", "/crisis/aleppo-2016", "/browse"]


@pytest.fixture(scope="module", autouse=True)
def _an_edition_of_old() -> Iterator[None]:
    """Ours was written long before the data of these tests, as where it is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(freshness, "edition", lambda: edition.Edition("of-old", 1_400_000_000.0))
        yield


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    data = write(tmp_path_factory.mktemp("held") / "data", observations=[observation("a")], citations=[citation()])
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


def addresses(visitor: Visitor) -> list[str]:
    """Every address that the server describes, each page, and what a page loads."""
    described = [path.format(**IDS) for path in visitor.get("/api/openapi.json").json()["paths"]]
    pages = [re.sub(r"<(\w+)>", lambda name: IDS[name[1]], page.PATH) for page in PAGES]
    loaded = re.findall(r'(?:src|href)="(/(?:assets|_)[^"]+)"', visitor.get("/").text)
    loaded += re.findall(r'(?:src|href)="(/api/docs/[^"]+)"', visitor.get("/api/docs").text)
    every = [*(path + ASKING.get(path, "") for path in described), *pages, *OTHERS, *loaded]
    return [path for path in dict.fromkeys(every) if path not in NEVER_KEPT]


def test_every_address_says_whether_it_changed(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "SETTLED", -1.0)  # the data were written a moment ago
    every = addresses(visitor)
    assert len(every) > 100
    for path, first in zip(every, visitor.together(every), strict=True):
        assert first.status_code == 200, path
        assert {"etag", "last-modified", "cache-control"} <= set(first.headers), path
        for asked in ({"if_none_match": first.headers["etag"]}, {"if_modified_since": first.headers["last-modified"]}):
            again = visitor.get(path, **asked)
            assert (again.status_code, again.content) == (304, b""), (path, asked)
            same = ("etag", "cache-control")
            assert [again.headers[name] for name in same] == [first.headers[name] for name in same], path


def test_what_is_for_one_moment_or_one_reader_is_never_kept(visitor: Visitor) -> None:
    for path in NEVER_KEPT:
        answer = visitor.get(path, if_none_match="*")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_a_page_is_asked_about_each_time_it_is_shown(visitor: Visitor) -> None:
    for path in SHOWN:
        assert visitor.get(path).headers["cache-control"] == "public, no-cache"


def is_kept(visitor: Visitor, path: str, first: httpx.Response, **asked: str) -> bool:
    """Whether the server lets a reader keep what it sent first, when asked by tag."""
    return visitor.get(path, if_none_match=first.headers["etag"], **asked).status_code == 304


@pytest.fixture
def opened(store: Callable[..., Store]) -> Store:
    """A store whose files were written some time ago."""
    rows = {"observations": [observation("a", value=96)], "citations": [citation(observation_id="a")]}
    made = store(**rows, headlines=[headline()])
    for table in TABLES:
        os.utime(made.path(table), (1_475_000_000, 1_475_000_000))
    return made


def test_a_page_with_a_new_figure_is_sent_with_its_new_words(opened: Store, tmp_path: Path) -> None:
    visitor = Visitor(create_server(opened, built=tmp_path))
    held = {path: visitor.get(path) for path in SHOWN}
    opened.append(
        {
            "observations": [observation("b", value=4711, revises="a")],
            "citations": [citation("at-b", observation_id="b")],
        }
    )
    for path, first in held.items():
        asked = ({"if_none_match": first.headers["etag"]}, {"if_modified_since": first.headers["last-modified"]})
        for again in (visitor.get(path, **one) for one in asked):
            assert (again.status_code, again.headers["etag"] == first.headers["etag"]) == (200, False), path
            assert "4,711" in again.text and "4,711" not in first.text, path


def test_yesterdays_answer_is_not_todays(opened: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Visitor(create_server(opened, built=tmp_path))
    for path in ("/", "/observation/a", "/cite/children_killed.txt", "/api/v1/headlines/aleppo-2016.json"):
        monkeypatch.setattr(freshness, "today", lambda: dt.date(2016, 11, 1))
        first = visitor.get(path)
        assert first.headers["last-modified"] == "Tue, 01 Nov 2016 00:00:00 GMT", path
        monkeypatch.setattr(freshness, "today", lambda: dt.date(2016, 11, 2))
        assert visitor.get(path, if_modified_since=first.headers["last-modified"]).status_code == 200, path


def test_a_page_is_the_same_whatever_the_browser_keeps_of_its_theme_and_width(visitor: Visitor) -> None:
    for path in SHOWN:
        plain = visitor.get(path)
        told = visitor.get(path, cookie="theme=dark; width=narrow")
        assert (told.headers["etag"], "set-cookie" in told.headers) == (plain.headers["etag"], False)
        assert unsigned(told.text) == unsigned(plain.text)
        assert told.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", SHOWN)
def test_another_language_day_or_host_is_another_answer(visitor: Visitor, path: str) -> None:
    first = visitor.get(path)
    for query in ("?lang=ar", "?as_of=2016-10-05"):
        assert not is_kept(visitor, path + query, first)
    assert not is_kept(visitor, path, first, host="elsewhere.test")  # its links and its citation name the host


def unsigned(page: str) -> str:
    """The page without what Dash signs anew each time."""
    return re.sub(r'"end_id":"[^"]*"', "", page)


def test_a_page_that_is_not_there_is_not_kept(visitor: Visitor) -> None:
    for path in ("/nowhere", "/indicator/nowhere", "/?as_of=never", "/api/nowhere"):
        answer = visitor.get(path, if_none_match="*", if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT")
        assert answer.status_code in {404, 422}
        assert "etag" not in answer.headers


def test_a_head_asks_as_a_get_does(visitor: Visitor) -> None:
    tag = visitor.get("/").headers["etag"]
    assert visitor.get("/", method="HEAD").headers["etag"] == tag
    assert visitor.get("/", method="HEAD", if_none_match=tag).status_code == 304


def test_an_answer_is_held_in_every_encoding(visitor: Visitor) -> None:
    tags = {visitor.get("/", accept_encoding=name).headers["etag"] for name in ("br", "gzip", "identity")}
    assert len(tags) == 1
    again = visitor.get("/", accept_encoding="br", if_none_match=tags.pop())
    assert (again.status_code, again.headers["vary"], "content-encoding" in again.headers) == (
        304,
        "Accept-Encoding",
        False,
    )


def test_another_edition_of_ours_is_another_answer(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    image = "/charts/children_killed.png?width=320"
    first = visitor.get(image)
    newer = edition.Edition("newer", 1_900_000_000.0)
    monkeypatch.setattr(etags, "edition", lambda: newer)
    monkeypatch.setattr(freshness, "edition", lambda: newer)
    assert not is_kept(visitor, image, first)
