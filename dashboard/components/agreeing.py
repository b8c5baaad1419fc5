"""Who agrees about one place, and who cannot: the pairs that were compared, and how far apart the figures lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker import comparison, words
from tracker.agreement import Agreement, Pair, Spread, agreement
from tracker.catalogue import Catalogue
from tracker.claims import verdicts
from tracker.claims.printed import text
from tracker.period import Period, day
from tracker.series import Series

from ..state import View
from .claim_table import figure_of, period_of

MOST = 400  # claims that are weighed against each other on a page; more are asked for by dates, or of the open data
SHOWN = 8  # of each kind, before the rest is folded away


def agreeing(series: Series, catalogue: Catalogue, view: View) -> list[Component]:
    """What all claimants say of the one place that is shown, in the time that is shown."""
    place, asked = _place(series, view), _period(series, view)
    if not place or asked is None or len(series.claims) > MOST:
        return []
    indicator_id = str(getattr(series.indicator, "indicator_id", ""))
    found = agreement(catalogue, indicator_id, place, period=asked, as_of=view.chosen.as_of)
    if len(found.claims) < 2:
        return []
    return [html.Section([html.H2(view.language.say("Who agrees, and who cannot")), *_told(found, view)])]


def _place(series: Series, view: View) -> str:
    """The one place that is chosen, else that of all claims: figures of two places are not weighed."""
    places = list(series.claims.place_id.unique())
    if len(view.chosen.place) == 1:
        return view.chosen.place[0]
    return str(places[0]) if len(places) == 1 else ""


def _period(series: Series, view: View) -> Period | None:
    drawn = series.drawn
    first = view.chosen.since or _least(day(drawn.period_start.min()), day(drawn.period_end.min()))
    last = view.chosen.until or day(drawn.period_end.fillna(drawn.period_start).max())
    return Period(first, last) if first and last and first <= last else None


def _least(*days: dt.date | None) -> dt.date | None:
    return min((one for one in days if one), default=None)


def _told(found: Agreement, view: View) -> list[Component]:
    language = view.language
    incompatible, compatible = found.incompatible, found.compatible
    return [
        html.P(_counted(found, view), className="reading"),
        *_listed(
            language.say("Figures of one time, from the lowest to the highest"),
            [html.Li(_spread(one, view)) for one in found.spreads],
            view,
        ),
        *_listed(language.say("Cannot both be true"), [html.Li(_pair(one, view)) for one in incompatible], view),
        *_listed(language.say("Can both be true"), [html.Li(_pair(one, view)) for one in compatible], view),
    ]


def _counted(found: Agreement, view: View) -> str:
    """How many say something, and how many of them may speak for themselves."""
    many = view.language.say_many
    return view.language.say(
        "{claims} by {claimants}, of which {sources}. No figure is made from several.",
        claims=many("{n} claim", "{n} claims", sum(map(len, found.claims.values()))),
        claimants=many("{n} claimant", "{n} claimants", len(found.claims)),
        sources=many("{n} is known to be independent", "{n} are known to be independent", found.sources),
    )


def _spread(found: Spread, view: View) -> list[str]:
    first = found.lowest[0]
    when = words.period(first.period, first.measure, view.language)
    return [f"{when}: ", comparison.spread(found, view.language)]


def _pair(pair: Pair, view: View) -> list[Component | str]:
    return [
        _claim(pair.one.row, view),
        " · ",
        _claim(pair.other.row, view),
        html.Small(verdicts.reason(pair.verdict.reason, view.language)),
    ]


def _claim(row: object, view: View) -> Component:
    """Who, how many and when: what is counted, and where, is the same for all."""
    language = view.language
    said = language.say(
        "{claimant}: {figure}, {period}",
        claimant=words.claimant(row, language),
        figure=figure_of(row, language),
        period=period_of(row, language),
    )
    return html.A(said, href=view.plain(f"/observation/{text(row, 'observation_id')}"))


def _listed(heading: str, items: Sequence[Component], view: View) -> list[Component]:
    if not items:
        return []
    rest = view.language.say_many("{n} more", "{n} more", len(items) - SHOWN)
    folded = [html.Details([html.Summary(rest), html.Ul(items[SHOWN:], className="rivals")])]
    return [
        html.H3(heading),
        html.Ul(items[:SHOWN], className="rivals"),
        *(folded if len(items) > SHOWN else []),
    ]
