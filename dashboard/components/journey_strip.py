"""A claim's journey at a glance: a dot for each dated citation, with who is who and the same in words."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.charts.strip import told
from tracker.claims.journey import Journey

from ..state import View
from .chart import chart
from .legend import claimants

NAME = "journey-strip"


def journey_strip(travelled: Journey, view: View) -> Component | None:
    """The strip; None where fewer than two documents show a date."""
    language = view.language
    figure = charts.strip(travelled, language=language, theme=view.theme, compact=view.is_narrow)
    if figure is None:
        return None
    words = told(travelled, language)
    return html.Div(
        [
            claimants(figure, language.say("What the dots are")),
            chart(figure, name=NAME, alt=words),
            html.P(words, className="source"),
        ],
        className="strip",
    )
