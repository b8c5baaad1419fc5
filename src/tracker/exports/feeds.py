"""A feed written as Atom (RFC 4287) and as JSON Feed (version 1.1): the same entries in both."""

from __future__ import annotations

import datetime as dt
import json
from html import escape

from . import descriptor
from .entries import Entry, Feed

NAME = "Humanitarian Figures Tracker"


def atom(feed: Feed) -> str:
    """The feed as Atom."""
    entries = "".join(_atom_entry(entry) for entry in feed.entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language.code}">\n'
        f"<id>{escape(feed.address)}</id>\n<title>{escape(feed.title)}</title>\n<updated>{_time(feed.updated)}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(feed.address)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(feed.home)}"/>\n'
        f"<author><name>{NAME}</name></author>\n<rights>{descriptor.LICENCE_ID}</rights>\n{entries}</feed>\n"
    )


def _atom_entry(entry: Entry) -> str:
    published = f"<published>{_day(entry.known_on)}</published>" if entry.known_on else ""
    return (
        f"<entry><id>{escape(entry.address)}</id><title>{escape(entry.title)}</title>"
        f"{published}<updated>{_time(entry.entered)}</updated>"
        f'<link rel="alternate" type="text/html" href="{escape(entry.address)}"/>'
        f"<author><name>{escape(entry.author)}</name></author>"
        f'<category term="{escape(entry.indicator)}"/><content type="text">{escape(entry.text)}</content></entry>\n'
    )


def json_feed(feed: Feed) -> str:
    """The feed as JSON Feed."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": feed.language.code,
        "authors": [{"name": NAME, "url": feed.home}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.text,
        "date_modified": _time(entry.entered),
        "authors": [{"name": entry.author}],
        "tags": [entry.indicator],
    }
    return item | ({"date_published": _day(entry.known_on)} if entry.known_on else {})


def _time(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _day(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
