"""One place: what holds it, its parts, what is counted there, and the claims about it and within it."""

from __future__ import annotations

from collections.abc import Iterator

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.printed import text
from tracker.errors import UnknownError
from tracker.facets import Choice, choices

from ..components import crises, kinds, links, notices
from ..components.claims_shown import claims_shown
from ..components.counted_links import counted_links
from ..state import View

PATH = "/place/<place_id>"


def title(catalogue: Catalogue, view: View, place_id: str) -> str:
    """Its name. Raises UnknownError for a place that is not kept."""
    return view.language.label(_row(catalogue, view, place_id), "name")


def layout(catalogue: Catalogue, view: View, place_id: str) -> Component:
    """The place within its surroundings; then parts, indicators and claims."""
    row, say = _row(catalogue, view, place_id), view.language.say
    here = Filter(crisis=view.chosen.crisis, place=(place_id,), as_of=view.chosen.as_of)
    counts = {choice.key: choice.n for choice in choices(catalogue, here, "place", view.language)}
    parts = sorted(_parts(catalogue, place_id, counts, view), key=lambda part: (-part.n, part.name))
    return html.Div(
        [
            _hero(catalogue, row, view),
            crises.switch(catalogue, here, view, f"/place/{place_id}", keeps_place=True),
            html.Section(
                [
                    html.H2(say("Claims")),
                    html.P(_split(counts.get(place_id, 0), sum(part.n for part in parts), view), className="reading"),
                    *claims_shown(catalogue, here, view),
                ]
            ),
            *_counted(catalogue, here, view),
            *_within(parts, view),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _row(catalogue: Catalogue, view: View, place_id: str) -> object:
    row = catalogue.get("places", place_id)
    if row is None:
        raise UnknownError(view.language.say("There is no place “{name}”.", name=place_id))
    return row


def _hero(catalogue: Catalogue, row: object, view: View) -> Component:
    language = view.language
    parts = [
        _breadcrumbs(catalogue, row, view),
        html.H1(language.label(row, "name")),
        html.P(_said(row, view), className="dek"),
        _aliases(row, view),
        notices.past_day(view, f"/place/{text(row, 'place_id')}"),
    ]
    return html.Div([part for part in parts if part is not None], className="hero")


def _breadcrumbs(catalogue: Catalogue, row: object, view: View) -> Component:
    """The way down to it, from the widest place that holds it."""
    say = view.language.say
    above = [html.Li(links.place(place, view)) for place in reversed(list(_above(catalogue, row)))]
    every = html.Li(html.A(say("Places"), href=view.plain("/place")))
    return html.Nav(html.Ol([every, *above]), className="kicker breadcrumbs", **{"aria-label": say("Within")})


def _above(catalogue: Catalogue, row: object) -> Iterator[object]:
    """The places that hold it, nearest first. A circle of parents ends where it began."""
    seen = {text(row, "place_id")}
    while (name := text(row, "parent_id")) and name not in seen:
        seen.add(name)
        row = catalogue.get("places", name)
        if row is None:
            return
        yield row


def _said(row: object, view: View) -> str:
    """What sort of place it is, and how surely its outline is known."""
    language = view.language
    kind, pcode = kinds.place(text(row, "kind"), language), text(row, "pcode")
    lines = [f"{kind[:1].upper()}{kind[1:]}.", kinds.precision(text(row, "place_precision"), language)]
    if pcode:
        lines.append(language.say("P-code {code}.", code=pcode))
    return " ".join(filter(None, lines))


def _aliases(row: object, view: View) -> Component | None:
    names = [name.strip() for name in text(row, "aliases").split("|") if name.strip()]
    if not names:
        return None
    return html.P(view.language.say("Also printed as: {names}", names=" · ".join(names)), className="reading")


def _parts(catalogue: Catalogue, place_id: str, counts: dict[str, int], view: View) -> Iterator[Choice]:
    """The places directly below it. No place has two that hold it, so that the parts share no claim."""
    places = catalogue.places
    for row in places[places.parent_id.eq(place_id)].itertuples(index=False):
        name = text(row, "place_id")
        yield Choice(name, view.language.label(row, "name"), counts.get(name, 0))


def _split(total: int, below: int, view: View) -> str:
    """How many of the claims are about the whole place, and how many about parts of it."""
    many = view.language.say_many
    told = many("{n} claim is about the place itself", "{n} claims are about the place itself", total - below)
    parts = many("{n} about a part of it", "{n} about parts of it", below)
    if not below:
        return f"{told}."
    return view.language.say("{whole}, {parts}. A figure for a part is not one for the whole.", whole=told, parts=parts)


def _counted(catalogue: Catalogue, here: Filter, view: View) -> list[Component]:
    say, found = view.language.say, crises.counted(catalogue, here, view, shown=24)
    if not found:
        return []
    return [
        html.Section(
            [
                html.H2(say("What is counted here")),
                html.P(say("Each leads to its figures over time."), className="reading"),
                *found,
            ]
        )
    ]


def _within(parts: list[Choice], view: View) -> list[Component]:
    if not parts:
        return []
    listed = counted_links(parts, view, lambda key: view.plain(f"/place/{key}"), shown=24)
    return [html.Section([html.H2(view.language.say("Parts of it")), *listed])]
