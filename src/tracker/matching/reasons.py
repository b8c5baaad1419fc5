"""Why a figure and a claim are taken for the same, or not: each reason a code, said in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .. import words
from ..claims.printed import text
from ..figure import Figure
from ..languages import Language
from ..period import Period


class Code(StrEnum):
    """The reasons there are."""

    CARRIED = "carried"
    SAME_CLAIMANT = "same_claimant"
    NOBODY_NAMED = "nobody_named"
    CIRCULATING = "circulating"
    SAME_NUMBER = "same_number"
    ROUNDED = "rounded"
    OTHER_NUMBER = "other_number"
    SAME_WORDS = "same_words"
    SAME_STATE = "same_state"
    OTHER_SUBJECT = "other_subject"
    SAME_PLACE = "same_place"
    PLACE_AROUND = "place_around"
    PLACE_WITHIN = "place_within"
    PLACE_UNSAID = "place_unsaid"
    SAME_PERIOD = "same_period"
    OTHER_PERIOD = "other_period"
    PERIOD_UNSAID = "period_unsaid"
    LATER = "later"
    SHARED_WORDS = "shared_words"
    BOTH_TRUE = "both_true"
    NOT_BOTH = "not_both"
    NO_INDICATOR = "no_indicator"
    NOTHING_LIKE_IT = "nothing_like_it"


@dataclass(frozen=True)
class Because:
    """One reason, with the claim it speaks of where there is one, and words that are quoted."""

    code: Code
    claim: object = field(default=None, compare=False, repr=False)
    quoted: tuple[str, ...] = ()


def sentence(reason: Because, language: Language) -> str:
    """The reason as one sentence."""
    claim = reason.claim
    return _sentences(language)[reason.code].format(
        claimant=words.claimant(claim, language),
        figure=words.figure(
            Figure.of(claim), language, wording=text(claim, "wording"), unit=text(claim, "indicator_unit")
        ),
        indicator=language.label(claim, "indicator_label"),
        place=language.label(claim, "place_name"),
        period=words.period(Period.of(claim), text(claim, "measure"), language),
        words=language.together(list(reason.quoted)),
    )


def _sentences(language: Language) -> Mapping[Code, str]:
    say = language.say
    return {
        Code.CARRIED: say("This document stands in the tables as one that carries the claim."),
        Code.SAME_CLAIMANT: say("Both are the word of {claimant}."),
        Code.NOBODY_NAMED: say("The report names nobody here; {claimant} made a claim like it."),
        Code.CIRCULATING: say("Many repeat this round figure, and no first source of it can be shown."),
        Code.SAME_NUMBER: say("The number is the claim’s: {figure}."),
        Code.ROUNDED: say("The number is the claim’s, rounded: {figure}."),
        Code.OTHER_NUMBER: say("The claim’s number is another: {figure}."),
        Code.SAME_WORDS: say("The words are the claim’s: {words}."),
        Code.SAME_STATE: say("Both say the state of the same thing, without a number."),
        Code.OTHER_SUBJECT: say("The claim counts something wider or narrower: {indicator}."),
        Code.SAME_PLACE: say("The place is the same: {place}."),
        Code.PLACE_AROUND: say("The claim’s place lies within the report’s: {place}."),
        Code.PLACE_WITHIN: say("The claim’s place is a wider one: {place}."),
        Code.PLACE_UNSAID: say("The report names no place here; the claim is about {place}."),
        Code.SAME_PERIOD: say("The period is the same: {period}."),
        Code.OTHER_PERIOD: say("The claim’s period is another: {period}."),
        Code.PERIOD_UNSAID: say("The report gives no period here; the claim has {period}."),
        Code.LATER: say("It is newer than the claim: {period}."),
        Code.SHARED_WORDS: say("The claim and its reports have the same words: {words}."),
        Code.BOTH_TRUE: say("{claimant} claimed {figure} for {period}: both can be true."),
        Code.NOT_BOTH: say("{claimant} claimed {figure} for {period}: both cannot be true."),
        Code.NO_INDICATOR: say("What it counts has to be chosen before it can be compared."),
        Code.NOTHING_LIKE_IT: say("No claim in the tables is like it."),
    }
