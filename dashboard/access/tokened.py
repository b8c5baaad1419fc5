"""On this machine: whoever has the address that was printed when the server started."""

from __future__ import annotations

import hmac
import secrets
import time

from fastapi import Request

from tracker.accounts import Action, Role, may

from .origin import names_this_machine
from .rule import Way
from .sessions import Clock, Sessions


class Tokened:
    """One person with all rights. The token is good until the server stops; the browser trades it for a session."""

    way, is_open = Way.TOKEN, True

    def __init__(self, name: str, clock: Clock = time.time) -> None:
        """`name` is the person's, as it is kept with every decision."""
        self.token = secrets.token_urlsafe(32)
        self._name, self._sessions = name, Sessions(clock)

    def enter(self, request: Request, token: str) -> str:
        """A session for the printed token."""
        is_right = hmac.compare_digest(token.encode(), self.token.encode())
        return self._sessions.begin(self._name) if is_right and names_this_machine(request) else ""

    def leave(self, request: Request) -> None:
        """End the session. The printed address opens another."""
        self._sessions.end(request)

    def role(self, request: Request) -> Role | None:
        """Every right, in a session of ours, to this machine by its own name."""
        return Role.REVIEWER if names_this_machine(request) and self._sessions.of(request) else None

    def may(self, request: Request, action: Action) -> bool:
        """Whether the request comes from such a session."""
        return may(self.role(request), action)

    def person(self, request: Request) -> str:
        """The name given when the server was started."""
        return self._name

    def secret(self, request: Request) -> str:
        """Bound to the session, so that another session's form does not fit."""
        return self._sessions.secret_of(request)
