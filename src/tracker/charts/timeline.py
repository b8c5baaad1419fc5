"""The timeline: one indicator's claims over time, each measure drawn in its own way, as a plain plotly figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from .. import words
from ..languages import Language
from ..series import Series
from . import axes, holds, hover, lanes, marks, numbered, palette, thinning, traces
from .holds import Hold
from .lettering import Hand
from .marks import Mark
from .palette import Theme
from .pen import Pen
from .plot import Axis, Claimant, Font, Layout, Plot, Trace

_PADDING, _COMPACT_PADDING = 0.025, 0.08  # of the span of time, on either side: room for an arrow
_SHORTEST = dt.timedelta(days=12)  # a single day's claim still stands in a fortnight that can be read
_HEADROOM = 1.14  # above the highest number, for arrows and the sign ≈
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Extent:
    """What charts that stand side by side have in common: the time they show, what is known, and maybe the scale."""

    times: tuple[dt.datetime, dt.datetime]
    until: dt.datetime
    numbers: tuple[float, ...] | None  # the numbers to leave room for; None where each has its own scale


def extent(series: Series, figure: Plot) -> Extent:
    """The extent of the figure of a series, for those of its parts."""
    known = marks.of(series)
    first, last = (dt.datetime.fromisoformat(str(time)) for time in figure["layout"]["xaxis"]["range"])
    return Extent((first, last), _until(series, known), tuple(number for mark in known for number in mark.heights))


def timeline(
    series: Series,
    *,
    language: Language,
    theme: str = "light",
    events: pd.DataFrame | None = None,
    height: float | None = None,
    compact: bool = False,
    shown: Extent | None = None,
) -> Plot:
    """The series as a figure; `events` is a frame like the table of that name. `compact` is for a phone or a card.

    `shown` is what it has in common with the figures beside it; without it, it shows its own claims and no more.
    """
    colours = palette.theme(theme)
    known = marks.of(series)
    until = shown.until if shown else _until(series, known)
    heights = [height for mark in known for height in mark.heights]
    if shown and shown.numbers is not None:
        heights = list(shown.numbers)
    drawn = _settled(thinning.thin(known), shown, heights, compact)
    pens = _pens(series, drawn, language, colours)
    data = sorted(_traces(pens, drawn, holds.of(known, until)), key=traces.layer)
    first, last = shown.times if shown else _span(data, _COMPACT_PADDING if compact else _PADDING)
    keyed = numbered.within(events, first, last, language)
    layout = _layout(colours, language, height or (260.0 if compact else 400.0))
    layout["xaxis"] = _time_axis(first, last, language, colours, most=4 if compact else 9)
    layout["yaxis"] = _value_axis(heights, series, language, colours, most=4 if compact else 6)
    close = (last - first) * (numbered.CLOSE_ON_PHONES if compact else numbered.CLOSE)
    layout["shapes"] = numbered.lines(keyed, colours)
    layout["annotations"] = numbered.numbers(keyed, colours, close=close)
    layout["margin"] = _margin(layout["yaxis"], layout["yaxis"]["tickfont"]["size"])
    layout["margin"]["t"] += numbered.height(layout["annotations"])
    layout["meta"] = {
        "legend": _legend(series, drawn, language, colours),
        "events": keyed,
        "kinds": kinds(drawn),
        "language": language.code,
        "is_compact": compact,
    }
    return {"data": data, "layout": layout}


def kinds(drawn: Iterable[Mark]) -> list[str]:
    """The measures and shapes that are present, for the words that explain them."""
    return sorted({kind for mark in drawn for kind in (mark.measure, *mark.kinds)})


def legend(figure: Plot) -> list[Claimant]:
    """The claimants that are drawn, each with its colour and symbol."""
    return figure["layout"]["meta"]["legend"]


def _settled(drawn: list[Mark], shown: Extent | None, heights: Sequence[float], compact: bool) -> list[Mark]:
    if not drawn:
        return drawn
    times = list(shown.times) if shown else [time for mark in drawn for time in mark.times]
    across, up = (30, 16) if compact else (90, 32)  # how many markers fit beside and above each other
    span = max(max(times) - min(times), _SHORTEST)
    return lanes.settle(drawn, lanes.Room(span / across, _top(heights) / up))


def _pens(
    series: Series, drawn: Sequence[Mark], language: Language, colours: Theme
) -> Iterable[tuple[Pen, list[Mark]]]:
    for claimant, group in groupby(drawn, lambda mark: mark.claimant_id):
        own = list(group)
        yield (
            Pen(
                claimant,
                words.claimant(own[0].row, language),
                palette.style(claimant, series.claimants, colours),
                colours,
                {mark.observation_id: hover.text(mark, language) for mark in own},
            ),
            own,
        )


def _traces(pens: Iterable[tuple[Pen, list[Mark]]], drawn: Sequence[Mark], held: Sequence[Hold]) -> Iterator[Trace]:
    """A level that is left out is not held, and the one before it still ends where it did."""
    shown = {mark.observation_id for mark in drawn}
    own_holds: dict[str, list[Hold]] = {}
    for hold in held:
        if hold.mark.observation_id in shown:
            own_holds.setdefault(hold.mark.claimant_id, []).append(hold)
    for pen, own in pens:
        yield from traces.draw(pen, own, own_holds.get(pen.claimant_id, []))


def _until(series: Series, drawn: Sequence[Mark]) -> dt.datetime:
    """The last moment we may speak of: the as-of day, else the last day of any claim or on which one became known."""
    if series.until is not None:
        return series.until.to_pydatetime() + _DAY
    known = series.claims.known_on.max()
    ends = [time for mark in drawn if not mark.is_projected for time in mark.times]
    return max([*ends, *([] if pd.isna(known) else [known.to_pydatetime() + _DAY])], default=dt.datetime.min)


def _span(data: Sequence[Trace], share: float) -> tuple[dt.datetime, dt.datetime]:
    """The time to show: all that is drawn, and a little on either side."""
    times = [str(time) for trace in data for time in trace["x"] if time is not None]
    if not times:
        return dt.datetime.min, dt.datetime.min
    first, last = dt.datetime.fromisoformat(min(times)), dt.datetime.fromisoformat(max(times))
    missing = max(_SHORTEST - (last - first), dt.timedelta()) / 2
    padding = (last - first + 2 * missing) * share + missing
    return first - padding, last + padding


def _top(heights: Sequence[float]) -> float:
    return max(heights, default=0.0) or 1.0


def _time_axis(first: dt.datetime, last: dt.datetime, language: Language, colours: Theme, *, most: int) -> Axis:
    ticks = axes.time_ticks(first, last, language, most=most) if first < last else []
    return {
        "type": "date",
        "range": [first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")],
        "tickmode": "array",
        "tickvals": [day.isoformat() for day, _ in ticks],
        "ticktext": [label for _, label in ticks],
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 5.0,
        "tickcolor": colours.muted,
        "tickfont": {"color": colours.muted, "size": 13.0},
        "fixedrange": True,
    }


def _value_axis(heights: Sequence[float], series: Series, language: Language, colours: Theme, *, most: int) -> Axis:
    top = _top(heights) * _HEADROOM
    unit = str(getattr(series.indicator, "unit", ""))
    is_whole = all(float(height).is_integer() for height in heights)
    ticks = axes.value_ticks(top, language, unit=unit, most=most, whole=is_whole)
    return {
        "range": [min([0.0, *heights]), top],
        "tickmode": "array",
        "tickvals": [value for value, _ in ticks],
        "ticktext": [label for _, label in ticks],
        "side": "right" if language.direction == "rtl" else "left",
        "showgrid": True,
        "gridcolor": colours.grid,
        "zeroline": True,
        "zerolinecolor": colours.ink,
        "zerolinewidth": 1.0,
        "tickfont": {"color": colours.muted, "size": 13.0},
        "fixedrange": True,
    }


def _layout(colours: Theme, language: Language, height: float) -> Layout:
    is_rtl = language.direction == "rtl"
    font: Font = {"family": palette.SANS, "size": 13.0, "color": colours.ink}
    return {
        "height": height,
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": font,
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.ink,
            "font": font,
            "align": "right" if is_rtl else "left",
        },
        "clickmode": "event",
        "dragmode": False,
    }


def _margin(axis: Axis, size: float) -> dict[str, float]:
    """Room for the values on their side; plotly would make room itself, by drawing the chart twice."""
    wide = max((Hand(size, "").width(label) for label in axis["ticktext"]), default=0.0) + 16
    left, right = (12.0, wide) if axis["side"] == "right" else (wide, 12.0)
    return {"l": left, "r": right, "t": 14.0, "b": 44.0}


def _legend(series: Series, drawn: Sequence[Mark], language: Language, colours: Theme) -> list[Claimant]:
    rows = {mark.claimant_id: mark.row for mark in drawn}
    styles = {claimant: palette.style(claimant, series.claimants, colours) for claimant in rows}
    return [
        {
            "claimant_id": claimant,
            "name": words.claimant(row, language),
            "color": styles[claimant].color,
            "symbol": styles[claimant].symbol,
        }
        for claimant, row in rows.items()
    ]
