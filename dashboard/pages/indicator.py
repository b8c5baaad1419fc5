"""One indicator: every claimant over time, what to choose, the same rows as a table, and what is counted."""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from tracker import series
from tracker.catalogue import Catalogue, Filter, Live
from tracker.errors import UnknownError
from tracker.facets import choices

from ..components import across, crises, takeaway, ways
from ..components.agreeing import agreeing
from ..components.claim_table import table
from ..components.day_slider import day_slider
from ..components.filters import filters
from ..components.multiples import KEY
from ..components.progress import progress
from ..ids import Chosen, Indicator, Page
from ..state import View, view

PATH = "/indicator/<indicator_id>"


def title(catalogue: Catalogue, view: View, indicator_id: str) -> str:
    """What the browser calls the page. Raises UnknownError for an indicator that is not kept."""
    row = catalogue.get("indicators", indicator_id)
    if row is None:
        raise UnknownError(view.language.say("There is no indicator “{name}”.", name=indicator_id))
    return view.language.label(row, "label")


def layout(catalogue: Catalogue, view: View, indicator_id: str) -> Component:
    """Chart, controls and table of one indicator."""
    name, language = title(catalogue, view, indicator_id), view.language
    row = catalogue.get("indicators", indicator_id)
    own = view.choosing(indicator=(indicator_id,)).chosen
    return html.Div(
        [
            dcc.Store(id=Indicator.NAME, data=_kept(view, indicator_id)),
            html.Div(
                [
                    _kicker(catalogue, view),
                    html.H1(name),
                    html.P(language.label(row, "definition"), className="dek", lang="en", dir="ltr"),
                ],
                className="hero",
            ),
            crises.switch(catalogue, own, view, f"/indicator/{indicator_id}"),
            across.beside(catalogue, view, indicator_id),
            html.Section(
                [
                    filters(
                        view,
                        choices(catalogue, own, "claimant", language),
                        choices(catalogue, own, "place", language),
                    ),
                    day_slider(view, indicator_id),
                    html.Div(shown(catalogue, view, indicator_id), id=Indicator.PANEL, **{"data-live": "true"}),
                ],
                className="panel",
                **{"aria-label": name},
            ),
        ]
    )


def _kicker(catalogue: Catalogue, view: View) -> Component:
    """The way back: to the one crisis that is chosen, and to what else is counted there."""
    say, picked = view.language.say, view.chosen.crisis
    items = [
        html.A(
            say("Indicators"),
            href=View(Filter(crisis=picked, as_of=view.chosen.as_of), view.lang).address("/indicator"),
        )
    ]
    if len(picked) == 1 and (row := catalogue.get("crises", picked[0])) is not None:
        items.insert(0, html.A(view.language.label(row, "title"), href=view.plain(crises.path(picked[0]))))
    listed = html.Ol([html.Li(item) for item in items])
    return html.Nav(listed, className="kicker breadcrumbs", **{"aria-label": say("Within")})


def _kept(view: View, indicator_id: str) -> dict[str, str]:
    """What a redrawn panel needs to know beside the controls."""
    kept = {"indicator_id": indicator_id, "lang": view.lang, KEY: view.get(KEY)}
    return kept | {"crisis": ",".join(view.chosen.crisis)}


def shown(catalogue: Catalogue, view: View, indicator_id: str) -> list[Component]:
    """What the choice shows: chart, downloads and table, all of the same claims."""
    own = view.choosing(indicator=(indicator_id,)).chosen
    found = series.select(catalogue, own)
    happened = catalogue.rows("events", own)
    caption = view.language.say_many("{n} claim, in order of time", "{n} claims, in order of time", len(found.claims))
    return [
        *ways.shown(found, catalogue, view, f"/indicator/{indicator_id}", name=Indicator.GRAPH, happened=happened),
        *progress(found, view),
        takeaway.of_indicator(catalogue, view, indicator_id),
        html.H2(view.language.say("These figures as a table")),
        table(catalogue.rows("claims", own).itertuples(index=False), view, caption=caption),
        *agreeing(found, catalogue, view),
    ]


def register(app: Dash, live: Live) -> None:
    """A changed control redraws the panel on the server and moves the address in the browser."""
    controls = [Input(name, "value") for name in Chosen]

    @app.callback(
        Output(Indicator.PANEL, "children"),
        *controls,
        Input(Page.THEME, "data"),
        State(Page.NARROW, "data"),
        State(Indicator.NAME, "data"),
        prevent_initial_call=True,
    )
    def _redraw(*given: Any) -> list[Component]:  # Dash hands over whatever the controls hold
        *values, theme, is_narrow, page = given
        query = {name.key: value for name, value in zip(Chosen, values, strict=True)}
        asked = view(query | {name: page[name] for name in ("lang", KEY, "crisis")}).themed(theme).narrowed(is_narrow)
        return shown(live.catalogue(), asked, page["indicator_id"])

    app.clientside_callback(
        ClientsideFunction("tracker", "remember"),
        Output(Page.ADDRESS, "data"),
        *controls,
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("tracker", "open"),
        Output(Page.ADDRESS, "data", allow_duplicate=True),
        Input({"type": Indicator.GRAPH, "part": ALL}, "clickData"),
        prevent_initial_call=True,
    )
