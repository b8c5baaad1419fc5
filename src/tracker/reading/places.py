"""Where a figure is said of: the nearest place in its sentence, from our gazetteer or by how places are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .clauses import Clauses
from .known import Known
from .packs import Pack
from .tokens import MARK, Token

UNKNOWN = 4.0  # a name that no gazetteer holds gives way to one that is not much farther
BEFORE = 2.0  # a place before the number is a little farther than one after it


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a sentence."""

    first: int
    last: int
    name: str
    id: str = ""


def mentions(
    tokens: Sequence[Token], clauses: Clauses, pack: Pack, known: Known, busy: Sequence[bool]
) -> list[Mention]:
    """The places a sentence names. `busy` tokens name whoever speaks, and no place."""
    found = [mention for mention in _known(tokens, known) if not any(busy[mention.first : mention.last])]
    taken = {place for mention in found for place in range(mention.first, mention.last)}
    taken |= {place for place, is_busy in enumerate(busy) if is_busy}
    found += [
        mention for mention in _written(tokens, clauses, pack) if not taken & set(range(mention.first, mention.last))
    ]
    inside = [mention for mention in found if not _is_landmark(tokens, mention, pack)]
    return sorted(inside or found, key=lambda mention: mention.first)


def _is_landmark(tokens: Sequence[Token], mention: Mention, pack: Pack) -> bool:
    """Whether a place only says where another one lies: "Anadan, just north of Aleppo"."""
    if mention.first < 2 or not pack.has("of", tokens[mention.first - 1].key):
        return False
    return pack.has("directions", tokens[mention.first - 2].key)


def _known(tokens: Sequence[Token], known: Known) -> Iterator[Mention]:
    place = 0
    while place < len(tokens):
        match = known.place_at(tokens, place)
        if match:
            yield Mention(place, match.last, _text(tokens, place, match.last), match.carried)
        place = match.last if match else place + 1


def _written(tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> Iterator[Mention]:
    """Names behind "in", "near", "across"."""
    place = 0
    while place < len(tokens):
        if pack.has("place_prepositions", tokens[place].key):
            first, last = _run(tokens, clauses, pack, place + 1)
            if last > first:
                yield Mention(first, last, _text(tokens, first, last))
                place = last
                continue
        place += 1


def _run(tokens: Sequence[Token], clauses: Clauses, pack: Pack, first: int) -> tuple[int, int]:
    """The words of a name: capitals, with "eastern" or "the town of" before and small words between."""
    while first < len(tokens) and pack.has("determiners", tokens[first].key):
        first += 1
    last, end = first, first
    while end < min(len(tokens), first + 12):
        token = tokens[end]
        if clauses.kinds[end] == "time" or (token.kind == MARK and token.key != "'s"):
            break
        is_name = token.text[0].isupper() or (not token.text[0].islower() and token.text[0].isalpha())
        small = (
            pack.has("place_words", token.key)
            or (last > first and pack.has("place_links", token.key))
            or token.key == "'s"
        )
        if not is_name and not small:
            break
        if pack.is_caseless and end > first and not (small or pack.has("place_links", token.key[:2])):
            break
        end += 1
        last = end if is_name or pack.has("place_kinds", token.key) else last
    return first, last


def place_of(first: int, last: int, found: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """The place nearest to a figure in sense."""

    has_known = any(mention.id for mention in found)

    def distance(mention: Mention) -> float:
        extra = UNKNOWN if has_known and not mention.id else 0.0
        if mention.first >= last:
            return extra + clauses.between(last, mention.first, aside=1)
        return extra + clauses.between(mention.last, first, aside=1) + BEFORE

    return min(found, key=distance, default=None)


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    text = ""
    for place in range(first, last):
        token = tokens[place]
        text += ("" if place == first else "-" if token.is_hyphened else "" if token.is_glued else " ") + token.text
    return text
