"""All organisations: who made figures and who carried them, with how many of each."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.choices import UNATTRIBUTED
from tracker.facets import choices

from ..components import crises, notices
from ..components.counted_links import counted_links
from ..state import View

PATH = "/organisation"
SHOWN = 40


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Organisations")


def layout(catalogue: Catalogue, view: View) -> Component:
    """Claimants first, then publishers, most claims first."""
    say_many = view.language.say_many
    hero = [
        html.P(say_many("{n} organisation", "{n} organisations", len(catalogue.organisations)), className="kicker"),
        html.H1(title(catalogue, view)),
        notices.past_day(view, PATH),
    ]
    return html.Div(
        [
            html.Div([part for part in hero if part is not None], className="hero"),
            crises.switch(catalogue, Filter(as_of=view.chosen.as_of), view, PATH, counts=False),
            _section(
                catalogue,
                view,
                "claimant",
                view.language.say("Who made figures"),
                view.language.say("The sources: each with the claims that are its own."),
            ),
            _section(
                catalogue,
                view,
                "publisher",
                view.language.say("Who carried figures"),
                view.language.say("The publishers of documents: each with the claims that its documents carry."),
            ),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _section(catalogue: Catalogue, view: View, facet: str, heading: str, told: str) -> Component:
    every = choices(catalogue, Filter(crisis=view.chosen.crisis, as_of=view.chosen.as_of), facet, view.language)
    found = [choice for choice in every if choice.key != UNATTRIBUTED]
    listed = counted_links(found, view, lambda key: view.plain(f"/organisation/{key}"), shown=SHOWN)
    return html.Section([html.H2(heading), html.P(told, className="reading"), *listed])
