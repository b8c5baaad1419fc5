"""One chart: plotly's graph, named for screen readers, from the figure that images and exports are drawn from too."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from tracker.charts.plot import Plot

# No mode bar: it would offer to post the chart to another company.
CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def chart(figure: Plot, *, name: str, alt: str, part: int = 0) -> Component:
    """The graph of a figure. Its colours are those of the theme that the figure was made for.

    A chart in parts has one graph each under the same name.
    """
    graph = dcc.Graph(
        id={"type": name, "part": part},
        figure=figure,
        config=CONFIG,
        responsive=True,
        className="graph",
        style={"height": f"{figure['layout']['height']:.0f}px"},
    )
    return html.Div(graph, className="chart", role="img", dir="ltr", **{"aria-label": alt})
