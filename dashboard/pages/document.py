"""One document: who put it out and when, where to read it, and every figure it carries as it printed them."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.journey import journeys
from tracker.claims.printed import text
from tracker.errors import UnknownError
from tracker.languages import Language
from tracker.period import day

from ..components import kinds, links, notices
from ..components.carried import Carried, carried
from ..components.changed import tally
from ..components.empty import empty
from ..components.facts import terms
from ..state import View

PATH = "/document/<document_id>"


def title(catalogue: Catalogue, view: View, document_id: str) -> str:
    """The title it shows. Raises UnknownError for a document that is not kept."""
    return links.document_name(_row(catalogue, view, document_id), view.language)


def layout(catalogue: Catalogue, view: View, document_id: str) -> Component:
    """What is known about it, and its figures."""
    row, say = _row(catalogue, view, document_id), view.language.say
    found = _carried(catalogue, view, document_id)
    about = html.Aside(
        [html.H2(say("The document")), _facts(catalogue, row, view)], **{"aria-label": say("The document")}
    )
    return html.Div(
        [
            _hero(catalogue, row, view),
            html.Div([_figures(found, view), about], className="split"),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _row(catalogue: Catalogue, view: View, document_id: str) -> object:
    row = catalogue.get("documents", document_id)
    if row is None:
        raise UnknownError(view.language.say("There is no document “{name}”.", name=document_id))
    return row


def _carried(catalogue: Catalogue, view: View, document_id: str) -> list[Carried]:
    """Its own citations, each with the journey of the claim that it is a step of."""
    chosen = Filter(document=(document_id,), as_of=view.chosen.as_of)
    return [
        (travelled, step)
        for travelled in journeys(catalogue, chosen)
        for step in travelled.steps
        if step.document_id == document_id
    ]


def _hero(catalogue: Catalogue, row: object, view: View) -> Component:
    language = view.language
    publisher = catalogue.get("organisations", text(row, "publisher_id"))
    out = links.outside(getattr(row, "url", None), language)
    parts = [
        html.P(links.organisation(publisher, view) if publisher else language.say("Document"), className="kicker"),
        html.H1(links.document_name(row, language), className="document", **links.spoken(row)),
        html.P([language.say("Read it at"), " ", out], className="dek") if out else None,
        notices.past_day(view, f"/document/{text(row, 'document_id')}"),
    ]
    return html.Div([part for part in parts if part is not None], className="hero")


def _figures(found: list[Carried], view: View) -> Component:
    language = view.language
    if not found:
        return html.Section(empty(language.say("No figure from this document was known on this day.")))
    return html.Section(
        [
            html.H2(language.say_many("{n} figure as printed here", "{n} figures as printed here", len(found))),
            html.P(language.say("Each figure leads to the claim that it carries."), className="reading"),
            *filter(None, [tally([step for _, step in found], language)]),
            carried(found, view),
        ]
    )


def _facts(catalogue: Catalogue, row: object, view: View) -> Component:
    language, say = view.language, view.language.say
    publisher, source = (catalogue.get("organisations", text(row, name)) for name in ("publisher_id", "text_from_id"))
    read, url = day(getattr(row, "accessed_on", None)), getattr(row, "url", None)
    return terms(
        [
            (say("Publisher"), links.organisation(publisher, view) if publisher else None),
            (say("Carries the text of"), links.organisation(source, view) if source else None),
            (say("Published"), _published(row, language)),
            (say("Language"), _language(row, language)),
            (say("Kind of document"), kinds.document(text(row, "kind"), language)),
            (say("Address"), links.outside(url, language, name=links.readable(text(row, "url")))),
            (say("Stored copy"), links.outside(getattr(row, "archive_url", None), language)),
            (say("Read on"), language.date(read, style="long") if read else ""),
            (say("Note"), _note(row)),
        ]
    )


def _published(row: object, language: Language) -> Component | str:
    published = day(getattr(row, "published_on", None))
    if published is None:
        return language.say("no date shown")
    basis = kinds.dating(text(row, "published_on_basis"), language)
    said = html.Time(language.date(published, style="long"), dateTime=published.isoformat())
    return html.Span([said, html.Small(f" ({basis})")]) if basis else said


def _language(row: object, language: Language) -> str:
    """Its language, named in the reader's; the code where nobody has a name for it."""
    code = text(row, "language")
    return str(language.locale.languages.get(code, code))


def _note(row: object) -> Component | None:
    note = text(row, "note")
    return html.Span(note, lang="en", dir="ltr") if note else None
