"""How to cite a claim: a sentence to quote, a line for a list of references, and two forms for reference managers."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.citing import Citing

from ..state import View
from .copying import button, copied


def citing(found: Citing, view: View) -> Component:
    """Each form as text that one click selects, with a button that copies it."""
    say = view.language.say
    return html.Section(
        [
            html.H2(say("How to cite it")),
            *copied("cite-quote", say("A sentence to quote"), found.sentence(), view),
            *copied("cite-reference", say("For a list of references"), found.plain(), view),
            _form("BibTeX", "cite-bibtex", found.bibtex(), view),
            _form("CSL-JSON", "cite-csl", found.csl_json(), view),
        ],
        id="cite",
    )


def _form(heading: str, name: str, text: str, view: View) -> Component:
    code = html.Pre(text, id=name, className="copy", dir="ltr", tabIndex=0, **{"aria-label": heading})
    return html.Details(
        [html.Summary(heading), code, html.P(button(view.language.say("Copy"), view, of=name, named=heading))]
    )
