"""Passwords: kept only as argon2 hashes, and checked in the same time whether or not there is one."""

from __future__ import annotations

import functools
import secrets

from argon2 import DEFAULT_MEMORY_COST, DEFAULT_TIME_COST, PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ..errors import RefusedError

SHORTEST, LONGEST = 12, 256  # characters


class Passwords:
    """Hashing with argon2id. Without parameters these are the library's own, which follow RFC 9106: 64 MiB, 3 passes.

    `time_cost` (passes) and `memory_cost` (KiB) are for tests, where a weak hash protects nothing, and for machines
    that can bear more. What was hashed with others is still known, and hashed anew at the next sign-in.
    """

    def __init__(self, *, time_cost: int = DEFAULT_TIME_COST, memory_cost: int = DEFAULT_MEMORY_COST) -> None:
        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost)

    def hashed(self, password: str) -> str:
        """The hash of a new password. RefusedError where it is too short or too long."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise RefusedError(f"a password has {SHORTEST} to {LONGEST} characters: take a few words")
        return self._hasher.hash(password)

    def fits(self, kept: str, password: str) -> bool:
        """Whether a password is the one that was hashed; where nothing is kept it is not, and that takes as long."""
        if len(password) > LONGEST:
            return False
        try:
            return self._hasher.verify(kept or self._nobodys, password) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than these."""
        return self._hasher.check_needs_rehash(kept)

    @functools.cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe())
