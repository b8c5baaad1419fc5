"""The scripts of Dash and plotly from memory, compressed beforehand; plotly in its smaller form where it was built."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dash.fingerprint import check_fingerprint
from plotly.offline import get_plotlyjs_version
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import encodings

SUITES = "/_dash-component-suites/"
PLOTLY = f"{SUITES}plotly/package_data/plotly.min.js"
FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "public, no-cache"  # kept, but asked about each time: an address without a fingerprint may change


@dataclass(frozen=True)
class Bundle:
    """One script in every encoding; blank names the plain one."""

    content_type: str
    digest: str
    bodies: Mapping[str, bytes]

    def etag(self, encoding: str) -> str:
        """A strong tag: other bytes have another."""
        return f'"{self.digest}{f"-{encoding}" if encoding else ""}"'


class Bundles:
    """An application whose component scripts are sent from memory."""

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app, self._folder = app, folder
        self._made: dict[str, Bundle] = {}  # by address without fingerprint: as many as there are files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(SUITES):
            await self._app(scope, receive, send)
            return
        address, is_fingerprinted = check_fingerprint(scope["path"])
        answer = await self._answer(scope, address, is_fingerprinted)
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope, address: str, is_fingerprinted: bool) -> Response:
        if address not in self._made:
            found = await self._found(scope, address)
            if found.status != 200:  # Dash fails on the name of a file it does not have; to a browser it is not there
                return Response("There is no such script.", 404, media_type="text/plain")
            self._made[address] = await run_in_threadpool(_bundle, found.content_type, found.body, self._folder)
        return _response(self._made[address], Headers(scope=scope), is_fingerprinted)

    async def _found(self, scope: Scope, address: str) -> _Caught:
        smaller = plotly_basic(self._folder) if address == PLOTLY else None
        if smaller is not None:
            return _Caught(200, "text/javascript", await run_in_threadpool(smaller.read_bytes))
        caught = _Caught()
        await self._app(_plain(scope), _nothing, caught.take)
        return caught


class _Caught:
    """An answer of the application inside, held instead of sent."""

    def __init__(self, status: int = 0, content_type: str = "", body: bytes = b"") -> None:
        self.status, self.content_type, self.body = status, content_type, body

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.content_type = Headers(raw=list(message["headers"])).get("content-type", "text/javascript")
        else:
            self.body += message.get("body", b"")


def plotly_basic(folder: Path) -> Path | None:
    """The smaller plotly.js, if the build has it in the very version that the Python package speaks to."""
    path = folder / plotly_basic_name(get_plotlyjs_version())
    return path if path.is_file() else None


def plotly_basic_name(version: str) -> str:
    """The name under which the build keeps a version of it."""
    return f"plotly-basic-{version}.min.js"


def _bundle(content_type: str, body: bytes, folder: Path) -> Bundle:
    best = encodings.kept(body, folder)
    return Bundle(
        content_type,
        hashlib.sha256(body).hexdigest()[:24],
        {
            "": body,
            "br": encodings.whole("br", body) if best is None else best,
            "gzip": encodings.whole("gzip", body),
        },
    )


def _response(bundle: Bundle, asked: Headers, is_fingerprinted: bool) -> Response:
    encoding = encodings.accepted(asked.get("accept-encoding", ""))
    headers = {
        "ETag": bundle.etag(encoding),
        "Cache-Control": FOREVER if is_fingerprinted else REVALIDATE,
        "Vary": "Accept-Encoding",
    }
    if encoding:
        headers["Content-Encoding"] = encoding
    return Response(bundle.bodies[encoding], headers={**headers, "Content-Type": bundle.content_type})


def _plain(scope: Scope) -> Scope:
    """The request without what would make the answer compressed, partial or empty."""
    conditions = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name.lower() not in conditions]}


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}
