"""The line of a claim's revisions: what was said before and after, each with why it replaced the one before."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker.languages import Language
from tracker.period import day

from ..state import View
from .claim_table import figure_of, period_of


def revisions(claims: Sequence[object], own: str, view: View) -> Component | None:
    """The claims oldest first, the one of the page marked; None where there is no other."""
    if len(claims) < 2:
        return None
    say = view.language.say
    return html.Section(
        [
            html.H2(say("What came before and after")),
            html.P(say("The source replaced its own figure. Each one stays on record."), className="reading"),
            html.Ol([_item(claim, own, view) for claim in claims], className="revisions"),
        ],
        id="revisions",
    )


def reasons(language: Language) -> dict[str, str]:
    """Why a claim replaces another."""
    say = language.say
    return {
        "update": say("A newer figure of a running count: the one before was true on its day."),
        "correction": say("The source said that its earlier figure was wrong."),
        "revision": say("The source restated its figure for the same time after more information."),
        "basis_change": say("The source changed what it counts: the two cannot be compared."),
        "method_change": say("The source changed how it counts: the two figures do not continue each other."),
        "retraction": say("The source withdrew its earlier figure."),
    }


def _item(claim: object, own: str, view: View) -> Component:
    language, name = view.language, str(getattr(claim, "observation_id", ""))
    said = language.say("{figure}, {period}", figure=figure_of(claim, language), period=period_of(claim, language))
    is_own = name == own
    figure = html.Strong(said) if is_own else html.A(said, href=view.plain(f"/observation/{name}"))
    return html.Li(
        [
            _day(claim, language),
            html.Div([figure, html.Span(language.say("this claim"), className="tag") if is_own else None]),
            html.Small(reasons(language).get(str(getattr(claim, "change", "")), "")),
        ],
        **({"aria-current": "true"} if is_own else {}),
    )


def _day(claim: object, language: Language) -> Component:
    known = day(getattr(claim, "known_on", None))
    if known is None:
        return html.Span(language.say("no day known"), className="when")
    return html.Time(language.date(known), dateTime=known.isoformat(), className="when")
