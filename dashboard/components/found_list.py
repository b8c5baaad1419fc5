"""What a search found, one kind of thing at a time, with the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Filter
from tracker.languages import Language
from tracker.period import day
from tracker.search import Hit, marked

from ..state import View
from . import links
from .claim_list import are_of_several, claim_item


def found_list(hits: Iterable[Hit], asked: str, view: View, *, start: int = 1) -> Component:
    """The hits of one kind, best first; claims of several crises name their own."""
    found = list(hits)
    several = are_of_several(hit.row for hit in found if hit.kind == "claim")
    return html.Ol([_item(hit, asked, view, several) for hit in found], start=start, className="rows")


def kinds(language: Language) -> dict[str, str]:
    """Each kind of thing that can be found, by its heading, in the order in which a page shows them."""
    say = language.say
    return {
        "crisis": say("Crises"),
        "indicator": say("Indicators"),
        "claim": say("Claims"),
        "organisation": say("Organisations"),
        "place": say("Places"),
        "document": say("Documents"),
    }


def _item(hit: Hit, asked: str, view: View, several: bool) -> Component:
    if hit.kind == "claim":
        return claim_item(hit.row, view, quote=_quote(hit, asked), with_crisis=several)
    name = html.A(
        html.Span(_marked(_name(hit, view.language), asked), className="what", dir="auto"),
        href=_kept(hit.kind, view).address(f"{PATHS[hit.kind]}/{hit.id}"),
    )
    if hit.kind == "document":
        said = html.P(_published(hit.row, view.language))
    else:
        said = html.P(_marked(_said(hit, view.language), asked), dir="auto")  # some texts are in English only
    return html.Li([name, html.Div(said, className="about") if said.children else None])


def _kept(kind: str, view: View) -> View:
    """What goes on to the page of what was found: in a search within a crisis, the crisis too."""
    crisis = view.chosen.crisis if kind in OF_A_CRISIS else ()
    return View(Filter(crisis=crisis, as_of=view.chosen.as_of), view.lang)


def _name(hit: Hit, language: Language) -> str:
    return links.document_name(hit.row, language) if hit.kind == "document" else hit.title(language)


def _quote(hit: Hit, asked: str) -> Component | None:
    """The words by which a claim was found, in the language they were printed in where that is known."""
    if not hit.wording:
        return None
    is_own = hit.wording == getattr(hit.row, "wording", None)
    code = getattr(hit.row, "wording_language", None) if is_own else None
    return html.Q(_marked(hit.wording, asked), dir="auto", **({"lang": code} if isinstance(code, str) else {}))


def _said(hit: Hit, language: Language) -> str:
    """A line about it, from its own row."""
    text = language.label(hit.row, {"indicator": "definition", "crisis": "summary"}.get(hit.kind, "name"))
    return "" if text == hit.title(language) else text


def _published(row: object, language: Language) -> list[Component | str]:
    """The site that a document stands on, and its day."""
    published = day(getattr(row, "published_on", None))
    when = language.date(published) if published else language.say("no date shown")
    site = links.host(getattr(row, "url", None))
    return [html.Bdi(site), f" · {when}"] if site else [when]


def _marked(text: str, asked: str) -> list[Component | str]:
    return [html.Mark(piece) if is_found else piece for piece, is_found in marked(text, asked)]


OF_A_CRISIS = ("indicator", "organisation", "place")  # what can be of several, so that one of them can be chosen
PATHS = {
    "crisis": "/crisis",
    "indicator": "/indicator",
    "organisation": "/organisation",
    "place": "/place",
    "document": "/document",
}
