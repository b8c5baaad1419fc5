"""Agreement and standing in the reader's words: how many stand behind a figure, who disagrees, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable

from .. import words
from ..languages import Language
from .compatibility import STOCK_DAYS, Reason
from .rivals import Rival
from .standing import Standing, Status


def status(found: Status, language: Language) -> str:
    """The one word a card shows."""
    say = language.say
    names = {
        Status.CORROBORATED: say("corroborated"),
        Status.DISPUTED: say("disputed"),
        Status.SINGLE: say("single source"),
        Status.UNATTRIBUTED: say("no known source"),
    }
    return names[found]


def counts(found: Standing, language: Language) -> str:
    """Sources and citations, which never stand for one another: "1 source, 25 citations by 22 publishers"."""
    many = language.say_many
    return language.say(
        "{sources}, {citations} by {publishers}",
        sources=many("{n} source", "{n} sources", found.sources),
        citations=many("{n} citation", "{n} citations", found.citations),
        publishers=many("{n} publisher", "{n} publishers", found.publishers),
    )


def sentence(found: Standing, language: Language) -> str:
    """Why the claim has its status, naming who agrees or disagrees."""
    say = language.say
    if found.status is Status.DISPUTED:
        return say(
            "Disputed: the figure of {names} cannot be true as well.", names=_names(found.contradicting, language)
        )
    if found.status is Status.CORROBORATED:
        return say("Corroborated: {names} gave a figure that agrees.", names=_names(found.confirming, language))
    if found.status is Status.SINGLE:
        return say("Single source: no other source gave a figure that confirms or contradicts it.")
    if getattr(found.row, "is_circulating", False):
        return say("Circulating figure: many repeat it, and nobody can show who said it first.")
    return say("No known source: the reports attribute this figure to nobody.")


def rival(found: Rival, language: Language) -> str:
    """The other claim in one sentence, and the rule that set it against ours."""
    return f"{words.sentence(found.claim.row, language)} {reason(found.verdict.reason, language)}"


def reason(found: Reason, language: Language) -> str:
    """The rule that decided on two claims."""
    return _meeting(found, language) or _obstacle(found, language)


def _meeting(found: Reason, language: Language) -> str:
    say = language.say
    sentences = {
        Reason.NUMBERS_MEET: say("One number fits the words of both."),
        Reason.NUMBERS_FAR: say("Both can be true, but a bound this far off confirms nothing."),
        Reason.NUMBERS_APART: say("No number fits the words of both."),
        Reason.PART_WITHIN_WHOLE: say("One counts a part of the other’s time, and is not above it."),
        Reason.PART_ABOVE_WHOLE: say("One counts only a part of the other’s time, and is still above it."),
    }
    return sentences.get(found, "")


def _obstacle(found: Reason, language: Language) -> str:
    """Why two claims were not compared."""
    say, days = language.say, language.number(STOCK_DAYS)
    sentences = {
        Reason.OTHER_INDICATOR: say("They count different things."),
        Reason.OTHER_POPULATION: say("They count different people."),
        Reason.OTHER_PLACE: say("They speak of different places."),
        Reason.OTHER_SCOPE: say("They include or leave out different things."),
        Reason.OTHER_BASIS: say("They count by different rules."),
        Reason.OTHER_MEASURE: say("One is a level on a day, the other counts events."),
        Reason.NO_NUMBER: say("One of them gives no usable number."),
        Reason.NO_PERIOD: say("One of them does not state its time."),
        Reason.OTHER_PERIOD: say("Their times differ: not the same period, nor levels within {days} days.", days=days),
    }
    return sentences[found]


def _names(rivals: Iterable[Rival], language: Language) -> str:
    return language.together(list(dict.fromkeys(words.claimant(rival.claim.row, language) for rival in rivals)))
