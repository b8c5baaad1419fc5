"""The days on which the record grew, to be moved through: a place for a slider, which a script puts there.

Without the script there is the date field beside it, which says the same. The slider only moves that field's day.
"""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from ..state import View

CLASS = "days only-live"


def day_slider(view: View, indicator_id: str) -> Component:
    """An empty place with all that assets/days.js needs: where the days are, and the words for them."""
    say = view.language.say
    said = {
        "label": say("Move through what was known, day by day"),
        "whole": say("Whole record"),
        "play": say("Play"),
        "pause": say("Pause"),
    }
    kept = {"data-days": f"/api/v1/unfolding/{indicator_id}.json", "data-said": json.dumps(said, ensure_ascii=False)}
    return html.Div(className=CLASS, id="indicator-days", **kept)
