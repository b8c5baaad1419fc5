"""What the claimant said before and after a figure: how long apart, by how much, or why the two cannot be compared."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker import charts, comparison
from tracker.claims.printed import text
from tracker.succession import Neighbour

from ..state import View
from .claim_table import figure_of, period_of

LONG = 28  # days without a figure that are worth a word


def before_after(neighbours: tuple[Neighbour | None, ...], view: View) -> Component | None:
    """The two neighbours of a claim; None where it has neither."""
    say = view.language.say
    named = zip((say("Before:"), say("After:")), neighbours, strict=True)
    items = [_item(name, found, view) for name, found in named if found is not None]
    if not items:
        return None
    heading = html.H2(say("The same claimant’s figures next to it"))
    return html.Section([heading, html.Ul(items, className="rivals")], id="before-after")


def _item(name: str, found: Neighbour, view: View) -> Component:
    language = view.language
    said = language.say(
        "{figure}, {period}", figure=figure_of(found.row, language), period=period_of(found.row, language)
    )
    link = html.A(said, href=view.plain(f"/observation/{text(found.row, 'observation_id')}"))
    return html.Li([f"{name} ", link, html.Small(" · ".join(_between(found, view)))])


def _between(found: Neighbour, view: View) -> list[str]:
    """What lies between the two, told forwards in time."""
    language, (first, second) = view.language, found.days
    is_long = (second - first).days > LONG
    apart = (comparison.first_in if is_long else comparison.later)(first, second, language)
    if found.is_break:
        why = charts.breaks(language)[found.step]
        return [apart, language.say("not to be compared: {reason}", reason=why)]
    if found.change is not None:
        return [apart, comparison.step(found.change, language, unit=text(found.row, "indicator_unit"))]
    return [apart]
