"""The bench of a review: the text on one side, the figure in hand on the other, and all figures in a list."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from tracker.accounts import Action
from tracker.catalogue import Catalogue
from tracker.review import ACCEPTED, OPEN, REJECTED, Item, Review

from ..state import View
from . import controls
from .figure import Shown, panel
from .marked import address, marked, state_name
from .start import PATH


def bench_page(
    review: Review,
    shown: Shown | None,
    catalogue: Catalogue,
    view: View,
    secret: str,
    problem: str = "",
    *,
    may_propose: bool = True,
) -> Component:
    """The whole page; without a figure where the text holds none yet."""
    chosen = shown.item.key if shown else ""
    side = [
        *controls.problem(problem),
        panel(shown, review, catalogue, view, secret) if shown else _nothing(view),
        _list(review, chosen, catalogue, view),
        *([_by_hand(review, view, secret), _keys(shown, view)] if may_propose else []),
    ]
    return html.Div(
        [
            _head(review, view, may_propose=may_propose),
            html.Div([marked(review, chosen, view), html.Div(side, className="side")], className="bench"),
        ],
        className="review",
    )


def _head(review: Review, view: View, *, may_propose: bool) -> Component:
    say, about = view.language.say, review.about
    day = view.language.date(review.published_on) if review.published_on else ""
    told = say(
        "{open} open, {accepted} accepted, {rejected} rejected",
        open=review.count(OPEN),
        accepted=review.count(ACCEPTED),
        rejected=review.count(REJECTED),
    )
    change = html.A(
        say("Change the document or its day"), href=view.having(item="").address(f"{PATH}/{review.id}/about")
    )
    return html.Div(
        [
            html.P(html.A(say("Read a report"), href=view.having(item="").plain(PATH)), className="kicker"),
            html.H1(about.get("title") or say("Untitled document"), dir="auto"),
            html.P([f"{day} · {told}", *([" · ", change] if may_propose else [])], className="dek"),
        ]
    )


def _nothing(view: View) -> Component:
    return html.P(view.language.say("No figures were found. Mark the words of one in the text to add it by hand."))


def _list(review: Review, chosen: str, catalogue: Catalogue, view: View) -> Component | None:
    if not review.items:
        return None
    items = [_entry(item, review, chosen, catalogue, view) for item in review.items]
    return html.Nav(
        [html.H2(view.language.say("All figures")), html.Ol(items)],
        className="all-figures",
        **{"aria-label": view.language.say("All figures")},
    )


def _entry(item: Item, review: Review, chosen: str, catalogue: Catalogue, view: View) -> Component:
    language = view.language
    what = language.label(catalogue.get("indicators", item.fields.get("indicator", "")), "label")
    what = what or language.say("to be chosen: what is counted")
    is_chosen = {"aria-current": "true"} if item.key == chosen else {}
    return html.Li(
        [
            html.A(
                [
                    html.Bdi(review.text[slice(*item.span)]),
                    " · ",
                    what or language.say("to be chosen: what is counted"),
                ],
                href=f"{address(review, item, view)}#figure",
                **is_chosen,
            ),
            " ",
            html.Span(state_name(item, view), className=f"state {item.state}"),
        ]
    )


def _by_hand(review: Review, view: View, secret: str) -> Component:
    say = view.language.say
    hint = say("Mark words in the text, or write them here as they stand there.")
    return controls.form(
        [
            dcc.Input(type="hidden", id="f-start", name="start", value=""),
            dcc.Input(type="hidden", id="f-end", name="end", value=""),
            controls.words("words", say("Add a figure by hand"), "", rows=2, hint=hint, dir="auto"),
            controls.button(say("Add these words"), key="h"),
        ],
        view.having(item="").address(f"{PATH}/{review.id}/add"),
        secret,
        id="by-hand",
        className="by-hand",
    )


def _keys(shown: Shown | None, view: View) -> Component:
    say = view.language.say
    known = [
        ("a", say("accept") if shown is None or Action.ACCEPT in shown.rights else say("propose")),
        ("e", say("edit the fields")),
        ("s", say("save and check")),
        ("r", say("reject")),
        ("n", say("next open figure")),
        ("h", say("add the marked words")),
        ("Esc", say("leave a field")),
    ]
    return html.Ul([html.Li([html.Kbd(key), f" {name}"]) for key, name in known], className="keys only-live")
