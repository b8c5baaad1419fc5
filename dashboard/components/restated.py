"""Figures of one period that were said again: a panel for each period, and all of them as a table by the day."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from tracker import charts, words
from tracker.charts.triangle import figure, name
from tracker.languages import Language
from tracker.series import Series
from tracker.triangle import Line, Triangle, Vintage

from ..state import View
from .chart import chart
from .empty import empty
from .legend import claimants


def restated(series: Series, view: View, *, name: str) -> list[Component]:
    """The parts in reading order."""
    language = view.language
    made = charts.triangle(series, language=language, theme=view.theme, compact=view.is_narrow)
    if made is None:
        return [empty(language.say("None of these figures was restated."))]
    said = charts.telling(series, made, language)
    figures = [
        html.Figure([html.Figcaption(panel.name), chart(panel.figure, name=name, part=number, alt=panel.alt)])
        for number, panel in enumerate(made.panels)
    ]
    return [
        html.P(said.subtitle, className="reading"),
        claimants(made.whole, language.say("Claimants")),
        html.Div(figures, className="panels"),
        *[html.P(note, className="source") for note in said.notes],
        html.P(said.source, className="source"),
        _table(made.lines, view),
    ]


def _table(lines: Sequence[Line], view: View) -> Component:
    """A row for each period, a column for each day on which anything was said. Nothing said is nothing there."""
    language, days = view.language, Triangle(tuple(lines)).days
    caption = language.say("Each period’s figure by the day on which it was said")
    heads = [language.say("Period or date"), language.say("Claimant"), *map(language.date, days)]
    rows = [
        html.Tr(
            [
                html.Th(name(line, language), scope="row"),
                html.Td(words.claimant(line.vintages[0].row, language)),
                *[html.Td(_cell([one for one in line.vintages if one.said == day], view)) for day in days],
            ]
        )
        for line in lines
    ]
    table = html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(rows),
        ],
        className="claims vintages",
    )
    return html.Div(table, className="scroll", tabIndex=0, role="region", **{"aria-label": caption})


def _cell(said: Sequence[Vintage], view: View) -> list[Component]:
    return [part for vintage in said for part in _vintage(vintage, view)]


def _vintage(vintage: Vintage, view: View) -> list[Component]:
    """The figure, leading to its claim; a lower one says so, for a number alone would not."""
    link = html.A(figure(vintage, view.language), href=view.plain(f"/observation/{vintage.observation_id}"))
    remark = _remarks(view.language).get(vintage.change)
    return [link, html.Small(remark)] if remark else [link]


def _remarks(language: Language) -> dict[str, str]:
    return {
        "lower": language.say("lower than before"),
        "same": language.say("unchanged"),
        "hedged": language.say("same number, other words"),
    }
