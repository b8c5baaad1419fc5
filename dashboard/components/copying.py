"""Texts to copy: one click selects them, and where scripts run a button copies them and says so."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ..state import View


def copied(name: str, heading: str, text: str, view: View, *, is_code: bool = False) -> list[Component]:
    """A text under its heading. `name` is its id on the page."""
    shown = (
        html.Pre(text, id=name, className="copy", dir="ltr", tabIndex=0, **{"aria-label": heading})
        if is_code
        else html.P(text, id=name, className="copy")
    )
    return [html.H3(heading), shown, html.P(button(view.language.say("Copy"), view, of=name, named=heading))]


def button(label: str, view: View, *, of: str = "", named: str = "") -> list[Component]:
    """A button that copies the text of an element, or the address of the view; beside it stands what came of it."""
    said = {
        "data-copies": of,
        "data-copied": view.language.say("Copied"),
        "data-shown": view.language.say("Copy this:"),
    }
    told = {"aria-label": f"{label}: {named}"} if named else {}
    return [
        html.Button(label, className="button only-live", type="button", **said, **told),
        html.Span(role="status", className="said"),
    ]
