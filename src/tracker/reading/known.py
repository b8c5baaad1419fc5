"""The places and organisations that a text's names are matched with, handed in as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .phrases import Match, Phrases
from .tokens import Token


@dataclass(frozen=True)
class Named:
    """Something we keep a row of, with every name it goes by, and the row it lies in."""

    id: str
    names: tuple[str, ...]
    parent: str = ""


@dataclass(frozen=True)
class Known:
    """The places and organisations of our tables."""

    places: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()
    _places: Phrases[str] = field(init=False, repr=False, compare=False)
    _organisations: Phrases[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", _phrases(self.places))
        object.__setattr__(self, "_organisations", _phrases(self.organisations))

    def place_at(self, tokens: Sequence[Token], first: int) -> Match[str] | None:
        """The place whose name begins at a token, written as a name is."""
        match = self._places.at(tokens, first)
        return match if match and _is_name(tokens[first]) else None

    def organisation_in(self, tokens: Sequence[Token]) -> str:
        """The id of the organisation named in a few words, the longest name first; empty if none is."""
        matches = list(self._organisations.all(tokens))
        return max(matches, key=lambda match: match.last - match.first).carried if matches else ""

    def ancestors(self, place_id: str) -> list[str]:
        """What a place lies in, from the nearest outwards."""
        parents = {place.id: place.parent for place in self.places}
        found: list[str] = []
        while (place_id := parents.get(place_id, "")) and place_id not in found:
            found.append(place_id)
        return found


def _phrases(named: Iterable[Named]) -> Phrases[str]:
    listed = [(_literal(name), row.id) for row in named for name in row.names]
    return Phrases(listed)


def _literal(name: str) -> str:
    """A name as a phrase: its brackets are not choices."""
    return name.replace("(", " ").replace(")", " ").replace("|", " ")


def _is_name(token: Token) -> bool:
    return not token.text[0].islower() or token.key in {"al", "el", "rebel", "besieged", "eastern", "western"}


NOTHING_KNOWN = Known()
