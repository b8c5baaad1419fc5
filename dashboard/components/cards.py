"""Headline cards: one figure each, with its hedge, claimant and period, and how many stand behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker import caveats, words
from tracker.catalogue import Catalogue
from tracker.claims import verdicts
from tracker.claims.standing import Standing, Status
from tracker.figure import Figure
from tracker.headlines import Headline, behind
from tracker.languages import Language
from tracker.period import day
from tracker.series import Series

from ..state import View
from .claim_table import period_of
from .spark import spark


def cards(
    catalogue: Catalogue, headlines: Sequence[Headline], view: View, courses: Sequence[Series] | None = None
) -> Component:
    """The cards side by side, split by rules, not boxes. `courses` are the series that each figure stands among."""
    beside: list[Series | None] = [*courses] if courses else [None] * len(headlines)
    shown = zip(headlines, behind(catalogue, headlines), beside, strict=True)
    items = [_card(headline, standing, view, course) for headline, standing, course in shown]
    return html.Ul(items, className="cards")


def _card(headline: Headline, standing: Standing, view: View, course: Series | None) -> Component:
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
            html.Span([html.Bdi(words.claimant(row, language)), f" · {period_of(row, language)}"], className="who"),
            html.Span(verdicts.counts(standing, language), className="who"),
            html.Span([_status(standing, language), _known(headline, view)], className="who"),
            *_caveat(row, language),
            *(spark(course, view) if course else []),
        ],
        className="card",
    )


def _caveat(row: object, language: Language) -> list[Component]:
    """The first words of what its claimant says of all such figures; its page has the rest."""
    said = caveats.brief(row, language)
    return [html.Span(said, className="who caveat")] if said else []


def _status(standing: Standing, language: Language) -> Component:
    """Disputed, corroborated or neither: in words, and marked where readers should look twice."""
    is_disputed = standing.status is Status.DISPUTED
    return html.Strong(verdicts.status(standing.status, language), className="disputed" if is_disputed else None)


def _known(headline: Headline, view: View) -> str:
    """How old the figure is: since when it is known, and how long that is, or had been on the day that is chosen."""
    language, as_of = view.language, view.chosen.as_of
    known = day(getattr(headline.row, "known_on", None))
    if known is None:
        unknown = language.say("nobody knows since when")
        return f" · {unknown}"
    since = language.say("known since {day}", day=language.date(known))
    age = headline.age(as_of or dt.datetime.now(dt.UTC).date())
    told = language.say_many("{n} day", "{n} days", age) if age else ""
    return f" · {since} ({told})" if told else f" · {since}"


def _unit(row: object) -> str:
    unit = getattr(row, "indicator_unit", None)
    return unit if isinstance(unit, str) else ""
