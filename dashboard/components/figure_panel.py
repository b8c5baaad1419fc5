"""A chart with all that belongs to it: how to read it, who is who, events, sources, and what it cannot draw."""

from __future__ import annotations

import pandas as pd
from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.charts import Description
from tracker.series import Series

from ..state import View
from .chart import chart
from .empty import empty
from .legend import claimants, events


def panel(series: Series, view: View, *, name: str, happened: pd.DataFrame, compact: bool = False) -> list[Component]:
    """The parts of the panel, in reading order. `happened` are the events to annotate."""
    language = view.language
    said = charts.describe(series, language)
    drawn = charts.timeline(series, language=language, theme=view.theme, events=happened, compact=compact)
    if not drawn["data"]:
        return [empty(language.say("No figure can be drawn for this choice.")), *_undrawn(said, view)]
    return [
        html.P(said.subtitle, className="reading"),
        claimants(drawn, language.say("Claimants")),
        chart(drawn, name=name, alt=said.alt),
        *filter(None, [events(drawn, language.say("Events"))]),
        html.P(said.source, className="source"),
        *_undrawn(said, view),
    ]


def _undrawn(said: Description, view: View) -> list[Component]:
    """Figures that have no place on the chart are not left out of the page."""
    if not said.undrawn:
        return []
    items = [
        html.Li([html.A(one.sentence, href=view.plain(f"/observation/{one.observation_id}")), f" ({one.reason})"])
        for one in said.undrawn
    ]
    return [html.Details([html.Summary(said.note), html.Ul(items)], className="undrawn")]
