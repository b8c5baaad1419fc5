"""Where others reach the dashboard: people with accounts, who sign in with name and password."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor

from fastapi import Request

from tracker.accounts import Account, Accounts
from tracker.audit import Audit, entry

from .attempts import Attempts
from .by_account import ByAccount
from .peers import client_of
from .rule import Way
from .sessions import Clock, Sessions

_ABREAST = 2  # passwords checked at once: each check takes 64 MiB


class Accounted(ByAccount):
    """The account is that of the session, which begins with a password."""

    way = Way.LOGIN

    def __init__(self, accounts: Accounts, audit: Audit, clock: Clock = time.time) -> None:
        super().__init__(accounts)
        self._audit = audit
        self._sessions, self._attempts = Sessions(clock), Attempts(clock)
        self._checking = ThreadPoolExecutor(_ABREAST, "passwords")  # who waits here keeps nobody else waiting
        accounts.signed_in("", "")  # so that the first unknown name takes no longer than those after it

    async def sign_in(self, request: Request, name: str, password: str) -> str:
        """A new session; empty for a wrong password and for an unknown name alike. Raises WaitError after too many."""
        tried, address = name.strip().casefold()[:100], client_of(request)
        self._attempts.begin(tried, address)
        loop = asyncio.get_running_loop()
        account = await loop.run_in_executor(self._checking, self._known, name[:100], password)
        if account is None:
            return ""
        self._attempts.succeeded(tried, address)
        return self._sessions.begin(account.name, account.key)

    def _known(self, name: str, password: str) -> Account | None:
        """Slow on purpose, and beside the event loop."""
        account = self._accounts.signed_in(name, password)
        if account:
            self._audit.log(entry("signed in", by=account.name, now=dt.datetime.now(dt.UTC)))
        return account

    def leave(self, request: Request) -> None:
        """End the session."""
        session = self._sessions.of(request)
        self._sessions.end(request)  # whatever becomes of the log
        if session:
            self._audit.log(entry("signed out", by=session.person, now=dt.datetime.now(dt.UTC)))

    def secret(self, request: Request) -> str:
        """Bound to the session, so that another session's form does not fit."""
        return self._sessions.secret_of(request)

    def door_secret(self, ticket: str) -> str:
        """What the form to sign in carries, for a browser that has a ticket of ours: no other site can send it."""
        return self._sessions.secret(f"door {ticket}")

    def account(self, request: Request) -> Account | None:
        """That of the session, as long as it has the password the session began with."""
        session = self._sessions.of(request)
        found = self.named(session.person) if session else None
        return found if found and session and found.key == session.key else None
