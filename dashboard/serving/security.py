"""Headers that every answer carries: what a page may load, what it tells other sites, who may read the open data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OPEN = ("/api/", "/charts/", "/cite/", "/oembed")  # any site's scripts may read these: open data, nothing private
OPENED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Content-Disposition",
}
Hashes = Callable[[], Sequence[str]]


class Secured:
    """An application whose pages run no script but ours and load nothing from another host."""

    def __init__(self, app: ASGIApp, script_hashes: Hashes) -> None:
        """`script_hashes` gives the sources of inline scripts, asked anew each time: pages add some as they start."""
        self._app, self._script_hashes = app, script_hashes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._headers(scope["path"], message)}
            await send(message)

        await self._app(scope, receive, secured if scope["type"] == "http" else send)

    def _headers(self, path: str, head: Message) -> list[tuple[bytes, bytes]]:
        headers = MutableHeaders(raw=list(head["headers"]))
        ours = {"Content-Security-Policy": policy(self._script_hashes()), **FIXED}
        if path.startswith(OPEN):
            ours |= OPENED
        for name, value in ours.items():
            headers.setdefault(name, value)
        del headers["date"]  # the web server says it; Flask's files would say it twice
        return headers.raw


def policy(script_hashes: Sequence[str]) -> str:
    """The content security policy. Plotly and Mantine set styles on elements, so those alone may stand inline."""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *script_hashes]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'self'",
            "form-action 'self'",
        ]
    )
