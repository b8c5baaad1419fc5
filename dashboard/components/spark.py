"""The course of a card's figure: a drawing the size of a word, in the colour of its claimant, with its words beside."""

from __future__ import annotations

from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from tracker.charts import palette
from tracker.charts.sparkline import sparkline, stencil, told
from tracker.series import Series

from ..state import View

WIDTH, HEIGHT = 120, 34


def spark(course: Series, view: View) -> list[Component]:
    """The drawing and its words; nothing where there is only one figure. The drawing is for the eye alone."""
    figure = sparkline(course, language=view.language)
    if figure is None:
        return []
    claimant = str(course.drawn.claimant_id.fillna("").iloc[0])
    color = palette.style(claimant, course.claimants, palette.SCREEN).color
    mask = f"url(data:image/svg+xml,{quote(stencil(figure, width=WIDTH, height=HEIGHT))})"
    style = {"backgroundColor": color, "maskImage": mask, "WebkitMaskImage": mask}
    return [
        html.Span(className="spark", style=style, **{"aria-hidden": "true"}),
        html.Span(told(course, view.language), className="who"),
    ]
