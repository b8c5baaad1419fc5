"""The panels of a chart that is split, each under its name."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.charts import Panels

from ..state import View
from .chart import chart

KEY = "by"  # what the address calls the way that claims are shown in


def multiples(made: Panels, view: View, *, name: str) -> Component:
    """The graphs of the panels. Those that are read down one axis of time stand below each other."""
    figures = [
        html.Figure(
            [
                html.Figcaption(panel.name),
                chart(
                    panel.figure,
                    name=name,
                    part=number,
                    alt=f"{panel.name}. {charts.describe(panel.series, view.language).alt}",
                ),
            ]
        )
        for number, panel in enumerate(made.panels)
    ]
    return html.Div(figures, className="panels wide" if made.is_wide else "panels")
