"""One crisis at a glance: its headline figures, a chart of the first of them, and the ways to the rest."""

from __future__ import annotations

from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from tracker import headlines, series
from tracker.catalogue import Catalogue, Filter, Live
from tracker.charts.sparkline import course
from tracker.errors import UnknownError
from tracker.headlines import Headline
from tracker.series import Series

from ..components import crises
from ..components.cards import cards
from ..components.day_form import day_form
from ..components.empty import empty
from ..components.figure_panel import panel
from ..ids import Overview, Page
from ..state import View, seen

PATH = "/crisis/<crisis_id>"
CHARTS = 4  # charts of headline indicators before the rest is one step away


def title(catalogue: Catalogue, view: View, crisis_id: str) -> str:
    """Its name. Raises UnknownError for a crisis that is not kept."""
    return view.language.label(_row(catalogue, view, crisis_id), "title")


def layout(catalogue: Catalogue, view: View, crisis_id: str, path: str = "") -> Component:
    """Cards first, then charts. `path` is the page's own where it is not the one of the crisis."""
    row, path = _row(catalogue, view, crisis_id), path or crises.path(crisis_id)
    own, rule = view.choosing(crisis=(crisis_id,)), crises.rule(row, view)
    shown = list(headlines.of_crisis(catalogue, crisis_id, own.chosen, rule))
    courses = [_course(catalogue, own, headline) for headline in shown]
    return html.Div(
        [
            _hero(catalogue, view, row, path),
            cards(catalogue, shown, view, courses) if shown else _nothing(view, path),
            crises.rules(view, rule, path) if shown else None,
            html.Div(charts(catalogue, own, row), id=Overview.CHARTS),
            _onward(catalogue, own, crisis_id),
        ]
    )


def charts(catalogue: Catalogue, own: View, row: object) -> list[Component]:
    """The charts of the first headline indicators, in the view's theme."""
    rule = crises.rule(row, own)
    first = headlines.indicators(catalogue, str(getattr(row, "crisis_id", "")))[:CHARTS]
    return [_section(catalogue, own, indicator, rule) for indicator in first]


def register(app: Dash, live: Live) -> None:
    """Forms and links need no callbacks; charts are drawn anew when the theme changes."""

    @app.callback(
        Output(Overview.CHARTS, "children"),
        Input(Page.THEME, "data"),
        State(Page.NARROW, "data"),
        State(Page.LOCATION, "pathname"),
        State(Page.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def _redraw(theme: str, is_narrow: bool, path: str, search: str) -> list[Component]:
        catalogue = live.catalogue()
        row = crises.at(catalogue, path)
        own = seen(search).choosing(crisis=(str(getattr(row, "crisis_id", "")),))
        return charts(catalogue, own.themed(theme).narrowed(is_narrow), row)


def _row(catalogue: Catalogue, view: View, crisis_id: str) -> object:
    row = catalogue.get("crises", crisis_id)
    if row is None:
        raise UnknownError(view.language.say("There is no crisis “{name}”.", name=crisis_id))
    return row


def _hero(catalogue: Catalogue, view: View, row: object, path: str) -> Component:
    language = view.language
    summary = language.label(row, "summary")
    return html.Div(
        [
            crises.kicker(catalogue, view, path),
            html.H1(language.label(row, "title")),
            html.P(summary, className="dek") if summary else None,
            html.P(crises.promise(language), className="reading"),
            day_form(view, path),
        ],
        className="hero",
    )


def _nothing(view: View, path: str) -> Component:
    say = view.language.say
    return empty(
        say("Nothing was known yet on this day."), href=View(lang=view.lang).address(path), link=say("Whole record")
    )


def _of(own: View, row: object) -> Filter:
    return own.choosing(indicator=(str(getattr(row, "indicator_id", "")),)).chosen


def _course(catalogue: Catalogue, own: View, headline: Headline) -> Series:
    """What a card's claimant said of the same before and after."""
    return course(series.select(catalogue, _of(own, headline.row)), headline.row)


def _section(catalogue: Catalogue, own: View, indicator: object, rule: str) -> Component:
    """The chart of the place that the card speaks of: a toll of the whole country would flatten it."""
    headline = headlines.headline(catalogue, _of(own, indicator), rule)
    place = str(getattr(headline.row, "place_id", "")) if headline else ""
    indicator_id = str(getattr(indicator, "indicator_id", ""))
    local = own.choosing(indicator=(indicator_id,), place=(place,) if place else ())
    same = View(Filter(crisis=own.chosen.crisis, place=local.chosen.place, as_of=own.chosen.as_of), own.lang)
    link = html.A(_heading(indicator, headline, own), href=same.address(f"/indicator/{indicator_id}"))
    return html.Section(
        [
            html.H2(link),
            *panel(
                series.select(catalogue, local.chosen),
                own,
                name=f"overview-{indicator_id}",
                happened=catalogue.rows("events", local.chosen),
            ),
        ],
        className="panel",
    )


def _heading(indicator: object, headline: Headline | None, view: View) -> str:
    language = view.language
    name, where = language.label(indicator, "label"), language.label(headline.row, "place_name") if headline else ""
    return language.say("{indicator}, {place}", indicator=name, place=where) if where else name


def _onward(catalogue: Catalogue, own: View, crisis_id: str) -> Component:
    """The ways to what stands here not: every indicator, every claim, what changed, and how to follow it."""
    language, extent = own.language, crises.extent(catalogue, own.chosen)
    kept = View(Filter(crisis=(crisis_id,), as_of=own.chosen.as_of), own.lang)
    many = language.say_many
    links = [
        (many("The one indicator", "All {n} indicators", extent.indicators), "/indicator"),
        (many("Browse this claim", "Browse all {n} claims", extent.claims), "/browse"),
        (language.say("What changed"), "/changes"),
        (language.say("Feeds to follow"), "/feeds"),
    ]
    items = [html.Li(html.A(name, href=kept.address(path))) for name, path in links]
    return html.Nav(html.Ul(items), className="onward ways-on", **{"aria-label": language.say("More of this crisis")})
