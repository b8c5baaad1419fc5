"""The document first: who published it, and when. Every relative time in its text hangs on that day."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue
from tracker.languages import from_right
from tracker.review import NEW, Review

from ..state import View
from . import controls, offered
from .start import PATH

SHOWN = 6_000  # characters of the text beside the form: where the day and the publisher are printed


def about_page(review: Review, catalogue: Catalogue, view: View, secret: str, problem: str = "") -> Component:
    """The form, with the text beside it."""
    say = view.language.say
    lead = (
        say(
            "Times such as “since Friday” hang on the day of publication. Changing it reads the open figures again; "
            "what was accepted stays as it is."
        )
        if review.is_confirmed
        else say("Before its figures are shown: is this the document? Times such as “since Friday” hang on its day.")
    )
    return html.Div(
        [
            html.P(html.A(say("Read a report"), href=view.plain(PATH)), className="kicker"),
            html.H1(say("Confirm the document")),
            html.P(lead, className="dek"),
            *controls.problem(problem),
            html.Ul([html.Li(warning, lang="en", dir="ltr") for warning in review.warnings], className="warnings")
            if review.warnings
            else None,
            html.Div([_form(review, catalogue, view, secret), _text(review, view)], className="bench"),
        ],
        className="review",
    )


def _form(review: Review, catalogue: Catalogue, view: View, secret: str) -> Component:
    say, reader, about = view.language.say, view.language, review.about

    def has(name: str) -> str:
        return about.get(name, "")

    fields = [
        controls.field("title", say("Title"), has("title")),
        controls.choice(
            "publisher",
            say("Publisher"),
            offered.organisations(catalogue, reader),
            has("publisher"),
            blank=say("not in the list"),
        ),
        controls.field("publisher_name", say("Publisher, if not in the list"), has("publisher_name")),
        controls.choice(
            "publisher_kind",
            say("What that publisher is"),
            offered.organisation_kinds(reader),
            has("publisher_kind") or "media",
        ),
        controls.field("published_on", say("Day of publication"), has("published_on"), kind="date"),
        controls.choice(
            "published_on_basis",
            say("How that day is known"),
            offered.datings(reader),
            has("published_on_basis"),
            blank=say("not said"),
        ),
        controls.field("url", say("Address"), has("url"), kind="url"),
        controls.choice(
            "language", say("Language"), offered.languages(reader), has("language"), blank=say("choose one")
        ),
        controls.choice("kind", say("Kind of document"), offered.document_kinds(reader), has("kind") or "article"),
        controls.choice(
            "crisis", say("Crisis"), offered.crises(catalogue, reader), has("crisis"), blank=say("choose one")
        ),
        controls.choice(
            "text_from",
            say("Whose text it carries, if not its own"),
            offered.organisations(catalogue, reader),
            has("text_from"),
            blank=say("its own"),
        ),
        _document(review, catalogue, view),
    ]
    save = controls.button(say("Confirm, and show the figures"), is_primary=True)
    return controls.form(
        [html.Div(fields, className="fields"), html.Div(save, className="deeds")],
        view.plain(f"{PATH}/{review.id}/about"),
        secret,
    )


def _document(review: Review, catalogue: Catalogue, view: View) -> Component:
    say, known = view.language.say, review.about.get("document", "")
    row = catalogue.get("documents", known) if known not in {"", NEW} else None
    there = [(known, view.language.label(row, "title") or known)] if row is not None else []
    hint = say("This document stands in the tables already: its figures will not be entered twice.") if there else ""
    return controls.choice(
        "document",
        say("In the tables"),
        [("", say("find out by title and address")), (NEW, say("a new document")), *there],
        known,
        hint=hint,
    )


def _text(review: Review, view: View) -> Component:
    code = review.language
    more = "" if len(review.text) <= SHOWN else "…"
    spoken = {"lang": code, "dir": "rtl" if from_right(code) else "ltr"} if code else {"dir": "auto"}
    text = html.Div(review.text[:SHOWN] + more, className="report-text", **spoken)
    return html.Section(
        text, className="source-text", tabIndex=0, **{"aria-label": view.language.say("Text of the report")}
    )
