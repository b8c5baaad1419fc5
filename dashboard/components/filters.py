"""The controls that choose claims. Without JavaScript the same controls are a form, drawn by first_paint.py."""

from __future__ import annotations

import datetime as dt

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from tracker.facets import Choice

from ..ids import Chosen
from ..state import View


def filters(view: View, claimants: list[Choice], places: list[Choice]) -> Component:
    """Claimant, place, dates and the as-of day, as chosen in the view."""
    say, chosen = view.language.say, view.chosen
    return html.Div(
        [
            dmc.MultiSelect(
                id=Chosen.CLAIMANT,
                label=say("Claimants"),
                placeholder="" if chosen.claimant else say("All claimants"),
                data=_options(claimants, view),
                value=list(chosen.claimant),
                clearable=True,
                searchable=True,
                clearButtonProps={"aria-label": say("Clear claimants")},
                withScrollArea=False,
                comboboxProps={"withinPortal": False},
                className="filter wide",
            ),
            dmc.Select(
                id=Chosen.PLACE,
                label=say("Place"),
                placeholder=say("All places"),
                data=_options(places, view),
                value=chosen.place[0] if chosen.place else None,
                clearable=True,
                searchable=True,
                clearButtonProps={"aria-label": say("Clear place")},
                withScrollArea=False,
                comboboxProps={"withinPortal": False},
                className="filter",
            ),
            _day(Chosen.SINCE, say("From"), chosen.since),
            _day(Chosen.UNTIL, say("To"), chosen.until),
            _day(Chosen.AS_OF, say("As known on"), chosen.as_of),
        ],
        className="filters",
        role="search",
        **{"aria-label": say("Choose claims"), "data-form": say("Show")},
    )


def _options(choices: list[Choice], view: View) -> list[dict[str, str]]:
    return [{"value": one.key, "label": f"{one.name} ({view.language.number(one.n)})"} for one in choices]


def _day(name: Chosen, label: str, day: dt.date | None) -> Component:
    """A native date field. Dash's own asks where the cursor stands, which in a date field is an error."""
    return dmc.TextInput(
        id=name,
        label=label,
        value=day.isoformat() if day else "",
        debounce=True,
        attributes={"input": {"type": "date"}},
        className="filter",
    )
