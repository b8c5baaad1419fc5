"""Every field of a figure under review, in the reader's words, with what the text printed beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue
from tracker.languages import Language
from tracker.review import NEWCOMERS, Item

from . import controls, offered

NAMES = (
    *("indicator", "place", "claimant", "measure", "qualifier", "value", "value_low", "value_high"),
    *("period_start", "period_end", "date_precision", "said_on", "basis", "role", "population", "scope_note"),
    *("wording", "locator", "note", *NEWCOMERS),
)


def labels(language: Language) -> dict[str, str]:
    """What each field is called."""
    say = language.say
    return {
        "indicator": say("What is counted"),
        "indicator_name": say("Its name, as charts show it"),
        "indicator_definition": say("What it counts and what it leaves out"),
        "indicator_unit": say("Its unit, such as people"),
        "indicator_population": say("Whom or what it counts"),
        "indicator_outcome": say("What happened to them"),
        "place": say("Place"),
        "claimant": say("Who made the figure"),
        "claimant_name": say("If not in the list, its name"),
        "claimant_kind": say("What it is"),
        "place_name": say("Place, if not in the list"),
        "place_kind": say("What place it is"),
        "place_parent": say("What it lies in"),
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
        _indicator(has, called, language),
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
        _newcomers(has, called, catalogue, language),
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


def _indicator(has: Callable[[str], str], called: Mapping[str, str], language: Language) -> Component:
    """What is counted, if the tables do not have it yet."""
    named = [
        controls.field("indicator_name", called["indicator_name"], has("indicator_name")),
        controls.field("indicator_unit", called["indicator_unit"], has("indicator_unit")),
        controls.words("indicator_definition", called["indicator_definition"], has("indicator_definition"), rows=2),
        controls.field("indicator_population", called["indicator_population"], has("indicator_population")),
        controls.field("indicator_outcome", called["indicator_outcome"], has("indicator_outcome")),
    ]
    return _folded(language.say("What is counted is not in the list"), named, is_open=bool(has("indicator_name")))


def _newcomers(
    has: Callable[[str], str], called: Mapping[str, str], catalogue: Catalogue, language: Language
) -> Component:
    """Who and where, if the tables do not have them yet: out of the way until somebody needs it."""
    blank = language.say("not said")
    named = [
        controls.field("claimant_name", called["claimant_name"], has("claimant_name")),
        controls.choice(
            "claimant_kind",
            called["claimant_kind"],
            offered.organisation_kinds(language),
            has("claimant_kind"),
            blank=blank,
        ),
        controls.field("place_name", called["place_name"], has("place_name")),
        controls.choice(
            "place_kind", called["place_kind"], offered.place_kinds(language), has("place_kind"), blank=blank
        ),
        controls.choice(
            "place_parent",
            called["place_parent"],
            offered.places(catalogue, language),
            has("place_parent"),
            blank=blank,
        ),
    ]
    is_used = bool(has("claimant_name") or has("place_name"))
    return _folded(language.say("The claimant or the place is not in the lists"), named, is_open=is_used)


def _folded(summary: str, named: list[Component], *, is_open: bool) -> Component:
    inside = html.Div(named, className="fields")
    return html.Details([html.Summary(summary), inside], open=is_open, className="newcomers")
