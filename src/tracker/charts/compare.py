"""Claims side by side: a row each, by claimant and never by size, with its range, its bounds and its own period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .. import words
from ..catalogue import Filter
from ..languages import Language
from ..period import Period
from ..series import Series
from . import frame, marks, palette, traces
from .bidi import isolated
from .lettering import Hand
from .marks import Mark
from .palette import Theme
from .pen import Pen
from .plot import Axis, Plot, Trace

COMPARED = "compare"  # what an address calls this way of showing claims
COMPARABLE = range(2, 41)  # rows that can be read beside each other
_LINE, _BETWEEN, _AROUND = 19.0, 8.0, 60.0  # pixels of a line of a row, between rows, and around them all
_SIZE, _WIDE, _NARROW = 13.0, 260.0, 130.0  # pixels: of letters, and the longest label on a page and on a phone
_REACH = 28.0  # pixels that an arrow may reach beyond the highest number
_SAID = 12  # claims told in the alt text before the rest are counted
_HEAD_ON = 90.0  # degrees: what points up on a timeline points to higher numbers here


def is_comparable(series: Series, chosen: Filter) -> bool:
    """Whether the claims can be read beside each other: not too many, and of one place or of chosen ones."""
    return len(series.drawn) in COMPARABLE and (bool(chosen.place) or series.drawn.place_id.nunique() == 1)


def compare(series: Series, *, language: Language, theme: str = "light", compact: bool = False) -> Plot:
    """The claims of a series that have a number and a date, as a figure. Nothing is added, averaged or joined."""
    colours = palette.theme(theme)
    shown = marks.of(series)
    rows = {mark.observation_id: float(len(shown) - number) for number, mark in enumerate(shown)}
    labels = _labels(series, shown, language, _NARROW if compact else _WIDE)
    layout = frame.layout(colours, language, _height(labels))
    layout["xaxis"] = _across(series, shown, language, colours, most=3 if compact else 8)
    layout["yaxis"] = _down(series, rows, labels, language, colours)
    layout["margin"] = frame.margin(layout["yaxis"], layout["yaxis"]["tickfont"]["size"])
    layout["margin"]["l" if language.direction == "rtl" else "r"] = _REACH
    layout["shapes"], layout["annotations"] = [], []
    layout["meta"] = frame.meta(series, shown, language, colours, is_compact=compact, least=layout["height"])
    pens = frame.pens(series, shown, language, colours)
    data = sorted((trace for pen, own in pens for trace in _turned(pen, own, rows)), key=traces.layer)
    return {"data": data, "layout": layout}


def reading(series: Series, language: Language) -> str:
    """How to read the rows, and only the marks that are there."""
    present = {kind for mark in marks.of(series) for kind in mark.kinds}
    say = language.say
    lines = {
        "up": say("Arrow to higher numbers: at least, or more than."),
        "down": say("Arrow to lower numbers: at most, or fewer than."),
        "about": say("≈: about, or nearly."),
        "range": say("Whisker: a range."),
        "faint": say("Faint: since replaced by its source."),
        "projected": say("Hollow: a forecast."),
    }
    first = say("One row for each claim, by claimant, with the period it speaks of: not all count the same days.")
    return " ".join([first, *(line for kind, line in lines.items() if kind in present)])


def alternative(series: Series, title: str, language: Language) -> str:
    """The rows in words."""
    said = [words.sentence(mark.row, language) for mark in marks.of(series)]
    rest = len(said) - _SAID
    more = [language.say_many("And {n} more claim.", "And {n} more claims.", rest)] if rest > 0 else []
    return " ".join([language.say("{title}, side by side.", title=title), *said[:_SAID], *more])


def _height(labels: Sequence[str]) -> float:
    """Room for every line of every row."""
    lines = max((label.count("<br>") + 1 for label in labels), default=1)
    return _AROUND + (_LINE * lines + _BETWEEN) * max(len(labels), 1)


def _labels(series: Series, shown: Sequence[Mark], language: Language, room: float) -> list[str]:
    """Who says it, and of when; where the claims are of several places, of where too."""
    is_one_place, is_rtl = series.drawn.place_id.nunique() == 1, language.direction == "rtl"
    labels = []
    for mark in shown:
        said = [words.claimant(mark.row, language), words.period(Period.of(mark.row), mark.measure, language)]
        said += [] if is_one_place else [language.label(mark.row, "place_name")]
        lines = [line for text in said for line in Hand(_SIZE, "").wrap(text, room)]
        labels.append("<br>".join(isolated(line, is_rtl=is_rtl) for line in lines))
    return labels


def _turned(pen: Pen, own: Sequence[Mark], rows: Mapping[str, float]) -> Iterator[Trace]:
    """A timeline's own marks of figures, laid on their rows: numbers run across."""
    for trace in traces.draw(pen, [_figure(mark) for mark in own], []):
        heights = [rows[name] for (name,) in trace["customdata"]]
        numbers = trace["y"]
        trace["y"] = [None if number is None else row for number, row in zip(numbers, heights, strict=True)]
        trace["x"] = numbers
        if trace["meta"]["role"] == "cap":
            trace["marker"]["symbol"] = "line-ns"
        angles = trace.get("marker", {}).get("angle")
        if isinstance(angles, list):
            trace["marker"]["angle"] = [angle + _HEAD_ON for angle in angles]
        yield trace


def _figure(mark: Mark) -> Mark:
    """The mark without its time, which its row says in words: no bar, no line, and a marker that is its own."""
    bounds = tuple(way for way in mark.points if way in {"up", "down"})
    return replace(mark, bar=None, joins=False, break_before="", points=bounds, measure="stock")


def _across(series: Series, shown: Sequence[Mark], language: Language, colours: Theme, *, most: int) -> Axis:
    """Numbers, from zero."""
    heights = [height for mark in shown for height in mark.heights]
    return {
        **frame.number_ticks(heights, series, language, most=most),
        "type": "linear",
        "tickangle": 0,
        "showgrid": True,
        "gridcolor": colours.grid,
        "zeroline": True,
        "zerolinecolor": colours.ink,
        "zerolinewidth": 1.0,
        "tickcolor": colours.muted,
        "tickfont": {"color": colours.muted, "size": 13.0},
        "fixedrange": True,
    }


def _down(series: Series, rows: Mapping[str, float], labels: list[str], language: Language, colours: Theme) -> Axis:
    """Claimants and periods, a row each."""
    return {
        **frame.value_axis([], series, language, colours, most=1),
        "range": [0.4, len(rows) + 0.6],
        "tickvals": list(rows.values()),
        "ticktext": labels,
        "ticklabelstandoff": 6,
        "zeroline": False,
    }
