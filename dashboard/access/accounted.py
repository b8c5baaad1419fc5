"""Where others reach the dashboard: people with accounts, who sign in with name and password."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from fastapi import Request

from tracker.accounts import Account, Accounts, Action, Role, may
from tracker.audit import Audit, entry
from tracker.errors import TrackerError

from .attempts import Attempts
from .peers import client_of
from .rule import Way
from .sessions import Clock, Sessions

_ABREAST = 2  # passwords checked at once: each check takes 64 MiB
log = logging.getLogger(__name__)


class Accounted:
    """Rights come from the account as its file has it at each request, so that a role taken away is gone at once."""

    way, is_open = Way.LOGIN, True

    def __init__(self, accounts: Accounts, audit: Audit, clock: Clock = time.time) -> None:
        self._accounts, self._audit = accounts, audit
        self._sessions, self._attempts = Sessions(clock), Attempts(clock)
        self._checking = ThreadPoolExecutor(_ABREAST, "passwords")  # who waits here keeps nobody else waiting
        accounts.signed_in("", "")  # so that the first unknown name takes no longer than those after it

    def enter(self, request: Request, token: str) -> str:
        """No token opens this door."""
        return ""

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

    def role(self, request: Request) -> Role | None:
        """That of the account, as long as it has the password the session began with."""
        account = self._account(request)
        return account.role if account else None

    def may(self, request: Request, action: Action) -> bool:
        """Whether their role allows it, now."""
        return may(self.role(request), action)

    def person(self, request: Request) -> str:
        """The name of the account."""
        account = self._account(request)
        return account.name if account else ""

    def secret(self, request: Request) -> str:
        """Bound to the session, so that another session's form does not fit."""
        return self._sessions.secret_of(request)

    def door_secret(self, ticket: str) -> str:
        """What the form to sign in carries, for a browser that has a ticket of ours: no other site can send it."""
        return self._sessions.secret(f"door {ticket}")

    def _account(self, request: Request) -> Account | None:
        session = self._sessions.of(request)
        account = known(self._accounts, session.person) if session else None
        return account if account and session and account.key == session.key else None


def known(accounts: Accounts, name: str) -> Account | None:
    """The account of a name. Where the file cannot be read nobody has one, and the log of the server says why."""
    try:
        return accounts.get(name)
    except TrackerError as problem:
        log.error("nobody is let in: %s", problem)
        return None
