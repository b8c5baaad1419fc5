"""Words that say what happened, each with its side: whether the number it speaks of stands before it or after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .agents import readings_of
from .clauses import Clauses
from .outcomes import BUILT
from .packs import NOT_COUNTED, Pack, Trigger
from .phrases import ANY, Match
from .quantities import Quantity
from .tokens import NUMBER, WORD, Token

# what somebody does to somebody; "50,000 crossed the river" is no such thing
DONE_TO = frozenset(
    {"killed", "injured", "casualties", "abducted", "detained", "rescued", "sexual_violence", "attacked"}
)
SENTENCED = 10  # words before "to death" in which "sentenced" is looked for
TIMED = 4  # words in which "the same day" names a time
LOOK_BACK = 5  # words in which the "were" of "were reportedly killed" is looked for
CLOSING = 12  # tokens behind a number in which the "out of" of "brought 38 patients out of" is looked for
CLOSERS = frozenset({"and", "subordinator", "time", "preposition"})
TALLY_OF = 5  # tokens behind "the tally of" in which what it counts is looked for
LOOK_AHEAD = 4  # words in which the object of "killed at least another 20" is looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found, in one of its readings. `takes_before` and `takes_after` say where its number may stand."""

    first: int
    last: int
    reading: Trigger
    takes_before: bool
    takes_after: bool
    is_count: bool  # "death toll": the number comes behind "rose to", "is", "of"

    @property
    def outcome(self) -> str:
        """What it says happened."""
        return self.reading.outcome

    @property
    def role(self) -> str:
        """How the word stands to its number."""
        return self.reading.role


def triggers(tokens: Sequence[Token], pack: Pack, clauses: Clauses, numbers: Sequence[Quantity]) -> list[Hit]:
    """The triggers of a sentence, left to right, each in all its readings."""
    starts, ends = {number.first for number in numbers}, {number.last for number in numbers}
    figures = {number.first for number in numbers if not _counts_other(tokens, number, pack)}
    found: list[Hit] = []
    place = 0
    while place < len(tokens):
        match = _counted(place, tokens, pack, ends) or _match(tokens, place, pack, clauses, starts, figures)
        readings = _readings(match, tokens, clauses, pack, starts) if match else []
        if match and not readings:  # "taken in", which only the police can do, holds "taken"
            match = pack.triggers.at(tokens[: match.last - 1], place, numbers=figures)
            readings = _readings(match, tokens, clauses, pack, starts) if match else []
        if match:
            found.extend(_hit(match, reading, clauses, starts, ends, tokens, pack) for reading in readings)
        place = match.last if match else place + 1
    return [hit for hit in found if not _is_told_of_what(hit, found, tokens, clauses, pack)]


def _is_told_of_what(hit: Hit, hits: Sequence[Hit], tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether a "tally" goes on to say of what it is: "the tally of people affected rose to 4 million"."""
    if hit.role != "count" or hit.last >= len(tokens) or not pack.has("of", tokens[hit.last].key):
        return False
    if tokens[hit.last + 1 : hit.last + 2] and tokens[hit.last + 1].kind == NUMBER:
        return False  # "the death toll of 13 and five injured"
    near = (other for other in hits if hit.last < other.first <= hit.last + TALLY_OF)
    told = (other for other in near if not {"relative", "subordinator"} & set(clauses.kinds[hit.last : other.first]))
    return any(other.is_count and other.role != "count" for other in told)


def _counts_other(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether a number only says in how many places something is: "living in 149 emergency shelters"."""
    nouns = (pack.nouns.at(tokens, place) for place in range(number.last, min(len(tokens), number.last + 3)))
    noun = next((noun for noun in nouns if noun), None)
    is_place = number.first > 0 and pack.has("in_share", tokens[number.first - 1].key)
    return noun is not None and (noun.carried == NOT_COUNTED or (is_place and noun.carried in BUILT))


def _counted(place: int, tokens: Sequence[Token], pack: Pack, ends: set[int]) -> Match[tuple[Trigger, ...]] | None:
    """The noun right behind a number, though a longer phrase begins with it: "six deaths | of children"."""
    if place not in ends or place + 1 >= len(tokens) or not pack.has("of", tokens[place + 1].key):
        return None
    longer, match = pack.triggers.at(tokens, place), pack.triggers.at(tokens[: place + 1], place)
    if longer is None or match is None or longer.last != match.last + 1 or longer.carried[0].role != "act":
        return None
    is_noun = any(reading.role == "noun" for reading in match.carried)
    return match if is_noun and longer.carried[0].outcome == match.carried[0].outcome else None


def _match(
    tokens: Sequence[Token], place: int, pack: Pack, clauses: Clauses, starts: set[int], figures: set[int]
) -> Match[tuple[Trigger, ...]] | None:
    """The trigger at a place, unless it only belongs to other words there."""
    match = pack.triggers.at(tokens, place, numbers=figures)
    if match and (_is_other(match, tokens, clauses) or _links(match, tokens, clauses, pack)):
        return None
    if match and (_is_outgrown(match, tokens, pack, starts) or _is_sentence(match, tokens, pack)):
        return None
    if match and match.carried[0].outcome == "casualties" and _splits(match.first, match.last, starts, clauses):
        return pack.triggers.at(tokens[: match.first + 1], place)
    return match


def _readings(
    match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], clauses: Clauses, pack: Pack, starts: set[int]
) -> list[Trigger]:
    """The readings of a trigger that fit whoever did it, and what stands behind its object."""
    if not any(reading.by or reading.then for reading in match.carried):
        return list(match.carried)
    is_passive = _is_passive(match.first, clauses, tokens) and not _goes_on(match.first, clauses, tokens, pack)
    is_passive = is_passive or _ends_clause(match.last, clauses, tokens)
    closed = {id(one): _closing(match.last, one, tokens, starts) for one in match.carried if one.then}
    longest = max(closed.values(), default=0)
    if longest:
        return [reading for reading in match.carried if closed.get(id(reading)) == longest]
    readings = readings_of(match, tokens, clauses, pack, is_passive=is_passive)
    return [reading for reading in readings if not reading.then]


def _ends_clause(last: int, clauses: Clauses, tokens: Sequence[Token]) -> bool:
    """Whether a verb has nothing behind it that it could be done to: "26 were killed and one captured"."""
    return last >= len(tokens) or tokens[last].key in {".", ",", ";"} or clauses.kinds[last] in CLOSERS


def _closing(last: int, reading: Trigger, tokens: Sequence[Token], starts: set[int]) -> int:
    """How many words behind the object of a verb make it mean this, "brought 38 patients out of": 0 without them."""
    ahead = range(last, min(len(tokens), last + LOOK_AHEAD))
    number = next((place for place in ahead if place in starts), None)
    if number is None or any(tokens[place].key in {",", ";"} for place in range(last, number)):
        return 0
    keys = [token.key for token in tokens[number + 1 : number + CLOSING]]
    ends = (place for place, key in enumerate(keys) if key in {".", ";", ":"} or number + 1 + place in starts)
    end = next(ends, len(keys))
    said = {ANY, *keys[:end]}
    known = [tail for tail in reading.then if tail[0] in said]
    tails = (tail for tail in known for place in range(end) if _fits(tail, keys[place : place + len(tail)]))
    return max(map(len, tails), default=0)


def _fits(tail: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether words are those of a phrase, in which ANY stands for any one."""
    return len(tail) == len(keys) and all(word in {ANY, key} for word, key in zip(tail, keys, strict=True))


def _is_other(match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], clauses: Clauses) -> bool:
    """Whether the words belong to a time, to a word before a hyphen, or to what only may be: "need to be rescued"."""
    kinds = clauses.kinds
    is_supposed = kinds[match.first] == "modal" and kinds[match.first : match.last] == ["modal"] * (
        match.last - match.first
    )
    return kinds[match.last - 1] == "time" or tokens[match.first].is_hyphened or is_supposed


def _is_outgrown(match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], pack: Pack, starts: set[int]) -> bool:
    """Whether a longer trigger begins inside and goes on behind: "have lost" where "lost their homes" follows."""
    inside = (pack.triggers.at(tokens, place, numbers=starts) for place in range(match.first + 1, match.last))
    length, said = match.last - match.first, match.carried[0].outcome
    return any(
        other
        and other.last > match.last
        and other.last - other.first > length
        and other.carried[0].outcome != said  # "suspected cases" and "cases of cholera" say the same
        for other in inside
    )


def _is_sentence(match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether "to death" is what a court says: "sentenced 183 people to death" has killed nobody."""
    before = tokens[max(0, match.first - SENTENCED) : match.first]
    is_to = any(pack.has("range_to", token.key) for token in tokens[max(0, match.first - 1) : match.first + 1])
    return is_to and any(pack.has("sentencing", token.key) for token in before)


def _links(match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether "remain" only leads up to what is said: "600 schools remain shuttered"."""
    if match.last - match.first > 1 or not pack.has("copulas", tokens[match.first].key):
        return False
    place = match.last
    while place < min(len(tokens), match.last + 2) and clauses.kinds[place] == "light":
        place += 1
    after = pack.triggers.at(tokens, place) if place < len(tokens) else None
    return after is not None and after.carried[0].role in {"verb", "state"} and after.carried[0].outcome != "remaining"


def _splits(first: int, last: int, starts: set[int], clauses: Clauses) -> bool:
    """Whether "killed and injured" is two words here, since a number follows: "killed and injured 7"."""
    joins = "and" in clauses.kinds[first:last]
    return joins and _object(last, starts, clauses) is not None


def _hit(
    match: Match[tuple[Trigger, ...]],
    reading: Trigger,
    clauses: Clauses,
    starts: set[int],
    ends: set[int],
    tokens: Sequence[Token],
    pack: Pack,
) -> Hit:
    first, last, role = match.first, match.last, reading.role
    before, after = role in {"verb", "state", "free"}, role in {"act", "free", "verb", "near"}
    is_count = role == "count" or (
        role != "act" and (_is_counted(first, tokens, clauses, pack) or _is_group(first, tokens, pack))
    )
    if role == "verb":
        is_passive = _is_passive(first, clauses, tokens)
        has_object = _object(last, starts, clauses) is not None and clauses.kinds[last - 1] != "preposition"
        has_object = has_object or (reading.outcome in DONE_TO and _is_done_to(last, tokens, clauses, pack))
        shared = last + (last < len(tokens) and tokens[last].key == ",")
        is_shared = shared < len(tokens) and pack.has("with", tokens[shared].key)
        before, after = is_passive or not has_object, not is_passive or is_shared or pack.verb_first
    if role == "beside":
        before = first in ends
    is_noun = role == "verb" and first > 0 and pack.adjectives_after and clauses.kinds[first - 1] == "determiner"
    if is_noun:  # "trois policiers, des blessés"
        before = after = False
    if first > 0 and pack.has("group_articles", tokens[first - 1].key) and role in {"verb", "state"}:
        before = False  # "fifty volunteers helped the injured"
    if role in {"verb", "state"} and _is_attributive(first, last, role, tokens, clauses, pack):
        before = after = False
    is_among = first > 1 and pack.has("among", tokens[first - 2].key) and pack.has("determiners", tokens[first - 1].key)
    return Hit(first, last, reading, before or is_among, after or is_count, is_count)


def _is_attributive(first: int, last: int, role: str, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether the word describes the noun behind it, "affected areas": then it says nothing of a number before."""
    if last >= len(tokens) or not pack.nouns.at(tokens, last) or not first:
        return False
    if role == "state" and pack.nouns.ending_at(tokens, first):  # "people need tents"
        return False
    return (
        clauses.kinds[first - 1] in {"preposition", "determiner", "and", "name", ""} and tokens[first - 1].kind == WORD
    )


def _is_passive(first: int, clauses: Clauses, tokens: Sequence[Token]) -> bool:
    """Whether a form of "to be" governs the verb: "were reportedly killed", but not "have killed"."""
    for place in range(first - 1, max(-1, first - 1 - LOOK_BACK), -1):
        kind = clauses.kinds[place]
        if kind == "be":
            return True
        if kind not in {"light", "say", "and", "or"} and not (kind == "" and tokens[place].key.endswith("ly")):
            return False
    return False


def _goes_on(first: int, clauses: Clauses, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether "are holding" tells what somebody does, and not what is done to them."""
    endings = tuple(pack.words.get("gerund_endings", ()))
    return bool(endings) and clauses.kinds[first] != "be" and tokens[first].key.endswith(endings)


def _object(last: int, starts: set[int], clauses: Clauses) -> int | None:
    """The number that stands at once after a verb, behind nothing but hedges and articles."""
    for place in range(last, min(len(clauses.kinds), last + LOOK_AHEAD)):
        if place in starts:
            return place
        if clauses.kinds[place] not in {"hedge", "determiner", "light"}:
            return None
    return None


def _is_done_to(last: int, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether a verb is done to somebody who is not counted: "40 bandits abducted the bishop"."""
    if pack.adjectives_after or pack.is_caseless or last + 1 >= len(tokens) or clauses.kinds[last - 1] == "preposition":
        return False
    if clauses.kinds[last] == "name":
        return True
    units = pack.times.units
    is_time = any(key in units for token in tokens[last : last + TIMED] for key in token.keys)  # "the same day"
    return clauses.kinds[last] == "determiner" and not is_time


def _is_counted(first: int, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether "the number of" stands before: then the number itself comes later, behind "reached" or "is"."""
    if clauses.kinds[first] == "reach":
        return False
    for place in range(first - 1, max(-1, first - 8), -1):
        if clauses.kinds[place] in {"be", "have", "reach", "say"}:
            return False
        if pack.has("of", tokens[place].key) and place and pack.has("counters", tokens[place - 1].key):
            return True
    return False


def _is_group(first: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether the word names those it befell, of whom a part is counted next: "among the dead, 30 were children"."""
    if first < 2 or not pack.has("determiners", tokens[first - 1].key):
        return False
    return pack.has("among", tokens[first - 2].key) or pack.has("of", tokens[first - 2].key)
