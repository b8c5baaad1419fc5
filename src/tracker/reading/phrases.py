"""Phrases found in tokens: each phrase of a list carries something, and the longest that fits wins."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .tokens import NUMBER, WORD, Token, tokenise

Carried = TypeVar("Carried")
ANY = "*"  # in a phrase, any one word or number
_PLAIN = re.compile(r"[^()|]+")


@dataclass(frozen=True, slots=True)
class Match(Generic[Carried]):
    """A phrase found: tokens `first` up to but not including `last`, and what the phrase carries."""

    first: int
    last: int
    carried: Carried


class _Node(Generic[Carried]):
    __slots__ = ("carried", "ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Carried]] = {}
        self.ends = False
        self.carried: Carried | None = None


class Phrases(Generic[Carried]):
    """A set of phrases, as a tree of words, so that finding costs the same however many there are."""

    def __init__(self, listed: Iterable[tuple[str, Carried]], prefixes: Sequence[str] = ()) -> None:
        """Each phrase is written as in `spelled_out`; of two equal phrases the last one counts."""
        self._root: _Node[Carried] = _Node()
        for phrase, carried in listed:
            for words in spelled_out(phrase):
                self._add([key for word in words.split() for key in _keys(word)], carried)
        self._begins_with_any = ANY in self._root.next

    def _add(self, keys: list[str], carried: Carried) -> None:
        node = self._root
        for key in keys:
            node = node.next.setdefault(key, _Node())
        node.ends, node.carried = True, carried

    def at(
        self, tokens: Sequence[Token], first: int, *, bare: bool = False, numbers: Container[int] = ()
    ) -> Match[Carried] | None:
        """The longest phrase that begins at a token; `bare`: without taking particles off the words.

        No gap of a phrase is filled by one of the tokens in `numbers`: "took three students hostage".
        """
        if first >= len(tokens):
            return None
        opening, keys = self._root.next, tokens[first].keys
        if keys[0] not in opening and not self._may_begin(keys):
            return None  # most words begin no phrase, and are asked about again and again
        best: Match[Carried] | None = None
        here, place = [self._root], first
        while here and place < len(tokens):
            token = tokens[place]
            keys = token.keys[:1] if bare else token.keys
            if not bare and token.kind in {WORD, NUMBER} and place not in numbers:
                keys = (ANY, *keys)
            here = [node.next[key] for node in here for key in keys if key in node.next]
            place += 1
            for node in here:
                if node.ends:
                    best = Match(first, place, node.carried)  # type: ignore[arg-type]
        return best

    def _may_begin(self, keys: tuple[str, ...]) -> bool:
        """Whether any phrase begins with another form of a word, or with any word."""
        opening = self._root.next
        return self._begins_with_any or (len(keys) > 1 and any(key in opening for key in keys))

    def holds(self, key: str) -> bool:
        """Whether one word alone is a phrase."""
        node = self._root.next.get(key)
        return node is not None and node.ends

    def opens(self, token: Token) -> bool:
        """Whether any phrase begins with a word."""
        return any(key in self._root.next for key in token.keys)

    def ending_at(self, tokens: Sequence[Token], last: int, *, reach: int = 6) -> Match[Carried] | None:
        """The longest phrase whose last token is the one before `last`."""
        for first in range(max(0, last - reach), last):
            match = self.at(tokens[:last], first) if tokens[first].key in self._root.next else None
            if match and match.last == last:
                return match
        return None

    def all(self, tokens: Sequence[Token]) -> Iterator[Match[Carried]]:
        """Every phrase from left to right, none overlapping another."""
        place = 0
        while place < len(tokens):
            match = self.at(tokens, place)
            if match:
                yield match
            place = match.last if match else place + 1


def spelled_out(phrase: str) -> list[str]:
    """Every wording of a phrase: `los(e|t) (their|his) lives` stands for four, `(completely |)shut` for two."""
    return _spelled(phrase, 0)[0]


def _spelled(phrase: str, place: int) -> tuple[list[str], int]:
    """The wordings from a place up to the end of its bracket, each once, and where that is."""
    done: dict[str, None] = {}
    wordings = [""]
    while place < len(phrase):
        if phrase[place] == "(":
            choices, place = _spelled(phrase, place + 1)
            wordings = list(dict.fromkeys(before + choice for before in wordings for choice in choices))
        elif phrase[place] == ")":
            break
        elif phrase[place] == "|":
            done.update(dict.fromkeys(wordings))
            wordings, place = [""], place + 1
        else:
            plain = _PLAIN.match(phrase, place)
            assert plain
            wordings, place = [before + plain[0] for before in wordings], plain.end()
    return [*dict.fromkeys([*done, *wordings])], place + 1


@functools.cache
def _keys(word: str) -> tuple[str, ...]:
    """A word of a phrase as tokens have it; most words stand in many phrases."""
    return tuple(token.key for token in tokenise(word))
