"""How to read this: what a claim is, what the marks mean, and what is never done to a figure."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Live
from tracker.languages import Language
from tracker.series import HOLD_DAYS

from ..state import View

PATH = "/about"


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("How to read these figures")


def layout(catalogue: Catalogue, view: View) -> Component:
    """Short sections in plain words."""
    say = view.language.say
    return html.Div(
        [
            html.Div(
                [
                    html.P(say("Method"), className="kicker"),
                    html.H1(title(catalogue, view)),
                    html.P(
                        say(
                            "A figure is a claim: somebody said it, about a place and a period, on a day, with a "
                            "hedge. This tracker keeps all of that together."
                        ),
                        className="dek",
                    ),
                ],
                className="hero",
            ),
            html.Div([_section(heading, lines) for heading, lines in _sections(view.language)], className="prose"),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Only text."""


def _section(heading: str, lines: list[str]) -> Component:
    return html.Section([html.H2(heading), *[html.P(line) for line in lines]])


def _sections(language: Language) -> list[tuple[str, list[str]]]:
    say = language.say
    return [
        (
            say("Sources and citations"),
            [
                say(
                    "The source of a figure is its claimant: the organisation that made it. Documents that repeat it"
                    " are citations. Ten documents that repeat one claim are ten citations of one source: echoes "
                    "confirm nothing."
                ),
                say(
                    "Where a document names no source, its figure stands under a claim by our judgement. Such "
                    "citations are marked and counted apart."
                ),
                say(
                    "Some round figures are repeated by many and can be traced to nobody. They are kept as "
                    "circulating figures, and their citations are never taken for echoes of one another."
                ),
            ],
        ),
        (
            say("Hedges stay"),
            [
                say(
                    "“At least 96” stays “at least 96” on every card, chart, image and table. A range is shown by "
                    "both of its ends and never by its middle. Words such as “dozens” are quoted and never turned "
                    "into a number."
                ),
            ],
        ),
        (
            say("How charts show a claim"),
            [
                say("Events in a period are a bar over that period, with a hollow mark at its middle."),
                say(
                    "A level on a day is a mark. A dashed line holds it until the claimant’s next figure, for {n} "
                    "days at most, and then stops: nobody said what came after.",
                    n=HOLD_DAYS,
                ),
                say(
                    "A running total is a mark at its last day. A line joins totals only while start, place and way "
                    "of counting stay the same. Where one of these changes the line breaks, and a fall is shown as a"
                    " fall."
                ),
                say(
                    "An arrow up means at least or more than; an arrow down means at most or fewer than; ≈ means "
                    "about or nearly; a whisker is a range. An arrow to a side means that one end of the period was "
                    "not stated."
                ),
                say("Figures without a stated period have no place in time. They are listed below the chart instead."),
            ],
        ),
        (
            say("What is never done"),
            [
                say(
                    "Nothing is interpolated, averaged or carried forward. Levels are never added over time. Periods"
                    " that share days are never added. Claimants are never merged: where they disagree, each is "
                    "drawn."
                ),
            ],
        ),
        (
            say("As known on a day"),
            [
                say(
                    "With “As known on” you see what was public on that day and nothing later: later claims, "
                    "revisions and citations are hidden. A claim whose day of publication nobody knows is hidden "
                    "too."
                ),
            ],
        ),
        (
            say("Licence"),
            [
                say(
                    "The compiled data are free to use under CC BY 4.0; the code is under the MIT licence. Figures "
                    "remain the claims of those who made them: cite them with their claimant, hedge and period."
                ),
            ],
        ),
    ]
