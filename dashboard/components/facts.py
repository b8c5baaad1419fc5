"""The particulars of one claim as a list of terms: each thing the tables know about it, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.catalogue import Filter
from tracker.period import day

from ..state import View
from . import links
from .claim_table import period_of


def facts(claim: object, view: View) -> Component:
    """What is counted, where, when, how, and by whom."""
    language, say = view.language, view.language.say
    known = day(getattr(claim, "known_on", None))
    said = day(getattr(claim, "said_on", None))
    pairs: list[tuple[str, str | Component | None]] = [
        (say("Crisis"), links.crisis_of(claim, view)),
        (say("Indicator"), _indicator(claim, view)),
        (say("Claimant"), links.claimant(claim, view)),
        (say("Place"), links.place_of(claim, view)),
        (say("Period or date"), period_of(claim, language)),
        (say("Kind of figure"), words.measures(language).get(_cell(claim, "measure"), "")),
        (say("Counted as"), words.basis(_cell(claim, "basis"), language)),
        (say("Who is counted"), _cell(claim, "population")),
        (say("What it includes"), _cell(claim, "scope_note")),
        (say("Said on"), language.date(said, style="long") if said else ""),
        (say("Known since"), language.date(known, style="long") if known else say("not known")),
        (say("Note"), _cell(claim, "note")),
    ]
    return terms(pairs)


def terms(pairs: Iterable[tuple[str, str | Component | None]]) -> Component:
    """Terms with what is known of each; a term of which nothing is known is left out."""
    return html.Dl([html.Div([html.Dt(term), html.Dd(value)]) for term, value in pairs if value], className="facts")


def _indicator(claim: object, view: View) -> Component:
    """The figures of the same crisis."""
    same = View(Filter(crisis=(_cell(claim, "crisis_id"),), as_of=view.chosen.as_of), view.lang)
    name = view.language.label(claim, "indicator_label")
    return html.A(name, href=same.address(f"/indicator/{_cell(claim, 'indicator_id')}"))


def _cell(claim: object, column: str) -> str:
    cell = getattr(claim, column, None)
    return cell if isinstance(cell, str) else ""
