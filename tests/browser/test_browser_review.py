"""A newcomer reads the first article in the browser: pastes it, confirms its day, decides, and finds the rows."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.serving.folder import build_folder
from tracker.tables import TABLES

from .conftest import DATA, LOCALE

SEED = Path(__file__).parents[3] / "shared/seed/media-line-aleppo.txt"
DOCUMENT = "media-line-20160929-tensions-us-russia-growing"
PHONE = {"width": 390, "height": 844}
PARAGRAPH = (
    "The Media Line\n\nTensions Between US and Russia\n\nAleppo, where 250,000 civilians are trapped, is in crisis. "
    "According to UNICEF, at least 96 children have been killed and 223 injured in eastern Aleppo in the past week. "
    "UNICEF said there are only 30 doctors left in eastern Aleppo. On Wednesday, shelling near a bread distribution "
    "center killed six people. Some 14 lorries waited at the border."
)


def unentered(folder: Path) -> Path:
    """The shipped tables as they would be had nobody entered the article."""
    folder.mkdir()
    for table in TABLES:
        shutil.copy(DATA / f"{table}.csv", folder)
    for table in ("citations", "documents"):
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["document_id"] != DOCUMENT]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address that `tracker serve --edit` prints, and the tables it writes to."""
    folder = unentered(tmp_path_factory.mktemp("edited") / "data")
    command = ["serve", "--port", "0", "--data", str(folder), "--edit", "--by", "Rana"]
    with subprocess.Popen(
        [sys.executable, "-c", "from tracker.cli import main; main()", *command], stdout=subprocess.PIPE, text=True
    ) as server:
        lines = [server.stdout.readline() if server.stdout else "" for _ in range(2)]
        found = re.search(r"http://\S+token=\S+", lines[1])
        yield (found[0], folder) if found else pytest.fail(f"the server did not start: {lines!r}")
        server.terminate()


@pytest.fixture
def page(opened: tuple[str, Path], browser: Browser) -> Iterator[Page]:
    """A newcomer's window, on the page where reading begins. Whatever the browser complains of fails the test."""
    context = browser.new_context(locale=LOCALE)
    window, problems = context.new_page(), []
    window.on("console", lambda said: problems.append(said.text) if said.type in {"error", "warning"} else None)
    window.on("pageerror", lambda error: problems.append(str(error)))
    window.goto(opened[0])
    yield window
    context.close()
    assert [one for one in problems if "status of 4" not in one] == []


def begin(page: Page, text: str) -> None:
    """Paste a text and confirm what it is."""
    page.get_by_label("Text of the report").fill(text)
    page.get_by_role("button", name="Read the text").click()
    page.wait_for_url(re.compile(r"/review/[0-9a-f]{16}"))
    if page.locator("#text").count():
        return  # another test has begun with it
    page.get_by_label("Title").fill("Tensions Between US and Russia Growing over Syria")
    page.get_by_label("Publisher", exact=True).select_option(label="The Media Line")
    page.get_by_label("Day of publication").fill("2016-09-29")
    page.get_by_label("Crisis").select_option("aleppo-2016")
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#text")).to_be_visible()


def decided(page: Page, state: str, *words: str) -> None:
    """Wait until these words, and no others, are marked as accepted or rejected: the tables are read again for it."""
    expect(page.locator(f"#text mark.{state} a")).to_have_text([*words])


def choose(page: Page, words: str) -> None:
    """The figure of these words, from the text."""
    page.locator("#text mark a", has_text=re.compile(f"^{words}$")).click()
    expect(page.locator(".source-sentence mark")).to_have_text(words)


def written(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reviewed(folder: Path) -> dict[str, dict[str, str]]:
    return {row["observation_id"]: row for row in written(folder, "citations") if row["reviewed_by"]}


def test_the_first_article_is_read_from_paste_to_tables(page: Page, opened: tuple[str, Path]) -> None:
    text = SEED.read_text(encoding="utf-8") if SEED.is_file() else PARAGRAPH
    begin(page, text)

    choose(page, "96")  # accepted as the echo it is
    expect(page.locator(".matches .echo").first).to_contain_text("Repeats a known claim: UNICEF: at least 96.")
    expect(page.locator(".distortions")).to_contain_text("period widened")
    page.keyboard.press("a")
    decided(page, "accepted", "96")

    choose(page, "30")  # edited, then accepted
    page.keyboard.press("e")
    expect(page.get_by_label("What is counted")).to_be_focused()
    page.get_by_label("Note for readers").fill("Said by Justin Forsyth.")
    page.get_by_role("button", name="Accept").click()
    decided(page, "accepted", "96", "30")

    choose(page, "250,000")  # rejected, with the reason
    page.keyboard.press("r")
    page.keyboard.type("of nobody’s making")
    page.keyboard.press("Enter")
    decided(page, "rejected", "250,000")

    mark(page, "Aleppo, where")  # added by hand, from the words marked in the text
    page.keyboard.press("h")
    expect(page.locator(".source-sentence mark")).to_have_text("Aleppo, where")
    page.get_by_label("What is counted").select_option("hospitals_closed")
    page.get_by_label("Place", exact=True).select_option("aleppo")
    page.get_by_role("button", name="Accept").click()
    # Said before anything is written.
    expect(page.locator(".findings .warning")).to_contain_text("No day or period is known")
    assert [row for row in written(opened[1], "observations") if row["recorded_by"] == "Rana"] == []
    page.get_by_role("button", name="Accept").click()
    decided(page, "accepted", "Aleppo, where", "96", "30")

    rows = reviewed(opened[1])
    killed, doctors = rows["unicef-20160928-children-killed"], rows["unicef-20160928-doctors"]
    assert (killed["period_start"], killed["period_end"], killed["attribution"]) == (
        "2016-09-22",
        "2016-09-29",
        "claimant",
    )
    assert (doctors["qualifier"], doctors["note"]) == ("exact", "Said by Justin Forsyth.")
    assert text.strip()[int(killed["span_start"]) : int(killed["span_end"])] == "96"
    assert {row["reviewed_by"] for row in rows.values()} == {"Rana"}
    by_hand = [row for row in written(opened[1], "observations") if row["recorded_by"] == "Rana"]
    assert [row["indicator_id"] for row in by_hand] == ["hospitals_closed"]
    assert circulating(rows) == []

    choose(page, "96")  # and whoever accepted it finds it where everybody does
    page.get_by_role("link", name="The claim in the tables").click()
    expect(page.locator("#react-entry-point main")).to_contain_text("The Media Line")


def circulating(rows: dict[str, dict[str, str]]) -> list[str]:
    return [name for name in rows if name.startswith("circ-")]


def mark(page: Page, words: str) -> None:
    """Select words of the text as a mouse would, wherever marks cut the text into pieces."""
    page.evaluate(
        """words => {
          const text = document.querySelector('#text');
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
          }
        }""",
        words,
    )
    expect(page.get_by_label("Add a figure by hand")).to_have_value(words)


def test_words_beyond_the_basic_plane_are_counted_as_the_file_counts_them(page: Page, opened: tuple[str, Path]) -> None:
    begin(page, "😀😀 In Aleppo, 😀 people waited. About 40 people were killed there on Monday.")
    mark(page, "people waited")
    page.get_by_role("button", name="Add these words").click()
    expect(page.locator(".source-sentence mark")).to_have_text("people waited")


def test_progress_is_kept_when_the_page_is_closed(page: Page, opened: tuple[str, Path]) -> None:
    begin(page, PARAGRAPH.replace("250,000", "251,000"))
    choose(page, "251,000")
    page.keyboard.press("r")
    page.keyboard.type("not this time")
    page.keyboard.press("Enter")
    decided(page, "rejected", "251,000")
    page.goto(opened[0])
    page.get_by_role("link", name="Tensions Between").first.click()
    decided(page, "rejected", "251,000")


def broken(page: Page) -> list[object]:
    """The rules of axe-core that a page breaks, with the elements that do."""
    axe = build_folder() / "node_modules/axe-core/axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not there: run `python -m dashboard.build` where npm is installed")
    page.evaluate(axe.read_text(encoding="utf-8"))
    told = "async () => (await axe.run()).violations.map(one => [one.id, one.nodes.map(node => node.html)])"
    found: list[object] = page.evaluate(told)
    return found


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("ar", "dark")])
def test_no_rule_of_axe_is_broken(page: Page, lang: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    begin(page, PARAGRAPH)
    bench = page.url.partition("?")[0].partition("#")[0]
    for address in (bench, f"{bench}/about", bench.rpartition("/")[0]):
        page.goto(f"{address}?lang={lang}")
        assert broken(page) == [], address


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_dashboard_that_only_shows_breaks_no_rule_either(visit: Callable[..., Page], lang: str) -> None:
    page = visit(f"/review?lang={lang}", live=False)
    expect(page.locator("main")).to_contain_text("tracker serve --edit")
    expect(page.locator("textarea")).to_have_count(0)
    assert broken(page) == []


def test_there_is_room_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    begin(page, PARAGRAPH)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = page.locator(".figure-panel .button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(small) >= 40


def test_everything_works_without_scripts(opened: tuple[str, Path], browser: Browser) -> None:
    context = browser.new_context(locale=LOCALE, java_script_enabled=False)
    page = context.new_page()
    page.goto(opened[0])
    begin(page, PARAGRAPH.replace("14 lorries", "15 lorries"))
    page.get_by_role("link", name=re.compile("^223")).first.click()
    page.get_by_label("Reason, if it is rejected").fill("entered before")
    page.get_by_role("button", name="Reject").click()
    page.get_by_label("Add a figure by hand").fill("15 lorries")
    page.get_by_role("button", name="Add these words").click()
    expect(page.locator(".source-sentence mark")).to_have_text("15 lorries")
    expect(page.get_by_label("Number")).to_have_value("15")
    context.close()
