"""Accounts of three roles, a clock that can be moved, and people who sign in."""

from __future__ import annotations

import pytest
from access.signing import PASSWORD, WHO, Clock
from factories import citation, observation
from reviewing import Visitor, visitor

from dashboard.access import Accounted
from tracker.accounts import Accounts, Passwords, Role
from tracker.audit import Audit, audit_for


@pytest.fixture
def data(folder):
    return folder(observations=[observation(value_low=96, qualifier="at_least")], citations=[citation()])


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(data):
    """A reader, a contributor and a reviewer. Hashes are weak on purpose: they cost a test milliseconds."""
    quick = Passwords(time_cost=1, memory_cost=32)
    kept = Accounts(data.parent / "accounts.json", Audit(data.parent / "audit.jsonl"), quick)
    for role in Role:
        kept.add(f"a-{role}", role, PASSWORD, **WHO)
    return kept


@pytest.fixture
def access(accounts, data, clock):
    return Accounted(accounts, audit_for(data), clock)


@pytest.fixture
def anybody(data, access) -> Visitor:
    """A browser that nobody has signed in."""
    return visitor(data, access)
