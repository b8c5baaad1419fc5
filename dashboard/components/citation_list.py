"""Citations as a list: each document with its words, and the claim that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.period import day

from ..state import View
from . import links
from .quotation import quotation


def citation_list(
    citations: Iterable[object], claims: Mapping[str, object], view: View, *, start: int = 1
) -> Component:
    """One item a citation. `claims` are the rows of the claims cited, by id."""
    items = [_item(row, claims.get(str(getattr(row, "observation_id", ""))), view) for row in citations]
    return html.Ol(items, start=start, className="rows citations")


def _item(row: object, claim: object | None, view: View) -> Component:
    return html.Li(
        [
            html.Div([html.Strong(html.Bdi(links.publisher(row, view))), " · ", _day(row, view)], className="line"),
            html.Div(
                [
                    html.P(html.Cite(links.document(row, view))),
                    quotation(getattr(row, "wording", None), getattr(row, "language", None)),
                    html.P(_carried(row, claim, view)) if claim else None,
                ],
                className="about",
            ),
        ]
    )


def _day(row: object, view: View) -> Component:
    published = day(getattr(row, "published_on", None))
    if published is None:
        return html.Span(view.language.say("no date shown"), className="when")
    return html.Time(view.language.date(published), dateTime=published.isoformat(), className="when")


def _carried(row: object, claim: object, view: View) -> list[Component | str]:
    """The claim that it carries, as the tables have it: what the document made of it stands on the claim's page."""
    step = f"#citation-{getattr(row, 'citation_id', '')}"
    address = view.plain(f"/observation/{getattr(row, 'observation_id', '')}")
    roles = {
        "origin": view.language.say("The claimant’s own document for"),
        "denial": view.language.say("Quoted to deny"),
    }
    role = roles.get(str(getattr(row, "role", "")), view.language.say("Carries"))
    return [f"{role} ", html.A(words.sentence(claim, view.language), href=f"{address}{step}")]
