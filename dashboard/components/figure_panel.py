"""A chart with all that belongs to it: how to read it, who is who, events, sources, and what it cannot draw."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.charts import Description, Group
from tracker.handovers import Handover
from tracker.series import Series

from ..state import View
from .chart import chart
from .empty import empty
from .legend import claimants, events
from .multiples import multiples


def panel(
    series: Series, view: View, *, name: str, happened: pd.DataFrame, groups: Sequence[Group] = (), by: str = "together"
) -> list[Component]:
    """The parts of the panel, in reading order. `happened` are the events to annotate, `groups` a graph each."""
    language = view.language
    said = charts.describe(series, language)
    made = charts.panels(
        series, groups, by, language=language, theme=view.theme, events=happened, compact=view.is_narrow
    )
    drawn = made.whole
    if not drawn["data"]:
        return [empty(language.say("No figure can be drawn for this choice.")), *_undrawn(said, view)]
    return [
        *([html.P(charts.told(made, language), className="reading parted")] if made.is_split else []),
        html.P(said.subtitle, className="reading"),
        claimants(drawn, language.say("Claimants")),
        multiples(made, view, name=name) if made.is_split else chart(drawn, name=name, alt=said.alt),
        *filter(None, [events(drawn, language.say("Events"))]),
        *[html.P(remark, className="source") for remark in (*said.remarks, *said.caveats)],
        *[_onward(handover, series, view) for handover in series.handovers],
        html.P(said.source, className="source"),
        *_undrawn(said, view),
    ]


def _onward(handover: Handover, series: Series, view: View) -> Component:
    """The way to the count that its claimant gave up for this one, or took up after it."""
    own = str(getattr(series.indicator, "indicator_id", ""))
    other = handover.other(own)
    address = View(view.chosen, view.lang).address(f"/indicator/{getattr(other, 'indicator_id', '')}")
    label = view.language.label(other, "label")
    is_later = other is handover.after
    told = view.language.say("Its figures go on there:") if is_later else view.language.say("Its figures before:")
    return html.P([told, " ", html.A(label, href=address)], className="source")


def _undrawn(said: Description, view: View) -> list[Component]:
    """Figures that have no place on the chart are not left out of the page."""
    if not said.undrawn:
        return []
    items = [
        html.Li([html.A(one.sentence, href=view.plain(f"/observation/{one.observation_id}")), f" ({one.reason})"])
        for one in said.undrawn
    ]
    return [html.Details([html.Summary(said.note), html.Ul(items)], className="undrawn")]
