"""The door and what stands behind it for each role, in a browser: no rule of axe-core broken, in both languages."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.serving.folder import build_folder
from tracker.accounts import Role, accounts_for
from tracker.tables import TABLES

from .conftest import DATA, LOCALE

PASSWORD = "a lamp in the window"
WORDS = {"en": ("Sign in", "Name or password is wrong."), "ar": ("تسجيل الدخول", "الاسم أو كلمة المرور غير صحيح.")}
each_language = pytest.mark.parametrize("lang", ["en", "ar"])


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard where people sign in, with a reader and a contributor."""
    folder = tmp_path_factory.mktemp("behind") / "data"
    folder.mkdir()
    for table in TABLES:
        shutil.copy(DATA / f"{table}.csv", folder)
    for role in (Role.READER, Role.CONTRIBUTOR):
        accounts_for(folder).add(role, role, PASSWORD, by="tests", now=dt.datetime.now(dt.UTC))
    command = ["serve", "--port", "0", "--data", str(folder), "--edit", "--login"]
    with subprocess.Popen(
        [sys.executable, "-c", "from tracker.cli import main; main()", *command], stdout=subprocess.PIPE, text=True
    ) as server:
        line = server.stdout.readline() if server.stdout else ""
        found = re.search(r"http://\S+:\d+", line)
        yield found[0] if found else pytest.fail(f"the server did not start: {line!r}")
        server.terminate()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A window of somebody new. What the browser complains of fails the test, but for answers that are refusals."""
    contexts, problems = [], []

    def opened(**options: object) -> Page:
        contexts.append(browser.new_context(locale=LOCALE, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda said: problems.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in problems if "status of 4" not in one] == []


def sign_in(page: Page, door: str, name: str, password: str = PASSWORD, lang: str = "en") -> None:
    page.goto(f"{door}/review?lang={lang}")
    page.locator("#f-name").fill(name)
    page.locator("#f-password").fill(password)
    page.get_by_role("button", name=WORDS[lang][0]).click()


def broken(page: Page) -> list[str]:
    script = build_folder() / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not there: run `python -m dashboard.build` where npm is installed")
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']}).then(told => told.violations)")
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@each_language
def test_the_door_and_its_refusal_break_no_rule(window: Callable[..., Page], door: str, lang: str) -> None:
    page = window(color_scheme="dark", viewport={"width": 390, "height": 844})
    page.goto(f"{door}/review?lang={lang}")
    assert broken(page) == []
    sign_in(page, door, "reader", "not the lamp at all", lang)
    expect(page.get_by_role("alert")).to_have_text(WORDS[lang][1])
    assert broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@each_language
def test_a_reader_who_asks_for_more_is_told_why_not(window: Callable[..., Page], door: str, lang: str) -> None:
    writer = window()
    sign_in(writer, door, "contributor")
    writer.get_by_label("Text of the report").fill("UNICEF said at least 96 children were killed in eastern Aleppo.")
    writer.get_by_role("button", name="Read the text").click()
    writer.wait_for_url(re.compile(r"/review/[0-9a-f]{16}"))
    page = window()
    sign_in(page, door, "reader", lang=lang)
    expect(page.locator(".who")).to_contain_text("reader")
    assert broken(page) == []
    page.goto(re.sub(r"[?#].*", "", writer.url) + f"?lang={lang}")
    expect(page.get_by_role("alert")).to_be_visible()
    assert broken(page) == []


def test_signing_in_and_out_needs_no_script(window: Callable[..., Page], door: str) -> None:
    page = window(java_script_enabled=False)
    sign_in(page, door, "contributor")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{door}/review")
    expect(page.get_by_label("Password")).to_be_visible()
    assert [cookie for cookie in page.context.cookies() if cookie["name"] == "tracker_review"] == []
