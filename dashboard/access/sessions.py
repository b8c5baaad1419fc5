"""Sessions, kept by the server: a cookie holds only a name for one, and ending it ends every copy of the cookie."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from fastapi import Request

COOKIE = "tracker_review"
LASTS = 12 * 3600  # seconds of one session, however busy
IDLE = 3 * 3600  # seconds after which one ends that nobody used
MOST = 1000  # sessions at once: the oldest end first
Clock = Callable[[], float]


@dataclass(frozen=True)
class Session:
    """One browser of one person. `key` is that of their account when it began."""

    person: str
    key: str
    began: float
    used: float


class Sessions:
    """The sessions of one server. They end with it."""

    def __init__(self, clock: Clock = time.time) -> None:
        self._clock, self._key = clock, secrets.token_bytes(32)
        self._open: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, person: str, key: str = "") -> str:
        """A new session, and its name."""
        name, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            while len(self._open) >= MOST:
                self._open.pop(next(iter(self._open)))
            self._open[name] = Session(person, key, now, now)
        return name

    def of(self, request: Request) -> Session | None:
        """The session a request belongs to, which it keeps from going idle; None where it has none that lives."""
        name, now = request.cookies.get(COOKIE, ""), self._clock()
        with self._lock:
            session = self._open.get(name)
            if session is None:
                return None
            if now - session.began >= LASTS or now - session.used >= IDLE:
                del self._open[name]
                return None
            self._open[name] = replace(session, used=now)
        return session

    def end(self, request: Request) -> None:
        """End the session a request belongs to."""
        with self._lock:
            self._open.pop(request.cookies.get(COOKIE, ""), None)

    def secret(self, text: str) -> str:
        """What only this server can make of a text, such as the name of a session."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

    def secret_of(self, request: Request) -> str:
        """What the forms of a session carry: another session's do not fit. Empty without a session."""
        return self.secret(request.cookies.get(COOKIE, "")) if self.of(request) else ""
