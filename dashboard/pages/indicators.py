"""All indicators, with how many claims each has: the way to what the overview does not show."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Live
from tracker.facets import Choice, choices

from ..state import View

PATH = "/indicator"


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Indicators")


def layout(catalogue: Catalogue, view: View) -> Component:
    """A list of links, most claims first."""
    found = choices(catalogue, view.chosen, "indicator", view.language)
    return html.Div(
        [
            html.Div(
                [
                    html.P(view.language.say_many("{n} indicator", "{n} indicators", len(found)), className="kicker"),
                    html.H1(title(catalogue, view)),
                ],
                className="hero",
            ),
            html.Ul([_item(choice, view) for choice in found], className="index"),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _item(choice: Choice, view: View) -> Component:
    count = view.language.say_many("{n} claim", "{n} claims", choice.n)
    return html.Li([html.A(choice.name, href=view.plain(f"/indicator/{choice.key}")), html.Span(count)])
