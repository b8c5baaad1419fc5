"""Times of a sentence that are not a figure's: of what caused it, of a clause beside it, of what was before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .clauses import Clauses
from .figures import Figure
from .outcomes import OUTCOMES
from .packs import Pack
from .time_kinds import AFTER, AS_OF, DAYS, STRETCHES
from .times import Span
from .tokens import WORD, Token

DESCRIBED, FARTHEST = 4, 40  # words in which "who were" and "after being" are looked for
BEGUN = 8  # words before a time in which "began" is looked for
LATER = 4  # words that open a sentence up to its "after"
STRUCK = 4  # words before "which struck on Monday" that name it, and behind it until what it did
REDUCED = 1  # words between those counted and a clause without a verb of its own: "pupils who | kidnapped"


class OtherDays:
    """Which times of one sentence belong to something else than a figure."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, figures: Sequence[Figure], pack: Pack) -> None:
        self.tokens, self.clauses, self.figures, self.pack = tokens, clauses, figures, pack

    def is_anothers(self, figure: Figure, span: Span) -> bool:
        """Whether any rule of this class says that a time belongs to something else."""
        return any(is_so(self, figure, span) for is_so in RULES)

    def _is_of_a_clause(self, figure: Figure, span: Span) -> bool:
        """Whether a time describes those counted: "those abducted three years ago have been freed"."""
        return span.first in figure.clause

    def _is_of_another_event(self, figure: Figure, span: Span) -> bool:
        """Whether a time names an event that did not do what the figure says: "five days after", "the 2015 quake"."""
        if span.kind == AFTER:
            return not self._is_of_event(figure, span)
        return span.kind == "named" and not self._is_what_it_did(figure, span)

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
        return bool(is_apart) and span.kind in DAYS and not self._is_of_what_struck(figure, span)

    def _is_before_more(self, figure: Figure, span: Span) -> bool:
        """Whether something is added behind a time: "... on Thursday, it said, adding that 73 were killed"."""
        opens = span.first == 0 or (span.first == 1 and span.kind in STRETCHES)  # behind a quotation mark
        is_before = not opens and span.last <= figure.hedge_first and span.kind not in AS_OF
        return is_before and self._adds(span.last, figure.hedge_first)

    def _is_of_a_beginning(self, figure: Figure, span: Span) -> bool:
        """Whether a time says only when that began which goes on: "rains that began last week have killed 45"."""
        if figure.hit is None or span.last > figure.hedge_first or span.kind in {"since", "event"}:
            return False
        began = range(max(0, span.first - BEGUN), span.first)
        began_at = next((at for at in reversed(began) if self.pack.has("beginnings", self.tokens[at].key)), None)
        if began_at is None or {",", ";"} & {token.key for token in self.tokens[began_at : span.first]}:
            return False
        return any(self.pack.has("perfect", token.key) for token in self.tokens[span.last : figure.hedge_first])

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

    def _is_behind_after(self, figure: Figure, span: Span) -> bool:
        """Whether something later is told behind it: "Two weeks after a quake killed 90, 12 people died on Monday"."""
        before = self.tokens[: figure.hedge_first]
        after = next((at for at, token in enumerate(before[:LATER]) if self.pack.has("after_event", token.key)), None)
        if after is None or span.first < figure.last or "," in [token.key for token in before[after:]]:
            return False
        comma = next((at for at in range(figure.last, span.first) if self.tokens[at].key == ","), span.first)
        return any(comma < other.number.first < span.first and other.aside == figure.aside for other in self.figures)

    def _opens_another_clause(self, figure: Figure, span: Span) -> bool:
        """Whether a time stands first behind an "and": "2.6 million depended on aid, and in August it dropped 15"."""
        if span.first < max(figure.counted.last, 2) or self.clauses.kinds[span.first - 1] != "and":
            return False
        is_told = figure.hit is not None and figure.number.first < figure.hit.first < span.first
        is_apart = self.tokens[span.first - 2].key in {",", ";"} or (is_told and span.kind in AS_OF)
        is_clause = is_apart and span.last < len(self.tokens)
        return is_clause and any(other.number.first >= span.last for other in self.figures)

    def is_of_cause(self, figure: Figure, span: Span) -> bool:
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
        is_after = any(self.pack.has("after_event", token.key) for token in self.tokens[figure.last : span.first])
        return is_after or bool({"subordinator", "relative"} & set(self.clauses.kinds[figure.last : span.first]))

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

    def _is_of_what_struck(self, figure: Figure, span: Span) -> bool:
        """Whether what did it is described by its day: "Cyclone Chido, which struck on Monday, has killed two"."""
        aside = self.clauses.asides[span.first]
        if figure.rule not in {"object", "subject"} or OUTCOMES[figure.outcome].is_level:
            return False
        opens = self.clauses.asides.index(aside)
        closes = len(self.clauses.asides) - self.clauses.asides[::-1].index(aside)
        named = self.tokens[max(0, opens - STRUCK) : opens]
        is_event = any(self.pack.has("disasters", token.key) for token in named)
        return is_event and opens < closes < figure.hedge_first <= closes + STRUCK

    def _is_what_it_did(self, figure: Figure, span: Span) -> bool:
        """Whether an event named by its date did it: "the 2015 quake killed 90", "90 died in the 2015 quake"."""
        hit = figure.hit
        if hit is not None and span.first < hit.first <= span.last <= figure.number.first:
            return True  # "the 2014 abduction of 200 girls"
        if hit is None or span.first >= figure.number.last:
            return hit is not None and not self.pack.has("determiners", self.tokens[span.first].key)
        if figure.rule == "subject" and "relative" in self.clauses.kinds[span.last : figure.hedge_first]:
            return True  # "the shipwreck of 26 May, in which 79 died"
        does = hit.first if figure.rule == "object" else figure.hedge_first - 1  # "which claimed 90 lives"
        between = set(self.clauses.kinds[span.last : does])
        passed = [place for place in range(span.last, does) if not self.clauses.asides[place]]
        is_next = len(passed) <= 2 or (between <= {"relative", "have", "light", ""} and does - span.last <= 4)
        keys = [token.key for token in self.tokens[span.last : does]]
        is_next = is_next or (
            len(keys) <= STRUCK + STRUCK and "," not in keys and self.clauses.kinds[does - 1] == "relative"
        )
        return figure.rule in {"object", "inner"} and does >= span.last and is_next

    def _is_of_sum(self, figure: Figure, span: Span) -> bool:
        """Whether a time says of when the sum is: "71 deaths, bringing the total since April 2014 to 9,640"."""
        if span.last <= figure.number.first:  # "ten died in the past day, bringing the total to 96"
            is_sum = span.kind in STRETCHES and figure.rule in {"toll", "pointed"}
            between = self.tokens[span.last : figure.hedge_first] if is_sum else ()
        else:
            between = self.tokens[figure.last : span.first]
        return any(a.key == "," and self.pack.has("summing", b.key) for a, b in pairwise(between))

    def _is_of_event(self, figure: Figure, span: Span) -> bool:
        """Whether "five days after" tells when a figure's event was: "five days after a quake that killed 90"."""
        if span.last > figure.hedge_first:
            return False
        is_act = figure.hit is not None and figure.hit.role == "act" and figure.rule == "object"
        commas = [place for place in range(span.last, figure.hedge_first) if self.tokens[place].key == ","]
        return not commas or (is_act and figure.hit is not None and commas == [figure.hit.first - 1])

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

    def _is_before_event(self, figure: Figure, span: Span) -> bool:
        """Whether a day stands before an "after" that the figure follows: "dug on Sunday after a quake killed 900"."""
        if span.kind not in DAYS or span.last > figure.hedge_first or figure.rule not in {"object", "subject"}:
            return False
        keys = [token.key for token in self.tokens[span.last : figure.hedge_first]]
        return any(self.pack.has("after_event", key) for key in keys) and "," not in keys

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

    def _is_attribute(self, span: Span) -> bool:
        """Whether a day only names an event: "the toll from the 25 April earthquake has risen"."""
        kinds = self.clauses.kinds
        if span.first and self.pack.has("of_date", self.tokens[span.first - 1].key):
            return True  # "las víctimas del terremoto del 19 de septiembre"
        is_named = span.first > 0 and kinds[span.first - 1] in {"determiner", ""}
        behind = self.tokens[span.last : span.last + 1]
        return is_named and kinds[span.last : span.last + 1] == [""] and behind[0].kind == WORD

    def _is_before_perfect(self, figure: Figure, span: Span) -> bool:
        """Whether a day stands in a clause before one in the perfect or the present, which no past day is said of.

        "Searches went on Tuesday in the valley, where nine people have died."
        """
        hit = figure.hit
        if hit is None or span.kind not in DAYS - {"today"}:
            return False
        near = self.tokens[max(0, hit.first - 3) : hit.last]
        is_perfect = any(self.pack.has("perfect", token.key) for token in near)
        is_now = is_perfect or any(self.pack.has("present", token.key) for token in near)
        ends = {";", ","} if span.first and OUTCOMES[figure.outcome].is_level else {";"}
        parts = ends & {token.key for token in self.tokens[span.last : figure.number.first]}
        if span.first:
            goes_on = is_perfect or any(
                self.pack.has("present", token.key) for token in self.tokens[hit.first : hit.last]
            )
            opens = {"relative", "subordinator", "contrast"} | ({"and"} if goes_on else set())
            parts |= opens & set(self.clauses.kinds[span.last : figure.number.first])
        return is_now and bool(parts)


RULES = (
    OtherDays._is_of_a_clause,
    OtherDays._is_of_another_event,
    OtherDays._is_of_those_pointed_at,
    OtherDays._opens_another_clause,
    OtherDays._is_before_perfect,
    OtherDays._is_of_sum,
    OtherDays._is_behind_relative,
    OtherDays._is_behind_after,
    OtherDays._is_inset,
    OtherDays._is_of_some,
    OtherDays._is_when_it_began,
    OtherDays._is_of_the_whole,
    OtherDays._is_before_now,
    OtherDays._is_described,
    OtherDays._is_before_event,
    OtherDays._is_of_earlier,
    OtherDays._is_before_more,
    OtherDays._is_of_a_beginning,
    OtherDays._is_of_a_figure_before,
)
