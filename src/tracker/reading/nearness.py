"""How far a time of a sentence is from a figure in sense: by what stands between, and by what else it may be of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from .clauses import Clauses
from .figures import Figure
from .other_days import OtherDays
from .time_kinds import STRETCHES
from .times import Span
from .tokens import Token

BEFORE = 2.0  # for a time that stands before the figure
OTHER_FIGURE = 1.2  # for each figure between
TURN = 24.0  # for a "but" between: what follows it has a time of its own
MILD_TURN = 4.0  # for a "while" behind a time that opens the sentence
ASIDE = 6.0  # for a time that stands aside
COMPARED = 24.0  # for a "compared with" or a semicolon before a time that stands behind
PARTED = 2.0  # for a comma between a time and the figure behind it
CAUSE = 6.0  # for the day that something struck of which a toll is told
OPENING = 0.6  # of the way to a figure from a time that opens its sentence


class Nearness:
    """The distances between the times and the figures of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        spans: Sequence[Span],
        figures: Sequence[Figure],
        others: OtherDays,
    ) -> None:
        self.tokens, self.clauses, self.spans, self.others = tokens, clauses, spans, others
        has = others.pack.has
        self._numbers = sorted(figure.number.first for figure in figures)
        self._contrasts = [place for place, kind in enumerate(clauses.kinds) if kind == "contrast"]
        self._says = [place for place, kind in enumerate(clauses.kinds) if kind == "say"]
        self._commas = [place for place, token in enumerate(tokens) if token.key == ","]
        self._ends = [place for place, token in enumerate(tokens) if token.key == ";"]
        beside = (place for place, token in enumerate(tokens) if has("set_beside", token.key))
        self._parts = sorted({*self._ends, *beside})

    def is_fronted(self, figure: Figure, span: Span) -> bool:
        """Whether a time opens the sentence, and so speaks of all of it: "In 2023 alone, the agency recorded ..."."""
        opens = span.first == 0 or (span.kind in STRETCHES and self.tokens[span.first - 1].key == ",")
        return opens and span.last <= figure.number.first

    def distance(self, figure: Figure, span: Span, within: float) -> float:
        """The cost of going from a figure to a time; infinite where the words between alone cost `within`."""
        first, last = figure.number.first, figure.counted.last
        is_behind = span.first >= last
        low, high = (last, span.first) if is_behind else (span.last, first)
        is_fronted = self.is_fronted(figure, span)
        between = self.clauses.between(low, high) * (OPENING if is_fronted else 1.0)
        if between >= within:
            return inf
        crossed = _count(self._numbers, low, high) - (low <= first < high)
        cost = between + OTHER_FIGURE * crossed + self._turns(low, high, span, is_fronted=is_fronted)
        if is_behind:
            cost += COMPARED * bool(_count(self._parts, low, high))
        else:
            cost += BEFORE * (span.last <= first)
            cost += PARTED if not is_fronted and self._is_parted(figure, span) else 0.0
        aside = self.clauses.asides[span.first]
        if aside and aside != figure.aside and self.clauses.openers[aside] != "(":
            cost += ASIDE  # "thirty pupils, abducted in May, were freed on Tuesday"
        return cost + (CAUSE if self.others.events.is_of_cause(figure, span) else 0.0)

    def _turns(self, low: int, high: int, span: Span, *, is_fronted: bool) -> float:
        """What the turns between cost: each "but", and each semicolon if somebody speaks between."""
        is_shared = is_fronted or (span.kind in STRETCHES and span.last <= low)
        mild = self.others.pack.words.get("mild_turns", ()) if is_shared else ()
        turns = self._contrasts[bisect_left(self._contrasts, low) : bisect_left(self._contrasts, high)]
        cost = sum(MILD_TURN if self.tokens[place].key in mild else TURN for place in turns)
        if not is_fronted and _count(self._says, low, high):  # another speaks behind it
            cost += TURN * _count(self._ends, low, high)
        return cost

    def _is_parted(self, figure: Figure, span: Span) -> bool:
        """Whether a comma keeps a time from a figure that has one right behind it: "since 2013, with 40 in 2014"."""
        if not _count(self._commas, span.last, figure.number.first):
            return False
        last = figure.counted.last
        behind = next((one for one in self.spans if one.first >= last), None)
        return behind is not None and not _count(self._commas, last, behind.first)


def _count(places: Sequence[int], low: int, high: int) -> int:
    """How many of some places, in order, lie from `low` up to `high`."""
    return max(0, bisect_left(places, high) - bisect_left(places, low))
