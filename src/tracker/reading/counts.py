"""How a count leads up to its number: "rose to 12", "deaths: 12", "put at 12", "raised to 12 the number of dead"."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses
from .figures import Figure
from .packs import Pack
from .tokens import Token
from .triggers import Hit

COUNTED = 5  # words between "the number of" and what is counted


class Counts:
    """The words of one sentence between what is counted and its number."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> None:
        self.tokens, self.clauses, self.pack = tokens, clauses, pack

    def stands_behind(self, figure: Figure, hit: Hit) -> bool:
        """Whether what is counted stands behind its count: "raised to 112 the number of dead"."""
        place = figure.number.last
        place += place < hit.first and self.clauses.kinds[place] == "determiner"
        is_counter = place < hit.first <= place + COUNTED and self.pack.has("counters", self.tokens[place].key)
        return hit.is_count and (is_counter or place == hit.first) and self.is_linked(figure)

    def is_risen(self, hit: Hit, figure: Figure, figures: Sequence[Figure]) -> bool:
        """Whether those it befell are said to have risen to the number: "the reported deaths have climbed to 12"."""
        if any(other.number.first < hit.first for other in figures) or hit.role not in {"noun", "verb", "state"}:
            return False
        between = self.clauses.kinds[hit.last : figure.hedge_first]
        is_told = hit.role == "noun" and "time" in between and set(between) <= {"time", "light", "be"}
        return is_told or "reach" in between[-3:]

    def is_put(self, hit: Hit, figure: Figure) -> bool:
        """Whether somebody puts what happened at the number: "puts deaths since 8 August at 231"."""
        before = self.tokens[max(0, hit.first - 3) : hit.first]
        at = self.tokens[figure.hedge_first - 1].key
        return self.pack.has("put_at", at) and any(self.pack.has("putting", token.key) for token in before)

    def is_label(self, hit: Hit, figure: Figure) -> bool:
        """ "Injured: 12", "deaths of 40 people", "injured (12)"."""
        first = hit.last
        while first < figure.hedge_first and self.clauses.kinds[first] == "time" and hit.role == "noun":
            first += 1  # "the abduction last month of 276 girls"
        between = self.tokens[first : figure.hedge_first]
        if len(between) != 1:
            return False
        is_dashed = between[0].key == "-" and hit.role == "noun"  # "most deaths - just over 700 - were caused by"
        return (
            is_dashed
            or between[0].key in {":", "("}
            or (hit.role == "noun" and self.pack.has("label_links", between[0].key))
        )

    def is_linked(self, figure: Figure) -> bool:
        """Whether the words before the number lead up to it: "rose to", "stands at", "is"."""
        place = figure.hedge_first - 1
        while place > 0 and self.clauses.kinds[place] in {"light", "say", "determiner"}:
            place -= 1  # "doubled from the previously reported 143"
        if place < 0:
            return False
        if place < figure.hedge_first - 1:
            return self.pack.has("change_from", self.tokens[place].key)
        return self.clauses.kinds[place] in {"reach", "be"} or self.pack.has("links", self.tokens[place].key)
