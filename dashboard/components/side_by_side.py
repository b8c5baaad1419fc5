"""Claims side by side: a row each, with how to read them and the same in words."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.series import Series

from ..state import View
from .chart import chart
from .legend import claimants

COMPARABLE = range(2, 41)  # rows that can be read beside each other


def side_by_side(series: Series, view: View, *, name: str) -> list[Component]:
    """The rows of the claims that have a number and a date. What cannot be drawn stands in the table."""
    language = view.language
    said = charts.describe(series, language)
    figure = charts.compare(series, language=language, theme=view.theme, compact=view.is_narrow)
    return [
        html.P(charts.reading(series, language), className="reading"),
        claimants(figure, language.say("Claimants")),
        chart(figure, name=name, alt=charts.alternative(series, said.title, language)),
        html.P(said.source, className="source"),
        *[html.P(caveat, className="source") for caveat in said.caveats],
        *([html.P(said.note, className="source")] if said.note else []),
    ]
