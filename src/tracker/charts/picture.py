"""The whole image of a series: the chart with all of its words, ready to publish."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pandas as pd

from ..languages import Language
from ..series import Series
from . import svg
from .compare import alternative, compare, reading
from .describe import describe
from .groups import Group
from .panels import panels, told
from .plot import Plot
from .sizes import Draw


def picture(
    series: Series,
    *,
    language: Language,
    theme: str = "light",
    events: pd.DataFrame | None = None,
    width: float = 1200,
    height: float = 675,
    groups: Sequence[Group] = (),
    by: str = "together",
) -> str:
    """The framed SVG of a series. It says what it does not draw; `png.render` makes pixels of it.

    `groups` are its parts as `split` gives them, each in a panel of its own.
    """
    return drawer(series, language=language, theme=theme, events=events, groups=groups, by=by)(width, height)


def drawer(
    series: Series,
    *,
    language: Language,
    theme: str = "light",
    events: pd.DataFrame | None = None,
    groups: Sequence[Group] = (),
    by: str = "together",
    abreast: bool = False,
    seen: str = "",
    address: str = "",
) -> Draw:
    """What draws that picture in a width and at least a height: words and marks are made once, however often it does.

    `abreast` puts panels side by side, without events. `seen` says as of which day it is, and `address` where its page
    is.
    """
    said = describe(series, language)
    is_small = abreast and len(groups) > 1
    happened = None if is_small else events
    made = panels(series, groups, by, language=language, theme=theme, events=happened, compact=is_small)
    subtitle = " ".join(filter(None, [told(made, language) if made.is_split else "", said.subtitle]))

    def draw(width: float, height: float) -> str:
        return svg.render(
            made.whole,
            title=said.title,
            subtitle=subtitle,
            source=said.source,
            alt=said.alt,
            notes=said.notes,
            seen=seen,
            address=address,
            width=width,
            height=height,
            panels=[(panel.name, panel.figure) for panel in made.panels] if made.is_split else (),
        )

    return draw


def compared(series: Series, *, language: Language, theme: str = "light", seen: str = "", address: str = "") -> Draw:
    """What draws the framed SVG of its claims side by side, each in a row."""
    said, subtitle = describe(series, language), reading(series, language)
    alt = alternative(series, said.title, language)

    @cache
    def figure(*, is_compact: bool) -> Plot:
        return compare(series, language=language, theme=theme, compact=is_compact)

    def draw(width: float, height: float) -> str:
        return svg.render(
            figure(is_compact=width < svg.WIDE),
            title=said.title,
            subtitle=subtitle,
            source=said.source,
            alt=alt,
            notes=[*said.caveats, *([said.note] if said.note else [])],
            seen=seen,
            address=address,
            width=width,
            height=height,
        )

    return draw
