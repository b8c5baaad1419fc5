"""The overview: the headline figures of the crisis and, below them, a chart of each."""

from __future__ import annotations

from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from tracker import headlines, series
from tracker.catalogue import Catalogue, Filter, Live
from tracker.charts.sparkline import course
from tracker.headlines import Headline
from tracker.series import Series

from ..components.cards import cards
from ..components.empty import empty
from ..components.figure_panel import panel
from ..ids import Overview, Page
from ..state import View, seen

PATH = "/"
CHARTS = 4  # charts of headline indicators before the rest is one step away


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("What the sources say, figure by figure")


def layout(catalogue: Catalogue, view: View) -> Component:
    """Cards first, then charts."""
    say = view.language.say
    crisis, rule = _crisis(catalogue), _rule(catalogue, view)
    found = [_headline(catalogue, view, row) for row in _headline_indicators(catalogue, crisis)]
    shown = [headline for headline in found if headline]
    return html.Div(
        [
            _hero(catalogue, view, crisis),
            cards(catalogue, shown, view, _courses(catalogue, view, shown)) if shown else _nothing(view),
            _rules(view, rule, shown),
            html.Div(charts(catalogue, view), id=Overview.CHARTS),
            html.P(html.A(say("All indicators"), href=view.plain("/indicator")), className="onward"),
        ]
    )


def charts(catalogue: Catalogue, view: View) -> list[Component]:
    """The charts of the first headline indicators, in the view's theme."""
    indicators = _headline_indicators(catalogue, _crisis(catalogue))[:CHARTS]
    return [_section(catalogue, view, row, _headline(catalogue, view, row)) for row in indicators]


def register(app: Dash, live: Live) -> None:
    """Forms and links need no callbacks; charts are drawn anew when the theme changes."""

    @app.callback(
        Output(Overview.CHARTS, "children"),
        Input(Page.THEME, "data"),
        State(Page.NARROW, "data"),
        State(Page.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def _redraw(theme: str, is_narrow: bool, search: str) -> list[Component]:
        return charts(live.catalogue(), seen(search).themed(theme).narrowed(is_narrow))


def _crisis(catalogue: Catalogue) -> object:
    return next(catalogue.crises.itertuples(index=False), None)


def _rule(catalogue: Catalogue, view: View) -> str:
    return view.get("rule") or headlines.rule_for(_crisis(catalogue))


def _headline_indicators(catalogue: Catalogue, crisis: object) -> list[object]:
    crisis_id = str(getattr(crisis, "crisis_id", ""))
    return list(catalogue.rows("headline_indicators", crisis_id=crisis_id).itertuples(index=False))


def _headline(catalogue: Catalogue, view: View, indicator: object) -> Headline | None:
    chosen = _of(view, str(getattr(indicator, "indicator_id", "")))
    return headlines.headline(catalogue, chosen, _rule(catalogue, view))


def _of(view: View, indicator_id: str) -> Filter:
    return view.choosing(indicator=(indicator_id,)).chosen


def _hero(catalogue: Catalogue, view: View, crisis: object) -> Component:
    language, say = view.language, view.language.say
    as_of = view.chosen.as_of
    known = say("as known on {day}", day=language.date(as_of, style="long")) if as_of else say("all figures on record")
    return html.Div(
        [
            html.P(f"{language.label(crisis, 'title')} · {known}", className="kicker"),
            html.H1(title(catalogue, view)),
            html.P(
                say(
                    "Every number here is a dated claim by a named source. We show who said it, for which period, "
                    "in their words, and never fill in what nobody reported."
                ),
                className="dek",
            ),
            _day_form(view),
        ],
        className="hero",
    )


def _day_form(view: View) -> Component:
    """A plain form: moving the day needs no script."""
    say, as_of = view.language.say, view.chosen.as_of
    kept = [("lang", view.lang if view.lang != "en" else ""), ("rule", view.get("rule"))]
    hidden = [dcc.Input(type="hidden", name=name, value=value) for name, value in kept if value]
    day = dcc.Input(id="overview-as_of", name="as_of", type="date", value=as_of.isoformat() if as_of else "")
    return html.Form(
        [
            html.Label(say("As known on"), htmlFor="overview-as_of"),
            day,
            *hidden,
            html.Button(say("Show"), type="submit", className="button"),
            html.A(say("Whole record"), href=View(lang=view.lang).address("/")) if as_of else None,
        ],
        method="get",
        action="/",
        className="day",
    )


def _nothing(view: View) -> Component:
    say = view.language.say
    return empty(
        say("Nothing was known yet on this day."), href=View(lang=view.lang).address("/"), link=say("Whole record")
    )


def _courses(catalogue: Catalogue, view: View, shown: list[Headline]) -> list[Series]:
    """What each card's claimant said of the same before and after."""
    rows = [headline.row for headline in shown]
    return [course(series.select(catalogue, _of(view, str(getattr(row, "indicator_id", "")))), row) for row in rows]


def _rules(view: View, rule: str, shown: list[Headline]) -> Component | None:
    if not shown:
        return None
    language, say = view.language, view.language.say
    others = [
        html.Li(html.A(headlines.described(name, language), href=view.having(rule=name).address("/")))
        for name in headlines.RULES
        if name != rule
    ]
    chosen = say("Each card shows {rule}.", rule=headlines.described(rule, language))
    return html.Details([html.Summary(chosen), html.P(say("Show instead:")), html.Ul(others)], className="rules")


def _section(catalogue: Catalogue, view: View, indicator: object, headline: Headline | None) -> Component:
    """The chart of the place that the card speaks of: a toll of the whole country would flatten it."""
    language = view.language
    indicator_id = str(getattr(indicator, "indicator_id", ""))
    place = str(getattr(headline.row, "place_id", "")) if headline else ""
    local = view.choosing(indicator=(indicator_id,), place=(place,) if place else ())
    same = View(Filter(place=local.chosen.place, as_of=view.chosen.as_of), view.lang)
    link = html.A(language.label(indicator, "label"), href=same.address(f"/indicator/{indicator_id}"))
    where = language.label(headline.row, "place_name") if headline else ""
    return html.Section(
        [
            html.H2([link, f", {where}" if where else ""]),
            *panel(
                series.select(catalogue, local.chosen),
                view,
                name=f"overview-{indicator_id}",
                happened=catalogue.rows("events", local.chosen),
            ),
        ],
        className="panel",
    )
