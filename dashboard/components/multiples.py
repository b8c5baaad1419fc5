"""The panels of a chart that is split, each under its name, and the links that split it in another way."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.charts import Panels

from ..state import View
from .chart import chart

KEY = "by"  # what the address calls the way to split


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


def ways(sizes: Mapping[str, int], by: str, view: View, path: str) -> Component | None:
    """Links to the same claims split otherwise; `sizes` is how many panels each way has. One panel splits nothing."""
    say = view.language.say
    named = {
        "together": say("In one chart"),
        "reach": say("By how far they reach"),
        "place": say("By place"),
        "claimant": say("By claimant"),
    }
    offered = {way: text for way, text in named.items() if way == "together" or sizes.get(way, 0) > 1}
    if len(offered) == 1:
        return None
    links = [
        html.Li(
            html.A(
                text,
                href=view.having(**{KEY: way}).address(path),
                **({"aria-current": "true"} if way == by else {}),
            )
        )
        for way, text in offered.items()
    ]
    return html.Nav(
        [html.Span(say("Show"), className="label"), html.Ul(links)], className="ways", **{"aria-label": say("Show")}
    )
