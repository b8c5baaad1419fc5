"""One document under review: its text, what is said of it, and every figure with what people decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TypedDict

from ..errors import RefusedError, UnknownError

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"
READER, HAND = "reader", "hand"  # who found a figure
NEW = "new"  # in place of a document's name: people say that it is none of those in the tables
Cells = dict[str, str]
Span = tuple[int, int]


class ChangedError(RefusedError):
    """Somebody else changed the figure after it was shown. Nothing was changed by this."""


@dataclass(frozen=True)
class Item:
    """One figure. `found` is what the reader made of it and `changes` what people typed over that.

    `version` grows with every change, so that nobody decides on something other than what they saw. `rows` are those
    about to be written, kept from before they are, so that a crash in between writes nothing twice. A figure that is
    open again after it was accepted has those that stand in `stands`, and in `stood` what was typed then.
    """

    key: str
    span: Span
    sentence: Span
    found: Cells
    changes: Cells = field(default_factory=dict)
    origin: str = READER
    tier: str = ""
    rule: str = ""
    flags: tuple[str, ...] = ()
    printed: Cells = field(default_factory=dict)  # place and claimant in the words of the text
    state: str = OPEN
    version: int = 1
    by: str = ""
    at: str = ""
    reason: str = ""
    rows: Mapping[str, list[Cells]] = field(default_factory=dict)
    proposed_by: str = ""
    stands: Mapping[str, list[Cells]] = field(default_factory=dict)
    stood: Cells = field(default_factory=dict)

    @property
    def fields(self) -> Cells:
        """What it says now."""
        return self.found | self.changes

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided."""
        return self.state == OPEN

    @property
    def is_waiting(self) -> bool:
        """Whether it is open and a reviewer has to look: it was proposed, or changed after it was accepted."""
        return self.is_open and bool(self.proposed_by or self.stands)

    def decided(self, state: str, *, by: str, now: dt.datetime, **more: object) -> Item:
        """It with what a person did to it."""
        return replace(self, state=state, by=by, at=stamp(now), version=self.version + 1, **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Review:
    """One document on its way into the tables. `about` holds its fields under the names of `tracker.entry`."""

    id: str
    text: str
    sha256: str
    about: Cells
    is_confirmed: bool = False
    items: tuple[Item, ...] = ()
    warnings: tuple[str, ...] = ()
    read_by: str = ""
    created_on: str = ""
    created_by: str = ""
    version: int = 1
    history: tuple[Cells, ...] = ()

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, on which every relative time hangs."""
        text = self.about.get("published_on", "")
        return dt.date.fromisoformat(text) if text else None

    @property
    def language(self) -> str:
        """The code of its language."""
        return self.about.get("language", "")

    def item(self, key: str) -> Item:
        """One figure; UnknownError where there is none of that name."""
        found = next((item for item in self.items if item.key == key), None)
        if found is None:
            raise UnknownError("there is no figure “{key}” in this review", key=key)
        return found

    def count(self, state: str) -> int:
        """How many figures are in a state."""
        return sum(item.state == state for item in self.items)

    def sentence(self, item: Item) -> str:
        """The sentence a figure stands in, as printed."""
        return self.text[slice(*item.sentence)]

    def with_item(self, changed: Item, action: str, *, by: str, now: dt.datetime) -> Review:
        """The review with one figure changed or added, in the order of the text, and the deed in its history."""
        others = [item for item in self.items if item.key != changed.key]
        ordered = tuple(sorted([*others, changed], key=lambda item: (item.span, item.key)))
        return replace(self, items=ordered).noted(action, by=by, now=now, item=changed.key)

    def noted(self, action: str, *, by: str, now: dt.datetime, item: str = "") -> Review:
        """The review with one more line of history."""
        line = {"at": stamp(now), "by": by, "action": action, **({"item": item} if item else {})}
        return replace(self, history=(*self.history, line), version=self.version + 1)


Changed = Callable[[Review], Review]


class Who(TypedDict):
    """Whoever does something, and when."""

    by: str
    now: dt.datetime


def stamp(now: dt.datetime) -> str:
    """A moment as our tables keep it."""
    return f"{now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def unchanged(item: Item, version: int | None) -> Item:
    """The figure, if it is still as it was shown and nobody has decided on it; else ChangedError says who did what."""
    if item.is_open and version in {None, item.version}:
        return item
    if item.state == ACCEPTED:
        raise ChangedError("{person} accepted this figure meanwhile: look at it again", person=item.by)
    if item.state == REJECTED:
        raise ChangedError("{person} rejected this figure meanwhile: look at it again", person=item.by)
    if item.by:
        raise ChangedError("{person} changed this figure meanwhile: look at it again", person=item.by)
    raise ChangedError("this figure was changed meanwhile: look at it again")


def to_json(review: Review) -> dict[str, object]:
    """The review in what JSON can hold."""
    return asdict(review)


def from_json(kept: Mapping[str, object]) -> Review:
    """The inverse of `to_json`."""
    items = tuple(_item(item) for item in kept["items"])  # type: ignore[attr-defined]
    lists: dict[str, object] = {name: tuple(kept[name]) for name in ("warnings", "history")}  # type: ignore[arg-type]
    return Review(**{**kept, **lists, "items": items})  # type: ignore[arg-type]


def _item(kept: Mapping[str, object]) -> Item:
    tuples: dict[str, object] = {name: tuple(kept[name]) for name in ("span", "sentence", "flags")}  # type: ignore[arg-type]
    return Item(**{**kept, **tuples})  # type: ignore[arg-type]
