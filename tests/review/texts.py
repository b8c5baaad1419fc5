"""A text to read, and short words for a review of it."""

from __future__ import annotations

import datetime as dt

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


TEXT = (
    "Daily Post\n\nFigures from Aleppo\n\n"
    "UNICEF said at least 96 children were killed in eastern Aleppo since Friday.\n\n"
    "Some 12 schools were closed. He had 3 sons."
)


ABOUT = {
    "title": "Figures from Aleppo",
    "publisher_name": "Daily Post",
    "published_on": "2016-09-28",
    "published_on_basis": "printed",
    "language": "en",
    "kind": "article",
    "crisis": "aleppo-2016",
    "url": "https://post.example/aleppo",
}


WHO = {"by": "Rana", "now": NOW}


def only(desk):
    return next(iter(desk))


def key_of(desk, wording):
    one = only(desk)
    return next(item.key for item in one.items if one.text[slice(*item.span)] == wording)


def rows(store, table):
    return [row for _, row in store.raw(table)]
