"""A chart inside a page of somebody else: as tall as it needs, in the reader's colours, at any width."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from dashboard.components.forms import Forms
from dashboard.state import seen

from .conftest import Visits

TITLE = "Children killed"


class Parent(BaseHTTPRequestHandler):
    """A page of another site, with the code that our share panel gives."""

    code = ""

    def do_GET(self) -> None:
        text = f"<!DOCTYPE html><title>News</title><h1>News</h1><p>{escape('Text < more')}</p>{self.code}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text if self.path == "/" else b"")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def parent() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Parent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def framed(visit: Visits, parent: str, query: str = "", **options: Any) -> tuple[Page, Frame]:
    Parent.code = Forms(seen(query), "children_killed", visit.address("/")).frame(TITLE, height=150)
    page = visit.window(**options)
    page.goto(parent, wait_until="load")
    visit.problems[:] = [one for one in visit.problems if parent not in one and "status of 404" not in one]
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_function("() => document.querySelector('img')?.complete")
    return page, frame


@pytest.mark.parametrize("width", [360, 1200])
def test_a_frame_becomes_as_tall_as_its_chart_and_scrolls_nowhere(visit: Visits, parent: str, width: int) -> None:
    page, frame = framed(visit, parent, "claimant=unicef", size={"width": width, "height": 900})
    page.wait_for_function("() => parseInt(document.querySelector('iframe').style.height) > 200")
    needed = frame.evaluate("() => document.querySelector('figure').offsetHeight")
    assert abs(page.locator("iframe").evaluate("one => one.clientHeight") - needed) <= 1
    assert frame.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_frame_has_the_colours_that_its_reader_asks_for(visit: Visits, parent: str, theme: Any) -> None:
    _, frame = framed(visit, parent, theme=theme)
    assert f"theme={theme}" in frame.locator("img").evaluate("one => one.currentSrc")


def test_a_frame_needs_no_script(visit: Visits, parent: str) -> None:
    page = visit.window(scripts=False)
    Parent.code = Forms(seen("lang=ar"), "children_killed", visit.address("/")).frame(TITLE)
    page.goto(parent, wait_until="load")
    visit.problems[:] = [one for one in visit.problems if parent not in one and "status of 404" not in one]
    assert page.frame_locator("iframe").locator("img").get_attribute("alt")
    assert page.frame_locator("iframe").locator("a").count() == 1
