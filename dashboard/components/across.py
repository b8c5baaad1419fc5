"""One indicator in several crises: the figure of each by a named rule, and whether they may stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dash import html
from dash.development.base_component import Component

from tracker import headlines, series, words
from tracker.catalogue import Catalogue, Filter
from tracker.claims.printed import text
from tracker.comparability import Comparability, comparability
from tracker.facets import choices
from tracker.headlines import Headline

from ..state import View
from . import crises
from .side_by_side import side_by_side

Found = tuple[object, Headline]  # a row of `crises`, and the figure that its card would show


def beside(catalogue: Catalogue, view: View, indicator_id: str) -> Component | None:
    """The figure of each crisis that has one; None where one crisis is chosen, or one alone counts this."""
    found = _found(catalogue, view, indicator_id) if len(view.chosen.crisis) != 1 else []
    if len(found) < 2:
        return None
    together = _compared(catalogue, found)
    return html.Section(
        [
            html.H2(view.language.say("One figure of each crisis")),
            html.P(_told(catalogue, found, together, view), className="reading"),
            html.Ul(
                [
                    *(_item(row, headline, view, indicator_id) for row, headline in found),
                    *(_without(row, view, indicator_id) for row in _others(catalogue, found, view, indicator_id)),
                ],
                className="across",
            ),
            *(_drawn(catalogue, found, view, indicator_id) if together else []),
        ],
        className="panel",
        id="across",
    )


def _found(catalogue: Catalogue, view: View, indicator_id: str) -> list[Found]:
    found = []
    for row in crises.ordered(catalogue):
        crisis_id = text(row, "crisis_id")
        own = view.choosing(indicator=(indicator_id,), crisis=(crisis_id,)).chosen
        if view.chosen.crisis and crisis_id not in view.chosen.crisis:
            continue
        if headline := headlines.headline(catalogue, own, crises.rule(row, view)):
            found.append((row, headline))
    return found


def _compared(catalogue: Catalogue, found: Sequence[Found]) -> Comparability:
    return comparability([headline.row for _, headline in found], catalogue.indicators)


def _told(catalogue: Catalogue, found: Sequence[Found], together: Comparability, view: View) -> str:
    """That they may be compared and with what care; else why not, and which two of them may be."""
    reader = view.language
    if together:
        agree = reader.say("Unit, population and basis agree, so that these figures may be read side by side.")
        return f"{agree} {together.warned(reader)}".strip()
    pairs = [pair for pair in combinations(found, 2) if len(found) > 2 and _compared(catalogue, pair)]
    fit = [
        reader.say(
            "Those of {one} and {other} can.", one=reader.label(one, "title"), other=reader.label(other, "title")
        )
        for (one, _), (other, _) in pairs
    ]
    return " ".join([together.told(reader), *fit])


def _item(row: object, headline: Headline, view: View, indicator_id: str) -> Component:
    language = view.language
    claim = html.A(
        words.sentence(headline.row, language),
        href=view.plain(f"/observation/{text(headline.row, 'observation_id')}"),
    )
    rule = language.say("This is {rule}.", rule=headlines.described(headline.rule, language))
    return html.Li([_crisis(row, view, indicator_id), claim, html.Small(rule)])


def _others(catalogue: Catalogue, found: Sequence[Found], view: View, indicator_id: str) -> list[object]:
    """The crises that count this too, but have no figure that the rule would put on a card."""
    has = {text(row, "crisis_id") for row, _ in found}
    counted = choices(catalogue, view.choosing(indicator=(indicator_id,)).chosen, "crisis", view.language)
    left = {one.key for one in counted} - has
    if view.chosen.crisis:
        left &= set(view.chosen.crisis)
    return [row for row in crises.ordered(catalogue) if text(row, "crisis_id") in left]


def _without(row: object, view: View, indicator_id: str) -> Component:
    told = view.language.say("It has figures, but none that the rule of its cards would choose.")
    return html.Li([_crisis(row, view, indicator_id), html.Span(told)])


def _crisis(row: object, view: View, indicator_id: str) -> Component:
    """The figures of one crisis alone."""
    to = view.choosing(crisis=(text(row, "crisis_id"),), place=()).address(f"/indicator/{indicator_id}")
    return html.A(view.language.label(row, "title"), href=to, className="what")


def _drawn(catalogue: Catalogue, found: Sequence[Found], view: View, indicator_id: str) -> list[Component]:
    ids = tuple(text(headline.row, "observation_id") for _, headline in found)
    chosen = Filter(indicator=(indicator_id,), observation=ids, as_of=view.chosen.as_of)
    return side_by_side(series.select(catalogue, chosen), view, name="across-graph")
