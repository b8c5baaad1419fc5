"""The Dash app around one catalogue: its pages, its callbacks, and the HTML as first sent."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache
from urllib.parse import parse_qs, parse_qsl, unquote

import dash
import flask
from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Filter, Live
from tracker.errors import TrackerError, UnknownError
from tracker.exports import linked

from . import first_paint, shell
from .components.empty import empty
from .components.preview import preview
from .document import Document
from .ids import Page
from .pages import PAGES, data, match
from .serving.freshness import today
from .state import View, encoded, view

LIVE, ANSWERS = "TRACKER_LIVE", "TRACKER_ANSWERS"
KEPT = 64  # answers kept until the data or the day changes: a page is asked for as HTML, then live, then again
THEME, WIDTH = "theme", "width"  # the cookies in which the browser says what it is showing
OWN = ("/_dash", "/assets/", "/_favicon", "/_reload")


class TrackerDash(Dash):
    """Dash that sends each page as finished HTML. The browser puts the live page in its place when it has loaded."""

    def interpolate_index(self, **parts: str) -> str:
        """The document of the page that is asked for."""
        answer = answered(flask.request.path, dict(flask.request.args.lists()))
        flask.g.status = answer.status
        path = flask.request.path
        catalogue, found = _live().catalogue(), match(path)
        shown = preview(catalogue, answer.view, found[1]) if found and answer.status == 200 else None
        page = Document(answer.name, answer.view, path, answer.html, parts, flask.request.url_root, shown)
        return page.text(linked.script(catalogue, page.root) if found and found[0] is data else "")


def create_app(live: Live) -> Dash:
    """The app for a catalogue. Callbacks are registered on it alone, so that several can live in one process."""
    app = TrackerDash(
        __name__,
        use_pages=True,
        pages_folder="",
        assets_folder="assets",
        assets_ignore=r"early\.js|review(-figure)?\.(js|css)",
        title=shell.NAME,
        update_title="",
        suppress_callback_exceptions=True,
        serve_locally=True,
    )
    app.server.config[LIVE] = live
    app.server.config[ANSWERS] = lru_cache(KEPT)(_laid_out)
    for order, page in enumerate(PAGES):
        dash.register_page(page.__name__, path_template=page.PATH, order=order, title=_name, layout=_page)
        page.register(app, live)
    dash.register_page("not_found_404", title=_name, layout=_page)  # the name by which Dash finds it
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
    def name(self) -> str:
        """What the browser calls the page."""
        return f"{self.title} · {shell.name(self.view.language)}"

    @cached_property
    def html(self) -> str:
        """The page as HTML."""
        asked = self.view
        kept = View(Filter(crisis=asked.chosen.crisis), asked.lang, asked.more)  # what the controls do not ask for
        return first_paint.html_of(self.page, dict(parse_qsl(encoded(kept))))


def answered(path: str, query: dict[str, list[str]], theme: str = "screen", *, is_narrow: bool = False) -> Answer:
    """The answer to a request, for charts of a theme, laid out for a phone where that is what asks."""
    wanted = tuple(sorted((key, tuple(values)) for key, values in query.items()))
    beside = (_live().catalogue().version, today(), flask.request.url_root)
    found: Answer = flask.current_app.config[ANSWERS](path, wanted, theme, is_narrow, beside)
    return found


def _laid_out(
    path: str,
    wanted: tuple[tuple[str, tuple[str, ...]], ...],
    theme: str,
    is_narrow: bool,
    beside: tuple[str, dt.date, str],
) -> Answer:
    """The answer for one version of the data, on one day, under one address: what tells a kept answer from another."""
    catalogue, query = _live().catalogue(), {key: list(values) for key, values in wanted}
    try:
        asked = view(query).themed(theme).narrowed(is_narrow)
    except TrackerError as error:
        plain = view({"lang": query.get("lang", "")})
        return _refused(path, plain, plain.language.told(error), 422)
    found = match(path)
    if found is None:
        return _refused(path, asked, asked.language.say("There is no such page."), 404)
    page, names = found
    try:
        return Answer(path, asked, page.title(catalogue, asked, **names), page.layout(catalogue, asked, **names), 200)
    except UnknownError as error:
        return _refused(path, asked, asked.language.told(error), 404)


def _refused(path: str, asked: View, reason: str, status: int) -> Answer:
    say = asked.language.say
    title = say("Not found") if status == 404 else say("Not understood")
    body = html.Div(
        [html.H1(title), empty(reason, href=asked.plain("/"), link=say("To the overview"))], className="hero"
    )
    return Answer(path, asked, title, body, status)


def _page(**given: object) -> Component:
    """The live page. Its address is read from what Dash's own callback was told: given are only the parts of it."""
    asked = dash.ctx.inputs
    path, query = unquote(asked[f"{Page.LOCATION}.pathname"]), asked[f"{Page.LOCATION}.search"]
    theme = "dark" if flask.request.cookies.get(THEME) == "dark" else "light"
    is_narrow = flask.request.cookies.get(WIDTH) == "narrow"
    answer = answered(path, parse_qs(query.removeprefix("?")), theme, is_narrow=is_narrow)
    flask.g.name = answer.name
    return answer.page


def _name(**given: object) -> str:
    """The name of the page that was laid out just before. Dash also asks for the document, which has its own."""
    return str(flask.g.get("name", shell.NAME))


def _live() -> Live:
    live = flask.current_app.config[LIVE]
    assert isinstance(live, Live)
    return live


def _with_status(response: flask.Response) -> flask.Response:
    """Dash answers 200 to every path."""
    if not flask.request.path.startswith(OWN):
        response.status_code = flask.g.pop("status", response.status_code)
    return response
