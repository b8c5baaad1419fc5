"""One organisation: what it claimed, what it repeated of others, and where they disagree with it."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker import words
from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.journey import journeys
from tracker.claims.printed import text
from tracker.claims.rivals import Rival
from tracker.claims.standing import standings
from tracker.errors import UnknownError

from ..components import cautions, crises, kinds, links, notices, takeaway
from ..components.carried import Carried, carried
from ..components.claims_shown import claims_shown, count
from ..components.standing import rival
from ..state import View

PATH = "/organisation/<organisation_id>"
SHOWN = 25  # citations and disagreements each, before the way to the rest
Disagreement = tuple[object, Rival]  # a row of the query `claims`, and the claim against it


def title(catalogue: Catalogue, view: View, organisation_id: str) -> str:
    """Its full name. Raises UnknownError for an organisation that is not kept."""
    return view.language.label(_row(catalogue, view, organisation_id), "name")


def layout(catalogue: Catalogue, view: View, organisation_id: str) -> Component:
    """What it is; then its claims, its disagreements, and what it repeated."""
    row = _row(catalogue, view, organisation_id)
    own = Filter(crisis=view.chosen.crisis, claimant=(organisation_id,), as_of=view.chosen.as_of)
    sections = [
        *_claimed(catalogue, own, view),
        _disagreements(catalogue, own, view),
        _repeated(catalogue, organisation_id, view),
    ]
    shown = [section for section in sections if section is not None]
    nothing = html.P(view.language.say("Nothing of it was known on this day."), className="empty")
    switch = crises.switch(catalogue, own, view, f"/organisation/{organisation_id}")
    taken = [takeaway.of_organisation(catalogue, view, organisation_id)] if shown else []
    return html.Div([_hero(catalogue, row, view), switch, *(shown or [nothing]), *taken])


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _row(catalogue: Catalogue, view: View, organisation_id: str) -> object:
    row = catalogue.get("organisations", organisation_id)
    if row is None:
        raise UnknownError(view.language.say("There is no organisation “{name}”.", name=organisation_id))
    return row


def _hero(catalogue: Catalogue, row: object, view: View) -> Component:
    language, name = view.language, view.language.label(row, "name")
    parts = [
        html.P(html.A(language.say("Organisations"), href=view.plain("/organisation")), className="kicker"),
        html.H1(name),
        html.P(_said(row, view), className="dek"),
        *_belongs(catalogue, row, view),
        notices.past_day(view, f"/organisation/{text(row, 'organisation_id')}"),
    ]
    if notices.is_conflict_party(row):
        parts.append(notices.conflict_party(links.organisation_name(row, language), language))
    return html.Div([part for part in parts if part is not None], className="hero")


def _said(row: object, view: View) -> list[Component | str]:
    """What sort of organisation it is, its short name and its site."""
    language, short = view.language, view.language.label(row, "short_name")
    kind = kinds.organisation(text(row, "kind"), language)
    parts: list[Component | str] = [kind[:1].upper() + kind[1:]]
    if short and short != language.label(row, "name"):
        parts.append(language.say("here called {name}", name=short))
    if site := links.outside(getattr(row, "url", None), language):
        parts.append(site)
    return [part for one in parts for part in (" · ", one)][1:]


def _belongs(catalogue: Catalogue, row: object, view: View) -> list[Component]:
    """What it belongs to, and what belongs to it: organisations of one line do not confirm each other."""
    say = view.language.say
    parent = catalogue.get("organisations", text(row, "parent_id"))
    every = catalogue.organisations
    parts = every[every.parent_id.eq(text(row, "organisation_id"))].itertuples(index=False)
    found = []
    if parent is not None:
        found.append(html.P([say("Part of, or speaking for:"), " ", links.organisation(parent, view)]))
    if below := [links.organisation(part, view) for part in parts]:
        listed = [piece for one in below for piece in (" · ", one)][1:]
        found.append(html.P([say("Belonging to it, or speaking for it:"), " ", *listed]))
    return [html.Div(found, className="belongs")] if found else []


def _claimed(catalogue: Catalogue, own: Filter, view: View) -> list[Component]:
    if not count(catalogue, own):
        return []
    say = view.language.say
    return [
        html.Section(
            [
                html.H2(say("What it claimed")),
                *cautions.of_claimant(catalogue, own.claimant[0], view),
                *claims_shown(catalogue, own, view, is_told=True),
            ]
        ),
        html.Section(
            [
                html.H2(say("What it counts")),
                html.P(say("Each leads to its figures over time."), className="reading"),
                *crises.counted(catalogue, own, view, shown=12),
            ]
        ),
    ]


def _disagreements(catalogue: Catalogue, own: Filter, view: View) -> Component | None:
    say, language = view.language.say, view.language
    found: list[Disagreement] = [
        (one.row, other) for one in standings(catalogue, own).values() for other in one.contradicting
    ]
    if not found:
        return None
    rest = len(found) - SHOWN
    return html.Section(
        [
            html.H2(say("Where others disagree")),
            html.P(say("Figures of others that cannot be true as well."), className="reading"),
            html.Ul([html.Li(_pair(one, other, view)) for one, other in found[:SHOWN]], className="rivals pairs"),
            html.P(
                language.say_many(
                    "{n} more stands on the page of its claim.", "{n} more stand on the pages of their claims.", rest
                )
            )
            if rest > 0
            else None,
        ],
        id="disagreements",
    )


def _pair(claim: object, other: Rival, view: View) -> list[Component]:
    address = view.plain(f"/observation/{text(claim, 'observation_id')}")
    return [html.A(words.sentence(claim, view.language), href=address), html.Div(rival(other, view))]


def _repeated(catalogue: Catalogue, organisation_id: str, view: View) -> Component | None:
    """The figures of others in its documents, as it printed them. Those of its parent can be the parent's own word."""
    language = view.language
    chosen = Filter(crisis=view.chosen.crisis, publisher=(organisation_id,), as_of=view.chosen.as_of)
    total = int(catalogue.rows("repeated_count", chosen).n.iloc[0])
    if not total:
        return None
    told = language.say_many("{n} citation.", "{n} citations.", total)
    if total > SHOWN:
        told += " " + language.say("The newest {n} are shown.", n=language.number(SHOWN))
    browse = view.choosing(publisher=(organisation_id,)).address("/browse")
    return html.Section(
        [
            html.H2(language.say("What its documents carry of others")),
            html.P(
                [told, " ", language.say("Who repeats a figure does not confirm it.")],
                className="reading",
            ),
            carried(_steps(catalogue, chosen), view, with_document=True),
            html.P(html.A(language.say("Browse all claims that its documents carry"), href=browse), className="onward"),
        ],
        id="repeated",
    )


def _steps(catalogue: Catalogue, chosen: Filter) -> list[Carried]:
    """The newest repeated citations, each as the step of the journey of its claim."""
    rows = catalogue.rows("repeated", chosen, limit=SHOWN)
    claims = Filter(observation=tuple(dict.fromkeys(rows.observation_id)), as_of=chosen.as_of)
    found = {
        step.citation_id: (travelled, step) for travelled in journeys(catalogue, claims) for step in travelled.steps
    }
    return [found[name] for name in rows.citation_id]
