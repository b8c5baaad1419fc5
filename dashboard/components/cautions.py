"""What claimants say of all their figures, once under a list of claims, and on the claimant's own page."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import caveats, words
from tracker.catalogue import Catalogue
from tracker.claims.printed import text

from ..state import View


def under(claims: Iterable[object], view: View) -> list[Component]:
    """The caveats of those who made the claims of a list, each once; nothing where there are none."""
    told = caveats.told(claims, view.language)
    return [html.Div([html.P(one, className="source") for one in told], className="cautions")] if told else []


def of_claimant(catalogue: Catalogue, organisation_id: str, view: View) -> list[Component]:
    """What one claimant says of its figures, with the crisis and the way of counting that each is about."""
    every = catalogue.caveats
    own = every[every.claimant_id.eq(organisation_id)]
    if view.chosen.crisis:
        own = own[own.crisis_id.isna() | own.crisis_id.isin(view.chosen.crisis)]
    items = [html.Li([_about(catalogue, row, view), view.language.label(row, "text")]) for row in own.itertuples()]
    if not items:
        return []
    said = view.language.say("What it says of its own figures")
    return [html.H3(said), html.Ul(items, className="cautions")]


def _about(catalogue: Catalogue, row: object, view: View) -> Component | None:
    crisis = catalogue.get("crises", text(row, "crisis_id"))
    parts = [
        view.language.label(crisis, "title") if crisis is not None else "",
        words.basis(text(row, "basis"), view.language),
    ]
    told = " · ".join(part for part in parts if part)
    return html.Small(told) if told else None
