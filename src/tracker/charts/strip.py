"""A claim's journey at a glance: a dot for each citation on its day, of another kind where it changed something."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .. import words
from ..claims import telling
from ..claims.journey import Journey, Step
from ..languages import Language
from . import frame, palette
from .bidi import apart, isolated
from .hover import wrapped
from .palette import Style, Theme
from .pen import CLEAR
from .plot import Axis, Claimant, Plot, Trace

LOOKS = ("start", "same", "changed")  # what a dot can be: where the claim set out, as it was there, otherwise
_LEAST = 2  # dated citations; one is no journey
_DOT, _ROW, _AROUND = 10.0, 12.0, 58.0  # pixels: of a dot, of dots upon each other, and around them all
_TALLEST = 150.0
_ACROSS = {False: 80, True: 28}  # dots that fit beside each other on a page, and on a phone
_NOON, _SHORTEST, _SHARE = dt.timedelta(hours=12), dt.timedelta(days=12), 0.03


def strip(travelled: Journey, *, language: Language, theme: str = "light", compact: bool = False) -> Plot | None:
    """The figure of a journey; None where fewer than two of its documents show a date."""
    steps = _dated(travelled)
    if len(steps) < _LEAST:
        return None
    colours = replace(palette.theme(theme), paper=CLEAR)
    first, last = _span(steps)
    levels = _levels(steps, (last - first) / _ACROSS[compact])
    tall = max(levels)
    height = _AROUND + min(_TALLEST, _ROW * (tall + 1))
    layout = frame.layout(colours, language, height)
    layout["xaxis"] = frame.time_axis(first, last, language, colours, most=4 if compact else 8)
    layout["yaxis"] = _up(tall, language, colours)
    layout["margin"] = {"l": 8.0, "r": 8.0, "t": 4.0, "b": 44.0}
    layout["shapes"], layout["annotations"] = [], []
    size = min(_DOT, _TALLEST / (tall + 1))
    placed = list(zip(steps, levels, strict=True))
    data = [_dots(look, [one for one in placed if _look(one[0]) == look], size, language, colours) for look in LOOKS]
    layout["meta"] = {
        "legend": [_entry(look, language, colours) for look, trace in zip(LOOKS, data, strict=True) if trace["x"]],
        "events": [],
        "kinds": [],
        "language": language.code,
        "is_compact": compact,
        "least": 0.0,
    }
    return {"data": [trace for trace in data if trace["x"]], "layout": layout}


def told(travelled: Journey, language: Language) -> str:
    """What the dots show, in words."""
    steps = _dated(travelled)
    if not steps:
        return language.say("No document shows a date.")
    days = [_day(step) for step in steps]
    undated = len(travelled.steps) - len(steps)
    changed = sum(_look(step) == "changed" for step in steps)
    say_many = language.say_many
    parts = [
        say_many(
            "{n} citation with a date, {first} to {last}.",
            "{n} citations with a date, {first} to {last}.",
            len(steps),
            first=language.date(min(days)),
            last=language.date(max(days)),
        ),
        say_many("{n} changed something.", "{n} changed something.", changed) if changed else "",
        say_many("{n} shows no date and has no dot.", "{n} show no date and have no dot.", undated) if undated else "",
    ]
    return " ".join(filter(None, parts))


def _dated(travelled: Journey) -> list[Step]:
    return sorted((step for step in travelled.steps if step.published_on is not None), key=_day)


def _day(step: Step) -> dt.date:
    assert step.published_on is not None
    return step.published_on


def _at(step: Step) -> dt.datetime:
    return dt.datetime.combine(_day(step), dt.time()) + _NOON


def _look(step: Step) -> str:
    if step.is_start:
        return "start"
    return "changed" if step.distortions else "same"


def _span(steps: Sequence[Step]) -> tuple[dt.datetime, dt.datetime]:
    first, last = _at(steps[0]), _at(steps[-1])
    missing = max(_SHORTEST - (last - first), dt.timedelta()) / 2
    padding = (last - first + 2 * missing) * _SHARE + missing
    return first - padding, last + padding


def _levels(steps: Sequence[Step], wide: dt.timedelta) -> list[int]:
    """How high each dot stands: upon those that it would cover. Each stays on its own day."""
    count: Counter[int] = Counter()
    levels = []
    for step in steps:
        column = (_at(step) - dt.datetime.min) // wide
        count[column] += 1
        levels.append(max(count[column], 1))
    return levels


def _dots(look: str, placed: Sequence[tuple[Step, int]], size: float, language: Language, colours: Theme) -> Trace:
    style = _style(look, colours)
    times: list[str | None] = [_at(step).isoformat(timespec="minutes") for step, _ in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _name(look, language),
        "legendgroup": look,
        "showlegend": False,
        "x": times,
        "y": [float(level) for _, level in placed],
        "customdata": [[step.citation_id] for step, _ in placed],
        "cliponaxis": False,
        "meta": {"role": "marker", "claimant_id": look},
        "hoverinfo": "text",
        "hovertext": [_hover(step, language) for step, _ in placed],
        "marker": {
            "symbol": style.symbol,
            "size": style.size(size),
            "color": style.color,
            "opacity": 1.0,
            "line": {"color": style.color, "width": 0.0},
        },
    }


def _hover(step: Step, language: Language) -> str:
    is_rtl = language.direction == "rtl"
    lines = [
        f"{language.date(_day(step))} · {apart(words.publisher(step.row, language), is_rtl=is_rtl)}",
        language.together([telling.name(kind, language) for kind in dict.fromkeys(step.kinds)]),
    ]
    return "<br>".join(isolated(line, is_rtl=is_rtl) for text in lines for line in wrapped(text))


def _style(look: str, colours: Theme) -> Style:
    """Grey as it was, red where something changed, and of another shape, since colour is never alone."""
    red = colours.series[0] if colours.name == "dark" else colours.series[1]
    return {
        "start": Style(colours.ink, "star"),
        "same": Style(colours.muted, "circle"),
        "changed": Style(red, "diamond"),
    }[look]


def _entry(look: str, language: Language, colours: Theme) -> Claimant:
    style = _style(look, colours)
    return {"claimant_id": look, "name": _name(look, language), "color": style.color, "symbol": style.symbol}


def _name(look: str, language: Language) -> str:
    say = language.say
    return {
        "start": say("where it set out"),
        "same": say("as it set out"),
        "changed": say("changed something"),
    }[look]


def _up(tall: int, language: Language, colours: Theme) -> Axis:
    """Dots upon each other are only counted by the eye: no numbers stand beside them."""
    return {
        "range": [0.0, tall + 1.0],
        "tickmode": "array",
        "tickvals": [],
        "ticktext": [],
        **frame.upright(language, colours),
        "showgrid": False,
    }
