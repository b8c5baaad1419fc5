"""The whole image of a series: the chart with all of its words, ready to publish."""

from __future__ import annotations

import pandas as pd

from ..languages import Language
from ..series import Series
from . import svg
from .describe import describe
from .timeline import timeline


def picture(
    series: Series,
    *,
    language: Language,
    theme: str = "light",
    events: pd.DataFrame | None = None,
    width: float = 1200,
    height: float = 675,
) -> str:
    """The framed SVG of a series. It says what it does not draw; `png.render` makes pixels of it."""
    said = describe(series, language)
    return svg.render(
        timeline(series, language=language, theme=theme, events=events),
        title=said.title,
        subtitle=said.subtitle,
        source=said.source,
        alt=said.alt,
        notes=said.notes,
        width=width,
        height=height,
    )
