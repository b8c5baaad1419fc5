"""What became known, as lists: new claims by indicator, revisions, disagreements, and claimants gone silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.claims import bulletin, verdicts
from tracker.claims.changes import Disagreement, Revision, Silence
from tracker.period import day

from ..state import View

FIRST = 8  # of each indicator, before the rest is folded
MOST = 100  # of each list


def new_claims(claims: Iterable[object], view: View) -> list[Component]:
    """The claims of each indicator under its name, the indicator with most of them first."""
    groups: dict[str, list[object]] = {}
    for claim in claims:
        groups.setdefault(str(getattr(claim, "indicator_id", "")), []).append(claim)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [_indicator(name, rows, view) for name, rows in ordered]


def revisions(found: Sequence[Revision], view: View) -> Component:
    """Claims that replace others, each with what it replaces."""
    return _list([_linked(each.row, bulletin.revision(each, view.language), view) for each in found], view)


def disagreements(found: Sequence[Disagreement], view: View) -> Component:
    """Pairs of claims that cannot both be true, and the rule that says so."""
    return _list([_pair(each, view) for each in found], view)


def silences(found: Sequence[Silence], view: View) -> Component:
    """Claimants that stopped giving a figure, each leading to its last one."""
    return _list([_linked(each.last, bulletin.silence(each, view.language), view) for each in found], view)


def _indicator(name: str, rows: list[object], view: View) -> Component:
    label = view.language.label(rows[0], "indicator_label")
    count = view.language.say_many("{n} new claim", "{n} new claims", len(rows))
    heading = html.H3([html.A(label, href=view.plain(f"/indicator/{name}")), " ", html.Small(count)])
    return html.Section([heading, _list([_claim(row, view) for row in rows], view, first=FIRST)], className="group")


def _claim(row: object, view: View) -> list[Component | str]:
    known = day(getattr(row, "known_on", None))
    when = html.Time(view.language.date(known), dateTime=known.isoformat()) if known else ""
    return [when, " ", *_linked(row, words.sentence(row, view.language), view)]


def _pair(found: Disagreement, view: View) -> list[Component | str]:
    first = _linked(found.claim.row, words.sentence(found.claim.row, view.language), view)
    other = found.rival.claim.row
    second = _linked(other, words.sentence(other, view.language), view)
    return [*first, " ", *second, " ", html.Em(verdicts.reason(found.rival.verdict.reason, view.language))]


def _linked(row: object, sentence: str, view: View) -> list[Component | str]:
    return [html.A(sentence, href=view.plain(f"/observation/{getattr(row, 'observation_id', '')}"))]


def _list(items: list[list[Component | str]], view: View, *, first: int = MOST) -> Component:
    """The items; after the first ones the rest are folded, and after a hundred only counted."""
    shown = iter(items[:MOST])
    opened = html.Ul([html.Li(item) for item in islice(shown, first)])
    folded = [html.Li(item) for item in shown]
    many, left_out = view.language.say_many, len(items) - MOST
    more = html.Summary(many("{n} more", "{n} more", len(folded)))
    rest = many("And {n} more: choose fewer days.", "And {n} more: choose fewer days.", left_out)
    return html.Div(
        [
            opened,
            html.Details([more, html.Ul(folded)]) if folded else None,
            html.P(rest, className="who") if left_out > 0 else None,
        ],
        className="sentences",
    )
