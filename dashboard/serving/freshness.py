"""What lets a browser, a cache or a script ask "still the same?" and be answered in a few bytes."""

from __future__ import annotations

import datetime as dt
import email.utils
import time
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.catalogue import Catalogue
from tracker.store import Store
from tracker.tables import TABLES

from .bundles import REVALIDATE
from .edition import edition
from .etags import etag, holds

SETTLED = 2.0  # seconds: HTTP's dates know no finer, so files that changed just now have no date to promise yet


@dataclass(frozen=True)
class Freshness:
    """The tag of an answer, and when what it says may last have changed (seconds since 1970; None: just now)."""

    tag: str
    changed: float | None

    def headers(self) -> dict[str, str]:
        """What to send along, with the answer and with "not modified" alike."""
        dated = {} if self.changed is None else {"Last-Modified": email.utils.formatdate(self.changed, usegmt=True)}
        return {"ETag": self.tag, "Cache-Control": REVALIDATE, **dated}

    def is_held(self, asked: Mapping[str, str]) -> bool:
        """Whether the request says that its sender has this answer. A tag says more than a date, so it decides."""
        if "if-none-match" in asked:
            return holds(asked["if-none-match"], self.tag)
        since = _seconds(asked.get("if-modified-since", ""))
        return since is not None and self.changed is not None and int(self.changed) <= since


def freshness(store: Store, catalogue: Catalogue, *asked: object, is_daily: bool = False) -> Freshness:
    """That of what is made of a catalogue alone. `asked` is all else that determines it, beside our own code.

    `is_daily`: it also says something about today, so it is another answer since the day began. The day is in `asked`.
    """
    changed = last_change(store, is_daily=is_daily)
    is_newest = store.version() == catalogue.version  # else files changed meanwhile, and it is of those before
    return Freshness(etag(catalogue.version, *asked), changed if is_newest else None)


def last_change(store: Store, *, is_daily: bool = False) -> float | None:
    """When a file of the store or of ours last changed, or the day began; None where that was this very moment."""
    paths = (store.path(table) for table in TABLES)
    times = [edition().changed, *(path.stat().st_mtime for path in paths if path.exists())]
    newest = max([*times, began(today())] if is_daily else times)
    return newest if time.time() - newest > SETTLED else None


def today() -> dt.date:
    """The day by which answers speak of today, the same wherever the server stands."""
    return dt.datetime.now(dt.UTC).date()


def began(day: dt.date) -> float:
    """When a day began (seconds since 1970)."""
    return dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()


def _seconds(text: str) -> float | None:
    try:
        return email.utils.parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError):
        return None
