"""Examples of what was found: claims in a sentence each, everything else by its id, and how many more there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.finding import Finding

from ..state import View
from .check_words import ALIKE

FIRST = 4
MOST = 40
Item = list[Component | str]


def folded(items: Sequence[Item], n: int, view: View) -> Component:
    """The first examples of `n`, a longer list folded, and what is left out counted."""
    many, left_out = view.language.say_many, n - len(items)
    rest = many("And {n} more.", "And {n} more.", left_out)
    first = [html.Li(item) for item in items[:FIRST]]
    others = [html.Li(item) for item in items[FIRST:]]
    summary = html.Summary(many("{n} more example", "{n} more examples", len(others)))
    body = [summary, html.Ul(others), html.P(rest, className="who") if left_out > 0 else None]
    return html.Div([html.Ul(first), html.Details(body) if others else None], className="sentences")


def of_finding(found: Finding, claims: Mapping[str, object], carried: Mapping[str, str], view: View) -> Item:
    """What a finding is about, as a link where it has a page, and what the check says of it.

    `claims` are the rows of claims by id, `carried` the claim of each citation.
    """
    about = _subject(found, claims, carried, view)
    if found.code in ALIKE:
        return [about]
    return [about, " ", html.Small(found.message, lang="en", dir="ltr")]


def of_claim(claim: object, view: View) -> Component:
    """A claim in a sentence, leading to its page."""
    address = view.plain(f"/observation/{getattr(claim, 'observation_id', '')}")
    return html.A(words.sentence(claim, view.language), href=address)


def _subject(found: Finding, claims: Mapping[str, object], carried: Mapping[str, str], view: View) -> Component:
    claim = claims.get(carried.get(found.id, found.id) if found.table in {"observations", "citations"} else "")
    if claim is not None:
        return of_claim(claim, view)
    if found.table == "documents" and found.id:
        return html.A(found.id, href=view.plain(f"/document/{found.id}"))
    return html.Code(found.id or found.where)
