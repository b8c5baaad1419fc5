"""Images in the sizes that newsrooms ask for: exactly so many pixels, with all of the words, the same anywhere."""

import re
import xml.etree.ElementTree as ET

import pytest
from charting import claim, series
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tracker import charts
from tracker.charts import png
from tracker.charts.compare import COMPARED
from tracker.charts.embedded import embedded
from tracker.charts.sizes import SIZES, sized
from tracker.charts.triangle import RESTATED
from tracker.cli import chart
from tracker.languages import language

PIXELS = {"social": (1200, 630), "square": (1080, 1080), "tall": (1080, 1350)}
FOUND = series(
    claim("a", value=96, value_low=96, qualifier="at_least"),
    claim("b", value=30, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
)


def drawer(lang="en", found=FOUND):
    return lambda width, height: charts.picture(found, language=language(lang), width=width, height=height)


def pixels(image):
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(image[16:20]), int.from_bytes(image[20:24])


def words(svg):
    return {text for text in ET.fromstring(svg).itertext() if text.strip()}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", PIXELS)
def test_a_fixed_size_has_exactly_its_pixels(name, lang):
    assert pixels(png.render(sized(drawer(lang), SIZES[name]))) == PIXELS[name]


def test_twice_the_size_is_the_same_picture_with_twice_the_pixels():
    once, twice = (sized(drawer(), SIZES[name]) for name in ("standard", "2x"))
    assert words(once) == words(twice)
    assert [2 * side for side in pixels(png.render(once))] == list(pixels(png.render(twice)))


@given(names=st.lists(st.text("abcdefgh ", min_size=3, max_size=60), min_size=1, max_size=12, unique=True))
def test_nothing_is_cut_off_where_words_need_more_room_than_there_is(names):
    found = series(*(claim(f"c{n}", claimant_id=f"c{n}", claimant_short=name) for n, name in enumerate(names)))
    svg = sized(drawer(found=found), SIZES["social"])
    across, down = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)" width="1200" height="630"', svg).groups())
    assert across / down == pytest.approx(1200 / 630, rel=1e-3)
    assert words(drawer(found=found)(across, down)) == words(svg)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_embedded_fonts_come_from_nowhere_else_and_leave_the_words_as_words(lang):
    plain = sized(drawer(lang), SIZES["standard"])
    whole = embedded(plain)
    addresses = re.findall(r'url\("([^"]+)"\)', whole)
    assert addresses
    assert all(address.startswith("data:font/woff2;base64,") for address in addresses)
    assert words(plain) <= words(whole)
    assert len(whole) < 250_000


def test_every_size_and_way_to_split_can_be_named_on_the_command_line():
    assert (set(chart.SIZES), set(chart.WAYS)) == (set(SIZES), {*charts.WAYS, COMPARED, RESTATED})


def test_the_command_draws_a_size_and_refuses_what_contradicts_it(folder, tmp_path):
    from factories import observation

    data, out = folder(observations=[observation()]), tmp_path / "post.png"
    given = ["children_killed", "--data", str(data), "--out", str(out), "--size", "square"]
    assert CliRunner().invoke(chart.chart_command, given).exit_code == 0
    assert pixels(out.read_bytes()) == (1080, 1080)
    refused = CliRunner().invoke(chart.chart_command, [*given, "--width", "900"])
    assert (refused.exit_code, "leave out --width" in refused.output) == (2, True)
