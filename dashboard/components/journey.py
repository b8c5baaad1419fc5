"""How a claim travelled: every document that carried it, in time, with its words and what it changed."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker.claims.journey import Journey, Step
from tracker.languages import Language

from ..state import View
from . import kinds, links
from .changed import changes, locator, marks, note, tally
from .quotation import quotation

SHOWN = 60  # citations of one list, before the rest is folded away


def journey(travelled: Journey, view: View) -> list[Component]:
    """The steps as ordered lists: where it set out and the dated ones in time, then those that show no date."""
    dated = [step for step in travelled.steps if step.is_start or step.published_on is not None]
    undated = [step for step in travelled.steps if step not in dated]
    parts = _steps(dated, view)
    if undated:
        say = view.language.say
        parts += [
            html.H3(say("No date shown")),
            html.P(say("These pages show no date, so nobody can say when they carried it."), className="reading"),
            *_steps(undated, view),
        ]
    return parts


def summary(travelled: Journey, language: Language) -> list[Component]:
    """What the journey comes to, in a few plain sentences and a count of each change."""
    say_many = language.say_many
    first = language.say(
        "{documents} from {publishers}, in {languages}.",
        documents=say_many("{n} citation", "{n} citations", len(travelled.steps)),
        publishers=say_many("{n} publisher", "{n} publishers", travelled.publishers),
        languages=say_many("{n} language", "{n} languages", len(travelled.languages)),
    )
    told = [first, _comparison(travelled, language), _changed(travelled, language)]
    return [
        html.P(" ".join(filter(None, told)), className="reading"),
        *filter(None, [tally(travelled.steps, language)]),
    ]


def _comparison(travelled: Journey, language: Language) -> str:
    """What the documents are compared with."""
    if len(travelled.steps) < 2:
        return ""
    if travelled.is_circulating:
        return language.say("They are not compared: nobody knows which was first.")
    start = next((step for step in travelled.steps if step.is_start), None)
    if start is None:
        return language.say("Each document is compared with the claim as recorded.")
    if start.role == "origin":
        return language.say("Each document is compared with the claimant’s own, which stands first.")
    return language.say("No document of the claimant is on record: each is compared with the one that stands first.")


def _changed(travelled: Journey, language: Language) -> str:
    if len(travelled.steps) < 2:
        return ""
    if not travelled.distorted:
        return "" if travelled.is_circulating else language.say("No change was found.")
    return language.say_many("{n} changed something:", "{n} changed something:", travelled.distorted)


def _steps(steps: Sequence[Step], view: View) -> list[Component]:
    shown, rest = steps[:SHOWN], steps[SHOWN:]
    parts: list[Component] = [_list(shown, view)]
    if rest:
        summary = view.language.say_many("{n} more citation", "{n} more citations", len(rest))
        parts.append(html.Details([html.Summary(summary), _list(rest, view)]))
    return parts


def _list(steps: Sequence[Step], view: View) -> Component:
    return html.Ol([_step(step, view) for step in steps], className="journey")


def _step(step: Step, view: View) -> Component:
    language = view.language
    return html.Li(
        [
            html.Div([_day(step, language), _distance(step, language)], className="when"),
            html.Div(
                [
                    html.Div([html.Strong(links.publisher(step.row, view)), *marks(step, view)], className="by"),
                    _document(step, view),
                    html.Div(
                        [quotation(getattr(step.row, "wording", None), step.language), locator(step.row)],
                        className="words",
                    ),
                    changes(step, language),
                    note(step),
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


def _document(step: Step, view: View) -> Component:
    """The title leads to the page about the document; beside it stands the link out to the document itself."""
    basis = kinds.dating(str(getattr(step.row, "published_on_basis", "")), view.language)
    return html.Div(
        [
            html.Cite(links.document(step.row, view)),
            links.outside(getattr(step.row, "url", None), view.language),
            html.Small(f"({basis})") if basis else None,
        ],
        className="document",
    )
