"""Where reading begins: paste a text or give a file, or go on with a document that was begun."""

from __future__ import annotations

from collections.abc import Iterable

from dash import dcc, html
from dash.development.base_component import Component

from tracker.review import ACCEPTED, OPEN, REJECTED, Review

from ..state import View
from . import controls

PATH = "/review"


def start_page(
    reviews: Iterable[Review],
    view: View,
    secret: str,
    problem: str = "",
    typed: str = "",
    *,
    may_propose: bool = True,
) -> Component:
    """The page for somebody who may write; for a reader, what others have begun."""
    say = view.language.say
    return html.Div(
        [
            html.P(say("Read a report"), className="kicker"),
            html.H1(
                say("Paste an article, or give its file")
                if may_propose
                else say("Figures from a text, accepted by a person")
            ),
            html.P(_lead(view, may_propose=may_propose), className="dek"),
            *controls.problem(problem),
            html.Div([_paste(view, secret, typed), _file(view, secret)], className="ways-in") if may_propose else None,
            _begun(list(reviews), view),
        ],
        className="review",
    )


def _lead(view: View, *, may_propose: bool) -> str:
    say = view.language.say
    if not may_propose:
        return say("You may look, and change nothing: your account is that of a reader.")
    return say(
        "The tracker finds its figures, each with the words it came from. You accept, edit or reject each; "
        "nothing enters the tables by itself."
    )


def closed_page(view: View, *, is_open: bool) -> Component:
    """The page for everybody else: what there is to do, and how to be let in."""
    say = view.language.say
    how = (
        say("This dashboard can be written to. Open the address that was printed where it was started.")
        if is_open
        else say("This dashboard only shows. Start it again with the option below to read reports in the browser.")
    )
    return html.Div(
        [
            html.P(say("Read a report"), className="kicker"),
            html.H1(say("Figures from a text, accepted by a person")),
            html.P(how, className="dek"),
            html.Pre(html.Code("tracker serve --edit")),
            html.P(say("Or read and decide in the terminal:")),
            html.Pre(html.Code("tracker read article.html --review")),
        ],
        className="review",
    )


def _paste(view: View, secret: str, typed: str) -> Component:
    say = view.language.say
    fields = [
        html.H2(say("Paste")),
        controls.words("text", say("Text of the report, in any of the languages that are read"), typed, rows=12),
        controls.button(say("Read the text"), is_primary=True),
    ]
    return controls.form(fields, view.plain(f"{PATH}/begin"), secret)


def _file(view: View, secret: str) -> Component:
    say = view.language.say
    hint = say(
        "HTML, PDF or plain text, up to 20 MB. Addresses are not fetched: open the page in your browser, save it, and "
        "give the file. That way the tracker reads the same page as you."
    )
    box = dcc.Input(id="f-file", name="file", type="file")
    fields = [
        html.H2(say("Or a file")),
        html.Div([html.Label(say("Saved page, PDF or text"), htmlFor="f-file"), box], className="filter file"),
        html.P(hint, className="hint"),
        controls.button(say("Read the file")),
    ]
    return controls.form(fields, view.plain(f"{PATH}/begin"), secret, has_file=True)


def _begun(reviews: list[Review], view: View) -> Component | None:
    if not reviews:
        return None
    items = [html.Li(_line(review, view)) for review in reviews]
    return html.Section([html.H2(view.language.say("Begun before")), html.Ul(items, className="index begun")])


def _line(review: Review, view: View) -> list[Component]:
    say, count = view.language.say, review.count
    title = review.about.get("title") or say("Untitled document")
    left = (
        view.language.say_many("{n} figure open", "{n} figures open", count(OPEN))
        if review.is_confirmed
        else say("document to be confirmed")
    )
    done = say("{accepted} accepted, {rejected} rejected", accepted=count(ACCEPTED), rejected=count(REJECTED))
    waiting = sum(item.is_waiting for item in review.items)
    waits = view.language.say_many("{n} waits for a reviewer", "{n} wait for a reviewer", waiting) if waiting else ""
    told = [part for part in (left, waits, done, say("begun by {name}", name=review.created_by)) if part]
    return [html.A(title, href=view.plain(f"{PATH}/{review.id}"), dir="auto"), html.Span(" · ".join(told))]
