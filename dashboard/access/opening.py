"""Which rule a server goes by: from how it was started, and refused in one sentence where it would let strangers in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.accounts import Accounts, accounts_for
from tracker.audit import audit_for
from tracker.errors import TrackerError

from .accounted import Accounted
from .origin import is_loopback
from .proxied import Proxied
from .rule import Access
from .tokened import Tokened

_ADD = "add one with: tracker user add NAME --role reviewer"


@dataclass(frozen=True)
class Editing:
    """How a dashboard is opened for changes. `editor` is the name kept with what whoever has the token does.

    `has_login` asks for accounts on loopback too; `header` is the one in which the `proxies` name who somebody is.
    """

    editor: str
    has_login: bool = False
    header: str = ""
    proxies: tuple[str, ...] = ()


def rule(editing: Editing, host: str, data: Path | str) -> Access:
    """The rule for a host to listen on. TrackerError where nobody could be told from a stranger."""
    accounts = accounts_for(data)
    if editing.header:
        return _proxied(editing, accounts)
    if is_loopback(host) and not editing.has_login:
        return Tokened(editing.editor)
    if not any(account.password for account in accounts):
        raise TrackerError(f"--edit on {host} needs somebody who can sign in, and no account has a password: {_ADD}")
    return Accounted(accounts, audit_for(data))


def _proxied(editing: Editing, accounts: Accounts) -> Proxied:
    if not editing.proxies:
        raise TrackerError(
            f"--trust-header {editing.header} can be sent by anybody: name the address it is believed from, "
            "such as --trust-proxy 127.0.0.1"
        )
    if not list(accounts):
        raise TrackerError(f"--trust-header names people, and none has an account: {_ADD} --no-password")
    return Proxied(accounts, editing.header, editing.proxies)
