"""What became known between two days: new claims, revisions, new disagreements, and claimants gone silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter, Live
from tracker.claims import bulletin
from tracker.claims.changes import Changes, changes
from tracker.period import day

from ..components import cautions, change_list, crises, fields
from ..components.chosen import chosen
from ..components.empty import empty
from ..state import View

PATH = "/changes"
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """The days looked at, both included, and the last day on which anything became known, if anything did."""

    since: dt.date
    until: dt.date
    last: dt.date | None
    is_usual: bool


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("What changed")


def layout(catalogue: Catalogue, view: View) -> Component:
    """The sum in one sentence, the days to choose, and the lists."""
    span, say = _span(catalogue, view), view.language.say
    if span is None:
        return html.Div([_hero(catalogue, view, ""), _nothing_known(view)])
    if span.until < span.since:
        swapped = view.choosing(since=span.until, until=span.since).address(PATH)
        link = html.P(html.A(say("Swap the two days"), href=swapped))
        hero = _hero(catalogue, view, say("The last day is before the first."))
        return html.Div([hero, _form(view, span), link], className="changed")
    found = changes(catalogue, span.since, span.until, _among(view))
    return html.Div(
        [
            _hero(catalogue, view, bulletin.summary(found, view.language)),
            _form(view, span),
            crises.switch(catalogue, Filter(as_of=view.chosen.as_of), view, PATH),
            _steps(view, span),
            chosen(catalogue, view, PATH, of_periods=False),
            *(_sections(found, view) or [_nothing(catalogue, view, span)]),
            _months(catalogue, view),
        ],
        className="changed",
    )


def register(app: Dash, live: Live) -> None:
    """Links and a form only."""


def _among(view: View) -> Filter:
    """The claims looked at: here the days say when something became known, not which period it is about."""
    return replace(view.chosen, since=None, until=None)


def _span(catalogue: Catalogue, view: View) -> Span | None:
    """The days of the address, else the week up to the last day on which anything became known."""
    last, picked = _last_known(catalogue, _among(view)), view.chosen
    until = picked.until or last
    if until is None:
        return None
    if picked.as_of and picked.until and picked.until > picked.as_of:
        until = picked.as_of
    since = picked.since or until - WEEK + dt.timedelta(days=1)
    return Span(since, until, last, is_usual=not (picked.since or picked.until))


def _last_known(catalogue: Catalogue, among: Filter) -> dt.date | None:
    return day(catalogue.rows("extent", among).last_known_on[0])


def _hero(catalogue: Catalogue, view: View, told: str) -> Component:
    return html.Div(
        [
            html.P(view.language.say("What became known, day by day"), className="kicker"),
            html.H1(title(catalogue, view)),
            html.P(told, className="dek"),
        ],
        className="hero",
    )


def _form(view: View, span: Span) -> Component:
    say = view.language.say
    usual = say("These are the last seven days up to the last one on which anything became known.")
    return html.Div(
        [
            html.Form(
                [
                    fields.day("since", say("From"), span.since, of="changes"),
                    fields.day("until", say("To"), span.until, of="changes"),
                    *fields.kept(replace(view, chosen=_among(view))),
                    html.Button(say("Show"), type="submit", className="button primary"),
                ],
                method="get",
                action=PATH,
                className="typed",
            ),
            html.P(usual, className="reading") if span.is_usual else None,
        ]
    )


def _steps(view: View, span: Span) -> Component:
    """A week back, a week on, and the usual days."""
    say = view.language.say
    links = [
        _days(view, span.since - WEEK, span.since - dt.timedelta(days=1), say("Week before"), rel="prev"),
        _days(view, span.until + dt.timedelta(days=1), span.until + WEEK, say("Week after"), rel="next")
        if span.last and span.until < span.last
        else None,
        None if span.is_usual else html.A(say("Last week of the record"), href=_usual(view), className="button"),
    ]
    return html.Nav([link for link in links if link], className="actions", **{"aria-label": say("Other days")})


def _days(view: View, since: dt.date, until: dt.date, name: str, *, rel: str = "", kind: str = "button") -> Component:
    address = view.choosing(since=since, until=until).address(PATH)
    return html.A(name, href=address, **({"rel": rel} if rel else {}), **({"className": kind} if kind else {}))


def _usual(view: View) -> str:
    return view.choosing(since=None, until=None).address(PATH)


def _sections(found: Changes, view: View) -> list[Component]:
    say, language = view.language.say, view.language
    parts = [
        (say("New disagreements"), [change_list.disagreements(found.disagreements, view)], len(found.disagreements)),
        *(
            (bulletin.revisions(kind, len(rows), language), [change_list.revisions(rows, view)], len(rows))
            for kind in bulletin.KINDS
            if (rows := found.of_kind(kind))
        ),
        (say("Gone silent"), [change_list.silences(found.silences, view)], len(found.silences)),
        (say("New claims"), change_list.new_claims(found.new, view), len(found.new)),
    ]
    told = [*found.new, *(revision.row for revision in found.revisions)]
    sections = [html.Section([html.H2(heading), *lists]) for heading, lists, n in parts if n]
    return [*sections, *cautions.under(told, view)]


def _nothing(catalogue: Catalogue, view: View, span: Span) -> Component:
    """The way to the last days before on which there was something."""
    say, eve = view.language.say, span.since - dt.timedelta(days=1)
    before = _last_known(catalogue, replace(_among(view), as_of=eve))
    reason = say("Nothing became known on these days.")
    if before is None:
        return empty(reason, href=_usual(view), link=say("Last week of the record"))
    link = say("The last before them was {day}", day=view.language.date(before))
    address = view.choosing(since=before - WEEK + dt.timedelta(days=1), until=before).address(PATH)
    return empty(reason, href=address, link=link)


def _nothing_known(view: View) -> Component:
    say = view.language.say
    return empty(say("Nothing is known of these claims."), href=view.plain(PATH), link=say("Show all"))


def _months(catalogue: Catalogue, view: View) -> Component:
    """Every month in which something became known, with how many claims."""
    language = view.language
    rows, unknowns = catalogue.rows("known_by_month", _among(view)), catalogue.rows("unknowns", _among(view))
    months = zip(rows.month.tolist(), rows.n.tolist(), strict=True)
    items = [_month(month, n, view) for cell, n in months if (month := day(cell))]
    undated = unknowns.unknown.tolist().count("day")
    many = language.say_many
    note = many("{n} claim has no known day.", "{n} claims have no known day.", undated)
    return html.Section(
        [
            html.H2(language.say("When claims became known")),
            html.Ul(items, className="months"),
            html.P(html.A(note, href=f"{view.plain('/quality')}#unknown-day"), className="who") if undated else None,
        ]
    )


def _month(first: dt.date, n: int, view: View) -> Component:
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    name = f"{view.language.month(first)} {first.year}"
    return html.Li([_days(view, first, last, name, kind=""), " ", html.Span(view.language.number(n))])
