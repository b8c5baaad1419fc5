"""The Dash app around one catalogue: its pages, its callbacks, and the HTML as first sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType

import dash
import flask
from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Live
from tracker.errors import TrackerError, UnknownError

from . import first_paint, shell
from .components.empty import empty
from .document import Document
from .pages import PAGES, match
from .state import View, view

LIVE = "TRACKER_LIVE"
OWN = ("/_dash", "/assets/", "/_favicon", "/_reload")


class TrackerDash(Dash):
    """Dash that sends each page as finished HTML. The browser puts the live page in its place when it has loaded."""

    def interpolate_index(self, **parts: str) -> str:
        """The document of the page that is asked for."""
        answer = answered(flask.request.path, dict(flask.request.args.lists()))
        flask.g.status = answer.status
        return Document(answer.title, answer.view, flask.request.path, answer.html, parts).text()


def create_app(live: Live) -> Dash:
    """The app for a catalogue. Callbacks are registered on it alone, so that several can live in one process."""
    app = TrackerDash(
        __name__,
        use_pages=True,
        pages_folder="",
        assets_folder="assets",
        assets_ignore="early.js",
        title=shell.NAME,
        update_title="",
        suppress_callback_exceptions=True,
        serve_locally=True,
    )
    app.server.config[LIVE] = live
    for order, page in enumerate(PAGES):
        dash.register_page(page.__name__, path_template=page.PATH, name=page.__name__, order=order, layout=_bound(page))
        page.register(app, live)
    shell.register(app)
    app.layout = html.Div(dash.page_container)
    app.server.after_request(_with_status)
    return app


class Answer:
    """What a path and a query are answered with: the page, or a page that says why there is none."""

    def __init__(self, path: str, asked: View, title: str, content: Component, status: int) -> None:
        self.view, self.title, self.status = asked, title, status
        self.page = shell.page(content, asked, path)

    @property
    def html(self) -> str:
        """The page as HTML."""
        kept = {"lang": self.view.lang} if self.view.lang != "en" else {}
        return first_paint.html_of(self.page, kept)


def answered(path: str, query: dict[str, list[str]], theme: str = "screen") -> Answer:
    """The answer to a request, for charts of a theme."""
    catalogue = _live().catalogue()
    try:
        asked = view(query).themed(theme)
    except TrackerError as error:
        return _refused(path, view({"lang": query.get("lang", "")}), str(error), 422)
    found = match(path)
    if found is None:
        return _refused(path, asked, asked.language.say("There is no such page."), 404)
    page, names = found
    try:
        return Answer(path, asked, page.title(catalogue, asked, **names), page.layout(catalogue, asked, **names), 200)
    except UnknownError as error:
        return _refused(path, asked, str(error), 404)


def _refused(path: str, asked: View, reason: str, status: int) -> Answer:
    say = asked.language.say
    title = say("Not found") if status == 404 else say("Not understood")
    body = html.Div(
        [html.H1(title), empty(reason, href=asked.plain("/"), link=say("To the overview"))], className="hero"
    )
    return Answer(path, asked, title, body, status)


def _bound(page: ModuleType) -> Callable[..., Component]:
    """The page's layout for a request. Dash's registry of pages is global, so the catalogue is the asked app's."""
    return partial(_laid_out, page.PATH)


def _laid_out(template: str, **given: str | list[str]) -> Component:
    names = {name: given.pop(name) for name in list(given) if f"<{name}>" in template}
    path = template
    for name, value in names.items():
        path = path.replace(f"<{name}>", str(value))
    query = {key: value if isinstance(value, list) else [value] for key, value in given.items()}
    return answered(path, query, theme="light").page


def _live() -> Live:
    live = flask.current_app.config[LIVE]
    assert isinstance(live, Live)
    return live


def _with_status(response: flask.Response) -> flask.Response:
    """Dash answers 200 to every path."""
    if not flask.request.path.startswith(OWN):
        response.status_code = flask.g.pop("status", response.status_code)
    return response
