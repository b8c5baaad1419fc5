"""What somebody sees who may not do what they asked for: why, and what there is to do."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.languages import Language

from ..access import Forbidden, Way
from ..state import View
from . import controls
from .start import PATH

LOGIN = f"{PATH}/login"


def forbidden_page(why: Forbidden, way: Way, view: View) -> Component:
    """The reason in the reader's language, and the way on."""
    say = view.language.say
    onward = [html.A(say("Back to the reports"), href=view.plain(PATH))]
    if way is Way.LOGIN and why is not Forbidden.ROLE:
        onward.insert(0, html.A(say("Sign in"), href=view.plain(LOGIN), className="button primary"))
    return html.Div(
        [
            html.P(say("Read a report"), className="kicker"),
            html.H1(say("This is not open to you")),
            *controls.problem(_reason(why, way, view.language)),
            html.Div(onward, className="deeds"),
        ],
        className="review",
    )


def _reason(why: Forbidden, way: Way, reader: Language) -> str:
    say = reader.say
    if why is Forbidden.STRANGER:
        return _stranger(way, reader)
    reasons = {
        Forbidden.CLOSED: say("This dashboard only shows. Nothing can be changed here."),
        Forbidden.ROLE: say(
            "Your account does not allow this. Readers look, contributors propose, and reviewers accept. "
            "Whoever keeps the accounts can give you another role."
        ),
        Forbidden.ELSEWHERE: say("The form was sent from another site. Nothing was changed."),
        Forbidden.STALE: say("The form is from an earlier session. Nothing was changed: load its page again."),
        Forbidden.TOKEN: say("This address has expired. Open the one that was printed when the server started last."),
    }
    return reasons[why]


def _stranger(way: Way, reader: Language) -> str:
    """Who lets people in here."""
    say = reader.say
    if way is Way.LOGIN:
        return say("You are not signed in, or no longer. Nothing was changed.")
    if way is Way.PROXY:
        return say("You come by a way that names nobody who has an account here. Nothing was changed.")
    return say("This dashboard is open for changes only through the address that was printed where it was started.")
