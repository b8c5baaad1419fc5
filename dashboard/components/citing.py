"""How to cite a claim: a sentence to quote, a line for a list of references, and two forms for reference managers."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from tracker.citing import Citing

from ..state import View


def citing(found: Citing, view: View) -> Component:
    """Each form as text that one click selects."""
    say = view.language.say
    return html.Section(
        [
            html.H2(say("How to cite it")),
            html.H3(say("A sentence to quote")),
            html.P(found.sentence(), className="copy"),
            html.H3(say("For a list of references")),
            html.P(found.plain(), className="copy"),
            _form("BibTeX", found.bibtex()),
            _form("CSL-JSON", found.csl_json()),
        ],
        id="cite",
    )


def _form(name: str, text: str) -> Component:
    code = html.Pre(text, className="copy", dir="ltr", tabIndex=0, **{"aria-label": name})
    return html.Details([html.Summary(name), code])
