"""Who is who on a chart, and what its numbered lines are: words beside the chart, for it has none of its own."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.charts.plot import Plot

_SIGNS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "cross": "✚",
    "star": "★",
    "x": "✖",
}


def claimants(figure: Plot, label: str) -> Component:
    """The claimants drawn, each with colour and symbol: colour is never the only sign."""
    items = [html.Li([_sign(one["symbol"], one["color"]), one["name"]]) for one in figure["layout"]["meta"]["legend"]]
    return html.Ul(items, className="legend", **{"aria-label": label})


def events(figure: Plot, label: str) -> Component | None:
    """The key of the numbered lines; None where there are none."""
    keyed = figure["layout"]["meta"]["events"]
    if not keyed:
        return None
    items = [html.Li([html.Span(one["number"], className="number"), one["text"]]) for one in keyed]
    return html.Ul(items, className="events", **{"aria-label": label})


def _sign(symbol: str, color: str) -> Component:
    return html.Span(_SIGNS.get(symbol, "●"), className="sign", style={"color": color}, **{"aria-hidden": "true"})
