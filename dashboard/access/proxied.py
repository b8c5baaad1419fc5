"""Behind a proxy that knows who somebody is: their name in a header, believed only from the proxy's own address."""

from __future__ import annotations

import time
from collections.abc import Sequence

from fastapi import Request

from tracker.accounts import Account, Accounts, Action, Role, may

from .accounted import known
from .peers import is_peer_of
from .rule import Way
from .sessions import Clock, Sessions


class Proxied:
    """Rights come from the account of that name. Signing in and out is the proxy's."""

    way, is_open = Way.PROXY, True

    def __init__(self, accounts: Accounts, header: str, proxies: Sequence[str], clock: Clock = time.time) -> None:
        """`proxies` are the addresses and networks that may say who somebody is."""
        self._accounts, self._header, self._proxies = accounts, header, proxies
        self._sessions = Sessions(clock)

    def enter(self, request: Request, token: str) -> str:
        """No token opens this door."""
        return ""

    def leave(self, request: Request) -> None:
        """The proxy holds the session."""

    def role(self, request: Request) -> Role | None:
        """That of the account the proxy names."""
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
        """Bound to the person, until the server stops."""
        account = self._account(request)
        return self._sessions.secret(f"{account.name} {account.key}") if account else ""

    def _account(self, request: Request) -> Account | None:
        """Nobody where the header comes from elsewhere, comes twice, or is blank."""
        said = request.headers.getlist(self._header)
        if len(said) != 1 or not said[0].strip() or not is_peer_of(request, self._proxies):
            return None
        return known(self._accounts, said[0])
