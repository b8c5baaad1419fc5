"""The text of a report with its figures marked, each mark a link to what was made of it."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from tracker.languages import from_right
from tracker.review import Item, Review

from ..state import View
from .start import PATH


def marked(review: Review, chosen: str, view: View) -> Component:
    """The whole text, letter for letter, so that what a reader marks in it has its place in the file."""
    code = review.language
    text = html.Div(
        list(_pieces(review, chosen, view)),
        className="report-text",
        id="text",
        lang=code,
        dir="rtl" if from_right(code) else "ltr",
    )
    label = view.language.say("Text of the report")
    return html.Section(text, className="source-text", tabIndex=0, **{"aria-label": label})


def address(review: Review, item: Item | None, view: View) -> str:
    """The page of one figure."""
    kept = view.having(item=item.key) if item else view.having(item="")
    return kept.address(f"{PATH}/{review.id}")


def spoken(review: Review) -> dict[str, str]:
    """The language and direction of words of the text."""
    return {"lang": review.language, "dir": "rtl" if from_right(review.language) else "ltr"}


def _pieces(review: Review, chosen: str, view: View) -> Iterator[Component | str]:
    done = 0
    for item in review.items:
        start, end = item.span
        if start < done:
            continue  # it overlaps the one before; the list has it
        yield review.text[done:start]
        yield _mark(review, item, chosen, view)
        done = end
    yield review.text[done:]


def _mark(review: Review, item: Item, chosen: str, view: View) -> Component:
    is_chosen = {"aria-current": "true"} if item.key == chosen else {}
    link = html.A(
        review.text[slice(*item.span)],
        href=f"{address(review, item, view)}#figure",
        id=f"at-{item.key}",
        title=state_name(item, view),
        **is_chosen,
    )
    return html.Mark(link, className=item.state)


def state_name(item: Item, view: View) -> str:
    """What became of a figure."""
    say = view.language.say
    if item.is_waiting:
        return say("accepted before, open again") if item.stands else say("proposed")
    return {"accepted": say("accepted"), "rejected": say("rejected")}.get(item.state, say("open"))
