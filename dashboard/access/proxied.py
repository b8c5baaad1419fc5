"""Behind a proxy that knows who somebody is: their name in a header, believed only from the proxy's own address."""

from __future__ import annotations

import time
from collections.abc import Sequence

from fastapi import Request

from tracker.accounts import Account, Accounts

from .by_account import ByAccount
from .peers import is_peer_of
from .rule import Way
from .sessions import Clock, Sessions


class Proxied(ByAccount):
    """The account is that of the name. Signing in and out is the proxy's."""

    way = Way.PROXY

    def __init__(self, accounts: Accounts, header: str, proxies: Sequence[str], clock: Clock = time.time) -> None:
        """`proxies` are the addresses and networks that may say who somebody is."""
        super().__init__(accounts)
        self._header, self._proxies = header, proxies
        self._sessions = Sessions(clock)

    def leave(self, request: Request) -> None:
        """The proxy holds the session."""

    def secret(self, request: Request) -> str:
        """Bound to the person, until the server stops."""
        account = self.account(request)
        return self._sessions.secret(f"{account.name} {account.key}") if account else ""

    def account(self, request: Request) -> Account | None:
        """Nobody where the header comes from elsewhere, comes twice, or is blank."""
        said = request.headers.getlist(self._header)
        if len(said) != 1 or not said[0].strip() or not is_peer_of(request, self._proxies):
            return None
        return self.named(said[0])
