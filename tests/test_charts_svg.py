import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pandas as pd
import pytest
from charting import claim, many, series
from goldens import matches_golden
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts
from tracker.charts.lettering import Hand
from tracker.languages import language

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH, ARABIC = language("en"), language("ar")
EVENTS = pd.DataFrame(
    {
        "date": pd.to_datetime(["2016-09-12", "2016-09-19", "2016-09-22"]),
        "label": ["Ceasefire begins", "Ceasefire ends", "Assault on eastern Aleppo begins"],
    }
)


def flow(name, start, end, value, **cells):
    return claim(name, period_start=start, period_end=end, value=value, **cells)


def level(name, day, value, **cells):
    return claim(name, measure="stock", period_start=day, period_end=day, value=value, **cells)


def total(name, start, end, value, **cells):
    return claim(name, measure="cumulative", period_start=start, period_end=end, value=value, **cells)


def at_least(value):
    return {"value_low": value, "qualifier": "at_least"}


FLOWS = [
    flow("a", "2016-07-10", "2016-07-23", 25, claimant_id="snhr"),
    flow("b", "2016-08-25", "2016-08-25", 11, claimant_id="sohr", **at_least(11)),
    flow("c", "2016-09-20", "2016-09-28", 100, claimant_id="white-helmets", **at_least(100)),
    flow("d", "2016-09-23", "2016-09-28", 96, **at_least(96)),
    flow("e", "2016-09-23", "2016-09-30", 106, claimant_id="who"),
    flow("f", None, "2016-10-14", 114, claimant_id="uossm"),
    flow("g", "2016-09-23", "2016-09-30", 96, claimant_id="sohr", rank="deprecated"),
]
STOCKS = [
    level("a", "2016-07-18", 40, claimant_id="sams"),
    level("b", "2016-09-26", 30, claimant_id="sams"),
    level("c", "2016-09-27", 35, claimant_id="who"),
    level("d", "2016-09-28", 30, qualifier="about"),
    level("e", "2016-10-08", 30, claimant_id="who"),
    level("f", "2016-08-11", 29, claimant_id=None),
    level("g", "2016-11-01", 20, claimant_id="who", basis="projected"),
]
TOTALS = [
    total("a", "2016-07-31", "2016-08-12", 60, claimant_id="sohr"),
    total("b", "2016-07-31", "2016-08-31", 139, claimant_id="sohr"),
    total("c", "2016-07-31", "2016-09-08", 160, claimant_id="sohr"),
    total("d", "2016-09-19", "2016-10-12", 116, claimant_id="sohr"),
    total("e", "2016-09-19", "2016-11-06", 204, claimant_id="sohr"),
    total("f", "2016-09-19", "2016-11-12", 190, claimant_id="sohr"),
    total("g", "2016-09-22", "2016-10-09", 136, claimant_id="msf", **at_least(136)),
]
RANGES = [
    level("a", "2016-08-19", None, claimant_id="ocha", value_low=250, value_high=275, qualifier="between"),
    level("b", "2016-09-28", 250, qualifier="about"),
    level("c", "2016-11-23", None, claimant_id=None, value_low=200, value_high=300, qualifier="between"),
    level("d", "2016-10-19", 300, claimant_id="snhr", **at_least(300)),
    level("e", "2016-12-07", 88, claimant_id="who", value_high=88, qualifier="at_most"),
    level("f", "2016-10-27", 357, claimant_id="ucdp", value_low=336, value_high=368),
    flow("g", "2016-10-10", "2016-10-31", None, claimant_id="sohr", value_low=40, value_high=75, qualifier="between"),
]
DRAWINGS = {"flow": FLOWS, "stock": STOCKS, "cumulative": TOTALS, "ranges": RANGES}


def picture(rows, **options):
    return charts.picture(series(*rows), **{"language": ENGLISH, **options})


def rendered(rows, *, reader=ENGLISH, theme="light", compact=False, **options):
    figure = charts.timeline(series(*rows), language=reader, theme=theme, compact=compact, events=EVENTS)
    return charts.svg.render(figure, **{"title": "Title", "alt": "Alt", **options})


def texts(svg):
    return list(ET.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_measure_is_drawn_as_accepted(name):
    assert matches_golden(name, picture(DRAWINGS[name]))


def test_events_are_drawn_as_accepted():
    assert matches_golden("events", picture(FLOWS, events=EVENTS, theme="dark"))


def test_a_phone_has_its_own_layout_as_accepted():
    assert matches_golden("phone", rendered(FLOWS, width=360, height=320, framed=False, compact=True, theme="screen"))


def test_arabic_is_drawn_as_accepted():
    words = {
        "title": "الأطفال الذين قُتلوا، شرق حلب، 10 تموز – 14 تشرين الأول 2016",
        "subtitle": "يمتد كل شريط على الفترة التي أحصاها المصدر (UNICEF). السهم إلى أعلى: على الأقل.",
        "source": "المصادر: SOHR وUNICEF وWHO؛ 3 وثائق.",
        "licence": "CC BY 4.0",
        "alt": "بديل",
    }
    figure = charts.timeline(series(*FLOWS), language=ARABIC)
    assert matches_golden("arabic", charts.svg.render(figure, **words))


@settings(max_examples=30)
@given(many(), st.sampled_from([ENGLISH, ARABIC]), st.sampled_from([320, 360, 1040]), st.booleans())
def test_every_drawing_is_well_formed(rows, reader, width, framed):
    ET.fromstring(rendered(rows, reader=reader, width=width, framed=framed))


def test_an_image_says_who_what_when_and_under_what_terms():
    svg = picture(FLOWS)
    said = " ".join("".join(text.itertext()) for text in texts(svg))
    assert "Children killed, Eastern Aleppo, 10 Jul – 14 Oct 2016" in said
    assert "Sources: " in said and "CC BY 4.0" in said and "Arrow up: at least" in said


def test_an_image_says_what_it_does_not_draw():
    assert "1 figure is not drawn: no number given (1)." in picture([*FLOWS, claim("v", qualifier="vague", value=None)])


def test_a_picture_has_a_name_and_a_description():
    root = ET.fromstring(picture(FLOWS))
    assert root.get("role") == "img" and "The latest:" in root.get("aria-label")
    assert root.find(f"{SVG}title") is not None and root.find(f"{SVG}desc") is not None


def test_words_from_data_cannot_leave_their_text():
    evil = '<script>alert("x")</script>&'
    svg = rendered([claim(claimant_short=evil, wording=evil)], title=evil, subtitle=evil, source=evil, alt=evil)
    bare = rendered([claim(claimant_short=evil, wording=evil)], framed=False)
    for drawing in (svg, bare):
        assert "<script" not in drawing
        assert not list(ET.fromstring(drawing).iter(f"{SVG}script"))


@pytest.mark.parametrize("reader", [ENGLISH, ARABIC])
@pytest.mark.parametrize("width", [320, 700, 1200])
@given(words=st.lists(st.text("abcdeWM é١شرق", min_size=1, max_size=40), min_size=1, max_size=30))
@settings(max_examples=20)
def test_no_words_leave_the_frame(words, width, reader):
    """Measured with our own widths, which are a little too wide."""
    svg = rendered(FLOWS, reader=reader, width=width, title=" ".join(words), subtitle=" ".join(words), source=words[0])
    for x, text in placed(svg):
        size, anchor = float(text.get("font-size")), text.get("text-anchor", "start")
        wide = Hand(size, "", int(text.get("font-weight", 400))).width("".join(text.itertext()))
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        assert left >= -1 and left + wide <= width + 1


def placed(svg):
    """Each text with its place from the left of the picture, through all the groups that move it."""

    def walk(element, moved):
        moved += float((re.findall(r"translate\(([-\d.]+)", element.get("transform", "")) or [0])[0])
        if element.tag == f"{SVG}text":
            yield moved + float(element.get("x")), element
        for child in element:
            yield from walk(child, moved)

    return walk(ET.fromstring(svg), 0.0)


def test_a_long_title_is_cut_and_its_whole_stays_in_the_name():
    title = "children killed " * 40
    svg = rendered(FLOWS, title=title, width=700)
    assert title in svg
    lines = [text for text in texts(svg) if text.get("font-weight") == "700"]
    assert len(lines) == 3 and lines[-1].text.endswith("…")


def test_words_that_need_room_make_the_image_taller_and_lose_nothing():
    root = ET.fromstring(rendered(FLOWS, subtitle="how to read " * 200, height=300))
    assert float(root.get("height")) > 300


def test_labels_of_the_time_axis_never_touch():
    for width in (280, 360, 500, 1040):
        svg = rendered(FLOWS, width=width, framed=False)
        days = [text for text in texts(svg) if re.match(r"\d+ [A-Z]", "".join(text.itertext()))]
        edges = [
            (float(text.get("x")) - wide / 2, float(text.get("x")) + wide / 2)
            for text in days
            for wide in [Hand(float(text.get("font-size")), "").width(text.text)]
        ]
        assert days and all(end < start for (_, end), (start, _) in pairwise(edges))


def test_a_narrow_drawing_still_states_the_year():
    assert any(text.text == "2016" for text in texts(rendered(FLOWS, width=280, framed=False)))


def test_a_bare_drawing_takes_the_colours_of_its_page_and_tells_its_figures():
    svg = rendered(FLOWS, framed=False, theme="screen")
    assert "var(--series-1" in svg and "<title>at least 96 · UNICEF" in svg


def test_nothing_to_draw_is_said():
    assert "No figure can be drawn." in picture([claim(qualifier="vague", value=None)])


def test_the_same_rows_give_the_same_bytes():
    assert picture(FLOWS, events=EVENTS) == picture(list(reversed(FLOWS)), events=EVENTS)
