"""Words in an image never lie on each other: any title, any number of claimants, in every size and language."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pytest
from charting import claim, many, series
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts
from tracker.charts.lettering import Hand
from tracker.charts.sizes import SIZES, sized
from tracker.languages import language

SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.text("abcdeWM é1-شرقحلب", min_size=1, max_size=18).map(str.strip).filter(bool)
PHRASES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
# Signs of the drawing that stand at their marks, and ticks and numbers that stand at theirs: marks may be close.
AT_MARKS = {"≈", "//"}
TALL = 0.72  # of a letter's size: what capitals and figures take above the line


@dataclass(frozen=True)
class Box:
    """Where a line of text stands, in pixels of the picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether both cover more than a hair of the same ground."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


def boxes(svg: str) -> list[Box]:
    """The lines of a picture but for signs at marks, measured with our widths, which are rather too wide."""

    def walk(element: ET.Element, x: float, y: float) -> Iterator[Box]:
        moved = re.findall(r"translate\(([-\d.]+)[ ,]([-\d.]+)", element.get("transform", ""))
        x, y = (x + float(moved[0][0]), y + float(moved[0][1])) if moved else (x, y)
        if element.tag == f"{SVG}text":
            yield _box(element, x, y)
        for child in element:
            yield from walk(child, x, y)

    found = [box for box in walk(ET.fromstring(svg), 0.0, 0.0) if box.text.strip()]
    return [box for box in found if re.sub(r"[\u2066-\u2069\u200e\u200f]", "", box.text) not in AT_MARKS]


def _box(element: ET.Element, x: float, y: float) -> Box:
    text, size = "".join(element.itertext()), float(element.get("font-size", 0))
    wide = Hand(size, "", int(element.get("font-weight", 400))).width(text)
    x, y = x + float(element.get("x", 0)), y + float(element.get("y", 0))
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
    return Box(text, left, y - size * TALL, left + wide, y)


def collisions(svg: str) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in combinations(boxes(svg), 2) if one.meets(other)]


def named(names: list[str], label: str, place: str) -> charts.Description:
    """A series of one claimant for each name, of an indicator and a place with these words."""
    rows = [
        claim(f"c{n}", claimant_id=f"c{n}", claimant_short=name, value=10 + n, place_name=place)
        for n, name in enumerate(names)
    ]
    found = series(*rows)
    object.__setattr__(found.indicator, "label", label)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", ["standard", "social", "square"])
@given(names=st.lists(PHRASES, min_size=1, max_size=20, unique=True), label=PHRASES, place=PHRASES)
@settings(max_examples=6)
def test_titles_and_claimants_of_any_length_and_number_collide_nowhere(
    size: str, lang: str, names: list[str], label: str, place: str
) -> None:
    found = named(names, label, place)

    draw = charts.drawer(found, language=language(lang), seen="As known on 1 October 2016.", address=ADDRESS)
    assert collisions(sized(draw, SIZES[size])) == []


ADDRESS = "https://figures.example/indicator/children_killed?claimant=unicef,sohr&since=2016-09-01&until=2016-12-31"


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1200])
@given(rows=many())
@settings(max_examples=6)
def test_any_claims_leave_the_words_around_them_apart(width: int, lang: str, rows: list[dict[str, object]]) -> None:
    found = series(*rows)
    assert collisions(charts.picture(found, language=language(lang), width=width, height=400)) == []


def test_twelve_claimants_are_named_and_the_rest_are_said() -> None:
    names = [f"Claimant {n}" for n in range(20)]
    said = [box.text for box in boxes(charts.picture(named(names, "Children", "Aleppo"), language=language("en")))]
    assert sum(text.startswith("Claimant ") for text in said) == 12
    assert "and 8 others" in said
    assert ", and 8 others; 3 documents." in " ".join(said)


def test_the_check_sees_words_that_do_lie_on_each_other() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text x="0" y="20" font-size="16">one</text>'
        '<g transform="translate(4 3)"><text x="0" y="20" font-size="16">other</text></g></svg>'
    )
    assert collisions(svg) == [("one", "other")]
