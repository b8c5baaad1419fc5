"""What a number leaves unsaid because another says it: "20 children and two teachers were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from .attachment import Attachment
from .figures import NO_OUTCOME, Figure
from .outcomes import OUTCOMES, PERSONS

TELLING = frozenset({"say", "reach"})  # who stands before these tells a count, and is not what it counts
SUBJECT = 3  # tokens in which a clause names what it is about
OWN = 3.0  # a trigger reached at this cost is the number's own, whatever stands before
TRUSTED = 4.5  # a neighbour reached at more than this has nothing to hand on
PART_TRUSTED = 7.0  # of a part in an aside, ", among them two doctors"
PART, JOINED, SPREAD = 0.5, 1.5, 2.5  # the cost of what is taken over from a neighbour
FAR = 99.0
SAVED = frozenset({"rescued", "evacuated", "trapped"})  # what can befall no part of the dead
HARM = frozenset({"killed", "injured"})
INHERITED = frozenset({"part", "joined", "spread"})  # handed on along a list at no further cost
PLACED = frozenset({"preposition", "name"})  # "four men from Sudan, two from Nigeria were rescued"
JOINS = frozenset({"and", "or", "determiner", "hedge", "light", "among", "aside", "time"})


class Unsaid:
    """Completes the figures of one sentence from one another."""

    def __init__(self, attachment: Attachment) -> None:
        self.attachment = attachment
        self.tokens, self.clauses, self.pack = attachment.tokens, attachment.clauses, attachment.pack
        self.figures = attachment.figures

    def complete(self) -> None:
        """Fills in outcomes, then populations."""
        self._from_the_right()
        for place, figure in enumerate(self.figures):
            self._from_the_left(place, figure)
        for place, figure in enumerate(self.figures):
            self._population(place, figure)

    def _from_the_right(self) -> None:
        """In "20 children and two teachers were killed" the first number waits for the second one's verb."""
        for place in range(len(self.figures) - 2, -1, -1):
            figure, after = self.figures[place], self.figures[place + 1]
            is_noun = after.rule == "inner" and figure.counted.is_bare and after.number.first - figure.number.last < 4
            is_told = after.rule in {"subject", "spread"} or is_noun  # "1,141 suspected and 65 confirmed cases"
            if figure.aside != after.aside or not is_told or not after.hit:
                continue
            cost = after.cost + JOINED
            if place and (self._is_added(figure) or self._is_apart(place)):
                continue
            if (
                cost < figure.cost
                and figure.accepts(after.hit.reading)
                and self._is_joined(figure, after, figure.counted.last)
            ):
                self._take(figure, after, cost, "spread", place + 1)

    def _is_added(self, figure: Figure) -> bool:
        """Whether a number only adds to the one before: "25 were killed, along with two nurses, and 94 were hurt"."""
        before = figure.hedge_first - 1
        return before > 0 and self.clauses.kinds[before] == "and" and self.clauses.kinds[before - 1] == "and"

    def _is_apart(self, place: int) -> bool:
        """Whether a bare number begins a clause behind a list: "30 women, 20 elderly, and 300 were injured"."""
        before, figure, after = self.figures[place - 1 : place + 2]
        keys = [token.key for token in self.tokens[figure.counted.last : after.hedge_first]]
        is_list = [token.key for token in self.tokens[before.counted.last : figure.hedge_first]] == [","]
        is_bare = after.counted.is_bare and not (after.counted.is_others or figure.counted.is_bare)
        return is_list and is_bare and len(keys) == 2 and keys[0] == ","

    def _from_the_left(self, place: int, figure: Figure) -> None:
        host = self._host(place)
        if host is None:
            return
        before = self.figures[host]
        trusted = PART_TRUSTED if figure.aside and not before.aside else TRUSTED
        if not before.hit or before.cost > trusted or (figure.population and not figure.accepts(before.hit.reading)):
            return
        cost, flag = self._relation(before, figure)
        if cost is None:
            return
        figure.flag = figure.flag or flag
        if figure.host < 0:
            figure.host = host
        figure.whole = before if flag == "part" or figure.aside else None
        if flag == "part" and before.outcome == "killed" and figure.outcome in SAVED:
            figure.cost = FAR  # bodies, "41 of them pulled from ..."
        if flag == "part" and before.outcome in HARM and figure.outcome == "affected":
            figure.cost = FAR  # "wounded 21 people, seven of them players hit when ..."
        is_row = figure.outcome == NO_OUTCOME and cost == JOINED and before.rule == "object"
        if (
            is_row
            or figure.cost > max(OWN if flag or cost < SPREAD else 4.0, cost)
            or (flag == "part" and figure.cost > 2.0)
        ):
            handed = max(before.cost, cost) if before.rule in INHERITED else min(before.cost, 3.0) + cost
            self._take(figure, before, handed, "part" if flag == "part" else "joined", host)

    def _host(self, place: int) -> int | None:
        """The figure before in the same aside, else the last one before the aside began."""
        figure = self.figures[place]
        for before in range(place - 1, -1, -1):
            if self.figures[before].aside == figure.aside:
                return before
            if figure.aside and (not self.figures[before].aside or self._are_siblings(figure, self.figures[before])):
                return before
        return None

    def _are_siblings(self, figure: Figure, before: Figure) -> bool:
        """Whether both stand in brackets of one list: "Homa Bay (2,046), Kisumu (7,704)"."""
        openers = self.clauses.openers
        return openers[figure.aside] == openers[before.aside] == "(" and figure.hedge_first - before.last < 9

    def _take(self, figure: Figure, other: Figure, cost: float, rule: str, host: int) -> None:
        figure.outcome, figure.cost, figure.rule, figure.hit, figure.host = other.outcome, cost, rule, other.hit, host

    def _is_joined(self, figure: Figure, after: Figure, start: int) -> bool:
        """Whether nothing but "and" or a comma stands between two numbers and what they count."""
        between = range(start, after.hedge_first)
        kinds = self.clauses.kinds
        if any(self.pack.has("out", self.tokens[place].key) for place in between):
            return False  # "1.2m out of the 6m who need help"
        is_alike = after.counted.is_bare or after.population == figure.population
        joins = JOINS | PLACED if is_alike and after.rule in {"subject", "spread"} else JOINS
        return all(
            kinds[place] in joins or self.tokens[place].key == "," or self.clauses.asides[place] != figure.aside
            for place in between
        ) and (len(between) > 0 or self._is_prefixed(after))

    def _is_prefixed(self, figure: Figure) -> bool:
        """Whether the "and" is written onto the number: "أربعة أطفال وثلاث نساء"."""
        token = self.tokens[figure.hedge_first]
        ands = tuple(self.pack.words.get("written_ands", ()))
        return bool(ands) and len(token.keys) > 1 and token.key.startswith(ands)

    def _relation(self, before: Figure, figure: Figure) -> tuple[float | None, str]:
        """What it costs to continue the figure before, and whether this one is part of it or an older value."""
        kinds = self.clauses.kinds[before.last : figure.hedge_first]
        keys = [token.key for token in self.tokens[before.last : figure.hedge_first]]
        if figure.aside and figure.aside != before.aside:
            return PART, "part"
        is_among = {"among", "anaphor"} & set(kinds) or "among" in self._after_kinds(figure)
        if is_among or self._is_verified(figure, kinds):
            return PART, "part"
        said = " ".join(token.key for token in self.tokens[before.last : figure.number.first])
        if any(f" {phrase} " in f" {said} " for phrase in self.pack.words.get("formerly", ())):
            return PART, "previous"
        is_rise = any(self.pack.has("increases", key) for key in keys)
        if is_rise and (self.pack.has("of", keys[-1]) or self.pack.has("by", keys[-1])):
            return PART, "delta"
        if before.rule == "toll" and len(keys) == 1 and self.pack.has("range_to", keys[0]):
            before.flag = before.flag or ("delta" if self._is_by(before) else "previous")
            return PART, ""
        if before.rule == "toll" and not keys and self.pack.has("change_from", self.tokens[figure.hedge_first].key):
            return PART, "previous"
        if keys == ["-"] and {before.population, figure.population} <= PERSONS:
            return JOINED, ""  # "21,409 families - 84,909 people"
        if self._is_reported_with(figure, keys) or self._is_reported_too(before, figure) or self._is_said_too(figure):
            return SPREAD, ""
        if self._is_joined(before, figure, before.last):
            return JOINED, before.flag if before.flag == "part" else ""
        if self._repeats(kinds, keys) or self._is_elsewhere(figure, kinds, keys):
            return SPREAD, ""
        return None, ""

    def _is_reported_with(self, figure: Figure, keys: Sequence[str]) -> bool:
        """Whether more of the same was reported: "4,217 cases were recorded, with 165 reported on Sunday"."""
        is_with = bool(keys) and self.pack.has("with", keys[-1]) and figure.counted.is_bare
        last = figure.counted.last
        return is_with and last < len(self.tokens) and self.pack.has("reported", self.tokens[last].key)

    def _is_reported_too(self, before: Figure, figure: Figure) -> bool:
        """Whether the same is reported again of others: "Liberia reported 30 cases, while Guinea reported 12"."""
        pair = [self.tokens[one.hedge_first - 1].key for one in (before, figure) if one.hedge_first]
        return figure.counted.is_bare and len(set(pair)) == 1 == len(pair) - 1 and self.pack.has("reported", pair[0])

    def _is_said_too(self, figure: Figure) -> bool:
        """Whether another only says how many: "the Red Cross said 32 were missing, while the coast guard said 22"."""
        behind = self.tokens[figure.counted.last : figure.counted.last + 1]
        ends = not behind or behind[0].key in {".", ",", ";"}
        return figure.counted.is_bare and ends and self.clauses.says[figure.hedge_first - 1]

    def _is_verified(self, figure: Figure, kinds: Sequence[str]) -> bool:
        """Whether only so many of those before are confirmed: "14 were injured, but only 11 were validated"."""
        last = figure.counted.last
        if (
            not figure.counted.is_bare
            or not {"contrast", "relative", "anaphor"} & set(kinds)
            or last + 1 >= len(self.tokens)
        ):
            return False
        behind = self.tokens[last : last + 4]
        is_said = any(self.pack.has("verified", token.key) for token in behind)
        return is_said and self.clauses.kinds[last] in {"be", "have"}

    def _is_by(self, figure: Figure) -> bool:
        """Whether a number says by how much a toll rose."""
        return figure.hedge_first > 0 and self.pack.has("by", self.tokens[figure.hedge_first - 1].key)

    def _after_kinds(self, figure: Figure) -> list[str]:
        """The two words behind a number: "100,000 of them"."""
        return self.clauses.kinds[figure.number.last : figure.number.last + 2] if figure.counted.refers_back else []

    def _repeats(self, kinds: Sequence[str], keys: Sequence[str]) -> bool:
        """ "13,200 in Zambezia and 2,650 in Tete": places and names between, no verb."""
        if len(keys) > 14 or not keys:
            return False
        allowed = {"name", "preposition", "and", "or", "determiner", "hedge", "light", "time", "among"}
        has_joint = any(key in {",", ";", "/"} for key in keys) or "and" in kinds
        if any(self.pack.has("past_deeds", key) for key in keys):
            return False  # "killed 32 people and stole 16,000 cattle"
        return has_joint and all(
            kind in allowed or (not kind and (not key.isalpha() or len(key) > 2))
            for kind, key in zip(kinds, keys, strict=True)
        )

    def _is_elsewhere(self, figure: Figure, kinds: Sequence[str], keys: Sequence[str]) -> bool:
        """A bare number with a place of its own: "four deaths were reported in Sindh, and two in Punjab"."""
        place = figure.number.last
        if not figure.counted.is_bare or place + 1 >= len(self.tokens) or len(keys) > 14:
            return False
        is_placed = self.pack.has("place_prepositions", self.tokens[place].key) and (
            self.clauses.kinds[place + 1] == "name" or (":" in keys and self.clauses.kinds[place + 1] == "determiner")
        )
        return is_placed and not {"contrast", "relative", "modal"} & set(kinds)

    def _population(self, place: int, figure: Figure) -> None:
        """Whom or what a bare number counts: as the figure it continues, else people where that can be."""
        if figure.outcome not in OUTCOMES or (figure.population and not self._is_open(figure)):
            return
        befalls = OUTCOMES[figure.outcome].befalls
        if figure.population not in befalls:
            figure.population = ""
        host = self._whose(place, figure)
        if figure.population and not (figure.population == "people" and host and host.population in befalls):
            return
        is_toll = figure.rule == "toll" and host is not figure
        own = self._named_before(figure, befalls) if is_toll else ""
        if is_toll and figure.hit and figure.hit.role == "count" and host and figure.hit is not host.hit:
            own = own or ("people" if "people" in befalls else "")  # a death toll is of all, whoever died last
        own = own or self._of_which(figure, befalls) or ("" if host else self._of_subject(figure, befalls))
        if own:
            figure.population = own
        elif host and host is not figure and host.outcome and host.population in befalls:
            others = figure.counted.is_others and not figure.flag and host.population in PERSONS
            figure.population = "people" if others and "people" in befalls else host.population
        else:
            figure.population = self._named_before(figure, befalls) or ("people" if "people" in befalls else "")

    def _of_which(self, figure: Figure, befalls: frozenset[str]) -> str:
        """What stands before "of which": "swept away houses, of which 119 were destroyed"."""
        first = figure.hedge_first - 2
        if (
            first < 2
            or not self.pack.has("of", self.tokens[first].key)
            or not self.pack.has("which", self.tokens[first + 1].key)
        ):
            return ""
        named = (self.pack.nouns.ending_at(self.tokens, place) for place in (first - 1, first))
        return next((match.carried for match in named if match and match.carried in befalls), "")

    def _of_subject(self, figure: Figure, befalls: frozenset[str]) -> str:
        """Whom a clause is about before ", with": "Afghan civilians bear the brunt, with 1,366 of them killed"."""
        before = figure.hedge_first - 1
        if before < 2 or not self.pack.has("with", self.tokens[before].key) or self.tokens[before - 1].key != ",":
            return ""
        named = [match for match in self.pack.nouns.all(self.tokens[:before]) if match.carried in befalls & PERSONS]
        about = sorted(named, key=lambda match: match.first >= SUBJECT)
        near = (match for match in about if match.last == before - 1 or match.first < SUBJECT)
        return next((match.carried for match in near if match.carried != "people"), "")

    def _is_open(self, figure: Figure) -> bool:
        """Whether whom a number counts may be those of the number before: "30 others", but not "30 more people"."""
        what = figure.counted
        return what.is_others or (what.is_more and what.population != "people")

    def _whose(self, place: int, figure: Figure) -> Figure | None:
        """The figure whose population a bare number shares: past those that are only a part of it."""
        is_later = figure.host > place and not self.figures[figure.host].counted.population
        at = figure.host if figure.host >= 0 and not is_later else place - 1
        is_own = figure.flag != "part" and figure.rule not in {"part", "joined", "spread"}
        while is_own and at >= 0 and self.figures[at].flag == "part" and 0 <= self.figures[at].host < at:
            at = self.figures[at].host
        return self.figures[at] if at >= 0 else None

    def _named_before(self, figure: Figure, befalls: frozenset[str]) -> str:
        """The noun of "the number of houses damaged rose to 87,000", or of "Houses damaged: 40".

        Not who said so: "police put the number of dead at 62".
        """
        if figure.rule not in {"toll", "label"} or not figure.hit:
            return ""
        first = max(0, figure.hit.first - 8)
        told = (at for at in range(figure.hit.last - 1, first - 1, -1) if self.clauses.kinds[at] in TELLING)
        first = next(told, first)
        named = [match.carried for match in self.pack.nouns.all(self.tokens[first : figure.number.first])]
        return next((name for name in reversed(named) if name in befalls), "")
