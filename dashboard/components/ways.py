"""One indicator's claims in the way a reader asks for, in one chart, in panels or side by side, and the other ways."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from dash import html
from dash.development.base_component import Component

from tracker import charts
from tracker.catalogue import Catalogue
from tracker.charts.triangle import RESTATED
from tracker.series import Series
from tracker.triangle import triangle

from ..state import View
from .figure_panel import panel
from .multiples import KEY
from .restated import restated
from .side_by_side import COMPARABLE, side_by_side

SIDE_BY_SIDE = "compare"


def shown(
    series: Series, catalogue: Catalogue, view: View, path: str, *, name: str, happened: pd.DataFrame
) -> list[Component]:
    """The claims in the way that the address asks for, else in the one that fits them."""
    offered = charts.ways(series, catalogue, view.language)
    if len(series.drawn) in COMPARABLE and (view.chosen.place or series.drawn.place_id.nunique() == 1):
        offered.append(SIDE_BY_SIDE)
    if triangle(series.claims):
        offered.append(RESTATED)
    asked = view.get(KEY)
    by = asked if asked in offered else charts.fitting(series, catalogue, view.language)
    own = {SIDE_BY_SIDE: side_by_side, RESTATED: restated}.get(by)
    if own:
        drawn = own(series, view, name=name)
    else:
        groups = charts.split(series, by, catalogue=catalogue, language=view.language)
        drawn = panel(series, view, name=name, happened=happened, groups=groups, by=by)
    return [*([_links(offered, by, view, path)] if len(offered) > 1 else []), *drawn]


def _links(offered: Iterable[str], by: str, view: View, path: str) -> Component:
    say = view.language.say
    named = {
        "together": say("In one chart"),
        "crisis": say("By crisis"),
        "reach": say("By how far they reach"),
        "place": say("By place"),
        "claimant": say("By claimant"),
        SIDE_BY_SIDE: say("Side by side"),
        RESTATED: say("As they were restated"),
    }
    links = [html.Li(_link(named[way], view.having(**{KEY: way}).address(path), is_here=way == by)) for way in offered]
    return html.Nav(
        [html.Span(say("Show"), className="label"), html.Ul(links)], className="ways", **{"aria-label": say("Show")}
    )


def _link(text: str, address: str, *, is_here: bool) -> Component:
    return html.A(text, href=address, **({"aria-current": "true"} if is_here else {}))
