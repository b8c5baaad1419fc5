"""What a number counts: the noun it stands before, with the words between that say more about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .clauses import Clauses
from .figures import Counted
from .outcomes import OUTCOMES
from .packs import NOT_COUNTED, Pack
from .phrases import Match
from .quantities import Quantity
from .tokens import NUMBER, WORD, Token
from .triggers import Hit

OF_NUMBER = ("determiners", "counters", "of")  # groups of words: "the number of"
REACH = 8  # words from a number to its noun
DESCRIPTION = 3  # words from a participle to the noun it describes
STOPS = frozenset(
    {"be", "have", "reach", "preposition", "subordinator", "contrast", "relative", "modal", "aim", "forecast"}
)
STOPS |= {"time", "say", "and", "or", "pronoun", "among", "aside", "hedge", "negation"}


def counted(
    tokens: Sequence[Token], quantity: Quantity, clauses: Clauses, hits: Mapping[int, Sequence[Hit]], pack: Pack
) -> Counted:
    """What a number counts, read from the words after it."""
    return _Phrase(tokens, quantity, clauses, hits, pack).read()


class _Phrase:
    """The words after one number, read one by one."""

    def __init__(
        self,
        tokens: Sequence[Token],
        quantity: Quantity,
        clauses: Clauses,
        hits: Mapping[int, Sequence[Hit]],
        pack: Pack,
    ) -> None:
        self.tokens, self.quantity, self.clauses, self.hits, self.pack = tokens, quantity, clauses, hits, pack
        self.found = Counted(quantity.last)
        self.unknown = 0  # where the last word ends that may be the noun, though no pack knows it
        self.end = len(tokens)

    def read(self) -> Counted:
        """What was counted."""
        if self._is_dual():
            return self.found
        place = self._past_opening(self.quantity.last)
        self.end = min(len(self.tokens), place + REACH)
        while place < self.end:
            after = self._step(place)
            if after is None:
                break
            place = after
        self._complement(max(place, self.found.last) if self.found.is_share else place)
        self._settle_unknown()
        return self.found

    def _is_dual(self) -> bool:
        """Whether one word says both how many and of whom: "طفلان", two children."""
        first, duals = self.quantity.first, self.pack.duals
        self.found.population = next((duals[key] for key in self.tokens[first].keys if key in duals), "")
        self.found.inner = self._hit(first) if self.found.population else None
        return bool(self.found.population)

    def _step(self, place: int) -> int | None:
        """Reads on from a word, and says where to go on; None where the phrase ends."""
        noun = self.pack.nouns.at(self.tokens, place)
        hit = self._hit(place)
        if hit and hit.role == "count":
            return None  # "raised to 112 | the number of dead"
        if noun and not (hit and hit.last > noun.last):
            return self._noun(noun, hit)
        if hit:
            return self._trigger(hit)
        if self._couples(place):
            return place + 1
        if self._stops(place) and not self._describes(place):
            return None
        return self._word(place)

    def _noun(self, noun: Match[str], hit: Hit | None) -> int | None:
        self.found.is_other_thing = noun.carried == NOT_COUNTED
        self.found.population = "" if self.found.is_other_thing else noun.carried
        self.found.last = noun.last
        if noun.last - noun.first == 1 and self.pack.has("others", self.tokens[noun.first].key):
            self.found.refers_back = self.found.is_others = True
        self.found.inner = hit if hit and hit.role == "noun" else self.found.inner or self._within(noun)
        if self._goes_on(noun.last):
            return noun.last
        if noun.last < self.end and self.tokens[noun.last].key in {"'", "’"}:  # "43 teachers' college students"
            return noun.last + 1
        self.found.last = self._listed(noun.last)
        return None

    def _within(self, noun: Match[str]) -> Hit | None:
        """What a noun of several words says happened, "familles déplacées"; to "rescue workers" nothing did."""
        hits = (hit for at in range(noun.first, noun.last) for hit in self.hits.get(at, ()) if hit.role != "act")
        return next((hit for hit in hits if hit.last <= noun.last and hit.outcome in OUTCOMES), None)

    def _goes_on(self, place: int) -> bool:
        """Whether another noun follows at once, as in "school children", or may: "family food packs"."""
        if place < len(self.tokens) and self._has_noun(place):
            return True
        if self.pack.adjectives_after and not self.pack.has("others", self.tokens[place - 1].key):
            return False
        if place < len(self.tokens) and self.pack.nouns.at(self.tokens, place):
            return True
        is_one = self.quantity.value == 1 or not self.pack.has("singular", self.tokens[place - 1].key)
        return not is_one

    def _trigger(self, hit: Hit) -> int | None:
        """A trigger describes the noun behind it, is the noun itself, or ends the phrase as its verb."""
        if self._modifies(hit):
            self.found.inner = hit
            return hit.last
        if hit.role == "verb" and 0 <= self.found.denominator == hit.first - 1:  # "twelve of the 40 wounded later died"
            self.found.inner, self.found.last = hit, hit.last
        if hit.role == "noun":
            self.found.inner, self.found.last = hit, hit.last
            befalls = hit.reading.only or (OUTCOMES[hit.outcome].befalls if hit.outcome in OUTCOMES else frozenset())
            if self.found.population not in befalls:
                self.found.population = self._named_in(hit, befalls) or self._of_whom(hit.last)
        return None

    def _named_in(self, hit: Hit, befalls: frozenset[str]) -> str:
        """Whom a noun of several words names itself: "14 personas heridas" are no families, whoever stands before."""
        nouns = (self.pack.nouns.at(self.tokens, place) for place in range(hit.first, hit.last))
        return next((noun.carried for noun in nouns if noun and noun.carried in befalls), "")

    def _word(self, place: int) -> int:
        token = self.tokens[place]
        if self.pack.has("others", token.key):
            self.found.refers_back = self.found.is_others = True
        elif self.pack.has("more", token.key):
            self.found.is_more = True
        elif token.kind == WORD and self.clauses.kinds[place] not in {"light", "determiner"}:
            self.unknown = place + 1
            if self.found.last == place and self.pack.has("singular", self.tokens[place - 1].key):
                self.found.population = ""  # "family food packs" are no families
        return place + 1

    def _past_opening(self, place: int) -> int:
        """Steps over "of them", "of the", "out of Gaza's 36", and remembers what they say."""
        phrase = self.pack.grammar.at(self.tokens, place) if place < len(self.tokens) else None
        if phrase and phrase.carried == "anaphor":
            self.found.refers_back, self.found.last = True, phrase.last
            self.found.inner = next((hit for at in range(place, phrase.last) for hit in self.hits.get(at, ())), None)
            return phrase.last
        tally = self._tally(place)
        if tally:
            return place + tally
        of = place + (place + 1 < len(self.tokens) and self.pack.has("out", self.tokens[place].key))
        if of >= len(self.tokens) or not self.pack.has("of", self.tokens[of].key):
            return place
        after = self.tokens[of + 1].key if of + 1 < len(self.tokens) else ""
        is_whole = self.pack.has("of_the", self.tokens[of].key) or self.pack.has("determiners", after)
        self.found.is_share = of > place or is_whole
        return self._past_whole(of + 1)

    def _tally(self, place: int) -> int:
        """How many words "the number of" has: "bringing to 203 the number of aid workers killed"."""
        if any(hit.role == "count" for at in (place, place + 1) for hit in self.hits.get(at, ())):
            return 0
        words = [token.key for token in self.tokens[place : place + 3]]
        is_number = [self.pack.has(group, word) for group, word in zip(OF_NUMBER, words, strict=False)]
        if all(is_number) and len(is_number) == 3:
            return 3
        return 2 if is_number[:2] == [True, True] and place + 2 in self.hits else 0

    def _past_whole(self, place: int) -> int:
        for at in range(place, min(len(self.tokens), place + 6)):
            if self.tokens[at].kind == NUMBER or self.pack.numbers.at(self.tokens, at):
                self.found.denominator, self.found.is_share = at, True
                return at + 1
            noun = self.pack.nouns.at(self.tokens, at)
            behind = self.tokens[noun.last : noun.last + 2] if noun else ()
            is_owner = any(token.key == "'s" for token in behind)  # "of the Palestinian territory's 36 hospitals"
            if (noun and not is_owner) or self.tokens[at].key in {",", ";", "("}:  # "nine of the city's 21 hospitals"
                break
        return place

    def _complement(self, place: int) -> None:
        """In "4,506 were children" what is counted follows the verb."""
        is_free = not self.found.population or (self.found.is_share and self.found.population == "people")
        if not is_free or self.unknown or place >= len(self.tokens) or self.clauses.kinds[place] != "be":
            return
        noun = self.pack.nouns.at(self.tokens, place + 1) if place + 1 < len(self.tokens) else None
        if noun and noun.carried != NOT_COUNTED and place + 1 not in self.hits:
            self.found.population, self.found.last = noun.carried, noun.last

    def _settle_unknown(self) -> None:
        found = self.found
        is_said = found.inner is not None and found.inner.role == "noun"
        if self.unknown and not (found.population or found.is_other_thing or is_said):
            found.is_unknown, found.last = True, self.unknown
            endings = tuple(self.pack.words.get("personal_endings", ()))
            word = self.tokens[self.unknown - 1].key
            found.population = "people" if endings and len(word) > 4 and word.endswith(endings) else ""

    def _hit(self, place: int) -> Hit | None:
        """The trigger at a word, as a noun if it can be one; before a noun it describes: "1,800 displaced families"."""
        hits = self.hits.get(place, ())
        describing = (hit for hit in hits if hit.role in {"verb", "state"} and hit.outcome in OUTCOMES)
        if hits and not self.pack.adjectives_after and self._precedes_noun(hits[0].last):
            return next(describing, hits[0])
        return next((hit for hit in hits if hit.role == "noun"), hits[0] if hits else None)

    def _precedes_noun(self, place: int) -> bool:
        noun = self.pack.nouns.at(self.tokens, place) if place < len(self.tokens) else None
        return noun is not None and noun.carried != NOT_COUNTED

    def _has_noun(self, place: int) -> bool:
        return any(hit.role == "noun" for hit in self.hits.get(place, ()))

    def _describes(self, place: int) -> bool:
        """Whether a verb of saying only describes the noun behind it: "506 recorded cases"."""
        if self.clauses.kinds[place] != "say" or place + 1 >= len(self.tokens):
            return False
        return self._has_noun(place + 1) or self.pack.nouns.at(self.tokens, place + 1) is not None

    def _of_whom(self, place: int) -> str:
        """The population in "12 deaths among children", "416 injuries of health workers"."""
        if place + 1 >= len(self.tokens):
            return ""
        key = self.tokens[place].key
        noun = (
            self.pack.nouns.at(self.tokens, place + 1)
            if self.pack.has("of", key) or self.pack.has("among", key)
            else None
        )
        return noun.carried if noun and noun.carried != NOT_COUNTED else ""

    def _couples(self, place: int) -> bool:
        """Whether "and" only joins two names that describe one noun: "56 Somali and Ethiopian migrants"."""
        if self.clauses.kinds[place] != "and" or place + 1 >= len(self.tokens):
            return False
        is_state = self.found.inner is not None and place + 1 in self.hits  # "240 wounded and sick patients"
        return is_state or (self.tokens[place - 1].is_capital and self.tokens[place + 1].is_capital)

    def _listed(self, place: int) -> int:
        """Where a list of nouns ends: "dozens of homes, schools and other buildings"."""
        last = place
        while place < len(self.tokens) and self._lists(place):
            while place < len(self.tokens) and (self._lists(place) or self.pack.has("others", self.tokens[place].key)):
                place += 1
            place += (
                place < len(self.tokens) and self.clauses.kinds[place] == "determiner"
            )  # ", a clinic and a library"
            noun = self.pack.nouns.at(self.tokens, place) if place < len(self.tokens) else None
            if not noun:
                return last
            place = last = noun.last
        return last

    def _lists(self, place: int) -> bool:
        return self.tokens[place].key == "," or self.clauses.kinds[place] in {"and", "or"}

    def _modifies(self, hit: Hit) -> bool:
        """Whether a participle stands before the noun it describes: "9,000 newly displaced people"."""
        if hit.role == "noun" or self.clauses.kinds[hit.last - 1] == "preposition":
            return False
        for place in range(hit.last, min(self.end, hit.last + DESCRIPTION)):
            if self.pack.nouns.at(self.tokens, place):
                return True
            if self.clauses.kinds[place] == "and" and place + 1 in self.hits:  # "sick and wounded civilians"
                continue
            if self._stops(place) or self.tokens[place].kind == NUMBER or self.clauses.kinds[place] == "determiner":
                return False
        return False

    def _stops(self, place: int) -> bool:
        token = self.tokens[place]
        if token.kind != WORD:
            return token.key not in {"'s", '"', "/"}
        return self.clauses.kinds[place] in STOPS
