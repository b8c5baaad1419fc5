"""The search box at the top of every page: a plain form that leads to the page of what was found."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ..state import View
from . import fields

PATH = "/search"


def search_box(view: View, path: str) -> Component:
    """The box; on the page of what was found it holds the words that were looked for."""
    say, asked = view.language.say, view.chosen.text if path == PATH else ""
    kept = View(lang=view.lang).choosing(as_of=view.chosen.as_of)
    if path == PATH:
        kept = kept.choosing(crisis=view.chosen.crisis)
    return html.Form(
        [
            fields.text("q", say("Words to search for"), asked, of="search"),
            *fields.kept(kept),
            html.Button(say("Search"), type="submit", className="button"),
        ],
        method="get",
        action=PATH,
        role="search",
        className="search-box",
    )
