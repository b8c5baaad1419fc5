"""What lets a browser, a cache or a script ask "still the same?" and be answered in a few bytes."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.store import Store
from tracker.tables import TABLES

from .etags import holds

SETTLED = 2.0  # seconds: HTTP's dates know no finer, so files that changed just now have no date to promise yet


@dataclass(frozen=True)
class Freshness:
    """The tag of an answer, and when the data behind it last changed (seconds since 1970; None: just now)."""

    tag: str
    changed: float | None

    def headers(self) -> dict[str, str]:
        """What to send along, with the answer and with "not modified" alike."""
        dated = {} if self.changed is None else {"Last-Modified": email.utils.formatdate(self.changed, usegmt=True)}
        return {"ETag": self.tag, "Cache-Control": "public, no-cache", **dated}

    def is_held(self, asked: Mapping[str, str]) -> bool:
        """Whether the request says that its sender has this answer. A tag says more than a date, so it decides."""
        if "if-none-match" in asked:
            return holds(asked["if-none-match"], self.tag)
        since = _seconds(asked.get("if-modified-since", ""))
        return since is not None and self.changed is not None and int(self.changed) <= since


def last_change(store: Store) -> float | None:
    """When a file of the store last changed; None where that was this very moment."""
    paths = (store.path(table) for table in TABLES)
    newest = max(path.stat().st_mtime for path in paths if path.exists())
    return newest if time.time() - newest > SETTLED else None


def _seconds(text: str) -> float | None:
    try:
        return email.utils.parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError):
        return None
