"""Headline cards: one figure each, with its hedge, claimant and period, and how many stand behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.figure import Figure
from tracker.headlines import Headline
from tracker.series import Series

from ..state import View
from .claim_table import period_of
from .spark import spark


def cards(headlines: Sequence[Headline], view: View, courses: Sequence[Series]) -> Component:
    """The cards side by side, split by rules, not boxes. `courses` are the series that each figure stands among."""
    pairs = zip(headlines, courses, strict=True)
    return html.Ul([_card(headline, view, course) for headline, course in pairs], className="cards")


def _card(headline: Headline, view: View, course: Series) -> Component:
    row, language = headline.row, view.language
    figure, wording = Figure.of(row), getattr(row, "wording", None)
    number = words.big(figure, language, wording=wording if isinstance(wording, str) else "", unit=_unit(row))
    return html.Li(
        [
            html.Span(words.hedge(figure, language), className="hedge"),
            html.A(number, href=view.plain(f"/observation/{getattr(row, 'observation_id', '')}"), className="number"),
            html.Span(
                language.say(
                    "{indicator}, {place}",
                    indicator=words.counted(row, language),
                    place=language.label(row, "place_name"),
                ),
                className="what",
            ),
            html.Span(f"{words.claimant(row, language)} · {period_of(row, language)}", className="who"),
            html.Span(_carried(row, view), className="who"),
            *spark(course, view),
        ],
        className="card",
    )


def _carried(row: object, view: View) -> str:
    """One claimant made the figure; the documents that repeat it are no further sources."""
    n, say_many = int(getattr(row, "n_publishers", 0)), view.language.say_many
    if not isinstance(getattr(row, "claimant_id", None), str):
        return say_many("no source named, carried by {n} publisher", "no source named, carried by {n} publishers", n)
    return say_many("1 source, carried by {n} publisher", "1 source, carried by {n} publishers", n)


def _unit(row: object) -> str:
    unit = getattr(row, "indicator_unit", None)
    return unit if isinstance(unit, str) else ""
