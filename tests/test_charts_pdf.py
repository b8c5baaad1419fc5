"""A chart as PDF is its SVG: the words as words, lines as lines, and every typeface in the file."""

from __future__ import annotations

import io

import pypdf
import pytest
from charting import claim, series
from click.testing import CliRunner
from factories import observation
from fontTools.ttLib import TTFont
from pypdf.generic import DictionaryObject

from tracker import charts
from tracker.charts import pdf, png
from tracker.charts.sizes import SIZES, sized
from tracker.cli import chart
from tracker.languages import language

FOUND = series(
    claim("a", value=96, value_low=96, qualifier="at_least"),
    claim("b", value=30, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
)


def drawn(lang: str = "en", size: str = "standard") -> str:
    return sized(
        lambda width, height: charts.picture(FOUND, language=language(lang), width=width, height=height), SIZES[size]
    )


def page(content: bytes) -> pypdf.PageObject:
    (one,) = pypdf.PdfReader(io.BytesIO(content)).pages
    return one


def resources(of: DictionaryObject, kind: str) -> list[DictionaryObject]:
    """The fonts, or the pictures, of a page and of every drawing in it."""
    own = of.get("/Resources", {}).get("/XObject", {}).values()
    found = [one.get_object() for one in of.get("/Resources", {}).get(kind, {}).values()]
    return [*found, *(one for inner in own for one in resources(inner.get_object(), kind))]


def files(content: bytes) -> list[TTFont]:
    found = []
    for font in resources(page(content), "/Font"):
        told = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        name = next(name for name in ("/FontFile2", "/FontFile3") if name in told)
        found.append(TTFont(io.BytesIO(told[name].get_data())))
    return found


@pytest.mark.parametrize("size", ["standard", "social", "tall"])
def test_a_page_is_as_large_as_the_picture_at_96_pixels_to_the_inch(size: str) -> None:
    svg = drawn(size=size)
    wide, high = (int.from_bytes(png.render(svg)[at : at + 4]) for at in (16, 20))
    assert [*map(float, page(pdf.render(svg)).mediabox[2:])] == pytest.approx([wide * 0.75, high * 0.75], abs=1)


def test_its_words_are_words_with_their_hedge_and_it_holds_no_pixels() -> None:
    found = page(pdf.render(drawn()))
    assert "Children killed, Eastern Aleppo, 23 Sep – 3 Oct 2016" in found.extract_text()
    assert "Arrow up: at least, or more than." in found.extract_text()
    assert not [one for one in resources(found, "/XObject") if one.get("/Subtype") == "/Image"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_typeface_is_in_the_file(lang: str) -> None:
    content = pdf.render(drawn(lang))
    assert len(files(content)) == len(resources(page(content), "/Font")) >= 2


def glyphs(letters: str) -> int:
    text = f'<text x="5" y="30" font-size="24" font-family="Noto Sans Arabic">{letters}</text>'
    (font,) = files(
        pdf.render(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 40" width="99" height="40">{text}</svg>')
    )
    return len(font.getGlyphOrder())


def test_arabic_letters_join_as_they_do_on_paper() -> None:
    assert glyphs("ببب") > glyphs("ب")  # the first, the middle and the last of a word have a shape each


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_it_tells_who_cannot_see_it_what_it_shows(lang: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(drawn(lang))))
    said = charts.describe(FOUND, language(lang))
    assert reader.metadata is not None and reader.metadata.title == said.title


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert pdf.render(drawn()) == pdf.render(drawn())


def test_the_command_draws_one(folder, tmp_path) -> None:  # type: ignore[no-untyped-def]
    data, out = folder(observations=[observation()]), tmp_path / "print.pdf"
    given = ["children_killed", "--data", str(data), "--out", str(out), "--filter", "claimant=unicef&as_of=2016-12-31"]
    assert CliRunner().invoke(chart.chart_command, [*given, "--site", "https://figures.example"]).exit_code == 0
    said = page(out.read_bytes()).extract_text()
    assert "https://figures.example/indicator/children_killed?claimant=unicef&as_of=2016-12-31" in said
    assert "As known on 31 December 2016." in said
