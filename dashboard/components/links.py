"""Names that lead to their own pages: organisations, places, documents, and the web beyond."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.claims.printed import text
from tracker.languages import Language, from_right

from ..state import View

OUTSIDE = "noopener noreferrer nofollow"


def claimant(row: object, view: View) -> Component | str:
    """Who made the figure of a row of `claims`."""
    return _to("/organisation", row, "claimant_id", words.claimant(row, view.language), view)


def publisher(row: object, view: View) -> Component | str:
    """Who put out the document of a row of `citations` or `documents`."""
    return _to("/organisation", row, "publisher_id", words.publisher(row, view.language), view)


def place_of(row: object, view: View) -> Component | str:
    """Where a claim holds."""
    return _to("/place", row, "place_id", view.language.label(row, "place_name"), view)


def organisation(row: object, view: View) -> Component | str:
    """A row of `organisations`, by the name a chart shows."""
    return _to("/organisation", row, "organisation_id", organisation_name(row, view.language), view)


def organisation_name(row: object, language: Language) -> str:
    """The short name of a row of `organisations`, else the full one."""
    return language.label(row, "short_name") or language.label(row, "name")


def crisis_of(row: object, view: View) -> Component | str:
    """The crisis that a claim belongs to."""
    return _to("/crisis", row, "crisis_id", view.language.label(row, "crisis_title"), view)


def place(row: object, view: View) -> Component | str:
    """A row of `places`."""
    return _to("/place", row, "place_id", view.language.label(row, "name"), view)


def document(row: object, view: View) -> Component:
    """The title of a document, in its own language, leading to the page about it."""
    address = view.plain(f"/document/{text(row, 'document_id')}")
    return html.A(document_name(row, view.language), href=address, **spoken(row))


def document_name(row: object, language: Language) -> str:
    """The title of a document; where the page shows none, the site it stands on."""
    title, site = text(row, "title"), host(text(row, "url"))
    if title:
        return title
    return language.say("Untitled page of {site}", site=site) if site else language.say("Untitled document")


def spoken(row: object) -> dict[str, str]:
    """The language and direction of a document's title, where it has one of its own."""
    code = text(row, "language")
    return {"lang": code, "dir": "rtl" if from_right(code) else "ltr"} if code and text(row, "title") else {}


def outside(url: object, language: Language, name: str = "") -> Component | None:
    """A link out of the tracker, named by its site; None for what is no web address: other schemes never are links."""
    site = host(url)
    if not site:
        return None
    said = language.say("{site}, on another site", site=site)
    return html.A(name or site, href=url, rel=OUTSIDE, className="outside", title=said)


def host(url: object) -> str:
    """The site of a web address; empty where it is none."""
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def readable(url: str) -> str:
    """An address with its letters in place of their codes, unless some would not be seen as what they are."""
    decoded = unquote(url)
    return decoded if decoded.isprintable() else url


def _to(path: str, row: object, column: str, name: str, view: View) -> Component | str:
    identifier = text(row, column)
    return html.A(name, href=view.plain(f"{path}/{identifier}")) if identifier and name else name
