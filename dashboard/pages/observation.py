"""One claim: what was said, who stands behind it, how it travelled, and how to cite it."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker import words
from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims import journey as journeys
from tracker.errors import UnknownError
from tracker.figure import Figure

from ..components import journey
from ..components.claim_table import period_of, table
from ..components.facts import facts
from ..components.quotation import quotation
from ..state import View

PATH = "/observation/<observation_id>"


def title(catalogue: Catalogue, view: View, observation_id: str) -> str:
    """The claim in one sentence. Raises UnknownError for one that is not kept, or was not known yet."""
    return words.sentence(_claim(catalogue, view, observation_id), view.language)


def layout(catalogue: Catalogue, view: View, observation_id: str) -> Component:
    """The claim in large, its particulars, and its journey."""
    claim, say = _claim(catalogue, view, observation_id), view.language.say
    travelled = journeys.journey(catalogue, observation_id, as_of=view.chosen.as_of)
    return html.Div(
        [
            _hero(claim, view),
            html.Div(
                [
                    html.Section(
                        [
                            html.H2(say("How it travelled")),
                            *[html.P(line, className="reading") for line in journey.summary(travelled, view.language)],
                            journey.journey(travelled, view),
                        ]
                    ),
                    html.Aside([html.H2(say("The claim")), facts(claim, view)], **{"aria-label": say("The claim")}),
                ],
                className="split",
            ),
            *_revisions(catalogue, view, claim),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Nothing to choose here."""


def _claim(catalogue: Catalogue, view: View, observation_id: str) -> object:
    found = catalogue.rows("claims", Filter(observation=(observation_id,), as_of=view.chosen.as_of))
    claim = next(found.itertuples(index=False), None)
    if claim is None:
        raise UnknownError(view.language.say("There is no claim “{name}” known on this day.", name=observation_id))
    return claim


def _hero(claim: object, view: View) -> Component:
    language, figure = view.language, Figure.of(claim)
    wording, unit = getattr(claim, "wording", None), getattr(claim, "indicator_unit", None)
    number = words.big(
        figure,
        language,
        wording=wording if isinstance(wording, str) else "",
        unit=unit if isinstance(unit, str) else "",
    )
    return html.Div(
        [
            html.P(words.claimant(claim, language), className="kicker"),
            html.H1(
                [
                    html.Span(words.hedge(figure, language), className="hedge"),
                    " ",
                    html.Span(number, className="number"),
                    " ",
                    html.Span(
                        f"{language.label(claim, 'indicator_label')}, {language.label(claim, 'place_name')}",
                        className="what",
                    ),
                ],
                className="claim",
            ),
            html.P(period_of(claim, language), className="dek"),
            quotation(wording, getattr(claim, "wording_language", None), big=True),
        ],
        className="hero",
    )


def _revisions(catalogue: Catalogue, view: View, claim: object) -> list[Component]:
    """The claims before and after this one in a chain of revisions."""
    linked = [getattr(claim, "revises", None), getattr(claim, "superseded_by", None)]
    ids = tuple(name for name in linked if isinstance(name, str))
    if not ids:
        return []
    rows = catalogue.rows("claims", Filter(observation=ids, as_of=view.chosen.as_of))
    caption = view.language.say("What this claim replaced, and what replaced it")
    return [
        html.Section(
            [html.H2(view.language.say("Revisions")), table(rows.itertuples(index=False), view, caption=caption)]
        )
    ]
