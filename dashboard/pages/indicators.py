"""What is counted in each crisis: the indicators that it is known by first, the rest one step away."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.printed import text
from tracker.facets import choices

from ..components import crises
from ..components.counted_links import counted_links
from ..state import View

PATH = "/indicator"
FIRST, FIRST_OF_ONE = 12, 24  # of each crisis, and of the only one shown, before the rest is one step away


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Indicators")


def layout(catalogue: Catalogue, view: View) -> Component:
    """A list for each crisis."""
    found = choices(catalogue, view.chosen, "indicator", view.language)
    rows = _shown(catalogue, view)
    first = FIRST if len(rows) > 1 else FIRST_OF_ONE
    return html.Div(
        [
            html.Div(
                [
                    html.P(view.language.say_many("{n} indicator", "{n} indicators", len(found)), className="kicker"),
                    html.H1(title(catalogue, view)),
                    html.P(_order(view), className="dek"),
                ],
                className="hero",
            ),
            crises.switch(catalogue, Filter(as_of=view.chosen.as_of), view, PATH),
            *[_section(catalogue, view, row, first) for row in rows],
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _order(view: View) -> str:
    return view.language.say("What each crisis is known by comes first, then what has the most claims.")


def _shown(catalogue: Catalogue, view: View) -> list[object]:
    picked = view.chosen.crisis
    return [row for row in crises.ordered(catalogue) if not picked or text(row, "crisis_id") in picked]


def _section(catalogue: Catalogue, view: View, row: object, first: int) -> Component:
    own = view.choosing(crisis=(text(row, "crisis_id"),)).chosen
    kept = View(Filter(crisis=own.crisis, as_of=own.as_of), view.lang)
    found = crises.ranked(catalogue, own, view.language)
    listed = counted_links(found, view, lambda key: kept.address(f"/indicator/{key}"), shown=first)
    heading = html.A(view.language.label(row, "title"), href=view.plain(crises.path(text(row, "crisis_id"))))
    return html.Section([html.H2(heading), *listed])
