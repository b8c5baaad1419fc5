"""Who is signed in, with which role, and the way out: the first line of every page of the review."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.accounts import Role
from tracker.languages import Language

from ..access import Way
from ..state import View
from . import controls
from .door import LOGOUT


def with_standing(
    content: Component, view: View, *, person: str, role: Role | None, way: Way, secret: str
) -> Component:
    """A page under the name of whoever reads it. Where a proxy signs people in, it also signs them out."""
    if role is None:
        return content
    say = view.language.say
    told = html.Span(say("Signed in as {name}, {role}", name=person, role=role_name(role, view.language)))
    leave = controls.button(say("Sign out"))
    out = None if way is Way.PROXY else controls.form([leave], view.plain(LOGOUT), secret)
    return html.Div([html.Div([told, out], className="who"), content])


def role_name(role: Role, reader: Language) -> str:
    """What people call a role."""
    say = reader.say
    names = {Role.READER: say("reader"), Role.CONTRIBUTOR: say("contributor"), Role.REVIEWER: say("reviewer")}
    return names[role]
