"""A browser before our server. Each visit is watched: console errors and requests to other hosts fail the test."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tracker.tables import TABLES

DATA = Path(__file__).parents[2] / "data"
HERE = Path(__file__).parent
Size = ViewportSize
Theme = Literal["light", "dark"]
DESKTOP: Size = {"width": 1280, "height": 900}
LOCALE = "en-GB"
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PATIENCE = 30_000  # milliseconds until an expectation fails: as long as Playwright gives a click, on any machine
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stand here need a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    named = os.environ.get("CHROMIUM", "")
    return next(filter(None, map(shutil.which, filter(None, (named, *NAMES)))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium was found: install the package 'chromium', or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=[*QUIET])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard, serving a copy of the shipped tables as `tracker serve` does."""
    folder = tmp_path_factory.mktemp("served")
    for table in TABLES:
        shutil.copy(DATA / f"{table}.csv", folder)
    with subprocess.Popen(
        [sys.executable, "-c", "from tracker.cli import main; main()", "serve", "--port", "0", "--data", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        line = server.stdout.readline() if server.stdout else ""
        found = re.search(r"http://\S+:\d+", line)
        yield found[0] if found else pytest.fail(f"the server did not start: {line!r}")
        server.terminate()


class Visits:
    """Pages opened by one test, and what went wrong on them."""

    def __init__(self, site: str, shared: BrowserContext) -> None:
        self._site, self._shared = site, shared
        self._opened: list[Page | BrowserContext] = []
        self.problems: list[str] = []

    def __call__(self, path: str, *, live: bool = True, expects: int = 200, **options: Any) -> Page:
        """The page at a path. `live` waits until it answers to clicks; other options are those of `window`."""
        page = self.window(**options)
        answer = page.goto(self.address(path))
        assert answer is not None and answer.status == expects
        if expects >= 400:
            self.problems = [one for one in self.problems if f"status of {expects}" not in one]
        if live:
            settled(page)
        return page

    def address(self, path: str) -> str:
        return self._site + path

    def window(
        self, *, theme: Theme = "light", size: Size = DESKTOP, alone: bool = False, scripts: bool = True
    ) -> Page:
        """An empty window that is watched. One that is `alone` shares neither choices nor cache with others."""
        page = self._browser(alone, scripts).new_page()
        self._opened.append(page)
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=theme)
        page.on("console", lambda said: self.problems.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self._mind(request.url))
        return page

    def close(self) -> None:
        for opened in self._opened:
            opened.close()

    def _browser(self, alone: bool, scripts: bool) -> BrowserContext:
        if scripts and not alone:
            return self._shared
        browser = self._shared.browser
        assert browser is not None
        context = browser.new_context(locale=LOCALE, java_script_enabled=scripts)
        self._opened.append(context)
        return context

    def _mind(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https", "ws"} and urlsplit(url).netloc != urlsplit(self._site).netloc:
            self.problems.append(f"asked another host: {url}")


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Iterator[BrowserContext]:
    """One reader, whose browser keeps the scripts of the pages: most tests visit as that reader."""
    context = browser.new_context(locale=LOCALE)
    yield context
    context.close()


@pytest.fixture
def visit(site: str, shared: BrowserContext) -> Iterator[Visits]:
    """`visit("/about")` is that page in a browser; the test fails if anything went wrong on it."""
    visits = Visits(site, shared)
    yield visits
    visits.close()
    assert visits.problems == []


def settled(page: Page) -> None:
    """Wait until the live page stands in the place of what was first sent, with every chart drawn and font loaded."""
    page.wait_for_selector("#react-entry-point main h1")
    page.wait_for_function("() => !document.querySelector('#first-paint')")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.graph')].every(graph => graph.querySelector('.main-svg'))"
    )
    page.evaluate("() => document.fonts.ready.then(() => true)")


def sent(page: Page) -> None:
    """Send the form of choices, as a reader without scripts does, and wait until the whole answer has come."""
    with page.expect_navigation():
        page.locator("form.filters button[type=submit]").click()
