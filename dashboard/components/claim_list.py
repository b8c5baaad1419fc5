"""Claims as a list: each with its figure, what it counts, who says so and when, their words, and how far it went."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.figure import Figure
from tracker.languages import Language
from tracker.period import day

from ..state import View
from . import links
from .claim_table import period_of
from .quotation import quotation


def claim_list(claims: Iterable[object], view: View, *, start: int = 1) -> Component:
    """One item a claim, each leading to its page. `start` is the number of the first in a longer list.

    Where the claims are of several crises, each names its own.
    """
    rows = list(claims)
    several = are_of_several(rows)
    return html.Ol([claim_item(claim, view, with_crisis=several) for claim in rows], start=start, className="rows")


def are_of_several(claims: Iterable[object]) -> bool:
    """Whether claims are of more than one crisis."""
    return len({getattr(claim, "crisis_id", "") for claim in claims}) > 1


def claim_item(claim: object, view: View, *, quote: Component | None = None, with_crisis: bool = False) -> Component:
    """One claim. `quote` stands in place of the words that the tables give it."""
    language = view.language
    address = view.plain(f"/observation/{getattr(claim, 'observation_id', '')}")
    said = quote or quotation(getattr(claim, "wording", None), getattr(claim, "wording_language", None))
    return html.Li(
        [
            html.A([_figure(claim, language), " ", html.Span(what(claim, language), className="what")], href=address),
            html.Div(
                [
                    html.P(_who(claim, view, with_crisis)),
                    said,
                    html.P(_travelled(claim, language), className="who"),
                ],
                className="about",
            ),
        ]
    )


def _who(claim: object, view: View, with_crisis: bool) -> list[Component | str]:
    """Who says so of which time, in which crisis, and what a reader must know before using the figure."""
    crisis: list[Component | str] = [" · ", links.crisis_of(claim, view)] if with_crisis else []
    return [
        html.Bdi(links.claimant(claim, view)),
        f" · {period_of(claim, view.language)}",
        *crisis,
        *_tags(claim, view),
    ]


def what(claim: object, language: Language) -> str:
    """What is counted, and where."""
    return language.say(
        "{indicator}, {place}", indicator=words.counted(claim, language), place=language.label(claim, "place_name")
    )


def _figure(claim: object, language: Language) -> Component:
    figure, unit = Figure.of(claim), getattr(claim, "indicator_unit", None)
    number = words.big(figure, language, unit=unit if isinstance(unit, str) else "") if figure.has_number else ""
    hedge = html.Span(words.hedge(figure, language), className="hedge")
    return html.Span([hedge, " ", html.Span(number, className="number")], className="figure")


def _travelled(claim: object, language: Language) -> str:
    known = day(getattr(claim, "known_on", None))
    since = language.say("Known since {day}", day=language.date(known)) if known else language.say("No known day")
    many = language.say_many
    citations = many("{n} citation", "{n} citations", int(getattr(claim, "n_citations", 0)))
    publishers = many("{n} publisher", "{n} publishers", int(getattr(claim, "n_publishers", 0)))
    carried = language.say("{citations} by {publishers}", citations=citations, publishers=publishers)
    return f"{since} · {carried}"


def _tags(claim: object, view: View) -> list[Component]:
    """What a reader must know before using the figure."""
    say = view.language.say
    later = {
        "update": say("updated later"),
        "correction": say("corrected later"),
        "revision": say("revised later"),
        "basis_change": say("something else counted later"),
        "method_change": say("counted another way later"),
        "retraction": say("withdrawn later"),
    }
    found = [later.get(str(getattr(claim, "superseded_change", "")), "")]
    if getattr(claim, "is_circulating", False):
        found.append(say("circulating figure"))
    if getattr(claim, "is_conflict_party", False):
        found.append(say("party to the conflict"))
    return [html.Span(tag, className="tag") for tag in found if tag]
