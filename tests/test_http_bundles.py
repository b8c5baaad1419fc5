"""Scripts and fonts: sent from memory and compressed, plotly in its smaller form only where it is the right one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Visitor
from factories import observation
from plotly.offline import get_plotlyjs, get_plotlyjs_version

from dashboard.server import create_server
from dashboard.serving import encodings
from dashboard.serving.bundles import PLOTLY, plotly_basic_name
from tracker.store import Store

SMALLER = b"/* plotly.js, basic */" * 100


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return tmp_path / "built"


@pytest.fixture
def visitor(store: Callable[..., Store], built: Path) -> Visitor:
    return Visitor(create_server(store(observations=[observation()]), built=built))


def put(built: Path, version: str) -> None:
    built.mkdir()
    (built / plotly_basic_name(version)).write_bytes(SMALLER)


def test_the_smaller_plotly_is_sent_where_the_build_has_it(visitor: Visitor, built: Path) -> None:
    put(built, get_plotlyjs_version())
    assert visitor.get(PLOTLY).content == SMALLER


def test_plotlys_own_bundle_is_sent_where_nothing_was_built(visitor: Visitor) -> None:
    assert visitor.get(PLOTLY).text == get_plotlyjs()


def test_a_smaller_plotly_of_another_version_is_not_used(visitor: Visitor, built: Path) -> None:
    put(built, "3.0.0")
    assert visitor.get(PLOTLY).text == get_plotlyjs()


def test_plotly_is_asked_about_each_time_as_its_address_has_no_fingerprint(visitor: Visitor, built: Path) -> None:
    put(built, get_plotlyjs_version())
    first = visitor.get(PLOTLY, accept_encoding="br")
    assert "immutable" not in first.headers["cache-control"]
    assert re.fullmatch(r'"[^"]+"', first.headers["etag"])
    again = visitor.get(PLOTLY, accept_encoding="br", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_other_bytes_have_another_tag(visitor: Visitor, built: Path) -> None:
    put(built, get_plotlyjs_version())
    tags = {visitor.get(PLOTLY, accept_encoding=name).headers["etag"] for name in ("br", "gzip", "identity")}
    assert len(tags) == 3


def scripts(visitor: Visitor) -> list[str]:
    return re.findall(r'src="(/_dash-component-suites/[^"]+)"', visitor.get("/").text)


def test_every_script_of_a_page_is_kept_for_good_once_it_is_fetched(visitor: Visitor) -> None:
    fingerprinted = [address for address in scripts(visitor) if re.search(r"\.v\w+m\w+\.", address)]
    assert fingerprinted
    for answer in visitor.together(fingerprinted, accept_encoding="br"):
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "br"


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_script_is_the_same_in_every_encoding(visitor: Visitor, encoding: str) -> None:
    address = scripts(visitor)[0]
    packed = visitor.get(address, accept_encoding=encoding)
    assert packed.headers["content-encoding"] == encoding
    assert packed.content == visitor.get(address).content
    assert int(packed.headers["content-length"]) < len(packed.content)


def test_the_compressed_copy_that_the_build_kept_is_the_one_sent(visitor: Visitor, built: Path) -> None:
    put(built, get_plotlyjs_version())
    assert encodings.keep(SMALLER, built)
    best = encodings.kept(SMALLER, built)
    assert best is not None
    assert visitor.get(PLOTLY, accept_encoding="br").headers["content-length"] == str(len(best))


def test_a_copy_is_compressed_once(built: Path) -> None:
    assert [encodings.keep(SMALLER, built), encodings.keep(SMALLER, built)] == [True, False]


def test_a_script_asked_for_many_times_at_once_is_whole_each_time(visitor: Visitor) -> None:
    answers = visitor.together([PLOTLY] * 8, accept_encoding="gzip")
    assert {answer.text for answer in answers} == {get_plotlyjs()}


def with_fonts(visitor: Visitor, built: Path) -> list[str]:
    """Put a stand-in where each font would be, as cutting the real ones takes seconds."""
    (built / "fonts").mkdir(parents=True)
    names = re.findall(r'url\("/fonts/([^"]+)"\)', visitor.get("/fonts/fonts.css").text)
    for name in names:
        (built / "fonts" / name).write_bytes(b"wOF2")
    return names


def test_the_rules_of_the_fonts_name_files_that_are_there(visitor: Visitor, built: Path) -> None:
    for answer in visitor.together(f"/fonts/{name}" for name in with_fonts(visitor, built)):
        assert (answer.status_code, answer.headers["content-type"]) == (200, "font/woff2")
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["..%2fpackage.json", "%2e%2e/package.json", "fonts.js", "public-sans-400.ttf"])
def test_nothing_but_fonts_is_sent_from_their_folder(visitor: Visitor, built: Path, name: str) -> None:
    with_fonts(visitor, built)
    (built / "package.json").write_text("{}", encoding="utf-8")
    assert visitor.get(f"/fonts/{name}").status_code == 404


def test_our_own_style_and_scripts_are_kept_for_good_under_an_address_that_says_when_they_changed(
    visitor: Visitor,
) -> None:
    addresses = re.findall(r'(?:src|href)="(/assets/[^"]+\?m=[^"]+)"', visitor.get("/").text)
    assert addresses
    for answer in visitor.together(addresses):
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    plain = visitor.get(addresses[0].partition("?")[0])
    assert "immutable" not in plain.headers["cache-control"]
