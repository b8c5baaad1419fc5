"""The day as of which a page speaks: a plain form, as moving the day needs no script."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from ..state import View


def day_form(view: View, path: str) -> Component:
    """The day to choose for the page at a path, and the way back to the whole record."""
    say, as_of = view.language.say, view.chosen.as_of
    kept = [("lang", view.lang if view.lang != "en" else ""), ("rule", view.get("rule"))]
    hidden = [dcc.Input(type="hidden", name=name, value=value) for name, value in kept if value]
    day = dcc.Input(id="overview-as_of", name="as_of", type="date", value=as_of.isoformat() if as_of else "")
    return html.Form(
        [
            html.Label(say("As known on"), htmlFor="overview-as_of"),
            day,
            *hidden,
            html.Button(say("Show"), type="submit", className="button"),
            html.A(say("Whole record"), href=View(lang=view.lang).address(path)) if as_of else None,
        ],
        method="get",
        action=path,
        className="day",
    )
