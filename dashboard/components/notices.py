"""What a reader must know before reading on: a claimant that fights, a figure without an origin, a day in the past."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.claims.printed import text
from tracker.languages import Language

from ..state import View


def is_conflict_party(row: object) -> bool:
    """Whether a row says so; a blank flag, which is neither true nor false, does not."""
    return str(getattr(row, "is_conflict_party", "")) == "True"


def conflict_party(name: str, language: Language) -> Component:
    """That an organisation is no bystander."""
    return _notice(
        language.say("A party to the conflict."),
        language.say(
            "{name} fights in it or speaks for a side that does. Its figures stand here as it gave them, as everyone’s "
            "do.",
            name=name,
        ),
    )


def circulating(language: Language) -> Component:
    """That nobody can show who said a figure first."""
    return _notice(
        language.say("A circulating figure."),
        language.say(
            "Many repeat this round number and nobody can show who said it first. It has no known source, and the "
            "documents below are not echoes of one another."
        ),
    )


def unattributed(language: Language) -> Component:
    """That the reports name nobody."""
    return _notice(
        language.say("Attributed to nobody."),
        language.say("The documents that carry this figure do not say who counted it."),
    )


def replaced(claim: object, view: View) -> Component | None:
    """That the source took the figure back, with the way to what it said instead. A newer count takes nothing back."""
    say, change = view.language.say, getattr(claim, "superseded_change", None)
    firsts = {
        "correction": say("Corrected since."),
        "revision": say("Restated since."),
        "retraction": say("Withdrawn since."),
    }
    if change not in firsts:
        return None
    later = html.A(say("See what it said instead"), href=view.plain(f"/observation/{text(claim, 'superseded_by')}"))
    return _notice(firsts[change], say("The source no longer stands by this figure."), later)


def caveat(claim: object, language: Language) -> Component | None:
    """What the claimant says of all such figures."""
    said = language.label(claim, "caveat")
    return _notice(language.say("Its claimant says of such figures:"), said) if said else None


def past_day(view: View, path: str) -> Component | None:
    """That the page shows what was known on a day, with the way to the whole record."""
    as_of, language = view.chosen.as_of, view.language
    if as_of is None:
        return None
    told = language.say("What became known later is hidden.")
    known = language.say("As known on {day}.", day=language.date(as_of, style="long"))
    return _notice(known, told, html.A(language.say("Whole record"), href=View(lang=view.lang).address(path)))


def _notice(first: str, then: str, *more: Component) -> Component:
    return html.P([html.Strong(first), " ", then, *[part for one in more for part in (" ", one)]], className="notice")
