"""What somebody sees whose request is refused, and the way back."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ..state import View
from . import controls
from .start import PATH


def refused_page(reason: str, view: View) -> Component:
    """The reason, in the words of the reader's language where it has them."""
    say = view.language.say
    return html.Div(
        [
            html.H1(say("Refused")),
            *controls.problem(reason),
            html.P(html.A(say("Back to the reports"), href=view.having(item="").plain(PATH))),
        ],
        className="review",
    )
