"""Where the name of somebody who speaks begins and ends: "Katie Greenwood of the Red Cross federation"."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses
from .naming import (
    age_at,
    author_after,
    is_adverb,
    is_count,
    is_in_name,
    is_initial,
    is_possessive,
    past_audience,
    past_name,
)
from .packs import Pack
from .tokens import MARK, Token

LONGEST = 18  # tokens of a name with its office
BY_REACH = 9  # tokens in which the "by" of "was put at 52 by the council" is looked for
ASIDE = 22  # tokens between the commas of "X, a district head, said"
STOPS = frozenset({"subordinator", "contrast", "relative", "modal", "time", "reach", "among", "aside", "negation"})
RUN = tuple[int, int]


class Names:
    """The words of one sentence that can be somebody's name. `busy` tokens belong to figures and are nobody's."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, busy: Sequence[bool], pack: Pack) -> None:
        self.tokens, self.clauses, self.busy, self.pack = tokens, clauses, busy, pack

    def subject(self, verb: int) -> RUN | None:
        """The name before a verb of saying; an aside in commas may stand between them."""
        last = verb
        while last and (
            self.clauses.kinds[last - 1] in {"light", "have", "time"}
            or is_adverb(self.tokens, self.clauses, last - 1, self.pack)
            or self._is(last - 1, "further")
        ):
            last -= 1
        if not last or self.clauses.kinds[last - 1] in {"be", "determiner"}:
            return None
        is_plural = self._is(verb, "place_kinds") and not self.is_role(self.tokens[last - 1])
        if is_plural and not self._opens_clause(verb + 1):
            return None  # "in Northern and White Nile states."
        if self._is(verb, "noun_verbs") and not (self._opens_clause(verb + 1) or self._may_put(verb, last - 1)):
            return None
        if self.tokens[last - 1].key == ",":
            return self._before_aside(last - 1)
        first = self._start(last)
        is_clause = first < last and not self._is_nominal(first) and not self.clauses.kinds[first]
        is_clause = is_clause and not self.is_role_in((first, last))
        described = self._before_relative(first) if is_clause else None  # "a minister in the body that runs Libya"
        if described:
            return described
        if self._speaks(first, last) or self._is_anybody(first, last, verb):
            return first, last
        return self._before_relative(first)

    def _is_anybody(self, first: int, last: int, verb: int) -> bool:
        """Whether a body of any name speaks: "40 people were marooned, the district cell said"."""
        if not (self._is(verb, "inverting") and last - first > 1):
            return False
        opens = first == 0 or self.tokens[first - 1].key == "," or self.clauses.kinds[first - 1] in {"and", "contrast"}
        return opens and self.clauses.kinds[first] == "determiner"

    def _before_relative(self, first: int) -> RUN | None:
        """The name before a clause that describes it: "a UN official who visited the site said"."""
        is_that = first > 1 and self._is(first - 1, "that") and not self.clauses.says[first - 2]
        if not first or not (is_that or self.clauses.kinds[first - 1] == "relative"):
            return None
        name = self._start(first - 1)
        return (name, first - 1) if self._speaks(name, first - 1) else None

    def opening(self) -> RUN | None:
        """Who the sentence begins with: "Interior Minister Paul Mbeki rejected the claim, telling ..."."""
        last = 0
        while (
            last < len(self.tokens)
            and not self.busy[last]
            and (self._is_nominal(last) or self.clauses.kinds[last] == "preposition")
        ):
            last += 1
        while last and self._is_loose_end(last - 1):
            last -= 1
        last = past_name(self.tokens, self.clauses, last, self.busy)
        return (0, last) if self._speaks(0, last) else None

    def ending(self, last: int) -> RUN | None:
        """The name that ends before a word."""
        first = self._start(last)
        return (first, last) if self._speaks(first, last) else None

    def nearest_name(self, before: int) -> RUN | None:
        """The nearest office or body before a word: "the Red Cross treats 3,200 families, says its spokesman"."""
        last = before
        while last and not (self.is_role(self.tokens[last - 1]) or self.clauses.kinds[last - 1] == "name"):
            last -= 1
        first = last
        while first and (self.clauses.kinds[first - 1] == "name" or self.is_role(self.tokens[first - 1])):
            first -= 1
        return (first, last) if any(self.is_role(token) for token in self.tokens[first:last]) else None

    def _opens_clause(self, place: int) -> bool:
        """Whether "that" follows: whoever "estimates that" does say something."""
        return place < len(self.tokens) and self._is(place, "that")

    def _may_put(self, verb: int, before: int) -> bool:
        """Whether a word that may be a noun too, "reports", "put", is a verb behind the word at `before`."""
        if self.tokens[before].key == ",":  # "Peter Okot, the commissioner, put the number at"
            goes_on = verb + 1 < len(self.tokens) and not self._is(verb + 1, "of")
            return goes_on and self.clauses.kinds[verb + 1] in {"determiner", "preposition"}
        if self._is(verb, "putting") and self.clauses.kinds[verb + 1 : verb + 2] == ["determiner"]:
            return True  # "volunteers in the area also put the death toll at"
        is_named = self._is_nominal(before) or self._is(before, "speakers") or self._is(before, "data")
        return is_named or self.tokens[before].key == ")"

    def agent(self, verb_end: int) -> RUN | None:
        """Who said it in the passive: "were confirmed dead by the commissioner"; but not who killed or found."""
        for place in range(verb_end, min(len(self.tokens) - 1, verb_end + BY_REACH)):
            hit = self.pack.triggers.at(self.tokens, place)
            if self.tokens[place].key in {",", ";", "."} or (hit and any(one.role == "verb" for one in hit.carried)):
                return None
            if self._is(place, "by"):
                run = self.after(place + 1)
                return run if run and self.is_role_in(run) else None
        return None

    def is_role_in(self, run: RUN) -> bool:
        """Whether a run of words names an office or a body."""
        return any(self.is_role(token) for token in self.tokens[slice(*run)])

    def after(self, first: int, *, is_anybody: bool = False) -> RUN | None:
        """The name that follows "according to", without the "data released by" before it.

        `is_anybody`: whoever stands there with an article speaks: "according to the farmers".
        """
        last = first
        while last < min(len(self.tokens), first + LONGEST):
            age = age_at(self.tokens, last, self.pack)
            if age:
                last = age
            elif self._ends(last, first):
                break
            else:
                last += 1
        author = author_after(self.tokens, self.clauses, (first, last), self.pack)
        if author:
            return self.after(author, is_anybody=is_anybody)
        last = past_name(self.tokens, self.clauses, last, self.busy)
        first = self._past_data(first, last)
        while last > first and self._is_loose_end(last - 1):
            last -= 1
        is_somebody = is_anybody and last - first > 1 and self.clauses.kinds[first] == "determiner"
        return (first, last) if is_somebody or self._speaks(first, last) else None

    def inverted(self, verb: int, last: int) -> RUN | None:
        """The name after a verb, as in "said Anil Mazumdar"; what is told is told to somebody else."""
        if last >= len(self.tokens):
            return None
        if self.pack.is_caseless:
            return self.after(last)
        before = self.clauses.kinds[verb - 1] if verb else ""
        follows_mark = verb == 0 or self.tokens[verb - 1].kind == MARK
        if not self._is(verb, "inverting") and not (self.pack.adjectives_after and verb and follows_mark):
            return None
        if before in {"be", "have"} or not (follows_mark or self.tokens[last].is_capital):
            return None
        last -= self._is(last - 1, "to_audience")  # "dijo a" may be one phrase
        for _ in range(2):  # "a précisé vendredi à Radio Okapi le commissaire"
            last = past_audience(self.tokens, self.clauses, last, self.pack)
            while last < len(self.tokens) - 1 and self.clauses.kinds[last] == "time":
                last += 1
        if self.clauses.kinds[last] in {"preposition", "subordinator"}:
            return None
        return self.after(last, is_anybody=verb > 0 and self.tokens[verb - 1].key == ",")

    def _before_aside(self, comma: int) -> RUN | None:
        """In "X, a district head, said" the name is X; in "the head of Y, John Hayab, said" the aside is part of it."""
        for opening in range(comma - 1, max(0, comma - ASIDE), -1):
            if self.busy[opening] or self._is(opening, "quotes") or self.tokens[opening].key == ";":
                return None
            if self.tokens[opening].key == ",":
                first = self._start(opening)
                if self.clauses.kinds[opening + 1] in {"be", "have"}:
                    return None  # "hospitals, Al-Shifa and Al-Quds, have closed, say reports"
                is_apart = first > 0 and (self.tokens[first - 1].key == "," or self._is(first - 1, "quotes"))
                is_person = is_apart and all(token.is_capital for token in self.tokens[first:opening])
                is_new = is_person or not first or self.clauses.kinds[first - 1] in {"and", "contrast", "subordinator"}
                if not is_new and self.clauses.kinds[opening + 1] in {"preposition", "relative"}:
                    return None
                return (
                    (first, self._until_clause(opening + 1, comma))
                    if self._speaks(first, opening)
                    else self._whole_aside(opening + 1, comma)
                )
        return None

    def _until_clause(self, first: int, last: int) -> int:
        """Where an aside turns into a clause: "a spokesman for the hospital | where", "the minister, | speaking"."""
        token, endings = self.tokens[first], tuple(self.pack.words.get("gerund_endings", ()))
        if endings and token.key.endswith(endings) and not token.is_capital:
            return first - 1
        return next((place for place in range(first, last) if self.clauses.kinds[place] in STOPS), last)

    def _whole_aside(self, first: int, last: int) -> RUN | None:
        is_name = all(
            token.is_capital or token.kind == MARK or token.key in {"al", "de"} for token in self.tokens[first:last]
        )
        return (first, last) if is_name and last > first else None

    def _start(self, last: int) -> int:
        """Where the name that ends at `last` begins."""
        first = last
        while first > max(0, last - LONGEST) and not self._begins(first - 1, last):
            first -= 1
        while first < last and (
            self.clauses.kinds[first] in {"preposition", "light", "and"} or self.tokens[first].key in {")", "."}
        ):
            first += 1
        return first

    def _begins(self, place: int, last: int) -> bool:
        """Whether a name that goes on to `last` cannot reach back over this word."""
        if self._blocks(place):
            return True
        kind = self.clauses.kinds[place]
        if kind in {"be", "have", "pronoun"}:
            return place + 1 != last
        if kind == "and":
            return not (place + 1 < last and place and self._is_nominal(place - 1))
        return kind == "say" and not (self.is_role(self.tokens[place]) or is_in_name(self.tokens, place))

    def _ends(self, place: int, first: int) -> bool:
        """Whether a name that began at `first` cannot go on over this word."""
        if self._blocks(place) or (place > first and self._is(place, "noun_verbs") and self._opens_clause(place + 1)):
            return True
        kind = self.clauses.kinds[place]
        if kind in {"be", "have"}:
            return True
        if kind in {"pronoun", "say"} and place > first:
            is_named = kind == "say" and (self.is_role(self.tokens[place]) or is_in_name(self.tokens, place))
            return not (is_named and not self._opens_clause(place + 1))
        return kind == "and" and not (place + 1 < len(self.tokens) and self._is_nominal(place + 1))

    def _blocks(self, place: int) -> bool:
        token, kind = self.tokens[place], self.clauses.kinds[place]
        joins = self._is(place, "several") or (self._is(place, "name_joints") and self.tokens[place - 1].is_capital)
        if self.busy[place] or is_count(self.tokens, self.clauses, place) or (kind in STOPS and not joins):
            return True
        if token.kind != MARK or token.key in {"'s", "(", ")", "&"} or is_initial(self.tokens, place):
            return False
        return not is_possessive(self.tokens, place)

    def _is_loose_end(self, place: int) -> bool:
        kind, token = self.clauses.kinds[place], self.tokens[place]
        return kind in {"preposition", "light", "determiner"} or (token.kind == MARK and token.key != ")")

    def _past_data(self, first: int, last: int) -> int:
        """Steps over "data from", "the latest figures released by", to the name that follows."""
        seen = False
        for place in range(first, min(last, first + 9)):
            seen = seen or self._is(place, "data")
            if seen and self._is(place, "data_from") and place + 1 < last:
                return place + 1
        return first

    def _speaks(self, first: int, last: int) -> bool:
        """Whether a run of words can be somebody: it holds a name, an office or a pronoun."""
        if self.pack.is_caseless:
            return last > first
        return any(
            self.is_role(self.tokens[place])
            or self._is(place, "speakers")
            or self._is(place, "same")
            or (self.tokens[place].is_capital and not self._is_opener(place))
            for place in range(first, last)
        )

    def _is_opener(self, place: int) -> bool:
        """Whether a capital is only that of the sentence's first word."""
        is_first = place == 0 or self.tokens[place - 1].kind == MARK
        return is_first and self.pack.grammar.at(self.tokens[: place + 1], place) is not None

    def is_role(self, token: Token) -> bool:
        """Whether a word names an office or a body: officials, ministry, police."""
        return any(self.pack.has("roles", key) for key in token.keys)

    def _is_nominal(self, place: int) -> bool:
        token = self.tokens[place]
        return token.is_capital or self.is_role(token) or self._is(place, "determiners") or self._is(place, "several")

    def _is(self, place: int, group: str) -> bool:
        return any(self.pack.has(group, key) for key in self.tokens[place].keys)
