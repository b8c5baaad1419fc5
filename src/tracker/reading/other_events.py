"""Times of a sentence that are of another event than a figure's: of what caused it, of what began or was before."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses
from .figures import Figure
from .outcomes import OUTCOMES
from .packs import Pack
from .time_kinds import AFTER, DAYS
from .times import Span
from .tokens import WORD, Token

BEGUN = 8  # words before a time in which "began" is looked for
LATER = 4  # words that open a sentence up to its "after"
STRUCK = 4  # words before "which struck on Monday" that name it, and behind it until what it did


class OtherEvents:
    """Which times of one sentence belong to another event than the one a figure tells."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, figures: Sequence[Figure], pack: Pack) -> None:
        self.tokens, self.clauses, self.figures, self.pack = tokens, clauses, figures, pack

    def is_anothers(self, figure: Figure, span: Span) -> bool:
        """Whether any rule of this class says that a time belongs to another event."""
        return any(is_so(self, figure, span) for is_so in RULES)

    def _is_of_another_event(self, figure: Figure, span: Span) -> bool:
        """Whether a time names an event that did not do what the figure says: "five days after", "the 2015 quake"."""
        if span.kind == AFTER:
            return not self._is_of_event(figure, span)
        return span.kind == "named" and not self._is_what_it_did(figure, span)

    def _is_of_a_beginning(self, figure: Figure, span: Span) -> bool:
        """Whether a time says only when that began which goes on: "rains that began last week have killed 45"."""
        if figure.hit is None or span.last > figure.hedge_first or span.kind in {"since", "event"}:
            return False
        began = range(max(0, span.first - BEGUN), span.first)
        began_at = next((at for at in reversed(began) if self.pack.has("beginnings", self.tokens[at].key)), None)
        if began_at is None or {",", ";"} & {token.key for token in self.tokens[began_at : span.first]}:
            return False
        return any(self.pack.has("perfect", token.key) for token in self.tokens[span.last : figure.hedge_first])

    def _is_behind_after(self, figure: Figure, span: Span) -> bool:
        """Whether something later is told behind it: "Two weeks after a quake killed 90, 12 people died on Monday"."""
        before = self.tokens[: figure.hedge_first]
        after = next((at for at, token in enumerate(before[:LATER]) if self.pack.has("after_event", token.key)), None)
        if after is None or span.first < figure.last or "," in [token.key for token in before[after:]]:
            return False
        comma = next((at for at in range(figure.last, span.first) if self.tokens[at].key == ","), span.first)
        return any(comma < other.number.first < span.first and other.aside == figure.aside for other in self.figures)

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

    def is_of_what_struck(self, figure: Figure, span: Span) -> bool:
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

    def _is_of_event(self, figure: Figure, span: Span) -> bool:
        """Whether "five days after" tells when a figure's event was: "five days after a quake that killed 90"."""
        if span.last > figure.hedge_first:
            return False
        is_act = figure.hit is not None and figure.hit.role == "act" and figure.rule == "object"
        commas = [place for place in range(span.last, figure.hedge_first) if self.tokens[place].key == ","]
        return not commas or (is_act and figure.hit is not None and commas == [figure.hit.first - 1])

    def _is_before_event(self, figure: Figure, span: Span) -> bool:
        """Whether a day stands before an "after" that the figure follows: "dug on Sunday after a quake killed 900"."""
        if span.kind not in DAYS or span.last > figure.hedge_first or figure.rule not in {"object", "subject"}:
            return False
        keys = [token.key for token in self.tokens[span.last : figure.hedge_first]]
        return any(self.pack.has("after_event", key) for key in keys) and "," not in keys

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
    OtherEvents._is_of_another_event,
    OtherEvents._is_before_perfect,
    OtherEvents._is_behind_after,
    OtherEvents._is_when_it_began,
    OtherEvents._is_before_event,
    OtherEvents._is_of_a_beginning,
)
