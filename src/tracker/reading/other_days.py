"""Times of a sentence that are said of something else than a figure: of a clause beside it, of a part, of a sum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .clauses import Clauses
from .figures import Figure
from .other_events import OtherEvents
from .outcomes import OUTCOMES
from .packs import Pack
from .time_kinds import AS_OF, DAYS, ONGOING, STRETCHES
from .times import Span
from .tokens import WORD, Token

DESCRIBED, FARTHEST = 4, 40  # words in which "who were" and "after being" are looked for
REDUCED = 1  # words between those counted and a clause without a verb of its own: "pupils who | kidnapped"
INSET = 6  # words of "opened in 2012" before its time


class OtherDays:
    """Which times of one sentence belong to something else than a figure."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, figures: Sequence[Figure], pack: Pack) -> None:
        self.tokens, self.clauses, self.figures, self.pack = tokens, clauses, figures, pack
        self.events = OtherEvents(tokens, clauses, figures, pack)

    def is_anothers(self, figure: Figure, span: Span) -> bool:
        """Whether any rule of this class says that a time belongs to something else."""
        return any(is_so(self, figure, span) for is_so in RULES) or self.events.is_anothers(figure, span)

    def _is_of_a_clause(self, figure: Figure, span: Span) -> bool:
        """Whether a time describes those counted: "those abducted three years ago have been freed"."""
        return span.first in figure.clause

    def _is_of_those_pointed_at(self, figure: Figure, span: Span) -> bool:
        """Whether a time says more of them: "among them were two men who had been there on 7 October"."""
        return figure.rule == "pointed" and "relative" in self.clauses.kinds[figure.counted.last : span.first]

    def _is_before_now(self, figure: Figure, span: Span) -> bool:
        """Whether the figure is of now, and the time before it: "held 4,000 in January and now shelters 11,000"."""
        if span.kind in STRETCHES:
            return False
        return any(self.pack.has("now", token.key) for token in self.tokens[span.last : figure.hedge_first])

    def _is_described(self, figure: Figure, span: Span) -> bool:
        """Whether a day describes somebody: "the charity, which travelled there on Saturday, took 16 people"."""
        aside = self.clauses.asides[span.first]
        is_apart = aside and aside != figure.aside and self.clauses.openers[aside] == "relative"
        return bool(is_apart) and span.kind in DAYS and not self.events.is_of_what_struck(figure, span)

    def _is_before_more(self, figure: Figure, span: Span) -> bool:
        """Whether something is added behind a time: "... on Thursday, it said, adding that 73 were killed"."""
        opens = span.first == 0 or (span.first == 1 and span.kind in STRETCHES)  # behind a quotation mark
        is_before = not opens and span.last <= figure.hedge_first and span.kind not in AS_OF
        return is_before and self._adds(span.last, figure.hedge_first)

    def _is_of_a_figure_before(self, figure: Figure, span: Span) -> bool:
        """Whether a time is in the aside of another figure, or right behind an older value."""
        aside = self.clauses.asides[span.first]
        for other in self.figures:
            if other is figure or other.number.last > span.first:
                continue
            if aside and aside != figure.aside and other.aside == aside:
                return True
            if other.flag == "previous" and span.first - other.counted.last <= 2:
                return True
        return False

    def _opens_another_clause(self, figure: Figure, span: Span) -> bool:
        """Whether a time stands first behind an "and": "2.6 million depended on aid, and in August it dropped 15"."""
        if span.first < max(figure.counted.last, 2) or self.clauses.kinds[span.first - 1] != "and":
            return False
        is_told = figure.hit is not None and figure.number.first < figure.hit.first < span.first
        is_apart = self.tokens[span.first - 2].key in {",", ";"} or (is_told and span.kind in AS_OF)
        is_clause = is_apart and span.last < len(self.tokens)
        return is_clause and any(other.number.first >= span.last for other in self.figures)

    def _is_of_some(self, figure: Figure, span: Span) -> bool:
        """Whether a time is only of some, or of what may come: "holds 16, some of them captured ten years ago"."""
        behind = range(figure.last, span.first)
        comma = next((place for place in behind if self.tokens[place].key == ","), None)
        if comma is None:
            return False
        is_closed = "," in [token.key for token in self.tokens[comma + 1 : span.first]]
        is_some = self.pack.has("several", self.tokens[comma + 1].key) and not is_closed
        return is_some or bool({"modal", "forecast"} & set(self.clauses.kinds[comma : span.first]))

    def _is_of_the_whole(self, figure: Figure, span: Span) -> bool:
        """Whether a time says when they became what a part is told of: "of 276 abducted in May, 57 fled"."""
        behind = [token.key for token in self.tokens[span.last : figure.hedge_first]]
        opens = self.pack.has("of", self.tokens[self.pack.has("out", self.tokens[0].key)].key)
        if not opens or "," not in behind:
            return False
        return any(self._is_told(place, figure) for place in range(2, span.first))

    def _is_of_sum(self, figure: Figure, span: Span) -> bool:
        """Whether a time says of when the sum is: "71 deaths, bringing the total since April 2014 to 9,640"."""
        if span.last <= figure.number.first:  # "ten died in the past day, bringing the total to 96"
            is_sum = span.kind in STRETCHES and figure.rule in {"toll", "pointed"}
            between = self.tokens[span.last : figure.hedge_first] if is_sum else ()
        else:
            between = self.tokens[figure.last : span.first]
        return any(a.key == "," and self.pack.has("summing", b.key) for a, b in pairwise(between))

    def _is_inset(self, figure: Figure, span: Span) -> bool:
        """Whether a time stands between commas before the verb: "137 pupils, taken on 7 March, were freed"."""
        if figure.rule != "subject" or figure.hit is None or not figure.last <= span.first < figure.hit.first:
            return False
        behind = [token.key for token in self.tokens[span.last : figure.hit.first]]
        return self.tokens[figure.last].key == "," and "," in behind

    def _is_behind_relative(self, figure: Figure, span: Span) -> bool:
        """Whether something else is said behind a clause with the figure: "who killed nine was sentenced on Monday"."""
        if figure.hit is None or figure.rule != "object" or span.first < figure.last:
            return False
        is_inset = "relative" in self.clauses.kinds[max(0, figure.hit.first - 2) : figure.hit.first]
        before = self.tokens[max(0, figure.hit.first - 1)].key
        closes = self.tokens[min(figure.last, len(self.tokens) - 1)].key
        is_inset = is_inset or (before == "," == closes)  # "the boat that sank, killing 17, was raised on Monday"
        return is_inset and bool({"be", "have"} & set(self.clauses.kinds[figure.last : span.first]))

    def _is_of_earlier(self, figure: Figure, span: Span) -> bool:
        """Whether a time says when those counted were what they are: "freed 70 students kidnapped two weeks ago"."""
        hit, first = figure.hit, figure.counted.last
        if hit is None or span.first < first or self.pack.is_caseless:
            return False
        for place in range(first, min(span.first, first + FARTHEST)):
            between = self.clauses.kinds[first:place] if place - first <= DESCRIBED else ["and"]
            is_near = place - first <= REDUCED and "and" not in between
            is_reduced = figure.rule == "object" and (is_near or set(between) <= {"relative", "be", "have", "light"})
            before = self.tokens[max(0, place - 2) : place]
            is_had = len(before) == 2 and self.pack.has("after_event", before[0].key)
            is_had = is_had and self.pack.has("be_one", before[1].key)
            if (is_reduced or is_had) and self._is_told(place, figure):
                return True
        return False

    def _is_told(self, place: int, figure: Figure) -> bool:
        """Whether something else befell them here than what the figure says."""
        match = self.pack.triggers.at(self.tokens, place)
        said = match.carried[0].outcome if match else ""
        is_found = figure.outcome == "killed" and said == "rescued"  # "the remains of two people were found"
        return said in OUTCOMES and not OUTCOMES[said].is_level and said != figure.outcome and not is_found

    def _adds(self, first: int, last: int) -> bool:
        """Whether somebody says something more between: "... on Thursday, it said, adding that 73 were killed"."""
        pairs = zip(range(first, last - 1), range(first + 1, last), strict=True)
        return any(
            self.clauses.kinds[say] == "say" and self.pack.has("that", self.tokens[that].key) for say, that in pairs
        )

    def _is_behind_whole(self, figure: Figure, span: Span) -> bool:
        """Whether it is told of a part of them: "Of the 1,700 people hurt, 130 were in hospital on Wednesday"."""
        words = self.tokens[: figure.hedge_first]
        opens = 0 < len(words) <= DESCRIBED and self.pack.has("of", words[0].key)
        behind = [token.key for token in self.tokens[figure.last : span.first]]
        return opens and "," in behind and any(other.number.first > figure.last for other in self.figures)

    def _is_of_inset(self, figure: Figure, span: Span) -> bool:
        """Whether a time only describes the subject: "The camp, opened in 2012, shelters 80,000 refugees"."""
        if span.last > figure.hedge_first or self.tokens[span.last].key != ",":
            return False
        if span.kind in ONGOING or (span.kind in DAYS and not OUTCOMES[figure.outcome].is_level):
            return False  # "the village, buried by mud on Monday, has 71 dead"
        commas = (at for at in range(span.first - 1, max(0, span.first - INSET - 1), -1) if self.tokens[at].key == ",")
        first = next(commas, span.first) + 1
        if first >= span.first or self.clauses.kinds[first] or self.tokens[first].kind != WORD:
            return False
        told = [one.number.first for one in self.figures] + ([figure.hit.first] if figure.hit else [])
        return not self.tokens[first].is_capital and not any(first <= at < span.last for at in told)


RULES = (
    OtherDays._is_of_a_clause,
    OtherDays._is_of_those_pointed_at,
    OtherDays._opens_another_clause,
    OtherDays._is_of_sum,
    OtherDays._is_behind_relative,
    OtherDays._is_inset,
    OtherDays._is_of_inset,
    OtherDays._is_of_some,
    OtherDays._is_of_the_whole,
    OtherDays._is_behind_whole,
    OtherDays._is_before_now,
    OtherDays._is_described,
    OtherDays._is_of_earlier,
    OtherDays._is_before_more,
    OtherDays._is_of_a_figure_before,
)
