"""Who may read and change reviews. Everything that writes asks here, and what is not allowed by name is refused."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from fastapi import Request

COOKIE = "tracker_review"
LASTS = 12 * 3600  # seconds of one session
MOST = 100  # sessions at once
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Action(StrEnum):
    """What somebody may want to do."""

    READ = "read"  # look at reviews
    PROPOSE = "propose"  # begin a review, edit, reject, add by hand
    ACCEPT = "accept"  # put a figure into the tables


class Access(Protocol):
    """The rule by which a server lets people in."""

    is_open: bool  # whether anybody can ever write here

    def enter(self, token: str) -> str:
        """A new session for the token that opens the door; empty where it is not the one."""

    def may(self, request: Request, action: Action) -> bool:
        """Whether whoever asks may do this."""

    def person(self, request: Request) -> str:
        """The name under which their deeds are kept."""

    def secret(self, request: Request) -> str:
        """What each form of this session carries, and no other site can know."""


class Closed:
    """Nobody may: the dashboard only shows."""

    is_open = False

    def enter(self, token: str) -> str:
        """No token opens it."""
        return ""

    def may(self, request: Request, action: Action) -> bool:
        """Never."""
        return False

    def person(self, request: Request) -> str:
        """Nobody."""
        return ""

    def secret(self, request: Request) -> str:
        """None."""
        return ""


class Tokened:
    """Whoever has the address that was printed when the server started, on this machine: one person, all actions."""

    is_open = True

    def __init__(self, name: str) -> None:
        """`name` is the person's, as it is kept with every decision."""
        self.token = secrets.token_urlsafe(32)
        self._name, self._key = name, secrets.token_bytes(32)
        self._sessions: dict[str, float] = {}

    def enter(self, token: str) -> str:
        """A session for the printed token."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return ""
        while len(self._sessions) >= MOST:
            self._sessions.pop(next(iter(self._sessions)))
        session = secrets.token_urlsafe(32)
        self._sessions[session] = time.monotonic() + LASTS
        return session

    def may(self, request: Request, action: Action) -> bool:
        """Whether the request comes from a session of ours, to this machine by its own name."""
        host = urlsplit(f"//{request.headers.get('host', '')}")
        is_here = (f"[{host.hostname}]" if ":" in (host.hostname or "") else host.hostname) in LOOPBACK
        return is_here and self._sessions.get(self._session(request), 0.0) > time.monotonic()

    def person(self, request: Request) -> str:
        """The name given when the server was started."""
        return self._name

    def secret(self, request: Request) -> str:
        """Bound to the session, so that another session's form does not fit."""
        return hmac.new(self._key, self._session(request).encode(), hashlib.sha256).hexdigest()

    @staticmethod
    def _session(request: Request) -> str:
        return request.cookies.get(COOKIE, "")


def is_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of this very site, as far as the browser says."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or origin == f"{request.url.scheme}://{request.headers.get('host', '')}"
