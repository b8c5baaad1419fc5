"""A list of links with the number of claims behind each; a long one folds its tail away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from tracker.facets import Choice

from ..state import View


def counted_links(
    choices: Sequence[Choice], view: View, address: Callable[[str], str], *, shown: int = 12
) -> list[Component]:
    """The choices in the order given; `address` makes the link of a key."""
    first, rest = choices[:shown], choices[shown:]
    parts: list[Component] = [_list(first, view, address)]
    if rest:
        more = html.Summary(view.language.say_many("{n} more", "{n} more", len(rest)))
        parts.append(html.Details([more, _list(rest, view, address)]))
    return parts


def _list(choices: Sequence[Choice], view: View, address: Callable[[str], str]) -> Component:
    return html.Ul([_item(choice, view, address) for choice in choices], className="index")


def _item(choice: Choice, view: View, address: Callable[[str], str]) -> Component:
    n = view.language.say_many("{n} claim", "{n} claims", choice.n)
    return html.Li([html.A(choice.name, href=address(choice.key)), html.Span(n)])
