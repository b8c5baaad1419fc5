"""What is chosen, each choice with the link that takes it away."""

from __future__ import annotations

import datetime as dt

from dash import html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue
from tracker.choices import LISTS

from ..state import View
from .choice_names import headings, name_of


def chosen(catalogue: Catalogue, view: View, path: str, *, of_periods: bool = True) -> Component | None:
    """The choices in one row, and a link to none of them; None where nothing is chosen.

    `of_periods` is false on a page whose first and last day are no choice of claims: they stay as they are.
    """
    dated = _dated(view) if of_periods else _as_of(view)
    items = [*_listed(catalogue, view), *dated, *_worded(view)]
    if not items:
        return None
    language, bare = view.language, View(lang=view.lang, more=view.more)
    if not of_periods:
        bare = bare.choosing(since=view.chosen.since, until=view.chosen.until)
    shown = [html.Li(_link(name, left, view, path)) for name, left in items]
    everything = html.Li(html.A(language.say("Remove all"), href=_address(bare, path), className="all"))
    return html.Ul([*shown, everything], className="chosen", **{"aria-label": language.say("Chosen")})


def year_of(view: View) -> int | None:
    """The year, where the chosen days are exactly one."""
    since, until = view.chosen.since, view.chosen.until
    if since is None or until is None or since.year != until.year:
        return None
    is_whole = (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)
    return since.year if is_whole else None


def _listed(catalogue: Catalogue, view: View) -> list[tuple[str, View]]:
    names = headings(view.language)
    return [
        (f"{names[choice]}: {name_of(catalogue, choice, key, view.language)}", without(view, choice, key))
        for choice in LISTS
        for key in getattr(view.chosen, choice)
    ]


def without(view: View, choice: str, key: str) -> View:
    """The view with one value less of a choice."""
    return view.choosing(**{choice: tuple(other for other in getattr(view.chosen, choice) if other != key)})


def _dated(view: View) -> list[tuple[str, View]]:
    say, picked = view.language.say, view.chosen
    if year := year_of(view):
        return [(say("Year: {year}", year=year), view.choosing(since=None, until=None)), *_as_of(view)]
    found = []
    if picked.since:
        found.append((say("From {day}", day=_day(picked.since, view)), view.choosing(since=None)))
    if picked.until:
        found.append((say("To {day}", day=_day(picked.until, view)), view.choosing(until=None)))
    return [*found, *_as_of(view)]


def _as_of(view: View) -> list[tuple[str, View]]:
    day = view.chosen.as_of
    return [(view.language.say("As known on {day}", day=_day(day, view)), view.choosing(as_of=None))] if day else []


def _worded(view: View) -> list[tuple[str, View]]:
    text = view.chosen.text
    return [(view.language.say("Words: “{words}”", words=text), view.choosing(text=""))] if text else []


def _day(day: dt.date, view: View) -> str:
    return view.language.date(day)


def _link(name: str, left: View, view: View, path: str) -> Component:
    label = view.language.say("Remove {choice}", choice=name)
    sign = html.Span("×", **{"aria-hidden": "true"})
    return html.A([name, sign], href=_address(left, path), **{"aria-label": label})


def _address(view: View, path: str) -> str:
    """From the first page: what is chosen decides what is on which page."""
    return view.having(page="").address(path)
