"""What documents changed in a figure: the changes of one citation, and how often each kind occurs among many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker.claims import telling
from tracker.claims.distortion import Distortion
from tracker.claims.journey import Step
from tracker.languages import Language

from ..state import View
from .links import organisation, organisation_name


def changes(step: Step, language: Language) -> Component | None:
    """One sentence for each thing the document changed."""
    told = [html.Li(_change(found, language), className="change") for found in step.distortions]
    return html.Ul(told, className="changes") if told else None


def _change(found: Distortion, language: Language) -> str | list[Component | str]:
    """The sentence; what was noted by hand stands in English within it, and runs as English does."""
    told = telling.sentence(found, language)
    before, noted, after = told.partition(found.words) if found.words else (told, "", "")
    return [before, html.Bdi(noted, lang="en", dir="ltr"), after] if noted else told


def tally(steps: Iterable[Step], language: Language) -> Component | None:
    """Each kind of change with the number of citations that made it, the commonest first."""
    counted = Counter(kind for step in steps for kind in step.kinds)
    items = [
        html.Li([telling.name(kind, language), " ", html.Span(language.number(n))])
        for kind, n in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return html.Ul(items, className="tally") if items else None


def marks(step: Step, view: View) -> list[Component]:
    """What a document is to the claim, where it is not simply another one that names the claimant."""
    say, found = view.language.say, []
    if step.role == "origin":
        found.append(_tag(say("the claimant’s own document")))
    if step.role == "denial":
        found.append(_tag(say("quoted to deny it")))
    if step.attribution == "none":
        found.append(_tag(say("unattributed in this document")))
    if step.text_from is not None and getattr(step.text_from, "organisation_id", "") != step.publisher_id:
        found.append(_text_from(step, view))
    return found


def note(step: Step) -> Component | None:
    """What else a reader should know, in the words of those who entered it."""
    return html.P(step.note, className="note", lang="en", dir="ltr") if step.note else None


def locator(row: object) -> Component | None:
    """Where in the document the words stand."""
    where = getattr(row, "locator", None)
    return html.Small(where, lang="en", className="locator") if isinstance(where, str) and where else None


def _text_from(step: Step, view: View) -> Component:
    """The template is filled with the name, then split at it, so that the name can be a link in any language."""
    name = organisation_name(step.text_from, view.language)
    before, _, after = view.language.say("carries the text of {name}", name=name).partition(name)
    return html.Span([before, organisation(step.text_from, view), after], className="tag")


def _tag(text: str) -> Component:
    return html.Span(text, className="tag")
