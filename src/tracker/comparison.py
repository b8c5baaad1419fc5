"""What lies between two figures, in the reader's words: time, a rise or a fall, the figures furthest apart."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

from . import words
from .agreement import Spread
from .claims.compatibility import Claim
from .figure import Figure
from .gaps import Gap
from .increments import Increment, Withheld
from .languages import Language
from .totals import Total


def later(before: dt.date, after: dt.date, language: Language) -> str:
    """How long after one day another is: "12 days later", "on the same day", "3 days earlier"."""
    days = (after - before).days
    if days == 0:
        return language.say("on the same day")
    if days > 0:
        return language.say_many("{n} day later", "{n} days later", days)
    return language.say_many("{n} day earlier", "{n} days earlier", -days)


def first_in(before: dt.date, after: dt.date, language: Language) -> str:
    """How long a claimant had given no figure: "first figure in 40 days"."""
    return language.say_many("first figure in {n} day", "first figure in {n} days", (after - before).days)


def silence(found: Gap, claimant: str, language: Language) -> str:
    """A time without a figure: "SOHR: no figure for 39 days, 10 Sep – 18 Oct 2016"."""
    return language.say(
        "{claimant}: no figure for {days}, {period}",
        claimant=claimant,
        days=language.say_many("{n} day", "{n} days", found.period.days or 0),
        period=words.period(found.period, "flow", language),
    )


def step(found: Increment | Withheld, language: Language, *, unit: str = "") -> str:
    """What a running total did between two reports: "27 more in 8 days, 23–30 Nov 2016"."""
    say, when = language.say, words.period(found.period, "flow", language)
    days = language.say_many("{n} day", "{n} days", found.period.days or 0)
    if isinstance(found, Withheld):
        why = found.told(language)
        return say("difference not known in {days}, {period}: {reason}", days=days, period=when, reason=why)
    return say("{change} in {days}, {period}", change=change(found.figure, language, unit=unit), days=days, period=when)


def change(figure: Figure, language: Language, *, unit: str = "") -> str:
    """A difference with its hedge: "27 more", "9 fewer", "at least 16 more", "between 4 fewer and 12 more"."""
    say = language.say
    low, high = figure.lowest, figure.highest
    if figure == Figure(0.0):
        return say("no change")
    if low >= 0:
        return say("{figure} more", figure=words.figure(figure, language, unit=unit))
    if high <= 0:
        return say("{figure} fewer", figure=words.figure(_mirrored(figure), language, unit=unit))
    if math.isfinite(low) and math.isfinite(high):
        return _either_way(figure, language, unit)
    if math.isfinite(low):
        fewer = words.figure(_mirrored(figure), language, unit=unit)
        return say("{fewer} fewer, or any number more", fewer=fewer)
    return say("{more} more, or any number fewer", more=words.figure(figure, language, unit=unit))


def spread(found: Spread, language: Language) -> str:
    """The figures furthest apart, each as it was claimed and by whom, and how many gave one."""
    claimants = language.say_many("{n} claimant", "{n} claimants", len(found.claimants))
    return language.say(
        "lowest: {lowest}; highest: {highest}; {claimants} in all",
        lowest=_claimed(found.lowest, language),
        highest=_claimed(found.highest, language),
        claimants=claimants,
    )


def offered(found: Total, of: int, language: Language, *, unit: str = "") -> str:
    """A sum of some of the claims, named as such: "17 in 8 days, from 2 of 3 claims, whose periods share no day"."""
    return language.say(
        "{figure} in {days}, from {some} of {claims}, whose periods share no day",
        figure=words.figure(found.figure, language, unit=unit),
        days=language.say_many("{n} day", "{n} days", found.days),
        some=language.number(len(found.observation_ids)),
        claims=language.say_many("{n} claim", "{n} claims", of),
    )


def _either_way(figure: Figure, language: Language, unit: str) -> str:
    """A difference with nought between its bounds, behind its best figure where it has one."""
    fewer, more = (words.figure(Figure(abs(end)), language, unit=unit) for end in (figure.lowest, figure.highest))
    bounds = language.say("between {fewer} fewer and {more} more", fewer=fewer, more=more)
    if figure.value is None or figure.qualifier == "between":
        return bounds
    return language.say("{best} ({bounds})", best=change(Figure(figure.value), language, unit=unit), bounds=bounds)


def _mirrored(figure: Figure) -> Figure:
    """The same difference counted downwards: "at most -9" is "at least 9" fewer."""
    turned = {"at_least": "at_most", "more_than": "less_than", "at_most": "at_least", "less_than": "more_than"}
    value, low, high = (None if end is None else -end for end in (figure.value, figure.high, figure.low))
    return Figure(value, low, high, turned.get(figure.qualifier, figure.qualifier))


def _claimed(claims: Iterable[Claim], language: Language) -> str:
    said = [
        language.say(
            "{figure} ({claimant})",
            figure=words.figure(claim.figure, language, unit=str(getattr(claim.row, "indicator_unit", ""))),
            claimant=words.claimant(claim.row, language),
        )
        for claim in claims
    ]
    return language.together(said)
