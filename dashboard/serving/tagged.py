"""A tag and a date on every answer that may be kept, and "not modified" for who holds it: on pages, too."""

from __future__ import annotations

import hashlib
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.store import Store

from .etags import etag
from .freshness import Freshness, last_change

# Dash signs each page anew, for callbacks that go on in the background. We have none, so that two pages which differ in
# nothing else are the same page.
_SIGNED = re.compile(rb'"end_id":"[^"]*"')
_OF_BODY = ("content-length", "content-type", "content-encoding", "content-disposition")


class Tagged:
    """An application that need not say of its answers whether they changed, though it may: what it says stands."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self._app, self._store = app, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        changed = last_change(self._store, is_daily=True)  # before the answer is made: never later than what it says
        await self._app(scope, receive, _Answer(send, Headers(scope=scope), changed).take)


class _Answer:
    """One answer on its way out. Where it has no tag, it is held until it is whole, and has that of its words."""

    def __init__(self, send: Send, asked: Headers, changed: float | None) -> None:
        self._send, self._asked, self._changed = send, asked, changed
        self._head: Message | None = None
        self._body: list[bytes] | None = None
        self._is_held = False

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._body is not None:
            await self._collect(self._body, message)
        elif not self._is_held:
            await self._send(message)

    async def _begin(self, head: Message) -> None:
        headers = Headers(raw=list(head["headers"]))
        if head["status"] != 200 or "no-store" in headers.get("cache-control", ""):
            await self._send(head)
        elif "etag" in headers:
            await self._answer(head, headers["etag"])
        else:
            self._head, self._body = head, []

    async def _collect(self, body: list[bytes], message: Message) -> None:
        body.append(message.get("body", b""))
        if message.get("more_body", False) or self._head is None:
            return
        whole = b"".join(body)
        await self._answer(self._head, etag(hashlib.sha256(_SIGNED.sub(b"", whole)).hexdigest()))
        if not self._is_held:
            await self._send({"type": "http.response.body", "body": whole})

    async def _answer(self, head: Message, tag: str) -> None:
        """The head of the answer, or all of "not modified"."""
        headers = MutableHeaders(raw=list(head["headers"]))
        fresh = Freshness(tag, self._changed)
        for name, value in fresh.headers().items():
            headers.setdefault(name, value)
        self._is_held = fresh.is_held(self._asked)
        if not self._is_held:
            await self._send({**head, "headers": headers.raw})
            return
        for name in _OF_BODY:
            del headers[name]
        await self._send({**head, "status": 304, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": b""})
