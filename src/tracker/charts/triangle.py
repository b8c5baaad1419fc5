"""The triangle of revisions: figures of one period by the day on which their source said them, a panel for a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from .. import words
from ..languages import Language
from ..series import Series
from ..triangle import Line, Vintage
from ..triangle import triangle as restated
from . import frame, marks, palette, traces
from .bidi import isolated
from .marks import Mark
from .pen import Pen
from .plot import Plot, Trace

RESTATED = "revision"  # what an address calls this way of showing claims
MOST = 9  # periods with a panel: those that were restated most often
_NOON, _SHORTEST, _PADDING = dt.timedelta(hours=12), dt.timedelta(days=12), 0.06
_TALL, _SMALL = 400.0, 220.0
_DASHES = "3px,3px"


@dataclass(frozen=True)
class Panel:
    """One period: its name, what was said of it, its figure, and the same in words."""

    name: str
    line: Line
    figure: Plot
    alt: str


@dataclass(frozen=True)
class Restatements:
    """The panels in order of time. `whole` has everybody's legend, `lines` every restated period, drawn or not."""

    panels: tuple[Panel, ...]
    whole: Plot
    lines: tuple[Line, ...]


def triangle(series: Series, *, language: Language, theme: str = "light", compact: bool = False) -> Restatements | None:
    """The figures of a series that were restated; None where none was. Each panel has a scale of its own, from zero."""
    lines = restated(series.claims).lines
    drawn = [line for line in lines if _numbered(line)]
    if not drawn:
        return None
    own = _chosen(drawn)
    is_small = compact or len(own) > 1
    days = [vintage.said for line in own for vintage in _numbered(line)]
    look = _Look(series, language, theme, (min(days), max(days)), is_small)
    panels = tuple(
        Panel(name, line, look.figure([line], _SMALL if len(own) > 1 else _TALL), told(line, name, language))
        for line, name in zip(own, _names(own, language), strict=True)
    )
    return Restatements(panels, look.figure(own, _TALL), lines)


def told(line: Line, name: str, language: Language) -> str:
    """What was said of one period, in the order of the days."""
    steps = [
        language.say("{figure} on {day}", figure=figure(vintage, language), day=language.date(vintage.said))
        for vintage in line.vintages
    ]
    return language.say("{period}: {figures}.", period=name, figures="; ".join(steps))


def figure(vintage: Vintage, language: Language) -> str:
    """One figure with its hedge; that it was withdrawn where it was."""
    if vintage.change == "withdrawn":
        return language.say("withdrawn")
    return words.figure(vintage.figure, language, unit=str(getattr(vintage.row, "indicator_unit", "")))


def name(line: Line, language: Language) -> str:
    """The period in words."""
    return words.period(line.period, line.measure, language)


@dataclass(frozen=True)
class _Look:
    """What all panels are drawn with."""

    series: Series
    language: Language
    theme: str
    days: tuple[dt.date, dt.date]
    is_small: bool

    def figure(self, lines: Sequence[Line], height: float) -> Plot:
        """The vintages of some periods on one scale."""
        colours, language = palette.theme(self.theme), self.language
        said = {vintage.observation_id: vintage for line in lines for vintage in _numbered(line)}
        placed = _placed(self.series, said)
        drawn = list(placed.values())
        heights = [height for mark in drawn for height in mark.heights]
        data = [
            trace
            for pen, own in frame.pens(self.series, drawn, language, colours)
            for trace in self._traces(pen, own, lines, placed, said)
        ]
        layout = frame.layout(colours, language, height)
        layout["xaxis"] = frame.time_axis(*self._span(), language, colours, most=3 if self.is_small else 8)
        layout["yaxis"] = frame.value_axis(heights, self.series, language, colours, most=4 if self.is_small else 6)
        layout["margin"] = frame.margin(layout["yaxis"], layout["yaxis"]["tickfont"]["size"])
        layout["shapes"], layout["annotations"] = [], []
        layout["meta"] = frame.meta(self.series, drawn, language, colours, is_compact=self.is_small)
        return {"data": sorted(data, key=traces.layer), "layout": layout}

    def _traces(
        self,
        pen: Pen,
        own: Sequence[Mark],
        lines: Sequence[Line],
        placed: Mapping[str, Mark],
        said: Mapping[str, Vintage],
    ) -> Iterator[Trace]:
        is_rtl = self.language.direction == "rtl"
        hover = {
            name: "<br>".join([isolated(_when(said[name], self.language), is_rtl=is_rtl), text])
            for name, text in pen.hover.items()
        }
        pen = replace(pen, hover=hover)
        ids = {mark.observation_id for mark in own}
        pieces = [
            [(placed[name], point) for name, point in piece]
            for line in lines
            for piece in _held(line, placed)
            if piece[0][0] in ids
        ]
        if pieces:
            trace = pen.path("hold", pieces, is_quiet=True)
            trace["line"] = {"color": pen.style.color, "width": 1.4, "dash": _DASHES}
            yield trace
        yield from traces.draw(pen, own, [])

    def _span(self) -> tuple[dt.datetime, dt.datetime]:
        first, last = (dt.datetime.combine(day, dt.time()) + _NOON for day in self.days)
        missing = max(_SHORTEST - (last - first), dt.timedelta()) / 2
        padding = (last - first + 2 * missing) * _PADDING + missing
        return first - padding, last + padding


def _numbered(line: Line) -> list[Vintage]:
    return [vintage for vintage in line.vintages if vintage.figure.has_number and vintage.change != "withdrawn"]


def _chosen(lines: Iterable[Line]) -> list[Line]:
    """Those restated on most days, in the order they had."""
    ordered = list(lines)
    most = sorted(range(len(ordered)), key=lambda number: (-len(ordered[number].days), number))[:MOST]
    return [ordered[number] for number in sorted(most)]


def _placed(series: Series, said: Mapping[str, Vintage]) -> dict[str, Mark]:
    """The marks of the figures, each on the day it was said and with its hedge, and nothing of its own period."""
    claims = series.claims[series.claims.observation_id.isin(list(said))]
    return {
        mark.observation_id: replace(
            mark,
            at=dt.datetime.combine(said[mark.observation_id].said, dt.time()) + _NOON,
            bar=None,
            measure="stock",
            points=tuple(way for way in mark.points if way in {"up", "down"}),
            is_superseded=False,
            joins=False,
            break_before="",
            is_fall=False,
        )
        for mark in marks.of(replace(series, claims=claims))
    }


def _held(line: Line, placed: Mapping[str, Mark]) -> Iterator[list[tuple[str, tuple[dt.datetime, float]]]]:
    """Each number up to the day on which another was said, and up or down to that one. A day of several holds none."""
    by_day = [list(group) for _, group in groupby(line.vintages, lambda vintage: vintage.said)]
    for before, after in pairwise(by_day):
        name = before[0].observation_id
        start = placed.get(name)
        if len(before) > 1 or start is None or start.y is None:
            continue
        then = dt.datetime.combine(after[0].said, dt.time()) + _NOON
        piece = [(name, (start.at, start.y)), (name, (then, start.y))]
        end = placed.get(after[0].observation_id)
        if len(after) == 1 and end is not None and end.y is not None:
            piece.append((end.observation_id, (then, end.y)))
        yield piece


def _names(lines: Sequence[Line], language: Language) -> list[str]:
    """The period of each, and of whose and where it is as far as they differ in that."""
    rows = [line.vintages[0].row for line in lines]
    whose = [words.claimant(row, language) for row in rows]
    places = [language.label(row, "place_name") for row in rows]
    told_apart = [names for names in (whose, places) if len(set(names)) > 1]
    return [
        " · ".join([name(line, language), *(names[number] for names in told_apart)])
        for number, line in enumerate(lines)
    ]


def _when(vintage: Vintage, language: Language) -> str:
    day = language.date(vintage.said)
    if getattr(vintage.row, "known_on_basis", "") == "published":
        return language.say("First published on {day}.", day=day)
    return language.say("Said on {day}.", day=day)
