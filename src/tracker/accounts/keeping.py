"""The file of accounts: readable by its owner only, changed under a lock, replaced whole, and every change logged."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from ..audit import Audit, audit_for, entry
from ..errors import RefusedError, TrackerError, UnknownError
from .passwords import Passwords
from .roles import Role

PATIENCE = 20.0  # seconds to wait for another change, which takes milliseconds
_NAME = re.compile(r"\w[\w.@+-]{0,63}")


@dataclass(frozen=True)
class Account:
    """Somebody who is known. `key` is another with every new password, so that older sessions end with the old one."""

    name: str
    role: Role
    password: str  # its argon2 hash; blank where a proxy in front says who it is
    key: str
    since: str


Known = dict[str, Account]


class Accounts:
    """The accounts of one file, which is made with the first. Read anew whenever the file has changed."""

    def __init__(self, path: Path | str, audit: Audit, passwords: Passwords | None = None) -> None:
        self.path, self._audit = Path(path), audit
        self._passwords = passwords or Passwords()
        self._read: tuple[tuple[int, int, int], Known] | None = None

    def __iter__(self) -> Iterator[Account]:
        """All, by name."""
        return iter(sorted(self._known().values(), key=lambda account: account.name))

    def get(self, name: str) -> Account | None:
        """The account of a name, as the file has it now."""
        return self._known().get(_composed(name))

    def signed_in(self, name: str, password: str) -> Account | None:
        """The account, if the password is its own. An unknown name takes as long as a wrong password."""
        account = self.get(name)
        if not self._passwords.fits(account.password if account else "", password) or account is None:
            return None
        if self._passwords.is_outdated(account.password):
            return self._rehashed(account, password)
        return account

    def add(self, name: str, role: Role, password: str | None, *, by: str, now: dt.datetime) -> Account:
        """A new account; without a password it can only be named by a proxy. RefusedError where the name is taken."""
        name = _composed(name)
        if not _NAME.fullmatch(name):
            raise RefusedError(f"{name!r} is no name for an account: use up to 64 letters, digits and . _ @ + -")
        since = f"{now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        account = Account(name, role, self._hashed(password), secrets.token_hex(8), since)

        def added(known: Known) -> Known:
            if name in known:
                raise RefusedError(
                    f"there is an account {name!r} already: change it with tracker user role or password"
                )
            return known | {name: account}

        self._change(added, name, f"added account as {role}", by=by, now=now)
        return account

    def remove(self, name: str, *, by: str, now: dt.datetime) -> None:
        """Take an account away; its sessions end with it. What it did stays in the log and in the tables."""
        name = self._named(name)
        self._change(
            lambda known: {other: account for other, account in known.items() if other != name},
            *(name, "removed account"),
            by=by,
            now=now,
        )

    def give(self, name: str, role: Role, *, by: str, now: dt.datetime) -> None:
        """Another role, from the next request on."""
        name = self._named(name)
        self._change(
            lambda known: known | {name: replace(known[name], role=role)}, name, f"made {role}", by=by, now=now
        )

    def set_password(self, name: str, password: str, *, by: str, now: dt.datetime) -> None:
        """Another password; sessions begun with the old one end."""
        name, hashed, key = self._named(name), self._hashed(password), secrets.token_hex(8)

        def changed(known: Known) -> Known:
            return known | {name: replace(known[name], password=hashed, key=key)}

        self._change(changed, name, "set password", by=by, now=now)

    def _named(self, name: str) -> str:
        account = self.get(name)
        if account is None:
            raise UnknownError(f"there is no account {name!r}: tracker user list shows those there are")
        return account.name

    def _hashed(self, password: str | None) -> str:
        return "" if password is None else self._passwords.hashed(password)

    def _rehashed(self, account: Account, password: str) -> Account:
        """With today's parameters. Where the file cannot be written, the old hash is as good as before."""
        after = replace(account, password=self._passwords.hashed(password))
        now = dt.datetime.now(dt.UTC)

        def renewed(known: Known) -> Known:
            return known | {account.name: after} if known.get(account.name) == account else known

        try:
            self._change(renewed, account.name, "hashed password anew", by=account.name, now=now)
        except TrackerError:
            return account
        return after

    def _known(self) -> Known:
        try:
            stat = self.path.stat()
            stamp = (stat.st_mtime_ns, stat.st_ino, stat.st_size)
            if self._read is None or self._read[0] != stamp:
                self._read = (stamp, _parsed(self.path.read_bytes()))
        except FileNotFoundError:
            return {}
        except OSError as problem:
            raise TrackerError(f"{self.path} cannot be read: {problem.strerror}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise TrackerError(f"{self.path} is not a file of accounts: put back a copy of it") from None
        return self._read[1]

    def _change(self, changed: Callable[[Known], Known], name: str, action: str, *, by: str, now: dt.datetime) -> None:
        """Logged first: a change that cannot be logged is not made."""
        try:
            with FileLock(f"{self.path}.lock", timeout=PATIENCE, poll_interval=0.01):
                known = self._known()
                after = changed(known)
                before, new = _record(known.get(name)), _record(after.get(name))
                self._audit.log(entry(action, name, by=by, now=now, before=before, after=new))
                _write(self.path, after)
        except Timeout:
            raise TrackerError(f"{self.path} has been locked for {PATIENCE:.0f} s: is a program stuck?") from None
        except OSError as problem:
            raise TrackerError(f"{self.path} cannot be written: {problem.strerror}") from None


def accounts_for(data: Path | str, passwords: Passwords | None = None) -> Accounts:
    """The accounts of a data folder: in the file that TRACKER_ACCOUNTS names, else in `accounts.json` beside it."""
    named = os.environ.get("TRACKER_ACCOUNTS", "")
    path = Path(named) if named else Path(data).resolve().parent / "accounts.json"
    return Accounts(path, audit_for(data), passwords)


def _composed(name: str) -> str:
    """One spelling of a name, however its letters were typed."""
    return unicodedata.normalize("NFC", name.strip())


def _parsed(content: bytes) -> Known:
    kept = json.loads(content)["accounts"]
    return {name: Account(**{**one, "name": name, "role": Role(one["role"])}) for name, one in kept.items()}


def _kept(account: Account) -> dict[str, str]:
    return {column: str(text) for column, text in asdict(account).items() if column != "name"}


def _record(account: Account | None) -> bytes:
    return json.dumps(_kept(account), sort_keys=True).encode() if account else b""


def _write(path: Path, known: Known) -> None:
    """Beside the old file, durably, and then in its place; never readable by others, not even for a moment."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    content = json.dumps({"accounts": {name: _kept(one) for name, one in sorted(known.items())}}, indent=1)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{content}\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
