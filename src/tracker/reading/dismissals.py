"""Numbers that are no figures: ages, years, times, money, distances, shares, identifiers, rates, denominators."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from babel.numbers import list_currencies

from .counted import Counted
from .outcomes import PERSONS
from .packs import Pack
from .quantities import Quantity, number_at
from .tokens import CODE, NUMBER, WORD, Token

YEARS = range(1900, 2101)
OLDEST = 115
CODES_AND_WORDS = frozenset({"ALL", "CUP", "TOP", "TRY"})  # of currencies, but also of headlines: "ALL 30 RESCUED"
RATE_REACH = 14  # words after a number in which "per day" is looked for


def dismissed(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """Why a number is no figure, or nothing. What it counts is judged in `dismissed_as_counted`."""
    checks = (_shape, _unit, _currency, _year, _clock, _age, _share, _referring, _one, _named)
    return next((reason for check in checks if (reason := check(tokens, number, hedge_first, pack))), "")


def dismissed_as_counted(tokens: Sequence[Token], counted: Counted, pack: Pack) -> str:
    """Why what a number counts makes it no figure."""
    if counted.is_other_thing:
        return "counts something else"
    for place in range(counted.last, min(len(tokens), counted.last + RATE_REACH)):
        ends = tokens[place].key in {",", ";", "(", ")", ":"} or pack.has("range_and", tokens[place].key)
        if ends or tokens[place].kind == NUMBER:
            return ""
        match = pack.units_after.at(tokens, place)
        is_since = match and match.last < len(tokens) and pack.has("after_duration", tokens[match.last].key)
        if is_since:
            return ""  # "dead or missing a week after the hurricane"
        if match and match.carried == "rate" and not pack.has("before_duration", tokens[place - 1].key):
            return "rate"
    return ""


def _shape(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    first, last = tokens[number.first], tokens[number.last - 1]
    if number.value is not None and number.value % 1 and not _weighed(tokens, number, pack):
        return "fraction"
    if (
        number.is_digits
        and number.last < len(tokens)
        and tokens[number.last].kind == CODE
        and tokens[number.last].is_glued
    ):
        return "identifier"
    if len([character for character in first.text if character.isdigit()]) > 9 and "," not in first.text:
        return "identifier"
    if first.text[0] == "0" and len(first.text) > 1 and first.text[1].isdigit():
        return "identifier"
    after = tokens[number.last] if number.last < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    if first.is_hyphened or (after and after.is_hyphened and not number.is_range):
        return "part of a word"
    if number.is_range:
        return ""
    for mark in ("-", "/", "#"):
        if before and before.key == mark and first.is_glued and number.is_digits and mark != "-":
            return "identifier"
        if (
            after
            and after.key == mark
            and after.is_glued
            and last.kind == NUMBER
            and _is_digit(tokens, number.last + 1)
        ):
            return "identifier"
    return ""


def _is_digit(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].kind == NUMBER and tokens[place].is_glued


def _weighed(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    noun = pack.nouns.at(tokens, number.last) if number.last < len(tokens) else None
    return noun is not None and noun.carried == "tonnes"


def _unit(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    after = pack.units_after.at(tokens, number.last) if number.last < len(tokens) else None
    if after:
        return after.carried
    before = pack.units_before.ending_at(tokens, number.first)
    if not before or before.first >= hedge_first != number.first:  # inside the hedge: "in the region of 30"
        before = pack.units_before.ending_at(tokens, hedge_first)
    if before and before.carried == "population" and _tells_more(tokens, number, pack):
        return ""
    if before and before.carried == "label" and not tokens[before.first].is_capital:
        return ""
    return before.carried if before else ""


def _currency(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """A code of ISO 4217 beside the number: "NPR 500 million"."""
    beside = {tokens[place - 1].text for place in (number.first, hedge_first) if place}
    beside |= {token.text for token in tokens[number.last : number.last + 1]}
    return "money" if beside & _currencies() else ""


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - CODES_AND_WORDS


def _tells_more(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether more is said than how many live there: "hosts 5,600 people who have fled"."""
    behind = range(number.last, min(len(tokens), number.last + 5))
    told = (pack.triggers.at(tokens, place) for place in behind)
    return any(one and one.carried[0].outcome == "displaced" for one in told)


def _year(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    if (
        not number.is_digits
        or number.value not in YEARS
        or not tokens[number.first].text.isdigit()
        or number.last - number.first > 1
    ):
        return ""
    if number.last < len(tokens) and pack.nouns.at(tokens, number.last):
        return ""
    before = tokens[number.first - 1].key if number.first else ""
    is_event = pack.has("articles", before) or pack.has("date_articles", before)  # "a 2003 earthquake"
    return "year" if is_event or before == "(" or pack.has("before_year", before) else ""


def _clock(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    after = tokens[number.last].key if number.last < len(tokens) else ""
    before = tokens[number.first - 1] if number.first else None
    if after == ":" and _is_digit(tokens, number.last + 1):
        return "time of day"
    return "time of day" if before and before.key == ":" and tokens[number.first].is_glued else ""


def _age(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """ "Shafiur Rahman, 24, said": a small number between commas behind a name."""
    if number.first < 2 or number.value is None or number.value > OLDEST:
        return ""
    before, name = tokens[number.first - 1], tokens[number.first - 2]
    if before.key == "of" and pack.has("young", name.key) and number.value < 30:
        return "age"  # "killed a boy of 15"
    if not number.is_digits:
        return ""
    after = tokens[number.last].key if number.last < len(tokens) else "."
    if before.key == "," and name.is_capital and after in {",", ".", ";"} and not pack.has("place_lists", name.key):
        return "age"
    is_told = after == "," and before.key == "," and number.value >= 10
    if is_told and any(
        pack.has("articles", token.key) for token in tokens[max(0, number.first - 4) : number.first - 2]
    ):
        return "age"  # "A pastor, 31, was shot dead"
    return (
        "age"
        if before.key == "("
        and name.is_capital
        and after == ")"
        and number.value < 100
        and _is_person(tokens, number.first - 2)
        else ""
    )


def _is_person(tokens: Sequence[Token], place: int) -> bool:
    """Whether two names in a row stand here, as a person's do."""
    return place > 0 and tokens[place - 1].is_capital and tokens[place - 1].kind == WORD


def _share(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
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


def _referring(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """ "These four people" only points back at a figure given before."""
    return "points back" if number.first and pack.has("demonstratives", tokens[number.first - 1].key) else ""


def _one(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
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


def _named(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """Whether a number belongs to a name: "the monitor Docket 21, which keeps count, says"."""
    if number.first < 2 or not number.is_digits or hedge_first != number.first or number.last + 1 >= len(tokens):
        return ""
    name, after, behind = tokens[number.first - 1], tokens[number.last].key, tokens[number.last + 1]
    is_name = name.is_capital and not name.text.isupper() and tokens[number.first - 2].kind == WORD
    grammar = pack.grammar.at(tokens, number.last + 1)
    is_told = after == "," and grammar is not None and grammar.carried == "relative"
    return "name" if is_name and behind.kind == WORD and is_told else ""
