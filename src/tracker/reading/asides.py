"""What stands aside in a sentence: in brackets, between dashes, or between commas beside what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .packs import Pack
from .quantities import number_at
from .tokens import NUMBER, WORD, Token

APPOSED = frozenset({"", "name", "and", "determiner", "preposition", "light"})  # between the commas of who is meant
LISTED = frozenset({"", "name", "and", "or", "determiner", "preposition", "hedge", "light"})
SHORT = 4  # tokens of ", by contrast"
LEAD = 8  # tokens of "of the dead" before such a speaker
SPEAKER = 10  # tokens between the commas around "aid agencies say"


def asides(tokens: Sequence[Token], kinds: Sequence[str], pack: Pack) -> tuple[list[int], list[str]]:
    """For each token the number of its aside, 0 outside: brackets, dashes, ", including ... ,"; and what opens each."""
    asides, openers = [0] * len(tokens), [""]
    count, place = 0, 0
    while place < len(tokens):
        last = _bracketed(tokens, place) or _dashed(tokens, place) or _shared(tokens, place, pack)
        last = (
            last
            or _spoken(tokens, kinds, place, pack)
            or _named(tokens, kinds, place, pack)
            or _opened(tokens, kinds, place, pack)
        )
        if last:
            count += 1
            asides[place:last] = [count] * (last - place)
            openers.append(kinds[place + 1] if tokens[place].key == "," else tokens[place].key)
        place = last or place + 1
    return asides, openers


def _bracketed(tokens: Sequence[Token], place: int) -> int:
    if tokens[place].key not in {"(", "["}:
        return 0
    for last in range(place + 1, min(len(tokens), place + 60)):
        if tokens[last].key in {")", "]"}:
            return last + 1
        if tokens[last].key == tokens[place].key:
            return 0
    return 0


def _dashed(tokens: Sequence[Token], place: int) -> int:
    """Two dashes with spaces around them make an aside."""
    if tokens[place].key != "-" or tokens[place].is_glued:
        return 0
    for last in range(place + 1, min(len(tokens), place + 30)):
        if tokens[last].key == "-" and not tokens[last].is_glued:
            return last + 1
    return 0


def _shared(tokens: Sequence[Token], place: int, pack: Pack) -> int:
    """ "1.9 million people, or 90 per cent of the population, have been displaced": a share between two commas."""
    if tokens[place].key != ",":
        return 0
    numbers = [at for at in range(place + 1, min(len(tokens) - 1, place + 5)) if tokens[at].kind == NUMBER]
    share = pack.units_after.at(tokens, numbers[0] + 1) if numbers else None
    if not share or share.carried != "share":
        return 0
    ends = (at for at in range(share.last, min(len(tokens), share.last + 12)) if tokens[at].key == ",")
    return next(ends, -1) + 1


def _spoken(tokens: Sequence[Token], kinds: Sequence[str], place: int, pack: Pack) -> int:
    """ "Some 4.9 million people, aid agencies say, are hungry": who says so, or "by contrast", between two commas."""
    if tokens[place].key != ",":
        return 0
    said = pack.speech.at(tokens, place + 1) if place + 1 < len(tokens) else None
    is_by = said is not None and said.carried == "by"
    for last in range(place + 1, min(len(tokens) - 1, place + SPEAKER)):
        if tokens[last].key == "," and is_by:
            return last + 1
        if tokens[last].key == ",":
            goes_on = kinds[last + 1] in {"be", "have", "modal"} or (kinds[0] == "anaphor" and place < LEAD)
            is_short = last - place <= SHORT and kinds[last + 1] in {"be", "have", "modal", "reach"}
            return last + 1 if (kinds[last - 1] == "say" and goes_on) or is_short else 0
        if tokens[last].kind != WORD and tokens[last].key != "'s":
            return 0
    return 0


def _named(tokens: Sequence[Token], kinds: Sequence[str], place: int, pack: Pack) -> int:
    """ "People in districts including Wayanad and Kozhikode have fled": a list without a comma before."""
    if kinds[place] != "among" or (place and (tokens[place - 1].key == "," or kinds[place - 1] == "be")):
        return 0  # "30 were among the dead, and 20 were hurt"

    def held(first: int, end: int) -> Iterator[tuple[int, Token]]:
        return ((at, tokens[at]) for at in range(first, end))

    for last in range(place + 1, min(len(tokens), place + 20)):
        if kinds[last] in {"be", "have"}:
            holds = any(token.kind == NUMBER or number_at(tokens, at, pack) for at, token in held(place + 1, last))
            return last if kinds[place + 1] == "name" or (holds and place) else 0
        if kinds[last] not in LISTED:
            return 0
    return 0


def _opened(tokens: Sequence[Token], kinds: Sequence[str], place: int, pack: Pack) -> int:
    """ ", including 20 children and two women, were killed": from the comma to the one before the sentence goes on."""
    if place + 1 >= len(tokens) or tokens[place].key != ",":
        return 0
    opener = kinds[place + 1]
    if tokens[place + 1].key.endswith(tuple(pack.words.get("participle_endings", ()))) and not opener:
        return _participial(tokens, kinds, place)
    is_part = "anaphor" in kinds[place + 1 : place + 7] and (
        tokens[place + 1].kind == NUMBER or opener in {"", "hedge"}
    )
    if opener in {"name", "determiner"} and (named := _apposed(tokens, kinds, place)):
        return named
    is_part = is_part or (
        number_at(tokens, place + 1, pack) is not None and kinds[place + 2 : place + 3] == ["determiner"]
    )
    if opener == "or" and (said := _said_again(tokens, kinds, place)):
        return said
    if opener not in {"among", "aside", "relative", "anaphor"} and not is_part:
        return 0
    is_list = False
    for last in range(place + 2, min(len(tokens), place + 45)):
        if tokens[last].key == ";":
            return last
        if tokens[last].key == ",":
            is_new = not is_list and opener == "among" and last + 1 < len(tokens) and kinds[last + 1] == "and"
            is_new = is_new or (is_part and _is_clause(tokens, kinds, last + 1))
            if is_new or _goes_on(tokens, kinds, last + 1):
                return last + 1
            is_list = True
    return len(tokens) if opener == "among" or is_part else 0


def _participial(tokens: Sequence[Token], kinds: Sequence[str], place: int) -> int:
    """ "The campaign, launched after 1,218 people were killed, has left ...": to the comma before the main verb."""
    for last in range(place + 2, min(len(tokens) - 1, place + 30)):
        if tokens[last].key in {";", "."}:
            return 0
        if tokens[last].key == "," and kinds[last + 1] in {"be", "have"}:
            return last + 1
    return 0


def _apposed(tokens: Sequence[Token], kinds: Sequence[str], place: int) -> int:
    """Who is meant, between commas: "two doctors, Mu'ein al-Aloul and the head of surgery, were killed"."""
    for last in range(place + 1, min(len(tokens), place + 16)):
        if tokens[last].key == "," and last + 1 < len(tokens) and kinds[last + 1] in {"be", "have"}:
            return last + 1
        is_part = kinds[last] in APPOSED and (tokens[last].kind == WORD or tokens[last].key in {",", "'s"})
        if not is_part and tokens[last].key not in {"al", "el"}:
            return 0
    return 0


def _said_again(tokens: Sequence[Token], kinds: Sequence[str], place: int) -> int:
    """The number of what was told as a share: "almost half the population, or 6.2 million people, are facing"."""
    for last in range(place + 2, min(len(tokens) - 1, place + 8)):
        if tokens[last].key == ",":
            is_number = any(token.kind == NUMBER for token in tokens[place + 2 : last])
            return last + 1 if is_number and kinds[last + 1] in {"be", "have"} else 0
    return 0


def _is_clause(tokens: Sequence[Token], kinds: Sequence[str], place: int) -> bool:
    """Whether a number has a verb of its own: "133 were killed, 5 of them children, | and 319 civilians were hurt"."""
    is_counted = place + 1 < len(tokens) and kinds[place] == "and" and tokens[place + 1].kind == NUMBER
    return is_counted and "be" in kinds[place + 2 : place + 5]


def _goes_on(tokens: Sequence[Token], kinds: Sequence[str], place: int) -> bool:
    """Whether the main sentence goes on here, rather than one more item of a list."""
    if place >= len(tokens):
        return True
    while kinds[place] in {"and", "or"} and place + 1 < len(tokens):
        place += 1
    return tokens[place].kind != NUMBER and kinds[place] not in {"hedge", "determiner", "and", "or", "number"}
