"""Which of a sentence's times each figure is said of; the day somebody said it is none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..period import Period
from .clauses import Clauses
from .figures import Figure
from .outcomes import OUTCOMES
from .packs import Pack
from .telling_days import DAYS, STRETCHES
from .times import Span
from .tokens import WORD, Token

BEFORE = 2.0
OTHER_FIGURE = 1.2
AS_OF = frozenset({"as_of", "as_of_today", "as_of_yesterday"})
TOLL_AS_OF = 6.0  # a running toll is said as of a day rather than of a stretch of time
TURN = 24.0  # for a "but" between: what follows it has a time of its own
ASIDE = 6.0  # for a time that stands aside
MILD_TURN = 4.0  # for a "while" behind a time that opens the sentence
REACH = 24.0
FRONTED_REACH = 40.0  # "On 7 May, a leak at the plant in ..., near ..., killed 11"
HAPPENING = frozenset({"displaced", "closed"})  # levels that an event of one day may tell
REDUCED = 1  # words between those counted and a clause without a verb of its own: "pupils who | kidnapped"
WHEN = 4  # words between "when" and what began then
LEVEL_REACH, LEVEL_REACH_BEHIND = 8.0, 14.0  # a level is not said of a neighbour's time


class Times:
    """The times of one sentence, and which of them each figure is said of."""

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        spans: Sequence[Span],
        figures: Sequence[Figure],
        pack: Pack,
    ) -> None:
        self.tokens, self.clauses, self.spans, self.figures, self.pack = tokens, clauses, spans, figures, pack
        self._found: dict[int, Period] = {}

    def of(self, figure: Figure) -> tuple[Period, str]:
        """The period a figure is said of and how it was said, or an unknown period."""
        span = min(self._in_reach(figure), key=lambda pair: pair[0], default=(0.0, None))[1]
        toll = self._told_with(figure)
        if toll is not None and (span is None or span.last <= figure.number.first):
            self._found[figure.number.first] = self._found[toll.number.first]
            return self._found[toll.number.first], "as_of"
        if span is None:
            period = self._found.get(figure.whole.number.first, Period()) if figure.whole else Period()
        else:
            period = self._fitted(figure, span)
        self._found[figure.number.first] = period
        return period, span.kind if span else ""

    def _told_with(self, figure: Figure) -> Figure | None:
        """The toll as of a day that a figure is told with: "stood at 525 on Wednesday, with 1,700 still missing"."""
        first = self.figures[0] if self.figures else None
        if first is None or first is figure or first.rule != "toll" or figure.aside:
            return None
        period = self._found.get(first.number.first, Period())
        between = self.tokens[first.number.last : figure.hedge_first]
        is_with = any(a.key == "," and self.pack.has("with", b.key) for a, b in pairwise(between))
        return first if is_with and period.start is None and period.end is not None else None

    def _in_reach(self, figure: Figure) -> Iterator[tuple[float, Span]]:
        for span in _fitting(figure, self.spans):
            if self._is_anothers(figure, span):
                continue
            cost = self._distance(figure, span)
            if cost < self._reach(figure, span):
                yield cost - (TOLL_AS_OF if figure.rule == "toll" and span.kind in AS_OF else 0.0), span

    def _is_anothers(self, figure: Figure, span: Span) -> bool:
        """Whether a time stands in an aside, behind an older value, or in a clause that has a figure of its own."""
        if span.first in figure.clause:  # "those abducted three years ago have been freed"
            return True
        if span.kind == "named" and not self._is_what_it_did(figure, span):
            return True
        if figure.rule == "pointed" and "relative" in self.clauses.kinds[figure.counted.last : span.first]:
            return True  # "among them were two men who had been there on 7 October"
        if self._opens_another_clause(figure, span) or self._is_before_perfect(figure, span):
            return True
        if self._is_of_cause(figure, span) or self._is_when_it_began(figure, span):
            return True
        aside = self.clauses.asides[span.first]
        if aside and aside != figure.aside and self.clauses.openers[aside] == "relative" and span.kind in DAYS:
            return True  # "the charity, which travelled there on Saturday, took 16 people"
        if self._is_before_event(figure, span) or self._is_of_earlier(figure, span):
            return True
        if span.first and span.last <= figure.hedge_first and self._adds(span.last, figure.hedge_first):
            return True
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

    def _is_of_cause(self, figure: Figure, span: Span) -> bool:
        """Whether a day says when that struck of which the toll is: "the toll of the quake that hit Van on Sunday"."""
        toll = next((one for one in self.figures if one.rule == "toll"), None)
        if toll is None or toll.hit is None or span.kind not in DAYS:
            return False
        if figure is toll and span.first >= toll.number.last:  # "rose to 14 following the capsizing on Wednesday"
            return "subordinator" in self.clauses.kinds[toll.number.last : span.first]
        between = self.clauses.kinds[toll.hit.last : span.first]
        is_between = toll.hit.last <= span.first < toll.number.first <= figure.number.first
        if is_between and self._is_attribute(span):
            return True
        return is_between and ("relative" in between or "subordinator" in between) and "reach" not in between

    def _is_when_it_began(self, figure: Figure, span: Span) -> bool:
        """Whether a day says what brought about what holds now: "four are missing after fires on Saturday"."""
        is_level = figure.outcome in OUTCOMES and OUTCOMES[figure.outcome].is_level
        if not is_level or span.kind not in DAYS or span.first < figure.last:
            return False
        return bool({"subordinator", "relative"} & set(self.clauses.kinds[figure.last : span.first]))

    def _is_what_it_did(self, figure: Figure, span: Span) -> bool:
        """Whether an event named by its date did it: "the 2015 quake killed 90", "90 died in the 2015 quake"."""
        hit = figure.hit
        if hit is None or span.first >= figure.number.last:
            return hit is not None and not self.pack.has("determiners", self.tokens[span.first].key)
        does = hit.first if figure.rule == "object" else figure.hedge_first - 1  # "which claimed 90 lives"
        between = set(self.clauses.kinds[span.last : does])
        is_next = does - span.last <= 2 or (between <= {"relative", "have", "light", ""} and does - span.last <= 4)
        return figure.rule in {"object", "inner"} and does >= span.last and is_next

    def _is_before_event(self, figure: Figure, span: Span) -> bool:
        """Whether a day stands before an "after" that the figure follows: "dug on Sunday after a quake killed 900"."""
        if span.kind not in DAYS or span.last > figure.hedge_first or figure.rule != "object":
            return False
        keys = [token.key for token in self.tokens[span.last : figure.hedge_first]]
        return any(self.pack.has("after_event", key) for key in keys) and "," not in keys

    def _is_of_earlier(self, figure: Figure, span: Span) -> bool:
        """Whether a time says when those counted were what they are: "freed 70 students kidnapped two weeks ago"."""
        hit, first = figure.hit, figure.counted.last
        if hit is None or span.first < first or self.pack.is_caseless:
            return False
        for place in range(first, span.first):
            match = self.pack.triggers.at(self.tokens, place)
            said = match.carried[0].outcome if match else ""
            if said not in OUTCOMES or OUTCOMES[said].is_level or said == figure.outcome:
                continue
            between = self.clauses.kinds[first:place]
            is_near = place - first <= REDUCED and "and" not in between
            is_reduced = figure.rule == "object" and (is_near or set(between) <= {"relative", "be", "have", "light"})
            before = [token.key for token in self.tokens[max(0, place - 2) : place]]
            is_had = len(before) == 2 and self.pack.has("after_event", before[0]) and self.pack.has("be_one", before[1])
            if is_reduced or is_had:
                return True
        return False

    def _adds(self, first: int, last: int) -> bool:
        """Whether somebody says something more between: "... on Thursday, it said, adding that 73 were killed"."""
        pairs = zip(range(first, last - 1), range(first + 1, last), strict=True)
        return any(
            self.clauses.kinds[say] == "say" and self.pack.has("that", self.tokens[that].key) for say, that in pairs
        )

    def _is_attribute(self, span: Span) -> bool:
        """Whether a day only names an event: "the toll from the 25 April earthquake has risen"."""
        kinds = self.clauses.kinds
        if span.first and self.pack.has("of_date", self.tokens[span.first - 1].key):
            return True  # "las víctimas del terremoto del 19 de septiembre"
        is_named = span.first > 0 and kinds[span.first - 1] in {"determiner", ""}
        behind = self.tokens[span.last : span.last + 1]
        return is_named and kinds[span.last : span.last + 1] == [""] and behind[0].kind == WORD

    def _is_before_perfect(self, figure: Figure, span: Span) -> bool:
        """Whether a day stands in a clause before one in the perfect, which no past day is said of.

        "Searches went on Tuesday in the valley, where nine people have died."
        """
        hit = figure.hit
        if hit is None or span.kind not in DAYS - {"today"} or span.first == 0:
            return False
        is_perfect = any(
            self.pack.has("perfect", token.key) for token in self.tokens[max(0, hit.first - 3) : hit.first]
        )
        between = self.clauses.kinds[span.last : figure.number.first]
        return is_perfect and bool({"relative", "subordinator", "contrast"} & set(between))

    def _reach(self, figure: Figure, span: Span) -> float:
        """How far a time may be: a level is not said of its neighbour's time, unless that opens the sentence."""
        is_level = figure.outcome in OUTCOMES and OUTCOMES[figure.outcome].is_level and not self._happens(figure)
        is_free = not (is_level or self._lasts(figure))
        if self._is_fronted(figure, span):
            return FRONTED_REACH
        if is_free or span.kind in AS_OF:
            return REACH
        if span.first >= figure.counted.last:
            return LEVEL_REACH_BEHIND
        is_taken = any(other.number.first < span.first for other in self.figures if other is not figure)
        return 0.0 if is_taken else LEVEL_REACH

    def _lasts(self, figure: Figure) -> bool:
        """Whether something is said to last, "6,862 remain in detention", so that it is a level here."""
        between = self.tokens[figure.counted.last : figure.hit.first] if figure.hit else ()
        return any(self.pack.has("copulas", token.key) for token in between)

    def _is_fronted(self, figure: Figure, span: Span) -> bool:
        """Whether a time opens the sentence, and so speaks of all of it: "In 2023 alone, the agency recorded ..."."""
        opens = span.first == 0 or (span.kind in STRETCHES and self.tokens[span.first - 1].key == ",")
        return opens and span.last <= figure.number.first

    def _distance(self, figure: Figure, span: Span) -> float:
        first, last = figure.number.first, figure.counted.last
        low, high = (last, span.first) if span.first >= last else (span.last, first)
        crossed = sum(low <= other.number.first < high for other in self.figures if other is not figure)
        contrasts = [place for place in range(low, high) if self.clauses.kinds[place] == "contrast"]
        mild = self.pack.words.get("mild_turns", ()) if self._is_fronted(figure, span) else ()
        turns = sum(MILD_TURN if self.tokens[place].key in mild else TURN for place in contrasts)
        if not self._is_fronted(figure, span) and "say" in self.clauses.kinds[low:high]:  # another speaks behind it
            turns += TURN * sum(token.key == ";" for token in self.tokens[low:high])
        aside = self.clauses.asides[span.first]
        if aside and aside != figure.aside and self.clauses.openers[aside] != "(":
            turns += ASIDE  # "thirty pupils, abducted in May, were freed on Tuesday"
        return (
            turns + self.clauses.between(low, high) + OTHER_FIGURE * crossed + (BEFORE if span.last <= first else 0.0)
        )

    def _fitted(self, figure: Figure, span: Span) -> Period:
        """A day is the event's day for what happens, and the day as of which for a level or a running toll."""
        after = span.last + (span.last < len(self.tokens) and self.tokens[span.last].key == ",")
        if after < figure.number.first and self.pack.has("when", self.tokens[after].key):
            return span.named
        if span.kind == "since" and self._is_when(span.first):
            return span.named  # "sought refuge there when fighting started in June"
        is_level = OUTCOMES[figure.outcome].is_level and not self._happens(figure)
        if _is_day(span) and (is_level or self._is_toll(figure, span)):
            return Period(None, span.period.end)
        return span.period

    def _happens(self, figure: Figure) -> bool:
        """Whether a level is told by what happens in a day: "crossed the border on Sunday", "closed two on Sunday"."""
        if figure.hit is None or figure.outcome not in HAPPENING:
            return False
        words = self.tokens[figure.hit.first : figure.hit.last]
        does = figure.hit.role == "act" or (figure.hit.role == "verb" and figure.rule == "object")
        return does or any(self.pack.has("movements", token.key) for token in words)

    def _is_when(self, place: int) -> bool:
        before = self.tokens[max(0, place - WHEN) : place]
        return any(self.pack.has("when", token.key) for token in before)

    def _is_toll(self, figure: Figure, span: Span) -> bool:
        """Whether a count stood at it on that day, "rose to 144 on Wednesday"; not so in "Wednesday's quake"."""
        return figure.rule == "toll" and not (span.last < len(self.tokens) and self.tokens[span.last].key == "'s")


def _fitting(figure: Figure, spans: Sequence[Span]) -> list[Span]:
    """The times that can be a figure's: a toll has the day it stood at, or a time said right behind it."""
    if figure.rule != "toll":
        return list(spans)
    return [
        span
        for span in spans
        if span.kind in AS_OF
        or span.kind == "event"
        or (
            span.first == 0 and span.kind in {"in", "range", "past", "since"}
        )  # "In 2018, the number of cases doubled to 350"
        or span.first >= figure.number.last
        or _is_day(span)
        or (figure.hit is not None and span.first == figure.hit.last)  # "the toll since 20 October"
        or _is_told_with_the_count(figure, span)
        or (figure.hit is not None and span.last + 1 == figure.hit.first)  # "this year's death toll"
    ]


def _is_told_with_the_count(figure: Figure, span: Span) -> bool:
    """Whether a stretch of time stands between what is counted and its count: "who fled since May stands at 9"."""
    return figure.hit is not None and span.kind in STRETCHES and figure.hit.first <= span.first < figure.number.first


def _is_day(span: Span) -> bool:
    return span.kind in DAYS or (span.kind == "in" and span.period.days == 1)
