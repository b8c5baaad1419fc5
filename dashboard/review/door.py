"""The door where people have accounts: signing in with name and password, and signing out."""

from __future__ import annotations

import hmac
import logging
import math
import re
import secrets

from dash import dcc, html
from dash.development.base_component import Component
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from tracker.errors import TrackerError

from ..access import COOKIE, LASTS, Access, Accounted, Forbidden, WaitError, is_from_here
from ..state import View, view
from . import controls
from .forbidden import LOGIN, forbidden_page
from .sending import sent
from .start import PATH

LOGOUT = f"{PATH}/logout"
TICKET = "tracker_door"  # the cookie of a browser that was shown the form, before it has a session
LARGEST = 10_000  # bytes of a form with a name and a password
log = logging.getLogger(__name__)
_INSIDE = re.compile(rf"{PATH}(/[0-9a-f]{{16}}(/about)?)?")


def install(outer: FastAPI, access: Access) -> None:
    """Put the door on the server: signing out for every session, signing in where there are accounts."""

    async def shown(request: Request) -> Response:
        assert isinstance(access, Accounted)
        return _form(request, access)

    async def signed_in(request: Request) -> Response:
        assert isinstance(access, Accounted)
        return await _signed_in(request, access)

    async def signed_out(request: Request) -> Response:
        return await _signed_out(request, access)

    outer.add_route(LOGOUT, signed_out, methods=["POST"], include_in_schema=False)
    if isinstance(access, Accounted):
        outer.add_route(LOGIN, shown, methods=["GET"], include_in_schema=False)
        outer.add_route(LOGIN, signed_in, methods=["POST"], include_in_schema=False)


def entered(request: Request, session: str, place: str) -> Response:
    """The way in: a cookie that no script can read, and that no other site can make a browser send."""
    answer = RedirectResponse(place, 303, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
    _give(answer, request, COOKIE, session, lasts=LASTS)
    return answer


def to_the_door(request: Request) -> Response:
    """The form to sign in, which leads back to the page that was asked for."""
    asked = view({"lang": request.query_params.get("lang", ""), "to": request.url.path})
    return RedirectResponse(asked.address(LOGIN), 303, headers={"Cache-Control": "no-store"})


def login_page(asked: View, secret: str, place: str, problem: str = "", name: str = "") -> Component:
    """The form: a name and a password."""
    say = asked.language.say
    who = dcc.Input(id="f-name", name="name", type="text", value=name, autoComplete="username", required=True)
    word = dcc.Input(id="f-password", name="password", type="password", autoComplete="current-password", required=True)
    fields = [
        html.Div([html.Label(say("Name"), htmlFor="f-name"), who], className="filter"),
        html.Div([html.Label(say("Password"), htmlFor="f-password"), word], className="filter"),
        *controls.hidden({"to": place}),
        controls.button(say("Sign in"), is_primary=True),
    ]
    return html.Div(
        [
            html.P(say("Read a report"), className="kicker"),
            html.H1(say("Sign in")),
            html.P(
                say("Reading is open to all. Reports are read into the record by people with an account."),
                className="dek",
            ),
            *controls.problem(problem),
            controls.form(fields, asked.plain(LOGIN), secret, className="login"),
        ],
        className="review",
    )


def _form(
    request: Request, access: Accounted, problem: str = "", status: int = 200, *, name: str = "", place: str = ""
) -> Response:
    """The form with a new ticket, which the form repeats as only we can."""
    asked, ticket = _view(request), secrets.token_urlsafe(32)
    content = login_page(
        asked, access.door_secret(ticket), _inside(place or request.query_params.get("to", "")), problem, name
    )
    answer = sent(content, asked, LOGIN, title=asked.language.say("Sign in"), status=status)
    _give(answer, request, TICKET, ticket)
    return answer


async def _signed_in(request: Request, access: Accounted) -> Response:
    say = _view(request).language.say
    if not is_from_here(request):
        return _forbidden(request, access, Forbidden.ELSEWHERE)
    if (given := await _given(request)) is None:
        return _form(request, access, say("Name or password is too long."), 413)
    secret = access.door_secret(request.cookies.get(TICKET, ""))
    if not request.cookies.get(TICKET) or not hmac.compare_digest(given.get("secret", "").encode(), secret.encode()):
        return _form(request, access, say("This form was open too long: sign in again."), 403)
    name, place = given.get("name", ""), given.get("to", "")
    try:
        session = await access.sign_in(request, name, given.get("password", ""))
    except WaitError as wait:
        minutes = math.ceil(wait.seconds / 60)
        problem = _view(request).language.say_many(
            "Too many tries. Wait {n} minute.", "Too many tries. Wait {n} minutes.", minutes
        )
        answer = _form(request, access, problem, 429, name=name, place=place)
        answer.headers["Retry-After"] = str(wait.seconds)
        return answer
    except TrackerError as problem:
        log.error("nobody can sign in: %s", problem)
        return _form(request, access, say("Nobody can sign in just now. The log of the server says why."), 503)
    if not session:
        return _form(request, access, say("Name or password is wrong."), 401, name=name, place=place)
    answer = entered(request, session, _view(request).plain(_inside(place)))
    answer.delete_cookie(TICKET, path=PATH)
    return answer


async def _signed_out(request: Request, access: Access) -> Response:
    """The session ends on the server, so that a copy of its cookie is worth nothing."""
    if not is_from_here(request):
        return _forbidden(request, access, Forbidden.ELSEWHERE)
    given, secret = await _given(request) or {}, access.secret(request)
    if not secret or not hmac.compare_digest(given.get("secret", "").encode(), secret.encode()):
        return _forbidden(request, access, Forbidden.STALE)
    try:
        await run_in_threadpool(access.leave, request)
    except TrackerError as problem:
        log.error("somebody signed out, and it could not be logged: %s", problem)
    answer = RedirectResponse(_view(request).plain(PATH), 303, headers={"Cache-Control": "no-store"})
    answer.delete_cookie(COOKIE, path=PATH)
    return answer


async def _given(request: Request) -> dict[str, str] | None:
    """The fields of a small form; None where it is not small, which is known before it is read."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        return None
    form = await request.form(max_files=0, max_fields=8)
    return {key: cell for key, cell in form.items() if isinstance(cell, str)}


def _forbidden(request: Request, access: Access, why: Forbidden) -> Response:
    asked = _view(request)
    title = asked.language.say("This is not open to you")
    return sent(forbidden_page(why, access.way, asked), asked, PATH, title=title, status=403)


def _give(answer: Response, request: Request, name: str, value: str, *, lasts: int | None = None) -> None:
    is_secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=lasts, path=PATH, httponly=True, samesite="strict", secure=is_secure)


def _inside(place: str) -> str:
    """A page of the review, and never an address that somebody else put there."""
    return place if _INSIDE.fullmatch(place) else PATH


def _view(request: Request) -> View:
    return view({"lang": request.query_params.get("lang", "")})
