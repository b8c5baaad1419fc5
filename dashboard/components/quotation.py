"""The few words that carry a figure, as printed, in the language they were printed in."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.languages import from_right


def quotation(wording: object, code: object, *, big: bool = False) -> Component | None:
    """The words quoted, marked with their language and direction; None where none were kept."""
    if not isinstance(wording, str) or not wording:
        return None
    spoken = {"lang": code, "dir": "rtl" if from_right(code) else "ltr"} if isinstance(code, str) else {}
    return html.Blockquote(html.P(wording, **spoken), **spoken) if big else html.Q(wording, **spoken)
