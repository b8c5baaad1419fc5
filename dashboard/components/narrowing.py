"""What a selection can be narrowed to: every choice is a link that keeps the rest of the view."""

from __future__ import annotations

import datetime as dt

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue
from tracker.facets import Choice, choices

from ..state import View
from . import crises
from .choice_names import codes, headings
from .chosen import without, year_of

FACETS = ("crisis", "indicator", "claimant", "place", "publisher", "year", "measure", "qualifier", "basis")
FIRST = 6  # choices shown at once
MOST = 300  # choices listed at all; further ones are reached by their words


def narrowing(catalogue: Catalogue, view: View, path: str) -> list[Component]:
    """One list for each thing to choose by. A list of one choice that is not chosen would narrow nothing."""
    names = headings(view.language)
    found = {facet: choices(catalogue, view.chosen, facet, view.language) for facet in FACETS}
    if len(view.chosen.crisis) == 1:
        found["indicator"] = crises.ranked(catalogue, view.chosen, view.language)
    return [
        _facet(view, path, facet, names[facet], offered)
        for facet, offered in found.items()
        if len(offered) > 1 or _chosen(view, facet)
    ]


def _facet(view: View, path: str, facet: str, heading: str, offered: list[Choice]) -> Component:
    picked = _chosen(view, facet)
    ordered = sorted(offered, key=lambda choice: choice.key not in picked)
    items = [_item(view, path, facet, choice) for choice in ordered[:MOST]]
    return html.Section(
        [html.H3(heading), html.Ul(items[:FIRST]), *_more(items[FIRST:], len(offered) - MOST, view)], className="facet"
    )


def _more(items: list[Component], left_out: int, view: View) -> list[Component]:
    if not items:
        return []
    many = view.language.say_many
    summary = many("{n} more", "{n} more", len(items))
    rest = many("{n} further choice has fewer claims.", "{n} further choices have fewer claims.", left_out)
    return [html.Details([html.Summary(summary), html.Ul(items), html.P(rest) if left_out > 0 else None])]


def _item(view: View, path: str, facet: str, choice: Choice) -> Component:
    is_chosen = choice.key in _chosen(view, facet)
    to = _less(view, facet, choice.key) if is_chosen else _more_of(view, facet, choice.key)
    link = html.A(
        codes(facet, view.language).get(choice.key, choice.name),
        href=to.having(page="").address(path),
        rel="nofollow",
        **({"aria-current": "true"} if is_chosen else {}),
    )
    return html.Li([link, " ", html.Span(view.language.number(choice.n))])


def _chosen(view: View, facet: str) -> tuple[str, ...]:
    if facet == "year":
        year = year_of(view)
        return (str(year),) if year else ()
    found: tuple[str, ...] = getattr(view.chosen, facet)
    return found


def _more_of(view: View, facet: str, key: str) -> View:
    if facet == "year":
        return view.choosing(since=dt.date(int(key), 1, 1), until=dt.date(int(key), 12, 31))
    return view.choosing(**{facet: (*_chosen(view, facet), key)})


def _less(view: View, facet: str, key: str) -> View:
    return view.choosing(since=None, until=None) if facet == "year" else without(view, facet, key)
