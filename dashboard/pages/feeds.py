"""Feeds to follow: of all figures and of each crisis, with how to follow any other choice."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims.printed import text

from ..components import crises
from ..state import View

PATH = "/feeds"
FORMS = (("atom", "Atom"), ("json", "JSON Feed"))  # how addresses end, and the names that readers know


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Feeds")


def layout(catalogue: Catalogue, view: View) -> Component:
    """One line for each, then any other choice. A crisis that the address names comes alone."""
    say, picked = view.language.say, view.chosen.crisis
    rows = [row for row in crises.ordered(catalogue) if not picked or text(row, "crisis_id") in picked]
    items = [_item(view.language.label(row, "title"), (text(row, "crisis_id"),), view) for row in rows]
    if not picked and len(rows) != 1:
        items.insert(0, _item(say("All crises"), (), view))
    return html.Div(
        [
            html.Div(
                [
                    html.H1(title(catalogue, view)),
                    html.P(
                        say("New and revised figures as they are entered, each in a sentence with its source."),
                        className="dek",
                    ),
                ],
                className="hero",
            ),
            html.Ul(items, className="index feeds"),
            html.P(html.A(say("Feeds of every crisis"), href=view.plain(PATH)), className="onward") if picked else None,
            html.H2(say("Any other choice")),
            html.P(_choice(view), className="reading"),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def address(crisis: tuple[str, ...], view: View, form: str) -> str:
    """The feed of some crises, in the reader's language."""
    return View(Filter(crisis=crisis), view.lang).address(f"/api/v1/feed.{form}")


def _item(name: str, crisis: tuple[str, ...], view: View) -> Component:
    links = [html.A(form, href=address(crisis, view, end), **_named(name, form, view)) for end, form in FORMS]
    return html.Li([html.Strong(name), html.Span([part for link in links for part in (" · ", link)][1:])])


def _named(name: str, form: str, view: View) -> dict[str, str]:
    """Several links of one name lead to different places: a screen reader is told which."""
    return {"aria-label": view.language.say("{name}: {form}", name=name, form=form)}


def _choice(view: View) -> list[Component | str]:
    say = view.language.say
    told = say(
        "A feed takes every choice that the pages take: put what stands behind the question mark of a page’s address "
        "behind that of a feed. This one has what one claimant says of one thing that is counted:"
    )
    return [told, " ", html.Code("/api/v1/feed.atom?claimant=unicef&indicator=children_killed", dir="ltr")]
