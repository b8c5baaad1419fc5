"""Every claim and every citation, to be narrowed, searched, sorted, leafed through and taken away."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.languages import Language

from ..components import cautions, fields
from ..components.chosen import chosen
from ..components.citation_list import citation_list
from ..components.claim_list import claim_list
from ..components.empty import empty
from ..components.narrowing import narrowing
from ..components.paging import SIZE, Paging
from ..state import View

PATH = "/browse"
CLAIMS, CITATIONS = "claims", "citations"


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Browse the record")


def layout(catalogue: Catalogue, view: View) -> Component:
    """How much there is, then the rows, and beside them what they can be narrowed to."""
    counts = _counts(catalogue, view)
    return html.Div(
        [
            _hero(catalogue, view),
            _form(view),
            _switch(view, counts),
            html.Div(
                [
                    html.Section(
                        [chosen(catalogue, view, PATH), *_rows(catalogue, view, counts[_shown(view)])],
                        id="results",
                        **{"aria-label": _names(view.language)[_shown(view)]},
                    ),
                    _aside(catalogue, view),
                ],
                className="browsing",
            ),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links and a form only."""


def _names(language: Language) -> dict[str, str]:
    return {CLAIMS: language.say("Claims"), CITATIONS: language.say("Citations")}


def _shown(view: View) -> str:
    return CITATIONS if view.get("show") == CITATIONS else CLAIMS


def _counts(catalogue: Catalogue, view: View) -> dict[str, int]:
    return {
        CLAIMS: int(catalogue.rows("count", view.chosen).n[0]),
        CITATIONS: int(catalogue.rows("citations_count", view.chosen).n[0]),
    }


def _hero(catalogue: Catalogue, view: View) -> Component:
    many, extent = view.language.say_many, next(catalogue.rows("extent", view.chosen).itertuples(index=False))
    told = view.language.say(
        "{claims} by {claimants}, carried in {documents} of {publishers}.",
        claims=many("{n} claim", "{n} claims", int(getattr(extent, "n", 0))),
        claimants=many("{n} named claimant", "{n} named claimants", int(getattr(extent, "n_claimants", 0))),
        documents=many("{n} document", "{n} documents", int(getattr(extent, "n_documents", 0))),
        publishers=many("{n} publisher", "{n} publishers", int(getattr(extent, "n_publishers", 0))),
    )
    return html.Div([html.H1(title(catalogue, view)), html.P(told, className="dek")], className="hero")


def _form(view: View) -> Component:
    """The choices that are typed. The rest of the view is sent along."""
    say, picked = view.language.say, view.chosen
    rest = view.choosing(text="", since=None, until=None, as_of=None).having(page="")
    return html.Form(
        [
            fields.text("q", say("Words in names or quotes"), picked.text, of="browse"),
            fields.day("since", say("From"), picked.since, of="browse"),
            fields.day("until", say("To"), picked.until, of="browse"),
            fields.day("as_of", say("As known on"), picked.as_of, of="browse"),
            *fields.kept(rest),
            html.Button(say("Show"), type="submit", className="button primary"),
        ],
        method="get",
        action=PATH,
        className="typed",
    )


def _switch(view: View, counts: dict[str, int]) -> Component:
    """Claims, or the documents that carry them."""
    links = [
        html.A(
            [name, " ", html.Span(view.language.number(counts[key]))],
            href=view.having(show=key if key != CLAIMS else "", page="", sort="").address(PATH),
            **({"aria-current": "page"} if key == _shown(view) else {}),
        )
        for key, name in _names(view.language).items()
    ]
    return html.Nav(links, className="switch", **{"aria-label": view.language.say("What is listed")})


def _rows(catalogue: Catalogue, view: View, total: int) -> list[Component | None]:
    say = view.language.say
    if not total:
        return [empty(say("Nothing in the record fits all of these choices."), href=_all(view), link=say("Show all"))]
    paging = Paging.asked(view, total)
    listed = _citations if _shown(view) == CITATIONS else _claims
    return [
        html.Div(
            [
                html.P(paging.said(view.language), className="count"),
                _sorting(view),
                html.A(say("Download CSV"), href=_csv(view), className="button", download=True),
                html.A(say("Narrow down"), href="#narrow", className="button to-narrow"),
            ],
            className="bar",
        ),
        listed(catalogue, view, paging),
        paging.links(view, PATH),
    ]


def _claims(catalogue: Catalogue, view: View, paging: Paging) -> Component:
    rows = catalogue.rows("page", view.chosen, order=_order(view), limit=SIZE, offset=paging.offset)
    claims = list(rows.itertuples(index=False))
    return html.Div([claim_list(claims, view, start=paging.offset + 1), *cautions.under(claims, view)])


def _citations(catalogue: Catalogue, view: View, paging: Paging) -> Component:
    rows = catalogue.rows("citations_page", view.chosen, order=_order(view), limit=SIZE, offset=paging.offset)
    ids = tuple(dict.fromkeys(rows.observation_id))
    claims = catalogue.rows("claims", Filter(observation=ids, as_of=view.chosen.as_of))
    named = {str(claim.observation_id): claim for claim in claims.itertuples(index=False)}
    return citation_list(rows.itertuples(index=False), named, view, start=paging.offset + 1)


def _orders(view: View) -> dict[str, str]:
    """How rows can be sorted: the order's name in the tables, and a reader's name for it. The first is the usual."""
    say = view.language.say
    if _shown(view) == CITATIONS:
        return {
            "-published_on": say("newest first"),
            "published_on": say("oldest first"),
            "publisher": say("by publisher"),
        }
    return {
        "-known_on": say("newest first"),
        "known_on": say("oldest first"),
        "-period": say("latest period first"),
        "period": say("earliest period first"),
        "-value": say("largest number first"),
        "value": say("smallest number first"),
        "indicator": say("by indicator"),
        "claimant": say("by claimant"),
        "place": say("by place"),
    }


def _order(view: View) -> str:
    orders = _orders(view)
    return view.get("sort") if view.get("sort") in orders else next(iter(orders))


def _sorting(view: View) -> Component:
    orders, usual = _orders(view), next(iter(_orders(view)))
    others = [
        html.Li(html.A(name, href=view.having(sort=key if key != usual else "", page="").address(PATH), rel="nofollow"))
        for key, name in orders.items()
        if key != _order(view)
    ]
    summary = view.language.say("Sorted: {order}", order=orders[_order(view)])
    return html.Details([html.Summary(summary), html.Ul(others)], className="sorting")


def _aside(catalogue: Catalogue, view: View) -> Component:
    say = view.language.say
    return html.Aside(
        [
            html.H2(say("Narrow down")),
            html.P(say("Each number is how many claims that choice alone would leave."), className="reading"),
            html.Div(narrowing(catalogue, view, PATH), className="facets"),
            html.P(html.A(say("Back to the list"), href="#results"), className="to-narrow"),
        ],
        id="narrow",
        **{"aria-label": say("Narrow down")},
    )


def _csv(view: View) -> str:
    return View(view.chosen, view.lang).address("/api/v1/observations.csv")


def _all(view: View) -> str:
    return View(lang=view.lang, more=view.having(page="").more).address(PATH)
