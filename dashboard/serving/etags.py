"""Answers that a browser need not fetch twice."""

from __future__ import annotations

import hashlib

from .edition import edition


def etag(*parts: object) -> str:
    """A tag for what these parts determine with our code. Weak, as the same answer may be sent compressed or not."""
    return f'W/"{hashlib.sha256(repr((edition().digest, *parts)).encode()).hexdigest()[:24]}"'


def holds(if_none_match: str, tag: str) -> bool:
    """Whether the browser says that it has this answer."""
    held = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return "*" in held or tag.removeprefix("W/") in held
