"""The codes of organisations, documents, places and dates in the reader's words."""

from __future__ import annotations

from tracker.languages import Language


def organisation(kind: str, language: Language) -> str:
    """What sort of organisation it is."""
    say = language.say
    names = {
        "un_agency": say("United Nations body"),
        "ngo": say("aid or rights organisation"),
        "monitor": say("monitor that counts casualties or events"),
        "health_authority": say("health authority"),
        "government": say("government body"),
        "armed_group": say("armed group or its political body"),
        "media": say("news organisation"),
        "research": say("research body"),
        "unnamed": say("group that reports do not name"),
        "other": say("other organisation"),
    }
    return names.get(kind, "")


def document(kind: str, language: Language) -> str:
    """What sort of document it is."""
    say = language.say
    names = {
        "press_release": say("press release"),
        "article": say("article"),
        "situation_report": say("situation report"),
        "dataset": say("dataset"),
        "blog": say("blog post"),
        "report": say("report"),
        "other": say("other page"),
    }
    return names.get(kind, "")


def place(kind: str, language: Language) -> str:
    """What sort of place it is."""
    say = language.say
    names = {
        "country": say("country"),
        "governorate": say("governorate"),
        "area": say("area that reports name and no map does"),
        "city": say("city"),
        "part_of_city": say("part of a city"),
        "district": say("neighbourhood"),
        "village": say("village or small town"),
        "site": say("building or site"),
    }
    return names.get(kind, "")


def precision(code: str, language: Language) -> str:
    """How surely we know which area is meant; empty where there is no doubt."""
    say = language.say
    notes = {
        "approximate": say("We know about where it lies, and not its outline."),
        "unclear": say("Not one clear area: the words of the sources fit more than one."),
    }
    return notes.get(code, "")


def dating(basis: str, language: Language) -> str:
    """How the day of a document is known, where the page does not print it."""
    say = language.say
    names = {
        "metadata": say("date from the page’s metadata"),
        "url": say("date from the page’s address"),
        "inferred": say("date worked out from the text"),
    }
    return names.get(basis, "")
