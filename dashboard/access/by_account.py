"""Rights that come from an account, whoever says which account it is."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod

from fastapi import Request

from tracker.accounts import Account, Accounts, Action, Role, may
from tracker.errors import TrackerError

log = logging.getLogger(__name__)


class ByAccount(ABC):
    """The account is read from its file at each request, so that a role taken away is gone at once."""

    is_open = True

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    @abstractmethod
    def account(self, request: Request) -> Account | None:
        """Whose account it is that asks; None where nobody knows."""

    def enter(self, request: Request, token: str) -> str:
        """No token opens this door."""
        return ""

    def role(self, request: Request) -> Role | None:
        """That of the account."""
        found = self.account(request)
        return found.role if found else None

    def may(self, request: Request, action: Action) -> bool:
        """Whether their role allows it, now."""
        return may(self.role(request), action)

    def person(self, request: Request) -> str:
        """The name of the account."""
        found = self.account(request)
        return found.name if found else ""

    def named(self, name: str) -> Account | None:
        """The account of a name. Where the file cannot be read nobody has one, and the log of the server says why."""
        try:
            return self._accounts.get(name)
        except TrackerError as problem:
            log.error("nobody is let in: %s", problem)
            return None
