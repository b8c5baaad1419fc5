"""The timeline: one indicator's claims over time, each measure drawn in its own way, as a plain plotly figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from ..languages import Language
from ..series import Series
from . import frame, holds, lanes, marks, numbered, palette, thinning, traces
from .holds import Hold
from .marks import Mark
from .pen import Pen
from .plot import Claimant, Plot, Trace

_PADDING, _COMPACT_PADDING = 0.025, 0.08  # of the span of time, on either side: room for an arrow
_SHORTEST = dt.timedelta(days=12)  # a single day's claim still stands in a fortnight that can be read
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
    pens = frame.pens(series, drawn, language, colours)
    data = sorted(_traces(pens, drawn, holds.of(known, until)), key=traces.layer)
    first, last = shown.times if shown else _span(data, _COMPACT_PADDING if compact else _PADDING, _ends(series))
    keyed = numbered.within(events, first, last, language)
    layout = frame.layout(colours, language, height or (260.0 if compact else 400.0))
    layout["xaxis"] = frame.time_axis(first, last, language, colours, most=4 if compact else 9)
    layout["yaxis"] = frame.value_axis(heights, series, language, colours, most=4 if compact else 6)
    close = (last - first) * (numbered.CLOSE_ON_PHONES if compact else numbered.CLOSE)
    layout["shapes"] = numbered.lines(keyed, colours)
    layout["annotations"] = numbered.numbers(keyed, colours, close=close)
    layout["margin"] = frame.margin(layout["yaxis"], layout["yaxis"]["tickfont"]["size"])
    layout["margin"]["t"] += numbered.height(layout["annotations"])
    layout["meta"] = frame.meta(series, drawn, language, colours, events=keyed, is_compact=compact)
    return {"data": data, "layout": layout}


def legend(figure: Plot) -> list[Claimant]:
    """The claimants that are drawn, each with its colour and symbol."""
    return figure["layout"]["meta"]["legend"]


def _settled(drawn: list[Mark], shown: Extent | None, heights: Sequence[float], compact: bool) -> list[Mark]:
    if not drawn:
        return drawn
    times = list(shown.times) if shown else [time for mark in drawn for time in mark.times]
    across, up = (30, 16) if compact else (90, 32)  # how many markers fit beside and above each other
    span = max(max(times) - min(times), _SHORTEST)
    return lanes.settle(drawn, lanes.Room(span / across, frame.top(heights) / up))


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


def _ends(series: Series) -> list[str]:
    """The days on which its claimants began or ended the count: a chart reaches them, though no figure may."""
    return [dt.datetime.combine(handover.day, dt.time()).isoformat() for handover in series.handovers]


def _span(data: Sequence[Trace], share: float, ends: Sequence[str]) -> tuple[dt.datetime, dt.datetime]:
    """The time to show: all that is drawn, where the count began or ended for another, and a little on either side."""
    drawn = [str(time) for trace in data for time in trace["x"] if time is not None]
    if not drawn:
        return dt.datetime.min, dt.datetime.min
    times = [*drawn, *ends]
    first, last = dt.datetime.fromisoformat(min(times)), dt.datetime.fromisoformat(max(times))
    missing = max(_SHORTEST - (last - first), dt.timedelta()) / 2
    padding = (last - first + 2 * missing) * share + missing
    return first - padding, last + padding
