"""Roles, and what each may do. What a role is not given here by name, it may not."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What somebody may want to do."""

    READ = "read"  # look at reviews
    PROPOSE = "propose"  # begin a review, edit, reject, add by hand, propose what is ready
    ACCEPT = "accept"  # put a figure into the tables


class Role(StrEnum):
    """What somebody is trusted with."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"


_RIGHTS = {
    Role.READER: frozenset({Action.READ}),
    Role.CONTRIBUTOR: frozenset({Action.READ, Action.PROPOSE}),
    Role.REVIEWER: frozenset({Action.READ, Action.PROPOSE, Action.ACCEPT}),
}


def may(role: Role | None, action: Action) -> bool:
    """Whether a role allows an action; nobody without a role may do anything."""
    return role is not None and action in _RIGHTS[role]
