"""What tests of rights say of people: names, passwords, and how they sign in and propose."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

from reviewing import Client, Visitor

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


WHO = {"by": "admin", "now": NOW}


PASSWORD = "a lamp in the window"


TEXT = (
    "Daily Post\n\nFigures from Aleppo\n\n"
    "UNICEF said at least 96 children were killed in eastern Aleppo since Friday.\n\nSome 12 schools were closed."
)


ABOUT = {
    "title": "Figures from Aleppo",
    "publisher_name": "Daily Post",
    "published_on": "2016-09-28",
    "language": "en",
    "kind": "article",
    "crisis": "aleppo-2016",
}


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def sign_in(who: Visitor, name: str, password: str = PASSWORD, **more: str):
    """Fill in the form to sign in, as it was sent."""
    form = who.client.get("/review/login").text
    given = {"secret": secret_in(form), "name": name, "password": password, **more}
    answer = who.client.post("/review/login", data=given)
    who.secret = secret_in(answer.text)
    return answer


def secret_in(page: str) -> str:
    found = re.search(r'name="secret"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="secret"', page)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def another(who: Visitor, name: str) -> Visitor:
    """Somebody else before the same server, signed in."""
    other = Visitor(who.store, who.access, Client(who.client.app))
    sign_in(other, name)
    return other
