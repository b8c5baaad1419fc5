"""How a claim travelled: every document that carried it, in time, with its words and what it changed."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.claims import telling
from tracker.claims.journey import Journey, Step
from tracker.languages import Language

from ..state import View
from .quotation import quotation


def journey(travelled: Journey, view: View) -> Component:
    """The steps as an ordered list: where it set out, the dated ones, then the undated."""
    return html.Ol([_step(step, view) for step in travelled.steps], className="journey")


def summary(travelled: Journey, language: Language) -> list[str]:
    """What the journey comes to, in a few plain sentences."""
    say_many = language.say_many
    lines = [
        language.say(
            "{documents} from {publishers}, in {languages}.",
            documents=say_many("{n} citation", "{n} citations", len(travelled.steps)),
            publishers=say_many("{n} publisher", "{n} publishers", travelled.publishers),
            languages=say_many("{n} language", "{n} languages", len(travelled.languages)),
        )
    ]
    if travelled.distorted:
        lines.append(say_many("{n} changed something.", "{n} changed something.", travelled.distorted))
    if travelled.unattributed:
        lines.append(
            say_many(
                "{n} names no source and stands here by our judgement.",
                "{n} name no source and stand here by our judgement.",
                travelled.unattributed,
            )
        )
    if travelled.is_circulating:
        lines.append(language.say("A round figure that many repeat; nobody can show who said it first."))
    return lines


def _step(step: Step, view: View) -> Component:
    language = view.language
    marks = [html.Li(telling.sentence(found, language), className="change") for found in step.distortions]
    return html.Li(
        [
            html.Div([_day(step, language), _distance(step, language)], className="when"),
            html.Div(
                [
                    html.Div([html.Strong(words.publisher(step.row, language)), _role(step, language)]),
                    _title(step, language),
                    quotation(getattr(step.row, "wording", None), step.language),
                    html.Ul(marks, className="changes") if marks else None,
                    html.P(step.note, className="note", lang="en", dir="ltr") if step.note else None,
                ]
            ),
        ],
        id=f"citation-{step.citation_id}",
        className="start" if step.is_start else None,
    )


def _day(step: Step, language: Language) -> Component:
    if step.published_on is None:
        return html.Span(language.say("no date shown"))
    return html.Time(language.date(step.published_on), dateTime=step.published_on.isoformat())


def _distance(step: Step, language: Language) -> Component | None:
    if step.is_start or not step.days or step.days < 0:
        return None
    return html.Small(language.say_many("{n} day later", "{n} days later", step.days))


def _role(step: Step, language: Language) -> Component | None:
    if step.role == "origin":
        return html.Span(language.say("the claimant’s own document"), className="tag")
    if step.role == "denial":
        return html.Span(language.say("quoted to deny it"), className="tag")
    return None


def _title(step: Step, language: Language) -> Component:
    """The document, as a link where it has a web address; other schemes never become links."""
    url, title = getattr(step.row, "url", None), getattr(step.row, "title", None)
    name = title if isinstance(title, str) and title else language.say("the document")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return html.Cite(name)
    link = html.A(name, href=url, rel="noopener noreferrer nofollow", lang=step.language or None)
    return html.Cite([link, _basis(step, language)])


def _basis(step: Step, language: Language) -> Component | None:
    """How its day is known, where the page did not print it."""
    say = language.say
    bases = {
        "metadata": say("date from the page’s metadata"),
        "url": say("date from the page’s address"),
        "inferred": say("date worked out from the text"),
    }
    known = bases.get(str(getattr(step.row, "published_on_basis", "")))
    return html.Small(f" ({known})") if known else None
