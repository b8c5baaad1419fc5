"""Events as numbered upright lines, with a key that says what the numbers mean."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from ..languages import Language
from ..period import day
from .palette import Theme
from .plot import Annotation, Event, Shape

CLOSE, CLOSE_ON_PHONES = 0.022, 0.065  # of the span of time: nearer than this, one number stands above the other
_LEVELS, _STEP = 6, 15.0  # and each level is so many pixels high
NOON = "T12:00"  # where a day stands on the axis, like the claims of one day


def within(events: pd.DataFrame | None, first: dt.datetime, last: dt.datetime, language: Language) -> list[Event]:
    """The events of the time that is drawn, in order, numbered from one: a day is drawn at its noon."""
    if events is None:
        return []
    dated = [(when, row) for row in events.itertuples() if (when := day(row.date)) is not None]
    drawn = (found for found in dated if first <= dt.datetime.fromisoformat(f"{found[0]}{NOON}") <= last)
    inside = sorted(drawn, key=lambda found: found[0])
    return [
        {
            "number": str(number),
            "date": when.isoformat(),
            "text": language.say("{event}, {day}", event=language.label(row, "label"), day=language.date(when)),
        }
        for number, (when, row) in enumerate(inside, start=1)
    ]


def lines(events: list[Event], colours: Theme) -> list[Shape]:
    """One dashed line an event, behind the claims."""
    return [
        {
            "type": "line",
            "x0": event["date"] + NOON,
            "x1": event["date"] + NOON,
            "xref": "x",
            "yref": "paper",
            "y0": 0.0,
            "y1": 1.0,
            "layer": "below",
            "line": {"color": colours.event, "width": 1.0, "dash": "3px,3px"},
        }
        for event in events
    ]


def numbers(events: list[Event], colours: Theme, *, close: dt.timedelta) -> list[Annotation]:
    """The number above each line; those that are close on levels of their own."""
    return [
        {
            "x": event["date"] + NOON,
            "y": 1.0,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": _STEP * level,
            "text": event["number"],
            "showarrow": False,
            "font": {"size": 12.0, "color": colours.muted},
        }
        for event, level in zip(events, levels(events, close), strict=True)
    ]


def height(above: list[Annotation]) -> float:
    """The room that the numbers take above the drawing, in pixels."""
    return max((note["yshift"] + _STEP + 5 for note in above), default=0.0)


def levels(events: list[Event], close: dt.timedelta) -> list[int]:
    """The level each number stands on, so that close ones do not cover each other."""
    found: list[int] = []
    ends: list[dt.datetime] = [dt.datetime.min] * _LEVELS
    for event in events:
        when = dt.datetime.fromisoformat(event["date"])
        level = next((level for level, end in enumerate(ends) if end <= when), 0)
        ends[level] = when + close
        found.append(level)
    return found
