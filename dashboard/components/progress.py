"""How each running total of a chart went from figure to figure, and for how long nobody gave one: folded under it."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from tracker import comparison, words
from tracker.claims.printed import text
from tracker.gaps import gaps
from tracker.increments import Increment, Withheld, increments
from tracker.series import Series

from ..state import View
from .claim_table import figure_of

Rows = Mapping[str, object]


def progress(series: Series, view: View) -> list[Component]:
    """What it rose or fell by, and the time without a figure; nothing where there is neither."""
    rows = {str(row.observation_id): row for row in series.claims.itertuples()}
    return [*filter(None, [_steps(series, rows, view), _gaps(series, rows, view)])]


def _steps(series: Series, rows: Rows, view: View) -> Component | None:
    found, many = increments(series.claims), view.language.say_many
    if not found:
        return None
    heading = many("{n} step of a running total", "{n} steps of running totals", len(found))
    return _folded(heading, [_step(one, rows, view) for one in found])


def _step(found: Increment | Withheld, rows: Rows, view: View) -> Component:
    """From one figure to the next, and the difference as far as their words allow."""
    language = view.language
    before, after = (rows[name] for name in found.observation_ids)
    told = comparison.step(found, language, unit=text(after, "indicator_unit"))
    said = [words.claimant(after, language), ": ", _link(before, view), " → ", _link(after, view), ": "]
    return html.Li([*said, html.Strong(told) if found.is_fall else told])


def _gaps(series: Series, rows: Rows, view: View) -> Component | None:
    language = view.language
    found = gaps(series.claims)
    if not found:
        return None
    heading = language.say_many("{n} long time without a figure", "{n} long times without a figure", len(found))
    told = [comparison.silence(gap, words.claimant(rows[gap.before], language), language) for gap in found]
    return _folded(heading, [html.Li(one) for one in told])


def _link(row: object, view: View) -> Component:
    href = view.plain(f"/observation/{text(row, 'observation_id')}")
    return html.A(figure_of(row, view.language), href=href)


def _folded(heading: str, items: list[Component]) -> Component:
    return html.Details([html.Summary(heading), html.Ul(items)], className="undrawn")
