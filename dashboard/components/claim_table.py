"""Claims as a table: the same rows as the chart beside it, each leading to its observation."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.figure import Figure
from tracker.languages import Language
from tracker.period import Period, day

from ..state import View
from .quotation import quotation


def table(claims: Iterable[object], view: View, *, caption: str, with_indicator: bool = False) -> Component:
    """One row a claim: figure with its hedge, claimant, period, place, words, and the day it became known.

    Where the claims are of several crises, each row names its own.
    """
    say, rows = view.language.say, list(claims)
    with_crisis = len({getattr(claim, "crisis_id", "") for claim in rows}) > 1
    heads = [say("Figure"), say("Claimant"), say("Period or date"), say("Place"), say("As printed"), say("Known on")]
    if with_indicator:
        heads.insert(1, say("Indicator"))
    if with_crisis:
        heads.append(say("Crisis"))
    return html.Div(
        html.Table(
            [
                html.Caption(caption),
                html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                html.Tbody([_row(claim, view, with_indicator, with_crisis) for claim in rows]),
            ],
            className="claims",
        ),
        className="scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


def figure_of(claim: object, language: Language) -> str:
    """The figure of a claim in words, as everywhere."""
    wording, unit = getattr(claim, "wording", None), getattr(claim, "indicator_unit", None)
    return words.figure(
        Figure.of(claim),
        language,
        wording=wording if isinstance(wording, str) else "",
        unit=unit if isinstance(unit, str) else "",
    )


def period_of(claim: object, language: Language) -> str:
    """The period of a claim in words, as everywhere."""
    return words.period(Period.of(claim), str(getattr(claim, "measure", "")), language)


def _row(claim: object, view: View, with_indicator: bool, with_crisis: bool) -> Component:
    language = view.language
    address = view.plain(f"/observation/{getattr(claim, 'observation_id', '')}")
    whom = getattr(claim, "population", None)
    figure = html.Th(
        [html.A(figure_of(claim, language), href=address), html.Small(whom) if isinstance(whom, str) else None],
        scope="row",
        className="figure",
    )
    cells = [
        words.claimant(claim, language),
        period_of(claim, language),
        language.label(claim, "place_name"),
        quotation(getattr(claim, "wording", None), getattr(claim, "wording_language", None)),
        _known(claim, language),
    ]
    if with_indicator:
        cells.insert(0, language.label(claim, "indicator_label"))
    if with_crisis:
        cells.append(language.label(claim, "crisis_title"))
    return html.Tr([figure, *[html.Td(cell) for cell in cells]], className=_state(claim))


def _known(claim: object, language: Language) -> str:
    known = day(getattr(claim, "known_on", None))
    return language.date(known) if known else language.say("not known")


def _state(claim: object) -> str | None:
    """A later figure of a running count, or one counted another way, does not make this one wrong."""
    return "replaced" if getattr(claim, "superseded_change", None) in {"correction", "revision", "retraction"} else None
