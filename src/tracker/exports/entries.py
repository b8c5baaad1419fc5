"""What a feed of claims tells: each new or revised figure in words, with its days and its page, newest entry first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

import pandas as pd

from .. import caveats, words
from ..catalogue import Catalogue, Filter
from ..claims import bulletin
from ..claims.changes import Revision
from ..languages import Language
from .selection import Selection

MOST = 100  # entries; who looks in once a week misses none, and who wants all takes the table
_NEVER = dt.datetime(1970, 1, 1)  # for a feed that has told nothing yet
_NAMED = (
    ("indicator", "indicators", "label"),
    ("place", "places", "name"),
    ("claimant", "organisations", "name"),
    ("publisher", "organisations", "name"),
    ("crisis", "crises", "title"),
)


@dataclass(frozen=True)
class Entry:
    """One claim as it was last entered."""

    observation_id: str
    address: str  # its page
    title: str
    text: str
    author: str
    indicator: str
    known_on: dt.date | None
    entered: dt.datetime  # in UTC


@dataclass(frozen=True)
class Feed:
    """The newest entries among the chosen claims. `home` is the tracker's page, `address` the feed's own."""

    title: str
    home: str
    address: str
    language: Language
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> dt.datetime:
        """When the newest entry was made, in UTC."""
        return max((entry.entered for entry in self.entries), default=_NEVER)


def feed(catalogue: Catalogue, chosen: Filter, language: Language, *, site: str, address: str) -> Feed:
    """The feed of the chosen claims, in the reader's language."""
    newest = Selection("observations", chosen, sort=("-recorded_on", "-known_on"))
    rows, _ = newest.page(catalogue, "", MOST)
    replaced = _replaced(catalogue, rows)
    home = f"{site.rstrip('/')}/"
    entries = tuple(_entry(row, replaced, language, home) for row in rows.itertuples(index=False))
    return Feed(_title(catalogue, chosen, language), home, address, language, entries)


def _replaced(catalogue: Catalogue, rows: pd.DataFrame) -> Mapping[str, object]:
    """The earlier claims that the rows replace, by id."""
    ids = tuple(sorted(set(rows.revises.dropna())))
    if not ids:
        return {}
    found = catalogue.rows("claims", Filter(observation=ids))
    return dict(zip(found.observation_id, found.itertuples(index=False), strict=True))


def _entry(row: object, replaced: Mapping[str, object], language: Language, home: str) -> Entry:
    name = _text(row, "observation_id")
    known_on = getattr(row, "known_on", None)
    return Entry(
        observation_id=name,
        address=f"{home}observation/{quote(name)}{'' if language.code == 'en' else f'?lang={language.code}'}",
        title=_headline(row, language),
        text=_told(row, replaced.get(_text(row, "revises")), language),
        author=words.claimant(row, language),
        indicator=language.label(row, "indicator_label"),
        known_on=known_on.date() if isinstance(known_on, pd.Timestamp) else None,
        entered=row.recorded_on.to_pydatetime(),  # type: ignore[attr-defined]
    )


def _headline(row: object, language: Language) -> str:
    """The claim in a sentence, after what it is where it is not simply a new one."""
    say, sentence = language.say, words.sentence(row, language)
    if not _text(row, "revises"):
        return sentence
    kinds = {
        "update": say("Update"),
        "correction": say("Correction"),
        "basis_change": say("Change of basis"),
        "method_change": say("Change of counting method"),
        "retraction": say("Retraction"),
    }
    kind = kinds.get(_text(row, "change"), say("Revision"))
    return say("{label}: {words}", label=kind, words=sentence)


def _told(row: object, before: object, language: Language) -> str:
    """The claim, what it replaces, and whether it was itself replaced since."""
    said = bulletin.revision(Revision(_text(row, "change"), row, before), language)
    told = " ".join(filter(None, [said, caveats.of(row, language)]))
    if not _text(row, "superseded_by"):
        return told
    since = language.say("Its source has replaced this figure since.")
    return f"{told} {since}"


def _title(catalogue: Catalogue, chosen: Filter, language: Language) -> str:
    names = [
        language.label(row, column) if (row := catalogue.get(table, name)) else name
        for choice, table, column in _NAMED
        for name in getattr(chosen, choice)
    ]
    if not names:
        return language.say("New and revised figures")
    return language.say("New and revised figures: {names}", names=language.together(names))


def _text(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""
