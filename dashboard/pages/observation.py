"""One claim: what was said, who stands behind it, how it travelled, and how to cite it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urljoin

import flask
from dash import Dash, html
from dash.development.base_component import Component

from tracker import words
from tracker.catalogue import Catalogue, Filter, Live
from tracker.citing import Citing
from tracker.claims import journey as journeys
from tracker.claims import standing as standings
from tracker.claims.printed import text
from tracker.claims.revisions import chain
from tracker.errors import UnknownError
from tracker.figure import Figure
from tracker.period import day
from tracker.succession import neighbours

from ..components import citing, journey, links, notices, revisions, standing, takeaway
from ..components.before_after import before_after
from ..components.claim_table import period_of
from ..components.facts import facts
from ..components.journey_strip import journey_strip
from ..components.quotation import quotation
from ..state import View

PATH = "/observation/<observation_id>"


def title(catalogue: Catalogue, view: View, observation_id: str) -> str:
    """The claim in one sentence. Raises UnknownError for one that is not kept, or was not known yet."""
    return words.sentence(_claim(catalogue, view, observation_id), view.language)


def layout(catalogue: Catalogue, view: View, observation_id: str) -> Component:
    """The claim in large; then who stands behind it, its journey, its revisions and how to cite it."""
    claim, as_of, say = _claim(catalogue, view, observation_id), view.chosen.as_of, view.language.say
    found = standings.standing(catalogue, observation_id, as_of=as_of)
    cited = _cited(claim, view, observation_id)
    parts = [
        standing.standing(found, catalogue, view),
        before_after(neighbours(catalogue, claim, as_of=as_of), view),
        revisions.revisions(chain(catalogue, claim, as_of=as_of), observation_id, view),
        _journey(catalogue, view, observation_id),
        citing.citing(cited, view),
        takeaway.of_claim(claim, view, cited),
    ]
    return html.Div(
        [
            _hero(claim, view, standing.brief(found, view)),
            html.Div(
                [
                    html.Div([part for part in parts if part is not None]),
                    html.Aside(
                        [html.H2(say("The claim")), facts(claim, view), html.P(_over_time(claim, view))],
                        **{"aria-label": say("The claim")},
                    ),
                ],
                className="split",
            ),
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


def _hero(claim: object, view: View, brief: Component) -> Component:
    return html.Div(
        [
            html.P([links.crisis_of(claim, view), " · ", links.claimant(claim, view)], className="kicker"),
            html.H1(_headline(claim, view), className="claim"),
            html.P(_when(claim, view), className="dek"),
            quotation(getattr(claim, "wording", None), getattr(claim, "wording_language", None), big=True),
            brief,
            *_notices(claim, view),
        ],
        className="hero",
    )


def _headline(claim: object, view: View) -> list[Component | str]:
    language, figure = view.language, Figure.of(claim)
    number = words.big(figure, language, wording=text(claim, "wording"), unit=text(claim, "indicator_unit"))
    what = language.say(
        "{indicator}, {place}", indicator=words.counted(claim, language), place=language.label(claim, "place_name")
    )
    return [
        html.Span(words.hedge(figure, language), className="hedge"),
        " ",
        html.Span(number, className="number"),
        " ",
        html.Span(what, className="what"),
    ]


def _when(claim: object, view: View) -> str:
    """The time it speaks of, and the day it was said."""
    language, said = view.language, day(getattr(claim, "said_on", None))
    if said is None:
        return period_of(claim, language)
    told = language.say("said on {day}", day=language.date(said, style="long"))
    return f"{period_of(claim, language)} · {told}"


def _notices(claim: object, view: View) -> list[Component]:
    """What must be known before the figure is used."""
    language = view.language
    found = [
        notices.past_day(view, f"/observation/{text(claim, 'observation_id')}"),
        notices.replaced(claim, view),
        notices.caveat(claim, language),
    ]
    if getattr(claim, "is_circulating", False):
        found.append(notices.circulating(language))
    elif not text(claim, "claimant_id"):
        found.append(notices.unattributed(language))
    if notices.is_conflict_party(claim):
        found.append(notices.conflict_party(words.claimant(claim, language), language))
    return [notice for notice in found if notice is not None]


def _over_time(claim: object, view: View) -> Component:
    """The way to the figures of all claimants about the same thing and place."""
    same = view.choosing(crisis=(text(claim, "crisis_id"),), place=(text(claim, "place_id"),))
    address = same.address(f"/indicator/{text(claim, 'indicator_id')}")
    return html.A(view.language.say("All figures of this indicator here, over time"), href=address)


def _journey(catalogue: Catalogue, view: View, observation_id: str) -> Component:
    travelled = journeys.journey(catalogue, observation_id, as_of=view.chosen.as_of)
    return html.Section(
        [
            html.H2(view.language.say("How it travelled")),
            *journey.summary(travelled, view.language),
            *filter(None, [journey_strip(travelled, view)]),
            *journey.journey(travelled, view),
        ],
        id="journey",
    )


def _cited(claim: object, view: View, observation_id: str) -> Citing:
    """Cited at the address that the reader's browser has; without a request there is only the path."""
    root = flask.request.url_root if flask.has_request_context() else ""
    today = dt.datetime.now(dt.UTC).date()
    url = urljoin(root, view.plain(f"/observation/{observation_id}"))
    return Citing(claim, url, view.chosen.as_of or today, view.language)
