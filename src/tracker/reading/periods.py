"""Which of a sentence's times each figure is said of; the day somebody said it is none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..period import Period
from .clauses import Clauses
from .figures import Figure
from .nearness import Nearness
from .other_days import OtherDays
from .outcomes import OUTCOMES
from .packs import Pack
from .time_kinds import AFTER, AS_OF, DAYS, PAST, SO_FAR, STRETCHES
from .times import Span
from .tokens import Token

TOLL_AS_OF = 6.0  # a running toll is said as of a day rather than of a stretch of time
LISTED = 4  # words between two figures of one list
MOVED = 2  # words behind those displaced in which it is looked for what they did: "displaced people arrived"
AFAR = 6  # the same where no word for what befell them is known
LONGEST_DAY = 2  # "overnight" and the weekend are days of two
WHEN_TOLD = 10.0  # "since 2001, when 42 people perished"
REACH = 24.0
FARTHEST = 120  # tokens to a time, unless it opens the sentence
FRONTED_REACH = 40.0  # "On 7 May, a leak at the plant in ..., near ..., killed 11"
HAPPENING = frozenset({"displaced", "closed"})  # levels that an event of one day may tell
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
        self.others = OtherDays(tokens, clauses, figures, pack)
        self.near = Nearness(tokens, clauses, spans, figures, self.others)
        self._found: dict[int, Period] = {}

    def of(self, figure: Figure) -> tuple[Period, str]:
        """The period a figure is said of and how it was said, or an unknown period."""
        span = min(self._in_reach(figure), key=lambda pair: pair[0], default=(0.0, None))[1]
        toll = self._told_with(figure)
        is_apart = span is not None and self.clauses.asides[span.first] != figure.aside
        if toll is not None and (span is None or is_apart or span.last <= figure.number.first):
            self._found[figure.number.first] = self._found[toll.number.first]
            return self._found[toll.number.first], "as_of"
        if span is None:
            shares = figure.whole or self._next_to(figure)
            period = self._found.get(shares.number.first, Period()) if shares else Period()
        else:
            period = self._fitted(figure, span)
        self._found[figure.number.first] = period
        return period, span.kind if span else ""

    def _next_to(self, figure: Figure) -> Figure | None:
        """The figure of the same list whose event has a day: "an attack on 7 May that left 14 dead, 54 injured"."""
        place = next((at for at, one in enumerate(self.figures) if one is figure), 0)
        before = self.figures[place - 1] if place else None
        if before is None or OUTCOMES[figure.outcome].is_level or figure.aside != before.aside:
            return None
        if ";" in [token.key for token in self.tokens[before.last : figure.hedge_first]]:
            return None
        kinds = self.clauses.kinds[before.last : figure.hedge_first]
        aside = self.clauses.asides[before.last : figure.hedge_first]
        plain = [kind for kind, is_aside in zip(kinds, aside, strict=True) if not is_aside]
        is_timed = any(span.last <= before.number.first for span in self.spans)
        return before if is_timed and len(plain) <= LISTED and set(plain) <= {"", "and", "hedge", "light"} else None

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
            if span.first and abs(span.first - figure.number.first) > FARTHEST:
                continue
            reach = self._reach(figure, span)
            cost = self.near.distance(figure, span, reach)
            if cost < reach and not self.others.is_anothers(figure, span):
                is_stood = span.kind in AS_OF or (span.first == figure.counted.last and _is_day(span))
                stands = figure.rule == "toll" or (self._is_level(figure) and span.kind == "as_of")
                gain = TOLL_AS_OF if stands and is_stood else 0.0
                is_when = span.kind == AFTER or self._is_told_behind_when(figure, span)
                yield cost - gain - (WHEN_TOLD if is_when else 0.0), span

    def _reach(self, figure: Figure, span: Span) -> float:
        """How far a time may be: a level is not said of its neighbour's time, unless that opens the sentence."""
        is_level = self._is_level(figure)
        is_level = is_level and not (_is_day(span) and self._does(figure))
        is_free = not (is_level or self._lasts(figure))
        if self.near.is_fronted(figure, span):
            return FRONTED_REACH
        if is_free or span.kind in AS_OF:
            return REACH
        if span.first >= figure.counted.last:
            return LEVEL_REACH_BEHIND
        opens = self._opens_clause(span)
        others = [other for other in self.figures if other is not figure and other.number.first < span.first]
        is_taken = any(opens < other.number.first for other in others)
        if is_taken and span.kind in STRETCHES and self._is_elided(figure, span):
            return LEVEL_REACH_BEHIND
        return 0.0 if is_taken else LEVEL_REACH

    def _is_elided(self, figure: Figure, span: Span) -> bool:
        """Whether a figure has no verb of its own: "250 have been killed since May, and 169,000 displaced"."""
        hit, last = figure.hit, figure.number.last
        is_next = set(self.clauses.kinds[span.last : figure.hedge_first]) <= {"and", "light", ""}
        return figure.rule in {"subject", "inner"} and is_next and hit is not None and hit.first in {last, last + 1}

    def _opens_clause(self, span: Span) -> int:
        """Where the clause begins that a time opens, "there were 62; today 41 remain", or -1."""
        before = span.first - 1
        opens = before > 0 and (self.tokens[before].key == ";" or self.clauses.kinds[before] in {"and", "contrast"})
        return before if opens else -1

    def _does(self, figure: Figure) -> bool:
        """Whether something is told that was done to them: "hit a house on Sunday, burying eight"."""
        return figure.hit is not None and figure.hit.role == "act" and figure.rule == "object"

    def _lasts(self, figure: Figure) -> bool:
        """Whether something is said to last, "6,862 remain in detention", so that it is a level here."""
        between = self.tokens[figure.counted.last : figure.hit.first] if figure.hit else ()
        return any(self.pack.has("copulas", token.key) for token in between)

    def _fitted(self, figure: Figure, span: Span) -> Period:
        """A day is the event's day for what happens, and the day as of which for a level or a running toll."""
        if self._is_told_behind_when(figure, span):
            return span.named
        so_far = self._so_far(figure, span)
        if so_far is not None:
            return so_far
        if self.others.events.is_of_cause(figure, span):
            return span.period  # "the toll of the quake that struck on 16 September stood at 13"
        if span.kind == "since" and self._is_when(span.first):
            return span.named  # "sought refuge there when fighting started in June"
        if _is_day(span) and (self._is_level(figure) or self._is_toll(figure, span)):
            return Period(None, span.period.end)
        return span.period

    def _so_far(self, figure: Figure, span: Span) -> Period | None:
        """From when a count as of a day goes: "as of 29 February 5,586 deaths were reported since January"."""
        if span.kind != "as_of" or self._is_level(figure):
            return None
        told = [
            one for one in self.spans if one.kind in SO_FAR and one.period.start and one.period.end == span.period.end
        ]
        fits = (
            one.period
            for one in told
            if self.near.distance(figure, one, FRONTED_REACH) < FRONTED_REACH and not self._is_parted(figure, one)
        )
        return next((one for one in fits if one.end), None)

    def _is_parted(self, figure: Figure, span: Span) -> bool:
        """Whether a rise of its own stands between: "rose to 501, an increase of eight since 29 March"."""
        low, high = sorted((figure.number.first, span.first))
        return any(self.pack.has("differences", token.key) for token in self.tokens[low:high])

    def _is_told_behind_when(self, figure: Figure, span: Span) -> bool:
        """Whether a time names the days of a clause that tells the figure: "since August, when 60 people died"."""
        after = span.last + (span.last < len(self.tokens) and self.tokens[span.last].key == ",")
        if after >= figure.number.first or not self.pack.has("when", self.tokens[after].key):
            return False
        return "," not in [token.key for token in self.tokens[after : figure.hedge_first]]

    def _is_level(self, figure: Figure) -> bool:
        """Whether a figure says how many there are on a day, and not what happened on it."""
        return figure.outcome in OUTCOMES and OUTCOMES[figure.outcome].is_level and not self._happens(figure)

    def _happens(self, figure: Figure) -> bool:
        """Whether a level is told by what happens in a day: "crossed the border on Sunday", "closed two on Sunday"."""
        if figure.outcome not in HAPPENING:
            return False
        if figure.hit is None:  # "6,700 refugees left on Sunday"
            words = self.tokens[figure.counted.last : figure.counted.last + AFAR]
            return any(self.pack.has("movements", token.key) for token in words)
        words = self.tokens[figure.hit.first : max(figure.hit.last, figure.counted.last + MOVED)]
        does = figure.hit.role == "act" or (figure.hit.role == "verb" and figure.rule == "object")
        return does or any(self.pack.has("movements", token.key) for token in words)

    def _is_when(self, place: int) -> bool:
        before = self.tokens[max(0, place - WHEN) : place]
        return any(self.pack.has("when", token.key) for token in before)

    def _continues_toll(self, figure: Figure) -> bool:
        """Whether a number is what a toll was before: "up from 410 on Tuesday"."""
        return figure.rule == "joined" and figure.hit is not None and figure.hit.is_count

    def _is_toll(self, figure: Figure, span: Span) -> bool:
        """Whether a count stood at it on that day, "rose to 144 on Wednesday"; not so in "Wednesday's quake"."""
        is_among = self.clauses.kinds[0] == "among"  # "among the dead on Wednesday were six children"
        if figure.hit is not None and figure.number.last <= figure.hit.first < span.first:
            return False  # "brings to 12 the number saved on Saturday"
        return (
            (figure.rule == "toll" or self._continues_toll(figure))
            and not is_among
            and not (span.last < len(self.tokens) and self.tokens[span.last].key == "'s")
        )


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
            span.first == 0 and span.kind in PAST | {"in", "range", "up_to_then", "since"}
        )  # "In 2018, the number of cases doubled to 350"
        or span.first >= figure.number.last
        or _is_day(span)
        or (figure.hit is not None and span.first == figure.hit.last)  # "the toll since 20 October"
        or _is_told_with_the_count(figure, span)
        or (figure.hit is not None and span.last + 1 == figure.hit.first)  # "this year's death toll"
    ]


def _is_told_with_the_count(figure: Figure, span: Span) -> bool:
    """Whether a stretch of time stands between what is counted and its count: "who fled since May stands at 9"."""
    kinds = STRETCHES | {"last_year", "last_month", "last_week", "in"}
    return figure.hit is not None and span.kind in kinds and figure.hit.first <= span.first < figure.number.first


def _is_day(span: Span) -> bool:
    is_short = span.period.days is None or span.period.days <= LONGEST_DAY
    return (span.kind in DAYS and is_short) or (span.kind == "in" and span.period.days == 1)
