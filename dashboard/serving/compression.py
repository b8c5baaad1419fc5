"""Answers made on the spot, compressed as they are sent: pages, JSON, CSV, style sheets and drawings."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .encodings import CODERS, Coder, accepted

TEXTS = (
    "text/",
    "application/json",
    "application/jsonl",
    "application/atom+xml",
    "application/feed+json",
    "application/problem+json",
    "application/javascript",
    "application/manifest+json",
    "image/svg+xml",
)
LEAST = 600  # bytes; smaller answers fit one packet anyway
LARGE = 64_000  # bytes; a larger piece would hold up everybody else while it is compressed


class Compressed:
    """An application whose texts are sent in brotli or gzip to whoever accepts it. Streams stay streams."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        encoding = accepted(Headers(scope=scope).get("accept-encoding", ""))
        await self._app(scope, receive, _Answer(send, encoding).take)


class _Answer:
    """One answer on its way out. Its head waits for the first piece of its body, which tells what to do."""

    def __init__(self, send: Send, encoding: str) -> None:
        self._send, self._encoding = send, encoding
        self._head: Message | None = None
        self._coder: Coder | None = None

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._head = message
            return
        if self._head is not None:
            await self._begin(self._head, message)
            self._head = None
        if self._coder is None:
            await self._send(message)
            return
        await self._pass_on(self._coder, message)

    async def _begin(self, head: Message, first: Message) -> None:
        headers = MutableHeaders(raw=list(head["headers"]))
        if head["status"] == 304 or (_is_text(headers) and "content-encoding" not in headers):
            if "accept-encoding" not in headers.get("vary", "").lower():
                headers.add_vary_header("Accept-Encoding")
            if self._encoding and head["status"] not in {204, 206, 304} and not _is_small(headers, first):
                self._coder = CODERS[self._encoding]()
                _mark(headers, self._encoding)
        await self._send({**head, "headers": headers.raw})

    async def _pass_on(self, coder: Coder, message: Message) -> None:
        piece, is_last = message.get("body", b""), not message.get("more_body", False)
        out = await run_in_threadpool(coder.add, piece) if len(piece) > LARGE else coder.add(piece)
        out += coder.end() if is_last else b""
        if out or is_last:
            await self._send({"type": "http.response.body", "body": out, "more_body": not is_last})


def _is_text(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith(TEXTS)


def _is_small(headers: Headers, first: Message) -> bool:
    if "content-length" in headers:
        return int(headers["content-length"]) < LEAST
    return not first.get("more_body", False) and len(first.get("body", b"")) < LEAST


def _mark(headers: MutableHeaders, encoding: str) -> None:
    """The bytes are others now: no length is known, and a strong ETag would promise the bytes of the plain answer."""
    headers["content-encoding"] = encoding
    del headers["content-length"]
    etag = headers.get("etag", "")
    if etag.startswith('"'):
        headers["etag"] = f"W/{etag}"
