"""Figures as documents printed them: each with its words, what it changed, and the claim that it carries."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.claims.journey import Journey, Step

from ..state import View
from . import links
from .changed import changes, locator, marks, note
from .quotation import quotation

Carried = tuple[Journey, Step]


def carried(found: Iterable[Carried], view: View, *, with_document: bool = False) -> Component:
    """One item a citation. `with_document` says which document it stands in, where the page is not about one."""
    return html.Ul([_item(travelled, step, view, with_document) for travelled, step in found], className="carried")


def _item(travelled: Journey, step: Step, view: View, with_document: bool) -> Component:
    language, printed = view.language, step.printed
    figure = words.figure(printed.figure, language, wording=printed.wording, unit=printed.unit)
    return html.Li(
        [
            html.Div([html.Strong(figure, className="figure"), *marks(step, view)], className="by"),
            html.Div(_subject(step, view), className="what"),
            html.Div(
                [quotation(printed.wording, step.language), locator(step.row)],
                className="words",
            ),
            _document(step, view) if with_document else None,
            html.P(
                [language.say("Claim:"), " ", _claim(travelled, step, view)],
                className="who",
            ),
            changes(step, language),
            note(step),
        ],
        id=f"citation-{step.citation_id}",
    )


def _subject(step: Step, view: View) -> str:
    """What the document says was counted, where and when."""
    language, printed = view.language, step.printed
    label = language.label(printed.indicator, "label") or printed.indicator_id
    if printed.population:
        label = language.say("{indicator} ({population})", indicator=label, population=printed.population)
    return language.say(
        "{indicator}, {place}, {period}",
        indicator=label,
        place=language.label(printed.place, "name") or printed.place_id,
        period=words.period(printed.period, printed.measure, language),
    )


def _claim(travelled: Journey, step: Step, view: View) -> Component:
    """The claim in one sentence, leading to this citation on its page."""
    address = view.plain(f"/observation/{travelled.observation_id}")
    return html.A(words.sentence(travelled.claim, view.language), href=f"{address}#citation-{step.citation_id}")


def _document(step: Step, view: View) -> Component:
    day = view.language.date(step.published_on) if step.published_on else view.language.say("no date shown")
    return html.Div([html.Cite(links.document(step.row, view)), html.Small(day)], className="document")
