"""The addresses under /review: pages to read, and forms that each ask whether whoever sends them may."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import replace

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from tracker.accounts import Action
from tracker.catalogue import Live
from tracker.errors import RefusedError, TrackerError, UnknownError
from tracker.review import Reviews

from ..access import Access, Forbidden, Way, is_from_here
from ..state import View, view
from . import door
from .desk import Desk, Sent
from .forbidden import forbidden_page
from .refused import refused_page
from .sending import sent
from .start import PATH, closed_page

LARGEST = 21_000_000  # bytes of one request: a file of 20 MB with what surrounds it
FIELDS = 60
Handled = Callable[[Sent], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class RefusalError(Exception):
    """Why a request is not answered, with its status."""

    def __init__(self, status: int, problem: TrackerError) -> None:
        super().__init__(problem)
        self.status, self.problem = status, problem


class ForbiddenError(Exception):
    """Why somebody may not do what they asked for."""

    def __init__(self, why: Forbidden) -> None:
        super().__init__(why)
        self.why = why


def install(outer: FastAPI, live: Live, reviews: Reviews, access: Access) -> None:
    """Put the review on the server. Where nobody may write there is one page to look at, and no address for a form."""
    if access.is_open:
        door.install(outer, access)
        _install(outer, Desk(live, reviews), access)
        return

    async def closed(request: Request) -> Response:
        return _closed(request, access)

    for path in (PATH, f"{PATH}/{{rest:path}}"):
        outer.add_route(path, closed, methods=["GET"], include_in_schema=False)


def _install(outer: FastAPI, desk: Desk, access: Access) -> None:

    def page(show: Handled) -> Endpoint:
        async def answered(request: Request) -> Response:
            if not access.may(request, Action.READ):
                return _closed(request, access)
            return await _said(request, show, _told(request, access))

        return answered

    def deed(do: Handled) -> Endpoint:
        async def answered(request: Request) -> Response:
            try:
                form = await _form(request, access)
            except RefusalError as refusal:
                return _refused(request, refusal)
            except ForbiddenError as forbidden:
                return _forbidden(request, access, forbidden.why)
            return await _said(request, do, await _carrying(form, _told(request, access)))

        return answered

    async def entrance(request: Request) -> Response:
        token = request.query_params.get("token", "")
        return _entered(request, access, token) if token else await page(desk.start)(request)

    one = f"{PATH}/{{name}}"
    shown = {PATH: entrance, one: page(desk.bench), f"{one}/about": page(desk.about)}
    done = {
        f"{PATH}/begin": desk.begin,
        f"{one}/about": desk.confirm,
        f"{one}/add": desk.add,
        f"{one}/{{key}}": desk.decide,
    }
    for path, answer in shown.items():
        outer.add_route(path, answer, methods=["GET"], include_in_schema=False)
    for path, do in done.items():
        outer.add_route(path, deed(do), methods=["POST"], include_in_schema=False)


async def _form(request: Request, access: Access) -> FormData:
    """The form that was sent. What is not from a page of ours, or from nobody we know, is not even read."""
    _forbid(not access.may(request, Action.READ), Forbidden.STRANGER)
    _forbid(not is_from_here(request), Forbidden.ELSEWHERE)
    _forbid(not access.may(request, Action.PROPOSE), Forbidden.ROLE)
    length = request.headers.get("content-length", "")
    _refuse(not length.isdigit(), 411, RefusedError("the length of the form is not said"))
    _refuse(int(length) > LARGEST, 413, RefusedError("the file is larger than 20 MB: cut it down"))
    form = await request.form(max_files=1, max_fields=FIELDS, max_part_size=LARGEST)
    secret = form.get("secret")
    is_ours = isinstance(secret, str) and _same(secret, access.secret(request))
    _forbid(not is_ours, Forbidden.STALE)
    _forbid(form.get("do") == "accept" and not access.may(request, Action.ACCEPT), Forbidden.ROLE)
    return form


async def _carrying(form: FormData, told: Sent) -> Sent:
    """The request with the fields and the file of its form."""
    given = {name: cell for name, cell in form.items() if isinstance(cell, str)}
    upload = form.get("file")
    if not isinstance(upload, UploadFile):
        return replace(told, given=given)
    return replace(told, given=given, content=await upload.read(), file_name=upload.filename or "")


def _same(one: str, other: str) -> bool:
    return bool(other) and hmac.compare_digest(one.encode(), other.encode())


def _refuse(is_wrong: bool, status: int, why: TrackerError) -> None:
    if is_wrong:
        raise RefusalError(status, why)


def _forbid(is_wrong: bool, why: Forbidden) -> None:
    if is_wrong:
        raise ForbiddenError(why)


def _told(request: Request, access: Access) -> Sent:
    told = Sent(_view(request), access.secret(request), access.person(request))
    rights = frozenset(action for action in Action if access.may(request, action))
    told = replace(told, rights=rights, way=access.way, role=access.role(request))
    return replace(told, name=request.path_params.get("name", ""), key=request.path_params.get("key", ""))


async def _said(request: Request, handle: Handled, told: Sent) -> Response:
    """The answer, worked out beside the event loop; what is wrong is said on a page."""
    try:
        return await run_in_threadpool(handle, told)
    except UnknownError as problem:
        return _refused(request, RefusalError(404, problem))
    except TrackerError as problem:
        return _refused(request, RefusalError(422, problem))


def _entered(request: Request, access: Access, token: str) -> Response:
    """The token leaves the address at once, and what the browser keeps is the name of a session."""
    session = access.enter(request, token)
    if not session:
        return _forbidden(request, access, Forbidden.TOKEN)
    return door.entered(request, session, PATH)


def _closed(request: Request, access: Access) -> Response:
    if access.way is Way.LOGIN:
        return door.to_the_door(request)
    if access.way is Way.PROXY:
        return _forbidden(request, access, Forbidden.STRANGER)
    asked = _view(request)
    status = 200 if request.url.path == PATH else 403
    content = closed_page(asked, is_open=access.is_open)
    return sent(content, asked, request.url.path, title=asked.language.say("Read a report"), status=status)


def _forbidden(request: Request, access: Access, why: Forbidden) -> Response:
    asked = _view(request)
    title = asked.language.say("This is not open to you")
    return sent(forbidden_page(why, access.way, asked), asked, PATH, title=title, status=403)


def _refused(request: Request, refusal: RefusalError) -> Response:
    asked = _view(request)
    content = refused_page(asked.language.told(refusal.problem), asked)
    return sent(content, asked, PATH, title=asked.language.say("Refused"), status=refusal.status)


def _view(request: Request) -> View:
    kept = {key: request.query_params.get(key, "") for key in ("lang", "item")}
    return view(kept)
