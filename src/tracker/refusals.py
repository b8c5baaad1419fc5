"""Why figures are not added, subtracted or compared, in the reader's words, by a stable code."""

from __future__ import annotations

from .languages import Language


def reason(code: str, language: Language) -> str:
    """The sentence for a code."""
    parts = (_rows, _differences, _together, _steps, _beside)
    return next(found[code] for part in parts if code in (found := part(language)))


def _rows(language: Language) -> dict[str, str]:
    """What is wrong with a claim by itself."""
    say = language.say
    return {
        "no-claims": say("there are no claims to add; that is not a total of zero"),
        "not-a-flow": say("only events within a period can be added: a level or a running total cannot"),
        "no-number": say("no number was given"),
        "bounds-reversed": say("its least is above its most"),
        "period-unknown": say("the period’s first or last day was not stated"),
        "period-reversed": say("the period ends before it starts"),
        "replaced": say("a later claim replaced it"),
        "withdrawn": say("it was withdrawn, or is known to be wrong"),
        "circulating": say("it circulates without a known source"),
    }


def _differences(language: Language) -> dict[str, str]:
    """In what the claims differ."""
    say = language.say
    return {
        "indicator-differs": say("they have different indicators"),
        "claimant-differs": say("they have different claimants"),
        "place-differs": say("they have different places"),
        "basis-differs": say("they have different bases of counting"),
        "population-differs": say("they have different populations"),
        "scope-differs": say("they include or leave out different things"),
        "places-nest": say("one place lies within another: a part and its whole are never added"),
    }


def _together(language: Language) -> dict[str, str]:
    """What stands in the way of adding them."""
    say = language.say
    return {
        "claimant-unknown": say("nobody is named as their claimant, so they may be several"),
        "periods-overlap": say("their periods share days, so events could be counted twice"),
        "hedges-differ": say("their hedges bound opposite sides and cannot be combined"),
    }


def _steps(language: Language) -> dict[str, str]:
    """What stands in the way of subtracting one running total from the next."""
    say = language.say
    return {
        "hedges-open": say("their hedges leave the difference open: it may be any number"),
        "same-day": say("two different totals stand at one day, and neither replaces the other"),
        "day-unknown": say("a total is dated to a week, a month or a year, so the days between are not known"),
    }


def _beside(language: Language) -> dict[str, str]:
    """What stands in the way of setting one figure beside another."""
    say = language.say
    return {
        "unit-differs": say("they have different units"),
        "outcome-differs": say("they count different things"),
        "measure-differs": say("a level, events in a period and a running total are different kinds of figure"),
        "basis-unknown": say("how one of them was counted is not known"),
        "lengths-differ": say("their periods are not equally long, or not known to be"),
    }
