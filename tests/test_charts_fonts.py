import struct
import sys

import pytest
from charting import claim, series

from tracker import charts
from tracker.charts import fonts, png
from tracker.charts.lettering import Hand
from tracker.charts.palette import ARABIC
from tracker.errors import TrackerError
from tracker.languages import language


@pytest.fixture
def one_cut(monkeypatch):
    """Cutting all fonts takes seconds; one shows how."""
    monkeypatch.setattr(fonts, "CUTS", fonts.CUTS[:1])
    return fonts.CUTS[0]


def size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_a_cut_is_made_once_and_kept(one_cut, tmp_path):
    (first,) = fonts.files(tmp_path)
    made = first.stat().st_mtime_ns
    assert fonts.files(tmp_path) == [first] and first.stat().st_mtime_ns == made
    assert [path.name for path in tmp_path.iterdir()] == [first.name]


def test_a_cut_has_its_family_and_weight_and_no_variations(one_cut, tmp_path):
    from fontTools.ttLib import TTFont

    (path,) = fonts.files(tmp_path)
    with TTFont(path) as font:
        assert font["name"].getBestFamilyName() == one_cut.family == "Public Sans"
        assert font["OS/2"].usWeightClass == one_cut.weight
        assert "fvar" not in font
        assert {ord("é"), ord("ğ"), ord("≈"), ord("“")} <= font.getBestCmap().keys()


def test_pages_get_small_woff2_files_and_the_rules_that_name_them(one_cut, tmp_path):
    (path,) = fonts.build(tmp_path)
    assert path.read_bytes().startswith(b"wOF2") and path.stat().st_size < 30_000
    rules = fonts.css("/fonts")
    assert f"/fonts/{path.name}" in rules and "font-display: swap" in rules and "font-weight: 400" in rules


def test_a_missing_font_package_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "CUTS", (fonts.Cut("x", 400, "X", "fontpkg-that-is-not-there", "x.ttf", (65,)),))
    with pytest.raises(TrackerError, match="pip install fontpkg-that-is-not-there"):
        fonts.files(tmp_path)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_an_image_is_drawn_at_the_size_asked_for(code):
    svg = charts.picture(series(claim(wording="بينهم 96 طفلاً")), language=language(code))
    assert size(charts.png.render(svg)) == (1200, 675)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_both_ways_to_make_pixels_make_the_same(code):
    pytest.importorskip("svg2png_py", reason="the quicker way is not made for this machine")
    several = series(claim(wording="بينهم 96 طفلاً"), claim("b", claimant_name="Ärzte ohne Grenzen, Київ", value=12))
    svg = charts.picture(several, language=language(code)).replace(
        'width="1200" height="675"', 'width="900" height="506"'
    )
    assert png._quick()(svg) == png._anywhere(svg)


def test_pixels_are_made_where_the_quicker_way_is_not(monkeypatch):
    monkeypatch.setitem(sys.modules, "svg2png_py", None)
    monkeypatch.setattr(png, "_renderer", png._renderer.__wrapped__)
    assert size(png.render(charts.picture(series(claim()), language=language("en")))) == (1200, 675)


def test_the_same_picture_gives_the_same_pixels():
    svg = charts.picture(series(claim()), language=language("en"))
    assert charts.png.render(svg) == charts.png.render(svg)


def test_arabic_letters_are_drawn_with_our_fonts():
    """A missing glyph is a box, the same for every letter: two letters that differ show that there is none."""

    def drawn(letter):
        return charts.png.render(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="Public Sans">'
            f'<text x="5" y="30" font-size="24">{letter}</text></svg>'
        )

    assert len({drawn(letter) for letter in ("ب", "ك", "A", "é", "")}) == 5


def test_the_sign_of_about_is_drawn_within_a_line_of_arabic():
    """Its own typeface has no such sign; a missing glyph is a box, the same for every letter."""
    hand = Hand(24, "#000000", is_rtl=True)

    def drawn(sign: str) -> bytes:
        line = hand.text(190, 30, f"{sign}: نحو", "end")
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"'
        return charts.png.render(f'{head} font-family="{ARABIC}">{line}</svg>')

    assert drawn("\U0001f703") == drawn("\U0001f704") != drawn("≈")
