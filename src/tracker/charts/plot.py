"""The parts of a plotly figure that we write and draw, named and typed. At run time they are plain dicts."""

from __future__ import annotations

from typing import Literal, TypedDict

Text = str | None
Number = float | None


class Line(TypedDict, total=False):
    """How a line, or the edge of a marker, is drawn."""

    color: str | list[str]
    width: float | list[float]
    dash: str
    shape: str


class Marker(TypedDict, total=False):
    """How markers are drawn. Angles turn clockwise from up; `standoff` moves a marker back from there, in pixels."""

    symbol: str | list[str]
    size: float | list[float]
    color: str | list[str]
    opacity: float | list[float]
    angle: float | list[float]
    standoff: float | list[float]
    line: Line


class Font(TypedDict, total=False):
    """A typeface, its size in pixels and its colour."""

    family: str
    size: float
    color: str


class TraceMeta(TypedDict):
    """What a trace is for: `bar`, `line`, `hold`, `whisker`, `cap`, `marker`, `arrow`,
    `about` or `break`."""

    role: str
    claimant_id: str


class Trace(TypedDict, total=False):
    """One set of marks of one claimant, all drawn alike. `customdata[i][0]` is the observation's id."""

    type: Literal["scatter"]
    mode: str
    name: str
    legendgroup: str
    showlegend: bool
    x: list[Text] | list[Number]
    y: list[Number]
    customdata: list[list[str]]
    text: list[str]
    textposition: str
    textfont: Font
    hovertext: list[str]
    hoverinfo: str
    cliponaxis: bool
    connectgaps: bool
    opacity: float
    line: Line
    marker: Marker
    meta: TraceMeta


class Axis(TypedDict, total=False):
    """One axis, with its ticks and their words written out."""

    type: str
    range: list[str] | list[float]
    tickmode: str
    tickvals: list[str] | list[float]
    ticktext: list[str]
    tickangle: int
    ticklabelstandoff: int
    side: str
    showgrid: bool
    gridcolor: str
    showline: bool
    linecolor: str
    zeroline: bool
    zerolinecolor: str
    zerolinewidth: float
    ticks: str
    ticklen: float
    tickcolor: str
    tickfont: Font
    fixedrange: bool


class Shape(TypedDict, total=False):
    """The upright line of an event."""

    type: str
    x0: str
    x1: str
    y0: float
    y1: float
    xref: str
    yref: str
    layer: str
    line: Line


class Annotation(TypedDict, total=False):
    """The number above an event's line."""

    x: str
    y: float
    yref: str
    yanchor: str
    yshift: float
    text: str
    hovertext: str
    showarrow: bool
    font: Font


class Claimant(TypedDict):
    """One entry of the legend."""

    claimant_id: str
    name: str
    color: str
    symbol: str


class Event(TypedDict):
    """One entry of the key to the numbered lines."""

    number: str
    date: str
    text: str


class Meta(TypedDict):
    """What stands around the drawing: the legend, the key to the events, and the kinds of mark that are present.

    `is_compact` where it was laid out for a narrow place: stretched over a page it would look empty. `least` is the
    height in pixels below which its rows would not be readable.
    """

    legend: list[Claimant]
    events: list[Event]
    kinds: list[str]
    language: str
    is_compact: bool
    least: float


class Layout(TypedDict, total=False):
    """The sheet that the traces are drawn on."""

    height: float
    margin: dict[str, float]
    paper_bgcolor: str
    plot_bgcolor: str
    font: Font
    showlegend: bool
    hovermode: str
    hoverdistance: int
    hoverlabel: dict[str, str | Font]
    clickmode: str
    dragmode: bool
    xaxis: Axis
    yaxis: Axis
    shapes: list[Shape]
    annotations: list[Annotation]
    meta: Meta


class Plot(TypedDict):
    """A whole figure, as plotly takes it."""

    data: list[Trace]
    layout: Layout
