"""What a reader's words find, by kind and best first: crises, claims, indicators, organisations, places, documents."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.search import KINDS, Found, find

from ..components import crises
from ..components.found_list import found_list, kinds
from ..components.paging import SIZE, Paging
from ..components.search_box import PATH
from ..state import View

__all__ = ["PATH", "layout", "register", "title"]
BEST = 6  # of each kind, where all kinds are shown


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    say, asked = view.language.say, view.chosen.text.strip()
    return say("Search: {words}", words=asked) if asked else say("Search")


def layout(catalogue: Catalogue, view: View) -> Component:
    """All kinds with the best of each, or one kind by the page."""
    names, kind = kinds(view.language), view.get("kind")
    if not view.chosen.text.strip():
        return _page(view, [_advice(view, view.language.say("Type one word or several into the box at the top."))])
    if kind in names:
        return _one(catalogue, view, kind)
    found, switch = _find(catalogue, view, KINDS, BEST), _crises(catalogue, view)
    if not found.hits:
        return _page(
            view, [switch, _advice(view, view.language.say("Nothing in the record holds all of these words."))]
        )
    return _page(
        view, [switch, _counts(found, view), *[_section(found, name, view) for name in names if found.counts[name]]]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _find(catalogue: Catalogue, view: View, kinds: tuple[str, ...], limit: int) -> Found:
    chosen = view.chosen
    return find(catalogue, chosen.text, kinds=kinds, limit=limit, as_of=chosen.as_of, crisis=chosen.crisis)


def _crises(catalogue: Catalogue, view: View) -> Component | None:
    """Where to look: in one crisis, or in all."""
    every = Filter(as_of=view.chosen.as_of)
    return crises.switch(catalogue, every, view, PATH, counts=False)


def _page(view: View, parts: list[Component | None]) -> Component:
    say, asked, as_of = view.language.say, view.chosen.text.strip(), view.chosen.as_of
    heading = say("Found for “{words}”", words=asked) if asked else say("Search")
    limit = [
        html.P(
            [
                say("Only what was known on {day}.", day=view.language.date(as_of, style="long")),
                " ",
                html.A(say("Search the whole record"), href=view.choosing(as_of=None).address(PATH)),
            ],
            className="dek",
        )
        for as_of in [as_of]
        if as_of
    ]
    return html.Div([html.Div([html.H1(heading), *limit], className="hero"), *parts], className="found")


def _counts(found: Found, view: View) -> Component:
    """How many of each kind, all of them counted; each leads to its own."""
    links = [
        html.A([name, " ", html.Span(view.language.number(found.counts[kind]))], href=f"#{kind}")
        for kind, name in kinds(view.language).items()
        if found.counts[kind]
    ]
    return html.Nav(links, className="switch", **{"aria-label": view.language.say("What was found")})


def _section(found: Found, kind: str, view: View) -> Component:
    hits, n = found.of_kind(kind), found.counts[kind]
    every = view.language.say_many("Show the one", "Show all {n}", n)
    return html.Section(
        [
            html.H2(kinds(view.language)[kind]),
            found_list(hits, found.text, view),
            html.P(html.A(every, href=view.having(kind=kind).address(PATH)), className="onward")
            if n > len(hits)
            else None,
        ],
        id=kind,
    )


def _one(catalogue: Catalogue, view: View, kind: str) -> Component:
    """One kind by the page: as many hits are asked for as the page needs."""
    paging = Paging.asked(view, _find(catalogue, view, (kind,), 1).counts[kind])
    found = _find(catalogue, view, (kind,), paging.offset + SIZE)
    back = html.P(html.A(view.language.say("All kinds"), href=view.having(kind="", page="").address(PATH)))
    heading = html.H2(kinds(view.language)[kind])
    if not found.hits:
        return _page(
            view, [back, heading, _advice(view, view.language.say("Nothing of this kind holds all of these words."))]
        )
    return _page(
        view,
        [
            _crises(catalogue, view),
            back,
            heading,
            html.P(paging.said(view.language), className="count"),
            found_list(found.of_kind(kind)[paging.offset :], found.text, view, start=paging.offset + 1),
            paging.links(view, PATH),
        ],
    )


def _advice(view: View, reason: str) -> Component:
    """What else to try."""
    say = view.language.say
    tips = [
        say("Every word must be there: try fewer, or only the beginning of the last one."),
        say("Capitals, accents and forms of Arabic letters make no difference."),
        say("Quotes are kept in the language they were printed in: try the word of that language."),
        say("Numbers are found with and without commas: 250,000 or 250000."),
    ]
    return html.Div(
        [
            html.P(reason),
            html.Ul([html.Li(tip) for tip in tips]),
            html.P(
                [
                    html.A(say("Browse the record"), href=view.plain("/browse")),
                    " · ",
                    html.A(say("All indicators"), href=view.plain("/indicator")),
                ]
            ),
        ],
        className="empty advice",
    )
