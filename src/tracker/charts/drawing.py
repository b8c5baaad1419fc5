"""The drawn part of a figure as SVG elements: grid, axes, numbered events and every trace, inside a box."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .lettering import Anchor, Hand
from .pen import CLEAR
from .plot import Axis, Marker, Plot, Trace
from .symbols import outline

_BETWEEN_TICKS = 12.0  # pixels of white between two labels of the time axis
EVENT_ROW = 19.0
_LINE = 1.2  # of the size of letters: from one line of a label to the next
# How far a sign stands above its point, in its own size, and which side of it is at the point.
_WRITTEN: dict[str, tuple[float, Anchor]] = {"top center": (0.3, "middle"), "middle left": (-0.35, "end")}
Item = TypeVar("Item", str, float)


@dataclass(frozen=True)
class Box:
    """Where the drawing stands, and the times and numbers at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, at: str | float) -> float:
        """Pixels from the left of the picture."""
        return self.left + (moment(at) - self.first) / ((self.last - self.first) or 1) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Pixels from the top of the picture."""
        return self.bottom - (value - self.low) / ((self.high - self.low) or 1) * (self.bottom - self.top)


def moment(at: str | float) -> float:
    """Seconds since the year one, by the calendar alone, without any zone; a number where the axis counts no time."""
    if isinstance(at, int | float):
        return float(at)
    return (dt.datetime.fromisoformat(at) - dt.datetime.min).total_seconds()


def elements(figure: Plot, box: Box, hand: Hand, *, scale: float, is_titled: bool) -> Iterator[str]:
    """Everything inside the axes, back to front. `scale` sizes marks; `is_titled` gives each its words as a tooltip."""
    layout = figure["layout"]
    yield from _grid(figure, box, hand)
    yield from _events(figure, box, hand)
    for trace in figure["data"]:
        yield from shapes(trace, box, scale, is_titled=is_titled)
    axis = layout["xaxis"].get("tickcolor", hand.color)
    ink = layout["yaxis"].get("zerolinecolor", hand.color)
    zero = box.y(max(0.0, box.low))
    yield f'<path d="M{box.left:.1f},{zero:.1f}H{box.right:.1f}" stroke="{ink}"/>'
    yield from _time_labels(figure, box, hand, axis)


def event_levels(figure: Plot, box: Box) -> list[int]:
    """The row each event's number stands in above the box, so that no two cover each other."""
    ends: list[float] = []
    rows = []
    for event in figure["layout"]["meta"]["events"]:
        x = box.x(event["date"])
        row = next((row for row, end in enumerate(ends) if end <= x - 20), len(ends))
        ends[row : row + 1] = [x]
        rows.append(row)
    return rows


def numbered(x: float, y: float, number: int, hand: Hand) -> str:
    """A number in a circle, drawn, since few fonts have them."""
    circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="none" stroke="{hand.color}"/>'
    small = Hand(10 if number > 9 else 11, hand.color)
    return circle + small.text(x, y + 3.8, str(number), "middle")


def _grid(figure: Plot, box: Box, hand: Hand) -> Iterator[str]:
    axis = figure["layout"]["yaxis"]
    ticks = list(zip(map(float, axis["tickvals"]), axis["ticktext"], strict=True))
    every = next((n for n in range(1, len(ticks) + 1) if _spacing(ticks, box) * n >= 1.7 * hand.size), 1)
    is_right = axis["side"] == "right"
    x = box.right + 10 if is_right else box.left - 10
    for value, label in ticks[::every]:
        y = box.y(value)
        if value:
            yield f'<path d="M{box.left:.1f},{y:.1f}H{box.right:.1f}" stroke="{axis["gridcolor"]}"/>'
        lines = label.split("<br>")
        anchor: Anchor = "start" if is_right else "end"
        for number, line in enumerate(lines):
            yield hand.text(x, y + hand.size * (0.35 + _LINE * (number - (len(lines) - 1) / 2)), line, anchor)
    yield from _upright(figure["layout"]["xaxis"], box)


def _upright(axis: Axis, box: Box) -> Iterator[str]:
    """Lines of an axis that counts numbers from the left; days have none."""
    places: Sequence[str | float] = axis["tickvals"] if axis["showgrid"] else []
    for value in places:
        color = axis["gridcolor"] if value else axis["zerolinecolor"]
        yield f'<path d="M{box.x(value):.1f},{box.top:.1f}V{box.bottom:.1f}" stroke="{color}"/>'


def _spacing(ticks: Sequence[tuple[float, str]], box: Box) -> float:
    return abs(box.y(ticks[0][0]) - box.y(ticks[1][0])) if len(ticks) > 1 else box.bottom - box.top


def _time_labels(figure: Plot, box: Box, hand: Hand, color: str) -> Iterator[str]:
    """Ticks with their words, as many as fit; a year that was left out moves to the next that stands."""
    axis = figure["layout"]["xaxis"]
    free, year = float("-inf"), ""
    places: Sequence[str | float] = axis["tickvals"]
    for time, label in zip(places, axis["ticktext"], strict=True):
        day, _, own_year = label.partition("<br>")
        x, year = box.x(time), own_year or year
        half = max(hand.width(day), hand.width(year)) / 2
        if x - half < max(free, 2) or x + half > box.right + half * 0.6:
            continue
        yield f'<path d="M{x:.1f},{box.bottom:.1f}v5" stroke="{color}"/>'
        yield hand.text(x, box.bottom + 8 + hand.size, day, "middle")
        if year:
            yield hand.text(x, box.bottom + 8 + 2.25 * hand.size, year, "middle")
        free, year = x + half + _BETWEEN_TICKS, ""


def _events(figure: Plot, box: Box, hand: Hand) -> Iterator[str]:
    layout = figure["layout"]
    rows = event_levels(figure, box)
    for number, (event, row) in enumerate(zip(layout["shapes"], rows, strict=True), start=1):
        x, y = box.x(event["x0"]), box.top - 12 - EVENT_ROW * row
        line = event["line"]
        yield (f'<path d="M{x:.1f},{y + 8:.1f}V{box.bottom:.1f}" stroke="{line.get("color")}" stroke-dasharray="3 3"/>')
        yield numbered(x, y, number, hand)


def shapes(trace: Trace, box: Box, scale: float = 1.0, *, is_titled: bool = False) -> Iterator[str]:
    """One trace alone."""
    if trace["mode"] == "lines":
        yield _line(trace, box, scale)
    elif trace["mode"] == "text":
        yield from _signs(trace, box, scale)
    else:
        yield from _markers(trace, box, scale, is_titled)


def _line(trace: Trace, box: Box, scale: float) -> str:
    pen, line = "M", trace["line"]
    steps = []
    for time, value in zip(trace["x"], trace["y"], strict=True):
        if time is None or value is None:
            pen = "M"
            continue
        steps.append(f"{pen}{box.x(time):.1f},{box.y(value):.1f}")
        pen = "L"
    dash = f' stroke-dasharray="{line["dash"].replace("px", "").replace(",", " ")}"' if "dash" in line else ""
    width = _at(line.get("width", 1.0), 0) * scale
    opacity = f' opacity="{trace["opacity"]:g}"' if trace.get("opacity", 1) != 1 else ""
    return f'<path d="{"".join(steps)}" fill="none" stroke="{line["color"]}" stroke-width="{width:g}"{dash}{opacity}/>'


def _signs(trace: Trace, box: Box, scale: float) -> Iterator[str]:
    font = trace["textfont"]
    hand = Hand(font["size"] * scale, font["color"])
    rise, anchor = _WRITTEN[trace["textposition"]]
    for time, value, sign in zip(trace["x"], trace["y"], trace["text"], strict=True):
        if time is not None and value is not None:
            yield hand.text(box.x(time), box.y(value) - rise * hand.size, sign, anchor)


def _markers(trace: Trace, box: Box, scale: float, is_titled: bool) -> Iterator[str]:
    hovers = trace.get("hovertext", []) if is_titled else []
    for number, (time, value) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if time is not None and value is not None:
            title = f"<title>{_plain(hovers[number])}</title>" if hovers else ""
            yield _marker(trace["marker"], number, box.x(time), box.y(value), scale, title)


def _marker(look: Marker, number: int, x: float, y: float, scale: float, title: str) -> str:
    path = outline(_at(look["symbol"], number), _at(look["size"], number) * scale)
    angle, standoff = _at(look.get("angle", 0.0), number), _at(look.get("standoff", 0.0), number) * scale
    turn = (f" rotate({angle:g})" if angle else "") + (f" translate(0 {standoff:g})" if standoff else "")
    fill = _at(look.get("color", "none"), number)
    edge = look["line"]
    width = _at(edge.get("width", 0.0), number) * scale
    stroke = f' stroke="{_at(edge["color"], number)}" stroke-width="{width:g}"' if width else ""
    opacity = _at(look.get("opacity", 1.0), number)
    faint = f' opacity="{opacity:g}"' if opacity != 1 else ""
    shape = f'<path d="{path}" transform="translate({x:.1f} {y:.1f}){turn}" fill="{"none" if fill == CLEAR else fill}"'
    return f"{shape}{stroke}{faint}>{title}</path>" if title else f"{shape}{stroke}{faint}/>"


def _at(value: Item | list[Item], number: int) -> Item:
    """A setting of one mark, where it may be one for all."""
    return value[number] if isinstance(value, list) else value


def _plain(hover: str) -> str:
    """The words of a label without its tags. They were escaped when they were written, and stay so."""
    return re.sub(r"<[^>]*>", "", hover.replace("<br>", "\n"))
