"""What each choice of claims is called: the choices themselves, and the values that they can have."""

from __future__ import annotations

from tracker import words
from tracker.catalogue import Catalogue
from tracker.facets import named
from tracker.figure import Figure
from tracker.languages import Language


def headings(language: Language) -> dict[str, str]:
    """The choices by their query key, in the order in which a page offers them."""
    say = language.say
    return {
        "crisis": say("Crisis"),
        "indicator": say("Indicator"),
        "claimant": say("Claimant"),
        "place": say("Place"),
        "publisher": say("Publisher"),
        "year": say("Year"),
        "measure": say("Kind of figure"),
        "qualifier": say("Hedge"),
        "basis": say("Counted as"),
        "observation": say("Claim"),
        "document": say("Document"),
    }


def name_of(catalogue: Catalogue, choice: str, key: str, language: Language) -> str:
    """One value of a choice in the reader's words; the key where nothing names it."""
    spoken = codes(choice, language)
    if spoken:
        return spoken.get(key, key)
    if choice == "document":
        return language.label(catalogue.get("documents", key), "title") or key
    return named(catalogue, choice, key, language)


def codes(choice: str, language: Language) -> dict[str, str]:
    """The codes of a choice in words; none for a choice of things that have names of their own."""
    spoken = {"measure": words.measures, "basis": words.bases, "qualifier": qualifiers}.get(choice)
    return spoken(language) if spoken else {}


def qualifiers(language: Language) -> dict[str, str]:
    """The hedges as figures have them, and what stands where none was printed."""
    kinds = ("at_least", "more_than", "about", "nearly", "at_most", "less_than", "between", "vague")
    hedges = {kind: words.hedge(Figure(qualifier=kind), language) for kind in kinds}
    return {"exact": language.say("no hedge"), **hedges}
