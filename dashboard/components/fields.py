"""The fields of plain forms: they need no script, and what they send is the address of a view."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qsl

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from ..state import View, encoded


def kept(view: View) -> list[Component]:
    """What a form sends along unseen, so that the rest of a view stays as it is."""
    return [dcc.Input(type="hidden", name=key, value=value) for key, value in parse_qsl(encoded(view))]


def day(name: str, label: str, chosen: dt.date | None, *, of: str) -> Component:
    """A native date field for a query key, in the form of that name."""
    return _field(name, label, chosen.isoformat() if chosen else "", of, kind="date")


def text(name: str, label: str, chosen: str, *, of: str) -> Component:
    """A field for words to look for."""
    return _field(name, label, chosen, of, kind="search")


def _field(name: str, label: str, value: str, of: str, kind: str) -> Component:
    return dmc.TextInput(
        id=f"{of}-{name}",
        name=name,
        label=label,
        value=value,
        attributes={"input": {"type": kind}},
        className=f"filter {kind}",
    )
