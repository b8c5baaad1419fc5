"""Which of a sentence's triggers each number belongs to: the one that costs least to reach from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clauses import Clauses
from .counts import Counts
from .figures import NO_OUTCOME, Figure
from .outcomes import CARRIED, OUTCOMES
from .packs import Pack
from .rows import Rows
from .tokens import MARK, Token
from .triggers import Hit

NEAREST = 6  # triggers looked at on each side of a number
FARTHEST = 60  # tokens
CROSSED = 3.0  # for each other figure that stands between
NO_OBJECT = 2.5  # a verb whose number does not follow at once
LABEL = 0.3
OF = -0.2  # "the death of 17 injured": what follows the number only describes
OF_WHOLE = 3.5  # "nine of the kidnapped students": what befell the whole is the last thing to believe
OF_PERSONS = 1.1  # "rescued 27 hostages": what was done to them says more than what they are called
DESCRIBED = 0.7  # "30 displaced people need food": the verb says more than the word before the noun
SOUGHT = 0.3  # "hopes fade for five miners trapped": what befell those sought says more
NEAR = 2.2  # "aid to 20,000 people"
BEHIND = 5.0  # "missing 12" where the words want "12 missing"
UNSAID = 0.5  # a word for none of our outcomes gives way to one that is
CLAUSE = 16  # tokens of a "who" clause in which it is looked whether the sentence goes on
MAIN = 0.8
OWNED = 1.0  # "housing five factories caved in": what stands right behind such a word is its object
SECOND = 1.2  # a verb whose first object counts something else
MANY = 1.5  # a verb that is also said of the subjects between: "two schools, a clinic and the library were damaged"
FARTHEST_TOLL = 1.5
IMPLIED = {"idps": "displaced", "refugees": "displaced"}  # what the noun alone says
IMPLIED_COST = 4.0
BORNE = frozenset({"injured", "sick", "trapped"})  # what people are called who are brought away
MOVING = frozenset({"evacuated", "rescued"})
AT_ONCE = {"object": 1.0, "subject": 3.5}  # the most that a verb costs of which they are so surely
TOLL = 0.3  # what stands between "death toll" and its number costs this much of the usual


class Attachment:
    """Costs between the figures and the triggers of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        hits: Sequence[Hit],
        figures: Sequence[Figure],
        pack: Pack,
    ) -> None:
        self.tokens, self.clauses, self.hits, self.figures, self.pack = tokens, clauses, hits, figures, pack
        self.rows = Rows(tokens, clauses, pack)
        self.counts = Counts(tokens, clauses, pack)

    def attach(self) -> None:
        """Gives every figure its cheapest trigger."""
        for place in range(len(self.figures)):
            self.attach_one(place)

    def attach_one(self, place: int) -> None:
        """Gives one figure its cheapest trigger."""
        figure = self.figures[place]
        is_closed = self._is_of_lives(figure)
        if figure.counted.inner and figure.accepts(figure.counted.inner.reading) and not is_closed:
            self._settle(figure, figure.counted.inner, self._inner_cost(figure), "inner")
        elif figure.population in IMPLIED:
            figure.outcome, figure.cost, figure.rule = IMPLIED[figure.population], IMPLIED_COST, "implied"
        is_owned = any(
            hit.outcome == NO_OUTCOME and hit.role == "act" and hit.last == figure.hedge_first for hit in self.hits
        )
        for hit in self._near(figure):
            cost, rule = self._cost(place, figure, hit)
            cost += OWNED if is_owned and rule == "subject" and hit.outcome != NO_OUTCOME else 0.0
            if hit.outcome == NO_OUTCOME:
                if rule == "object" and self._is_told_of_them(figure):
                    continue  # "hosts 5,600 people who have fled"
                if figure.counted.refers_back and self.clauses.says[hit.first]:
                    continue  # "had registered 21,447 of them" says nothing of what befell them
                cost += UNSAID + (DESCRIBED if figure.rule == "inner" else 0.0)
            is_same = hit.outcome == figure.outcome
            if cost < figure.cost and figure.accepts(hit.reading):
                is_near = figure.rule == "toll" and figure.cost <= FARTHEST_TOLL
                if is_near and is_same and rule == "subject":
                    figure.cost = cost
                else:
                    self._settle(figure, hit, cost, rule)
            elif is_same and rule == "toll" and hit.is_count and cost <= FARTHEST_TOLL and not self.pack.is_caseless:
                figure.rule = "toll"  # "the death toll rose on Sunday to 724 dead"
            elif not is_same and figure.accepts(hit.reading):
                figure.rival = min(figure.rival, cost)

            if figure.rule == "inner" and cost <= AT_ONCE.get(rule, 0.0) and self._is_moved(figure, hit, rule):
                self._settle(figure, hit, OF_PERSONS, rule)

        main = self._main_verb(figure)
        if main and figure.population in CARRIED and not figure.accepts(main.reading):
            figure.outcome, figure.cost, figure.hit = "", 99.0, None  # "170 trucks carrying food are stuck"
        if main and main is not figure.hit and figure.accepts(main.reading) and main.outcome != NO_OUTCOME:
            self._settle(figure, main, MAIN, "subject")
            figure.clause = range(figure.counted.last, main.first)

    def _is_moved(self, figure: Figure, hit: Hit, rule: str) -> bool:
        """Whether those hurt are told to be brought away: "30 wounded were evacuated"."""
        is_told = rule == "object" or {"be", "have"} & set(self.clauses.kinds[figure.counted.last : hit.first])
        return bool(is_told) and figure.outcome in BORNE and hit.outcome in MOVING and figure.accepts(hit.reading)

    def _is_of_lives(self, figure: Figure) -> bool:
        """Whether the verb says what became of lives: "saved 90 lives"."""
        noun = self.tokens[figure.counted.last - 1].key
        is_said = any(hit.last == figure.hedge_first and hit.reading.then for hit in self.hits)
        return is_said and self.pack.has("lives", noun)

    def _is_told_of_them(self, figure: Figure) -> bool:
        """Whether a "who" clause at once says what befell those counted."""
        start = figure.counted.last
        is_clause = self.clauses.kinds[start : start + 1] == ["relative"]
        return is_clause and any(start < hit.first <= start + 4 and hit.outcome in OUTCOMES for hit in self.hits)

    def _main_verb(self, figure: Figure) -> Hit | None:
        """The verb of "17 men who had gone missing after a gunbattle were found dead", behind the clause about them."""
        start, kinds = figure.counted.last, self.clauses.kinds
        if start + 1 >= len(self.tokens):
            return None
        is_short = kinds[start] != "relative"  # "180,000 people living in shelters are suffering from"
        first = next((hit for hit in self.hits if hit.first >= start), None)
        if first is None or (is_short and (first.first > start + 1 or first.role not in {"verb", "state", "free"})):
            return None
        stops = {"contrast", "and", "relative", "subordinator"} if is_short else {"contrast", "and", "relative"}
        for place in range(first.last, min(len(self.tokens) - 1, first.last + CLAUSE)):
            is_pair = kinds[place] == "and" and "name" in kinds[place + 1 : place + 3]  # "in northern and central Mali"
            if (kinds[place] in stops and not is_pair) or (
                self.tokens[place].kind == MARK and self.tokens[place].key != "'s"
            ):
                return None
            if kinds[place] in {"be", "have"} and (place == first.last or not self._is_named(place - 1)):
                return next((hit for hit in self.hits if place < hit.first <= place + 5 and hit.takes_before), None)
        return None

    def _is_named(self, place: int) -> bool:
        """Whether a noun of our populations stands at a word: "who fled after their homes were burnt"."""
        return self.pack.nouns.at(self.tokens, place) is not None

    def _inner_cost(self, figure: Figure) -> float:
        what = figure.counted
        if what.denominator >= 0 and what.inner and what.inner.role != "noun":
            return 99.0
        if what.is_share:
            return OF_WHOLE
        if what.inner and what.inner.role == "noun":
            return OF_PERSONS if self._names_persons(what.inner) else 0.0
        return DESCRIBED if what.inner else 0.0

    def _names_persons(self, hit: Hit) -> bool:
        """Whether a noun calls people by what befell them, "hostages", rather than telling of it, "kidnappings"."""
        if hit.last - hit.first > 1:
            return self.pack.has("persons_by_state", self.tokens[hit.last - 1].key)
        return any(self.pack.has("persons_by_state", key) for key in self.tokens[hit.first].keys)

    def _settle(self, figure: Figure, hit: Hit, cost: float, rule: str) -> None:
        if figure.hit and figure.outcome != hit.outcome:
            figure.rival = min(figure.rival, figure.cost)
        figure.hit, figure.outcome, figure.cost, figure.rule = hit, hit.outcome, cost, rule

    def _near(self, figure: Figure) -> Iterator[Hit]:
        before = [hit for hit in self.hits if hit.last <= figure.number.first]
        after = [hit for hit in self.hits if hit.first >= figure.counted.last]
        for hit in [*before[-NEAREST:], *after[:NEAREST]]:
            if abs(hit.first - figure.number.first) <= FARTHEST and self._reaches(figure, hit):
                yield hit

    def _reaches(self, figure: Figure, hit: Hit) -> bool:
        """Whether both stand in the same aside, or both outside. An aside without a figure before it looks outside."""
        aside = self.clauses.asides[hit.first]
        if aside == figure.aside:
            return True
        if self.clauses.openers[aside] == "relative" and self.clauses.asides[figure.counted.last - 1] == figure.aside:
            return (
                hit.first >= figure.counted.last and self.clauses.asides[min(figure.counted.last, hit.first)] == aside
            )
        if figure.aside and hit.last == figure.hedge_first - 1:
            return True
        if self._is_dashed(figure) and not aside and hit.first >= figure.counted.last:
            return True
        is_first = not any(other.aside == 0 for other in self.figures if other.number.first < figure.number.first)
        return (
            is_first and bool(figure.aside) and not self.clauses.asides[hit.first] and hit.last <= figure.number.first
        )

    def _is_dashed(self, figure: Figure) -> bool:
        """Whether a number between dashes gives that of a share: "two thirds - 18.8 million people - need"."""
        others = (other for other in self.figures if other is not figure and other.number.first < figure.number.first)
        return self.clauses.openers[figure.aside] in {"-", "or"} and not any(others)

    def _cost(self, place: int, figure: Figure, hit: Hit) -> tuple[float, str]:
        if hit.first >= figure.number.last:
            return self._after(place, figure, hit)
        return self._before(place, figure, hit)

    def _after(self, place: int, figure: Figure, hit: Hit) -> tuple[float, str]:
        """The trigger stands after the number, which is what it is said of: "20 people were killed"."""
        if self.counts.stands_behind(figure, hit):
            return 0.0, "toll"
        if not hit.takes_before or not self._agrees(figure, hit):
            return 99.0, ""
        start = min(figure.counted.last, hit.first)
        aside = figure.aside if self.clauses.asides[hit.first] else 0
        cost = self.clauses.between(start, hit.first, aside=aside)
        others = [other for other in self.figures[place + 1 :] if other.number.first < hit.first]
        if not others and self.rows.is_one_of_many(start, hit.first):
            cost = min(cost, MANY)
        return cost + self._crossing(figure, others), "subject"

    def _agrees(self, figure: Figure, hit: Hit) -> bool:
        """Whether a participle is in the plural where more than one is counted, in languages that show it."""
        endings = self.pack.plural_endings
        if not endings or hit.role != "verb" or figure.number.value == 1:
            return True
        return any(token.key.endswith(endings) for token in self.tokens[hit.first : hit.last])

    def _before(self, place: int, figure: Figure, hit: Hit) -> tuple[float, str]:
        """The trigger stands before the number: "killed 20 people", "deaths: 20", "the toll rose to 20"."""
        gap = self.clauses.between(hit.last, figure.hedge_first, aside=figure.aside)
        between = set(self.clauses.kinds[hit.last : figure.hedge_first])
        if hit.role == "verb" and self.rows.is_one_of_deeds(figure, hit.last, self.hits):
            gap = 0.0
        if hit.takes_after and self.rows.is_second_object(hit.last, figure.hedge_first):
            gap = min(gap, SECOND)
        if hit.role in {"act", "verb"} and hit.takes_after and between <= {"determiner", "hedge"}:
            gap = 0.0  # "released a total of 2,296 people arrested in March"
        others = [other for other in self.figures[:place] if other.number.first >= hit.last]
        gap += self._crossing(figure, others)
        if self.counts.is_label(hit, figure):
            is_of = self.pack.has("label_links", self.tokens[figure.hedge_first - 1].key)
            return (OF if is_of else LABEL), "label"
        if (
            (hit.is_count or self.counts.is_risen(hit, figure, self.figures) or self.counts.is_put(hit, figure))
            and self.counts.is_linked(figure)
            and not others
        ):
            return min(TOLL * gap, FARTHEST_TOLL), "toll"
        if hit.is_count:
            return gap + 1.0, "toll"
        if not hit.takes_after:
            return gap + BEHIND, "behind"
        if hit.role == "act" and hit.outcome == "missing":
            gap += SOUGHT
        if hit.role == "near":
            is_whom = figure.population or (figure.counted.is_bare and not figure.counted.refers_back)
            return (NEAR if gap < 1.0 and is_whom else 99.0), "near"
        if gap > 1.0 and self.clauses.kinds[figure.hedge_first - 1] != "and":
            gap += NO_OBJECT if hit.role == "verb" else NO_OBJECT / 2
        return gap, "object"

    def _crossing(self, figure: Figure, others: Sequence[Figure]) -> float:
        return CROSSED * sum(other.aside == figure.aside for other in others)
