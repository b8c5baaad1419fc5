"""What stands around every page: the way in, the name, navigation, language, theme, and the small print."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from tracker.languages import Language, available, language

from .components.search_box import search_box
from .ids import Page
from .state import View

NAME = "Humanitarian Figures Tracker"
THEME = {"fontFamily": "var(--sans)", "primaryColor": "dark", "defaultRadius": "sm"}


def name(reader: Language) -> str:
    """The tracker's name in the reader's language; NAME is its English one."""
    return reader.say("Humanitarian Figures Tracker")


def page(content: Component, view: View, path: str) -> Component:
    """A page's content within the shell, in the reader's language and direction."""
    reader = view.language
    inside = html.Div(
        [
            dcc.Store(id=Page.THEME, data=view.theme),
            dcc.Store(id=Page.NARROW, data=view.is_narrow),
            dcc.Store(id=Page.ADDRESS, data=None),
            html.A(reader.say("Skip to the figures"), href=f"#{Page.CONTENT}", className="skip"),
            _top(view, path),
            html.Main(content, id=Page.CONTENT, className="wrap", tabIndex=-1),
            _foot(view),
        ],
        lang=reader.code,
        dir=reader.direction,
        className="page",
    )
    scheme = "dark" if view.theme == "dark" else "light"
    mantine = dmc.MantineProvider(inside, id=Page.MANTINE, forceColorScheme=scheme, theme=THEME)
    return dmc.DirectionProvider(mantine, direction=reader.direction)


def register(app: Dash) -> None:
    """Theme: changed by the button, kept by the browser, followed by controls and charts."""
    app.clientside_callback(
        ClientsideFunction("tracker", "theme"),
        Output(Page.THEME, "data"),
        Output(Page.MANTINE, "forceColorScheme"),
        Output(Page.THEME_BUTTON, "aria-pressed"),
        Input(Page.THEME_BUTTON, "n_clicks"),
        State(Page.THEME, "data"),
    )


def links(view: View) -> list[tuple[str, str]]:
    """The pages that every page leads to, by name."""
    say = view.language.say
    return [
        ("/", say("Overview")),
        ("/indicator", say("Indicators")),
        ("/browse", say("Browse")),
        ("/changes", say("Changes")),
        ("/about", say("Method")),
    ]


def _top(view: View, path: str) -> Component:
    return html.Header(
        html.Div(
            [
                html.A(name(view.language), href=view.plain("/"), className="brand"),
                html.Nav(
                    [_link(view, path, target, name) for target, name in links(view)],
                    **{"aria-label": view.language.say("Main")},
                ),
                search_box(view, path),
                html.Div([*_languages(view, path), _theme_button(view)], className="tools"),
            ],
            className="wrap",
        ),
        className="top",
    )


def _link(view: View, path: str, target: str, name: str) -> Component:
    below = "/crisis/" if target == "/" else f"{target}/"
    is_here = path == target or path.startswith(below)
    return html.A(name, href=view.plain(target), **({"aria-current": "page"} if is_here else {}))


def _languages(view: View, path: str) -> list[Component]:
    """The same view in every other language."""
    return [
        html.A(
            language(code).name,
            href=View(view.chosen, code, view.more).address(path),
            lang=code,
            hrefLang=code,
            className="button",
        )
        for code in available()
        if code != view.lang
    ]


def _theme_button(view: View) -> Component:
    text = view.language.say("Dark")
    is_dark = "true" if view.theme == "dark" else "false"
    return html.Button(
        text, id=Page.THEME_BUTTON, type="button", className="button only-live", **{"aria-pressed": is_dark}
    )


def _foot(view: View) -> Component:
    say = view.language.say
    return html.Footer(
        [
            html.P(say("Figures are the claims of those named with them. Compiled data: CC BY 4.0.")),
            html.P([part for path, name in _small_links(view) for part in (html.A(name, href=view.plain(path)), " ")]),
        ],
        className="foot wrap",
    )


def _small_links(view: View) -> list[tuple[str, str]]:
    say = view.language.say
    return [
        ("/about", say("How to read these figures")),
        ("/quality", say("Quality of the record")),
        ("/data", say("Data")),
        ("/feeds", say("Feeds")),
        ("/organisation", say("Organisations")),
        ("/place", say("Places")),
        ("/review", say("Read a report")),
    ]
