"""A figure as SVG: the bare drawing for a page, or the whole image with its title, legend, sources and licence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from ..languages import Language, language
from . import drawing
from .areas import Area
from .drawing import Box
from .lettering import Hand
from .palette import ARABIC, SANS, SERIF, Style
from .plot import Claimant, Plot
from .sheet import Block, Sheet, stack
from .symbols import outline

_LEAST = 0.36  # of an image's height for the drawing: where words need more, the image grows rather than lose them
_AXIS_ROOM = 54.0
_PANEL, _SMALL_PANEL = 300.0, 200.0  # the least height of one panel among several
_NAMED = 12  # claimants in a legend before the rest is only counted
_ABOVE = 8.0  # white above the names of panels
WIDE = 700  # pixels; below, words and margins are those of a phone


@dataclass(frozen=True)
class _Look:
    """How drawings are set: their labels, in whose language, and for which kind of picture."""

    axis: Hand
    reader: Language
    is_framed: bool
    is_wide: bool


def render(
    figure: Plot,
    *,
    title: str = "",
    subtitle: str = "",
    source: str = "",
    alt: str = "",
    notes: Sequence[str] = (),
    licence: str | None = None,
    seen: str = "",
    address: str = "",
    width: float = 1200,
    height: float = 675,
    framed: bool = True,
    panels: Sequence[tuple[str, Plot]] = (),
) -> str:
    """The figure as an SVG text. Words are wrapped; only a title of more than three lines ends in an ellipsis.

    Not framed, it has no words around it, takes the width it is given, and tells each mark's words as a tooltip.
    `licence` ends the words; blank leaves it out, None says under what terms we share the compiled data. `seen`
    says as of which day it is, and `address` where its page is.
    `width` is what it is laid out for: 360 for a phone, 1040 for a page. It draws as many ticks as fit.
    `panels` are drawn in its place, each under its name; it is then the figure of them all, which has their legend.
    """
    reader = language(figure["layout"]["meta"]["language"])
    terms = reader.say("Humanitarian Figures Tracker. Compiled data: CC BY 4.0.") if licence is None else licence
    wide = width >= WIDE
    sheet = Sheet(width, (32 if wide else 16) if framed else 2, reader.direction == "rtl")
    head = _head(figure, sheet, title, subtitle, wide, reader) if framed else Block()
    foot = _foot(figure, sheet, [*notes, source, f"{terms} {seen}".strip(), address], wide) if framed else Block()
    margin = sheet.margin * 0.8 if framed else 0
    top, bottom = margin + head.height, foot.height + margin
    height = max(height, top + bottom + (_rows(panels, wide) or _single(figure, height)))
    axis = Hand(15 if framed and wide else 13 if wide else 12, _muted(figure), is_rtl=sheet.is_rtl)
    area = Area(sheet.margin, top + (_ABOVE if panels else 0), sheet.width - sheet.margin, height - bottom)
    look = _Look(axis, reader, framed, wide)
    drawings = _panels(panels, area, look) if panels else _drawn(figure, area, look)
    parts = [head.at(margin), *drawings, foot.at(height - bottom)]
    return _document(figure, parts, width, height, title, alt, framed)


def _head(figure: Plot, sheet: Sheet, title: str, subtitle: str, wide: bool, reader: Language) -> Block:
    ink, is_rtl = figure["layout"]["font"]["color"], sheet.is_rtl
    titles = sheet.heading(title, Hand(30 if wide else 21, ink, 700, ARABIC if is_rtl else SERIF, is_rtl), most=3)
    reading = sheet.paragraph(subtitle, Hand(17 if wide else 13, _muted(figure), is_rtl=is_rtl))
    legend = sheet.rows(_signs(figure, reader), Hand(16 if wide else 13, ink, is_rtl=is_rtl))
    return stack([(titles, 2), (reading, 12), (legend, 4)])


def _foot(figure: Plot, sheet: Sheet, lines: Iterable[str], wide: bool) -> Block:
    hand = Hand(13.5 if wide else 12, _muted(figure), is_rtl=sheet.is_rtl)
    return stack([(sheet.rows(_key(figure, hand), hand), 4), *((sheet.paragraph(line, hand), 0) for line in lines)])


def _signs(figure: Plot, reader: Language) -> list[tuple[str, float, str]]:
    """Those who claim most; where one more would stand for "1 other", all."""
    legend = figure["layout"]["meta"]["legend"]
    others = len(legend) - _NAMED
    if others < 2:
        return [(_sign(one), 13.0, one["name"]) for one in legend]
    named = [(_sign(one), 13.0, one["name"]) for one in legend[:_NAMED]]
    return [*named, ("", 0.0, reader.say_many("and {n} other", "and {n} others", others))]


def _sign(one: Claimant) -> str:
    size = Style(one["color"], one["symbol"]).size(10.5)
    return f'<path d="{outline(one["symbol"], size)}" fill="{one["color"]}"/>'


def _key(figure: Plot, hand: Hand) -> list[tuple[str, float, str]]:
    return [
        (drawing.numbered(0, 0, number, hand), 16.0, event["text"])
        for number, event in enumerate(figure["layout"]["meta"]["events"], start=1)
    ]


def _columns(panels: Sequence[tuple[str, Plot]], wide: bool) -> int:
    return 3 if wide and panels[0][1]["layout"]["meta"]["is_compact"] else 1


def _rows(panels: Sequence[tuple[str, Plot]], wide: bool) -> float:
    """The least height that panels need; none without panels."""
    if not panels:
        return 0.0
    is_small = panels[0][1]["layout"]["meta"]["is_compact"] or not wide
    return math.ceil(len(panels) / _columns(panels, wide)) * (_SMALL_PANEL if is_small else _PANEL)


def _single(figure: Plot, height: float) -> float:
    return max(_AXIS_ROOM + height * _LEAST, figure["layout"]["meta"]["least"])


def _panels(panels: Sequence[tuple[str, Plot]], area: Area, look: _Look) -> Iterable[str]:
    """Each figure under its name."""
    size = look.axis.size
    named = Hand(size, panels[0][1]["layout"]["font"]["color"], 600, is_rtl=look.axis.is_rtl)
    cells = area.cells(len(panels), _columns(panels, look.is_wide), is_rtl=look.axis.is_rtl)
    labels = max(_labels(figure, look.axis) for _, figure in panels)
    for (name, figure), cell in zip(panels, cells, strict=True):
        short = named.wrap(name, cell.right - cell.left, most=1)[0]
        yield _started(named, cell, cell.top + size, short)
        yield from _drawn(figure, cell.below(size * 1.2), look, labels)


def _started(hand: Hand, area: Area, y: float, text: str) -> str:
    return hand.text(area.right, y, text, "end") if hand.is_rtl else hand.text(area.left, y, text)


def _labels(figure: Plot, axis: Hand) -> float:
    """How wide the labels of values are; panels take the widest of all, so that one day is below another."""
    lines = (line for label in figure["layout"]["yaxis"]["ticktext"] for line in label.split("<br>"))
    return max(map(axis.width, lines), default=0) + 12


def _box(figure: Plot, area: Area, labels: float) -> Box:
    """Labels of values stand where reading starts; numbers of events above."""
    layout = figure["layout"]
    left, right = (8.0, labels) if layout["yaxis"]["side"] == "right" else (labels, 8.0)
    times = [drawing.moment(time) for time in layout["xaxis"]["range"]]
    values = [float(value) for value in layout["yaxis"]["range"]]
    inside = Box(area.left + left, area.top, area.right - right, area.bottom - _AXIS_ROOM, *times, *values)
    rows = max(drawing.event_levels(figure, inside), default=-1) + 1
    return replace(inside, top=area.top + 8 + drawing.EVENT_ROW * rows)


def _drawn(figure: Plot, area: Area, look: _Look, labels: float = 0.0) -> Iterable[str]:
    axis = look.axis
    box = _box(figure, area, labels or _labels(figure, axis))
    if figure["data"]:
        scale = 1.2 if look.is_framed and look.is_wide else 1.0
        return drawing.elements(figure, box, axis, scale=scale, is_titled=not look.is_framed)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return [axis.text(x, y, look.reader.say("No figure can be drawn."), "middle")]


def _muted(figure: Plot) -> str:
    return figure["layout"]["xaxis"]["tickfont"]["color"]


def _document(
    figure: Plot, parts: Iterable[str], width: float, height: float, title: str, alt: str, framed: bool
) -> str:
    """The whole text. `direction` is stated, since a page that runs from the right would turn its anchors round."""
    family = ARABIC if figure["layout"]["yaxis"]["side"] == "right" else SANS
    size = f'width="{width:g}" height="{height:.0f}"' if framed else 'width="100%"'
    paper = f'<rect width="100%" height="100%" fill="{figure["layout"]["paper_bgcolor"]}"/>' if framed else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:.0f}" {size} role="img" '
        f'aria-label="{escape(alt or title)}" direction="ltr" font-family="{family}">'
    )
    named = f"<title>{escape(title, quote=False)}</title>" if title and framed else ""
    described = f"<desc>{escape(alt, quote=False)}</desc>" if alt else ""
    return "\n".join(part for part in (head, named, described, paper, *parts, "</svg>") if part)
