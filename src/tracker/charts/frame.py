"""What the marks of a figure stand in: its sheet, its axes, its margins, its legend, and a pen for each claimant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from .. import words
from ..languages import Language
from ..series import Series
from . import axes, hover, palette
from .lettering import Hand
from .marks import Mark
from .palette import Theme
from .pen import Pen
from .plot import Axis, Claimant, Event, Font, Layout, Meta

_HEADROOM = 1.14  # above the highest number, for arrows and the sign ≈


def pens(series: Series, drawn: Sequence[Mark], language: Language, colours: Theme) -> Iterable[tuple[Pen, list[Mark]]]:
    """A pen for each claimant that is drawn, with its marks."""
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


def kinds(drawn: Iterable[Mark]) -> list[str]:
    """The measures and shapes that are present, for the words that explain them."""
    return sorted({kind for mark in drawn for kind in (mark.measure, *mark.kinds)})


def top(heights: Sequence[float]) -> float:
    """The highest number, for the axis to reach; one where there is nothing, so that there is an axis."""
    return max(heights, default=0.0) or 1.0


def time_axis(first: dt.datetime, last: dt.datetime, language: Language, colours: Theme, *, most: int) -> Axis:
    """The axis of days, from left to right in every language."""
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


def value_axis(heights: Sequence[float], series: Series, language: Language, colours: Theme, *, most: int) -> Axis:
    """The axis of numbers, upright, with its labels where reading starts."""
    return {
        **number_ticks(heights, series, language, most=most),
        **upright(language, colours),
        "showgrid": True,
    }


def upright(language: Language, colours: Theme) -> Axis:
    """What every upright axis has: its labels where reading starts, and a base line at zero."""
    return {
        "side": "right" if language.direction == "rtl" else "left",
        "gridcolor": colours.grid,
        "zeroline": True,
        "zerolinecolor": colours.ink,
        "zerolinewidth": 1.0,
        "tickfont": {"color": colours.muted, "size": 13.0},
        "fixedrange": True,
    }


def number_ticks(heights: Sequence[float], series: Series, language: Language, *, most: int) -> Axis:
    """From zero to above the highest number, with round numbers and their unit."""
    highest = top(heights) * _HEADROOM
    unit = str(getattr(series.indicator, "unit", ""))
    is_whole = all(float(height).is_integer() for height in heights)
    ticks = axes.value_ticks(highest, language, unit=unit, most=most, whole=is_whole)
    return {
        "range": [min([0.0, *heights]), highest],
        "tickmode": "array",
        "tickvals": [value for value, _ in ticks],
        "ticktext": [label for _, label in ticks],
    }


def layout(colours: Theme, language: Language, height: float) -> Layout:
    """The sheet itself, without axes."""
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


def margin(axis: Axis, size: float) -> dict[str, float]:
    """Room for the values on their side; plotly would make room itself, by drawing the chart twice."""
    hand = Hand(size, "")
    wide = max((hand.width(line) for label in axis["ticktext"] for line in label.split("<br>")), default=0.0) + 16
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


def meta(
    series: Series,
    drawn: Sequence[Mark],
    language: Language,
    colours: Theme,
    *,
    events: Sequence[Event] = (),
    is_compact: bool = False,
    least: float = 0.0,
) -> Meta:
    """What stands around the drawing."""
    return {
        "legend": _legend(series, drawn, language, colours),
        "events": list(events),
        "kinds": kinds(drawn),
        "language": language.code,
        "is_compact": is_compact,
        "least": least,
    }
