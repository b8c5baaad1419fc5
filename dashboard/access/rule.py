"""The rule by which a server lets people in. Everything that writes asks it; what is not allowed by name is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from fastapi import Request

from tracker.accounts import Action, Role


class Way(StrEnum):
    """How people come in."""

    NONE = "none"  # the dashboard only shows
    TOKEN = "token"  # by the printed address, on this machine  # noqa: S105  (a name, not a secret)
    LOGIN = "login"  # with name and password
    PROXY = "proxy"  # a proxy in front says who they are


class Forbidden(StrEnum):
    """Why somebody may not do what they asked for. The pages have the words."""

    CLOSED = "closed"
    STRANGER = "stranger"  # nobody we know, or no longer
    ROLE = "role"
    ELSEWHERE = "elsewhere"  # a form from another site
    STALE = "stale"  # a form of an earlier session, or of none
    TOKEN = "token"  # an address of an earlier start  # noqa: S105


class Access(Protocol):
    """What the pages ask of a rule. A session is a name for one browser, which only we can give."""

    way: Way

    @property
    def is_open(self) -> bool:
        """Whether anybody can ever write here."""

    def enter(self, request: Request, token: str) -> str:
        """A new session for the token that opens the door; empty where it is not the one."""

    def leave(self, request: Request) -> None:
        """End the session of whoever asks, for every copy of its cookie."""

    def role(self, request: Request) -> Role | None:
        """What whoever asks is trusted with; None where nobody knows them."""

    def may(self, request: Request, action: Action) -> bool:
        """Whether whoever asks may do this."""

    def person(self, request: Request) -> str:
        """The name under which their deeds are kept."""

    def secret(self, request: Request) -> str:
        """What each form of this session carries, and no other site can know."""


class Closed:
    """Nobody may: the dashboard only shows."""

    way, is_open = Way.NONE, False

    def enter(self, request: Request, token: str) -> str:
        """No token opens it."""
        return ""

    def leave(self, request: Request) -> None:
        """There is nobody to leave."""

    def role(self, request: Request) -> Role | None:
        """None for anybody."""
        return None

    def may(self, request: Request, action: Action) -> bool:
        """Never."""
        return False

    def person(self, request: Request) -> str:
        """Nobody."""
        return ""

    def secret(self, request: Request) -> str:
        """None."""
        return ""
