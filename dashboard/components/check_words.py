"""What the checks mean to a reader. Those that look at our own tables only are named by their own title."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.checks import CHECKS
from tracker.languages import Language

# Their findings say the same of every row.
ALIKE = frozenset({"origin-missing", "period-missing", "start-missing"})


@dataclass(frozen=True)
class Told:
    """A check in words: what was found, and what it means for using the figure."""

    title: str
    meaning: str


def told(code: str, language: Language) -> Told:
    """The words for a check; for one that only editors meet, its title and what any error means."""
    known = {**_sources(language), **_figures(language), **_days(language)}
    if code in known:
        return known[code]
    say = language.say
    title = say("Not so: {rule}.", rule=CHECKS[code].title) if code in CHECKS else code
    return Told(title, say("Our tables are wrong here. Do not rely on these rows until they are mended."))


def _sources(language: Language) -> dict[str, Told]:
    say = language.say
    return {
        "origin-missing": Told(
            say("The claimant’s own document was not found"),
            say(
                "We know the figure only from others who cite the claimant. Their wording may have changed it: "
                "look at how it travelled before you quote it."
            ),
        ),
        "accepted-changed": Told(
            say("A row was changed after a reviewer accepted it"),
            say("The change waits for a reviewer. Until then it is the word of whoever entered it."),
        ),
        "published-too-early": Told(
            say("A document is dated before the days it reports"),
            say("The page may have been changed after it was first published, or its date is wrong. We keep both."),
        ),
        "said-too-early": Told(
            say("A figure was said before the days it counts were over"),
            say("The date of the statement or the period is doubtful. We keep both as they were given."),
        ),
    }


def _figures(language: Language) -> dict[str, Told]:
    say = language.say
    return {
        "total-falls": Told(
            say("A running total falls"),
            say(
                "The same claimant later gave a lower total for the same start. It may have corrected itself or "
                "counted another way: the fall says nothing about what happened."
            ),
        ),
        "bound-without-value": Told(
            say("A bound stands without a number"),
            say("The document gives one end of a range and no figure. We show the bound alone."),
        ),
        "low-above-high": Told(
            say("The low end of a range is above its high end"),
            say("The document prints it so. We keep it as printed."),
        ),
        "value-outside-bounds": Told(
            say("A figure lies outside its own range"),
            say("The document prints it so. We keep it as printed."),
        ),
        "percent-over-100": Told(
            say("A share is above 100 per cent"),
            say("The document prints it so. We keep it as printed."),
        ),
        "part-above-whole": Told(
            say("A part is larger than its whole"),
            say(
                "One claimant gives, for instance, more children than people for the same place and period. "
                "Two of its statements cannot both hold."
            ),
        ),
    }


def _days(language: Language) -> dict[str, Told]:
    say = language.say
    return {
        "period-missing": Told(
            say("No day or period is known"),
            say("The documents do not say when. Charts leave these figures out and list them below instead."),
        ),
        "start-missing": Told(
            say("A running total without its start"),
            say("We know up to which day it counts, but not since when. It cannot be compared with other totals."),
        ),
        "period-order": Told(
            say("A period ends before it starts"),
            say("The document prints it so. We keep it as printed."),
        ),
        "level-over-days": Told(
            say("A level that is said of several days"),
            say("A level holds on one day. The document gives a span, which we keep as printed."),
        ),
    }
