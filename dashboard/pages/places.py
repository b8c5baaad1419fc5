"""All places as one list, each below the place that holds it, with how many claims speak of it or of its parts."""

from __future__ import annotations

from collections.abc import Mapping

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.printed import text
from tracker.facets import choices

from ..components import crises, links, notices
from ..state import View

PATH = "/place"
Below = Mapping[str, list[object]]  # the rows of `places` by the place that holds them; "" for those that none holds


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Places")


def layout(catalogue: Catalogue, view: View) -> Component:
    """A list within a list, as the places lie."""
    say_many = view.language.say_many
    counts = {
        choice.key: choice.n
        for choice in choices(
            catalogue, Filter(crisis=view.chosen.crisis, as_of=view.chosen.as_of), "place", view.language
        )
    }
    below: dict[str, list[object]] = {}
    for row in catalogue.places.sort_values("name").itertuples(index=False):
        if view.chosen.crisis and not counts.get(text(row, "place_id")):
            continue  # of a place that holds a place with claims, every one is counted
        below.setdefault(text(row, "parent_id"), []).append(row)
    hero = [
        html.P(say_many("{n} place", "{n} places", len(catalogue.places)), className="kicker"),
        html.H1(title(catalogue, view)),
        html.P(
            view.language.say("As sources name them, each with the claims about it and its parts."), className="dek"
        ),
        notices.past_day(view, PATH),
    ]
    return html.Div(
        [
            html.Div([part for part in hero if part is not None], className="hero"),
            crises.switch(catalogue, Filter(as_of=view.chosen.as_of), view, PATH, counts=False),
            _list("", below, counts, view),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _list(parent: str, below: Below, counts: Mapping[str, int], view: View) -> Component | None:
    rows = below.get(parent, [])
    return html.Ul([_item(row, below, counts, view) for row in rows], className="tree") if rows else None


def _item(row: object, below: Below, counts: Mapping[str, int], view: View) -> Component:
    name = text(row, "place_id")
    n = view.language.say_many("{n} claim", "{n} claims", counts.get(name, 0))
    return html.Li([links.place(row, view), " ", html.Span(n), _list(name, below, counts, view)])
