"""Accounts: who may read and write reviews on a dashboard that others reach, kept in a file beside the data."""

from __future__ import annotations

from .keeping import Account, Accounts, accounts_for
from .passwords import LONGEST, SHORTEST, Passwords
from .roles import Action, Role, may

__all__ = ["LONGEST", "SHORTEST", "Account", "Accounts", "Action", "Passwords", "Role", "accounts_for", "may"]
