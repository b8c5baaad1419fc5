"""The first page: every crisis with its first figures and what changed last; of a single one, its own overview."""

from __future__ import annotations

from itertools import islice

from dash import Dash, html
from dash.development.base_component import Component

from tracker import headlines, words
from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims import bulletin
from tracker.claims.changes import Revision
from tracker.claims.printed import text
from tracker.headlines import Headline
from tracker.period import day

from ..components import crises
from ..components.cards import cards
from ..components.day_form import day_form
from ..components.empty import empty
from ..state import View
from . import overview

PATH = "/"
FIGURES = 3  # of each crisis


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    only = crises.at(catalogue, PATH)
    return view.language.label(only, "title") if only else view.language.say("What the sources say, figure by figure")


def layout(catalogue: Catalogue, view: View) -> Component:
    """The crises that go on first."""
    if only := crises.at(catalogue, PATH):
        return overview.layout(catalogue, view, text(only, "crisis_id"), PATH)
    every = crises.ordered(catalogue)
    return html.Div(
        [
            _hero(catalogue, view),
            *([_crisis(catalogue, view, row) for row in every] or [_no_crisis(view)]),
        ],
        className="home",
    )


def register(app: Dash, live: Live) -> None:
    """Forms and links only."""


def _hero(catalogue: Catalogue, view: View) -> Component:
    return html.Div(
        [
            html.P(crises.known(view), className="kicker"),
            html.H1(title(catalogue, view)),
            html.P(crises.promise(view.language), className="dek"),
            day_form(view, PATH),
        ],
        className="hero",
    )


def _no_crisis(view: View) -> Component:
    say = view.language.say
    return empty(say("No crisis is entered yet."), href=view.plain("/browse"), link=say("Browse the record"))


def _crisis(catalogue: Catalogue, view: View, row: object) -> Component:
    language, crisis_id = view.language, text(row, "crisis_id")
    own = view.choosing(crisis=(crisis_id,))
    rule = crises.rule(row, view)
    shown = list(islice(headlines.of_crisis(catalogue, crisis_id, own.chosen, rule), FIGURES))
    address = View(Filter(as_of=view.chosen.as_of), view.lang, view.more).address(crises.path(crisis_id))
    return html.Section(
        [
            html.Div(
                [
                    html.P(crises.when(row, language), className="kicker"),
                    html.H2(html.A(language.label(row, "title"), href=address)),
                    html.P(language.label(row, "summary"), className="source"),
                    html.P(html.A(_more(catalogue, own), href=address), className="onward"),
                ]
            ),
            html.Div([*_figures(catalogue, view, shown, rule), _last(catalogue, own)]),
        ],
        className="crisis",
        id=crisis_id,
    )


def _figures(catalogue: Catalogue, view: View, shown: list[Headline], rule: str) -> list[Component]:
    """The cards, and the rule by which they were chosen."""
    say = view.language.say
    if not shown:
        return [html.P(say("Nothing was known yet on this day."), className="empty")]
    told = say("Each shows {rule}.", rule=headlines.described(rule, view.language))
    return [cards(catalogue, shown, view), html.P(told, className="source")]


def _more(catalogue: Catalogue, own: View) -> str:
    """How much more there is behind the link."""
    language, found = own.language, crises.extent(catalogue, own.chosen)
    many = language.say_many
    return language.say(
        "All of it: {claims} by {claimants}, {indicators}",
        claims=many("{n} claim", "{n} claims", found.claims),
        claimants=many("{n} named claimant", "{n} named claimants", found.claimants),
        indicators=many("{n} indicator", "{n} indicators", found.indicators),
    )


def _last(catalogue: Catalogue, own: View) -> Component | None:
    """What became known last, in a sentence, with the way to what else changed then."""
    language, rows = own.language, catalogue.rows("page", own.chosen, order="-known_on", limit=1, offset=0)
    row = next(rows.itertuples(index=False), None)
    known = day(getattr(row, "known_on", None)) if row is not None else None
    if row is None or known is None:
        return None
    claim = html.A(_said(catalogue, row, own), href=own.plain(f"/observation/{text(row, 'observation_id')}"))
    changes = View(Filter(crisis=own.chosen.crisis, as_of=own.chosen.as_of), own.lang).address("/changes")
    return html.P(
        [
            html.Strong(language.say("Last change, {day}:", day=language.date(known))),
            " ",
            claim,
            " ",
            html.A(language.say("What else changed"), href=changes),
        ],
        className="last-change",
    )


def _said(catalogue: Catalogue, row: object, own: View) -> str:
    revised = text(row, "revises")
    if not revised:
        return words.sentence(row, own.language)
    before = catalogue.rows("claims", Filter(observation=(revised,), as_of=own.chosen.as_of))
    replaced = next(before.itertuples(index=False), None)
    return bulletin.revision(Revision(text(row, "change"), row, replaced), own.language)
