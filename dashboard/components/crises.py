"""Crises by name: where the page of each is, how much there is of it, and which one a page speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

import pandas as pd
from dash import html
from dash.development.base_component import Component

from tracker import headlines, words
from tracker.catalogue import Catalogue, Filter
from tracker.claims.printed import text
from tracker.facets import Choice, choices
from tracker.languages import Language
from tracker.period import Period, day

from ..state import View
from .counted_links import counted_links

HOME, START = "/", "/crisis/"


@dataclass(frozen=True)
class Extent:
    """How much there is among chosen claims."""

    claims: int
    claimants: int
    documents: int
    indicators: int


def path(crisis_id: str) -> str:
    """The page of a crisis."""
    return f"{START}{crisis_id}"


def at(catalogue: Catalogue, address: str) -> object | None:
    """The crisis that the page at a path is of: the home page is that of the only one there is."""
    if address.startswith(START):
        return catalogue.get("crises", unquote(address.removeprefix(START)))
    every = ordered(catalogue)
    return every[0] if len(every) == 1 else None


def ordered(catalogue: Catalogue) -> list[object]:
    """Those that go on first; then by their first day, newest first."""
    rows = catalogue.crises
    lasting = rows.assign(_is_over=rows.end.notna()) if len(rows) else rows.assign(_is_over=False)
    sorted_rows = lasting.sort_values(
        ["_is_over", "start", "crisis_id"], ascending=[True, False, True], na_position="last"
    )
    return list(sorted_rows.itertuples(index=False))


def are_several(catalogue: Catalogue) -> bool:
    """Whether a reader must be told which crisis a figure belongs to."""
    return len(catalogue.crises) > 1


def rule(row: object, view: View) -> str:
    """The headline rule that the address asks for, else the one that fits the crisis."""
    return view.get("rule") or headlines.rule_for(row)


def promise(language: Language) -> str:
    """What every number on these pages is."""
    return language.say(
        "Every number here is a claim. We show who made it, or that nobody is named, for which period, in the words "
        "that were printed, and never fill in what nobody reported."
    )


def when(row: object, language: Language) -> str:
    """The time that is followed."""
    first, last = day(getattr(row, "start", None)), day(getattr(row, "end", None))
    if first and last:
        return words.period(Period(first, last), "flow", language)
    return language.say("since {day}", day=language.date(first)) if first else ""


def known(view: View) -> str:
    """As of which day a page speaks."""
    language, as_of = view.language, view.chosen.as_of
    if as_of is None:
        return language.say("all figures on record")
    return language.say("as known on {day}", day=language.date(as_of, style="long"))


def kicker(catalogue: Catalogue, view: View, address: str) -> Component:
    """The way back to all crises, where there are several, and as of which day the page speaks."""
    say = view.language.say
    if address == HOME:
        return html.P(known(view), className="kicker")
    items = [html.Li(html.A(say("Crises"), href=view.plain(HOME))), html.Li(known(view))]
    return html.Nav(html.Ol(items), className="kicker breadcrumbs", **{"aria-label": say("Within")})


def rules(view: View, rule: str, address: str) -> Component:
    """The rule by which cards were chosen, and the others."""
    language, say = view.language, view.language.say
    others = [
        html.Li(html.A(headlines.described(name, language), href=view.having(rule=name).address(address)))
        for name in headlines.RULES
        if name != rule
    ]
    chosen = say("Each card shows {rule}.", rule=headlines.described(rule, language))
    return html.Details([html.Summary(chosen), html.P(say("Show instead:")), html.Ul(others)], className="rules")


def extent(catalogue: Catalogue, chosen: Filter) -> Extent:
    """How much there is among the chosen claims."""
    row = next(catalogue.rows("extent", chosen).itertuples(index=False))
    counted = catalogue.rows("facets", replace(chosen, indicator=()))
    n_indicators = int(counted.facet.eq("indicator").sum())
    return Extent(_number(row, "n"), _number(row, "n_claimants"), _number(row, "n_documents"), n_indicators)


def switch(
    catalogue: Catalogue, chosen: Filter, view: View, address: str, *, keeps_place: bool = False, counts: bool = True
) -> Component | None:
    """One link for each crisis that has any of the chosen claims, and one for all; None where one is all there is.

    Another crisis has other places: one that was chosen is let go, unless the page itself is of it.
    """
    language, picked = view.language, view.chosen.crisis
    among = replace(chosen, crisis=(), place=chosen.place if keeps_place else ())
    found = choices(catalogue, among, "crisis", language)
    if len(found) < 2 and not (picked and are_several(catalogue)):
        return None
    order = {text(row, "crisis_id"): number for number, row in enumerate(ordered(catalogue))}
    bare = view if keeps_place else view.choosing(place=())
    links = [_to((), language.say("All crises"), None, view, bare, address)]
    for one in sorted(found, key=lambda choice: order.get(choice.key, len(order))):
        links.append(_to((one.key,), one.name, one.n if counts else None, view, bare, address))
    return html.Nav(links, className="switch crises", **{"aria-label": language.say("Crisis")})


def ranked(catalogue: Catalogue, chosen: Filter, language: Language) -> list[Choice]:
    """The indicators of the chosen claims of one crisis: those it is known by first, then by number of claims."""
    known_by = headlines.indicators(catalogue, chosen.crisis[0])
    order = {text(row, "indicator_id"): number for number, row in enumerate(known_by)}
    found = choices(catalogue, chosen, "indicator", language)
    return sorted(found, key=lambda choice: order.get(choice.key, len(order)))


def counted(catalogue: Catalogue, chosen: Filter, view: View, *, shown: int) -> list[Component]:
    """What is counted among the chosen claims, a list for each crisis, under its name where there are several."""
    found = [
        (row, listed, own)
        for row in ordered(catalogue)
        if not chosen.crisis or text(row, "crisis_id") in chosen.crisis
        for own in [replace(chosen, crisis=(text(row, "crisis_id"),))]
        if (listed := ranked(catalogue, own, view.language))
    ]
    parts: list[Component] = []
    for row, listed, own in found:
        if len(found) > 1:
            name = view.language.label(row, "title")
            parts.append(html.H3(html.A(name, href=view.plain(path(text(row, "crisis_id"))))))
        parts += counted_links(listed, view, partial(_indicator, View(own, view.lang)), shown=shown)
    return parts


def _indicator(kept: View, indicator_id: str) -> str:
    return kept.address(f"/indicator/{indicator_id}")


def _to(crisis: tuple[str, ...], name: str, n: int | None, view: View, bare: View, address: str) -> Component:
    is_here = view.chosen.crisis == crisis
    to = view if is_here else bare.choosing(crisis=crisis)
    count = [] if n is None else [" ", html.Span(view.language.number(n))]
    return html.A(
        [name, *count], href=to.having(page="").address(address), **({"aria-current": "true"} if is_here else {})
    )


def _number(row: object, column: str) -> int:
    cell = getattr(row, column, 0)
    return 0 if pd.isna(cell) else int(cell)
