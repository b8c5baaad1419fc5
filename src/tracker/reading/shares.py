"""Numbers that tell a share and not a count, and the word "one", which mostly counts nothing."""

from __future__ import annotations

from collections.abc import Sequence

from .outcomes import PERSONS
from .packs import Pack
from .quantities import Quantity, number_at
from .tokens import NUMBER, Token


def share(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """The second number of "11 out of 36 hospitals", and both of "one in five children"."""
    if number.first < 2:
        return _first_of_share(tokens, number, pack)
    is_every = pack.has("every", tokens[number.first - 1].key)
    of = number.first - (2 if is_every else 1)
    if of > 0 and (pack.has("in_share", tokens[of].key) or (is_every and pack.has("of", tokens[of].key))):
        first = number_at(tokens, of - 1, pack)
        if first and first.last == of and (first.value or 99) < (number.value or 0) <= 100:
            return "share"
        if first is None and of > 1 and _is_one_noun(tokens, of - 2, pack) and (number.value or 0) <= 100:
            return "share"
    if _is_whole(tokens, number, pack):
        return "denominator"
    if hedge_first > 1 and pack.has("out", tokens[hedge_first - 2].key) and pack.has("of", tokens[hedge_first - 1].key):
        return "" if _counts_cases(tokens, number, pack) else "denominator"
    return _first_of_share(tokens, number, pack)


def _counts_cases(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether a whole is itself told of: "has killed 4,416 people out of 8,870 cases"."""
    told = pack.triggers.at(tokens, number.last)
    return told is not None and any(one.role == "noun" and one.outcome == "sick" for one in told.carried)


def _first_of_share(tokens: Sequence[Token], number: Quantity, pack: Pack) -> str:
    after = tokens[number.last : number.last + 2]
    if len(after) == 2 and pack.has("out", after[0].key):
        return "share" if _is_round(tokens, number.last + 2, pack) else ""
    if len(after) == 2 and pack.has("of", after[0].key) and pack.has("every", after[1].key):
        return "share"  # "one of every four people"
    if _is_one_noun(tokens, number.first, pack) and number.last + 2 < len(tokens):  # "one child in three"
        many = number_at(tokens, number.last + 2, pack) if pack.has("in_share", after[1].key) else None
        return "share" if many and 1 < (many.value or 0) <= 100 and not _is_time(tokens, many.last, pack) else ""
    if number.value and number.value <= 10 and len(after) == 2 and pack.has("in_share", after[0].key):
        is_number = after[1].kind == NUMBER and not after[1].text.startswith(("19", "20"))
        return "share" if is_number or pack.numbers.at(tokens, number.last + 1) else ""
    return ""


def _is_whole(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether "sur" with a smaller count before it leads up to the number: "onze provinces sur quarante-cinq"."""
    before = number.first - 1
    if before < 1 or not pack.has("share_of", tokens[before].key):
        return False
    found = (number_at(tokens, place, pack) for place in range(max(0, before - 4), before))
    return any(first and 0 < (first.value or 0) < (number.value or 0) for first in found)


def _is_one_noun(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether "one child" stands here."""
    one = number_at(tokens, place, pack)
    if one is None or one.value != 1 or one.last + 1 >= len(tokens):
        return False
    noun = pack.nouns.at(tokens, one.last)
    return noun is not None and noun.last == one.last + 1


def _is_time(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether days or hours are counted: "one person in three days"."""
    return place < len(tokens) and any(key in pack.times.units for key in tokens[place].keys)


def _is_round(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether ten or a hundred stands here, of which a share is told and not a count."""
    whole = number_at(tokens, place, pack) if place < len(tokens) else None
    return whole is not None and whole.value in {3, 4, 5, 10, 100}


def lone(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """The word "one" is a figure only where it counts: not in "one of the", "no one", "one day"."""
    if number.value != 1 or number.is_digits or number.last - number.first != 1:
        return ""
    behind = tokens[number.last + 1 : number.last + 3]
    behind = [token for token in behind if token.kind == NUMBER]  # ", one of 200,000 people forced to flee"
    if pack.has("article_ones", tokens[number.first].key):  # "un mort" is one dead, "un Irakien" an Iraqi
        told = pack.triggers.at(tokens, number.last) if number.last < len(tokens) else None
        is_person = number.last < len(tokens) and pack.has("persons", tokens[number.last].key)
        return "" if is_person or (told and any(one.role == "noun" for one in told.carried)) else "an article"
    before = tokens[number.first - 1].key if number.first else ""
    after = tokens[number.last].key if number.last < len(tokens) else ""
    if number.last < len(tokens):
        phrase = pack.grammar.at(tokens, number.last)
        if phrase and phrase.carried == "anaphor":
            return ""
    told = pack.triggers.at(tokens, number.last) if pack.has("further_one", before) else None
    if told and told.carried[0].role == "verb":
        return ""  # "one was killed and another one injured"
    if before == "but" and pack.has("be_one", after):
        return ""  # "six had minor injuries but one was badly hurt"
    if pack.has("in_share", after) and number.last + 1 < len(tokens) and tokens[number.last + 1].is_capital:
        return ""
    if pack.has("more", after) and number.last + 1 < len(tokens) and pack.nouns.at(tokens, number.last + 1):
        return ""  # "one more person"
    if pack.has("of", after) and not (before == "," and behind) and _is_of_several(tokens, number, pack):
        return ""
    if pack.has("that", before) and number.last < len(tokens) and pack.nouns.at(tokens, number.last):
        return ""  # "reported that one paramedic was killed"
    return "a word" if pack.has("before_one", before) or pack.has("after_one", after) else ""


def _is_of_several(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether one is counted out of those of somebody: "one of its staff", "one of the city's four hospitals"."""
    if number.first and pack.has("be_one", tokens[number.first - 1].key):
        return False
    behind = tokens[number.last + 1 : number.last + 6]
    nouns = [pack.nouns.at(tokens, place) for place in range(number.last + 2, number.last + 6)]
    counts = any(token.kind == NUMBER or pack.numbers.holds(token.key) for token in behind)
    is_owned = bool(behind) and pack.has("possessives", behind[0].key)
    is_owned = is_owned or any(token.key == "'s" for token in behind)  # "one of the ICRC's local staff"
    is_owned = is_owned or (bool(behind) and pack.has("date_articles", behind[0].key))  # "one of the medics"
    return any(noun and (counts or (is_owned and noun.carried in PERSONS)) for noun in nouns)
