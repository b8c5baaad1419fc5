"""The whole image of a series: the chart with all of its words, ready to publish."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..languages import Language
from ..series import Series
from . import svg
from .describe import describe
from .groups import Group
from .panels import panels, told


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
    said = describe(series, language)
    made = panels(series, groups, by, language=language, theme=theme, events=events)
    return svg.render(
        made.whole,
        title=said.title,
        subtitle=" ".join(filter(None, [told(made, language) if made.is_split else "", said.subtitle])),
        source=said.source,
        alt=said.alt,
        notes=said.notes,
        width=width,
        height=height,
        panels=[(panel.name, panel.figure) for panel in made.panels] if made.is_split else (),
    )
