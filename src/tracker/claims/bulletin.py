"""Changes in the reader's words: one sentence for each thing that became known, and one for all of them."""

from __future__ import annotations

from .. import words
from ..figure import Figure
from ..languages import Language
from ..period import Period
from .changes import Changes, Disagreement, Revision, Silence
from .printed import text
from .verdicts import rival


def summary(found: Changes, language: Language) -> str:
    """How much became known, and when: "From 28 Sep 2016 to 5 Oct 2016: 46 new claims, 1 update." """
    many = language.say_many
    counts = [
        (len(found.new), many("{n} new claim", "{n} new claims", len(found.new))),
        *((n, revisions(kind, n, language)) for kind in KINDS if (n := len(found.of_kind(kind)))),
        (
            len(found.disagreements),
            many("{n} new disagreement", "{n} new disagreements", len(found.disagreements)),
        ),
        (len(found.silences), many("{n} claimant gone silent", "{n} claimants gone silent", len(found.silences))),
    ]
    told = language.together([sentence for n, sentence in counts if n]) or language.say("nothing new")
    first, last = language.date(found.since), language.date(found.until)
    return language.say("From {first} to {last}: {told}.", first=first, last=last, told=told)


def revisions(kind: str, n: int, language: Language) -> str:
    """How many revisions of a kind."""
    many = language.say_many
    counts = {
        "update": many("{n} update", "{n} updates", n),
        "correction": many("{n} correction", "{n} corrections", n),
        "revision": many("{n} revision", "{n} revisions", n),
        "basis_change": many("{n} change of basis", "{n} changes of basis", n),
        "method_change": many("{n} change of counting method", "{n} changes of counting method", n),
        "retraction": many("{n} retraction", "{n} retractions", n),
    }
    return counts.get(kind, many("{n} replacement", "{n} replacements", n))


KINDS = ("update", "correction", "revision", "basis_change", "method_change", "retraction", "")


def revision(found: Revision, language: Language) -> str:
    """The claim that replaces another, and what it replaces where that was known."""
    after = words.sentence(found.row, language)
    if found.replaced is None:
        return after
    if found.kind in {"basis_change", "method_change"}:
        return language.say(
            "{claim} Counted otherwise before, and not to be compared: {before}.",
            claim=after,
            before=_before(found.replaced, language),
        )
    return language.say("{claim} Before: {before}.", claim=after, before=_before(found.replaced, language))


def silence(found: Silence, language: Language) -> str:
    """Who stopped giving which figure, and since when it has given none."""
    return language.say(
        "{claimant} has given no figure since {day}: {indicator}, {place}. Its longest pause before: {days}.",
        claimant=words.claimant(found.last, language),
        day=language.date(found.last_known_on),
        indicator=language.label(found.last, "indicator_label"),
        place=language.label(found.last, "place_name"),
        days=language.say_many("{n} day", "{n} days", found.longest_pause),
    )


def disagreement(found: Disagreement, language: Language) -> str:
    """The two claims, and the rule by which they cannot both be true."""
    return f"{words.sentence(found.claim.row, language)} {rival(found.rival, language)}"


def _before(row: object, language: Language) -> str:
    figure = words.figure(Figure.of(row), language, wording=text(row, "wording"), unit=text(row, "indicator_unit"))
    span = words.period(Period.of(row), text(row, "measure"), language)
    return language.say("{figure}, {period}", figure=figure, period=span)
