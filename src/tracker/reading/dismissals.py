"""Numbers that are no figures: ages, years, times, money, distances, shares, identifiers, rates, denominators."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from babel.numbers import list_currencies

from .figures import Counted
from .packs import Pack
from .quantities import Quantity
from .shares import lone, share
from .tokens import CODE, NUMBER, WORD, Token

YEARS = range(1900, 2101)
OLDEST = 115
DISPLACED = frozenset({"refugees", "idps"})
CODES_AND_WORDS = frozenset({"ALL", "CUP", "TOP", "TRY"})  # of currencies, but also of headlines: "ALL 30 RESCUED"
RATE_REACH = 14  # words after a number in which "per day" is looked for


def dismissed(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """Why a number is no figure, or nothing. What it counts is judged in `dismissed_as_counted`."""
    checks = (_shape, _day, _unit, _currency, _year, _clock, _age, _negated, share, _referring, lone, _named)
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
        if match and _is_step(tokens, match.last, pack):
            return ""  # "dead or missing a week after the hurricane"
        is_named = pack.has("determiners", tokens[place - 1].key)  # "a reminder of the daily violence"
        if match and match.carried == "rate" and not (is_named or pack.has("before_duration", tokens[place - 1].key)):
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


def _day(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """A day of the month in brackets behind its weekday: "on Monday morning (13)"."""
    first, last = number.first, number.last
    is_closed = first > 1 and last < len(tokens) and (tokens[first - 1].key, tokens[last].key) == ("(", ")")
    if not is_closed or not number.is_digits or not 1 <= (number.value or 0) <= 31:
        return ""
    before = tokens[max(0, first - 3) : first - 1]
    return "a day" if any(key in pack.times.weekdays for token in before for key in token.keys) else ""


def _is_digit(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].kind == NUMBER and tokens[place].is_glued


def _weighed(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    noun = pack.nouns.at(tokens, number.last) if number.last < len(tokens) else None
    return noun is not None and noun.carried == "tonnes"


def _unit(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    after = pack.units_after.at(tokens, number.last) if number.last < len(tokens) else None
    is_step = after is not None and after.carried == "rate" and _is_step(tokens, after.last, pack)
    if after and not is_step and not _is_day_of_week(tokens, after.last, pack):
        return after.carried
    before = pack.units_before.ending_at(tokens, number.first)
    if not before or before.first >= hedge_first != number.first:  # inside the hedge: "in the region of 30"
        before = pack.units_before.ending_at(tokens, hedge_first)
    if before and before.carried == "population" and _tells_more(tokens, number, pack):
        return ""
    if before and before.carried == "label" and not tokens[before.first].is_capital:
        return ""
    return before.carried if before else ""


def _is_step(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether "a week" says how much earlier or later: "down from 1,530 a week earlier"."""
    return place < len(tokens) and pack.has("after_duration", tokens[place].key)


def _is_day_of_week(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether a unit only opens the name of a day: "rose to 120 on the day of Tuesday", as Arabic says it."""
    return place < len(tokens) and any(key in pack.times.weekdays for key in tokens[place].keys)


def _currency(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """A code of ISO 4217 beside the number: "NPR 500 million"."""
    beside = {tokens[place - 1].text for place in (number.first, hedge_first) if place}
    beside |= {token.text for token in tokens[number.last : number.last + 1]}
    return "money" if beside & _currencies() else ""


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - CODES_AND_WORDS


def _tells_more(tokens: Sequence[Token], number: Quantity, pack: Pack) -> bool:
    """Whether more is said than how many live there: "hosts 5,600 people who have fled", "hosts 5,600 refugees"."""
    nouns = (pack.nouns.at(tokens, place) for place in range(number.last, min(len(tokens), number.last + 3)))
    if any(noun and noun.carried in DISPLACED for noun in nouns):
        return True
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
    listed = tokens[max(0, number.first - 4) : number.first] if before.key in {"and", ","} else ()
    if any(pack.has("aged", token.key) for token in listed):
        return "age"  # "children aged 12 and 15"
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
    goes_on = tokens[number.last + 1 : number.last + 2] if is_told else ()
    if any(pack.has("singular_verbs", token.key) for token in goes_on):
        return "age"  # "The man, 31, was shot dead"
    is_bracketed = before.key == "(" and name.is_capital and after == ")" and number.value < 100
    return "age" if is_bracketed and _is_person(tokens, number.first - 2) else ""


def _is_person(tokens: Sequence[Token], place: int) -> bool:
    """Whether two names in a row stand here, as a person's do."""
    return place > 0 and tokens[place - 1].is_capital and tokens[place - 1].kind == WORD


def _negated(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """Nobody of so many: "none of the 30 passengers was hurt", "not one of them died"."""
    place = hedge_first - 1
    while place > 0 and (
        pack.has("of", tokens[place].key) or pack.has("determiners", tokens[place].key) or _is_one(tokens, place, pack)
    ):
        place -= 1
    if place < 0 or not pack.has("nobody", tokens[place].key):
        return ""
    is_part = place < hedge_first - 1
    return "nobody" if is_part or (number.value == 1 and not number.is_digits) else ""


def _is_one(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    number = pack.numbers.at(tokens, place)
    return number is not None and number.carried == 1


def _referring(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """ "These four people" only points back at a figure given before."""
    return "points back" if number.first and pack.has("demonstratives", tokens[number.first - 1].key) else ""


def _named(tokens: Sequence[Token], number: Quantity, hedge_first: int, pack: Pack) -> str:
    """Whether a number belongs to a name: "the monitor Docket 21, which keeps count, says"."""
    if number.first < 2 or not number.is_digits or hedge_first != number.first or number.last + 1 >= len(tokens):
        return ""
    name, after, behind = tokens[number.first - 1], tokens[number.last].key, tokens[number.last + 1]
    is_name = name.is_capital and not name.text.isupper() and tokens[number.first - 2].kind == WORD
    grammar = pack.grammar.at(tokens, number.last + 1)
    is_told = after == "," and grammar is not None and grammar.carried == "relative"
    return "name" if is_name and behind.kind == WORD and is_told else ""
