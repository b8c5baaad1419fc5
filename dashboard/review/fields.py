"""Every field of a figure under review, in the reader's words, with what the text printed beside it."""

from __future__ import annotations

from dash.development.base_component import Component

from tracker.catalogue import Catalogue
from tracker.languages import Language
from tracker.review import Item

from . import controls, offered

NAMES = (
    *("indicator", "place", "claimant", "measure", "qualifier", "value", "value_low", "value_high"),
    *(
        "period_start",
        "period_end",
        "date_precision",
        "said_on",
        "basis",
        "role",
        "population",
        "scope_note",
        "wording",
        "locator",
        "note",
    ),
)


def labels(language: Language) -> dict[str, str]:
    """What each field is called."""
    say = language.say
    return {
        "indicator": say("What is counted"),
        "place": say("Place"),
        "claimant": say("Who made the figure"),
        "measure": say("Kind of figure"),
        "qualifier": say("Hedge"),
        "value": say("Number"),
        "value_low": say("Least"),
        "value_high": say("Most"),
        "period_start": say("First day"),
        "period_end": say("Last day"),
        "date_precision": say("Dated to the"),
        "said_on": say("Said on"),
        "basis": say("Counted as"),
        "population": say("Whom exactly, if narrower"),
        "scope_note": say("What it includes or leaves out"),
        "wording": say("Words as printed, at most 25"),
        "role": say("What the document does with it"),
        "locator": say("Where in the document"),
        "note": say("Note for readers"),
    }


def fields(item: Item, catalogue: Catalogue, language: Language) -> list[Component]:
    """The fields of a figure, filled in."""
    say, called = language.say, labels(language)

    def has(name: str) -> str:
        return item.fields.get(name, "")

    def printed(name: str) -> str:
        words = item.printed.get(name, "")
        return say("In the text: “{words}”", words=words) if words else ""

    def line(name: str, kind: str = "text", **more: str) -> Component:
        return controls.field(name, called[name], has(name), kind=kind, **more)

    choose = say("choose one")
    return [
        controls.choice(
            "indicator", called["indicator"], offered.indicators(catalogue, language), has("indicator"), blank=choose
        ),
        controls.choice(
            "place",
            called["place"],
            offered.places(catalogue, language),
            has("place"),
            blank=say("not said"),
            hint=printed("place"),
        ),
        controls.choice(
            "claimant",
            called["claimant"],
            offered.organisations(catalogue, language),
            has("claimant"),
            blank=say("nobody is named"),
            hint=printed("claimant"),
        ),
        controls.choice("measure", called["measure"], offered.measures(language), has("measure")),
        controls.choice("qualifier", called["qualifier"], offered.qualifiers(language), has("qualifier")),
        *(line(name, inputMode="decimal") for name in ("value", "value_low", "value_high")),
        *(line(name, "date") for name in ("period_start", "period_end", "said_on")),
        controls.choice(
            "date_precision",
            called["date_precision"],
            offered.precisions(language),
            has("date_precision"),
            blank=say("not said"),
        ),
        controls.choice("basis", called["basis"], offered.bases(language), has("basis")),
        controls.choice(
            "role", called["role"], offered.roles(language), has("role"), blank=say("as its publisher and claimant say")
        ),
        line("population"),
        line("scope_note"),
        line("locator"),
        controls.words("wording", called["wording"], has("wording"), rows=3, dir="auto"),
        controls.words("note", called["note"], has("note"), rows=2),
    ]
