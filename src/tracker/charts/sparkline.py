"""The course of one claimant's figures as a drawing the size of a word: the timeline's own marks, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from ..languages import Language
from ..series import Series, arrange
from . import drawing, marks
from .areas import Area
from .describe import spanned
from .pen import CLEAR
from .plot import Plot, Trace
from .timeline import timeline

SAME = ("claimant_id", "place_id", "measure", "population")  # what a card's figure shares with those it stands among
_LEAST = 3  # figures; fewer have no course
_ROOM, _DOT = 4.0, 5.0  # pixels around the drawing, and of a marker
_SHAPES = {"bar", "hold", "line", "whisker", "marker"}  # arrows and signs would be specks


def course(series: Series, row: object) -> Series:
    """The claims that one claim stands among: of its claimant, place, people and measure."""
    claims = series.claims
    for column in SAME:
        claims = claims[claims[column].fillna("").eq(_cell(row, column))]
    return replace(series, claims=arrange(claims, series.claimants))


def sparkline(series: Series, *, language: Language) -> Plot | None:
    """The figure of a course; None where there is none to show. It has neither axes nor words."""
    if len(marks.of(series)) < _LEAST:
        return None
    figure = timeline(series, language=language, compact=True)
    figure["data"] = [_small(trace) for trace in figure["data"] if trace["meta"]["role"] in _SHAPES]
    times = [str(time) for trace in figure["data"] for time in trace["x"] if time is not None]
    figure["layout"]["xaxis"]["range"] = [min(times), max(times)]
    for axis in (figure["layout"]["xaxis"], figure["layout"]["yaxis"]):
        axis["tickvals"], axis["ticktext"], axis["showgrid"], axis["zeroline"] = [], [], False, False
    return figure


def told(series: Series, language: Language) -> str:
    """What the drawing shows, in words to stand beside it."""
    drawn = marks.of(series)
    return language.say_many(
        "{n} figure of this source, {period}",
        "{n} figures of this source, {period}",
        len(drawn),
        period=spanned(drawn, language),
    )


def stencil(figure: Plot, *, width: float, height: float) -> str:
    """Its shapes alone as SVG, to be filled with a page's own colour; what is hollow stays so."""
    area = Area(_ROOM, _ROOM, width - _ROOM, height - _ROOM)
    times = [drawing.moment(time) for time in figure["layout"]["xaxis"]["range"]]
    values = [float(value) for value in figure["layout"]["yaxis"]["range"]]
    box = drawing.Box(area.left, area.top, area.right, area.bottom, *times, *values)
    shapes = "".join(part for trace in figure["data"] for part in drawing.shapes(trace, box))
    for nothing in (figure["layout"]["paper_bgcolor"], CLEAR):
        shapes = shapes.replace(f'"{nothing}"', '"none"')
    size = f'width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {size}>{shapes}</svg>'


def _small(trace: Trace) -> Trace:
    if trace["mode"] != "markers":
        trace["line"]["width"] = 2.0
        return trace
    trace["marker"]["size"] = _DOT
    return trace


def _cell(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""
