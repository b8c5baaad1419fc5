"""What stands where nothing was found: why, and the way back."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component


def empty(text: str, *, href: str = "", link: str = "") -> Component:
    """A sentence and, where there is one, the link that helps."""
    return html.Div([html.P(text), html.A(link, href=href) if href else None], className="empty")
