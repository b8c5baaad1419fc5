"""What a sentence says only to deny it, or without knowing: "denied that 30 had died", "whether 30 had died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clauses import Clauses
from .packs import Pack
from .tokens import Token

ENDS = frozenset({",", ";"})


class Denials:
    """The parts of one sentence that nobody in it vouches for."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> None:
        self.tokens, self.clauses, self.pack = tokens, clauses, pack
        self._denied = [*self._behind(), *self._before()]

    def hold(self, place: int) -> bool:
        """Whether a word stands in such a part."""
        return any(place in denied for denied in self._denied)

    def _behind(self) -> Iterator[range]:
        """From "denied that" to the end of its clause."""
        for match in self.pack.denials_before.all(self.tokens):
            ends = (at for at in range(match.last, len(self.tokens)) if self._ends_clause(at))
            yield range(match.last, next(ends, len(self.tokens)))

    def _before(self) -> Iterator[range]:
        """Back from "proved unfounded" to the "that" of what did: "fears that 30 had drowned proved unfounded"."""
        for match in self.pack.denials_after.all(self.tokens):
            for place in range(match.first - 1, -1, -1):
                if self._ends_clause(place):
                    break
                if self.pack.has("that", self.tokens[place].key):
                    yield range(place, match.first)
                    break

    def _ends_clause(self, place: int) -> bool:
        return self.tokens[place].key in ENDS or self.clauses.kinds[place] == "contrast"
