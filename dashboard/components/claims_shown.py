"""The newest claims of a selection as a table, how many there are, and the way to all of them."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter

from ..state import View
from . import cautions
from .claim_table import table
from .empty import empty

SHOWN = 25


def claims_shown(catalogue: Catalogue, chosen: Filter, view: View, *, is_told: bool = False) -> list[Component]:
    """The table and, where it leaves some out, the link to the rest. `is_told`: the page has the caveats elsewhere."""
    language, total = view.language, count(catalogue, chosen)
    if not total:
        return [empty(language.say("No claim was known on this day."))]
    rows = catalogue.rows("page", chosen, limit=SHOWN, offset=0, order="-known_on")
    if total > SHOWN:
        caption = language.say(
            "The {shown} of {total} claims that became known last, newest first",
            shown=language.number(SHOWN),
            total=language.number(total),
        )
    else:
        caption = language.say_many("{n} claim, newest first", "{n} claims, newest first", total)
    link = html.A(
        language.say_many("Browse this claim", "Browse all {n} claims", total),
        href=replace(view, chosen=chosen, more=()).address("/browse"),
    )
    return [
        table(rows.itertuples(index=False), view, caption=caption, with_indicator=True),
        *([] if is_told else cautions.under(rows.itertuples(index=False), view)),
        html.P(link, className="onward"),
    ]


def count(catalogue: Catalogue, chosen: Filter) -> int:
    """How many claims a selection has."""
    return int(catalogue.rows("count", chosen).n.iloc[0])
