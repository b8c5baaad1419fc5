"""Charts in pages of others: framed by anybody, the same view as asked, and shown by whoever is sent the address."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, observation

from dashboard.server import create_server
from tracker.store import Store

EMBED = "/embed/children_killed"
HOST = "http://figures.test"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    rows = [
        observation(value=96, value_low=96, qualifier="at_least"),
        observation("other", claimant_id="sohr", value=30),
    ]
    data = write(tmp_path_factory.mktemp("embed") / "data", observations=rows, citations=[citation()])
    return Visitor(create_server(Store(data), built=tmp_path_factory.mktemp("built")))


def images(page: str) -> list[str]:
    return [unescape(address) for address in re.findall(r'src(?:set)?="([^"]+)"', page)]


def oembed(visitor: Visitor, url: str, more: str = "") -> dict[str, object]:
    answer = visitor.get(f"/oembed?url={quote(url, safe='')}{more}")
    assert answer.status_code == 200, answer.text
    said = answer.json()
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_embed_shows_the_view_as_chosen_and_leads_to_its_page(visitor: Visitor, lang: str) -> None:
    query = "claimant=unicef&as_of=2016-10-01" + ("&lang=ar" if lang == "ar" else "")
    page = visitor.get(f"{EMBED}?{query}")
    assert page.status_code == 200
    assert f'<html lang="{lang}"' in page.text
    assert all(query.split("&lang")[0] in address for address in images(page.text))
    assert {visitor.get(address.removeprefix(HOST)).status_code for address in images(page.text)} == {200}
    link = unescape(re.findall(r'<a href="([^"]+)"', page.text)[0])
    assert link == f"{HOST}/indicator/children_killed?{query}"
    assert visitor.get(link.removeprefix(HOST)).status_code == 200


def test_the_words_of_the_chart_are_there_for_who_cannot_see_it(visitor: Visitor) -> None:
    alt = re.findall(r'alt="([^"]+)"', visitor.get(f"{EMBED}?claimant=unicef").text)[0]
    assert "at least 96" in alt


def test_only_the_embed_may_be_framed_by_others_and_it_runs_one_script_of_its_own(visitor: Visitor) -> None:
    policy = visitor.get(EMBED).headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    for path in ("/", "/indicator/children_killed", "/charts/children_killed.svg", "/oembed?url=x", "/embed/nobody"):
        assert "frame-ancestors 'self'" in visitor.get(path).headers["content-security-policy"]


@pytest.mark.parametrize(("theme", "count"), [("auto", 4), ("light", 2), ("dark", 2)])
def test_an_embed_is_drawn_for_wide_and_narrow_frames_in_the_theme_asked(
    visitor: Visitor, theme: str, count: int
) -> None:
    found = images(visitor.get(f"{EMBED}?theme={theme}").text)
    assert len(found) == count
    assert {re.search(r"theme=(\w+)", one)[1] for one in found} == ({theme} if theme != "auto" else {"light", "dark"})  # type: ignore[index]


def test_an_embed_is_not_sent_twice(visitor: Visitor) -> None:
    assert visitor.get(EMBED, if_none_match=visitor.get(EMBED).headers["etag"]).status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/embed/nobody", 404, "nobody"),
        (f"{EMBED}?theme=pink", 422, "pink"),
        (f"{EMBED}?claimant=unisef", 422, "Did you mean 'unicef'"),
        (f"{EMBED}?as_of=soon", 422, "soon"),
        (f"{EMBED}?width=900", 422, "width"),
        (f"/oembed?url={HOST}/indicator/nobody", 404, "nobody"),
        (f"/oembed?url={HOST}/about", 404, "about"),
        ("/oembed?url=http://example.org/indicator/children_killed", 404, "example.org"),
        ("/oembed?url=http://[", 422, "no address"),
        ("/oembed", 422, "url"),
        (f"/oembed?url={HOST}/indicator/children_killed%3Fclaimant%3Dunisef", 422, "Did you mean 'unicef'"),
        (f"/oembed?url={HOST}/indicator/children_killed%3Fclaiment%3Dunicef", 422, "claiment"),
        (f"/oembed?url={HOST}/indicator/children_killed&format=xml", 501, "xml"),
    ],
)
def test_what_cannot_be_embedded_is_said_in_a_sentence(visitor: Visitor, path: str, status: int, said: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert said in answer.json()["detail"]


def test_oembed_gives_a_frame_of_the_same_view(visitor: Visitor) -> None:
    said = oembed(visitor, f"{HOST}/indicator/children_killed?claimant=unicef&by=place", "&maxwidth=500")
    assert (said["version"], said["type"], said["width"]) == ("1.0", "rich", 500)
    frame = unescape(re.findall(r'<iframe src="([^"]+)"', str(said["html"]))[0])
    assert frame == f"{HOST}{EMBED}?claimant=unicef&by=place"
    assert visitor.get(frame.removeprefix(HOST)).status_code == 200


def test_the_page_of_an_indicator_tells_messages_and_editors_what_to_show(visitor: Visitor) -> None:
    page = visitor.get("/indicator/children_killed?claimant=unicef&lang=ar&utm_source=x").text
    told = {
        name: unescape(content)
        for name, content in re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', page)
    }
    same = "claimant=unicef"
    assert told["og:url"] == f"{HOST}/indicator/children_killed?{same}&lang=ar"
    assert told["og:image"] == told["twitter:image"] == f"{HOST}/charts/children_killed.png?{same}&size=social&lang=ar"
    assert told["twitter:card"] == "summary_large_image"
    assert visitor.get(told["og:image"].removeprefix(HOST)).headers["content-type"] == "image/png"
    link = unescape(re.findall(r'type="application/json\+oembed" href="([^"]+)"', page)[0])
    assert visitor.get(link.removeprefix(HOST)).json()["thumbnail_url"] == told["og:image"]


def told(visitor: Visitor, path: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', visitor.get(path).text)
    return {name: unescape(content) for name, content in found}


CLAIM = "unicef-20160928-children-killed"


@pytest.mark.parametrize(
    ("path", "of"),
    [
        ("/", ""),
        ("/about", ""),
        ("/data", ""),
        ("/browse?crisis=aleppo-2016", "crisis=aleppo-2016"),
        ("/crisis/aleppo-2016?as_of=2016-12-31", "crisis=aleppo-2016&as_of=2016-12-31"),
        (f"/observation/{CLAIM}", f"observation={CLAIM}"),
        ("/organisation/unicef?lang=ar", "claimant=unicef"),
        ("/place/eastern-aleppo", "place=eastern-aleppo"),
        ("/document/unicef-20160928", "document=unicef-20160928"),
        ("/indicator/children_killed?by=compare&place=eastern-aleppo", "place=eastern-aleppo"),
    ],
)
def test_the_address_of_any_page_shows_a_chart_of_what_it_is_about(visitor: Visitor, path: str, of: str) -> None:
    said = told(visitor, path)
    assert said["og:url"].startswith(f"{HOST}{path.partition('?')[0]}")
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:image"].startswith(f"{HOST}/charts/children_killed.png?") and of in said["og:image"]
    image = visitor.get(said["og:image"].removeprefix(HOST))
    assert (image.status_code, image.content[:4]) == (200, b"\x89PNG")


def test_a_page_that_is_not_there_promises_no_chart(visitor: Visitor) -> None:
    assert "og:image" not in told(visitor, "/indicator/nobody")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/about", None),
        ("/indicator/children_killed?claimant=unicef", "indicator=children_killed&claimant=unicef"),
        ("/organisation/unicef?lang=ar", "claimant=unicef&lang=ar"),
        ("/place/eastern-aleppo", "place=eastern-aleppo"),
        ("/crisis/aleppo-2016", "crisis=aleppo-2016"),
    ],
)
def test_feed_readers_find_the_feed_of_a_page_and_of_the_whole(visitor: Visitor, path: str, own: str | None) -> None:
    found = re.findall(
        r'<link rel="alternate" type="application/(?:atom|feed)\+\w+" href="([^"]+)"', visitor.get(path).text
    )
    addresses = [unescape(one) for one in found]
    assert {visitor.get(address).status_code for address in addresses} == {200}
    assert len(addresses) == (4 if own else 2)
    assert own is None or any(set(own.split("&")) == set(one.partition("?")[2].split("&")) for one in addresses)
