"""What a reader can take away: the chart as an image, the rows as a table, the address of the view."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from .. import ids
from ..state import View


def actions(view: View, indicator_id: str) -> list[Component]:
    """Links for exactly the claims that the view shows."""
    say = view.language.say
    image, chosen = f"/charts/{indicator_id}", View(view.chosen, view.lang)  # what else a page keeps is its own affair
    rows = View(view.chosen).choosing(indicator=(indicator_id,))
    return [
        html.A(say("Download PNG"), href=chosen.address(f"{image}.png"), className="button primary", download=True),
        html.A(say("Download SVG"), href=chosen.address(f"{image}.svg"), className="button", download=True),
        html.A(say("Download CSV"), href=rows.address("/api/v1/observations.csv"), className="button", download=True),
        html.Button(say("Copy link"), id=ids.Indicator.COPY, className="button only-live", type="button"),
        html.Span(id=ids.Indicator.COPIED, role="status", className="said"),
    ]
